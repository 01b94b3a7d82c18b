"""A sorted vocabulary, and what has each word: how a word as typed is found among all written."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterator

from store.search.people_set import FEWEST, Holders, place_added, place_removed, settled

LAST = "\U0010ffff"

LATE = 256
"""Words that came since the vocabulary was last written in one piece, before it is again."""

SHORTEST_MEANT = 4
"""Words below this length are never what a mistyped one means."""

LONG = 8
"""From this length on two slips are forgiven, one below."""

SHORTEST_BEGUN = 5
"""Letters from which the beginning of a word may hold a slip."""


class Lexicon:
    """Words and their holders: places of people, or numbers of values."""

    def __init__(self) -> None:
        """No word yet."""
        self._holders: dict[str, Holders] = {}
        self._sorted: list[str] = []
        self._stale = False
        self._by_length: dict[int, list[str]] = {}
        self._piece = ""
        self._late: list[str] = []

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._holders)

    def __iter__(self) -> Iterator[str]:
        """All words, in no order."""
        return iter(self._holders)

    def __contains__(self, word: object) -> bool:
        """Whether somebody has a word."""
        return word in self._holders

    def holders(self, word: str) -> Holders | None:
        """What has a word; None where nothing has."""
        return self._holders.get(word)

    def add(self, word: str, holder: int, of: int) -> None:
        """One more holder of a word.

        Args:
            word: folded.
            holder: has not got it yet.
            of: how many holders there may be.
        """
        known = self._holders.get(word)
        self._holders[word] = place_added(known, holder, of)
        if known is None:
            if not self._stale:
                insort(self._sorted, word)
                self._late.append(word)
            self._by_length.setdefault(len(word), []).append(word)

    def remove(self, word: str, holder: int) -> None:
        """A holder no longer has a word."""
        left = place_removed(self._holders[word], holder)
        if left is not None:
            self._holders[word] = left
            return
        del self._holders[word]
        self._by_length[len(word)].remove(word)
        if not self._stale:
            del self._sorted[bisect_left(self._sorted, word)]

    def unsort(self) -> None:
        """Many words are to come: they are sorted once, when the first is looked for."""
        self._stale = True

    def settle(self, of: int) -> None:
        """All have come: sort the words, and keep their holders in the least room."""
        holders = self._holders
        for word, each in holders.items():
            if isinstance(each, array) and len(each) > FEWEST:
                holders[word] = settled(each, of)
        self._words()

    def begins(self, word: str) -> bool:
        """Whether some word begins so."""
        words = self._words()
        place = bisect_left(words, word)
        return place < len(words) and words[place].startswith(word)

    def beginning(self, word: str) -> list[str]:
        """All words that begin so, the word itself included."""
        words = self._words()
        start = bisect_left(words, word)
        return words[start : bisect_left(words, word + LAST, start)]

    def holding(self, part: str) -> Iterator[str]:
        """All words in which some letters stand behind the first one."""
        self._words()
        if len(self._late) > LATE or not self._piece:
            # One long text is looked through twenty times as fast as a list of words.
            self._piece, self._late = "\n".join(self._sorted), []
        piece, holders = self._piece, self._holders
        at = piece.find(part)
        while at >= 0:
            start = piece.rfind("\n", 0, at) + 1
            end = piece.find("\n", at)
            end = len(piece) if end < 0 else end
            word = piece[start:end]
            if word in holders and not word.startswith(part):
                yield word
            at = piece.find(part, end)
        for word in self._late:
            if part in word and word in holders and not word.startswith(part):
                yield word

    def near(self, word: str, shortest: int = SHORTEST_MEANT) -> dict[str, int]:
        """Words that may be meant by a mistyped one, with the number of slips, 1 or 2.

        A slip is a letter more, less, other, or two swapped (optimal string alignment).

        Args:
            word: as typed.
            shortest: letters of the shortest word that may be meant.
        """
        slips = 2 if len(word) >= LONG else 1
        found: dict[str, int] = {}
        for length in range(max(shortest, len(word) - slips), len(word) + slips + 1):
            found.update(_alike(word, self._by_length.get(length, []), slips))
        found.pop(word, None)
        return found

    def near_beginning(self, word: str) -> list[str]:
        """Words that begin with the same letter and, but for one slip, as typed so far."""
        if len(word) < SHORTEST_BEGUN:
            return []
        longer = [each for each in self.beginning(word[0]) if len(each) > len(word)]
        found: dict[str, None] = {}
        for length in (len(word), len(word) + 1, len(word) - 1):
            begun: dict[str, list[str]] = {}
            for each in longer:
                begun.setdefault(each[:length], []).append(each)
            for beginning in _alike(word, list(begun), 1):
                found.update(dict.fromkeys(begun[beginning]))
        return list(found)

    def _words(self) -> list[str]:
        if self._stale:
            self._sorted = sorted(self._holders)
            self._stale, self._piece, self._late = False, "", []
        return self._sorted


def _alike(word: str, words: list[str], slips: int) -> dict[str, int]:
    if not words:
        return {}
    # Loaded at the first word that nobody has.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return {each: int(slip) for each, slip, _ in found}
