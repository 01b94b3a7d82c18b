"""The table of keys for the README, written from the registry."""

from __future__ import annotations

from store.words.words import Words
from tui.commands.command import SECTIONS, Section
from tui.commands.keymap import Keys, shown_key, with_twins
from tui.commands.registry import COMMANDS

SECTION_WORDS: dict[Section, str] = {
    "person": "command.section.person",
    "everywhere": "command.section.everywhere",
    "time": "command.section.time",
    "going": "command.section.going",
    "history": "command.section.history",
    "filling": "command.section.filling",
    "doubled": "command.section.doubled",
    "asking": "command.section.asking",
}


def key_table(words: Words) -> str:
    """All commands as a Markdown table: keys, name on the command line or palette, what it does."""
    declared = Keys({})
    head = [
        words.say("command.table.keys"),
        words.say("command.table.name"),
        words.say("command.table.does"),
    ]
    lines = [f"| {' | '.join(head)} |", "| --- | --- | --- |"]
    for section in sorted(SECTIONS, key=list(SECTION_WORDS).index):
        lines.append(f"| | **{words.say(SECTION_WORDS[section])}** | |")
        for command in COMMANDS:
            if command.section == section:
                keys = " ".join(_code(shown_key(key)) for key in with_twins(declared.of(command)))
                lines.append(f"| {keys} | {words.say(command.label)} | {words.say(command.help)} |")
    return "\n".join(lines) + "\n"


def _code(key: str) -> str:
    return f"`{key}`" if key != "|" else "`\\|`"
