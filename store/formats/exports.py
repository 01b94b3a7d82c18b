"""The formats that can be written, each declared once; what one needs is loaded when it writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.formats.exported import ExportFormat, Wanted
from store.words.message import Message

ENTRY_POINTS = "arrosoir.exports"
"""Where third parties declare an `ExportFormat` of theirs."""

FEEDS = frozenset({"ics"})
"""Formats that other programs read again and again from the same file."""


def _vcard(wanted: Wanted) -> Iterator[str]:
    from store.formats.vcard.writing import VCARD

    return VCARD.write(wanted)


def _vcard3(wanted: Wanted) -> Iterator[str]:
    from store.formats.vcard.writing import VCARD3

    return VCARD3.write(wanted)


def _csv(wanted: Wanted) -> Iterator[str]:
    from store.formats.tables_out.own import CSV

    return CSV.write(wanted)


def _csv_google(wanted: Wanted) -> Iterator[str]:
    from store.formats.tables_out.google import CSV_GOOGLE

    return CSV_GOOGLE.write(wanted)


def _json(wanted: Wanted) -> Iterator[str]:
    from store.formats.whole.writing import JSON

    return JSON.write(wanted)


def _ics(wanted: Wanted) -> Iterator[str]:
    from store.formats.ics.feed import FEED

    return FEED.write(wanted)


def _markdown(wanted: Wanted) -> Iterator[str]:
    from store.formats.markdown.brief import MARKDOWN

    return MARKDOWN.write(wanted)


EXPORTS: tuple[ExportFormat, ...] = (
    ExportFormat(name="vcard", extension=".vcf", write=_vcard),
    ExportFormat(name="vcard3", extension=".vcf", write=_vcard3),
    ExportFormat(name="csv", extension=".csv", write=_csv),
    ExportFormat(name="csv-google", extension=".csv", write=_csv_google),
    ExportFormat(name="json", extension=".json", write=_json),
    ExportFormat(name="ics", extension=".ics", write=_ics),
    ExportFormat(name="markdown", extension=".md", write=_markdown),
)
"""Those that the program brings, in the order in which they are offered."""


class Exports(NamedTuple):
    """All that can be written."""

    formats: tuple[ExportFormat, ...]
    broken: tuple[Message, ...] = ()
    """Third parties' that could not be loaded, and why."""

    def named(self, name: str) -> ExportFormat | None:
        """The format of a name."""
        return next((each for each in self.formats if each.name == name), None)

    def of_file(self, name: str) -> ExportFormat | None:
        """The first format whose files end like a name; capitals do not matter."""
        written = name.lower()
        return next((each for each in self.formats if written.endswith(each.extension)), None)


def all_exports() -> Exports:
    """The program's own formats, then those of third parties, by name."""
    from store.formats.plugins import loaded

    brought, broken = loaded(ENTRY_POINTS, ExportFormat, {each.name for each in EXPORTS})
    return Exports((*EXPORTS, *brought), broken)
