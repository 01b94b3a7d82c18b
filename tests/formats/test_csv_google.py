"""Google's exports, old and new, with all their columns."""

from __future__ import annotations

from csv_tables import carried, one, read, table, told

from store.formats.csv.reader import looks_like_csv
from store.records.person import Anniversary

NAMES = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,"
    "Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,"
    "Priority,Subject,Notes,Language,Photo,Group Membership"
)
NEW_NAMES = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,"
    "Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels"
)


def numbered(what: str, n: int, *parts: str) -> list[str]:
    return [f"{what} {n} - {part}" for part in parts]


ADDRESS = (
    *("Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country"),
    "Extended Address",
)
POST = ("Name", "Yomi Name", "Title", "Department", "Symbol", "Location", "Job Description")

OLD = [
    *NAMES.split(","),
    *(each for n in (1, 2, 11) for each in numbered("E-mail", n, "Type", "Value")),
    *numbered("IM", 1, "Type", "Service", "Value"),
    *(each for n in (1, 2) for each in numbered("Phone", n, "Type", "Value")),
    *(each for n in (1, 2) for each in numbered("Address", n, "Type", *ADDRESS)),
    *(each for n in (1, 2) for each in numbered("Organization", n, "Type", *POST)),
    *(each for n in (1, 2) for each in numbered("Relation", n, "Type", "Value")),
    *numbered("External ID", 1, "Type", "Value"),
    *numbered("Website", 1, "Type", "Value"),
    *(each for n in (1, 2) for each in numbered("Event", n, "Type", "Value")),
    *numbered("Custom Field", 1, "Type", "Value"),
]

NEW = [
    *NEW_NAMES.split(","),
    *(each for n in (1, 2) for each in numbered("E-mail", n, "Label", "Value")),
    *numbered("Phone", 1, "Label", "Value"),
    *numbered("Address", 1, "Label", *ADDRESS),
    *numbered("Relation", 1, "Label", "Value"),
    *numbered("Website", 1, "Label", "Value"),
    *numbered("Event", 1, "Label", "Value"),
    *numbered("Custom Field", 1, "Label", "Value"),
]


def test_every_column_of_the_old_export_is_kept() -> None:
    row = {header: f"of {header}" for header in OLD}
    row |= {"Birthday": "1985-04-12", "Event 1 - Value": "2015-06-20", "Event 2 - Value": "2016"}
    row |= {"Photo": "https://a.bc/p.jpg", "E-mail 1 - Value": "a@b.cd"}
    row |= {"E-mail 2 - Value": "e@b.cd", "E-mail 11 - Value": "k@b.cd"}
    person = one(table(OLD, row))
    said = repr(person)
    lost = [cell for cell in row.values() if cell not in said and cell.upper() not in said]
    # A label that is a custom field's own becomes the property's name.
    assert lost == ["of Custom Field 1 - Type"]
    assert "X-OF-CUSTOM-FIELD-1-TYPE:of Custom Field 1 - Value" in carried(person)


def test_every_column_of_the_new_export_is_kept() -> None:
    row = {header: f"of {header}" for header in NEW}
    row |= {"Birthday": "1985-04-12", "Event 1 - Value": "2015-06-20", "Photo": "https://a.bc/p"}
    row |= {"E-mail 1 - Value": "a@b.cd", "E-mail 2 - Value": "e@b.cd"}
    person = one(table(NEW, row))
    said = repr(person)
    lost = [cell for cell in row.values() if cell not in said]
    assert lost == ["of Custom Field 1 - Label"]
    assert "X-OF-CUSTOM-FIELD-1-LABEL:of Custom Field 1 - Value" in carried(person)


def test_labels_become_types_and_own_words_a_label_of_their_group() -> None:
    person = one(
        table(
            OLD,
            {
                "Name": "Ann Bee",
                "E-mail 1 - Type": "* Work",
                "E-mail 1 - Value": "ann@b.cd",
                "E-mail 2 - Type": "Choir",
                "E-mail 2 - Value": "choir@b.cd",
                "Phone 1 - Type": "Home Fax",
                "Phone 1 - Value": "04 78 00 00 00",
            },
        )
    )
    assert person.emails == ("ann@b.cd", "choir@b.cd")
    assert carried(person) == [
        "EMAIL;TYPE=work;PREF=1:ann@b.cd",
        "item1.EMAIL:choir@b.cd",
        "item1.X-ABLabel:Choir",
        "TEL;TYPE=home,fax:04 78 00 00 00",
    ]


def test_several_values_of_one_cell_come_each_by_itself() -> None:
    person = one(
        table(
            NEW,
            {
                "First Name": "Ann",
                "E-mail 1 - Label": "* Home",
                "E-mail 1 - Value": "a@b.cd ::: c@d.ef",
                "Phone 1 - Label": "Mobile",
                "Phone 1 - Value": "+33 6 12 34 56 78 ::: +33 6 87 65 43 21",
            },
        )
    )
    assert person.emails == ("a@b.cd", "c@d.ef")
    assert person.phones == ("+33 6 12 34 56 78", "+33 6 87 65 43 21")
    assert carried(person).count("EMAIL;TYPE=home;PREF=1:c@d.ef") == 1


def test_groups_of_the_program_are_no_tags() -> None:
    cells = {"First Name": "Ann", "Labels": "* myContacts ::: Chœur ::: * friends"}
    assert one(table(NEW, cells)).tags == ("Chœur", "friends")


def test_a_birthday_without_a_year_has_none() -> None:
    for written in (" --03-14", "--03-14", "0000-03-14"):
        assert one(table(NEW, {"First Name": "Ann", "Birthday": written})).birthday == "--03-14"


def test_an_address_gives_its_city_and_is_carried_whole() -> None:
    person = one(
        table(
            OLD,
            {
                "Name": "Ann Bee",
                "Address 1 - Type": "Home",
                "Address 1 - Formatted": "2, rue de la Paix\n69001 Lyon\nFrance",
                "Address 1 - Street": "2, rue de la Paix",
                "Address 1 - City": "Lyon",
                "Address 1 - Postal Code": "69001",
                "Address 1 - Country": "France",
                "Address 2 - Type": "Work",
                "Address 2 - Formatted": "Tour Part-Dieu\nLyon",
            },
        )
    )
    assert [city.name for city in person.cities] == ["Lyon"]
    assert carried(person) == [
        "ADR;TYPE=home:;;2\\, rue de la Paix;Lyon;;69001;France",
        "ADR;TYPE=work:;;Tour Part-Dieu\\nLyon;;;;",
    ]


def test_what_only_the_whole_address_says_is_its_label() -> None:
    cells = {
        "Name": "Ann",
        "Address 1 - Formatted": 'chez "Bo"\nLyon',
        "Address 1 - City": "Lyon",
        "Address 1 - Country": "France",
    }
    assert carried(one(table(OLD, cells))) == ["ADR;LABEL=\"chez ^'Bo^'^nLyon\":;;;Lyon;;;France"]


def test_a_second_post_is_carried_beside_the_first() -> None:
    cells = {
        "Name": "Ann",
        "Organization 1 - Name": "Aubier",
        "Organization 1 - Title": "Head",
        "Organization 1 - Department": "Wood",
        "Organization 2 - Name": "Cadmium",
        "Organization 2 - Title": "Board",
    }
    person = one(table(OLD, cells))
    assert (person.org, person.title) == ("Aubier", "Head")
    said = carried(person)
    assert said[0] == "ORG:Aubier;Wood"
    assert any(each.endswith("ORG:Cadmium") for each in said)
    assert any(each.endswith("TITLE:Board") for each in said)


def test_events_come_round_each_year_and_relations_are_ties() -> None:
    cells = {
        "Name": "Ann Bee",
        "Event 1 - Type": "Wedding",
        "Event 1 - Value": "2015-06-20",
        "Relation 1 - Type": "Spouse",
        "Relation 1 - Value": "Cy Dee",
        "Relation 2 - Type": "Referred by",
        "Relation 2 - Value": "Eve Fox",
    }
    reading = read(table(OLD, cells))
    (person,) = reading.people
    assert person.dates == (Anniversary(name="Wedding", on="2015-06-20"),)
    assert "RELATED;TYPE=spouse;VALUE=text:Cy Dee" in carried(person)
    ties = [(tie.one.source, tie.other.name, tie.how) for tie in reading.ties]
    key = person.sources[0]
    assert ties == [(key, "Cy Dee", ""), (key, "Eve Fox", "through")]


def test_the_program_is_told_by_its_columns_even_without_a_row() -> None:
    assert looks_like_csv(table(OLD).encode(), "x")
    assert looks_like_csv(table(NEW).encode("utf-16"), "x")
    assert read(table(NEW)).people == ()
    assert told(read(table(NEW))) == []


def test_a_row_without_anything_to_know_somebody_by_is_told() -> None:
    assert told(read(table(NEW, {"Birthday": "1985-04-12"}))) == [(2, "import.no_name")]
