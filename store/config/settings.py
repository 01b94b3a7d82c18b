"""Settings, declared once: name, type, default, help. Loader, errors and docs come from here."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from store.records.kinds import Kind, Language
from store.records.people_columns import USUAL, Column

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

WeekStart = Literal["monday", "sunday", "saturday", "friday"]
"""Days on which weeks begin somewhere."""

Days = Annotated[int, Meta(ge=1, le=3650)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]
MOST_YEARS = 50
Years = Annotated[int, Meta(ge=1, le=MOST_YEARS)]
ContactWeight = Annotated[float, Meta(ge=0.01, le=1.0)]
LayerValue = Annotated[float, Meta(ge=0.1, le=10.0)]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """All that a user may set in config.toml, with defaults."""

    language: Literal["", Language] = ""
    """`en` or `fr`; empty follows the environment."""
    rows: Annotated[int, Meta(ge=1, le=50)] = 5
    """How many follow-ups Today shows at most; promised ones always show."""
    quiet: bool = False
    """Three rows instead of five."""
    layer_days: dict[str, Days] = msgspec.field(
        default_factory=lambda: {"5": 21, "15": 45, "50": 120, "150": 365}
    )
    """The rhythm that a layer supposes until the own one is known, in days."""
    layer_values: dict[str, LayerValue] = msgspec.field(
        default_factory=lambda: {"5": 2.0, "15": 1.5, "50": 1.2, "150": 1.0}
    )
    """How much a layer weighs in the order of follow-ups."""
    layer_evidence: Annotated[float, Meta(ge=0.0, le=20.0)] = 3.0
    """How many contacts a layer is worth as evidence that a tie is real."""
    contact_weights: dict[Kind, ContactWeight] = msgspec.field(
        default_factory=lambda: {
            "in_person": 1.0,
            "video": 1.0,
            "call": 1.0,
            "event": 1.0,
            "message": 1.0,
            "email": 1.0,
            "social": 0.1,
        }
    )
    """How much a contact of a kind counts, between 0 and 1; what is written once it is answered."""
    unanswered_weight: ContactWeight = 0.4
    """What remains of a message or an e-mail as long as only you wrote."""
    bridge_weight: Annotated[float, Meta(ge=1.0, le=5.0)] = 1.25
    """How much more the only way into a field or a city weighs."""
    minutes: dict[Kind, Minutes] = msgspec.field(
        default_factory=lambda: {
            "message": 5,
            "email": 10,
            "call": 20,
            "video": 30,
            "in_person": 60,
            "social": 10,
            "event": 120,
        }
    )
    """Minutes of an interaction when none are given."""
    work_days: dict[str, bool] = msgspec.field(
        default_factory=lambda: {day: day not in ("saturday", "sunday") for day in WEEKDAYS}
    )
    """Days on which the week's minutes are spent; the others are off, and accrue nothing."""
    week_starts: Literal["", WeekStart] = ""
    """`monday`, `sunday`, `saturday` or `friday`; empty follows the country of the locale."""
    free_hours: tuple[str, ...] = ("09:00-12:30", "13:30-18:30")
    """Hours of a working day in which free slots are offered, on your clock: `09:00-12:30`."""
    calendars: tuple[str, ...] = ()
    """Calendar files (.ics), and folders of them, whose events leave the free hours."""
    glyphs: Literal["auto", "blocks", "ascii"] = "auto"
    """`auto`, `blocks` or `ascii`."""
    mouse: Literal["auto", "on", "off"] = "auto"
    """`auto` (off over SSH), `on` or `off`."""
    curtain_minutes: Annotated[int, Meta(ge=0, le=1440)] = 5
    """Idle minutes before the curtain falls; 0 is never."""
    untouched_years: Years = 5
    """Cards untouched for so many years are offered for removal once a year."""
    people_columns: tuple[Column, ...] = USUAL
    """What the list of people shows beside the name, from the left; the last give way first."""
    editor: str = ""
    """The editor for notes, with its options; empty takes VISUAL, EDITOR, nano or vi."""
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    """Command id to keys, joined by commas."""


HELP: dict[str, str] = {
    "language": "config.help.language",
    "rows": "config.help.rows",
    "quiet": "config.help.quiet",
    "layer_days": "config.help.layer_days",
    "layer_values": "config.help.layer_values",
    "layer_evidence": "config.help.layer_evidence",
    "contact_weights": "config.help.contact_weights",
    "unanswered_weight": "config.help.unanswered_weight",
    "bridge_weight": "config.help.bridge_weight",
    "minutes": "config.help.minutes",
    "work_days": "config.help.work_days",
    "week_starts": "config.help.week_starts",
    "free_hours": "config.help.free_hours",
    "calendars": "config.help.calendars",
    "glyphs": "config.help.glyphs",
    "mouse": "config.help.mouse",
    "curtain_minutes": "config.help.curtain_minutes",
    "untouched_years": "config.help.untouched_years",
    "people_columns": "config.help.people_columns",
    "editor": "config.help.editor",
    "keys": "config.help.keys",
}
"""The sentence that explains each setting."""
