"""What was being typed and not yet accepted; kept over an escape, a quit and a hang-up."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol, runtime_checkable

import msgspec

DRAFTS = "drafts.json"
"""Their file, in the folder of the state."""

LONGEST = 20_000
"""Characters kept of one draft."""

_DRAFTS = dict[str, str]


@runtime_checkable
class Drafting(Protocol):
    """A screen in which something may be typed that is not saved yet."""

    def keep_draft(self) -> None:
        """Keep what is being typed."""


class Drafts:
    """Texts by key, e.g. `note:PERSON_ID`; in a file of mode 0600, or in memory only."""

    def __init__(self, path: Path | None) -> None:
        """Read what is there; a damaged file counts as none."""
        self._path = path
        self._texts: dict[str, str] = {}
        self._on_their_way: list[tuple[object, str]] = []
        self._gone: set[str] = set()
        """Ids of the forgotten: nothing that is typed about them is kept any more."""
        if path is not None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                self._texts = msgspec.json.decode(path.read_bytes(), type=_DRAFTS)

    def get(self, key: str) -> str:
        """The draft of a key; empty where there is none."""
        return self._texts.get(key, "")

    def keep(self, key: str, text: str) -> None:
        """Keep a text; an empty one lets the draft go."""
        if any(id in key for id in self._gone):
            text = ""
        if text == self._texts.get(key, ""):
            return
        if text:
            self._texts[key] = text[:LONGEST]
        else:
            del self._texts[key]
        self._write()

    def drop(self, key: str) -> None:
        """Let a draft go, since it was accepted."""
        self.keep(key, "")

    def hand_over(self, job: object, key: str, text: str) -> None:
        """Keep a text until the job that saves it has done so; a refusal would lose it."""
        self.keep(key, text)
        self._on_their_way.append((job, key))

    def saved(self, job: object) -> None:
        """A job is done: what it saved is no draft any more."""
        for each in [each for each in self._on_their_way if each[0] is job]:
            self._on_their_way.remove(each)
            self.drop(each[1])

    def about(self, id: str) -> bool:
        """Whether something is being typed about a person."""
        return any(id in key for key in self._texts)

    def purge(self, ids: Collection[str], redact: Callable[[str], str]) -> None:
        """Let go of what was being typed about people who are forgotten.

        Args:
            ids: whose drafts go.
            redact: gives any other text without them.
        """
        self._gone.update(ids)
        kept = {
            key: redact(text)
            for key, text in self._texts.items()
            if not any(id in key for id in ids)
        }
        if kept != self._texts:
            self._texts = kept
            self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        # Commands that keep no draft do without.
        import tempfile

        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(".tmp", "drafts-", self._path.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(self._texts))
            Path(name).replace(self._path)
