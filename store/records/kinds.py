"""The closed vocabularies of the records, each a Literal with its values beside it."""

from __future__ import annotations

from typing import Literal, get_args

TableName = Literal[
    "people",
    "interactions",
    "follow_ups",
    "exchanges",
    "introductions",
    "events",
    "circles",
    "time_entries",
    "slots",
    "templates",
    "me",
]
TABLES: tuple[TableName, ...] = get_args(TableName)

Kind = Literal["in_person", "video", "call", "message", "email", "social", "event"]
"""Kinds of interaction."""
KINDS: tuple[Kind, ...] = get_args(Kind)

BudgetKind = Literal["in_person", "video", "call", "writing", "social", "event", "preparing"]
"""Kinds of time in the week's budget; writing is message and email."""
BUDGET_KINDS: tuple[BudgetKind, ...] = get_args(BudgetKind)


def budget_kind(kind: Kind) -> BudgetKind:
    """The kind of the week's budget in which a contact counts."""
    return "writing" if kind == "message" or kind == "email" else kind


SlotState = Literal["planned", "kept", "missed"]
"""What became of a slot, where the user has said so."""

By = Literal["me", "them"]
"""Who began an interaction."""

Status = Literal["active", "faded", "deceased"]

Layer = Literal[5, 15, 50, 150]
"""Closeness, after Dunbar: how many people stand at least that near."""
LAYERS: tuple[Layer, ...] = get_args(Layer)

CityKind = Literal["now", "past", "native"]

FollowUpKind = Literal["follow_up", "thanks", "news", "event"]

ExchangeKind = Literal[
    "introduction",
    "advice",
    "information",
    "article",
    "recommendation",
    "service",
    "thanks",
    "news",
]
EXCHANGE_KINDS: tuple[ExchangeKind, ...] = get_args(ExchangeKind)

Direction = Literal["given", "received", "asked"]

Weight = Literal["small", "medium", "large"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)

IntroductionState = Literal["proposed", "a_agreed", "b_agreed", "made", "outcome", "declined"]

Band = Literal["new", "hot", "warm", "cooling", "cold", "frozen", "dormant"]
BANDS: tuple[Band, ...] = get_args(Band)

Group = Literal["promised", "occasion", "cooling", "dormant", "give"]
"""Groups of today's follow-ups, in their order."""
GROUPS: tuple[Group, ...] = get_args(Group)

DeferralHow = Literal["snooze", "pass"]

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
