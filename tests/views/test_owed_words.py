"""What is open between the user and a person is told in words, never by its code."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from store.records.kinds import ExchangeKind, FollowUpKind
from store.views.owed import Owed
from store.views.phrases import owed_line
from store.words.words import Words

EN, FR = Words("en"), Words("fr")


def owed(kind: str, what: str = "") -> Owed:
    return Owed(id="1", what=what, kind=kind, on=date(2026, 11, 20))


@pytest.mark.parametrize("kind", [*get_args(ExchangeKind), *get_args(FollowUpKind)])
def test_each_kind_has_a_word(kind: str) -> None:
    for words in (EN, FR):
        said = owed_line(owed(kind), words)
        assert said
        assert "_" not in said
        assert owed_line(owed(kind, "the plan"), words) == "the plan"


def test_a_promise_without_words_of_the_user_is_called_one() -> None:
    assert owed_line(owed("follow_up"), EN) == "a promise"
    assert owed_line(owed("follow_up"), FR) == "une promesse"
