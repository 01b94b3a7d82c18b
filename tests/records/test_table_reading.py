from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.table import FOLD_AT, Table

KEYS = st.sampled_from("abcdef")


@given(st.dictionaries(KEYS, st.integers()), st.dictionaries(KEYS, st.none() | st.integers()))
def test_a_long_pass_reads_what_single_looks_do(
    base: dict[str, int], changes: dict[str, int | None]
) -> None:
    table = Table(base).with_changes(changes)
    plain = table.plain()
    assert dict(plain) == {key: table[key] for key in table}
    assert list(plain) == list(table)
    for key in "abcdef":
        assert (key in table) == (key in plain)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), st.integers(0, 3)))))
def test_what_differs_between_two_versions_is_told_both_ways(
    steps: list[tuple[str, int | None]],
) -> None:
    versions: list[Table[str, int]] = [Table({"a": 1, "b": 2})]
    for key, value in steps:
        versions.append(versions[-1].with_changes({key: value}))
    first, last = versions[0], versions[-1]
    changed = {key for key in "abcd" if first.get(key) != last.get(key)}
    for one, other in ((first, last), (last, first)):
        told = one.changes_since(other)
        assert told is not None
        assert changed <= set(told)
    assert last.changes_since(last) == ()


def test_versions_without_a_base_in_common_tell_no_difference() -> None:
    table: Table[str, int] = Table({"a": 1})
    assert Table({"a": 1}).changes_since(table) is None
    many = table.with_changes({str(number): number for number in range(FOLD_AT + 1)})
    assert many.changes_since(table) is None
