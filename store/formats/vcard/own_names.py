"""Properties of our own, for what no property of vCard models: their names, out and in."""

from __future__ import annotations

from typing import Literal

PREFIX = "X-ARROSOIR-"

OwnName = Literal[
    "ADDED",
    "AVOIDS",
    "CADENCE",
    "CITY",
    "DATE",
    "DECLINED",
    "DEFERRAL",
    "EMPLOYER",
    "EMPLOYMENT",
    "INTENT",
    "LAYER",
    "LIST",
    "MET",
    "NEED",
    "NEW-JOB",
    "OFFER",
    "PAUSE",
    "PINNED",
    "PREFERS",
    "PRIVATE-NOTE",
    "SCHOOL",
    "SOURCE",
    "STATUS",
    "TIE",
    "WHERE",
]

GROUP = "arrosoir"
"""How the groups begin that hold a date of ours and its label in Apple's way."""

ANNIVERSARY = "Anniversary"
"""What a date of a card is called that has no name of its own."""

PRODUCT = "-//Arrosoir//Arrosoir//EN"
