"""Every term of a row is told, and the terms come to what the row shows."""

from __future__ import annotations

from datetime import timedelta
from math import log

import msgspec
import pytest
from small_network import TODAY, Network, ago

from store.records.ids import PersonId
from store.records.kinds import GROUPS
from store.records.person import Anniversary, City, Pause, Person
from store.records.record import Document
from store.rules.rhythm import PRIOR_GAPS
from store.views.answers_explain import explain_answer
from store.views.explain import Backdrop, Explained, explain, explain_person
from store.views.explain_figure import PARTS, FigureValue
from store.views.today import TodayRow
from store.words.words import Words

EN = Words("en")


def opened(net: Network, row: TodayRow) -> Explained:
    return explain(net.snapshot(), net.ties(), row)


def row_of(net: Network, id: str) -> TodayRow:
    return next(row for row in net.today().rows if row.id == id)


def values(explained: Explained) -> dict[str, FigureValue]:
    return {figure.name: figure.value for figure in explained.figures}


def told(explained: Explained, name: str) -> str:
    """What is said of a term, its rule behind it."""
    figure = next(each for each in explained.figures if each.name == name)
    return f"{EN.tell(figure.what, TODAY)} | {EN.tell(figure.rule, TODAY)} | {figure.source}"


def slipping() -> Network:
    """Somebody of the fifteen with talks, a message of mine alone and a sign, and a pause."""
    net = Network()
    pause = Pause(start=ago(40), until=ago(31))
    ada = net.person("Ada", *range(90, 300, 30), layer=15, fields=("biotech",), pauses=(pause,))
    net.talk(ada, 85, kind="social")
    net.talk(ada, 80, kind="message", by="me")
    return net


def test_the_rhythm_is_told_from_contacts_to_the_usual_gap() -> None:
    net = slipping()
    standing = net.ties()[PersonId("P-Ada")]
    figures = values(opened(net, row_of(net, "cooling:P-Ada")))
    assert figures["contacts"] == pytest.approx(7 + 0.4 + 0.1)
    assert figures["prior"] == 45
    assert figures["gaps"] == pytest.approx(6.4)
    assert figures["usual_gap"] == standing.usual_gap_days
    assert figures["silence"] == standing.silent_days == 70
    assert figures["clock"] > 70  # type: ignore[operator]
    assert PRIOR_GAPS == 2


def test_contacts_that_count_for_less_are_told_apart() -> None:
    explained = opened(slipping(), row_of(slipping(), "cooling:P-Ada"))
    contacts = told(explained, "contacts")
    assert "9 contacts, weighing 7.5: 1 only from you, unanswered (.4), 1 × social (.1)" in contacts
    assert "A1" in contacts
    assert "10 paused days taken out" in told(explained, "silence")
    assert "layer 15" in told(explained, "prior")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"cadence_days": 20}, "The rhythm you set"),
        ({"layer": 5}, "What the layer 5 stands for"),
        ({}, "Your own usual, over all your ties"),
    ],
)
def test_where_the_gap_supposed_comes_from(fields: dict[str, object], said: str) -> None:
    net = Network()
    net.person("Bob", 3, 13, 23)
    ada = net.person("Ada", 90, **fields)
    assert said in told(explain_person(net.snapshot(), net.ties(), ada), "prior")


def test_nothing_known_supposes_thirty_days() -> None:
    net = Network()
    ada = net.person("Ada", 90)
    said = told(explain_person(net.snapshot(), net.ties(), ada), "prior")
    assert said.startswith("30 days supposed at first, worth 2 gaps | As long as nothing else")


def test_the_chance_is_a_place_on_a_scale_and_never_a_percentage() -> None:
    net = slipping()
    explained = opened(net, row_of(net, "cooling:P-Ada"))
    figures = values(explained)
    q, chance = figures["evidence"], figures["survival"]
    assert isinstance(q, float)
    assert isinstance(chance, float)
    assert q == pytest.approx(1 / (7.5 + 2 + 3))
    assert figures["p_lost"] == pytest.approx(q / (q + (1 - q) * chance))
    assert "on a scale on which thin begins at .50" in told(explained, "p_lost")
    text = "".join(told(explained, each.name) for each in explained.figures)
    assert "%" not in text
    assert "Laplace" in text


@pytest.mark.parametrize(
    ("agos", "cadence", "band", "said"),
    [
        ((12,), 30, "warm", "Within half a usual gap (15 days)"),
        (tuple(range(31, 400, 25)), 30, "cooling", "Past the rhythm you set (30 days)"),
        (tuple(range(61, 400, 25)), 30, "cold", "Past twice the rhythm you set (30 days)"),
        ((20,), 30, "cooling", "slipping below .50"),
    ],
)
def test_what_bounds_the_word_is_told(
    agos: tuple[int, ...], cadence: int, band: str, said: str
) -> None:
    net = Network()
    ada = net.person("Ada", *agos, cadence_days=cadence)
    explained = explain_person(net.snapshot(), net.ties(), ada)
    assert values(explained)["band"] == band
    assert said in told(explained, "band")


def test_value_and_chance_come_to_the_place_in_the_list() -> None:
    net = slipping()
    net.person("Bea", 60, 90, 120, layer=50)
    for row in net.today().rows:
        figures = values(opened(net, row))
        value, p_lost, gain = figures["value"], figures["p_lost"], figures["gain"]
        assert isinstance(value, float)
        assert isinstance(p_lost, float)
        assert gain == row.gain == pytest.approx(value * p_lost)
    ada = values(opened(net, row_of(net, "cooling:P-Ada")))
    assert ada["value"] == pytest.approx(1.5 * (log(2) + log(1 + 9)) * 1.25)
    bridge = told(opened(net, row_of(net, "cooling:P-Ada")), "bridge")
    assert bridge.startswith("Your only tie into biotech")
    assert "Burt" in bridge


def test_what_is_pinned_or_past_a_set_rhythm_says_so() -> None:
    net = Network()
    net.person("Ada", 42, 72, 102, cadence_days=30, pinned=True)
    explained = opened(net, net.today().rows[0])
    assert values(explained)["days_past"] == 12
    assert told(explained, "days_past").startswith("12 days past your 30")
    assert "pinned" in values(explained)


def test_manners_are_told_with_their_days() -> None:
    net = slipping()
    standing = net.ties()[PersonId("P-Ada")]
    figures = values(opened(net, row_of(net, "cooling:P-Ada")))
    assert standing.usual_gap_days is not None
    assert figures["guard"] == pytest.approx(standing.usual_gap_days / 4)


def test_somebody_resting_after_three_messages_is_told_until_when() -> None:
    net = Network()
    ada = net.person("Ada")
    for days in (50, 30, 10):
        net.talk(ada, days, kind="message")
    said = told(explain_person(net.snapshot(), net.ties(), ada), "guard")
    assert said.startswith("Left alone: 3 messages without an answer; back Sat 9 Jan 2027")


def test_the_step_names_its_rung_and_the_minutes_their_source() -> None:
    net = slipping()
    explained = opened(net, row_of(net, "cooling:P-Ada"))
    assert told(explained, "step") == "Proposed: message | As last time | A1"
    assert "By the settings" in told(explained, "minutes")
    net.person("Bea", *range(60, 400, 30), cadence_days=30)
    assert "The median of the" in told(opened(net, row_of(net, "cooling:P-Bea")), "minutes")


def test_on_a_trip_the_step_says_where_and_until_when() -> None:
    net = Network()
    stay = City(name="Lyon", start=ago(1).isoformat(), end=(TODAY + timedelta(3)).isoformat())
    net.me = msgspec.structs.replace(net.me, cities=(City(name="Paris"), stay))
    net.person("Ada", 90, 120, cities=(City(name="Lyon"),))
    row = net.today().rows[0]
    assert row.step == "in_person"
    said = told(opened(net, row), "step")
    assert "You are in Lyon until Mon 23 Nov; A chance to meet" in said


def test_whether_it_shows_today_or_waits_is_told_with_why() -> None:
    net = Network(budget=600)
    for number in range(7):
        net.person(f"N{number}", 40, 80, cadence_days=30)
    net.promise(net.person("Paul", 90, 120), 2)
    rows = net.today().rows
    behind = Backdrop(net.snapshot(), net.ties())
    found = [values(explain(net.snapshot(), net.ties(), row, behind))["today"] for row in rows]
    assert found[:5] == ["shown"] * 5
    assert set(found[5:]) == {"seats", "person"}
    assert "What was promised always shows" in told(opened(net, rows[0]), "today")
    assert "Waits: all 5 rows of today are taken" in told(opened(net, rows[-2]), "today")


def test_a_row_that_fits_no_minutes_says_how_many_are_left() -> None:
    net = Network(budget=60)
    for number in range(4):
        net.person(f"N{number}", 40, 80, cadence_days=30)
    net.time(20, days=2)
    explained = opened(net, net.today().rows[2])
    assert values(explained)["today"] == "minutes"
    assert told(explained, "today").startswith("Waits: 20 min, and 0 min")


def test_a_dormant_tie_waits_for_the_one_before_it_and_after_another_was_woken() -> None:
    net = Network()
    net.person("Ada", 900)
    bob = net.person("Bob", 900)
    explained = explain_person(net.snapshot(), net.ties(), bob)
    assert values(explained)["today"] == "dormant"
    assert "one dormant tie at a time" in told(explained, "today")
    assert "Navarro" in told(explained, "band")
    net.person("Cy", 900, 3)
    explained = explain_person(net.snapshot(), net.ties(), bob)
    assert "woken or put off within 7 days" in told(explained, "today")


def test_a_talk_takes_it_off_until_the_day_that_is_told() -> None:
    net = slipping()
    row = row_of(net, "cooling:P-Ada")
    leave = next(
        each for each in opened(net, row).leaves if each.id == "explain.leave.contact_until"
    )
    net.talk(PersonId("P-Ada"), 0)
    following = net.today().summary
    assert (following.next_name, following.next_on) == ("Ada", leave.values["day"])


def test_the_longer_rhythm_that_is_told_takes_it_off_and_no_shorter_one_would() -> None:
    net = Network()
    net.person("Ada", *range(50, 400, 40), cadence_days=30)
    row = net.today().rows[0]
    leave = next(each for each in opened(net, row).leaves if each.id == "explain.leave.cadence")
    days = leave.values["days"]
    assert days == 120

    def rows_with(cadence: object) -> tuple[TodayRow, ...]:
        records = [
            msgspec.structs.replace(each, cadence_days=cadence)
            if isinstance(each, Person)
            else each
            for each in net.records
        ]
        other = Network()
        other.records = records
        return other.today().rows

    assert rows_with(120) == ()
    assert rows_with(90)


def test_every_group_has_terms_of_its_own_and_what_ends_it() -> None:
    net = slipping()
    net.person("Dora", 900)
    net.person("Noor", layer=5, added=ago(40))
    net.person("Olga", 60, birthday="1985-11-22")
    net.person("Rui", 60, new_job_on=ago(2))
    net.person("Ines", 60, dates=(Anniversary(name="wedding", on="2015-11-23"),))
    net.promise(net.person("Paul", 9), 2, why="an intro", made=ago(12))
    net.received(net.person("Tess", 9), 1)
    net.received(net.person("Uma", 9), 40, thanked=ago(39))
    net.talk(net.person("Vera", 60), 1, planned=True)
    net.introduction(net.person("Gina", 20, 41, 60, layer=5), net.person("Hugo", 1))
    expected = {
        "follow_up": {"due", "made", "step", "today"},
        "thanks": {"due", "step"},
        "news": {"due", "helped_on"},
        "plan_passed": {"due", "minutes"},
        "birthday": {"due", "age"},
        "date": {"due", "years"},
        "new_job": {"due"},
        "not_yet": {"first_turn", "value", "gain"},
        "dormant": {"band", "value", "gain", "today"},
        "rhythm": {"turn", "turns_cold_on", "gain"},
        "give": {"due", "guard", "value", "gain"},
    }
    seen = set()
    for row in net.today().rows:
        explained = opened(net, row)
        names = set(values(explained))
        assert names >= expected.get(row.reason.code, set()), row.id
        assert explained.leaves
        assert [each.part for each in explained.figures if each.part not in PARTS] == []
        seen.add((row.group, row.reason.code))
    assert {group for group, _ in seen} == set(GROUPS)
    assert {code for _, code in seen} >= set(expected)


def test_a_row_answers_programs_with_names_and_values() -> None:
    net = slipping()
    answer = explain_answer(opened(net, row_of(net, "cooling:P-Ada")), EN, TODAY)
    figures = answer["figures"]
    assert isinstance(figures, list)
    by_name: dict[str, Document] = {}
    for each in figures:
        assert isinstance(each, dict)
        assert set(each) == {"name", "value", "what", "rule", "source"}
        by_name[str(each["name"])] = each
    turn = row_of(net, "cooling:P-Ada").due
    assert turn is not None
    assert by_name["turn"]["value"] == turn.isoformat()
    assert by_name["band"]["value"] == "warm"
    assert isinstance(by_name["p_lost"]["value"], float)
    assert len(by_name) == len(figures)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"cadence_days": 0}, "seen_anyway"),
        ({"status": "faded"}, "faded"),
        ({"pauses": (Pause(start=ago(2), until=TODAY),)}, "paused"),
        ({"sources": ("uid:1",)}, "unsorted"),
    ],
)
def test_who_has_no_row_is_told_why(fields: dict[str, object], state: str) -> None:
    net = Network()
    agos = () if state == "unsorted" else (90, 120)
    ada = net.person("Ada", *agos, **fields)
    explained = explain_person(net.snapshot(), net.ties(), ada)
    assert explained.row == ""
    assert values(explained)["state"] == state


def test_what_falls_before_the_next_working_day_says_why_it_shows() -> None:
    net = Network(budget=5)
    for name, days in (("Ada", 2), ("Bea", 0)):
        net.person(name, birthday=f"--{TODAY + timedelta(days=days):%m-%d}")
    shown = {row.name: row for row in net.today().rows if row.today}
    assert "before your next working day (Sun 22 Nov)" in told(opened(net, shown["Ada"]), "today")
    assert "The day is today" in told(opened(net, shown["Bea"]), "today")
