from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.table import Table

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
