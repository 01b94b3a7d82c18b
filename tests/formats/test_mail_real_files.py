"""Mail of other programs, read where it lies; skipped where it is absent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.mail.correspondence import correspondence
from store.formats.mail.letter import Letter
from store.formats.mail.reader import MAIL
from store.formats.walk import walk
from store.records.me import Me

ORACLE_NAMES = {
    "boulogne.f@gmail.com": "François Boulogne",
    "keithp@keithp.com": "Keith Packard",
    "thomas@roundcube.net": "Thomas B.",
}


def readings(folder: Path) -> dict[str, Reading]:
    """All that lies under a folder, by path within it; what says where it is from left out."""
    assert MAIL.read_file is not None
    return {
        str(found.path.relative_to(folder)): MAIL.read_file(found.path, found.shown, Known())
        for found in walk([folder]).files
        if found.path.name != "PROVENANCE.md"
    }


@pytest.fixture
def mail(shared: Path) -> dict[str, Reading]:
    return readings(shared / "data" / "open" / "mail")


@pytest.fixture
def maildir(shared: Path) -> dict[str, Reading]:
    return readings(shared / "data" / "open" / "maildir-notmuch")


def all_letters(*folders: dict[str, Reading]) -> list[Letter]:
    return [letter for folder in folders for each in folder.values() for letter in each.letters]


def test_every_message_of_the_maildir_is_a_letter(maildir: dict[str, Reading]) -> None:
    assert len(maildir) == 52
    assert all(len(each.letters) == 1 and not each.refused for each in maildir.values())
    assert sum(letter.bulk for letter in all_letters(maildir)) == 9


def test_every_other_message_is_a_letter_or_set_aside(mail: dict[str, Reading]) -> None:
    assert len(mail) == 43
    assert all(each.letters or each.refused for each in mail.values())
    why = Counter(refused.why.id for each in mail.values() for refused in each.refused)
    assert (len(all_letters(mail)), why) == (
        26,
        {"import.mail_no_sender": 9, "import.mail_no_day": 10},
    )


def test_three_messages_of_a_mailbox_share_one_id(mail: dict[str, Reading]) -> None:
    found = mail["roundcube__roundcubemail/import.mbox"].letters
    assert [each.line for each in found] == [1, 11, 21]
    assert {each.key for each in found} == {"mid:de75@tester.local"}


def test_a_forged_sender_is_nobody(mail: dict[str, Reading]) -> None:
    forged = mail["roundcube__roundcubemail/email-address-spoofing-attacks.eml"]
    assert [each.why.id for each in forged.refused] == ["import.mail_no_sender"]


def test_names_are_decoded(mail: dict[str, Reading], maildir: dict[str, Reading]) -> None:
    names = {each.sender.address: each.sender.name for each in all_letters(mail, maildir)}
    assert {address: names[address] for address in ORACLE_NAMES} == ORACLE_NAMES


def test_all_are_told_by_what_they_hold_but_those_without_any_address(shared: Path) -> None:
    folder = shared / "data" / "open"
    untold = [
        found.path.name
        for found in walk([folder / "mail", folder / "maildir-notmuch"]).files
        if not MAIL.looks_like(found.path.read_bytes(), found.path.name)
    ]
    assert untold == ["PROVENANCE.md", "msg_19.txt", "msg_37.txt", "PROVENANCE.md"]


def test_nothing_else_is_taken_for_mail(shared: Path) -> None:
    folder = shared / "data" / "open"
    others = (folder / name for name in ("vcard", "csv-contacts", "csv-linkedin", "ics", "friends"))
    assert [
        found.shown
        for found in walk(others).files
        if MAIL.looks_like(found.path.read_bytes(), found.path.name)
    ] == []


def test_an_archive_of_a_list_makes_nobody(maildir: dict[str, Reading]) -> None:
    letters = all_letters(maildir)
    guessed = correspondence(letters, Me(), lambda _: False)
    assert [each.why.id for each in guessed.refused] == ["import.mail_who_are_you"]
    carl = correspondence(letters, Me(emails=("cworth@cworth.org",)), lambda _: False)
    assert (carl.people, carl.interactions, carl.left) == ((), (), 52)
