"""Briefs as Markdown: headings and lists are ours, all else stands as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.formats.exported import ExportFormat, Wanted
from store.records.clean import clean_line
from store.views.brief import brief
from store.views.brief_text import Room, brief_text
from store.views.dossier_text import Section, Told
from store.views.shared_ground import SharedGround
from store.views.ties import Ties
from store.words.markdown import escaped

ROOM = Room(cells=2000, items=12)
"""How much is told: a file has no edge, and is a brief all the same."""


def markdown_lines(sections: Iterable[Section]) -> Iterator[str]:
    """The lines of one page, the first section being who it is."""
    head, *others = sections
    yield f"# {_plain(head.title)}"
    for each in head.told:
        yield from ("", _plain(each.text))
    for section in others:
        yield from ("", f"## {_plain(section.title)}", "")
        for each in section.told:
            yield f"- {_item(each)}"


def _item(told: Told) -> str:
    return f"**{_plain(told.label)}** {_plain(told.text)}" if told.label else _plain(told.text)


def _plain(text: str) -> str:
    """Strangers' text: neither Markdown nor a terminal takes anything in it for more."""
    return escaped(clean_line(text))


def _write(wanted: Wanted) -> Iterator[str]:
    """Page by page; private notes, where they are wanted, come last."""
    words, today = wanted.words, wanted.now.date()
    ties = Ties.of(wanted.snapshot, today, wanted.settings)
    ground = SharedGround()
    for number, id in enumerate(wanted.people):
        page = brief(wanted.snapshot, ties, id, ground)
        sections = [*brief_text(page, words, today, ROOM)]
        private = wanted.snapshot.people[id].private_notes if wanted.private else ""
        if private.strip():
            told = (Told("", line) for line in private.splitlines() if line.strip())
            sections.append(Section(words.say("export.private_notes"), tuple(told)))
        if number:
            yield "\n"
        for line in markdown_lines(sections):
            yield f"{line}\n"


MARKDOWN = ExportFormat(name="markdown", extension=".md", write=_write)
