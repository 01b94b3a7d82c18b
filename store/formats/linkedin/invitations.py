"""Invitations.csv: an invitation with words of one's own is a letter; the words are not kept."""

from __future__ import annotations

from store.formats.csv_table import Row, Table, read_table
from store.formats.incoming import IncomingInteraction, Reading, Refused
from store.formats.known import Known
from store.formats.linkedin.columns import INVITATIONS, INVITATIONS_NEEDED
from store.formats.linkedin.days import sent_day_of
from store.formats.linkedin.refusals import in_order, refused_file, refused_row, unread_rows
from store.records.clean import clean_line
from store.records.interaction import Interaction
from store.records.kinds import By
from store.records.profile_slug import PREFIX, slug_of, source_of
from store.words.fold import fold

STEP = 100
"""Rows after which it is told how far the reading has come."""

_WAYS: dict[str, By] = {"outgoing": "me", "incoming": "them"}


def read_invitations(text: str, shown_path: str, known: Known) -> Reading:
    """The letters among the invitations.

    No people come of them: who has accepted is a connection, and the others are strangers, with
    whom the import keeps nothing. One without words is nothing, and nothing to report.
    """
    table = read_table(text, INVITATIONS, INVITATIONS_NEEDED)
    if table is None:
        return Reading(refused=(refused_file(shown_path, "import.no_header"),))
    refused: list[Refused] = list(unread_rows(shown_path, table))
    letters: dict[str, IncomingInteraction] = {}
    for count, row in enumerate(table.rows, start=1):
        if count % STEP == 0:
            known.step(count)
        way = _WAYS.get(fold(table.cell(row, "way")))
        if way is None:
            refused.append(refused_row(shown_path, row, "import.too_few_cells"))
        elif table.cell(row, "message"):
            letter = _letter(table, row, way)
            if letter is None:
                refused.append(refused_row(shown_path, row, "import.bad_day"))
            else:
                letters.setdefault(letter.interaction.source, letter)
    return Reading(interactions=tuple(letters.values()), refused=in_order(refused))


def _letter(table: Table, row: Row, way: By) -> IncomingInteraction | None:
    """The letter of a row; None where its day cannot be read."""
    day = sent_day_of(table.cell(row, "sent"))
    if day is None:
        return None
    other = "to" if way == "me" else "from"
    name = clean_line(table.cell(row, other))
    slug = slug_of(clean_line(table.cell(row, f"{other}_url")))
    return IncomingInteraction(
        with_source=source_of(slug) if slug else "",
        with_name=name,
        interaction=Interaction(
            id="",
            people=(),
            kind="message",
            on=day,
            by=way,
            # Older exports have no addresses: the name is what both have.
            source=f"{PREFIX}invitation:{fold(name)}:{day.isoformat()}:{way}",
        ),
    )
