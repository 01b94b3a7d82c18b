"""The sums of what files bring: taken, asked about first, turned, left."""

from __future__ import annotations

import msgspec
import pytest
from brought import Below, app_for, brought, open_sums
from mornings import until
from stage import TODAY, line_with, lines, settle, shows

from store.formats.incoming import Refused
from store.records.change import Change, ChangeSet, make
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.me import Me
from store.words.message import Message
from tui.import_decisions import Decisions


def with_more(decisions: Decisions) -> Decisions:
    """The same with a talk, a meeting to come, a promise, a tie and the own card."""
    people = (PersonId("N1"),)
    talk = Interaction(id="I1", people=people, kind="in_person", on=TODAY)
    letter = Interaction(id="I2", people=people, kind="email", on=TODAY)
    plan = Interaction(id="I3", people=people, kind="video", on=TODAY, planned=True)
    promise = FollowUp(id="F1", person=people[0], on=TODAY, why="a book")
    changes = [
        msgspec.structs.replace(each, after=msgspec.structs.replace(each.after, knows=people))
        if each.id == "N2" and each.after is not None
        else each
        for each in decisions.plan.change_set.changes
    ]
    me = Change("me", "me", Me(), Me(org="Cadmium"))
    more = (*changes, make(talk), make(letter), make(plan), make(promise), me)
    whole = msgspec.structs.replace(
        decisions.plan, change_set=ChangeSet(more), interactions=3, me={"org": 1}, left=4
    )
    return Decisions(whole, decisions.snapshot)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            (
                "3 new people",
                "1 looks doubled",
                "1 who is here already is completed",
                "1 talk or meeting",
                "1 meeting to come",
                "1 to follow up",
                "1 tie between two people",
                "your own card: ",
                "4 entries about people who are not here",
            ),
        ),
        (
            "fr",
            (
                "3 nouvelles personnes",
                "1 semble en double",
                "1 personne déjà là est complétée",
                "1 échange ou rencontre",
                "1 rencontre à venir",
                "1 à suivre",
                "1 lien entre deux personnes",
                "votre fiche",
                "4 entrées sur des inconnus",
            ),
        ),
    ],
)
async def test_all_that_comes_stands_in_the_sums(
    language: Language, told: tuple[str, ...], size: tuple[int, int]
) -> None:
    decisions = with_more(brought())
    async with app_for(decisions, language).run_test(size=size) as pilot:
        app = await open_sums(pilot, decisions, Below())
        whole = " ".join(line.strip(" ┃") for line in lines(app))
        assert [each for each in told if each not in whole] == []


async def test_why_most_was_set_aside_is_told_and_nothing_of_it_behind_the_curtain() -> None:
    pieces = [Refused(file="a.vcf", line=at, why=Message("import.binary")) for at in range(7)]
    named = Refused(file="b", line=0, why=Message("import.reader_failed", {"format": "hidden"}))
    decisions = brought(refused=[*pieces, named])
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_sums(pilot, decisions, Below())
        assert shows(app, "8 pieces set aside")
        assert shows(app, "7 × ")
        assert shows(app, "hidden")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert not shows(app, "hidden")


async def test_w_turns_what_becomes_of_those_here_and_the_sums_follow() -> None:
    decisions = with_more(brought())
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_sums(pilot, decisions, Below())
        assert shows(app, "yes, take all and complete them")
        await pilot.press("w")
        await settle(pilot)
        assert "left alone" in line_with(app, "those who are here already")
        assert not shows(app, "is completed")
        assert not shows(app, "your own card"), "it is there already, too"
        await pilot.press("w")
        await settle(pilot)
        assert "ask about each" in line_with(app, "those who are here already")
        assert shows(app, "1 who is here already waits for your word")
        await pilot.press("w")
        await settle(pilot)
        assert shows(app, "1 who is here already is completed")


async def test_what_was_decided_one_by_one_is_in_the_sums_and_in_what_is_written() -> None:
    decisions, below = brought(), Below()
    app = app_for(decisions)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sums(pilot, decisions, below)
        await pilot.press("d", "x", "tab", "x", "tab", "s", "escape")
        await settle(pilot)
        assert shows(app, "1 new person")
        assert shows(app, "1 left out by you")
        await pilot.press("y")
        await until(pilot, lambda: bool(below.asked))
    people = app.service.snapshot.people
    assert below.asked == ["taken"]
    assert {id for id in people if id.startswith("N")} == {"N2"}
    assert people[PersonId("T")].org == ""
    assert "uid:3" in people[PersonId("A")].sources


async def test_more_than_a_few_changed_wait_for_a_yes() -> None:
    decisions, below = brought(), Below()
    app = app_for(decisions)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sums(pilot, decisions, below)
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "y takes all, Esc leaves")
        assert app.service.snapshot is decisions.snapshot
        await pilot.press("w", "enter")
        await until(pilot, lambda: bool(below.asked))
    assert below.asked == ["taken"], "nobody who is here changes: nothing to ask"


async def test_enter_pressed_twice_takes_once_and_esc_leaves_nothing() -> None:
    decisions, below = brought(), Below()
    app = app_for(decisions)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sums(pilot, decisions, below)
        await pilot.press("y", "y", "enter", "d", "w", "escape")
        await until(pilot, lambda: bool(below.asked))
    assert below.asked[0] == "taken"
    assert len(app.service.snapshot.people) == len(decisions.snapshot.people) + 3
