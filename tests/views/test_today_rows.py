from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_network import TODAY, Network, ago, shown

from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.kinds import GROUPS, DeferralHow
from store.records.person import City, Deferral, Pause
from store.views.fit import fit_rows
from store.views.today import deferral_key, row_waiting, today_view


def put_off(row: str, days: int, on: int = 0, how: DeferralHow = "snooze") -> Deferral:
    return Deferral(row=row, on=ago(on), until=TODAY + timedelta(days=days), how=how)


def test_the_groups_come_in_their_order() -> None:
    net = Network()
    net.person("Dora", 900)
    net.person("Carl", 40, 80, cadence_days=30)
    net.person("Olga", 5, birthday="--11-22")
    net.promise(net.person("Paul", 1), 2, why="an intro")
    net.introduction(net.person("Gina", 20, 41, 60, layer=5), net.person("Hugo", 1))
    rows = net.today().rows
    assert [row.group for row in rows] == list(GROUPS)
    assert [row.id for row in rows] == [
        rows[0].id, "birthday:P-Olga", "cooling:P-Carl", "dormant:P-Dora", rows[4].id,
    ]  # fmt: skip


def test_today_is_five_rows_and_three_when_quiet() -> None:
    net = Network()
    for n in range(9):
        net.person(f"N{n}", 40, 80, cadence_days=30)
    assert len(shown(net.today())) == 5
    assert net.today().summary.waiting == 4
    net.settings = msgspec.structs.replace(net.settings, quiet=True)
    assert len(shown(net.today())) == 3


def test_promised_rows_always_show() -> None:
    net = Network(budget=0)
    for n in range(7):
        net.promise(net.person(f"N{n}", 40), n)
    net.person("Carl", 40, 80, cadence_days=30)
    view = net.today()
    assert len(shown(view)) == 7
    assert "Carl" not in shown(view)


def test_rows_fit_todays_share_of_the_week() -> None:
    net = Network(budget=60)
    for n in range(9):
        net.person(f"N{n}", 40, 80, cadence_days=30)
    net.time(20, days=2)
    assert net.week().share == 40  # Friday: what is left before the weekend
    assert shown(net.today()) == ["N0", "N1"]


def test_a_row_that_fits_nowhere_still_opens_an_empty_day() -> None:
    net = Network(budget=14)
    net.person("Carl", 40, 80, cadence_days=30)
    assert shown(net.today()) == ["Carl"]


def test_what_is_done_or_passed_today_takes_its_seat() -> None:
    net = Network()
    for n in range(6):
        net.person(f"N{n}", 40, 80, cadence_days=30)
    net.talk(net.person("Done"), 0)
    net.person("Passed", 40, 80, cadence_days=30, deferrals=(put_off("cooling", 1, how="pass"),))
    assert len(shown(net.today())) == 3
    assert net.today().summary.done_names == ("Done",)
    assert net.today().summary.done_minutes == 20


def test_one_seat_is_enough_for_a_person() -> None:
    net = Network()
    net.promise(net.person("Ada", 90, 120), 1)
    net.person("Bob", 90, 120)
    view = net.today()
    assert shown(view) == ["Ada", "Bob"]
    assert [row.id for row in view.rows if not row.today] == ["cooling:P-Ada"]


def test_the_rows_shown_can_be_had_alone() -> None:
    net = Network()
    for n in range(9):
        net.person(f"N{n}", 40, 80, cadence_days=30)
    few, whole = today_view(net.snapshot(), net.ties(), whole=False), net.today()
    assert few.rows == whole.rows[:5]
    assert few.summary == whole.summary
    fit = fit_rows(few, net.snapshot(), net.ties(), 200)
    assert len(fit.rows) == 9


def test_when_all_is_done_it_says_so_and_names_who_comes_next() -> None:
    net = Network()
    net.promise(net.person("Björn", 0), -4)
    summary = net.today().summary
    assert summary.finished
    assert (summary.next_name, summary.next_on) == ("Björn", TODAY + timedelta(days=4))


def test_past_a_set_cadence_comes_before_the_rest_of_cooling() -> None:
    net = Network()
    net.person("Abel", 80, 120, layer=5)
    net.person("Zora", 31, 61, 91, cadence_days=30)
    rows = net.today().rows
    assert [(row.name, row.reason.code) for row in rows] == [
        ("Zora", "over_cadence"),
        ("Abel", "rhythm"),
    ]
    assert rows[0].reason.values["days_past"] == 1


def test_a_bridge_and_a_near_layer_come_first() -> None:
    net = Network()
    for name in ("Anna", "Bela"):
        net.person(name, 40, 80, 120, cities=(City(name="Lyon"),))
    net.person("Cleo", 40, 80, 120, cities=(City(name="KTH"),))
    net.person("Dina", 50, 90, 130, layer=5)
    assert [row.name for row in net.today().rows] == ["Dina", "Cleo", "Anna", "Bela"]


def test_the_pinned_come_first_in_their_group() -> None:
    net = Network()
    net.person("Abel", 60, 120, layer=5)
    net.person("Zora", 130, 250, layer=50, pinned=True)
    net.promise(net.person("Mona", 1), 0)
    assert [row.name for row in net.today().rows] == ["Mona", "Zora", "Abel"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "faded"},
        {"status": "deceased"},
        {"cadence_days": 0},
        {"pauses": (Pause(start=ago(1), until=TODAY + timedelta(days=3)),)},
    ],
)
def test_nobody_without_a_running_clock_cools(fields: dict[str, object]) -> None:
    net = Network()
    net.person("Nina", 90, 120, **fields)
    assert net.today().rows == ()


def test_the_faded_and_the_deceased_have_no_birthday_and_no_promise() -> None:
    net = Network()
    for status in ("faded", "deceased"):
        net.promise(net.person(status, 9, status=status, birthday="--11-21"), 1)
    assert net.today().rows == ()


def test_a_pause_keeps_promises() -> None:
    net = Network()
    pause = Pause(start=ago(1), until=TODAY)
    net.promise(net.person("Nina", 9, pauses=(pause,)), 1)
    assert [row.group for row in net.today().rows] == ["promised"]


def test_a_pause_keeps_gifts_back() -> None:
    net = Network()
    pause = Pause(start=ago(1), until=TODAY)
    for name, pauses in (("Nina", (pause,)), ("Olga", ())):
        ada = net.person(name, 20, layer=15, pauses=pauses)
        net.records.append(
            Exchange(id=f"X-{name}", person=ada, direction="given", kind="article", on=ago(2))
        )
        net.introduction(ada, net.person(f"{name}'s friend", 1))
    assert {row.name for row in net.today().rows if row.group == "give"} == {"Olga"}


def test_nobody_is_harassed_but_promises_stand() -> None:
    net = Network()
    net.person("Soon", 2, cadence_days=1)
    planned = net.person("Plan", 60, 90)
    net.talk(planned, -3, planned=True)
    silent = net.person("Rest")
    for days in (50, 30, 10):
        net.talk(silent, days, kind="message")
    net.promise(silent, 0)
    assert [(row.name, row.group) for row in net.today().rows] == [("Rest", "promised")]


def test_two_messages_without_an_answer_change_the_step_and_say_so() -> None:
    net = Network()
    silent = net.person("Ada", layer=5)
    for days in (60, 30):
        net.talk(silent, days, kind="message")
    row = net.today().rows[0]
    assert row.step == "call"
    assert row.reason.values["unanswered"] == 2


def test_a_plan_that_has_passed_asks_whether_it_happened() -> None:
    net = Network()
    plan = net.talk(net.person("Ada", 60), 1, planned=True, kind="in_person", minutes=90)
    row = net.today().rows[0]
    assert (row.id, row.reason.code, row.step, row.minutes) == (
        plan.id,
        "plan_passed",
        "in_person",
        0,
    )


def test_thanks_are_owed_at_once_and_news_after_30_days() -> None:
    net = Network()
    ada, bob = net.person("Ada", 1), net.person("Bob", 1)
    thanks = net.received(ada, 0)
    news = net.received(bob, 30, thanked=ago(29))
    net.received(net.person("Cy", 1), 29, thanked=ago(29))
    net.received(net.person("Di", 1), 90, thanked=ago(89), told=ago(50))
    assert [(row.id, row.reason.code, row.due) for row in net.today().rows] == [
        (thanks.id, "thanks", TODAY),
        (news.id, "news", TODAY),
    ]


def test_a_follow_up_for_thanks_stands_for_the_exchange() -> None:
    net = Network()
    ada = net.person("Ada", 1)
    help_ = net.received(ada, 40)
    told = net.promise(ada, 5, kind="thanks", exchange=help_.id)
    assert [row.id for row in net.today().rows] == [told.id]


def test_one_dormant_tie_at_a_time_and_none_soon_after_another() -> None:
    net = Network()
    for name in ("Ada", "Bob"):
        net.person(name, 900)
    assert [row.id for row in net.today().rows] == ["dormant:P-Ada"]
    net.person("Cy", 900, 6)
    assert net.today().rows == ()
    assert net.today().summary.waiting == 0


def test_a_dormant_tie_passed_a_week_ago_makes_room_again() -> None:
    for on, expected in ((6, []), (7, ["dormant:P-Ada"])):
        net = Network()
        net.person("Ada", 900, deferrals=(put_off("dormant", -5, on=on, how="pass"),))
        assert [row.id for row in net.today().rows] == expected


@pytest.mark.parametrize("key", ["cooling", "cooling:P-Ada"])
def test_a_row_put_off_comes_back_on_its_day(key: str) -> None:
    net = Network()
    net.person("Ada", 90, 120, deferrals=(put_off(key, 1, on=1),))
    net.person("Bob", 90, 120, deferrals=(put_off(key.replace("Ada", "Bob"), 0, on=1),))
    assert [row.name for row in net.today().rows] == ["Bob"]


def test_a_promise_put_off_leaves_the_other_rows() -> None:
    net = Network()
    promise = net.promise(PersonId("P-Ada"), 1)
    net.person("Ada", 90, 120, deferrals=(put_off(promise.id, 3),))
    assert [row.id for row in net.today().rows] == ["cooling:P-Ada"]


def test_a_birthday_greeted_today_is_done() -> None:
    net = Network()
    net.person("Ada", 0, 9, birthday="--11-20")
    assert net.today().rows == ()


def test_an_imported_card_stays_out_until_it_is_sorted() -> None:
    net = Network()
    net.person("Card", sources=("uid:1",), birthday="--11-21")
    net.person("Hand", birthday="--11-21")
    assert [row.name for row in net.today().rows] == ["Hand"]


def test_somebody_new_with_a_layer_comes_when_their_turn_has_come() -> None:
    net = Network()
    net.person("Ada", layer=5, added=ago(21))
    net.person("Bob", added=ago(21))
    assert [(row.name, row.reason.code) for row in net.today().rows] == [("Ada", "not_yet")]


def test_ten_days_away_raise_one_question() -> None:
    net = Network()
    net.me = msgspec.structs.replace(net.me, last_act=ago(10))
    net.promise(net.person("Ada", 90, 120), 3)
    absence = net.today().summary.absence
    assert absence is not None
    assert (absence.start, absence.until) == (ago(9), ago(1))
    assert (absence.promises, absence.others) == (1, 1)
    net.me = msgspec.structs.replace(net.me, last_act=ago(9))
    assert net.today().summary.absence is None


def test_a_row_is_found_by_its_id_and_by_its_person() -> None:
    net = Network()
    net.person("Ada", 90, 120)
    view = net.today()
    for text in ("cooling:P-Ada", "P-Ada"):
        waiting = row_waiting(net.ties(), text)
        assert waiting is not None
        assert msgspec.structs.replace(waiting, today=True) == view.rows[0]
    assert row_waiting(net.ties(), "P-Nobody") is None
    assert deferral_key(view.rows[0]) == "cooling"
    promise = net.promise(net.person("Bob", 1), 1)
    found = row_waiting(net.ties(), promise.id)
    assert found is not None
    assert deferral_key(found) == promise.id


def test_what_fits_is_a_part_of_today() -> None:
    net = Network()
    for n in range(9):
        net.person(f"N{n}", 40, 80, cadence_days=30)
    fit = fit_rows(net.today(), net.snapshot(), net.ties(), 45)
    assert (len(fit.rows), fit.minutes, fit.left) == (2, 40, 5)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ann", "Ben", "ann", "Éva"]),
            st.lists(st.integers(0, 600), max_size=4),
            st.sampled_from([None, 5, 15, 50, 150]),
            st.sampled_from([None, 0, 7, 30]),
            st.booleans(),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_is_total_and_does_not_hang_on_the_order_of_records(
    drawn: list[tuple[str, list[int], int | None, int | None, bool]], random: object
) -> None:
    net = Network()
    for n, (name, talks, layer, cadence, pinned) in enumerate(drawn):
        id = f"{name}{n}"
        net.person(id, *talks, layer=layer, cadence_days=cadence, pinned=pinned, added=ago(40))
    rows = net.today().rows
    orders = [row.order for row in rows]
    assert orders == sorted(set(orders))
    net.records.reverse()
    assert [row.id for row in net.today().rows] == [row.id for row in rows]
    for row in rows:
        last = net.ties()[row.person].last_on
        assert row.group == "promised" or last is None or (TODAY - last).days >= 3


def test_dates_of_rows_are_days() -> None:
    net = Network()
    net.person("Ada", 45, 75, 105)
    due = net.today().rows[0].due
    assert isinstance(due, date)
    assert due <= TODAY


def test_a_birthday_today_shows_though_promises_take_the_minutes() -> None:
    net = Network(budget=5)
    net.promise(net.person("Ada"), 0)
    net.person("Bo", birthday=f"--{TODAY:%m-%d}")
    net.person("Carl", birthday=f"--{TODAY + timedelta(days=3):%m-%d}")
    assert shown(net.today()) == ["Ada", "Bo"]


def test_what_falls_on_days_off_shows_on_the_last_working_day_whatever_the_minutes() -> None:
    net = Network(budget=5)
    for name, days in (("Sat", 1), ("Sun", 2), ("Mon", 3)):
        net.person(name, birthday=f"--{TODAY + timedelta(days=days):%m-%d}")
    net.promise(net.person("Ada"), 0)
    assert shown(net.today()) == ["Ada", "Sat", "Sun"]
    net.settings = msgspec.structs.replace(net.settings, work_days={"saturday": True})
    assert shown(net.today()) == ["Ada"]


def test_what_falls_in_a_pause_shows_before_it_and_a_new_job_can_wait() -> None:
    net = Network(budget=5)
    net.person("Tue", birthday=f"--{TODAY + timedelta(days=4):%m-%d}")
    net.person("Job", new_job_on=TODAY)
    net.promise(net.person("Ada"), 0)
    assert shown(net.today()) == ["Ada"]
    pause = Pause(start=TODAY + timedelta(days=1), until=TODAY + timedelta(days=5))
    net.me = msgspec.structs.replace(net.me, pauses=(pause,))
    assert shown(net.today()) == ["Ada", "Tue"]
