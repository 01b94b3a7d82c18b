"""Files of other programs, read where they lie; skipped where they are absent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from incoming_cards import TODAY, ids

from store.formats.intake import import_paths
from store.formats.plan import Plan
from store.records.snapshot import EMPTY, Snapshot

LINKEDIN = Path("data/open/csv-linkedin")


def read(*paths: Path, snapshot: Snapshot = EMPTY) -> Plan:
    return import_paths(
        [str(path) for path in paths], snapshot, "merge", ids(f"{snapshot.revision}-"), TODAY
    )


def test_an_export_without_addresses_of_recipients_is_read_whole(shared: Path) -> None:
    made = read(shared / LINKEDIN / "labeldekho__linkedin-network-intelligence")
    after = EMPTY.apply(made.change_set)
    people = {person.name: person for person in after.people.values()}
    assert (len(people), made.interactions, made.refused) == (10, 11, ())
    assert "Test User" not in people
    alice = people["Alice Johnson"]
    assert (alice.met, alice.org) == (date(2023, 1, 15), "TechCorp")
    talks = [
        (each.on.isoformat(), each.by)
        for each in after.interactions.values()
        if each.people == (alice.id,)
    ]
    assert talks == [
        ("2024-05-15", "them"),
        ("2024-05-15", "me"),
        ("2024-05-16", "them"),
        ("2024-05-20", "me"),
    ]


def test_an_export_with_a_mark_a_bad_row_and_text_of_two_lines_is_read(shared: Path) -> None:
    made = read(shared / LINKEDIN / "pedrofuentes__kawsay")
    after = EMPTY.apply(made.change_set)
    names = sorted(person.name for person in after.people.values())
    assert names == ["Ana Lopez", "José García", "Æsop Fontaine"]
    assert sorted(str(each.by) for each in after.interactions.values()) == ["me", "them"]
    assert [(each.line, each.text) for each in made.refused] == [(5, "BADROW")]


def test_cards_and_connections_imported_twice_change_nothing(shared: Path) -> None:
    folders = (shared / "data" / "open" / "vcard", shared / LINKEDIN)
    first = read(*folders)
    after = EMPTY.apply(first.change_set)
    assert len(first.new) > 1000
    again = read(*folders, snapshot=after)
    assert not again.change_set
    assert (again.new, again.changed, len(again.same)) == ((), (), len(after.people))


def test_a_folder_of_everything_gives_people_and_quiet_refusals(shared: Path) -> None:
    made = read(shared / "data" / "open")
    whole = [each for each in made.refused if each.line == 0]
    assert any(each.file.endswith("PROVENANCE.md") for each in whole)
    quiet = {"import.not_an_address_book", "import.empty_file", "import.mail_who_are_you"}
    assert {each.why.id for each in whole} <= quiet
