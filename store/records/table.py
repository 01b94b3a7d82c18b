"""An immutable mapping whose next version costs what changed, not what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

K = TypeVar("K", bound=str)
V = TypeVar("V")

FOLD_AT = 512
"""Changes kept apart from the base before both are folded into a new base."""

_GONE = object()


class Table(Mapping[K, V]):
    """A dict that nobody may change, with a small layer of newer values over it.

    `with_changes` copies the layer alone; iteration gives the base's order, then newcomers.
    """

    __slots__ = ("_base", "_layer", "_length")

    def __init__(
        self,
        base: dict[K, V] | None = None,
        layer: dict[K, object] | None = None,
        length: int | None = None,
    ) -> None:
        self._base = {} if base is None else base
        self._layer = {} if layer is None else layer
        self._length = len(self._base) if length is None else length

    def __getitem__(self, key: K) -> V:
        """The newest value of a key."""
        if self._layer:
            found = self._layer.get(key, self)
            if found is _GONE:
                raise KeyError(key)
            if found is not self:
                return cast(V, found)
        return self._base[key]

    def __contains__(self, key: object) -> bool:
        """Whether a key is present; a miss costs no exception."""
        if self._layer and key in self._layer:
            return self._layer[key] is not _GONE
        return key in self._base

    def __iter__(self) -> Iterator[K]:
        """All keys that are present."""
        if not self._layer:
            return iter(self._base)
        return self._walk()

    def _walk(self) -> Iterator[K]:
        for key in self._base:
            if self._layer.get(key) is not _GONE:
                yield key
        for key, value in self._layer.items():
            if value is not _GONE and key not in self._base:
                yield key

    def __len__(self) -> int:
        """How many keys are present."""
        return self._length

    def plain(self) -> Mapping[K, V]:
        """The same content for one long pass, read at the speed of a dict."""
        if not self._layer:
            return self._base
        whole = dict(self._base)
        for key, value in self._layer.items():
            if value is _GONE:
                whole.pop(key, None)
            else:
                whole[key] = cast(V, value)
        return whole

    def changes_since(self, older: Table[K, V]) -> tuple[K, ...] | None:
        """The keys whose values are other objects than in an older or newer version, or gone.

        Costs the changes since the base; None where both have no base in common.
        """
        if self._base is not older._base:
            return None
        mine, theirs = self._layer, older._layer
        if mine is theirs:
            return ()
        return tuple(key for key in {**theirs, **mine} if mine.get(key) is not theirs.get(key))

    def with_changes(self, changes: Mapping[K, V | None]) -> Table[K, V]:
        """A new table in which each key has its new value, or is gone where that is None."""
        layer = dict(self._layer)
        length = self._length
        for key, value in changes.items():
            length += (value is not None) - (key in self)
            layer[key] = _GONE if value is None else value
        changed = Table(self._base, layer, length)
        return changed._folded() if len(layer) > FOLD_AT else changed

    def _folded(self) -> Table[K, V]:
        return Table(cast("dict[K, V]", self.plain()))
