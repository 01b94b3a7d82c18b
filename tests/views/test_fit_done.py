"""The sentence at the end of some minutes, from what was logged while they ran."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from store.config.settings import Settings
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Kind, Language
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import TimeEntry
from store.views.fit_done import FitDone, fit_done, minutes_logged, there_before
from store.views.fit_done_words import done_sentences
from store.views.ties import Ties
from store.words.spoken_words import SpokenWords
from store.words.words import Words

TODAY = date(2026, 11, 20)
BEGAN = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)
NAMES = {"A": "Amélie Roussel", "B": "Björn Ek", "T": "Tomás Herrera", "U": "Amélie Petit"}
PEOPLE = {id: Person(id=id, name=name) for id, name in NAMES.items()}


def talk(id: str, kind: Kind, *people: str, on: date = TODAY, source: str = "") -> Interaction:
    """A contact of some minutes."""
    who = tuple(PersonId(each) for each in people)
    return Interaction(id=id, people=who, kind=kind, on=on, minutes=10, source=source)


def of(*records: Record) -> tuple[Snapshot, Ties]:
    """A network with these records."""
    tables = {
        "interactions": {each.id: each for each in records if isinstance(each, Interaction)},
        "follow_ups": {each.id: each for each in records if isinstance(each, FollowUp)},
        "exchanges": {each.id: each for each in records if isinstance(each, Exchange)},
        "time_entries": {each.id: each for each in records if isinstance(each, TimeEntry)},
    }
    snapshot = snapshot_of({"people": PEOPLE, **tables})  # type: ignore[dict-item]
    return snapshot, Ties.of(snapshot, TODAY, Settings())


def done(*records: Record, before: tuple[Record, ...] = ()) -> FitDone:
    """What those brought that were not there before."""
    return fit_done(*of(*before, *records), BEGAN, there_before(*of(*before)))


def logged(*records: Record, before: tuple[Record, ...] = (), later: int = 0) -> int:
    """The minutes of those that were not there before, so many minutes later."""
    there, now = there_before(*of(*before)), BEGAN + timedelta(minutes=later)
    return minutes_logged(*of(*records), BEGAN, there, now)


def said(what: FitDone, spent: int, left: int, language: Language = "en") -> str:
    """The longest sentence."""
    return done_sentences(what, spent, left, Words(language))[0]


WORK = (
    talk("2", "call", "B"),
    talk("3", "message", "A"),
    talk("4", "message", "T"),
)


def test_it_names_what_was_done_with_whom_and_what_is_left() -> None:
    english = "38 min: a call with Björn, messages to Amélie and Tomás. 7 min left."
    french = "38 min\u00a0: un appel avec Björn, des messages à Amélie et Tomás. Reste 7 min."
    assert said(done(*WORK), 38, 7) == english
    assert said(done(*WORK), 38, 7, "fr") == french


def test_shorter_ones_name_fewer_and_the_last_nobody() -> None:
    texts = done_sentences(done(*WORK, talk("5", "message", "B")), 38, 7, Words("en"))
    assert texts == (
        "38 min: a call with Björn, messages to Amélie, Tomás and Björn. 7 min left.",
        "38 min: a call with Björn, messages to Amélie, Tomás and 1 other. 7 min left.",
        "38 min: a call with Björn, messages to Amélie and 2 others. 7 min left.",
        "38 min: 1 call, 3 messages. 7 min left.",
    )


def test_whoever_listens_hears_units_in_full() -> None:
    heard = done_sentences(done(*WORK), 38, 7, SpokenWords("en"))[0]
    assert heard.startswith("38 minutes: ")
    assert heard.endswith("7 minutes left.")


def test_nothing_is_said_of_time_that_is_gone_nor_of_nothing_done() -> None:
    assert said(done(*WORK), 52, -7).endswith("Amélie and Tomás.")
    assert said(done(), 12, 33) == "That was 12 min. 33 min left."
    assert said(done(talk("2", "call", "B")), 0, 45).startswith(
        "Under a minute: a call with Björn."
    )


def test_what_was_there_what_is_of_another_day_and_what_was_brought_in_is_none_of_it() -> None:
    before = (talk("1", "call", "T"),)
    yesterday = talk("5", "call", "T", on=TODAY - timedelta(days=1))
    brought = talk("6", "call", "T", source="ics")
    assert done(yesterday, brought, before=before) == FitDone()


def test_two_with_the_same_first_name_are_named_in_full() -> None:
    both = done(talk("2", "call", "A", "U"))
    assert said(both, 20, 0) == "20 min: a call with Amélie Roussel and Amélie Petit."


def test_a_promise_kept_without_a_contact_counts_and_with_one_is_not_told_twice() -> None:
    kept = FollowUp(id="P", person=PersonId("A"), on=TODAY, why="an intro", closed=TODAY)
    thanked = Exchange(
        id="X", person=PersonId("T"), direction="received", kind="advice", on=TODAY, thanked=TODAY
    )
    both = done(kept, thanked)
    assert said(both, 5, 10) == "5 min: what was promised to Amélie and Tomás. 10 min left."
    assert done_sentences(both, 5, 10, Words("en"))[-1] == "5 min: 2 promises kept. 10 min left."
    assert done(kept, talk("2", "call", "A")).closed == ()


def test_time_without_a_contact_and_a_timer_that_still_runs_count() -> None:
    slides = TimeEntry(id="E", kind="preparing", on=TODAY, minutes=15)
    runs = TimeEntry(
        id="R", kind="call", contact="call", person=PersonId("B"), on=TODAY, started=BEGAN
    )
    assert said(done(slides, runs), 20, 0) == "20 min: a call with Björn, preparing."
    earlier = TimeEntry(id="R", kind="preparing", on=TODAY, started=BEGAN - timedelta(minutes=1))
    assert done(earlier) == FitDone()
    assert done(TimeEntry(id="R", kind="social", on=TODAY, started=BEGAN)).times == ("social",)


def test_what_is_logged_meanwhile_takes_its_minutes() -> None:
    before = (talk("1", "call", "T"),)
    slides = TimeEntry(id="E", kind="preparing", on=TODAY, minutes=15)
    assert logged(*before, before=before) == 0
    assert logged(*before, *WORK, slides, before=before) == 45
    bare = Interaction(id="2", people=(PersonId("B"),), kind="message", on=TODAY)
    assert logged(bare) == Settings().minutes["message"], "the usual minutes where none are noted"
    yesterday = talk("5", "call", "T", on=TODAY - timedelta(days=1))
    assert logged(yesterday, talk("6", "call", "T", source="ics")) == 0


def test_a_timer_takes_what_it_has_run_since_whatever_it_becomes() -> None:
    runs = TimeEntry(
        id="R", kind="call", contact="call", person=PersonId("B"), on=TODAY, started=BEGAN
    )
    assert logged(*WORK, runs, later=12) == 42
    earlier = msgspec.structs.replace(runs, started=BEGAN - timedelta(minutes=20))
    before = (earlier,)
    assert logged(earlier, before=before, later=12) == 12
    call = Interaction(id="9", people=(PersonId("B"),), kind="call", on=TODAY, minutes=33)
    assert logged(call, before=before, later=13) == 13
    alone = msgspec.structs.replace(earlier, person=None, contact=None)
    stopped = msgspec.structs.replace(alone, minutes=33)
    assert logged(stopped, before=(alone,), later=13) == 13
    # Thrown away, it takes nothing from what was logged beside it.
    assert logged(talk("7", "call", "T"), before=before, later=13) == 10


def test_a_past_plan_that_happened_is_noted_and_takes_no_minutes() -> None:
    days = TODAY - timedelta(days=1), TODAY - timedelta(days=30)
    plans = tuple(
        msgspec.structs.replace(talk(f"P{n}", "in_person", "B", on=on), planned=True)
        for n, on in enumerate(days)
    )
    happened = tuple(msgspec.structs.replace(plan, planned=False) for plan in plans)
    what = fit_done(*of(*happened[:1], plans[1], *WORK), BEGAN, there_before(*of(*plans)))
    assert said(what, 3, 0).endswith("Amélie and Tomás, 1 meeting noted.")
    assert done_sentences(what, 3, 42, Words("fr"))[-1].endswith(
        ", 1 rencontre notée. Reste 42 min."
    )
    both = fit_done(*of(*happened), BEGAN, there_before(*of(*plans)))
    assert said(both, 0, 0) == "Under a minute: 2 meetings noted."
    assert both.anything
    assert logged(*happened, before=plans) == 0
    # One that is said to have been today is a contact, with its minutes.
    moved = msgspec.structs.replace(happened[0], on=TODAY)
    today = fit_done(*of(moved, plans[1]), BEGAN, there_before(*of(*plans)))
    assert said(today, 10, 0) == "10 min: a meeting with Björn."
    assert logged(moved, plans[1], before=plans) == 10
