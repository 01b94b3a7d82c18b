"""Maildirs among the folders that are walked."""

from __future__ import annotations

from pathlib import Path

from store.formats.walk import walk


def found(folder: Path) -> list[str]:
    return [str(each.path.relative_to(folder)) for each in walk([folder]).files]


def write(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)


def test_a_maildir_is_read_but_for_what_is_being_delivered_and_its_indexes(tmp_path: Path) -> None:
    write(
        tmp_path,
        "cur/1700000000.M1P2.home:2,S",
        "new/1700000001.M1P2.home",
        "tmp/1700000002.M1P2.home",
        "dovecot.index",
        "dovecot-uidlist",
        "subscriptions",
        "maildirfolder",
        "courierimapuiddb",
        ".notmuch/xapian/postlist.glass",
    )
    assert found(tmp_path) == ["cur/1700000000.M1P2.home:2,S", "new/1700000001.M1P2.home"]


def test_hidden_folders_of_a_maildir_are_walked_where_they_are_mailboxes(tmp_path: Path) -> None:
    write(
        tmp_path,
        "cur/1:2,",
        ".Sent/cur/2:2,S",
        ".Sent/tmp/3",
        ".Archive.2020/new/4",
        ".cache/5",
        ".hidden",
    )
    assert found(tmp_path) == [".Archive.2020/new/4", ".Sent/cur/2:2,S", "cur/1:2,"]


def test_messages_beside_the_boxes_and_folders_in_folders_are_found(tmp_path: Path) -> None:
    write(tmp_path, "01:2,", "cur/2:2,", "bar/baz/new/3:2,", "bar/4:2,")
    assert found(tmp_path) == ["01:2,", "bar/4:2,", "bar/baz/new/3:2,", "cur/2:2,"]


def test_a_hidden_folder_elsewhere_stays_hidden_and_tmp_is_a_name_like_others(
    tmp_path: Path,
) -> None:
    write(tmp_path, ".Sent/cur/1:2,", "tmp/a.vcf", "subscriptions", "dovecot.vcf", "a/new/b.vcf")
    assert found(tmp_path) == ["a/new/b.vcf", "dovecot.vcf", "subscriptions", "tmp/a.vcf"]


def test_an_index_beside_its_mailbox_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "Inbox", "Inbox.msf", "lone.msf")
    assert found(tmp_path) == ["Inbox", "lone.msf"]
