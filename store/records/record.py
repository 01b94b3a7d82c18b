"""What all records share: frozen, typed, and careful with fields of other programs."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Document: TypeAlias = "dict[str, Json]"
"""A record as it stands in the data file."""

EXTRA = "__extra__"
"""How the field `extra` is called while it is on its way; never written to a file."""


class Part(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A value inside a record, with no id of its own."""

    extra: dict[str, object] = msgspec.field(default_factory=dict, name=EXTRA)
    """Fields that this version does not know, kept and written back unchanged."""


class Record(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A row of a table."""

    id: str
    extra: dict[str, object] = msgspec.field(default_factory=dict, name=EXTRA)
    """Fields that this version does not know, kept and written back unchanged."""
