"""Whom or what a change was about: no bare ids, nothing hanging behind a comma."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Language
from store.words.about_words import about_message, backup_message, turned_message
from store.words.counts import DONE, TO_COME, counted
from store.words.message import Message
from store.words.words import Words

TODAY = date(2026, 11, 25)


def told(message: Message | str | None, language: Language = "en") -> str:
    return Words(language).tell(message, TODAY) if isinstance(message, Message) else str(message)


@pytest.mark.parametrize(
    ("id", "english", "french"),
    [
        ("now-2026-11-25T213045", "today 21:30, by hand", "aujourd'hui 21:30, à la main"),
        ("daily-2026-11-24", "yesterday, of the day", "hier, du jour"),
        ("weekly-2026-W47", "week 47", "semaine 47"),
        ("schema-1-2026-11-24", "yesterday, before an update", "hier, avant une mise à jour"),
    ],
)
def test_a_backup_is_its_moment_and_kind(id: str, english: str, french: str) -> None:
    assert told(backup_message(id)) == english
    assert told(backup_message(id), "fr") == french


@pytest.mark.parametrize("id", ["", "copy", "now-then", "daily-2026-13-41", "now-2026-11-25T21"])
def test_an_id_that_says_no_moment_stands_for_itself(id: str) -> None:
    assert backup_message(id) is None
    assert about_message("restore", id) == id


def test_an_import_is_about_a_count() -> None:
    assert told(about_message("import", "1107")) == "1,107 new people"
    assert told(about_message("import", "1"), "fr") == "1 nouvelle personne"
    assert about_message("import", "0") == ""


def test_names_stand_for_themselves() -> None:
    assert about_message("note", "1107") == "1107"
    assert about_message("join", "laptop.json") == "laptop.json"


@pytest.mark.parametrize(
    ("how", "action", "deed", "about", "said"),
    [
        ("undo", "note", "action.note", "Ada", "Undone: note, Ada"),
        ("redo", "note", "action.note", "Ada", "Done again: note, Ada"),
        *(
            (how, "look-over", "action.look_over", "", f"{said}: look over untouched cards")
            for how, said in (("undo", "Undone"), ("redo", "Done again"))
        ),
        ("undo", "import", "action.import", "0", "Undone: import"),
        (
            *("undo", "restore", "action.restore", "now-2026-11-25T213045"),
            "Undone: backup restored, today 21:30, by hand",
        ),
    ],
)
def test_what_is_taken_back_is_told_in_words(
    how: str, action: str, deed: str, about: str, said: str
) -> None:
    assert told(turned_message(how, action, Message(deed), about)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "People: 1 new, 2 changed."), ("fr", "Personnes : 1 nouvelle, 2 modifiées.")],
)
def test_counts_agree_and_nobody_is_left_out(language: Language, said: str) -> None:
    counts = counted(DONE, new=1, changed=2, removed=0, same=0)
    words = told(Message("said.imported", {"counts": counts}), language)
    assert words.replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(("language", "said"), [("en", "nobody"), ("fr", "personne")])
def test_where_there_is_nobody_a_word_says_so(language: Language, said: str) -> None:
    counts = counted(TO_COME, changed=0, removed=0)
    words = told(Message("said.imported", {"counts": counts}), language)
    assert words.endswith(f" {said}.")
