"""`show`: all that one would look for on a card, in plain text."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from store.config.settings import Settings
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import LANGUAGES, Language
from store.records.me import Me
from store.records.person import Anniversary, City, Employment, Person, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.views.ties import Ties
from store.words.width import width
from store.words.words import Words
from tui.cli.card_lines import card_lines

TODAY = date(2026, 11, 20)

ADA = Person(
    id="A",
    name="Amélie Roussel",
    nicknames=("Mél",),
    emails=("amelie@aubier.example",),
    phones=("+33 6 00 00 00 00",),
    links=("https://aubier.example/amelie",),
    org="Aubier",
    title="Head of research",
    schools=(School(name="INSA Lyon", start="2008", end="2012"),),
    employers=("Biolab", "Ferme"),
    employment=(
        Employment(name="Aubier", start="2020"),
        Employment(name="Biolab", start="2013-09", end="2019"),
    ),
    cities=(
        City(name="Lyon"),
        City(name="Göteborg", kind="past", start="2012", end="2013"),
        City(name="Brest", kind="native"),
    ),
    passions=("climbing",),
    fields=("soils",),
    languages=("fr",),
    tags=("lab",),
    needs=("people who have run a lab",),
    offers=("doors at INSA",),
    layer=15,
    prefers="call",
    avoids=("social",),
    met=date(2009, 7, 11),
    where="INSA alumni evening",
    birthday="1985-12-01",
    dates=(Anniversary(name="start of Aubier", on="2020-09-01"),),
    intent="learn how a lab lives",
    through=PersonId("L"),
    knows=(PersonId("Z"),),
    notes="Phone before nine.\nReads Ernaux.",
    private_notes="SECRET",
)


def held(person: Person = ADA) -> Snapshot:
    people: dict[str, Record] = {
        "A": person,
        "L": Person(id="L", name="Łukasz Wrona"),
        "Z": Person(id="Z", name="Zoë Adler", through=PersonId("A")),
        "B": Person(id="B", name="Bob Sow"),
    }
    talk = Interaction(
        id="1",
        people=(PersonId("A"),),
        kind="in_person",
        on=date(2026, 10, 19),
        minutes=45,
        note="Moving the team to Villeurbanne, finds hiring hard. " * 4,
    )
    return snapshot_of(
        {
            "people": people,
            "interactions": {"1": talk},
            "follow_ups": {
                "F": FollowUp(id="F", person=PersonId("A"), on=TODAY, why="intro to Jean-Marc")
            },
            "exchanges": {
                "X": Exchange(
                    id="X",
                    person=PersonId("A"),
                    direction="received",
                    kind="advice",
                    on=TODAY,
                    note="names in biotech",
                )
            },
            "me": {"1": Me(schools=(School(name="INSA Lyon", start="2007", end="2009"),))},
        }
    )


def shown(language: Language = "en", columns: int = 80, person: Person = ADA) -> list[str]:
    snapshot = held(person)
    ties = Ties.of(snapshot, TODAY, Settings())
    return list(card_lines(person, snapshot, ties, Words(language), columns))


def in_words(lines: list[str]) -> list[str]:
    """Lines with one blank between two words."""
    return [" ".join(line.split()) for line in lines]


def test_a_card_tells_all_that_one_would_look_for() -> None:
    lines = shown()
    told = in_words(lines)
    assert lines[:2] == ["Amélie Roussel", "  Head of research · Aubier 2020-"]
    for line in (
        "nicknames Mél",
        "e-mail amelie@aubier.example",
        "links https://aubier.example/amelie",
        "prefers call",
        "schools INSA Lyon 2008-2012",
        "cities Lyon, Göteborg (past, 2012-2013), Brest (native)",
        "needs people who have run a lab",
        "offers doors at INSA",
        "layer the fifteen",
        "met 11 Jul 2009 · INSA alumni evening",
        "met through Łukasz Wrona",
        "brought you Zoë Adler",
        "intent learn how a lab lives",
        "knows Zoë Adler",
        "promised intro to Jean-Marc · today",
        "to thank for names in biotech",
        "help received advice",
        "birthday 1 Dec 1985",
        "other dates start of Aubier (1 Sep 2020)",
        "Phone before nine.",
        "Reads Ernaux.",
    ):
        assert line in told, line
    assert any(line.endswith("employers Biolab 2013-2019, Ferme") for line in told)
    assert any(line.startswith("in common INSA Lyon 2008-2009") for line in told)
    assert any(line.startswith("  Mon 19 Oct  in person, 45 min · Moving") for line in lines)
    assert "SECRET" not in "\n".join(lines)


def test_in_french_too() -> None:
    lines = in_words(shown("fr"))
    assert "écoles INSA Lyon 2008-2012" in lines
    assert "promis intro to Jean-Marc · aujourd'hui" in lines
    assert any(line.startswith("villes Lyon, Göteborg (ancienne, 2012-2013)") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_lines_go_on_below_within_the_width(language: Language, columns: int) -> None:
    lines = shown(language, columns)
    assert max(map(width, lines)) <= columns
    talk = next(number for number, line in enumerate(lines) if "45 min" in line)
    hang = " " * (lines[talk].index("  ", 4) + 2)
    assert all(line.startswith(hang) for line in lines[talk + 1 :])


def test_a_bare_card_is_a_name() -> None:
    bare = Person(id="A", name="Ada")
    lines = shown(person=bare)
    assert lines[0] == "Ada"
    assert not any("cities" in line or "layer" in line for line in lines)


def test_whoever_has_faded_is_told_to_have() -> None:
    faded = msgspec.structs.replace(ADA, status="faded")
    assert "status let fade" in in_words(shown(person=faded))


def test_texts_stand_in_one_column_and_days_in_another() -> None:
    lines = shown()
    column = lines[3].index("Mél")
    block = lines[3 : lines.index("", 3)]
    assert all(line[column - 2 : column].isspace() and line[column] != " " for line in block)
    assert all(line == line.rstrip() for line in lines)


def test_a_link_too_long_for_its_column_stands_below_and_whole() -> None:
    link = "https://aubier.example/people/amelie-roussel"
    lines = shown("fr", 60, msgspec.structs.replace(ADA, links=(link,)))
    assert lines[lines.index("  liens") + 1] == f"    {link}"


def test_notes_keep_their_empty_lines_and_stand_apart() -> None:
    lines = shown(person=msgspec.structs.replace(ADA, notes="One.\n\nTwo."))
    start = lines.index("  One.")
    assert lines[start - 1 : start + 4] == ["", "  One.", "", "  Two.", ""]
