"""Who has a slot to come is left to it; what was promised and what falls due shows all the same."""

from __future__ import annotations

from datetime import timedelta

from small_network import TODAY, Network, shown

from store.records.ids import PersonId
from store.records.kinds import SlotState
from store.records.time_entry import Slot
from store.views.next_due import next_day_of, next_due
from store.views.ties import Ties
from store.views.today import today_view


def slot(net: Network, person: PersonId, days: int, state: SlotState = "planned") -> None:
    on = TODAY + timedelta(days=days)
    net.records.append(
        Slot(id=f"S{days}", kind="call", on=on, minutes=20, person=person, state=state)
    )


def test_their_rhythm_is_quiet_until_the_slot_and_comes_back_on_its_day() -> None:
    net = Network()
    ada = net.person("Ada", 60, 90, layer=15)
    slot(net, ada, 4)
    view = net.today()
    assert (view.rows, view.summary.waiting) == ((), 0)
    assert (view.summary.next_name, view.summary.next_on) == ("Ada", TODAY + timedelta(days=4))
    later = Ties.of(net.snapshot(), TODAY + timedelta(days=4), net.settings)
    assert shown(today_view(net.snapshot(), later)) == ["Ada"]
    assert next_day_of(net.snapshot(), net.ties(), ada, f"cooling:{ada}") == TODAY + timedelta(4)


def test_promises_and_occasions_show_beside_a_slot() -> None:
    net = Network()
    ada = net.person("Ada", 60, 90, layer=15, birthday="--11-22")
    net.promise(ada, 0)
    slot(net, ada, 4)
    assert [row.group for row in net.today().rows] == ["promised", "occasion"]


def test_a_gift_waits_for_the_slot_too() -> None:
    net = Network()
    ada = net.person("Ada", 20, 50, layer=15)
    net.introduction(ada, net.person("Bo", 20, 50, layer=150))
    before = [row.group for row in net.today().rows]
    slot(net, ada, 2)
    assert "give" in before
    assert [row.group for row in net.today().rows if row.person == ada] == []


def test_a_slot_of_today_one_missed_and_one_gone_by_hide_nobody() -> None:
    for days, state in ((0, "planned"), (-3, "planned"), (4, "missed"), (4, "kept")):
        net = Network()
        slot(net, net.person("Ada", 60, 90, layer=15), days, state)  # type: ignore[arg-type]
        assert shown(net.today()) == ["Ada"]


def test_the_next_dormant_tie_takes_the_place_of_one_with_a_slot() -> None:
    net = Network()
    ada, bea = net.person("Ada", 900, layer=5), net.person("Bea", 900, layer=5)
    assert [row.person for row in net.today().rows] == [ada]
    slot(net, ada, 2)
    assert [row.person for row in net.today().rows] == [bea]


def test_after_two_slots_the_last_one_counts() -> None:
    net = Network()
    ada = net.person("Ada", 60, 90, layer=15)
    for days in (2, 9):
        slot(net, ada, days)
    found = next_due(net.snapshot(), net.ties())
    assert found is not None
    assert found.on == TODAY + timedelta(days=9)
