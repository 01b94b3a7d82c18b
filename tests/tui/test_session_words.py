"""From where a change came, in words: no process, no name of one's own machine."""

from __future__ import annotations

from datetime import date

import pytest

from store.disk.session import OUTSIDE
from store.records.kinds import Language
from store.words.message import Message
from store.words.words import Words
from tui.history_words import by_session, refusal_in_words, session_word

OWN = "vm:22398:ab12"
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("session", "english", "french"),
    [
        (OWN, "here", "ici"),
        ("vm:22399:0f0f", "elsewhere", "ailleurs"),
        ("laptop:12:0f0f", "elsewhere (laptop)", "ailleurs (laptop)"),
        (OUTSIDE, "another program", "autre programme"),
    ],
)
def test_a_session_is_told_without_its_process(session: str, english: str, french: str) -> None:
    assert session_word(session, OWN, Words("en")) == english
    assert session_word(session, OWN, Words("fr")) == french


def refused(session: str, about: str = "Ada") -> Message:
    values: dict[str, object] = {"about": about, "field": Message("field.org"), "session": session}
    return Message("problem.changed_since_by", {**values, "day": TODAY, "time": "14:03"})


@pytest.mark.parametrize(
    ("session", "language", "where"),
    [
        (OWN, "en", ", here, today at 14:03 · Ada"),
        ("vm:1:ab", "fr", ", ailleurs, aujourd'hui à 14:03 · Ada"),
        ("laptop:1:ab", "en", ", elsewhere (laptop), today at 14:03 · Ada"),
        (OUTSIDE, "en", ", by another program, today at 14:03 · Ada"),
        (OUTSIDE, "fr", ", par un autre programme, aujourd'hui à 14:03 · Ada"),
    ],
)
def test_a_refusal_says_once_who_it_was(session: str, language: Language, where: str) -> None:
    words = Words(language)
    once = refusal_in_words(refused(session), OWN, words)
    twice = refusal_in_words(once, OWN, words)
    assert words.tell(once, TODAY).endswith(where)
    assert words.tell(twice, TODAY) == words.tell(once, TODAY)


def test_where_it_is_about_nobody_nothing_hangs_behind() -> None:
    said = Words("en").tell(by_session(refused(OWN, ""), OWN), TODAY)
    assert said.endswith("here, today at 14:03.")


@pytest.mark.parametrize(
    ("language", "kept"), [("en", "nothing you typed is lost"), ("fr", "votre saisie est gardée")]
)
@pytest.mark.parametrize("id", ["problem.not_saved", "problem.file_error"])
def test_a_failed_save_on_the_screen_says_that_what_was_typed_is_kept(
    id: str, language: Language, kept: str
) -> None:
    words = Words(language)
    problem = Message(id, {"path": "/a.json", "why": "Input/output error"})
    assert kept in words.tell(refusal_in_words(problem, OWN, words))
    assert kept not in words.tell(by_session(problem, OWN))
