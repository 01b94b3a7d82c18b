"""What stays of a person behind the curtain: initials, and nothing else."""

from __future__ import annotations


def initials(name: str) -> str:
    """The first letters of a name: "A. R."."""
    return " ".join(f"{word[0]}." for word in name.split()[:3])


def name_shown(name: str, curtain: bool) -> str:
    """A name, or its initials behind the curtain."""
    return initials(name) if curtain else name
