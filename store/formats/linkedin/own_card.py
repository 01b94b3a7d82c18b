"""The files of an export that are about the user: profile, positions, education, languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec

from store.formats.csv_table import Columns, Row, Table, find_header, read_table
from store.formats.incoming import Reading
from store.formats.linkedin.columns import (
    EDUCATION,
    EDUCATION_NEEDED,
    EMAILS,
    EMAILS_NEEDED,
    LANGUAGES,
    LANGUAGES_NEEDED,
    POSITIONS,
    POSITIONS_NEEDED,
    PROFILE,
    PROFILE_NEEDED,
)
from store.formats.linkedin.days import month_of
from store.formats.linkedin.refusals import unread_rows
from store.records.clean import clean_line
from store.records.me import Me
from store.records.person import City, Employment, School
from store.words.fold import fold

OwnFile = Literal["profile", "positions", "education", "languages", "emailaddresses"]

YES = frozenset({"yes", "true", "1", "oui", "ja"})
"""Folded; what stands for yes in LinkedIn's files."""

_PLACE_PARTS = 3
"""Parts of a place that begins with a city: city, region, country."""


class _Post(msgspec.Struct, frozen=True, kw_only=True):
    """One row of Positions.csv."""

    company: str
    title: str
    start: str | None
    end: str | None
    lasts: bool


_Header = tuple[Columns, tuple[str, ...]]


def own_file(lines: list[str]) -> OwnFile | None:
    """Which of these files the first lines are of; None where of none."""
    for kind, (columns, needed) in _HEADERS.items():
        if find_header(lines, columns, needed) is not None:
            return kind
    return None


def read_own(text: str, shown_path: str, kind: OwnFile) -> Reading:
    """What one of these files says of the user; nothing where its header is another one."""
    columns, needed = _HEADERS[kind]
    table = read_table(text, columns, needed)
    if table is None:
        return Reading()
    return Reading(me=_READ[kind](table), refused=unread_rows(shown_path, table))


def _text(table: Table, row: Row, field: str) -> str:
    return clean_line(table.cell(row, field))


def _profile(table: Table) -> Me:
    if not table.rows:
        return Me()
    row = table.rows[0]
    industry, place = _text(table, row, "industry"), _text(table, row, "place")
    parts = [part.strip() for part in place.split(",")]
    cities = (City(name=parts[0]),) if len(parts) >= _PLACE_PARTS and parts[0] else ()
    return Me(
        name=clean_line(f"{table.cell(row, 'first')} {table.cell(row, 'last')}"),
        fields=(industry,) if industry else (),
        cities=cities,
    )


def _positions(table: Table) -> Me:
    """The post begun last of those not ended is the present one; all others are employers."""
    posts = [_post(table, row) for row in table.rows if _text(table, row, "company")]
    lasting = [post for post in posts if post.lasts]
    present = max(lasting, key=lambda post: post.start or "", default=None)
    org = present.company if present is not None else ""
    companies = dict.fromkeys(post.company for post in posts)
    return Me(
        org=org,
        title=present.title if present is not None else "",
        employers=tuple(each for each in companies if each != org),
        employment=tuple(stay for each in companies for stay in _years(each, posts)),
    )


def _post(table: Table, row: Row) -> _Post:
    end = table.cell(row, "end")
    return _Post(
        company=_text(table, row, "company"),
        title=_text(table, row, "title"),
        start=month_of(table.cell(row, "start")),
        end=month_of(end),
        lasts=not end,
    )


def _years(company: str, posts: list[_Post]) -> Iterator[Employment]:
    """From the first of the posts there to the last, where they are known."""
    there = [post for post in posts if post.company == company]
    start = min((post.start for post in there if post.start), default=None)
    end = max((post.end for post in there if post.end), default=None)
    if any(post.lasts for post in there):
        end = None
    if start or end:
        yield Employment(name=company, start=start, end=end)


def _education(table: Table) -> Me:
    return Me(
        schools=tuple(
            School(
                name=_text(table, row, "school"),
                start=month_of(table.cell(row, "start")),
                end=month_of(table.cell(row, "end")),
            )
            for row in table.rows
            if _text(table, row, "school")
        )
    )


def _languages(table: Table) -> Me:
    names = (_text(table, row, "name") for row in table.rows)
    return Me(languages=tuple(dict.fromkeys(name for name in names if name)))


def _emails(table: Table) -> Me:
    """One's own addresses, the first one first; an unconfirmed one may be somebody else's."""
    rows = [row for row in table.rows if fold(table.cell(row, "confirmed")) in YES]
    rows.sort(key=lambda row: fold(table.cell(row, "primary")) not in YES)
    emails = (_text(table, row, "email") for row in rows)
    return Me(emails=tuple(dict.fromkeys(email for email in emails if "@" in email)))


_HEADERS: Mapping[OwnFile, _Header] = {
    "profile": (PROFILE, PROFILE_NEEDED),
    "positions": (POSITIONS, POSITIONS_NEEDED),
    "education": (EDUCATION, EDUCATION_NEEDED),
    "languages": (LANGUAGES, LANGUAGES_NEEDED),
    "emailaddresses": (EMAILS, EMAILS_NEEDED),
}

_READ: Mapping[OwnFile, Callable[[Table], Me]] = {
    "profile": _profile,
    "positions": _positions,
    "education": _education,
    "languages": _languages,
    "emailaddresses": _emails,
}
