"""A network for the walk, and walking through it with lines typed beforehand."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from store.disk.new_file import write_new
from store.records.event import Event
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import City, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from tui.cli.main import CommandLine

TODAY = date(2026, 11, 20)
"""A Friday."""

PROMPT = re.compile(r"(?:\?|^[a-z]|, [nq]) ?:$")

AMELIE, TOMAS, BJORN, ZOE, PRIYA = (PersonId(id) for id in "ATBZP")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def amelie() -> tuple[Record, ...]:
    """A promise, a talk with a note, a private note that nobody is to hear."""
    return (
        Person(
            id=AMELIE,
            name="Amélie Roussel",
            title="Head of research",
            org="Aubier",
            cities=(City(name="Lyon"),),
            layer=15,
            prefers="call",
            intent="learn how a lab lives",
            private_notes="SECRET",
        ),
        Interaction(
            id="TALK",
            people=(AMELIE,),
            kind="in_person",
            on=date(2026, 10, 19),
            minutes=45,
            note="Moving the team to Villeurbanne.\nFinds hiring hard.",
            by="me",
        ),
        FollowUp(id="INTRO", person=AMELIE, on=ago(3), why="the intro to Jean-Marc"),
    )


def network(last_act: date = TODAY) -> Snapshot:
    """Amélie and Tomás were promised something, Björn is past his thirty days; two have no row."""
    records: tuple[Record, ...] = (
        *amelie(),
        Person(id=TOMAS, name="Tomás Herrera"),
        FollowUp(id="PYCON", person=TOMAS, on=TODAY, why="the slides"),
        Person(id=BJORN, name="Björn Ek", cadence_days=30, cities=(City(name="Göteborg"),)),
        Interaction(id="CALL", people=(BJORN,), kind="call", on=ago(60), minutes=20, by="me"),
        Person(id=ZOE, name="Zoë Adler", org="Lichen"),
        Person(id=PRIYA, name="Priya Raman", org="Lichen"),
        Event(
            id="EVENT1",
            name="PyConFR",
            on=date(2026, 11, 28),
            place="Strasbourg",
            goal="three real conversations",
            people=(ZOE, AMELIE),
            wanted=(AMELIE, PRIYA),
        ),
        Event(id="EVENT2", name="Choir weekend", on=date(2026, 12, 5)),
    )
    tables: dict[str, dict[str, Record]] = {"me": {"1": Me(last_act=last_act)}}
    for record in records:
        tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
    return snapshot_of(tables)  # type: ignore[arg-type]


class Walked(NamedTuple):
    """What a walk gave."""

    status: int
    out: str
    err: str

    @property
    def paragraphs(self) -> list[str]:
        """What was said, a paragraph each, with plain blanks; prompts are left out."""
        out = self.out.replace("\N{NO-BREAK SPACE}", " ")
        lines = [line.strip() for line in out.splitlines()]
        return [line for line in lines if line and not PROMPT.search(line)]

    @property
    def whys(self) -> list[str]:
        """The reasons alone, which other tests look at."""
        return [each for each in self.paragraphs if each.startswith(("Why now", "Pourquoi"))]


Walking = Callable[..., Walked]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data file."""
    path = tmp_path / "network.json"
    write_new(path, network())
    return path


@pytest.fixture
def walk(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Walking:
    """`arrosoir walk` with lines from a pipe."""

    def call(
        *lines: str,
        options: tuple[str, ...] = (),
        before: tuple[str, ...] = (),
        lang: str = "en",
        columns: int = 400,
        path: Path = data,
    ) -> Walked:
        typed = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        monkeypatch.setenv("COLUMNS", str(columns))
        there = ("--data", str(path), "--today", TODAY.isoformat(), "--lang", lang)
        status = CommandLine([*there, *before, "walk", *options]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return Walked(status, out, err)

    return call


def home_of(folder: Path) -> dict[str, str]:
    """The environment of a process of its own, which reads and writes nothing outside a folder."""
    root = str(Path(__file__).parents[2])
    return os.environ | {"HOME": str(folder), "PYTHONPATH": root, "LANG": "C.UTF-8"}
