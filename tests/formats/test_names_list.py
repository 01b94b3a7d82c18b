"""Plain lists of names: who is in them, and what is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incoming_cards import done

from store.formats.choices import Choices
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.names_list.reader import MOST_LINES, NAMES
from store.records.snapshot import EMPTY


def read(text: str) -> Reading:
    return NAMES.read(text.encode(), "list", Known())


def names(text: str) -> list[str]:
    found = read(text)
    assert found.refused == ()
    return [each.name for each in found.people]


def refused(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.why.id.removeprefix("import.")) for each in read(text).refused]


def test_one_person_a_line_without_bullets_comments_and_header() -> None:
    text = (
        "Name\n\n# friends\n- Ana Ek\n* Bo Sand\n1. Chloé Martin\n12) Dilek Şahin\n• Farid\n---\n"
    )
    assert names(text) == ["Ana Ek", "Bo Sand", "Chloé Martin", "Dilek Şahin", "Farid"]


@pytest.mark.parametrize(
    "name",
    [
        *("Ana", "Ludwig van Beethoven", "Jean d'Ormesson", "O'Brien", "J. R. R. Tolkien"),
        *("Jean-Pierre de La Tour du Pin", "山田太郎", "María José García López", "👩‍💻 Ada"),
        *("Robert Downey Jr.", "M. K. Gandhi", "LOVELACE Ada", "محمد علي", "Þór Ægisson"),
    ],
)
def test_names_of_all_kinds_are_names(name: str) -> None:
    assert names(name) == [name]


@pytest.mark.parametrize(
    "text",
    [
        *("I met her in Lyon last summer.", "https://example.org/ana", "buy milk", "12 34"),
        *("import os", '{"name": "Ana"}', "Ana: friend", "BEGIN:VCARD", "x = 1", "555-1234"),
        *("It was a dark night", "Great!", "Ana & Bo", "a/b/c.txt", "+33 6 12 34 56 78", "A" * 99),
    ],
)
def test_what_is_no_name_is_refused_with_its_line(text: str) -> None:
    assert refused(f"Ana Ek\n{text}\nBo Sand\n") == [(2, "not_a_person_name")]
    assert [each.name for each in read(f"Ana Ek\n{text}\nBo Sand\n").people] == [
        "Ana Ek",
        "Bo Sand",
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("EK, Ana", "Ana EK"),
        ("VAN DEN BERG, Ana Maria", "Ana Maria VAN DEN BERG"),
        ("Ek, Ana <ana@x.example>", "Ana Ek"),
        ('"Ek, Ana" <ana@x.example>', "Ana Ek"),
        ("Ek, Ana", "Ek, Ana"),
    ],
)
def test_last_and_first_names_are_turned_where_it_is_clear(line: str, name: str) -> None:
    assert names(line) == [name]
    assert read(line).people[0].notes == ""


@pytest.mark.parametrize(
    ("line", "org", "city", "note"),
    [
        ("Ana Ek (Acme GmbH)", "Acme GmbH", "", ""),
        ("Ana Ek - Université de Lyon", "Université de Lyon", "", ""),
        ("Ana Ek chez Capgemini", "Capgemini", "", ""),
        ("Ana Ek @ Acme", "Acme", "", ""),
        ("Ana Ek, in Lyon", "", "Lyon", ""),
        ("Ana Ek (à Lyon)", "", "Lyon", ""),
        ("Ana Ek, Lyon", "", "", "Lyon"),
        ("Ana Ek\tAcme\tLyon", "", "", "Acme, Lyon"),
        ("Ana Ek – from the choir", "", "", "from the choir"),
    ],
)
def test_what_stands_beside_a_name_is_more_than_a_note_only_where_it_says_so(
    line: str, org: str, city: str, note: str
) -> None:
    (person,) = read(line).people
    assert person.name == "Ana Ek"
    cities = [each.name for each in person.cities]
    assert (person.org, cities, person.notes) == (org, [city] if city else [], note)


@pytest.mark.parametrize(
    "line",
    [
        *("Bonjour Claire,", "Hello Tom,", "Bonjour à tous", "Chère Ana", "Dear Mr Sand,", "Hi"),
        *("Bien à toi", "Cordialement,", "Best regards", "Best,", "Merci d'avance !", "À bientôt"),
        *("Cordialement, Marc Ek", "Thanks for all this", "Bises à vous deux", "Merci – Marc"),
    ],
)
def test_what_a_letter_begins_and_ends_with_is_nobody(line: str) -> None:
    text = f"Ana Ek\n{line}\nBo Sand Ek\n"
    assert [each.name for each in read(text).people] == ["Ana Ek", "Bo Sand Ek"]
    assert refused(text) == [(2, "of_a_letter")]


@pytest.mark.parametrize(
    "name", ["Love, Courtney", "Best, George", "Hélène Merci", "Hilda Cher", "Cher", "Mercier"]
)
def test_names_that_look_like_a_closing_are_names(name: str) -> None:
    assert names(f"Ana Ek\n{name}\n") == ["Ana Ek", name]


def test_one_word_after_a_closing_is_a_signature_and_elsewhere_a_name() -> None:
    text = "Bonjour Claire,\nAna Ek\nFarid\nBo Sand\n\nBien à toi,\nMarc\n"
    assert [each.name for each in read(text).people] == ["Ana Ek", "Farid", "Bo Sand"]
    assert refused(text) == [(1, "of_a_letter"), (6, "of_a_letter"), (7, "of_a_letter")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("M. Ana Ek", "Ana Ek"),
        ("Mme Ek", "Ek"),
        ("Dr. Ana Ek <ana@x.example>", "Ana Ek"),
        ("EK, Dr Ana", "Ana EK"),
        ("Mrs Ana Ek, Lyon", "Ana Ek"),
        ("Dr", "Dr"),
        ("M. et Mme Ek", "M. et Mme Ek"),
        ("Drago Ek", "Drago Ek"),
    ],
)
def test_a_title_is_no_part_of_a_name_unless_nothing_else_is_left(line: str, name: str) -> None:
    assert names(line) == [name]


def test_addresses_and_numbers_are_taken_out_of_the_line() -> None:
    (person,) = read("- Ana Ek <Ana@x.example>, +33 (0)6 12 34 56 78, Lyon").people
    assert person.emails == ("ana@x.example",)
    assert person.phones == ("+33 (0)6 12 34 56 78",)
    assert (person.name, person.notes) == ("Ana Ek", "Lyon")
    assert names("ana.ek@x.example") == ["Ana Ek"]
    assert names("ana ek <aek@x.example>") == ["ana ek"]


def test_an_address_list_as_mail_programs_copy_it_is_one_person_each() -> None:
    for text in (
        "Ana Ek <ana@x.example>, Bo Sand <bo@y.example>",
        '"Ek, Ana" <ana@x.example>; "Sand, Bo" <bo@y.example>;',
        "Ek, Ana <ana@x.example>, Sand, Bo <bo@y.example>",
        "Ana Ek; Bo Sand",
    ):
        assert names(text) == ["Ana Ek", "Bo Sand"]


def test_a_nickname_in_quotes_is_one() -> None:
    (person,) = read('Robert "Bob" Ek').people
    assert (person.name, person.nicknames) == ("Robert Ek", ("Bob",))


def test_namesakes_are_two_and_the_same_line_is_one_and_both_is_told() -> None:
    text = "Ana Ek, Lyon\nAna Ek, Paris\nBo Sand\nbo sand <b@x.example>\nBo Sand\n"
    assert [each.name for each in read(text).people] == ["Ana Ek", "Ana Ek", "Bo Sand", "bo sand"]
    assert refused(text) == [(2, "namesake_in_list"), (4, "namesake_in_list"), (5, "name_twice")]


def test_names_that_sound_alike_in_latin_letters_have_keys_of_their_own() -> None:
    people = read("山田\n山甜\nChloé\nChloe\n").people
    assert len({each.sources for each in people}) == 4


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_endings_do_not_matter(codec: str, ending: str) -> None:
    text = "Chloé Martin\nAna Ek\nRené Dupont\n"
    data = text.replace("\n", ending).encode(codec)
    assert NAMES.looks_like(data, "list")
    assert NAMES.read(data, "list", Known()) == read(text)


def test_the_encoding_chosen_counts() -> None:
    known = Known(choices=Choices(charset="cp1251"))
    assert NAMES.read("Анна Ек\n".encode("cp1251"), "l", known).people[0].name == "Анна Ек"


def test_long_lists_and_long_lines_end() -> None:
    found = read("Ana Ek\n" * (MOST_LINES + 10))
    assert [each.why.id for each in found.refused[-2:]] == [
        "import.more_set_aside",
        "import.too_many_names",
    ]
    assert found.refused[-1].line == MOST_LINES + 1
    assert refused("Ana " * 1_000_000) == [(1, "not_a_person_name")]
    for hostile in ("a@b,", "Ana;", "(", '"', " - ", "1 ", "@ ", "à "):
        read(hostile * 400)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ek",
        "Ana Ek\nBo Sand\n",
        "Name\nAna\nBo\n",
        "- Ana\n- Bo\n",
        "Ana Ek <ana@x.example>, Bo Sand <bo@y.example>",
        "Ana Ek; Bo Sand; Chloé Martin",
        "Ana Ek\nBo Sand\nI met her in Lyon last summer.\n",
        "Ana Ek, Lyon\nBo Sand, Acme GmbH\nFarid\nHugo\nIna\n",
        "Bonjour Claire,\n\nAna Ek\nBo Sand\n\nBien à toi,\nMarc\n",
    ],
)
def test_a_list_is_told(text: str) -> None:
    assert NAMES.looks_like(text.encode(), "pasted")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "First Name,Last Name,Email\nAna,Ek,a@x.example\n",
        "Prénom;Nom\nAna;Ek\n",
        "Ana,Ek,a@x.example\nBo,Sand,b@y.example\n",
        "The quick brown fox jumps over the dog.\nIt did so twice.\n",
        '{"name": "Ana Ek"}\n',
        '"""Names."""\n\nNAMES = (\n    "Ana",\n    "Bo",\n    "Chloé",\n    "Dilek",\n)\n',
        "FirstName,Emails,CreatedAt\n",
        "import os\nimport sys\n\nNAME = 'Ana'\n",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ek\nN:Ek;Ana\nEND:VCARD\n",
        "From: Ana Ek <ana@x.example>\nTo: b@y.example\nSubject: Hello\n\nHello Bo\n",
        "milk\neggs\nbread\n",
        "Bonjour Claire,\nCordialement,\nMarc\n",
        "Ana Ek\n" * 9 + "\0",
    ],
)
def test_what_is_no_list_is_not_taken_for_one(text: str) -> None:
    assert not NAMES.looks_like(text.encode(), "names.txt")


LINES = st.lists(
    st.sampled_from(
        ["Ana Ek", "Ana Ek, Lyon", "EK, Ana", "ana@x.example", "Bo <b@y.example>", "Ana; Bo", "x y"]
    ),
    max_size=8,
)


@given(LINES)
def test_a_list_that_is_imported_twice_is_imported_once(lines: list[str]) -> None:
    done(EMPTY, read("\n".join(lines)))
