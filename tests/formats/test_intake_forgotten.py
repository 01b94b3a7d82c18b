"""An import brings nobody back whom the user asked to forget, and does not say who it was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from incoming_cards import TODAY, card, done, ids, letter, plan, reading, store

from store.formats.incoming import Reading
from store.formats.intake import import_paths
from store.formats.plan import plan_answer
from store.records.forgotten import Forgotten
from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.words.words import Words

ZOE = card("Zoé Adler", "uid:1", emails=("zoe@x.org",), phones=("06 12 34 56 78",))


def without_zoe(*records: Record) -> Snapshot:
    forgotten = Forgotten().with_person(ZOE, "5a" * 32)
    return msgspec.structs.replace(store(*records), forgotten=forgotten)


def names(snapshot: Snapshot) -> list[str]:
    return sorted(person.name for person in snapshot.people.values())


@pytest.mark.parametrize(
    "again",
    [
        ZOE,
        card("Z.", "uid:2", emails=("ZOE@x.org",)),
        card("Z.", "uid:2", phones=("+33612345678",)),
        card("Z.", "uid:1"),
        card("ADLER Zoe", "vcard:77"),
    ],
)
def test_a_card_of_somebody_forgotten_is_set_aside_without_a_name(again: Person) -> None:
    made = plan(without_zoe(), Reading(people=(again, card("Bo", "uid:9")), file="book.vcf"))
    assert len(made.new) == 1
    (refused,) = made.refused
    assert (refused.file, refused.why.id) == ("book.vcf", "import.forgotten")
    assert (refused.text, refused.why.values) == ("", {})


def test_a_namesake_with_another_address_is_taken() -> None:
    other = card("Zoé Adler", "uid:2", emails=("zoe@elsewhere.net",))
    assert names(done(without_zoe(), reading(other))) == ["Zoé Adler"]


def test_letters_of_somebody_forgotten_give_nothing() -> None:
    profile = card("Zoé Adler", "linkedin:zoe-a", phones=("0612345678",))
    letters = (
        letter("linkedin:zoe-a", "Zoé Adler", "k1"),
        letter("linkedin:zoe-a", "", "k2"),
        letter("", "Zoé ADLER", "k3"),
        letter("", "Bo", "k4"),
    )
    namesake = Person(id="P", name="Zoé Adler", emails=("zoe@elsewhere.net",))
    before = without_zoe(namesake, Person(id="B", name="Bo"))
    made = plan(before, Reading(people=(profile,), interactions=letters))
    assert (made.new, made.changed, made.interactions, made.left) == ((), (), 1, 3)


def test_somebody_added_again_by_hand_gains_from_an_import() -> None:
    back = Person(id="P", name="Zoé Adler", emails=("zoe@x.org",))
    after = done(without_zoe(back), reading(ZOE))
    (person,) = after.people.values()
    assert person.phones == ZOE.phones


def test_who_shares_an_address_with_somebody_forgotten_stays_and_does_not_become_them() -> None:
    max_ = Person(id="P", name="Max Adler", emails=("zoe@x.org",), sources=("uid:5",))
    before = without_zoe(max_)
    assert not plan(before, reading(ZOE)).change_set
    after = done(before, reading(card("Max Adler", "uid:5", org="Acme")))
    assert [person.org for person in after.people.values()] == ["Acme"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_named_and_the_person_is_not(tmp_path: Path, language: Language) -> None:
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Adler\nEND:VCARD\n", encoding="utf-8")
    made = import_paths([str(book)], without_zoe(), "merge", ids(), TODAY)
    assert not made.change_set
    answer = str(plan_answer(made, Words(language)))
    assert str(book) in answer
    assert "Adler" not in answer
