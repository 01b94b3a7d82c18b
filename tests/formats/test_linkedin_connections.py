from __future__ import annotations

from datetime import date

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.connections import read_connections

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read(rows: str, header: str = HEADER) -> Reading:
    return read_connections(header + rows, "Connections.csv", Known())


def test_a_row_is_a_person_with_the_day_of_meeting_and_no_interaction() -> None:
    reading = read(
        'José,"García, PhD",https://www.linkedin.com/in/jose,j@x.org,"Acme, Inc.",CTO,08 Feb 2026'
    )
    (person,) = reading.people
    assert person.name == "José García, PhD"
    assert (person.org, person.title, person.emails) == ("Acme, Inc.", "CTO", ("j@x.org",))
    assert person.met == date(2026, 2, 8)
    assert person.links == ("https://www.linkedin.com/in/jose",)
    assert person.sources == ("linkedin:jose",)
    assert reading.interactions == ()
    assert reading.refused == ()


def test_exports_without_addresses_give_a_key_that_stays_the_same() -> None:
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    once = read("Ann,Bee,,Acme,CEO,15-Jan-24\n", header)
    again = read("Ann,Bee,ann@x.org,Other,CTO,15 Jan 2024\n", header)
    assert (
        once.people[0].sources == again.people[0].sources == ("linkedin:name:ann bee:2024-01-15",)
    )


def test_hidden_members_are_refused_each_with_its_line() -> None:
    reading = read(",,,,,,07 Jun 2026\nAnn,Bee,,,,,\n,,,,,,08 Jun 2026")
    assert [(each.line, each.why.id) for each in reading.refused] == [
        (2, "import.hidden_member"),
        (4, "import.hidden_member"),
    ]
    assert [person.name for person in reading.people] == ["Ann Bee"]


def test_short_rows_are_taken_as_far_as_they_go() -> None:
    reading = read("Ann,Bee\n")
    assert [person.name for person in reading.people] == ["Ann Bee"]


def test_stray_words_and_rows_with_too_many_cells_are_refused() -> None:
    reading = read("BADROW\nAnn,Bee,,,Acme, Inc.,CEO,15 Jan 2024\n,,,a@x.org,,,\n")
    assert reading.people == ()
    assert [(each.line, each.why.id) for each in reading.refused] == [
        (2, "import.too_few_cells"),
        (3, "import.too_many_cells"),
        (4, "import.no_name"),
    ]
    assert reading.refused[0].text == "BADROW"


def test_an_unreadable_day_costs_the_day_and_says_so() -> None:
    reading = read("Ann,Bee,,,,,soon\n")
    assert reading.people[0].met is None
    assert [each.why.id for each in reading.refused] == ["import.bad_day_taken"]


def test_french_and_german_headers_are_accepted() -> None:
    french = "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n"
    german = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
    for header, day in ((french, "12 mars 2023"), (german, "12. Mär 2023")):
        (person,) = read(f"Ann,Bee,,a@x.org,Acme,CEO,{day}\n", header).people
        assert (person.name, person.org, person.met) == ("Ann Bee", "Acme", date(2023, 3, 12))


def test_what_a_terminal_obeys_is_taken_out() -> None:
    (person,) = read("A\x1b[31mnn,Bee\u202e,javascript:alert(1),,\x9bAcme,,\n").people
    assert (person.name, person.org, person.links) == ("A[31mnn Bee", "Acme", ())
