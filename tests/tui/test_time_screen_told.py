"""What the screen of time says of budgets, slots, shares and calendars, in both languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
import pytest
from rich.cells import cell_len

from store.config.settings import Settings
from store.formats.incoming import Refused
from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.me import Budget
from store.records.person import Person
from store.records.snapshot import EMPTY, Snapshot
from store.records.time_entry import Slot
from store.rules.budget import Week
from store.rules.busy import Busy
from store.rules.free_time import Span
from store.rules.time_shares import PARTS
from store.views.slots import SlotsView
from store.views.taken_hours import taken_of_free
from store.views.time_figures import (
    LayerShare,
    OneWeek,
    PersonMinutes,
    TimeFigures,
    ValueShare,
    Ways,
)
from store.views.week import WeekView
from store.words.glyphs import ASCII
from store.words.message import Message
from store.words.words import Words
from tui.busy_times import LongestTaken
from tui.phrasing.calendars_unread import calendars_explained, calendars_unread, unread_parts
from tui.phrasing.slot_remarks import slot_remarks
from tui.phrasing.time_budget import budget_echo
from tui.phrasing.time_shares import percent_said, shares_told
from tui.phrasing.time_slots import BOOKED, FREE
from tui.phrasing.time_weeks import weeks_shown
from tui.phrasing.time_why import Calendars, longest_said, slots_explained, span_words

TODAY = date(2026, 11, 20)
EN, FR = Words("en"), Words("fr")
NBSP = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


# Budget ----------------------------------------------------------------------------------------

HELD = Budget(total=120, kinds={"call": 40, "writing": 20, "social": 20})


def test_the_echo_of_a_budget_tells_what_changes_and_what_the_kinds_add_up_to() -> None:
    after = Budget(total=120, kinds={"call": 60, "social": 20})
    assert budget_echo(HELD, after, EN) == (
        "→ call 1 h · no longer set: writing · together 1 h 20, week 2 h"
    )
    assert plain(budget_echo(HELD, after, FR)) == (
        "→ appels 1 h · plus de cible : écrits · ensemble 1 h 20, semaine 2 h"
    )
    assert budget_echo(HELD, HELD, EN) == "→ nothing changes · together 1 h 20, week 2 h"
    assert budget_echo(HELD, Budget(total=90), FR).endswith("· 1 h 30 par semaine au total")
    assert budget_echo(Budget(total=0), Budget(total=0, kinds={"call": 5}), EN) == (
        "→ call 5 min · together 5 min"
    )


# Slots -----------------------------------------------------------------------------------------


def people(*slots: Slot) -> Snapshot:
    desmond = Person(id="D", name="Desmond Okafor")
    zoe = Person(id="Z", name="Zoë Adler", timezone="America/New_York")
    return EMPTY.apply(ChangeSet(tuple(map(make, (desmond, zoe, *slots)))))


def slot(id: str, who: str, at: str, minutes: int = 30) -> Slot:
    return Slot(id=id, kind="call", on=TODAY, at=at, minutes=minutes, person=PersonId(who))


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - on the user's clock


def remarks(
    each: Slot, language: Language = "en", busy: tuple[Busy, ...] = (), *, curtain: bool = False
) -> tuple[str, ...]:
    snapshot = people(slot("S1", "D", "09:30"))
    return slot_remarks(each, snapshot, busy, Words(language), curtain=curtain)


def test_a_slot_over_another_one_is_told_of_and_one_beside_it_is_not() -> None:
    over = slot("", "D", "09:45")
    assert remarks(over) == ("at the same time as call with Desmond Okafor, 09:30",)
    assert tuple(map(plain, remarks(over, "fr"))) == (
        "en même temps : appel avec Desmond Okafor, 09:30",
    )
    assert "Desmond" not in remarks(over, curtain=True)[0]
    assert remarks(slot("", "D", "10:00")) == ()
    assert remarks(slot("", "D", "")) == ()
    assert remarks(slot("S1", "D", "09:40")) == (), "nor over itself"


def test_a_slot_over_an_event_of_a_calendar_is_told_of() -> None:
    busy = (Busy(at(14), at(15, 30)), Busy(at(22), at(1, day=21)))
    said = "at the same time as something in your calendar, {}"
    assert remarks(slot("", "D", "15:00"), busy=busy) == (said.format("14:00–15:30"),)
    assert remarks(slot("", "D", "23:00"), busy=busy) == (said.format("22:00–24:00"),)
    assert remarks(slot("", "D", "15:30"), busy=busy) == ()
    assert "votre calendrier, 14:00–15:30" in remarks(slot("", "D", "15:00"), "fr", busy)[0]


def test_an_hour_at_which_nobody_is_rung_up_is_told_on_their_clock() -> None:
    def hour(who: str, at: str, language: Language = "en") -> tuple[str, ...]:
        return slot_remarks(
            slot("", who, at),
            people(),
            (),
            Words(language),
            curtain=False,
            there=lambda zone, moment: moment - timedelta(hours=6),
        )

    assert hour("Z", "09:00") == ("03:00 there",)
    assert hour("Z", "09:00", "fr") == ("03:00 là-bas",)
    assert hour("Z", "13:30") == ("07:30 there",)
    assert hour("Z", "14:00") == ()
    assert hour("D", "04:00") == (), "it is not known where"


@pytest.mark.parametrize("table", [{}, ASCII])
def test_what_stands_of_a_slot_shows_by_its_sign_alone(table: dict[int, str]) -> None:
    signs = [FREE, *(sign for sign, *_ in BOOKED.values())]
    assert len({sign.translate(table) for sign in signs}) == len(signs)
    assert set("".join(signs)) <= set("■□●◆◇▶·×")


def test_hours_of_a_setting_are_told_like_those_of_a_day() -> None:
    assert span_words("9:00-12:30", FR) == "09:00–12:30"
    assert span_words("whenever", FR) == "whenever"


def explained(busy: tuple[Busy, ...], longest: LongestTaken | None, spans: int = 0) -> list[str]:
    free = tuple(Span(TODAY, 540 + 60 * place, 570 + 60 * place) for place in range(spans))
    view = SlotsView(booked=(), proposed=(), spans=free)
    settings = Settings(calendars=("/home/me/work.ics",))
    told = slots_explained(view, Calendars(busy, (), longest), settings, EN, at(8))
    return [each.text for each in told]


def test_that_calendars_take_nothing_is_not_said() -> None:
    assert not any("taken by your calendars" in line for line in explained((), None))
    assert any("1 time taken" in line for line in explained((Busy(at(9), at(10)),), None))


def test_where_nothing_is_free_the_calendar_that_takes_longest_is_named_with_its_days() -> None:
    days = LongestTaken("/home/me/tr\x1b[2Jip.ics", Busy(at(0), at(0, day=27)))
    assert "tr[2Jip.ics takes the most: Fri 20 Nov to Thu 26 Nov." in explained((), days)
    hours = LongestTaken("work.ics", Busy(at(9), at(0, day=21)))
    assert "work.ics takes the most: Fri 20 Nov, 09:00–24:00." in explained((), hours)
    assert plain(longest_said(days, FR, TODAY)) == (
        "tr[2Jip.ics en prend le plus : du ven. 20 nov. au jeu. 26 nov."
    )
    assert not any("takes the most" in line for line in explained((), days, spans=1))


# Shares ----------------------------------------------------------------------------------------


def figures() -> TimeFigures:
    week = WeekView(
        start=date(2026, 11, 16),
        until=date(2026, 11, 22),
        kinds=(),
        spent=0,
        target=120,
        pace=0,
        band=None,
        share=0,
        spent_today=0,
        left_today=0,
        timer=None,
    )
    return TimeFigures(
        week=week,
        since=date(2026, 10, 24),
        until=TODAY,
        minutes=509,
        by_layer=(
            LayerShare(layer=5, new=False, minutes=427, people=1),
            LayerShare(layer=None, new=False, minutes=2, people=1),
        ),
        most=(),
        ways=Ways(voice=300, meeting=60, writing=69, other=80),
        by_value=tuple(ValueShare(part=part, minutes=100, people=1) for part in PARTS),
        by_kind=(("call", 300), ("in_person", 60), ("writing", 69), ("preparing", 80)),
        weeks=(),
        usual=None,
    )


def told(language: Language, room: tuple[int, int]) -> list[str]:
    paragraphs = shares_told(figures(), Words(language), room, curtain=False, empty="").paragraphs
    return ["".join(piece.text for piece in each.lead).strip() for each in paragraphs]


def test_each_column_of_shares_says_of_what_they_are_parts() -> None:
    lines = told("en", (25, 30))
    assert lines.index("with people 7 h 09") < lines.index("by what matters")
    assert lines.index("by what matters") < lines.index("all 8 h 29") < lines.index("by kind")
    wide = told("fr", (90, 30))
    assert wide[0].split("  ")[0] == "avec des gens 7 h 09"
    assert wide[0].endswith("au total 8 h 29")


def test_one_word_has_one_figure_and_little_is_not_nothing() -> None:
    lines = told("en", (25, 40))
    parts = {line[:9].strip(): line.split()[-2] for line in lines if line.startswith("preparing")}
    assert parts == {"preparing": "16"}
    assert any(line.startswith("no layer") and line.endswith("<1 %") for line in lines)
    assert (percent_said(0, 2), percent_said(0, 0), percent_said(3, 9)) == ("<1 %", "0 %", "3 %")


def most_told(cells: int) -> list[str]:
    people = (("Keith Hettinger", 120), ("Jean-François Lafargue", 65), ("Zoë Adler", 30))
    most = tuple(
        PersonMinutes(person=PersonId(name), name=name, minutes=minutes) for name, minutes in people
    )
    shown = msgspec.structs.replace(figures(), most=most)
    paragraphs = shares_told(shown, EN, (cells, 40), curtain=False, empty="").paragraphs
    lines = ["".join(piece.text for piece in each.lead) for each in paragraphs]
    return lines[next(i for i, line in enumerate(lines) if line.startswith("most")) :]


def test_names_are_full_where_there_is_room_each_for_itself() -> None:
    assert most_told(28) == [
        "most Keith Hettinger    2 h",
        "     Jean-François   1 h 05",
        "     Zoë Adler       30 min",
    ]
    assert most_told(40)[1] == "      Jean-François Lafargue  1 h 05"
    assert most_told(25)[0].split() == ["most", "Keith", "2", "h"]
    assert all(cell_len(line) <= cells for cells in range(24, 60) for line in most_told(cells))


# Weeks -----------------------------------------------------------------------------------------


def test_the_line_of_the_budget_is_that_of_a_whole_week_though_days_of_this_one_are_off() -> None:
    targets = (0, 120, 120, 48)
    weeks = tuple(
        OneWeek(start=TODAY - timedelta(weeks=3 - place), number=1, minutes=60, target=target)
        for place, target in enumerate(targets)
    )
    told = msgspec.structs.replace(figures(), weeks=weeks)
    shown = weeks_shown(told, EN, TODAY, roomy=True, empty="")
    assert (shown.goal, shown.goal_word) == (120, "goal 2 h")


# Calendars -------------------------------------------------------------------------------------


def refused(file: str, line: int, why: str) -> Refused:
    return Refused(file=file, line=line, why=Message(why))


PROBLEMS = (
    refused("/home/me/far/away/work.ics", 0, "busy.no_calendar"),
    refused("/home/me/home.ics", 12, "ics.unended"),
    refused("/home/me/home.ics", 40, "ics.unended"),
)


def test_a_calendar_that_cannot_be_read_is_a_sentence_and_its_path_stands_further_on() -> None:
    assert calendars_unread(PROBLEMS, EN, key="w") == (
        "work.ics could not be read. This is no calendar (.ics).",
        "home.ics: 2 parts could not be read; w tells which.",
    )
    assert plain(calendars_unread(PROBLEMS, FR, key="w")[0]) == (
        "work.ics n'a pas pu être lu. Ce n'est pas un calendrier (.ics)."
    )
    explained = [each.text for each in calendars_explained(PROBLEMS, EN)]
    assert explained[0].startswith("/home/me/far/away/work.ics")
    assert explained[1].startswith("/home/me/home.ics, line 12")
    assert calendars_explained((), EN) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_about_calendars_fits_a_line_of_80(language: Language) -> None:
    words, parts = Words(language), unread_parts(PROBLEMS)
    assert parts is not None
    length = Message("duration.hours_minutes", {"hours": 12, "minutes": "30"})
    for id, more in (("calendar.chosen", {"n": 10}), ("calendar.chosen_parts", {"parts": parts})):
        said = words.tell(Message(id, {"taken": length, "free": length, **more}))
        assert cell_len(said) <= 78
        assert said.endswith(".")
    assert unread_parts(PROBLEMS[:1]) is None


def test_only_free_hours_of_working_days_are_counted_as_taken() -> None:
    settings = Settings(free_hours=("09:00-12:00", "14:00-16:00"))
    days = Week(TODAY, date(2026, 11, 26))
    night_and_day = (Busy(at(0), at(0, day=21)),)
    taken, free = taken_of_free(settings, (), night_and_day, days)
    assert taken == 300
    assert free == 300 * sum(
        settings.work_days.get(name, True)
        for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
    assert taken_of_free(settings, (), (Busy(at(18), at(23)),), days)[0] == 0
