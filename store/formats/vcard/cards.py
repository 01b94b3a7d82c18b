"""Content lines to cards: where each begins and ends, whatever is missing between.

Everything is done in one pass without recursion, so cards within cards cost no more than others.
A card within a card (vCard 2.1, 2.4.2) is a card of its own, unless it is the value of AGENT: then
it stays the text of that property, escaped as vCard 3.0 wants it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from store.formats.set_aside import SetAside
from store.formats.vcard.lines import Line
from store.formats.vcard.properties import CardProperty, property_of
from store.words.message import Message

_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_TO_ESCAPE = re.compile(r"[\\,;\n]")
_LONGEST_DELIMITER = 200


class Card(msgspec.Struct, frozen=True):
    """One card: its properties in order, without BEGIN and END."""

    line: int
    """Of its BEGIN."""
    version: str
    """`2.1`, `3.0`, `4.0`, as written; empty where the card names none."""
    properties: tuple[CardProperty, ...]


def cards_of(lines: Iterable[Line], aside: SetAside) -> list[Card]:
    """All cards of a file in the order of their beginnings; what belongs to none is refused."""
    reader = _CardReader(aside)
    for line in lines:
        reader.take(line)
    return reader.done()


class _Open:
    """A card whose END has not come."""

    __slots__ = ("line", "properties", "version")

    def __init__(self, line: int) -> None:
        self.line = line
        self.version = ""
        self.properties: list[CardProperty] = []


class _Agent:
    """The lines of a card that is the value of an AGENT property."""

    __slots__ = ("depth", "expected", "lines", "property")

    def __init__(self, holder: CardProperty) -> None:
        self.property = holder
        self.lines = ["BEGIN:VCARD"]
        self.depth = 1
        self.expected = False
        """Whether the line before was an AGENT that waits for its card."""

    def filled(self) -> CardProperty:
        """The property with the whole inner card as its value."""
        text = _TO_ESCAPE.sub(_escape, "\n".join(self.lines))
        return msgspec.structs.replace(self.property, value=text)


class _CardReader:
    def __init__(self, aside: SetAside) -> None:
        self._aside = aside
        self._closed: list[Card] = []
        self._open: list[_Open] = []
        self._agent: _Agent | None = None
        self._waiting: CardProperty | None = None
        """An AGENT without a value, just read: the next line may begin its card."""
        self._stray: Line | None = None
        self._strays = 0

    def take(self, line: Line) -> None:
        """Read the next line."""
        if self._agent is not None:
            self._take_in_agent(line, self._agent)
        elif _is(_BEGIN, line.text):
            self._begin(line)
        elif not self._open:
            self._stray = self._stray or line
            self._strays += 1
        elif _is(_END, line.text):
            self._settle()
            self._close(self._open.pop())
        else:
            self._settle()
            self._take_property(line)

    def done(self) -> list[Card]:
        """End whatever is open and hand the cards over."""
        self._end_all()
        self._tell_strays()
        self._closed.sort(key=_by_line)
        return self._closed

    def _begin(self, line: Line) -> None:
        self._tell_strays()
        if self._waiting is not None:
            self._agent, self._waiting = _Agent(self._waiting), None
        else:
            self._open.append(_Open(line.number))

    def _take_property(self, line: Line) -> None:
        found = property_of(line)
        card = self._open[-1]
        if found is None:
            self._aside.add(line.number, Message("vcard.bad_line"), line.text)
        elif found.key == "AGENT" and not found.value.strip():
            self._waiting = found
        elif found.key == "AGENT" and _is(_BEGIN, found.value):
            self._agent = _Agent(found)
        else:
            if found.key == "VERSION":
                card.version = card.version or found.value.strip()
            card.properties.append(found)

    def _take_in_agent(self, line: Line, agent: _Agent) -> None:
        text = line.text
        label, _, value = text.partition(":")
        inner = label.strip().upper().endswith("AGENT")
        if _is(_BEGIN, text):
            if not agent.expected:
                # An inner card would follow AGENT: so the ends of the ones before are missing.
                self._end_all()
                self._begin(line)
                return
            agent.depth += 1
        elif inner and _is(_BEGIN, value):
            agent.depth += 1
        elif _is(_END, text):
            agent.depth -= 1
        agent.expected = inner and not value.strip()
        agent.lines.append(text)
        if agent.depth == 0:
            self._end_agent()

    def _end_agent(self) -> None:
        if self._agent is not None:
            self._open[-1].properties.append(self._agent.filled())
            self._agent = None

    def _settle(self) -> None:
        """An AGENT that waited in vain is a property like others."""
        if self._waiting is not None:
            self._open[-1].properties.append(self._waiting)
            self._waiting = None

    def _end_all(self) -> None:
        self._end_agent()
        self._settle()
        while self._open:
            card = self._open.pop()
            self._aside.add(card.line, Message("vcard.no_end"), _first_text(card))
            self._close(card)

    def _close(self, card: _Open) -> None:
        self._closed.append(Card(card.line, card.version, tuple(card.properties)))

    def _tell_strays(self) -> None:
        if self._stray is not None:
            why = Message("vcard.outside", {"n": self._strays})
            self._aside.add(self._stray.number, why, self._stray.text)
        self._stray, self._strays = None, 0


def _is(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) < _LONGEST_DELIMITER and pattern.fullmatch(text) is not None


def _escape(match: re.Match[str]) -> str:
    return "\\n" if match[0] == "\n" else "\\" + match[0]


def _first_text(card: _Open) -> str:
    named = next((each for each in card.properties if each.key == "FN"), None)
    chosen = named or next(iter(card.properties), None)
    return chosen.value if chosen else ""


def _by_line(card: Card) -> int:
    return card.line
