"""Going through what is probably so, and through spellings; and what `T` reaches."""

from __future__ import annotations

import pytest
from mornings import until
from stage import app_over, lines, network, person, settle, shows, type_in, under_cursor
from test_people_find import press
from textual.command import CommandList

from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.me import Me
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from tui.screens.place import Place

SIZES = ((80, 24), (100, 30))

MINE = Me(org="Cadmium", employers=("Borealis",))

THEY = (
    person("B1", "Ana Ek", org="Borealis", cities=(City(name="Lyon"),)),
    person("B2", "Bo Sand", org="Borealis Ltd", title="Buyer"),
    person("B3", "Cy Lund", org="Borealis"),
    person("C1", "Dee Holm", org="Cadmium"),
)


def with_me(me: Me, *more: Person) -> Snapshot:
    return network(*more).apply(ChangeSet((make(me),)))


def offered(app: ArrosoirApp) -> list[str]:
    """The first command that the palette offers, by its words."""
    found = list(app.screen.query(CommandList))
    options = found[0].options[:1] if found else []
    return [str(each.prompt).partition("  ")[0] for each in options]


def record(app: ArrosoirApp, id: str) -> Person:
    return app.service.snapshot.people[PersonId(id)]


def said(app: ArrosoirApp) -> str:
    return lines(app)[-1].replace("\N{NO-BREAK SPACE}", " ")


def run(app: ArrosoirApp, command: str) -> None:
    """As from the palette."""
    screen = app.screen
    assert isinstance(screen, Place)
    screen.run_command(command)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "typed", "name", "head", "tag"),
    [
        (
            "en",
            "gaps",
            "fill the gaps",
            "tag “former colleague” · Borealis was your employer",
            "former colleague",
        ),
        (
            "fr",
            "compl",
            "compléter les fiches",
            "étiquette « ancien collègue » · Borealis est sur",
            "ancien collègue",
        ),
    ],
)
async def test_a_group_is_taken_by_two_keys_and_taken_back_by_one(
    language: Language, typed: str, name: str, head: str, tag: str, size: tuple[int, int]
) -> None:
    app = app_over(with_me(MINE, *THEY), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await type_in(pilot, typed)
        await until(pilot, lambda: offered(app) == [name])
        await press(pilot, "enter")
        assert any(head in line.replace("\N{NO-BREAK SPACE}", " ") for line in lines(app))
        assert "Dee Holm" in under_cursor(app)
        await press(pilot, "j", "asterisk", "enter")
        assert [record(app, id).tags for id in ("B1", "B2", "B3", "C1")] == [(tag,)] * 3 + [()]
        assert said(app).startswith(" 3 cards completed · u" if language == "en" else " 3 fiches")
        await press(pilot, "u")
        assert [record(app, id).tags for id in ("B1", "B2", "B3")] == [()] * 3


async def test_what_is_taken_back_is_where_the_cursor_goes() -> None:
    app = app_over(with_me(MINE, *THEY))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        run(app, "all.gaps")
        await settle(pilot)
        assert "Dee Holm" in under_cursor(app)
        await press(pilot, "x")
        assert "Ana Ek" in under_cursor(app)
        await press(pilot, "u")
        assert "Dee Holm" in under_cursor(app)
        await press(pilot, "j", "u")
        assert "Ana Ek" in under_cursor(app), "where nothing comes back it stays"


async def test_one_by_one_taken_or_turned_down_for_good() -> None:
    app = app_over(with_me(MINE, *THEY))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        run(app, "all.gaps")
        await settle(pilot)
        assert shows(app, "6 proposals")
        await press(pilot, "enter")
        assert record(app, "C1").tags == ("colleague",)
        assert "Ana Ek" in under_cursor(app)
        await press(pilot, "x")
        assert record(app, "B1").declined == ("former_colleague:borealis",)
        assert shows(app, "4 proposals")
        await press(pilot, "G", "space")
        assert under_cursor(app).strip(" ┃").startswith("▶+Cy Lund")
        await press(pilot, "enter")
        assert record(app, "B3").cities == (City(name="Lyon"),)
        await press(pilot, "escape")
        assert "▐1 Today▌" in lines(app)[0]
        run(app, "all.gaps")
        await settle(pilot)
        assert shows(app, "3 proposals")
        await press(pilot, "asterisk", "escape")
        assert shows(app, "3 proposals")


async def test_behind_the_curtain_neither_names_nor_places_are_read() -> None:
    app = app_over(with_me(MINE, *THEY))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        run(app, "all.gaps")
        await press(pilot, "!")
        shown = "\n".join(lines(app))
        for secret in ("Ana", "Borealis", "Cadmium", "Lyon", "Buyer"):
            assert secret not in shown
        assert "A. E." in shown
        await press(pilot, "enter")
        assert "Dee" not in said(app)


@pytest.mark.parametrize("command", ["all.gaps", "all.spellings"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_empty_list_says_what_there_would_be(command: str, language: Language) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        run(app, command)
        await settle(pilot)
        wanted = {
            ("all.gaps", "en"): "Nothing to propose.",
            ("all.gaps", "fr"): "Rien à proposer.",
            ("all.spellings", "en"): "is written in one way only",
            ("all.spellings", "fr"): "n'a qu'une graphie",
        }
        whole = " ".join(line.strip("┃ ") for line in lines(app))
        assert wanted[command, language] in whole
        await press(pilot, "enter", "x", "escape")
        assert lines(app)[0].startswith(" ▐1 ")


SPELT = (
    person("S1", "Ana Ek", schools=(School(name="INSA Lyon", start="2004"),)),
    person("S2", "Bo Sand", schools=(School(name="INSA Lyon"),)),
    person("S3", "Cy Lund", schools=(School(name="INSA de Lyon", start="2007"),)),
    person("S4", "Dee Holm", schools=(School(name="I.N.S.A. Lyon"),), passions=("Rock-climbing",)),
    person("S5", "Eve Dahl", passions=("rock climbing",)),
)


def schools(app: ArrosoirApp) -> list[tuple[str, str | None]]:
    stays = [record(app, id).schools for id in ("S1", "S2", "S3", "S4")]
    return [(each.name, each.start) for several in stays for each in several]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_group_is_spelled_as_under_the_cursor_and_back(
    language: Language, size: tuple[int, int]
) -> None:
    app = app_over(network(*SPELT), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = schools(app)
        run(app, "all.spellings")
        await settle(pilot)
        assert "INSA Lyon" in under_cursor(app)
        await press(pilot, "enter")
        told = (
            "Now written INSA Lyon: 2 people" if language == "en" else "Désormais écrit INSA Lyon"
        )
        assert told in said(app)
        assert schools(app) == [(("INSA Lyon"), start) for start in ("2004", None, "2007", None)]
        assert "climbing" in under_cursor(app)
        await press(pilot, "u")
        assert schools(app) == before


async def test_one_spelling_is_taken_out_and_the_rest_written_as_typed() -> None:
    app = app_over(network(*SPELT))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        run(app, "all.spellings")
        await settle(pilot)
        await press(pilot, "j", "x")
        assert shows(app, "I.N.S.A. Lyon is kept apart")
        assert "INSA de Lyon" in under_cursor(app)
        await press(pilot, "e")
        assert shows(app, "→ INSA de Lyon on 3 cards")
        await type_in(pilot, " 1")
        await press(pilot, "enter")
        assert schools(app)[:3] == [
            ("INSA de Lyon 1", "2004"),
            ("INSA de Lyon 1", None),
            ("INSA de Lyon 1", "2007"),
        ]
        assert schools(app)[3] == ("I.N.S.A. Lyon", None)
        await press(pilot, "!")
        assert not shows(app, "climbing")


async def test_strangers_text_in_a_proposal_is_no_markup() -> None:
    city = "Ly[/][@click=app.quit]on\x1b[31m"
    they = (
        person("E1", "Eve [b]Ek[/]", org="Bor[/]ealis", cities=(City(name=city),)),
        person("E2", "Bo", org="Bor[/]ealis"),
    )
    app = app_over(network(*they))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        run(app, "all.gaps")
        await settle(pilot)
        shown = "\n".join(lines(app))
        assert "[/][@click=app.quit]on" in shown
        assert "\x1b" not in shown


async def test_t_says_on_how_many_it_acts_and_how_many_have_it_and_makes_a_circle() -> None:
    app = app_over(network(*SPELT))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await press(pilot, "slash")
        await type_in(pilot, "insa")
        await settle(pilot)
        await press(pilot, "enter", "*", "T")
        await type_in(pilot, "éc insa lyon")
        await settle(pilot)
        assert shows(app, "→ school INSA Lyon, for 0 people · 4 have it already")
        await type_in(pilot, " 2011")
        await settle(pilot)
        assert shows(app, "→ school INSA Lyon 2011, for 4 people · 4 people have it")
        await press(pilot, "escape", "T")
        await type_in(pilot, "circle Alumni")
        await settle(pilot)
        assert shows(app, "→ circle Alumni, for 4 people · new here")
        await press(pilot, "enter")
        assert said(app).startswith(" circle Alumni: 4 people · u")
        (circle,) = app.service.snapshot.circles.values()
        assert (circle.name, sorted(circle.people)) == ("Alumni", ["S1", "S2", "S3", "S4"])
        await press(pilot, "T")
        await type_in(pilot, "cer alu")
        await press(pilot, "tab")
        assert shows(app, "→ circle Alumni, for 0 people · 4 have it already")
        await press(pilot, "escape", "T")
        await type_in(pilot, "-circle alumni")
        await settle(pilot)
        assert shows(app, "→ without circle alumni, for 4 people")
        await press(pilot, "enter", "u", "u")
        assert not app.service.snapshot.circles
