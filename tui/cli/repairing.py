"""`doctor --repair`: what is wrong with the files, what could be done, and doing it once asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from store.clock import Clock
from store.disk.findings.finding import Finding
from store.disk.repairs.proposed import proposals
from store.disk.repairs.repair import Repair
from store.records.record import Json
from store.words.message import Message, Problem
from store.words.words import Words
from tui.cli.answer import Answer
from tui.cli.confirming import is_answerable, is_yes
from tui.cli.doctor import examine, findings_lines, findings_value, status_of
from tui.cli.outlet import warn
from tui.cli.paragraphs import hung, terminal_columns

REFUSED = 1

INDENT = "  "


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal, and what came of it."""

    repair: Repair
    done: bool
    kept: tuple[Path, ...] = ()
    """The copies of the files as they were."""


class Repairing(msgspec.Struct, frozen=True, kw_only=True):
    """What the errand works with."""

    path: Path
    words: Words
    environment: Mapping[str, str]
    encoding: str | None
    """Of the standard output."""
    clock: Clock

    def run(self, *, yes: bool) -> Answer:
        """Propose, ask, do, and look again.

        Args:
            yes: do all without asking.

        Raises:
            Problem: where a repair cannot be done; the file it was for is as it was.
        """
        path = Path(os.path.realpath(self.path))
        if not yes and not is_answerable():
            return self._unasked(proposals(path, self.clock))
        wanted: Callable[[Repair], bool] = (lambda _: True) if yes else self._ask
        tried = self._tried(path, wanted)
        findings = examine(path, self.environment, self.encoding, self.clock)
        declined = any(not each.done for each in tried)
        return Answer(
            value=self._value(tried, findings),
            lines=lambda: tuple(self._lines(tried, findings)),
            status=status_of(findings) or (REFUSED if declined else 0),
        )

    def _tried(self, path: Path, wanted: Callable[[Repair], bool]) -> tuple[Tried, ...]:
        """One after the other, each on the files as the one before has left them."""
        tried: list[Tried] = []
        while True:
            known = {each.repair.kind for each in tried}
            repair = next(
                (each for each in proposals(path, self.clock) if each.kind not in known), None
            )
            if repair is None:
                return tuple(tried)
            if not wanted(repair):
                tried.append(Tried(repair=repair, done=False))
                continue
            try:
                tried.append(Tried(repair=repair, done=True, kept=repair.apply()))
            except Problem:
                # What was done before stays done: its copies are named all the same.
                for each in tried:
                    for line in self._paragraph("", _outcome(each)) if each.done else ():
                        self._write(line)
                raise

    def _ask(self, repair: Repair) -> bool:
        for line in self._told(repair):
            self._write(line)
        self._write(self.words.say("repair.ask"), end=" ")
        return is_yes(sys.stdin.readline())

    @staticmethod
    def _write(line: str, end: str = "\n") -> None:
        warn(line, end)

    def _unasked(self, proposed: tuple[Repair, ...]) -> Answer:
        """Nobody to ask: show, and leave all as it is."""
        findings = examine(self.path, self.environment, self.encoding, self.clock)
        tried = tuple(Tried(repair=each, done=False) for each in proposed)
        value = self._value(tried, findings)
        if not proposed:
            return Answer(
                value=value,
                lines=lambda: tuple(self._lines(tried, findings)),
                status=status_of(findings),
            )
        sentence = self.words.say("repair.needs_confirmation")
        for line in hung("", sentence, terminal_columns()):
            self._write(line)
        value["error"] = {"code": "needs_confirmation", "message": sentence}
        return Answer(
            value=value,
            lines=lambda: tuple(line for each in proposed for line in self._told(each)),
            status=REFUSED,
        )

    def _told(self, repair: Repair) -> Iterator[str]:
        yield from self._paragraph("", repair.wrong)
        yield from self._paragraph(INDENT, repair.would)
        yield from self._paragraph(INDENT, repair.lost)

    def _paragraph(self, lead: str, message: Message) -> Iterator[str]:
        return hung(lead, self.words.tell(message), terminal_columns())

    def _value(self, tried: tuple[Tried, ...], findings: tuple[Finding, ...]) -> dict[str, Json]:
        tell = self.words.tell
        repairs: list[Json] = [
            {
                "kind": each.repair.kind,
                "wrong": tell(each.repair.wrong),
                "would": tell(each.repair.would),
                "lost": tell(each.repair.lost),
                "done": each.done,
                "kept": [str(copy) for copy in each.kept],
            }
            for each in tried
        ]
        return {"repairs": repairs, "findings": findings_value(findings, self.words)}

    def _lines(self, tried: tuple[Tried, ...], findings: tuple[Finding, ...]) -> Iterator[str]:
        for each in tried:
            if each.done:
                yield from self._told(each.repair)
                yield from self._paragraph(INDENT, _outcome(each))
        if not tried:
            untouched = status_of(findings)
            yield self.words.say("repair.cannot" if untouched else "repair.nothing")
        yield from findings_lines(findings, self.words, terminal_columns())


def _outcome(tried: Tried) -> Message:
    if not tried.kept:
        return Message("repair.done")
    return Message("repair.done_kept", {"files": ", ".join(map(str, tried.kept))})
