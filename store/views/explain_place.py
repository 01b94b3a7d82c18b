"""Why a row shows today, or waits."""

from __future__ import annotations

from store.rules.portion import DORMANT_EVERY, only_today
from store.views.explain_backdrop import Backdrop
from store.views.explain_figure import Figure
from store.views.today import TodayRow
from store.words.message import Message


def place_figure(backdrop: Backdrop, row: TodayRow) -> Figure:
    """Its seat, or what it waits for."""
    room, shown = backdrop.room, backdrop.shown
    ids = [each.id for each in shown]
    values: dict[str, object] = {"n": room.rows, "done": room.acts, "minutes": room.minutes}
    if row.id in ids:
        return _shown(backdrop, row, ids.index(row.id))
    left = room.minutes - sum(each.minutes for each in shown)
    if row.group == "dormant" and backdrop.ties.roll.woken:
        return _waits("dormant", Message("explain.waits_woken", {"days": DORMANT_EVERY}))
    if row.group == "dormant" and not _first_dormant(backdrop, row):
        return _waits("dormant", Message("explain.waits_dormant"))
    if any(each.person == row.person for each in shown):
        return _waits("person", Message("explain.waits_person"))
    if len(shown) >= room.seats:
        id = "explain.waits_seats_done" if room.acts else "explain.waits_seats"
        return _waits("seats", Message(id, values))
    return _waits(
        "minutes",
        Message("explain.waits_minutes", {"minutes": row.minutes, "left": max(0, left)}),
    )


def _first_dormant(backdrop: Backdrop, row: TodayRow) -> bool:
    """Whether no other tie that sleeps comes before it."""
    orders = (each[0] for each in backdrop.ties.roll.ordered if each[0][0] == row.order[0])
    return next(orders, row.order) == row.order


def _shown(backdrop: Backdrop, row: TodayRow, place: int) -> Figure:
    rule = "explain.rule.shown"
    what = Message("explain.shown", {"place": place + 1, "n": len(backdrop.shown)})
    if row.group == "promised":
        rule = "explain.rule.shown_always"
    elif row.due == backdrop.today and only_today(row, backdrop.today, backdrop.room.resumes):
        rule = "explain.rule.shown_today"
    elif only_today(row, backdrop.today, backdrop.room.resumes):
        rule = "explain.rule.shown_before_working_day"
    elif row.minutes > backdrop.room.minutes and not row.pinned:
        rule = "explain.rule.shown_first"
    values: dict[str, object] = {"rows": backdrop.room.rows, "minutes": backdrop.room.minutes}
    if row.due is not None:
        values["day"] = row.due
    return Figure(
        name="today",
        part="place",
        value="shown",
        what=what,
        rule=Message(rule, values),
    )


def _waits(why: str, what: Message) -> Figure:
    return Figure(
        name="today", part="place", value=why, what=what, rule=Message("explain.rule.waits")
    )
