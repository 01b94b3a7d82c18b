"""Tables of no known program: told by their headers, by their cells, and corrected by hand."""

from __future__ import annotations

import pytest
from csv_tables import carried, one, read, told

from store.formats.csv.targets import TARGETS, WORDS
from store.formats.incoming import Reading
from store.records.kinds import LANGUAGES
from store.records.person import City, School
from store.words.words import Words


def fields(reading: Reading) -> list[tuple[str, str]]:
    assert reading.sketch is not None
    return [(each.header, each.field) for each in reading.sketch.columns]


def test_english_headers() -> None:
    person = one(
        "Full name,E-mail,Mobile,Company,Position,City,University,Date of birth,Tags,Notes,Met on\n"
        'Ann Bee,ann@b.cd,06 12 34 56 78,Acme,CEO,Lyon,INSA,1985-04-12,"a, b",Hi,2020-01-02\n'
    )
    assert (person.name, person.org, person.title) == ("Ann Bee", "Acme", "CEO")
    assert (person.cities, person.schools) == ((City(name="Lyon"),), (School(name="INSA"),))
    assert (person.birthday, person.tags, person.notes) == ("1985-04-12", ("a", "b"), "Hi")
    assert person.met is not None
    assert person.met.isoformat() == "2020-01-02"


def test_french_headers() -> None:
    person = one(
        "Civilité;Nom;Prénom;Courriel;Tél. portable;Entreprise;Fonction;Ville;Né(e) le;Remarques\n"
        "Mme;Lefèvre;Zoë;zoe@b.cd;06 12 34 56 78;Aubier;Directrice;Lyon;03/04/1985;Chœur\n"
    )
    assert (person.name, person.birthday, person.notes) == ("Zoë Lefèvre", "1985-04-03", "Chœur")
    assert "TEL;TYPE=cell:06 12 34 56 78" in carried(person)


def test_german_headers() -> None:
    person = one(
        "Vorname;Name;E-Mail-Adresse;Telefon;Firma;Ort;Geburtstag\n"
        "Jörg;Groß;j@b.cd;030 1234567;Holz GmbH;Berlin;12.4.1985\n"
    )
    assert (person.name, person.org, person.birthday) == ("Jörg Groß", "Holz GmbH", "1985-04-12")


def test_a_family_name_alone_is_the_whole_name() -> None:
    assert one("Nom,Courriel\nZoë Lefèvre,zoe@b.cd\n").name == "Zoë Lefèvre"


@pytest.mark.parametrize(
    "header",
    [
        *("Patronyme,Prénom", "Patronymes,Prénoms", "Surname,First name", "Surname,Given names"),
        *("Nom,Prénom", "Surname,Name", "Patronyme,Nom"),
    ],
)
def test_a_family_name_beside_a_first_name_is_half_of_the_name(header: str) -> None:
    assert one(f"{header},Email\nBee,Ann,a@b.cd\n").name == "Ann Bee"


@pytest.mark.parametrize("header", ["Patronyme", "Surname", "Nom"])
def test_without_a_first_name_it_is_the_whole_name(header: str) -> None:
    assert one(f"{header},Email\nAnn Bee,a@b.cd\n").name == "Ann Bee"


def test_a_whole_name_beside_a_family_name_stays_whole() -> None:
    assert one("Name,Surname,Email\nAnn Bee,Bee,a@b.cd\n").name == "Ann Bee"


def test_a_title_beside_a_job_is_the_honorific() -> None:
    person = one("Title,First name,Last name,Job title,Email\nDr,Ann,Bee,CEO,a@b.cd\n")
    assert (person.title, carried(person)) == ("CEO", ["N:Bee;Ann;;Dr;"])


def test_columns_that_nobody_knows_go_with_the_card() -> None:
    reading = read("Name,Email,Shoe size,Étage préféré\nAnn,a@b.cd,42,troisième\n")
    assert carried(reading.people[0]) == ["X-SHOE-SIZE:42", "X-ETAGE-PREFERE:troisième"]
    assert fields(reading)[2:] == [("Shoe size", "other"), ("Étage préféré", "other")]


def test_unknown_headers_are_told_by_their_cells() -> None:
    reading = read("Qui,Où écrire,Où appeler\nAnn Bee,a@b.cd,06 12 34 56 78\nCy Dee,c@d.ef,\n")
    assert [field for _, field in fields(reading)] == ["name", "email", "phone"]
    assert [each.name for each in reading.people] == ["Ann Bee", "Cy Dee"]


def test_no_header_at_all() -> None:
    reading = read("Ann,Bee,a@b.cd,+33 6 12 34 56 78\nCy,Dee,c@d.ef,+33 6 87 65 43 21\n")
    assert [each.name for each in reading.people] == ["Ann Bee", "Cy Dee"]
    assert fields(reading) == [
        ("column 1", "first"),
        ("column 2", "last"),
        ("column 3", "email"),
        ("column 4", "phone"),
    ]


def test_cells_beyond_the_header_count_where_most_rows_have_them() -> None:
    person = one("id,first_name,last_name\n0,Bono,Hewson,,,1960-05-10,,bono@b.cd\n")
    assert (person.name, person.emails) == ("Bono Hewson", ("bono@b.cd",))
    assert "X-COLUMN-6:1960-05-10" in carried(person)


def test_one_row_with_more_cells_than_the_others_is_told() -> None:
    reading = read("Name,Email\nAnn,a@b.cd\nBo,b@b.cd\nCy,c@b.cd,x\nDee,d@b.cd\n")
    assert len(reading.people) == 3
    assert told(reading) == [(4, "import.too_many_cells")]


def test_what_is_chosen_for_a_column_counts() -> None:
    text = "Name,Email,Wohin,Geheim,Mobile\nAnn,a@b.cd,Lyon,x,06 12 34 56 78\n"
    chosen = {"Wohin": "city", "Geheim": "", "Mobile": "phone"}
    reading = read(text, columns=chosen)
    (person,) = reading.people
    assert person.cities == (City(name="Lyon"),)
    assert carried(person) == ["TEL;TYPE=cell:06 12 34 56 78"]
    assert fields(reading)[2:] == [("Wohin", "city"), ("Geheim", ""), ("Mobile", "phone")]


def test_columns_without_a_name_are_chosen_by_their_place() -> None:
    text = "Ann,a@b.cd,Lyon\nCy,c@d.ef,Paris\n"
    reading = read(text, columns={"column 3": "city"})
    assert [each.cities[0].name for each in reading.people] == ["Lyon", "Paris"]


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_chosen_and_loses_nothing(target: str) -> None:
    reading = read("Name,Email,Zzz\nAnn,a@b.cd,2020-05-06\n", columns={"Zzz": target})
    (person,) = reading.people
    assert "2020-05-06" in repr(person) or str(person.met) == "2020-05-06"
    assert fields(reading)[2] == ("Zzz", target)


def test_a_target_that_is_none_is_kept_with_the_card() -> None:
    reading = read("Name,Email,Zzz\nAnn,a@b.cd,x\n", columns={"Zzz": "nonsense"})
    assert carried(reading.people[0]) == ["X-ZZZ:x"]


def test_two_columns_of_one_name_can_be_told_apart() -> None:
    reading = read("Email,Name,Email\na@b.cd,Ann,c@d.ef\n", columns={"Email (2)": "note"})
    assert (reading.people[0].emails, reading.people[0].notes) == (("a@b.cd",), "c@d.ef")


def test_samples_are_the_first_filled_cells_made_harmless() -> None:
    text = "Name,Email,City\nAnn,a@b.cd,\nBo,b@b.cd,\x1b[2JLyon\nCy,c@b.cd,Paris\n"
    sketch = read(text).sketch
    assert sketch is not None
    assert sketch.columns[2].samples == ("[2JLyon", "Paris")
    assert (sketch.rows, sketch.charset, sketch.sure) == (3, "utf-8", True)


def test_cells_that_look_like_formulas_stay_text() -> None:
    person = one('Name,Email,Notes\nAnn,a@b.cd,"=HYPERLINK(""x"")"\n')
    assert person.notes == '=HYPERLINK("x")'
    guarded = one('Name,Email,Notes,Phone\nAnn,a@b.cd,\'=1+1,"=""0612345678"""\n')
    assert (guarded.notes, guarded.phones) == ("=1+1", ("0612345678",))


def test_the_mark_that_excel_writes_in_front_names_the_delimiter() -> None:
    assert one("sep=;\r\nName;Email\r\nAnn;a@b.cd\r\n").emails == ("a@b.cd",)
    assert [each.name for each in read("sep=|\r\nAnn|a@b.cd\r\nBo|b@b.cd").people] == ["Ann", "Bo"]


def test_every_target_has_its_words() -> None:
    for language in LANGUAGES:
        words = [Words(language).say(id) for id in WORDS.values()]
        assert len(set(words)) == len(words)


def test_what_concerns_the_whole_table_is_told_beyond_the_first_hundred_rows() -> None:
    good = "".join(f"Bo{n},b{n}@b.cd,03/04/1985\n" for n in range(60))
    bad = "".join(f"Ann{n},a{n}@b.cd,,x\n" for n in range(150))
    reading = read(f"Name,Email,Birthday\n{good}{bad}")
    assert told(reading)[0] == (2, "csv.day_first")
    assert told(reading)[-1] == (162, "import.more_set_aside")
