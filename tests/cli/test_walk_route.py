"""The route keeps its place while the list changes under it, and counts what is done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from tui.cli.walking.route import Route, Stop

IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def stops(ids: str) -> list[Stop]:
    return [Stop(id=id, person=PersonId(id), heading="") for id in ids]


def here(route: Route) -> str:
    return route.here.id if route.here is not None else "-"


def place(route: Route) -> tuple[int, int] | None:
    assert route.here is not None
    return route.place(route.here)


def test_what_is_done_stays_counted() -> None:
    route = Route(stops("abc"))
    route.follow(stops("bc"))
    assert route.here is None
    assert not route.ended
    assert route.settle()
    assert (here(route), place(route)) == ("b", (2, 3))


def test_what_goes_before_it_was_told_about_leaves_no_trace() -> None:
    route = Route(stops("ab"))
    route.follow(stops("axb"))
    route.follow(stops("ab"))
    assert route.next()
    assert (here(route), place(route)) == ("b", (2, 2))


def test_what_comes_back_stands_where_it_was() -> None:
    route = Route(stops("abc"))
    route.next()
    route.follow(stops("c"))
    route.last()
    route.follow(stops("bc"))
    route.go("b")
    assert place(route) == (2, 3)


def test_what_is_new_stands_behind_what_it_follows() -> None:
    route = Route(stops("ac"))
    route.last()
    route.follow(stops("abcd"))
    assert (here(route), place(route)) == ("c", (3, 4))
    assert route.next()
    assert here(route) == "d"


def test_past_the_end_what_is_added_there_comes_next() -> None:
    route = Route(stops("a"))
    assert not route.next()
    assert route.ended
    route.follow(stops("ab"))
    assert here(route) == "b"


def test_only_what_is_counted_has_a_place() -> None:
    waiting = Stop(id="z", person=PersonId("z"), heading="", counted=False)
    route = Route([*stops("ab"), waiting])
    route.last()
    assert place(route) is None
    route.first()
    assert place(route) == (1, 2)


@given(IDS, IDS, st.integers(0, 8))
def test_whatever_changes_one_stands_where_one_stood(
    before: list[str], after: list[str], steps: int
) -> None:
    route = Route(stops("".join(before)))
    for _ in range(steps):
        route.next()
    was = here(route)
    route.follow(stops("".join(after)))
    if was in after:
        assert here(route) == was
    elif was != "-":
        assert route.here is None
    seen = []
    if route.first():
        seen.append(here(route))
        while route.next():
            seen.append(here(route))
    assert sorted(seen) == sorted(after)
