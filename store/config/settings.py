"""Settings, declared once: name, type, default, help. Loader, errors and docs come from here."""

from __future__ import annotations

import msgspec

from store.records.kinds import Kind


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """All that a user may set in config.toml, with defaults."""

    language: str = ""
    """`en` or `fr`; empty follows the environment."""
    rows: int = 5
    """How many follow-ups Today shows at most; promised ones always show."""
    quiet: bool = False
    """Three rows instead of five."""
    layer_days: dict[str, int] = msgspec.field(
        default_factory=lambda: {"5": 21, "15": 45, "50": 120, "150": 365}
    )
    """The rhythm that a layer supposes until the own one is known, in days."""
    layer_values: dict[str, float] = msgspec.field(
        default_factory=lambda: {"5": 2.0, "15": 1.5, "50": 1.2, "150": 1.0}
    )
    """How much a layer weighs in the order of follow-ups."""
    minutes: dict[Kind, int] = msgspec.field(
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
    week_starts: str = ""
    """`monday` or `sunday`; empty follows the language."""
    glyphs: str = "auto"
    """`auto`, `blocks` or `ascii`."""
    mouse: str = "auto"
    """`auto` (off over SSH), `on` or `off`."""
    curtain_minutes: int = 5
    """Idle minutes before the curtain falls; 0 is never."""
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    """Command id to keys, joined by commas."""
