"""A person at a glance below the list: at both heights, in both languages."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from small_network import TODAY, Network

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import City, School
from store.views.preview import Preview, preview
from store.views.ties import Ties
from store.words.words import Words
from tui.phrasing.glance_paragraphs import glance_paragraphs
from widgets.paragraph import laid_out


def glance() -> Preview:
    network = Network()
    network.me = msgspec.structs.replace(network.me, schools=(School(name="INSA Lyon"),))
    friends = tuple(PersonId(f"P-{name}") for name in ("Ann Lee", "Bo Ek", "Cy Pratt", "Di Moss"))
    for name in ("Ann Lee", "Bo Ek", "Cy Pratt", "Di Moss"):
        network.person(name)
    network.person(
        "Zoë Adler",
        34,
        64,
        400,
        layer=15,
        org="Aubier",
        title="Chemist",
        schools=(School(name="INSA Lyon", start="2009"),),
        cities=(City(name="Lyon"),),
        languages=("fr", "en"),
        passions=("jazz",),
        knows=friends,
        notes="Reads Annie Ernaux.",
    )
    snapshot = network.snapshot()
    return preview(snapshot, Ties.of(snapshot, TODAY, Settings()), PersonId("P-Zoë Adler"))


def told(language: Language, cells: int, lines: int, curtain: bool = False) -> list[str]:
    paragraphs = glance_paragraphs(
        glance(), Words(language), TODAY, curtain, cells=cells, lines=lines
    )
    out = []
    for line in laid_out(paragraphs, cells, 100):
        left = "".join(piece.text for piece in line.left)
        right = "".join(piece.text for piece in line.right)
        assert len(left) + len(right) <= cells
        out.append(f"{left}|{right}" if right else left)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in out]


def test_with_room_everything_has_a_line_of_its_own() -> None:
    lines = told("en", 67, 9)
    assert lines[0].startswith("Zoë Adler|15 · ")
    assert lines[1] == "Chemist, Aubier · Lyon · French, English"
    assert lines[2] == "INSA Lyon 2009 [shared] · jazz"
    assert lines[3] == "knows  Ann, Bo, Cy, Di"
    assert lines[5].endswith("|spoke 34 d ago")
    assert "twelve months" in lines[5] or "▆" in lines[5]
    assert lines[7].startswith("17 Oct       ")
    assert [line.index("call") for line in lines[7:10]] == [13, 13, 13]
    assert lines[-1] == "notes  Reads Annie Ernaux."


@pytest.mark.parametrize(
    ("language", "shared", "knows", "spoke"),
    [
        ("en", "[shared]", "knows  Ann", "spoke 34 d ago"),
        ("fr", "[en commun]", "connaît  Ann", "parlé il y a 34 j"),
    ],
)
def test_in_five_lines_what_can_share_a_line_does(
    language: Language, shared: str, knows: str, spoke: str
) -> None:
    lines = told(language, 76, 5)
    assert lines[0].startswith("Zoë Adler · Aubier · Lyon|15 · ")
    assert shared in lines[1]
    assert lines[2].endswith(spoke)
    assert any(knows in line for line in lines[2:4])


def test_the_last_twelve_months_show_the_nearest_way_of_each() -> None:
    strip = next(line for line in told("en", 67, 9) if "spoke" in line)
    drawn = "".join(letter for letter in strip if letter in "·▂▆█")
    assert len(drawn) == 12
    # 34 and 64 days ago, neither of them this month; the talk of more than a year ago is gone.
    months = [(TODAY - timedelta(days=days)).month for days in (34, 64)]
    places = [(month - TODAY.month - 1) % 12 for month in months]
    assert [place for place, letter in enumerate(drawn) if letter != "·"] == sorted(places)


@pytest.mark.parametrize(("cells", "lines"), [(36, 12), (47, 5), (47, 12), (76, 5), (120, 20)])
def test_no_line_is_wider_than_the_pane(cells: int, lines: int) -> None:
    assert told("fr", cells, lines)


def test_behind_the_curtain_only_initials() -> None:
    shown = "\n".join(told("en", 67, 9, curtain=True))
    assert "Z. A." in shown
    assert not any(word in shown for word in ("Zoë", "Aubier", "Lyon", "Ann", "Ernaux"))


@pytest.mark.parametrize(("language", "said"), [("en", "spoke today"), ("fr", "parlé aujourd'hui")])
def test_a_talk_of_today_is_no_number_of_days(language: Language, said: str) -> None:
    network = Network()
    network.person("Zoë Adler", 0, 34)
    snapshot = network.snapshot()
    today = preview(snapshot, Ties.of(snapshot, TODAY, Settings()), PersonId("P-Zoë Adler"))
    paragraphs = glance_paragraphs(today, Words(language), TODAY, cells=76, lines=9)
    told = [text for each in paragraphs for text in (each.text, *(p.text for p in each.right))]
    assert said in told


def test_whom_they_know_is_not_written_over_the_last_talk() -> None:
    network = Network()
    network.person("Ann Lee")
    network.person("Zoë Adler", *range(270, 430, 14), knows=(PersonId("P-Ann Lee"),))
    snapshot = network.snapshot()
    long_ago = preview(snapshot, Ties.of(snapshot, TODAY, Settings()), PersonId("P-Zoë Adler"))
    paragraphs = glance_paragraphs(long_ago, Words("fr"), TODAY, cells=47, lines=5)
    lines = ["".join(piece.text for piece in line.left) for line in laid_out(paragraphs, 47, 100)]
    assert "parlé il y a 9 mois" in lines
    assert "connaît  Ann" in lines
