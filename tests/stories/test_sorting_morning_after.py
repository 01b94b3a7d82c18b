"""The morning after importing 4,000 connections is calm, useful and not empty."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

from linkedin_export import full_name, write_export
from mornings import app_with, service_on, until
from stage import TODAY, settle, shows

from store.actions.service import Service
from store.actions.sort import Sort
from store.records.ids import PersonId
from store.views.heat import heat_rows, heat_summary
from store.views.sorting import sorting_candidates
from store.views.ties import Ties
from store.views.today import today_view
from tui.intake import commit_plan, read_plan
from tui.screens.bring_preview import BringPreview
from tui.screens.sorting import Sorting
from tui.screens.today import Today
from widgets.safe_input import SafeInput

CONNECTIONS = 4000
BOTH_WAYS = 60

ANSWERS = ("1", "1", "2", "2", "2", "enter", "3", "3", "3", "4", "3", "enter")
"""Six people, two keys each."""
MORE = ("4", "5", "4", "enter", "x", "x", "2", "3", "4", "4")
"""Six more; two of them not now."""

TOMORROW = TODAY + timedelta(days=1)


async def test_the_morning_after_is_calm_useful_and_not_empty(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export", TODAY, CONNECTIONS, BOTH_WAYS)
    service = service_on()
    app = app_with(service)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        app.screen.query_one(SafeInput).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "4,000 new people")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sorting))
        await pilot.press(*ANSWERS, *MORE)
        await until(pilot, lambda: isinstance(app.screen, Today))
        assert shows(app, "That is enough for today")

    snapshot = service.snapshot
    asked = snapshot.me.sorting.asked
    written = {id for each in snapshot.interactions.values() if each.source for id in each.people}
    assert len(asked) == 12
    assert set(asked) <= written
    assert Counter(snapshot.people[id].layer for id in asked) == {
        5: 1,
        15: 3,
        50: 3,
        150: 3,
        None: 2,
    }

    ties = Ties.of(snapshot, TOMORROW, service.settings)
    view = today_view(snapshot, ties)
    shown = [row for row in view.rows if row.today]
    assert 1 <= len(shown) <= 5
    known = written | set(asked)
    assert {row.person for row in view.rows} <= known
    assert {row.person for row in heat_rows(snapshot, ties)} <= known
    assert heat_summary(snapshot, ties).people <= BOTH_WAYS
    assert not any(ties[id].counted for id in snapshot.people.keys() - known)

    morning = app_with(service_on(snapshot, TOMORROW))
    async with morning.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(morning.screen, Today)
        assert shows(morning, "A few newcomers to sort")
        for row in shown:
            assert shows(morning, row.name)
    assert full_name(0) in {person.name for person in snapshot.people.values()}


def sorted_without_a_word(tmp_path: Path, layer: int) -> tuple[Service, tuple[PersonId, ...]]:
    """Forty connections never written to; twelve put into a layer, the last talk unknown."""
    folder = write_export(tmp_path / "export", TODAY, 40, both_ways=0)
    service = service_on()
    seen = service.snapshot
    commit_plan(service, read_plan(service, [str(folder)]), seen)
    people = sorting_candidates(service.snapshot, TODAY)
    for person in people:
        service.perform("sort", Sort(person=person, layer=layer))  # type: ignore[arg-type]
    return service, people


def test_an_unknown_last_talk_is_not_yet_and_never_cold(tmp_path: Path) -> None:
    service, people = sorted_without_a_word(tmp_path, 50)
    for days in (0, 1, 30, 400, 2000):
        ties = Ties.of(service.snapshot, TODAY + timedelta(days=days), service.settings)
        assert {ties[id].band for id in people} == {"new"}


def test_first_turns_are_spread_over_one_usual_gap(tmp_path: Path) -> None:
    service, people = sorted_without_a_word(tmp_path, 50)
    gap = service.settings.layer_days["50"]
    due: dict[str, int] = {}
    for days in range(gap + 1):
        ties = Ties.of(service.snapshot, TODAY + timedelta(days=days), service.settings)
        for row in today_view(service.snapshot, ties).rows:
            due.setdefault(row.person, days)
    assert set(due) == set(people)
    on_each_day = Counter(due.values())
    assert max(on_each_day.values()) <= 3
    assert sum(on_each_day[day] for day in (0, 1)) <= 3
    assert max(due.values()) > gap // 2


def test_a_told_talk_counts_as_roughly_that_long_ago(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export", TODAY, 20, both_ways=0)
    service = service_on()
    seen = service.snapshot
    commit_plan(service, read_plan(service, [str(folder)]), seen)
    week, longer = sorting_candidates(service.snapshot, TODAY)[:2]
    service.perform("sort", Sort(person=week, layer=15, last="week"))
    service.perform("sort", Sort(person=longer, layer=15, last="longer"))
    ties = Ties.of(service.snapshot, TOMORROW, service.settings)
    assert ties[week].band in ("hot", "warm")
    assert ties[longer].band in ("cold", "frozen", "dormant")
