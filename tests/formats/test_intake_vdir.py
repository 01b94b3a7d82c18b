"""A folder of one card a file is one address book."""

from __future__ import annotations

from incoming_cards import card, plan, reading, store
from msgspec.structs import replace

from store.formats.incoming import Reading


def _file(name: str, uid: str, path: str, email: str = "home@x.example") -> Reading:
    return replace(reading(card(name, f"uid:{uid}", emails=(email,))), file=path)


def test_two_cards_of_a_folder_that_share_an_address_are_two_people() -> None:
    one, other = _file("Max Horst Must", "1", "vdir/1.vcf"), _file("Max Must", "2", "vdir/2.vcf")
    made = plan(store(), one, other)
    assert len(made.new) == 2
    after = store().apply(made.change_set)
    again = plan(after, other, one)
    assert (len(again.new), len(again.changed)) == (0, 0)


def test_files_of_two_folders_may_speak_of_one_person() -> None:
    one, other = _file("Max Horst Must", "1", "phone/1.vcf"), _file("Max Must", "2", "mail/2.vcf")
    assert len(plan(store(), one, other).new) == 1


def test_two_books_in_one_folder_may_speak_of_one_person() -> None:
    one, other = _file("Max Horst Must", "1", "books/a.vcf"), _file("Max Must", "2", "books/b.vcf")
    more = (card("Ana Ek", "uid:3"),)
    one, other = (
        replace(one, people=(*one.people, *more)),
        replace(other, people=(*other.people, *more)),
    )
    assert len(plan(store(), one, other).new) == 2
