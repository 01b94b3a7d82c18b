"""Whom to look among, by options: filters of a query that are given one by one."""

from __future__ import annotations

import msgspec

from store.records.kinds import Layer
from store.search.placed_words import words_of
from store.search.query import AnyTerm, Filter, Layered, Wanted
from store.search.query_names import FieldName


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """What has to hold of a person: each field that is set, with one of its values."""

    school: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    passion: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    layer: Layer | None = None

    def terms(self) -> tuple[AnyTerm, ...]:
        """The same as terms of a query."""
        asked: tuple[tuple[FieldName, tuple[str, ...]], ...] = (
            ("school", self.school),
            ("city", self.city),
            ("passion", self.passion),
            ("org", self.org),
            ("field", self.field),
            ("tag", self.tag),
        )
        found: list[AnyTerm] = [
            Filter(field=name, values=tuple(Wanted(tuple(words_of(text))) for text in texts))
            for name, texts in asked
            if texts
        ]
        if self.layer is not None:
            found.append(Layered(layers=(self.layer,)))
        return tuple(found)


EVERYBODY = Narrowing()
