"""Thunderbird's exports in English and French, with all their columns."""

from __future__ import annotations

import pytest
from csv_tables import carried, one, placed, read, table

from store.formats.csv.column_maps import column_map, program_of
from store.formats.csv.reader import looks_like_csv
from store.formats.csv_table import name_key

ENGLISH_TEXT = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
    "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,"
    "Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,"
    "Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Web Page 2,"
    "Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes,Anniversary Year,"
    "Anniversary Month,Anniversary Day,Category,Spouse Name,Family Name,"
)
ENGLISH = ENGLISH_TEXT.split(",")
FRENCH_TEXT = (
    "Prénom,Nom de famille,Nom à afficher,Surnom,Adresse électronique principale,"
    "Adresse électronique secondaire,Nom de l’écran,Tél. professionnel,Tél. personnel,Fax,Pager,"
    "Portable,Adresse privée,Adresse privée 2,Ville,Pays/État,Code postal,Pays/Région (domicile),"
    "Adresse professionnelle,Adresse professionnelle 2,Ville,Pays/État,Code postal,"
    "Pays/Région (bureau),Profession,Service,Société,Site web 1,Site web 2,Année de naissance,Mois,"
    "Jour,Divers 1,Divers 2,Divers 3,Divers 4,Notes,"
)
FRENCH = FRENCH_TEXT.split(",")


@pytest.mark.parametrize(
    ("header", "program"), [(ENGLISH, "thunderbird-en"), (FRENCH, "thunderbird-fr")]
)
def test_every_column_is_known_and_kept(header: list[str], program: str) -> None:
    named = [each for each in header if each]
    assert program_of([name_key(each) for each in header]) is column_map(program)
    assert all(column_map(program).find(name_key(each)) is not None for each in named)
    row = {place: f"cell {place} {name}" for place, name in enumerate(named)}
    row |= {place: "n@b.cd" for place, name in enumerate(named) if "mail" in name.lower()}
    row |= {place: "n@b.cd" for place, name in enumerate(named) if "électronique" in name}
    for place, name in enumerate(named):
        for part, cell in (("Year", "1985"), ("Année", "1985"), ("Month", "4"), ("Mois", "4")):
            row[place] = cell if part in name.split() else row[place]
        row[place] = "12" if {"Day", "Jour"} & set(name.split()) else row[place]
    person = one(placed(header, row))
    said = repr(person)
    assert [cell for cell in row.values() if cell not in said and len(cell) > 4] == []
    assert person.birthday == "1985-04-12"


@pytest.mark.parametrize(
    ("year", "month", "day", "birthday"),
    [
        ("1985", "4", "12", "1985-04-12"),
        ("", "04", "12", "--04-12"),
        ("1985", "", "", "1985"),
        ("1985", "4", "", "1985-04"),
        ("0", "4", "12", "--04-12"),
    ],
)
def test_a_birthday_in_three_cells(year: str, month: str, day: str, birthday: str) -> None:
    cells = {"Display Name": "Ann", "Birth Year": year, "Birth Month": month, "Birth Day": day}
    assert one(table(ENGLISH, cells)).birthday == birthday


def test_in_french_the_home_address_comes_first_and_the_one_at_work_after_it() -> None:
    home = {12: "2 rue de la Paix", 14: "Lyon", 15: "Rhône", 16: "69001", 17: "France"}
    work = {18: "Tour Part-Dieu", 19: "3e étage", 20: "Villeurbanne", 23: "France"}
    person = one(placed(FRENCH, {2: "Zoë Lefèvre", **home, **work}))
    assert [city.name for city in person.cities] == ["Lyon", "Villeurbanne"]
    assert carried(person) == [
        "ADR;TYPE=home:;;2 rue de la Paix;Lyon;Rhône;69001;France",
        "ADR;TYPE=work:;;Tour Part-Dieu\\n3e étage;Villeurbanne;;;France",
    ]


def test_older_names_of_french_columns_are_known() -> None:
    text = FRENCH_TEXT.replace("Adresse électronique principale", "Première adresse électronique")
    text = text.replace("Adresse électronique secondaire", "Deuxième adresse électronique")
    header = text.replace("Pays/Région (domicile)", "Région").replace("(bureau)", "").split(",")
    data = placed(header, {0: "Zoë", 4: "zoe@b.cd", 17: "France"}).encode("cp1252")
    assert looks_like_csv(data, "x")
    person = read(data).people[0]
    assert person.emails == ("zoe@b.cd",)
    assert "ADR;TYPE=home:;;;;;;France" in carried(person)


def test_a_tab_is_a_delimiter_too() -> None:
    cells = {
        "Display Name": "Ann Bee",
        "Primary Email": "a@b.cd",
        "Mobile Number": "06 12 34 56 78",
    }
    person = one(table(ENGLISH, cells, delimiter="\t"))
    assert (person.name, person.phones) == ("Ann Bee", ("06 12 34 56 78",))
