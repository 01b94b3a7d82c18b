"""The letters of the walk follow the keys that the settings give to the same commands."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

import pytest
from walk_trial import Walking, data, walk  # noqa: F401

from store.config import paths
from tui.cli.walking.letters import LETTERS, Typed, letters_from
from tui.commands.registry import BY_ID


def test_each_letter_is_that_of_its_command_on_the_screens() -> None:
    for each in LETTERS:
        if each.command:
            assert each.letter in BY_ID[each.command].keys, each


def test_a_single_sign_of_ones_own_is_typed_instead() -> None:
    letters = letters_from({"person.done": "f, ctrl+d", "all.quit": "Q", "person.note": "ctrl+n"})
    assert letters.read("f 30 the roof") == Typed("d", "30 the roof")
    assert letters.read("d") is None
    assert letters.read("n jazz") == Typed("n", "jazz")
    assert letters.leaves("Q")
    assert not letters.leaves("q")
    assert letters.listed().split(", ")[6] == "f"


def test_two_may_change_places_but_none_is_lost() -> None:
    swapped = letters_from({"person.done": "x", "person.pass": "d"})
    assert (swapped.read("x"), swapped.read("d")) == (Typed("d"), Typed("x"))
    taken = letters_from({"person.done": "x", "person.note": "y", "person.why": "y"})
    assert (taken.read("x"), taken.read("d")) == (Typed("x"), Typed("d"))
    assert (taken.read("y"), taken.read("w")) == (Typed("n"), Typed("w"))
    assert letters_from({"all.help": "h"}).read("?") == Typed("?")
    assert letters_from({"person.done": ";"}).read(";") == Typed("d")


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("en", ("Enter goes to the next, ? tells the letters, Q ends.", "y takes it back.")),
        ("fr", ("Entrée passe au suivant, ? donne les lettres, Q termine.", "y annule.")),
    ],
)
def test_sentences_and_prompts_name_ones_own(
    walk: Walking, lang: str, sentences: tuple[str, str]
) -> None:
    path = paths.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\n"all.quit" = "Q"\n"all.undo" = "y"\n"person.done" = "f"\n')
    walked = walk("f", "c", "Q", "y", "Q", "f", lang=lang)
    assert sentences[0] in walked.paragraphs
    assert any(each.endswith(sentences[1]) for each in walked.paragraphs)
    assert walked.out.replace("\N{NO-BREAK SPACE}", " ").count("f, s, x, c, n, w, ?") == 4
    assert walked.status == 0
