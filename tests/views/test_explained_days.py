"""Days, weights and rules that an opened row tells hold to the letter."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from small_network import TODAY, Network, ago

from store.config.settings import Settings
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.kinds import By, Kind
from store.records.person import City
from store.records.snapshot import Snapshot
from store.rules.promises import NEWS_AFTER, news_day
from store.views.explain import Explained, explain, explain_person
from store.views.explain_figure import Figure
from store.views.ties import Ties
from store.views.today import TodayRow, today_view
from store.words.numbers import Measure
from store.words.words import Words

EN = Words("en")


def opened(net: Network, row: TodayRow) -> Explained:
    return explain(net.snapshot(), net.ties(), row)


def first(net: Network) -> Explained:
    """The first row of today, opened."""
    return opened(net, net.today().rows[0])


def figure(explained: Explained, name: str) -> Figure:
    return next(each for each in explained.figures if each.name == name)


def names(explained: Explained) -> set[str]:
    return {each.name for each in explained.figures}


def leave_day(explained: Explained, id: str) -> date:
    """The day that is told with what ends a row."""
    day = next(each for each in explained.leaves if each.id == id).values["day"]
    assert isinstance(day, date)
    return day


def ids_on(snapshot: Snapshot, day: date) -> list[str]:
    return [row.id for row in today_view(snapshot, Ties.of(snapshot, day, Settings())).rows]


def test_once_thanked_the_news_come_on_the_day_that_is_told() -> None:
    net = Network()
    help_ = net.received(net.person("Tess", 9, layer=150), 1)
    day = leave_day(first(net), "explain.leave.thanks")
    net.records = [
        msgspec.structs.replace(each, thanked=TODAY) if each.id == help_.id else each
        for each in net.records
    ]
    snapshot = net.snapshot()
    assert help_.id not in ids_on(snapshot, day - timedelta(days=1))
    assert help_.id in ids_on(snapshot, day)


def test_a_new_job_is_gone_by_itself_on_the_day_that_is_told() -> None:
    net = Network()
    net.person("Rui", new_job_on=ago(2))
    day = leave_day(first(net), "explain.leave.new_job")
    snapshot = net.snapshot()
    assert ids_on(snapshot, day - timedelta(days=1)) == ["new_job:P-Rui"]
    assert ids_on(snapshot, day) == []


@pytest.mark.parametrize(("talked", "waits"), [(3, True), (2, False), (1, False)])
def test_a_contact_from_the_day_of_the_news_on_takes_a_new_job_off(
    talked: int, waits: bool
) -> None:
    net = Network()
    net.person("Rui", talked, layer=150, new_job_on=ago(2))
    assert ("new_job:P-Rui" in ids_on(net.snapshot(), TODAY)) is waits


def test_of_news_the_day_of_the_help_is_told_where_it_is_known() -> None:
    net = Network()
    net.received(net.person("Uma", 9), 40, thanked=ago(39))
    assert figure(first(net), "helped_on").value == ago(40)
    net = Network()
    net.promise(net.person("Uma", 9), 2, kind="news")
    assert not names(first(net)) & {"helped_on", "made"}
    net = Network()
    net.promise(net.person("Uma", 9), 2, kind="news", made=ago(12))
    assert figure(first(net), "made").value == ago(12)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_days_at_the_ends_of_the_calendar_are_told_as_well(day: date) -> None:
    net = Network()
    ada = net.person("Ada", 9)
    if day == date.min:
        net.records.append(
            Exchange(id="X", person=ada, direction="received", kind="advice", on=day, thanked=day)
        )
        assert figure(first(net), "helped_on").value == day
    net.promise(ada, 0, kind="news")
    assert first(net)
    assert news_day(date.max) == date.max
    assert news_day(TODAY) == TODAY + NEWS_AFTER


def test_what_is_promised_is_ordered_by_no_value() -> None:
    net = Network()
    net.promise(net.person("Paul", 90, 120, pinned=True), 2)
    explained = first(net)
    assert not names(explained) & {"value", "gain", "days_past", "guard"}
    assert "pinned" in names(explained)


def test_the_first_row_of_an_empty_day_says_that_it_opens_it() -> None:
    net = Network(budget=14)
    net.person("Carl", 40, 80, cadence_days=30)
    assert figure(first(net), "today").rule.id == "explain.rule.shown_first"
    net = Network()
    net.person("Carl", 40, 80, cadence_days=30)
    assert figure(first(net), "today").rule.id == "explain.rule.shown"


def test_a_tie_that_a_set_rhythm_has_made_thin_tells_where_the_scale_has_it() -> None:
    net = Network()
    ada = net.person("Ada", *range(61, 400, 25), cadence_days=30)
    assert net.ties()[ada].band == "cold"
    assert figure(first(net), "turns_cold_on").what.id == "explain.cold_scale"
    net = Network()
    net.person("Ada", *range(31, 400, 25), cadence_days=30)
    assert figure(first(net), "turns_cold_on").what.id == "explain.cold_on"


@pytest.mark.parametrize("fields", [{"cadence_days": 120}, {"layer": 150}])
def test_no_rhythm_is_told_by_which_the_tie_would_sleep(fields: dict[str, object]) -> None:
    net = Network()
    net.person("Ada", 400, **fields)
    explained = first(net)
    assert explained.row == "cooling:P-Ada"
    assert [each.id for each in explained.leaves if each.id == "explain.leave.cadence"] == []


def test_weights_of_contacts_are_told_kind_by_kind_and_come_to_their_sum() -> None:
    net = Network()
    weights = {**net.settings.contact_weights, "call": 0.8, "message": 0.5, "event": 0.8}
    net.settings = msgspec.structs.replace(net.settings, contact_weights=weights)
    ada = net.person("Ada", 200, 180, layer=15)
    told: list[tuple[int, Kind, By | None, bool]] = [
        (170, "video", "them", False),
        (160, "event", "me", True),
        (150, "message", "them", False),
        (90, "message", "me", False),
        (80, "email", "me", False),
        (70, "message", "me", False),
    ]
    for days, kind, by, approximate in told:
        net.talk(ada, days, kind=kind, by=by, approximate=approximate)
    contacts = figure(explain_person(net.snapshot(), net.ties(), ada), "contacts")
    said = EN.tell(contacts.what, TODAY)
    for part in (
        "2 × call (.8)",
        "1 × a talk remembered (.8)",
        "1 × message (.5)",
        "2 only from you, unanswered (.2 each)",
        "1 only from you, unanswered (.4)",
    ):
        assert part in said
    assert "video" not in said
    assert contacts.value == pytest.approx(3 * 0.8 + 0.5 + 2 * 0.2 + 0.4 + 1)


def test_weights_in_full_are_not_told() -> None:
    net = Network()
    net.settings = msgspec.structs.replace(net.settings, unanswered_weight=1.0)
    ada = net.person("Ada", 90, layer=15)
    net.talk(ada, 60, kind="message", by="me")
    contacts = figure(explain_person(net.snapshot(), net.ties(), ada), "contacts")
    assert contacts.what.id == "explain.contacts"
    assert contacts.what.values["weight"] == Measure(2.0)


@pytest.mark.parametrize(("fields", "voice"), [({}, True), ({"prefers": "message"}, False)])
def test_of_the_voice_is_told_only_where_it_is_proposed(
    fields: dict[str, object], voice: bool
) -> None:
    net = Network()
    silent = net.person("Ada", layer=5, **fields)
    for days in (60, 30):
        net.talk(silent, days, kind="message")
    rule = EN.tell(figure(first(net), "unanswered").rule, TODAY)
    assert ("the voice is proposed" in rule) is voice
    assert "rests for 60 days" in rule


def test_a_city_of_the_past_is_not_where_both_are() -> None:
    net = Network()
    net.me = msgspec.structs.replace(net.me, cities=(City(name="Paris"), City(name="Lyon")))
    places = (City(name="Paris", kind="past"), City(name="Lyon"))
    net.person("Ada", 90, 120, cities=places, prefers="in_person")
    assert figure(first(net), "step").rule.values["city"] == "Lyon"


def test_of_what_is_for_somebody_seen_anyway_no_manners_are_told() -> None:
    net = Network()
    ada = net.person("Ada", 1, cadence_days=0)
    net.records.append(
        Exchange(id="X", person=PersonId(ada), direction="given", kind="article", on=TODAY)
    )
    explained = first(net)
    assert explained.row == "X"
    assert "guard" not in names(explained)
    assert {"due", "gain", "state"} <= names(explained)
