"""Help has each section once; the palette finds what concerns time by the words people use."""

from __future__ import annotations

import pytest

from store.records.kinds import LANGUAGES, Language
from store.search.similar import similar
from store.words.words import Words
from tui.commands.command import PLACES, Place
from tui.commands.palette_match import WORDS, fit
from tui.commands.registry import BY_ID, COMMANDS, commands_of
from tui.screens.help import by_section


@pytest.mark.parametrize("place", PLACES)
def test_each_section_of_help_is_there_once_with_all_of_its_commands(place: Place) -> None:
    commands = commands_of(place)
    found = by_section(commands)
    assert sorted(each.id for some in found.values() for each in some) == sorted(
        each.id for each in commands
    )
    assert all(each.section == section for section, some in found.items() for each in some)
    last = [section for section in found if section in ("everywhere", "going")]
    assert list(found)[len(found) - len(last) :] == last


def test_the_editor_for_notes_stands_beside_the_notes() -> None:
    assert BY_ID["card.outside"].section == BY_ID["person.notes"].section == "person"


def best(text: str, language: Language) -> set[str]:
    """The commands that fit a text best, as the palette asks it."""
    scores: dict[str, float] = {}
    for each in COMMANDS:
        said = (Words(language), Words("en"))
        ids = (each.label, *each.synonyms)
        names = (each.name, *(words.say(id) for id in ids for words in said))
        scores[each.id] = fit(text, names, said[0].say(each.help), similar)
    most = max(scores.values())
    return {id for id, score in scores.items() if score == most} if most >= WORDS else set()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("slot", "all.slot"),
        ("session", "all.fit"),
        ("minutes", "all.fit"),
        ("budget", "time.budget"),
        ("timer", "all.timer"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_time_is_found_by_its_english_words(text: str, command: str, language: Language) -> None:
    assert command in best(text, language)


@pytest.mark.parametrize(
    ("text", "command"),
    [("créneau", "all.slot"), ("séance", "all.fit"), ("chrono", "all.timer")],
)
def test_time_is_found_by_its_french_words(text: str, command: str) -> None:
    assert command in best(text, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_commands_do_begins_and_ends_alike(language: Language) -> None:
    words = Words(language)
    told = [(each.id, words.say(each.help)) for each in COMMANDS]
    assert [id for id, text in told if text[0].islower() or text[-1] in ".;,"] == []
