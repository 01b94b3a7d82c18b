"""Searches kept under a name: unique, replaced in place, let go, and kept by a join."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from two_copies import added, copy_of, edited, person

from store.actions.action import Context, Outcome
from store.actions.joining import join
from store.actions.saved_search import LONGEST_QUERY, SaveSearch, save_search
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.me import Me, SavedSearch
from store.records.snapshot import EMPTY, Snapshot
from store.views.saved_searches import saved_queries, saved_query
from store.views.ties import Ties
from store.words.message import UnknownProblem, UsageProblem

TODAY = date(2026, 11, 20)


def context() -> Context:
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return Context(now, TODAY, lambda: "N", Settings(), lambda: Ties.of(EMPTY, TODAY, Settings()))


def done(snapshot: Snapshot, **params: object) -> tuple[Snapshot, Outcome]:
    outcome = save_search(snapshot, SaveSearch(**params), context())  # type: ignore[arg-type]
    return snapshot.apply(outcome.change_set), outcome


def kept(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(each.name, each.query) for each in saved_queries(snapshot.me)]


def test_searches_are_kept_in_the_order_in_which_they_were_saved() -> None:
    first, said = done(EMPTY, name="Lyon", query="city:lyon")
    second, _ = done(first, name="Climbers", query="passion:climbing -jazz")
    assert said.said.id == "said.search_saved"
    assert kept(second) == [("Lyon", "city:lyon"), ("Climbers", "passion:climbing -jazz")]
    assert saved_query(second.me, "climbers") == "passion:climbing -jazz"


def test_a_name_is_one_whatever_its_accents_and_the_newer_search_takes_its_place() -> None:
    first, _ = done(EMPTY, name="Élèves", query="school:ens")
    second, _ = done(first, name="Lyon", query="city:lyon")
    third, said = done(second, name="eleves", query="school:insa")
    assert said.said.id == "said.search_replaced"
    assert kept(third) == [("eleves", "school:insa"), ("Lyon", "city:lyon")]


def test_saving_the_same_again_changes_nothing() -> None:
    first, _ = done(EMPTY, name="Lyon", query="city:lyon")
    _, again = done(first, name="Lyon", query=" city:lyon ")
    assert not again.change_set


def test_a_search_is_let_go_by_its_name_and_the_others_stay() -> None:
    first, _ = done(EMPTY, name="Lyon", query="city:lyon")
    second, _ = done(first, name="Jazz", query="passion:jazz")
    third, said = done(second, name="LYON", remove=True)
    assert (said.said.id, said.said.values) == ("said.search_removed", {"name": "Lyon"})
    assert kept(third) == [("Jazz", "passion:jazz")]


def test_one_that_is_not_there_is_refused_by_its_name() -> None:
    with pytest.raises(UnknownProblem) as refused:
        done(EMPTY, name="Lyon", remove=True)
    assert refused.value.message.values == {"name": "Lyon"}
    with pytest.raises(UnknownProblem):
        saved_query(EMPTY.me, "Lyon")


@pytest.mark.parametrize(("name", "query"), [(" \t", "lyon"), ("Lyon", "  ")])
def test_without_a_name_or_words_nothing_is_kept(name: str, query: str) -> None:
    with pytest.raises(UsageProblem):
        done(EMPTY, name=name, query=query)


def test_what_a_terminal_would_obey_is_not_kept_and_a_megabyte_is_cut() -> None:
    after, _ = done(EMPTY, name="a\x1b[31mb", query="x" * 1_000_000)
    search = after.me.searches[0]
    assert search.name == "a[31mb"
    assert len(search.query) == LONGEST_QUERY


def test_a_join_keeps_what_both_copies_saved_and_one_of_each_name() -> None:
    ada = person(PersonId("A"))
    own, other = SavedSearch(name="Lyon", query="city:lyon"), SavedSearch(name="Jazz", query="jazz")
    twin = SavedSearch(name="LYON", query="lyon")
    base = added(copy_of(ada), 1, Me(searches=(own,)))
    ours = edited(base, 2, base.snapshot.me, searches=(own, other))
    third = SavedSearch(name="B", query="b")
    theirs = edited(base, 3, base.snapshot.me, searches=(own, twin, third))
    joined = ours.snapshot.apply(join(ours, theirs).change_set)
    assert kept(joined) == [("Lyon", "city:lyon"), ("Jazz", "jazz"), ("B", "b")]


def test_one_let_go_in_one_copy_alone_stays_away_after_a_join() -> None:
    search = SavedSearch(name="Lyon", query="city:lyon")
    base = added(copy_of(person(PersonId("A"))), 1, Me(searches=(search,)))
    ours = edited(base, 2, base.snapshot.me, searches=())
    assert not join(ours, base).change_set
