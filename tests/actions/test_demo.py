"""The invented network: the same each time, whole, and with something to see on every day."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from datetime import date, timedelta

import msgspec
import pytest

from store.actions.demo.network import demo_snapshot
from store.actions.demo.sentences import Sentences
from store.actions.demo.sentences_en import english
from store.actions.demo.sentences_fr import french
from store.config.settings import Settings
from store.records.document import to_document
from store.records.ids import ALPHABET, PersonId
from store.records.kinds import TABLES, BudgetKind, Layer
from store.records.partial_date import is_partial_date
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.occasions import birthday_near
from store.views.ties import Ties
from store.views.today import today_view

TODAY = date(2026, 11, 20)
DAYS = [TODAY + timedelta(days=19 * number) for number in range(14)]
"""Each day of the week twice, over the seasons."""

PINNED = "e0ca151b6e0b6a1eb4401606e60b6ff11b5aa57f6047d1e3e27818e6d98587c1"

PHONE = re.compile(
    r"\+33 1 99 00 \d\d \d\d|\+44 20 7946 0\d\d\d|\+1 \d\d\d 555 01\d\d"
)  # reserved for fiction


def digest(snapshot: Snapshot) -> str:
    held = {
        name: [to_document(record) for record in snapshot.tables[name].values()] for name in TABLES
    }
    return hashlib.sha256(msgspec.json.encode(held)).hexdigest()


def seen_on(day: date, seed: int = 1, people: int = 150) -> tuple[Snapshot, Ties]:
    snapshot = demo_snapshot(people, seed, day)
    return snapshot, Ties.of(snapshot, day, Settings())


def week_minutes(snapshot: Snapshot, start: date, today: date) -> Counter[str]:
    spent: Counter[str] = Counter()
    for talk in snapshot.interactions.values():
        if start <= talk.on <= today and not talk.planned:
            spent["writing" if talk.kind in ("message", "email") else talk.kind] += (
                talk.minutes or 0
            )
    for entry in snapshot.time_entries.values():
        if start <= entry.on <= today:
            spent[entry.kind] += entry.minutes or 0
    return spent


def test_the_same_arguments_give_the_same_network() -> None:
    assert digest(demo_snapshot(60, 7, TODAY)) == digest(demo_snapshot(60, 7, TODAY))


def test_a_known_seed_gives_the_network_it_always_gave() -> None:
    assert digest(demo_snapshot(60, 7, TODAY)) == PINNED


@pytest.mark.parametrize(
    "other",
    [
        demo_snapshot(60, 8, TODAY),
        demo_snapshot(61, 7, TODAY),
        demo_snapshot(60, 7, TODAY + timedelta(days=1)),
        demo_snapshot(60, 7, TODAY, "fr"),
    ],
    ids=["seed", "people", "today", "language"],
)
def test_another_argument_gives_another_network(other: Snapshot) -> None:
    assert demo_snapshot(60, 7, TODAY) != other


@pytest.mark.parametrize("people", [0, 1, 2, 7, 40, 149, 151, 400])
def test_any_number_of_people_is_drawn_with_distinct_names(people: int) -> None:
    snapshot = demo_snapshot(people, 3, TODAY)
    assert len(snapshot.people) == people
    assert len({person.name for person in snapshot.people.values()}) == people


def test_every_person_and_circle_named_exists() -> None:
    snapshot = demo_snapshot(400, 2, TODAY)
    named: set[PersonId] = set()
    for talk in snapshot.interactions.values():
        assert talk.people
        named.update(talk.people)
    named.update(each.person for each in snapshot.follow_ups.values())
    named.update(each.person for each in snapshot.exchanges.values())
    for introduction in snapshot.introductions.values():
        assert introduction.a != introduction.b
        named.update((introduction.a, introduction.b))
    for event in snapshot.events.values():
        named.update(event.people + event.wanted)
        assert event.circle is None or event.circle in snapshot.circles
    for circle in snapshot.circles.values():
        named.update(circle.people)
    assert named <= set(snapshot.people)


def test_ids_are_distinct_ulids_under_which_the_records_are_kept() -> None:
    snapshot = demo_snapshot(300, 5, TODAY)
    ids = []
    for name in TABLES:
        for key, record in snapshot.tables[name].items():
            assert record.id == key
            if name != "me":
                assert re.fullmatch(f"[{ALPHABET}]{{26}}", key)
                ids.append(key)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_but_plans_and_promises_lies_ahead(day: date) -> None:
    snapshot = demo_snapshot(150, 4, day)
    for talk in snapshot.interactions.values():
        assert talk.on <= day or talk.planned
    for follow_up in snapshot.follow_ups.values():
        assert follow_up.made is not None
        assert follow_up.made <= day
        assert follow_up.closed is None or follow_up.made <= follow_up.closed <= day
    for exchange in snapshot.exchanges.values():
        for noted in (exchange.on, exchange.thanked, exchange.told, exchange.closed):
            assert noted is None or exchange.on <= noted <= day
    for entry in snapshot.time_entries.values():
        assert entry.on <= day
    for person in snapshot.people.values():
        assert person.added is not None
        assert person.added <= day
        assert person.met is None or person.met <= day
    assert any(talk.planned and talk.on > day for talk in snapshot.interactions.values())
    assert any(event.on > day for event in snapshot.events.values())
    assert any(event.on < day for event in snapshot.events.values())


def test_layers_are_seats_as_dunbar_counts_them() -> None:
    counts = Counter(person.layer for person in demo_snapshot(1000, 1, TODAY).people.values())
    assert {layer: counts[layer] for layer in (5, 15, 50, 150)} == {5: 5, 15: 10, 50: 35, 150: 100}
    assert counts[None] == 850


def test_addresses_are_distinct_and_reserved_for_fiction() -> None:
    snapshot = demo_snapshot(3000, 6, TODAY)
    emails = [each for person in snapshot.people.values() for each in person.emails]
    phones = [each for person in snapshot.people.values() for each in person.phones]
    assert len(emails) == len(set(emails)) > 1500
    assert len(phones) == len(set(phones)) > 500
    assert all(re.fullmatch(r"[a-z0-9.]+@[a-z0-9-]+\.example", each) for each in emails)
    assert all(PHONE.fullmatch(each) for each in phones)
    links = [each for person in snapshot.people.values() for each in person.links]
    assert all(each.split("/")[2].endswith(".example") for each in links)


def test_birthdays_can_be_meant_and_one_is_on_a_leap_day() -> None:
    birthdays = [each.birthday for each in demo_snapshot(150, 1, TODAY).people.values()]
    known = [each for each in birthdays if each]
    assert all(is_partial_date(each) for each in known)
    assert "--02-29" in known
    assert any(each.startswith("--") and each != "--02-29" for each in known)
    assert any(not each.startswith("--") for each in known)


@pytest.mark.parametrize("day", DAYS)
def test_each_day_has_something_to_see(day: date) -> None:
    snapshot, ties = seen_on(day, seed=day.toordinal() % 11)
    standings = {id: ties[id] for id in snapshot.people}
    bands = Counter(each.band for each in standings.values() if each.state == "tended")
    assert set(bands) == {"new", "hot", "warm", "cooling", "cold", "frozen", "dormant"}
    assert bands["hot"] + bands["warm"] > bands["cooling"] + bands["cold"] + bands["frozen"]
    states = Counter(each.state for each in standings.values())
    assert states["deceased"] == states["paused"] == 1
    assert states["faded"] >= 2
    assert states["seen_anyway"] >= 1
    turning = [each.turns_cold_on() for each in standings.values()]
    assert any(each is not None and 0 < (each - day).days <= 7 for each in turning)
    assert any(
        each.back_after and each.last_on and (day - each.last_on).days <= 30
        for each in standings.values()
    )
    near = [person for person in snapshot.people.values() if birthday_near(person, day)]
    assert 1 <= len(near) <= 3


@pytest.mark.parametrize("day", DAYS)
def test_today_shows_promises_and_an_occasion_and_has_ties_that_slip(day: date) -> None:
    snapshot, ties = seen_on(day, seed=day.toordinal() % 5)
    rows = today_view(snapshot, ties).rows
    groups = Counter(row.group for row in rows)
    assert 1 <= groups["promised"] <= 3
    assert 1 <= groups["occasion"] <= 3
    assert groups["cooling"] >= 5
    assert groups["dormant"] <= 1
    shown = {row.group for row in rows if row.today}
    assert {"promised", "occasion"} <= shown


@pytest.mark.parametrize("day", DAYS)
def test_the_nearest_are_lively_and_the_far_ones_spread(day: date) -> None:
    snapshot, ties = seen_on(day, seed=day.toordinal() % 7)
    lanes: dict[Layer | None, Counter[str | None]] = {}
    for id, person in snapshot.people.items():
        lanes.setdefault(person.layer, Counter())[ties[id].band] += 1
    assert lanes[5]["hot"] + lanes[5]["warm"] >= 4
    assert lanes[15]["hot"] + lanes[15]["warm"] >= 6
    assert {"hot", "warm", "cooling", "cold"} <= set(lanes[150])


@pytest.mark.parametrize("day", DAYS)
def test_this_week_is_neither_empty_nor_over(day: date) -> None:
    snapshot = demo_snapshot(150, 9, day)
    budget = snapshot.me.budget
    kinds: dict[BudgetKind, int] = budget.kinds
    for start in (
        day - timedelta(days=day.weekday()),
        day - timedelta(days=(day.weekday() + 1) % 7),
    ):
        spent = week_minutes(snapshot, start, day)
        assert 3 <= spent.total() <= budget.total
        assert all(spent[kind] <= minutes for kind, minutes in kinds.items())


def test_promises_are_few_and_one_plan_has_passed() -> None:
    snapshot = demo_snapshot(150, 1, TODAY)
    due = [
        each
        for each in snapshot.follow_ups.values()
        if each.closed is None and abs((each.on - TODAY).days) <= 10
    ]
    assert 2 <= len(due) <= 4
    assert all(each.why for each in due)
    assert any(each.on <= TODAY for each in due)
    passed = [each for each in snapshot.interactions.values() if each.planned and each.on < TODAY]
    assert len(passed) == 1


def test_help_is_given_and_received_and_some_news_are_owed() -> None:
    snapshot = demo_snapshot(150, 1, TODAY)
    directions = Counter(each.direction for each in snapshot.exchanges.values())
    assert directions["given"] > 5
    assert directions["received"] > 5
    assert any(
        each.direction == "received" and each.closed is None for each in snapshot.exchanges.values()
    )
    assert len({each.state for each in snapshot.introductions.values()}) >= 4


def test_nobody_is_talked_to_after_death() -> None:
    snapshot = demo_snapshot(2000, 1, TODAY)
    dead = [each for each in snapshot.people.values() if each.status == "deceased"]
    assert dead
    for person in dead:
        assert person.deceased_on is not None
        talks = snapshot.interactions_of(PersonId(person.id))
        assert all(each.on <= person.deceased_on for each in talks)


def test_each_tie_keeps_an_own_rhythm() -> None:
    snapshot, ties = seen_on(TODAY)
    nearest = [ties[id].usual_gap_days for id, each in snapshot.people.items() if each.layer == 5]
    far = [
        ties[id].usual_gap_days
        for id, each in snapshot.people.items()
        if each.layer == 150 and ties[id].usual_gap_days is not None
    ]
    assert all(gap is not None and gap < 35 for gap in nearest)
    assert max(gap for gap in far if gap) > 8 * min(gap for gap in far if gap)


@pytest.mark.parametrize("sentences", [english(), french()], ids=["en", "fr"])
def test_sentences_are_many_and_all_different(sentences: Sentences) -> None:
    assert len(set(sentences.talks)) == len(sentences.talks) >= 60
    assert "{event}" in sentences.after_event


def test_nobody_hears_the_same_sentence_twice_from_a_long_friendship() -> None:
    snapshot = demo_snapshot(150, 1, TODAY)
    for id in snapshot.people:
        notes = [each.note for each in snapshot.interactions_of(id) if each.note]
        assert sum(count - 1 for count in Counter(notes).values()) <= 2


def test_a_french_network_has_french_notes_and_a_mixed_one_has_both() -> None:
    def notes(snapshot: Snapshot) -> set[str]:
        return {each.note for each in snapshot.interactions.values() if each.kind == "call"}

    in_french = notes(demo_snapshot(150, 1, TODAY, "fr"))
    assert in_french & set(french().talks)
    assert not in_french & set(english().talks)
    mixed = notes(demo_snapshot(150, 1, TODAY))
    assert mixed & set(french().talks)
    assert mixed & set(english().talks)


def test_tags_and_passions_follow_the_language() -> None:
    def shared(people: list[Person]) -> set[str]:
        return {word for each in people for word in (*each.tags, *each.passions)}

    in_french = shared(list(demo_snapshot(150, 1, TODAY, "fr").people.values()))
    in_english = shared(list(demo_snapshot(150, 1, TODAY, "en").people.values()))
    assert {"escalade", "mentorat"} <= in_french
    assert {"climbing", "mentor"} <= in_english
    assert "climbing" not in in_french


def test_the_user_has_a_full_card_and_is_not_asked_to_sort() -> None:
    me = demo_snapshot(0, 1, TODAY).me
    assert all((me.name, me.schools, me.cities, me.employers, me.passions, me.fields, me.languages))
    assert me.budget.total == 120
    assert not me.sorting.wanted
    assert me.last_act == TODAY


def test_somebody_shares_school_city_and_passion_with_the_user() -> None:
    snapshot = demo_snapshot(150, 1, TODAY)
    me, people = snapshot.me, snapshot.people.values()
    schools = {each.name for each in me.schools}
    assert any(schools & {school.name for school in each.schools} for each in people)
    assert any(set(me.passions) & set(each.passions) for each in people)
    assert any(me.cities[0].name in {city.name for city in each.cities} for each in people)


def test_thousands_of_people_are_drawn_in_no_time_to_speak_of() -> None:
    begun = time.process_time()
    snapshot = demo_snapshot(2000, 1, TODAY)
    assert time.process_time() - begun < 5
    assert 6 <= len(snapshot.interactions) / len(snapshot.people) <= 16
