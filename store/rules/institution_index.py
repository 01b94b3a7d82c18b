"""Which of many institutions agree with one, without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable

from store.rules.institution import Similar, keys_agree


class InstitutionIndex:
    """Keys of institutions as they come; what agrees is found by what the keys have in common.

    Agreement is no relation that can be carried on (two misspellings may each agree with the right
    name, and not with each other), so whoever asks has those that agree with that one key.
    """

    def __init__(self, similar: Similar | None = None) -> None:
        """Know none yet.

        Args:
            similar: how alike two names are, 0 to 100; None tells by the key alone.
        """
        self._similar = similar
        self._known: set[str] = set()
        self._having: dict[str, list[str]] = {}
        self._told: dict[str, tuple[str, ...]] = {}

    def learn(self, keys: Iterable[str]) -> None:
        """Know these as well."""
        if self._similar is None:
            return
        fresh = [key for key in keys if key and key not in self._known]
        if not fresh:
            return
        self._told.clear()
        self._known.update(fresh)
        for key in fresh:
            for sign in _signs(key):
                self._having.setdefault(sign, []).append(key)

    def agreeing(self, key: str) -> tuple[str, ...]:
        """The keys that agree with this one: itself first, then others known, by the alphabet."""
        if self._similar is None:
            return (key,)
        told = self._told.get(key)
        if told is None:
            near = {other for sign in _signs(key) for other in self._having.get(sign, ())}
            near.discard(key)
            similar = self._similar
            told = (key, *sorted(each for each in near if keys_agree(key, each, similar)))
            self._told[key] = told
        return told


def _signs(key: str) -> tuple[str, ...]:
    """What two keys that agree have in common, one of these at least.

    A word; or, where all are misspelt or run together, how one begins or ends.
    """
    words = key.split()
    ends = [sign for word in words if len(word) > 3 for sign in (f"{word[:3]}-", f"-{word[-3:]}")]
    if len(words) > 1:
        # The ends of a word say too little beside others that can be shared whole.
        joined = ("".join(words), "".join(reversed(words))) if len(words) == 2 else ()
        return tuple(dict.fromkeys((*words, *joined)))
    return tuple(dict.fromkeys((*words, *ends)))
