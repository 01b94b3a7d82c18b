"""Bringing files again: what differs is told, stands first, and is decided for all at once."""

from __future__ import annotations

import msgspec
import pytest
from brought import Below, app_for, brought, open_people, open_sums
from stage import line_with, lines, network, person, settle, shows, under_cursor

from store.formats.incoming import Refused
from store.formats.plan import Differing, Entry, Plan
from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import Person
from store.words.message import Message
from tui.import_decisions import Decisions


def nothing_new() -> Decisions:
    """Everybody is here already; the files name other employers of the last two."""
    snapshot = network(*(person(f"S{at}", f"Same {at}", org="Old") for at in range(5)))
    entries = tuple(_same(snapshot.people[PersonId(f"S{at}")], otherwise=at > 2) for at in range(5))
    same = tuple(each.person for each in entries)
    return Decisions(Plan(change_set=ChangeSet(()), same=same, entries=entries, files=1), snapshot)


def _same(card: Person, *, otherwise: bool) -> Entry:
    here = PersonId(card.id)
    if not otherwise:
        return Entry(person=here, how="same", before=card, after=card)
    return Entry(
        person=here,
        how="same",
        before=card,
        after=card,
        differs=(Differing(field="org", held="Old", told="New"),),
        theirs=msgspec.structs.replace(card, org="New"),
    )


@pytest.mark.parametrize(
    ("language", "told", "back", "takes"),
    [
        ("en", "2 cards differ from the files", "there is nothing to take", "Enter take"),
        ("fr", "2 fiches diffèrent du fichier", "il n'y a rien à prendre", "Entrée prendre"),
    ],
)
async def test_sums_of_nothing_new_say_what_differs_and_offer_nothing_to_take(
    language: Language, told: str, back: str, takes: str
) -> None:
    decisions = nothing_new()
    async with app_for(decisions, language).run_test(size=(80, 24)) as pilot:
        app = await open_sums(pilot, decisions, Below())
        assert shows(app, told), lines(app)
        assert shows(app, back)
        assert not shows(app, takes), "neither does the footer"


async def test_those_who_differ_stand_first_and_capital_t_follows_the_file_for_all() -> None:
    decisions = nothing_new()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        assert "Same 3" in under_cursor(app)
        assert "1 differs" in line_with(app, "Same 4")
        assert not shows(app, "add nothing")
        await pilot.press("T")
        await settle(pilot)
        assert "1 as in the file" in under_cursor(app)
        changed = decisions.outcome.change_set.changes
        assert {each.id for each in changed} == {"S3", "S4"}
        await pilot.press("T")
        await settle(pilot)
        assert decisions.outcome.change_set.changes == ()
        await pilot.press("S")
        await settle(pilot)
        assert shows(app, "They resemble nobody")


async def test_capital_s_says_of_all_doubles_that_they_are_one() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab", "tab", "S")
        await settle(pilot)
        assert "the same person" in under_cursor(app)
        assert not {"N3"} & set(decisions.outcome.new)
        await pilot.press("enter")
        await settle(pilot)
        assert "the same person" in line_with(app, "J K"), "there is no list to say it"


async def test_what_a_double_has_in_common_is_shown_as_such() -> None:
    decisions = brought()
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert "=" in line_with(app, " name ")
        assert "=" not in line_with(app, "organisation")


@pytest.mark.parametrize(
    ("language", "place"), [("en", "pasted list, line 2"), ("fr", "liste collée, ligne 2")]
)
async def test_a_line_of_a_pasted_list_is_said_to_be_one(language: Language, place: str) -> None:
    piece = Refused(file="-", line=2, why=Message("import.not_a_person_name"), text="see below")
    decisions = brought(refused=[piece])
    async with app_for(decisions, language).run_test(size=(80, 24)) as pilot:
        app = await open_people(pilot, decisions)
        await pilot.press("shift+tab")
        await settle(pilot)
        assert place in under_cursor(app)
