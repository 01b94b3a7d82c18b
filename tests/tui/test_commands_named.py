"""Sentences name the commands of the palette as the palette does, in each language."""

from __future__ import annotations

import re

import pytest

from store.records.kinds import LANGUAGES, Language
from store.words.catalogue import LOCALES
from store.words.words import Words
from tui.commands.keymap import keys_from
from tui.commands.registry import BY_ID, COMMANDS
from tui.phrasing.palette_name import key_or_name, palette_name

LITERAL = re.compile(r"(?:^|[ (“]|«\N{NO-BREAK SPACE}): ([^\W\d_][^”»;.,]*)")
"""A command named behind the key that opens all of them; French puts a no-break space before
other colons, English none."""

TELL_OF_THE_KEY = frozenset({"pane.people.empty_ways"})
"""What the key itself does."""


def sentences(language: Language) -> list[tuple[str, str]]:
    """Each id with its sentences, as they stand in the catalogue."""
    path = LOCALES / language / "LC_MESSAGES" / "arrosoir.po"
    found, id = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("msgid "):
            id = line.split('"')[1]
        elif line.startswith("msgstr") and id:
            found.append((id, line.split(" ", 1)[1].strip('"').replace('\\"', '"')))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_behind_the_colon_is_a_name_of_the_palette(language: Language) -> None:
    names = {Words(language).say(each.label) for each in COMMANDS}
    named = [
        (id, text)
        for id, text in sentences(language)
        for found in LITERAL.finditer(text)
        if found[1].strip() not in names and id not in TELL_OF_THE_KEY
    ]
    assert named == []


@pytest.mark.parametrize(("language", "said"), [("en", "“: me”"), ("fr", "« : moi »")])
def test_a_command_is_named_as_it_is_typed(language: Language, said: str) -> None:
    words, keys = Words(language), keys_from({}, language)
    assert palette_name("all.me", words, keys).replace("\N{NO-BREAK SPACE}", " ") == said
    assert BY_ID["all.me"].label == "command.me.label"


def test_a_command_with_a_key_is_named_by_it() -> None:
    assert key_or_name("person.log", Words("en"), keys_from({})) == "c"
    assert key_or_name("all.gaps", Words("en"), keys_from({})) == "“: fill the gaps”"
    assert key_or_name("all.gaps", Words("en"), keys_from({"all.gaps": "X"})) == "X"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hint_names_a_command_by_words_of_its_own(language: Language) -> None:
    hints = {"person.ground.me", "common.empty.mine", "person.between.nothing", "sorting.ended"}
    told = dict(sentences(language))
    assert all("{command}" in told[id] for id in hints)
