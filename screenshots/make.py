"""Draw the pictures of this folder from the demo network: `python screenshots/make.py`.

Needs the font Fira Code on the machine, for the PNG files; the SVG files name it and carry none.
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec
import resvg_py

from store.actions.demo.network import demo_snapshot
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, make
from store.records.ids import PersonId, SlotId
from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot, snapshot_of
from store.records.time_entry import Slot, TimeEntry
from store.words.words import Words
from tui.app import ArrosoirApp

HERE = Path(__file__).parent

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PEOPLE = 150
SEED = 1
ZOOM = 1.5
SIZES = ((100, 30), (80, 24))

ONLINE_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
UNIQUE = re.compile(r"terminal-\d+")


Data = Literal["demo", "nobody", "imported", "doubled", "timed"]
"""The demo network, a first run, the morning after an import, with a second card of somebody, or
with a timer that runs.
"""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """One picture: what is opened and which keys are pressed before it is taken."""

    name: str
    keys: tuple[str, ...] = ()
    data: Data = "demo"


CHANGES = ("x", "n", *"Back from Lyon in May", "enter", "P", "u")
"""A few changes for the history to show."""

KNOWN = ("p", *"jack hux", "enter", "3")
"""The way to somebody with whom there is much to tell."""

PASTED = (
    "Ana Ek <ana@ek.example>",
    "Jack Huxtable, +44 20 7946 0000",
    "Zoé Adler",
    "see you on Monday?",
)
"""A list of names, one of them of somebody there, and a line that is none."""

BRING = ("colon", *"import", "enter")

LIST = (*BRING, "f4", *(key for line in PASTED for key in (*line, "enter")), "escape")

SCENES = (
    Scene(name="today"),
    Scene(name="why", keys=("w",)),
    Scene(name="capture", keys=("c", *"call 25 Moving ")),
    Scene(name="heat", keys=("tab", "tab", "z", "slash", *"jean-luc v", "enter")),
    Scene(name="help", keys=("question_mark",)),
    Scene(name="people", keys=("2", "space", "space")),
    Scene(name="find", keys=("2", "slash", *"school:insa lyn")),
    Scene(name="narrow", keys=("2", "f", "j", "space")),
    Scene(name="person", keys=KNOWN),
    Scene(name="card", keys=(*KNOWN, "e")),
    Scene(name="brief", keys=(*KNOWN, "B")),
    Scene(name="common", keys=(*KNOWN, "=")),
    Scene(name="room", keys=("2", *("space",) * 6, "=")),
    Scene(name="me", keys=("colon", *"me", "enter")),
    Scene(name="gaps", keys=("colon", *"fill the gaps", "enter")),
    Scene(name="twins", data="doubled", keys=("colon", *"doubled cards", "enter")),
    Scene(name="merge", data="doubled", keys=("colon", *"doubled cards", "enter", "enter")),
    Scene(name="tag", keys=("2", "space", "space", "T", *"school INSA Ly")),
    Scene(name="history", keys=(*CHANGES, "Z")),
    Scene(name="change", keys=(*CHANGES, "Z", "j", "enter")),
    Scene(name="dossier", keys=("colon", *"dossier", "enter")),
    Scene(name="forget", keys=("colon", *"forget", "enter")),
    Scene(name="bring", keys=BRING),
    Scene(name="preview", keys=LIST),
    Scene(name="coming", keys=(*LIST, "d")),
    Scene(name="export", keys=("2", "space", "space", "E")),
    Scene(name="time", data="timed", keys=("6",)),
    Scene(name="time-before", keys=("6", "H")),
    Scene(name="time-shares", keys=("6", "tab", "tab", "tab", "tab", "z")),
    Scene(name="time-budget", keys=("6", "b")),
    Scene(name="time-spent", keys=("6", "a", *"preparing 20 slides monday")),
    Scene(name="time-moved", keys=("6", "tab", "enter", "k", "enter", *"tue 14:30 45 min")),
    Scene(name="time-stop", data="timed", keys=("6", "t", *"25 min Moving to Lund")),
    Scene(name="timer", data="timed"),
    Scene(name="minutes", keys=("b", *"45")),
    Scene(name="session", keys=("b", *"45", "enter", "d")),
    Scene(name="capacity", keys=("6", "C")),
    Scene(name="capacity-rhythm", keys=("6", "C", "j", "r", *"30")),
    Scene(name="welcome", data="nobody"),
    Scene(name="sorting", data="imported", keys=("colon", *"sort newcomers", "enter")),
)


def network(data: Data, language: Language) -> Snapshot:
    """The people of a picture."""
    if data == "nobody":
        return EMPTY
    demo = demo_snapshot(PEOPLE, SEED, DAY, language)
    if data == "demo":
        return demo
    if data == "doubled":
        return doubled(demo)
    if data == "timed":
        return timed(demo)
    people = {
        person.id: msgspec.structs.replace(person, layer=None, sources=(f"uid:{person.id}",))
        for person in demo.people.values()
    }
    return snapshot_of({"people": dict(people)})


def doubled(demo: Snapshot) -> Snapshot:
    """The demo, with a second card of somebody as an old address book has it."""
    known = next(person for person in demo.people.values() if person.name.startswith("Jack H"))
    other = Person(
        id="01JD0000000000000000000000",
        name=" ".join(reversed(known.name.upper().split())),
        emails=("jack.h@old.example", *known.emails[:1]),
        phones=("+44 20 7946 0000",),
        org="Marlowe & Quay",
        title="PhD",
        schools=known.schools[:1],
        where="Chicago",
    )
    return demo.apply(ChangeSet((make(other),)))


def timed(demo: Snapshot) -> Snapshot:
    """The demo, with a call that goes on, in a slot booked for it."""
    known = next(person for person in demo.people.values() if person.name.startswith("Jack H"))
    person, slot = PersonId(known.id), SlotId("01JD0000000000000000000001")
    booked = Slot(id=slot, kind="call", on=DAY, at="11:45", minutes=25, person=person)
    entry = TimeEntry(
        id="01JD0000000000000000000002",
        kind="call",
        on=DAY,
        person=person,
        contact="call",
        slot=slot,
        started=NOON - timedelta(minutes=12, seconds=41),
    )
    return demo.apply(ChangeSet((make(booked), make(entry))))


async def picture(scene: Scene, size: tuple[int, int], language: Language) -> str:
    """The screen as SVG, without anything that changes from one run to the next."""
    keeper = MemoryKeeper(network(scene.data, language))
    service = Service(keeper, ACTIONS, lambda: NOON, fresh_id, Settings())
    app = ArrosoirApp(service, Words(language), Settings(), environment={"LANG": "en_US.UTF-8"})
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in scene.keys:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="arrosoir")
    return UNIQUE.sub("terminal", ONLINE_FONT.sub("", svg))


def save(name: str, svg: str) -> None:
    """Write one picture in both forms."""
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")
    png = resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, monospace_family="Fira Code")
    (HERE / f"{name}.png").write_bytes(bytes(png))


def main(wanted: list[str]) -> None:
    """Draw all pictures, or those whose names begin with a word given."""
    for language in LANGUAGES:
        for width, height in SIZES:
            for scene in SCENES:
                name = f"{scene.name}-{width}x{height}-{language}"
                if not wanted or any(name.startswith(each) for each in wanted):
                    save(name, asyncio.run(picture(scene, (width, height), language)))


if __name__ == "__main__":
    main(sys.argv[1:])
