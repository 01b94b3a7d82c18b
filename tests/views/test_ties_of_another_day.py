from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from small_network import TODAY, Network, ago, interaction

from store.records.change import ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import City, Pause
from store.records.snapshot import Snapshot
from store.rules.contacts import History
from store.views import touched
from store.views.heat import heat_rows, heat_summary
from store.views.ties import Ties
from store.views.today import today_view
from store.views.week import week_view


def network() -> Network:
    net = Network(budget=120)
    net.person("Ada", 40, 80, cadence_days=30, cities=(City(name="Lyon"),))
    net.person("Bob", 3, 30, layer=5, cities=(City(name="Lyon"),), birthday="--11-25")
    net.person("Cy", 362, fields=("press",))
    net.person("Flo", layer=50, added=ago(20))
    net.person("Off", 60, 90, pauses=(Pause(start=ago(5), until=ago(-3)),))
    net.talk(net.person("Gus", 60, 90), -2, planned=True)
    net.talk(net.person("Hal", 60, 90), -3, minutes=77)
    net.talk(net.person("Ida", 300, 6), 1, kind="message", minutes=9)
    net.promise(net.person("Joe", 60), -2)
    net.person("Eve", sources=("uid:1",))
    return net


def same(one: Ties, other: Ties, snapshot: Snapshot) -> None:
    assert today_view(snapshot, one) == today_view(snapshot, other)
    assert heat_rows(snapshot, one) == heat_rows(snapshot, other)
    assert heat_summary(snapshot, one) == heat_summary(snapshot, other)
    assert week_view(snapshot, one) == week_view(snapshot, other)
    assert one.scene == other.scene
    assert one.day == other.day


@pytest.mark.parametrize("days", [0, 1, 2, 3, 4, 5, 8, 30, 400, -1])
def test_the_ties_of_a_later_day_are_those_of_a_new_look(days: int) -> None:
    net = network()
    snapshot, then = net.snapshot(), TODAY + timedelta(days=days)
    same(net.ties().on(snapshot, then), Ties.of(snapshot, then, net.settings), snapshot)


def test_so_they_are_day_by_day_and_through_changes() -> None:
    net = network()
    snapshot, ties = net.snapshot(), net.ties()
    for days in range(1, 12):
        then = TODAY + timedelta(days=days)
        ties = ties.on(snapshot, then)
        talk = interaction(f"N{days}", PersonId("P-Ada"), then, minutes=30 + days, by="them")
        change_set = ChangeSet((make(talk),))
        snapshot = snapshot.apply(change_set)
        ties = ties.after(change_set, snapshot)
        same(ties, Ties.of(snapshot, then, net.settings), snapshot)


def test_one_more_contact_looks_at_no_older_one(monkeypatch: pytest.MonkeyPatch) -> None:
    net = network()
    before = net.snapshot()

    def never(*_: object) -> History:
        raise AssertionError("the older contacts were looked at")

    monkeypatch.setattr(touched, "personal_history", never)
    change_set = ChangeSet((make(interaction("N", PersonId("P-Ada"), TODAY, by="them")),))
    after = before.apply(change_set)
    ties = net.ties().after(change_set, after)
    assert ties[PersonId("P-Ada")].contacts == 3


@pytest.mark.parametrize("change", ["edit", "remove", "past", "pause", "two"])
def test_other_changes_of_contacts_look_again(change: str) -> None:
    net = network()
    before = net.snapshot()
    ada = PersonId("P-Ada")
    old = before.interactions_of(ada)[0]
    person = before.people[ada]
    sets = {
        "edit": ChangeSet((alter(old, on=ago(70)),)),
        "remove": ChangeSet((make(old),)).inverse(),
        "past": ChangeSet((make(interaction("N", ada, ago(55))),)),
        "pause": ChangeSet(
            (
                make(interaction("N", ada, TODAY)),
                alter(person, pauses=(Pause(start=ago(30), until=ago(20)),)),
            )
        ),
        "two": ChangeSet(
            (
                make(interaction("N1", ada, ago(1), kind="email")),
                make(interaction("N2", ada, TODAY, kind="email", by="them")),
            )
        ),
    }
    change_set = sets[change]
    after = before.apply(change_set)
    moved, fresh = (
        net.ties().after(change_set, after)[ada],
        Ties.of(after, TODAY, net.settings)[ada],
    )
    assert moved.p_lost == pytest.approx(fresh.p_lost)
    assert moved.usual_gap_days == pytest.approx(fresh.usual_gap_days)
    assert (moved.contacts, moved.recent) == (fresh.contacts, fresh.recent)
    assert (moved.silent_days, moved.band) == (fresh.silent_days, fresh.band)


def test_own_minutes_stand_from_the_next_morning_on() -> None:
    net = network()
    snapshot, ties = net.snapshot(), net.ties()
    for n in range(5):
        talk: Interaction = interaction(f"N{n}", PersonId("P-Bob"), TODAY, kind="video", minutes=50)
        change_set = ChangeSet((make(talk),))
        snapshot = snapshot.apply(change_set)
        ties = ties.after(change_set, snapshot)
    assert ties.minutes("video") == 30
    assert ties.on(snapshot, TODAY + timedelta(days=1)).minutes("video") == 50


def test_weights_are_settings() -> None:
    net = Network()
    ada = net.person("Ada", layer=15)
    for days in (90, 60, 30):
        net.talk(ada, days, kind="message")
    usual = net.ties()[ada]
    net.settings = msgspec.structs.replace(net.settings, unanswered_weight=1.0, layer_evidence=0.0)
    other = net.ties()[ada]
    assert usual.rhythm.contacts == pytest.approx(1.2)
    assert other.rhythm.contacts == 3.0
    assert (usual.evidence, other.evidence) == (3.0, 0.0)
    net.settings = msgspec.structs.replace(
        net.settings, contact_weights={**net.settings.contact_weights, "message": 0.5}
    )
    assert net.ties()[ada].rhythm.contacts == 1.5
    assert Me().budget.total == 120


def test_the_weight_of_a_bridge_is_a_setting() -> None:
    net = Network()
    net.person("Ada", 40, 80, fields=("press",))
    net.person("Bob", 40, 80)
    gains = {row.name: row.gain for row in net.today().rows}
    assert gains["Ada"] == pytest.approx(1.25 * gains["Bob"])
    net.settings = msgspec.structs.replace(net.settings, bridge_weight=2.0)
    gains = {row.name: row.gain for row in net.today().rows}
    assert gains["Ada"] == pytest.approx(2.0 * gains["Bob"])
