"""The letters of the walk, declared once: what they do, and how a typed line is read."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.records.clean import clean_line
from store.words.words import Words


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter, and what `?` tells of it."""

    letter: str
    name: str
    """Stands for it in sentences: `{undo} takes it back.`"""
    help: str
    """Message id."""
    takes: bool = False
    """Whether more may stand behind it on the line."""
    number: bool = False
    """Whether a figure may follow without a blank: `r30`."""
    command: str = ""
    """The command of the screens that does the same, whose key the settings may change."""


class Typed(msgspec.Struct, frozen=True):
    """A line as it is understood."""

    letter: str
    rest: str = ""


LETTERS: tuple[Letter, ...] = (
    Letter(letter="j", name="next", help="walk.help.next", command="go.down"),
    Letter(letter="k", name="previous", help="walk.help.previous", command="go.up"),
    Letter(letter="g", name="first", help="walk.help.first", command="go.first"),
    Letter(letter="G", name="last", help="walk.help.last", command="go.last"),
    Letter(letter="p", name="person", help="walk.help.person", takes=True, command="go.person"),
    Letter(letter="b", name="minutes", help="walk.help.minutes", takes=True, number=True),
    Letter(
        letter="d",
        name="done",
        help="walk.help.done",
        takes=True,
        number=True,
        command="person.done",
    ),
    Letter(
        letter="s",
        name="later",
        help="walk.help.later",
        takes=True,
        number=True,
        command="person.snooze",
    ),
    Letter(
        letter="S", name="later_again", help="walk.help.later_again", command="person.snooze_again"
    ),
    Letter(letter="x", name="passed", help="walk.help.passed", command="person.pass"),
    Letter(
        letter="c",
        name="talked",
        help="walk.help.talked",
        takes=True,
        number=True,
        command="person.log",
    ),
    Letter(letter="n", name="note", help="walk.help.note", takes=True, command="person.note"),
    Letter(letter="w", name="why", help="walk.help.why", command="person.why"),
    Letter(
        letter="r",
        name="rhythm",
        help="walk.help.rhythm",
        takes=True,
        number=True,
        command="person.rhythm",
    ),
    Letter(letter="<", name="closer", help="walk.help.closer", command="person.closer"),
    Letter(letter=">", name="farther", help="walk.help.farther", command="person.farther"),
    Letter(letter="P", name="pin", help="walk.help.pin", command="person.pin"),
    Letter(letter="A", name="fade", help="walk.help.fade", command="person.fade"),
    Letter(letter="a", name="add", help="walk.help.add", takes=True, command="all.add"),
    Letter(letter=".", name="repeat", help="walk.help.repeat", command="person.repeat"),
    Letter(letter="u", name="undo", help="walk.help.undo", command="all.undo"),
    Letter(letter="U", name="redo", help="walk.help.redo", command="all.redo"),
    Letter(letter="?", name="help", help="walk.help.help", command="all.help"),
    Letter(letter="q", name="leave", help="walk.help.leave", command="all.quit"),
)

_SIGNS: Mapping[str, str] = {
    "<": "walk.letter.less",
    ">": "walk.letter.greater",
    ".": "walk.letter.point",
    "?": "walk.letter.question",
}

SAME: Mapping[str, str] = {
    "": "j",
    ";": ".",
    "\x1b[B": "j",
    "\x1bOB": "j",
    "\x1b[A": "k",
    "\x1bOA": "k",
    "\x1b[H": "g",
    "\x1b[F": "G",
}
"""Other ways to type a letter: Enter alone, the key beside the point, arrows, Home and End."""

HELP = "?"
"""Tells all letters, whatever else does."""

ESCAPE = "\x1b"
"""Typed alone, it answers no question and leaves all as it is, as does the letter that ends."""


class Letters(msgspec.Struct, frozen=True):
    """What is typed for each letter, the user's own keys among them."""

    known: Mapping[str, Letter]
    """By what is typed."""
    shown: Mapping[str, str]
    """What to type for each, by name."""

    def of(self, letter: str) -> str:
        """What to type for one of `LETTERS`, by its letter there."""
        return next(self.shown[each.name] for each in LETTERS if each.letter == letter)

    def leaves(self, line: str) -> bool:
        """Whether a line answers no question."""
        text = line.strip()
        return text in (ESCAPE, self.shown["leave"])

    def read(self, line: str) -> Typed | None:
        """The letter of a line, and what stands behind it; None where there is no such letter."""
        line = line.strip()
        same = None if line in self.known else SAME.get(line)
        if same is not None:
            return Typed(same)
        text = clean_line(line)
        letter, behind = self.known.get(text[:1]), text[1:]
        if letter is None:
            return None
        if behind and not (letter.takes and (behind[0].isspace() or _figure(letter, behind[0]))):
            return None
        return Typed(letter.letter, behind.strip())

    def told(self, words: Words) -> tuple[str, ...]:
        """All letters in words, a paragraph each."""
        return (
            words.say("walk.help.head"),
            *(
                words.say(
                    "walk.help.letter",
                    letter=_named(self.shown[each.name], words),
                    help=words.say(each.help),
                )
                for each in LETTERS
            ),
        )

    def listed(self) -> str:
        """All letters, for whoever has mistyped one."""
        return ", ".join(self.shown[each.name] for each in LETTERS)


def letters_from(keys: Mapping[str, str]) -> Letters:
    """The letters, with keys of the settings in their places.

    A key that is no single sign cannot be typed on a line, and one that means something else here
    is not taken from it: the letter stays as it is then.

    Args:
        keys: `[keys]` of the settings: keys joined by commas, by command.
    """
    own = {each.letter: _signs(keys.get(each.command, "")) for each in LETTERS}
    kept = {letter for letter, signs in own.items() if not signs}
    known: dict[str, Letter] = {}
    shown: dict[str, str] = {}
    for each in LETTERS:
        signs = [sign for sign in own[each.letter] if sign not in kept and sign not in known]
        for sign in signs or [each.letter]:
            known.setdefault(sign, each)
        shown[each.name] = signs[0] if signs else each.letter
    known.setdefault(HELP, next(each for each in LETTERS if each.letter == HELP))
    return Letters(known, shown)


def _signs(keys: str) -> list[str]:
    """Those of some keys that are one sign."""
    found = (key.strip() for key in keys.split(","))
    return [key for key in found if len(key) == 1 and key.isprintable()]


def _figure(letter: Letter, sign: str) -> bool:
    return letter.number and sign.isdigit()


def _named(letter: str, words: Words) -> str:
    """A letter so that an ear tells it from others: capitals and signs by their names."""
    name = _SIGNS.get(letter, "walk.letter.capital" if letter.isupper() else "")
    return words.say(name, letter=letter) if name else letter
