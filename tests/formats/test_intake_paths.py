from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from incoming_cards import TODAY, ids

from store.formats.intake import import_paths
from store.formats.plan import Plan
from store.records.snapshot import EMPTY, Snapshot
from store.words.message import UsageProblem

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Ann Bee\r\nEMAIL:ann@x.org\r\nEND:VCARD\r\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Bee,https://www.linkedin.com/in/ann,ann@x.org,Acme,CEO,15 Jan 2024\n"
    ",,,,,,16 Jan 2024\n"
)
MESSAGES = (
    "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE\n"
    "c,Ann Bee,https://www.linkedin.com/in/ann,Me,https://www.linkedin.com/in/me,2024-03-15\n"
    "c,Me,https://www.linkedin.com/in/me,Ann Bee,https://www.linkedin.com/in/ann,2024-03-16\n"
)


def read(*paths: Path, snapshot: Snapshot = EMPTY, only: str | None = None) -> Plan:
    names = [str(path) for path in paths]
    return import_paths(names, snapshot, "merge", ids(), TODAY, only_format=only)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "a.txt").write_text(CARD)
    (folder / "Connections.csv").write_text(CONNECTIONS)
    (folder / "messages.csv").write_text(MESSAGES)
    (folder / "README.md").write_text("Nothing here.")
    return folder


def test_a_folder_of_several_formats_is_one_import(book: Path) -> None:
    made = read(book)
    after = EMPTY.apply(made.change_set)
    (person,) = after.people.values()
    assert set(person.sources) == {"uid:1", "linkedin:ann"}
    assert (made.interactions, made.files) == (2, 3)
    assert [(Path(each.file).name, each.line, each.why.id) for each in made.refused] == [
        ("README.md", 0, "import.not_an_address_book"),
        ("Connections.csv", 3, "import.hidden_member"),
    ]
    again = read(book, snapshot=after)
    assert not again.change_set
    assert (again.new, again.changed, again.same) == ((), (), (person.id,))


def test_the_zip_gives_what_its_files_give(book: Path, tmp_path: Path) -> None:
    packed = tmp_path / "Basic_LinkedInDataExport.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("messages.csv", "Connections.csv"):
            archive.write(book / name, name)
    made = read(packed)
    after = EMPTY.apply(made.change_set)
    assert (len(made.new), made.interactions) == (1, 2)
    assert [each.file.rpartition("/")[2] for each in made.refused] == ["Connections.csv"]
    assert not read(book / "Connections.csv", book / "messages.csv", snapshot=after).change_set


def test_a_named_file_of_no_known_format_is_refused_with_its_reason(book: Path) -> None:
    made = read(book / "README.md", book / "missing.vcf")
    assert [(each.line, each.why.id) for each in made.refused] == [
        (0, "import.missing"),
        (0, "import.unknown_format"),
    ]
    assert made.files == 0


def test_a_broken_archive_counts_as_a_file_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 broken")
    made = read(tmp_path / "x.zip")
    assert (made.files, [each.why.id for each in made.refused]) == (0, ["import.zip_damaged"])


def test_one_format_alone_can_be_asked_for(book: Path) -> None:
    made = read(book, only="vcard")
    assert (len(made.new), made.files) == (1, 1)
    assert len(read(book, only="linkedin").refused) == 3
    with pytest.raises(UsageProblem) as caught:
        read(book, only="vcrad")
    assert caught.value.code == "unknown_format"


def test_progress_is_told_file_by_file(book: Path) -> None:
    told: list[tuple[int, int, str, int]] = []
    import_paths(
        [str(book)],
        EMPTY,
        "merge",
        ids(),
        TODAY,
        lambda done, total, name, read: told.append((done, total, Path(name).name, read)),
    )
    assert told == [
        (0, 4, "Connections.csv", 0),
        (1, 4, "README.md", 0),
        (2, 4, "a.txt", 0),
        (3, 4, "messages.csv", 0),
        (4, 4, "", 0),
    ]
