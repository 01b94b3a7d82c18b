from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from store.records.kinds import LANGUAGES, Language
from store.words.words import Words
from tui.commands.command import PLACES, Pane, Situation
from tui.commands.key_table import key_table
from tui.commands.keymap import (
    Keys,
    bindings_of,
    clashes,
    keys_from,
    shown_key,
    textual_keymap,
    with_twins,
)
from tui.commands.registry import BY_ID, COMMANDS, FOOTER_AT_MOST, GENERAL, commands_of, footer_of

PANES: tuple[Pane, ...] = ("follow-ups", "heat", "why", "week")
FORBIDDEN = {"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+z", "ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h", "f11"}


def test_every_command_has_its_own_id() -> None:
    assert [id for id, times in Counter(c.id for c in COMMANDS).items() if times > 1] == []


def test_no_two_commands_share_a_key_in_one_place() -> None:
    assert [clash for place in PLACES for clash in clashes(Keys({}), place)] == []


def test_no_key_is_taken_by_terminals_and_multiplexers() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & FORBIDDEN
    assert not any(key.startswith("alt+") for key in keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_said_in_every_language(language: Language) -> None:
    words = Words(language)
    unsaid = [id for c in COMMANDS for id in (c.label, c.help) if words.say(id) == id]
    assert unsaid == []


@pytest.mark.parametrize("pane", PANES)
def test_the_footer_names_at_most_seven_and_help_comes_last(pane: Pane) -> None:
    assert footer_of("today", pane)
    assert all(len(footer_of(place, pane)) <= FOOTER_AT_MOST for place in PLACES)
    assert GENERAL[-1] == "all.help"


def test_each_digit_and_the_point_answer_to_their_azerty_twin() -> None:
    assert with_twins(("1", ".")) == ("1", "&", ".", ";")
    bindings = [each for each in bindings_of("today") if isinstance(each, Binding)]
    bound = {binding.id: binding.key for binding in bindings}
    assert bound["go.today"] == "1,&"
    assert bound["person.repeat"] == ".,;"


def test_own_keys_replace_the_declared_ones_and_twins_are_put_back() -> None:
    keys = keys_from({"person.done": "2", "no.such": "x"})
    assert textual_keymap(keys) == {"person.done": "2,é"}
    assert keys.shown(BY_ID["person.done"]) == "2"
    assert keys.unknown == ("no.such",)


def test_a_clash_of_own_keys_is_named() -> None:
    found = clashes(keys_from({"person.done": "x"}), "today")
    assert [(clash.key, {clash.first, clash.second}) for clash in found] == [
        ("x", {"person.done", "person.pass"})
    ]


def test_a_command_says_why_it_cannot_be_done_now() -> None:
    nobody = Situation(place="today")
    somebody = Situation(place="today", person=True, row=True)
    several = Situation(place="today", person=True, row=True, marked=2)
    assert BY_ID["person.done"].why_not(nobody) == "tui.reason.no_row"
    assert BY_ID["person.done"].why_not(somebody) is None
    assert BY_ID["person.edit"].why_not(several) == "tui.reason.one_at_a_time"
    assert BY_ID["person.repeat"].why_not(somebody) == "tui.reason.nothing_to_repeat"
    for command in commands_of("today"):
        reason = command.why_not(nobody)
        assert reason is None or Words("en").say(reason) != reason


def test_the_table_for_the_readme_names_every_command() -> None:
    table = key_table(Words("en"))
    assert table.count("\n") >= len(COMMANDS) + 3
    assert "| `d` | done | Done: closes a promise" in table
    assert shown_key("ctrl+d") == "^d"


def test_keys_are_named_in_the_language_of_the_screen() -> None:
    keys = keys_from({}, "fr")
    assert keys.shown(BY_ID["history.open"]) == "Entrée"
    assert keys.shown(BY_ID["history.back"]) == "Échap"
    assert keys.all_shown(BY_ID["go.page_down"]) == "^d PgSuiv"
    assert keys_from({}).shown(BY_ID["history.open"]) == "Enter"
