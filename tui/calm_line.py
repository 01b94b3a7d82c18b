"""Sending little over a line to another machine."""

from __future__ import annotations

from collections.abc import Mapping

from store.config.explain import over_ssh

FRAMES = "30"
"""Pictures a second at most."""


def calm_line(environment: Mapping[str, str]) -> dict[str, str]:
    """Variables to set over SSH; Textual reads them while it is imported, so before that."""
    if not over_ssh(environment):
        return {}
    return {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": FRAMES}
