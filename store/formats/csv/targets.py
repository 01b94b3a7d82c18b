"""What a column of a table can be, as offered where a guess is corrected."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "name": "target.name",
    "first": "target.first",
    "middle": "target.middle",
    "last": "target.last",
    "prefix": "target.prefix",
    "suffix": "target.suffix",
    "nickname": "target.nickname",
    "email": "target.email",
    "phone": "target.phone",
    "org": "target.org",
    "department": "target.department",
    "title": "target.title",
    "employer": "target.employer",
    "school": "target.school",
    "city": "target.city",
    "address": "target.address",
    "birthday": "target.birthday",
    "date": "target.date",
    "met": "target.met",
    "where": "target.where",
    "note": "target.note",
    "tag": "target.tag",
    "link": "target.link",
    "passion": "target.passion",
    "field": "target.field",
    "language": "target.language",
    "relation": "target.relation",
    "im": "target.im",
    "other": "target.other",
}
"""Each with the id of its words."""

TARGETS: tuple[str, ...] = tuple(WORDS)
"""In the order in which they are offered; a column that is left out has none."""


def target_in(full: str) -> str:
    """The target that is offered for what a column holds: `address` for `address.city;home`."""
    field = full.partition(";")[0].partition(".")[0]
    return field if field in WORDS else "other" if full else ""
