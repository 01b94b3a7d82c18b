from __future__ import annotations

from store.words.numbers import number
from store.words.words import Words


def test_groups_of_three_are_parted_as_each_language_does() -> None:
    assert [number(n, "en") for n in (0, 999, 3912, 1234567)] == ["0", "999", "3,912", "1,234,567"]
    assert [number(n, "fr") for n in (999, 3912)] == ["999", "3\u202f912"]


def test_a_counted_sentence_writes_its_count_so() -> None:
    assert Words("en").say("files.people", n=3912) == "3,912 new people"
    assert Words("fr").say("files.people", n=1) == "1 nouvelle personne"
