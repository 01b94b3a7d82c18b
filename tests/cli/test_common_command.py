"""`common`: with the user, between two, in a room, at an event."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.disk.new_file import write_new
from store.records.event import Event
from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import City, Person, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str, str]]


def network(me: Me) -> Snapshot:
    """Three at an evening, and ten others."""
    people: list[Person] = [
        Person(
            id="A",
            name="Amélie Roussel",
            schools=(School(name="INSA de Lyon", start="2008", end="2012"),),
            passions=("climbing",),
        ),
        Person(id="B", name="Björn Ek", cities=(City(name="Lyon"),), knows=(PersonId("H"),)),
        Person(id="H", name="Hélène Garnier", cities=(City(name="lyon"),), passions=("climbing",)),
        *(Person(id=f"Z{place}", name=f"Zed {place}") for place in range(10)),
    ]
    there = (PersonId("A"), PersonId("B"))
    event = Event(
        id="E", name="Alumni evening", on=date(2026, 11, 26), people=there, wanted=(PersonId("H"),)
    )
    tables: dict[str, dict[str, Record]] = {
        "people": {each.id: each for each in people},
        "events": {event.id: event},
        "me": {me.id: me},
    }
    return snapshot_of(tables)  # type: ignore[arg-type]


ME = Me(
    schools=(
        School(name="Institut national des sciences appliquées de Lyon", start="2004", end="2009"),
    ),
    cities=(City(name="Lyon", kind="past"),),
)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`arrosoir --data FILE --today 2026-11-20 ...`: status, out, err."""

    def call(*words: str, lang: str = "en", me: Me = ME) -> tuple[int, str, str]:
        path = tmp_path / f"{bool(me.schools)}.json"
        if not path.exists():
            write_new(path, network(me))
        options = ("--data", str(path), "--today", "2026-11-20", "--lang", lang)
        status = CommandLine([*options, *words]).run()
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_one_person_is_compared_with_the_user(run: Run) -> None:
    status, out, err = run("common", "Amélie Roussel")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "In common with Amélie Roussel",
        "  school  INSA de Lyon 2008-2009",
        "",
        "Doors in",
        "  school  “We were at INSA de Lyon at the same time, 2008-2009: […]”",
    ]


def test_it_speaks_french(run: Run) -> None:
    out = run("common", "Hélène Garnier", lang="fr")[1]
    assert out.splitlines() == [
        "En commun avec Hélène Garnier",
        "  ville         lyon (vous\u00a0: autrefois, l'autre\u00a0: aujourd'hui) · partagé par 2",
        "                personnes",
        "  connaissance  Björn Ek",
        "",
        "Entrées en matière",
        "  ville         «\u00a0Je connais lyon, où vous vivez\u00a0: […]\u00a0»",
        "  connaissance  «\u00a0Nous avons une connaissance en commun, Björn Ek\u00a0: […]\u00a0»",
    ]


def test_two_are_compared_with_each_other(run: Run) -> None:
    answer = json.loads(run("common", "B", "H", "--json")[1])
    assert [each["name"] for each in answer["with"]] == ["Björn Ek", "Hélène Garnier"]
    assert answer["me"] is False
    assert answer["acquainted"] is True
    (shared,) = answer["shared"]
    assert (shared["what"], shared["name"], shared["me"]) == ("city", "lyon", True)
    assert [each["id"] for each in shared["people"]] == ["B", "H"]
    assert [door["opener"] for door in answer["doors"]] == ["You share a city, lyon: […]"]


def test_three_are_a_room_with_whom_to_introduce(run: Run) -> None:
    answer = json.loads(run("common", "A", "B", "H", "--json")[1])
    assert [(each["what"], len(each["people"])) for each in answer["shared"]] == [
        ("city", 2),
        ("passion", 2),
    ]
    assert [[each["id"] for each in pair["people"]] for pair in answer["introductions"]] == [
        ["A", "H"]
    ]
    assert run("common", "A", "B", "H")[1].splitlines()[0] == "What 3 people share"


def test_an_event_is_the_room_of_all_who_are_or_shall_be_there(run: Run) -> None:
    answer = json.loads(run("common", "--event", "alumni evening", "--json")[1])
    assert [each["id"] for each in answer["with"]] == ["A", "B", "H"]
    assert answer["event"] == {"id": "E", "name": "Alumni evening"}
    assert run("common", "--event", "E", "Zed 1")[1].startswith("Alumni evening: 4 people\n")


@pytest.mark.parametrize("words", [("Nobody",), ("A", "Nobody"), ("--event", "Nowhere")])
def test_who_is_not_known_ends_with_3(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run("common", *words)
    assert (status, out) == (3, "")
    assert err.count("\n") == 1


def test_without_anybody_it_says_what_is_missing(run: Run) -> None:
    status, _, err = run("common")
    assert status == 2
    assert "PERSON" in err


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Your own card is empty"), ("fr", "Votre propre fiche est vide")]
)
def test_an_empty_card_of_ones_own_says_how_to_fill_it(run: Run, lang: str, said: str) -> None:
    status, out, err = run("common", "A", lang=lang, me=Me())
    assert status == 0
    assert out.splitlines()[1:] == []
    assert said in err
    assert "arrosoir me --school" in err


def test_what_is_missing_on_a_card_is_said_where_nothing_is_shared(run: Run) -> None:
    out = run("common", "Zed 1", "A")[1]
    assert "Nothing that could be shared is noted of Zed 1 yet" in " ".join(out.split())
    assert "Nothing noted in common yet." in run("common", "A", "B")[1]


def test_the_same_person_twice_is_one(run: Run) -> None:
    assert run("common", "A", "Amélie Roussel")[1] == run("common", "A")[1]
