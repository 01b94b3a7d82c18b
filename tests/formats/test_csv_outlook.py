"""Outlook's exports in English and French, with all their columns and their traps."""

from __future__ import annotations

import pytest
from csv_tables import carried, one, placed, read, table, told

from store.formats.csv.column_maps import column_map, program_of
from store.formats.csv.reader import looks_like_csv
from store.formats.csv_table import name_key

ENGLISH_TEXT = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
    "Business Street,Business Street 2,Business Street 3,Business City,Business State,"
    "Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home Street 3,"
    "Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,"
    "Other Street 3,Other City,Other State,Other Postal Code,Other Country/Region,"
    "Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,"
    "Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,"
    "Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,"
    "Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,"
    "E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,"
    "Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,Language,"
    "Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,"
    "Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,"
    "User 3,User 4,Web Page"
)
ENGLISH = ENGLISH_TEXT.split(",")

FRENCH_TEXT = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société ,Service,Titre,Rue (bureau),Rue (bureau) 2,"
    "Rue (bureau) 3,Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),"
    "Rue (domicile),Rue (domicile) 2,Rue (domicile) 3,Ville (domicile),Dép/Région (domicile),"
    "Code postal (domicile),Pays/Région (domicile),Rue (autre),Rue (autre) 2,Rue (autre) 3,"
    "Ville (autre),Dép/Région (autre),Code postal (autre),Pays/Région (autre),"
    "Téléphone de l'assistant(e),Télécopie (bureau),Téléphone (bureau),Téléphone 2 (bureau),Rappel,"
    "Téléphone (voiture),Téléphone société,Télécopie (domicile),Téléphone (domicile),"
    "Téléphone 2 (domicile),RNIS,Tél. mobile,Télécopie (autre),Téléphone (autre),"
    "Récepteur de radiomessagerie,Téléphone principal,Radio téléphone,Téléphone TDD/TTY,Télex,"
    "Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie,"
    "Adresse de messagerie 2,Type de messagerie 2,Nom complet de l'adresse de messagerie 2,"
    "Adresse de messagerie 3,Type de messagerie 3,Nom complet de l'adresse de messagerie 3,"
    "Anniversaire,Anniversaire de mariage ou fête,Autre boîte postale,B.P. professionnelle,"
    "Boîte postale du domicile,Bureau,Catégories,Code gouvernement,Compte,Conjoint(e),"
    "Critère de diffusion,Disponibilité Internet,Emplacement,Enfants,Informations facturation,"
    "Initiales,Kilométrage,Langue,Mots clés,Nom de l'assistant(e),Notes,"
    "Numéro d'identification de l'organisation,Page Web,Passe-temps,Priorité,Privé,Profession,"
    "Recommandé par,Responsable,Serveur d'annuaire,Sexe,Utilisateur 1,Utilisateur 2,Utilisateur 3,"
    "Utilisateur 4"
)
FRENCH = FRENCH_TEXT.split(",")

MAIL = {"Adresse de messagerie": "a@b.cd"}


def filled(header: list[str], days: dict[str, str]) -> dict[int, str]:
    """A row in which each cell says which column it is of."""
    cells = {}
    for place, name in enumerate(header):
        plain = name.strip()
        mail = plain.startswith(("E-mail", "Adresse de m")) and "Type" not in plain
        address = mail and "Display" not in plain
        cells[place] = days.get(plain, f"n{place}@b.cd" if address else f"cell {place} {plain}")
    return cells


@pytest.mark.parametrize(
    ("header", "program", "days"),
    [
        (ENGLISH, "outlook-en", {"Birthday": "4/12/1985", "Anniversary": "6/20/2015"}),
        (
            FRENCH,
            "outlook-fr",
            {"Anniversaire": "12/4/1985", "Anniversaire de mariage ou fête": "20/6/2015"},
        ),
    ],
)
def test_every_column_is_known_and_kept(
    header: list[str], program: str, days: dict[str, str]
) -> None:
    found = program_of([name_key(each) for each in header])
    assert found is column_map(program)
    assert all(found.find(name_key(each)) is not None for each in header)
    row = filled(header, days)
    reading = read(placed(header, row))
    (person,) = reading.people
    said = repr(person)
    assert {cell for cell in row.values() if cell not in said} == set(days.values())
    assert (person.birthday, person.dates[0].on) == ("1985-04-12", "2015-06-20")
    assert reading.sketch is None


def test_a_title_comes_twice_in_french_the_honorific_and_then_the_job() -> None:
    person = one(placed(FRENCH, {0: "Mme", 1: "Zoë", 3: "Lefèvre", 7: "Directrice"}))
    assert (person.name, person.title) == ("Zoë Lefèvre", "Directrice")
    assert carried(person)[0] == "N:Lefèvre;Zoë;;Mme;"


def test_a_title_met_once_behind_the_name_is_the_job() -> None:
    header = ["Prénom", "Nom", "Titre", "Adresse de messagerie", "Tél. mobile", "Ville (bureau)"]
    person = one(table(header, {"Prénom": "Zoë", "Nom": "Lefèvre", "Titre": "Directrice"}))
    assert (person.name, person.title) == ("Zoë Lefèvre", "Directrice")


def test_the_birthday_is_the_anniversaire_and_the_wedding_another_column() -> None:
    cells = {"Prénom": "Zoë", "Anniversaire": "3/4/1985"}
    cells["Anniversaire de mariage ou fête"] = "13/6/2010"
    person = one(table(FRENCH, cells))
    assert person.birthday == "1985-04-03"
    assert [(each.name, each.on) for each in person.dates] == [
        ("Anniversaire de mariage ou fête", "2010-06-13")
    ]


@pytest.mark.parametrize("codec", ["cp1252", "iso8859-15", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_apostrophe_and_delimiter_do_not_matter(
    codec: str, apostrophe: str, delimiter: str
) -> None:
    if codec == "iso8859-15" and apostrophe == "’":
        pytest.skip("that encoding has no such apostrophe")
    cells = {"Prénom": "Zoë", "Nom": "Lefèvre", "Nom de l'assistant(e)": "Cy Dee", **MAIL}
    text = table(FRENCH, cells, delimiter=delimiter).replace("'", apostrophe)
    data = text.encode(codec)
    assert looks_like_csv(data, "x")
    reading = read(data)
    (person,) = reading.people
    assert (person.name, person.emails) == ("Zoë Lefèvre", ("a@b.cd",))
    assert [tie.other.name for tie in reading.ties] == ["Cy Dee"]


def test_an_encoding_that_the_file_does_not_tell_can_be_chosen() -> None:
    data = table(FRENCH, {"Prénom": "Cœur", **MAIL}).encode("iso8859-15")
    first = read(data)
    assert first.people[0].name == "C½ur"
    assert first.sketch is not None
    assert (first.sketch.charset, first.sketch.sure) == ("cp1252", False)
    again = read(data, charset="iso8859-15")
    assert again.people[0].name == "Cœur"


@pytest.mark.parametrize("empty", ["0/0/00", "00/00/0000", "0/0/0000", ""])
def test_what_stands_for_no_day_is_none(empty: str) -> None:
    reading = read(table(ENGLISH, {"First Name": "Ann", "Birthday": empty, "Anniversary": empty}))
    (person,) = reading.people
    assert (person.birthday, person.dates, reading.refused) == ("", (), ())


def test_what_the_program_writes_for_nothing_is_not_carried() -> None:
    usual = {"Gender": "Unspecified", "Priority": "Normal", "Private": "False"}
    usual |= {"Sensitivity": "Normal", "E-mail Type": "SMTP", "E-mail 2 Type": "SMTP"}
    person = one(table(ENGLISH, {"E-mail Address": "a@b.cd", **usual}))
    assert carried(person) == []


def test_the_order_of_day_and_month_is_that_of_the_language_unless_the_file_tells() -> None:
    ann = {"First Name": "Ann", "Birthday": "3/4/1985"}
    reading = read(table(ENGLISH, ann))
    assert reading.people[0].birthday == "1985-03-04"
    assert told(reading) == [(2, "csv.month_first")]
    british = read(table(ENGLISH, ann, {"First Name": "Bob", "Birthday": "25/12/1980"}))
    assert [each.birthday for each in british.people] == ["1985-04-03", "1980-12-25"]
    assert british.refused == ()


def test_categories_children_and_a_second_address() -> None:
    reading = read(
        table(
            ENGLISH,
            {
                "First Name": "Ann",
                "Categories": "Choir;Lyon",
                "Children": "Bo; Cy",
                "Home City": "Lyon",
                "Business City": "Paris",
                "Referred By": "Eve Fox",
            },
        )
    )
    (person,) = reading.people
    assert person.tags == ("Choir", "Lyon")
    assert [city.name for city in person.cities] == ["Lyon", "Paris"]
    assert [(tie.other.name, tie.how) for tie in reading.ties] == [
        ("Bo", ""),
        ("Cy", ""),
        ("Eve Fox", "through"),
    ]


def test_an_address_of_a_directory_is_carried_and_is_none_to_write_to() -> None:
    reading = read(table(ENGLISH, {"First Name": "Ann", "E-mail Address": "/o=Firm/cn=ann"}))
    (person,) = reading.people
    assert person.emails == ()
    assert "X-EMAIL:/o=Firm/cn=ann" in carried(person)
