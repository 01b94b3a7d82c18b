"""Answers of the reading commands for people: aligned lines, in their language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.views import phrases
from store.views.heat import HeatRow
from store.views.today import TodayRow, TodaySummary
from store.views.week import WeekView
from store.words import dates, durations
from store.words.kinds import kind_message
from store.words.width import fit
from store.words.words import Words

if TYPE_CHECKING:
    from store.search.find import Hit
    from store.views.explain import Explained

NAME = 24
"""Cells for a name."""

TALKS = 8
"""Interactions shown with a card."""


def today(
    rows: Iterable[TodayRow], summary: TodaySummary, words: Words, day: date
) -> tuple[str, ...]:
    """Today's rows by group, then those that can wait."""
    shown = [row for row in rows if row.today]
    others = [row for row in rows if not row.today]
    lines = list(_by_group(shown, words, day))
    if not shown:
        lines.append(_nobody(summary, words, day))
    if others:
        lines += ["", words.say("cli.rest"), *(_today_line(row, words, day) for row in others)]
    return tuple(lines)


def _by_group(rows: Iterable[TodayRow], words: Words, day: date) -> Iterable[str]:
    group = None
    for row in rows:
        if row.group != group:
            group = row.group
            yield phrases.group_word(group, words)
        yield _today_line(row, words, day)


def _today_line(row: TodayRow, words: Words, day: date) -> str:
    step = f"{words.tell(kind_message(row.step))}, {durations.minutes(row.minutes, words)}"
    reason = phrases.reason_long(row.reason, words, day)
    return f"  {fit(row.name, NAME)} {reason} · {step}"


def _nobody(summary: TodaySummary, words: Words, day: date) -> str:
    if summary.next_name is None or summary.next_on is None:
        return words.say("cli.nobody_due")
    on = dates.day(summary.next_on, words.language, day)
    return words.say("cli.nobody_due_next", name=summary.next_name, day=on)


def explained(opened: Iterable[Explained], words: Words, day: date) -> tuple[str, ...]:
    """Rows opened into their terms."""
    lines: list[str] = []
    for each in opened:
        lines.append(f"{each.name}: {phrases.reason_long(each.reason, words, day)}")
        for figure in each.figures:
            rule = words.tell(figure.rule, day)
            source = f" ({figure.source})" if figure.source else ""
            lines.append(f"  {words.tell(figure.what, day)} · {rule}{source}")
        lines += [f"  → {words.tell(message, day)}" for message in each.leaves]
    return tuple(lines)


def heat(rows: Iterable[HeatRow], words: Words) -> tuple[str, ...]:
    """Everybody tended, a line each."""
    return tuple(_heat_line(row, words) for row in rows)


def _heat_line(row: HeatRow, words: Words) -> str:
    layer = str(row.layer or "")
    band = "" if row.band is None else phrases.band_word(row.band, words)
    silent = "" if row.silent_days is None else durations.silence_short(row.silent_days, words)
    return f"{fit(row.name, NAME)} {fit(layer, 4, 'right')}  {fit(band, 18)} {silent}".rstrip()


def search(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Hits, each with what matched."""
    return tuple(
        f"{fit(hit.person.name, NAME)} {' · '.join(text for _, text in hit.matched)}"
        for hit in hits
    )


def card(person: Person, snapshot: Snapshot, words: Words, day: date) -> tuple[str, ...]:
    """A card and the last talks."""
    lines = [person.name]
    if person.title or person.org:
        lines.append("  " + " · ".join(filter(None, (person.title, person.org))))
    lines += _facts(person, words)
    if person.birthday:
        lines.append(f"  {words.say('cli.field.birthday')}: {person.birthday}")
    if person.met is not None:
        met = dates.day(person.met, words.language, day)
        lines.append(
            f"  {words.say('cli.field.met')}: {' · '.join(filter(None, (met, person.where)))}"
        )
    lines += [f"  {line}" for line in person.notes.splitlines()]
    talks = snapshot.interactions_of(PersonId(person.id))
    lines += [_talk_line(talk, words, day) for talk in reversed(talks[-TALKS:])]
    return tuple(lines)


def me(card: Me, words: Words) -> tuple[str, ...]:
    """The own card."""
    lines = [card.name or words.say("cli.me_empty"), *_facts(card, words)]
    budget = durations.minutes(card.budget.total, words)
    lines.append(f"  {words.say('cli.field.budget')}: {budget}")
    return tuple(lines)


def _facts(card: Person | Me, words: Words) -> list[str]:
    facts = (
        ("cli.field.emails", card.emails),
        ("cli.field.phones", card.phones),
        ("cli.field.links", card.links),
        ("cli.field.schools", tuple(each.name for each in card.schools)),
        ("cli.field.cities", tuple(each.name for each in card.cities)),
        ("cli.field.passions", card.passions),
        ("cli.field.fields", card.fields),
        ("cli.field.languages", card.languages),
        ("cli.field.tags", card.tags if isinstance(card, Person) else ()),
    )
    return [f"  {words.say(label)}: {', '.join(values)}" for label, values in facts if values]


def _talk_line(talk: Interaction, words: Words, day: date) -> str:
    on = dates.day(talk.on, words.language, day)
    about = "~" if talk.approximate else ""
    minutes = f", {durations.minutes(talk.minutes, words)}" if talk.minutes else ""
    note = f" · {talk.note}" if talk.note else ""
    return f"  {about}{on}  {words.tell(kind_message(talk.kind))}{minutes}{note}"


def week(view: WeekView, words: Words) -> tuple[str, ...]:
    """The week's minutes, a line a kind."""
    first = dates.day_of_month(view.start, words.language)
    lines = [f"{first} – {dates.day_of_month(view.until, words.language)}"]
    for meter in view.kinds:
        spent = durations.clock_minutes(meter.spent)
        of = "" if meter.target is None else durations.clock_minutes(meter.target)
        word = phrases.budget_word(meter.kind, words)
        lines.append(_meter_line(word, spent, of, words))
    total = words.say("cli.week")
    spent, of = durations.clock_minutes(view.spent), durations.clock_minutes(view.target)
    lines.append(_meter_line(total, spent, of, words))
    return tuple(lines)


def _meter_line(word: str, spent: str, of: str, words: Words) -> str:
    text = words.say("cli.spent_of", spent=spent, target=of) if of else spent
    return f"  {fit(word, 14)} {text}"
