"""What the user has changed since wins over the form in which a card came."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from written_cards import VCARD3, cards_text, lines_of

from store.formats.vcard.reader import read_vcards
from store.records.person import Anniversary, City, Person

CARD = """FN:Ada Lovelace
N:Lovelace;Ada;King;Lady;
item1.EMAIL;TYPE=work:ada@work.org
item1.X-ABLabel:Office
EMAIL;TYPE=home:ada@home.org
TEL;TYPE=cell:+33 6 12 00
ORG:Acme;Research
ORG:Second
TITLE;LANGUAGE=fr:Ingénieure
ADR;TYPE=home:;;1 Road;Lyon;69003;;France
ADR;TYPE=work:;;2 Road;Nice;;;
NICKNAME;TYPE=work:Bo,Al
CATEGORIES:myContacts,chess,poetry
BDAY:1815-12-10T10:00:00
X-ANNIVERSARY:1835-07-08
NOTE;LANGUAGE=en:First
NOTE:Second"""


def _person(card: str = CARD) -> Person:
    text = f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n"
    return read_vcards(text.encode(), "x.vcf").people[0]


def _out(**changes: object) -> list[str]:
    return lines_of(cards_text([msgspec.structs.replace(_person(), **changes)]))


def _of(lines: list[str], *names: str) -> list[str]:
    return [
        line
        for line in lines
        if line.partition(":")[0].partition(";")[0].rpartition(".")[2] in names
    ]


def test_what_was_not_changed_goes_out_as_it_came() -> None:
    out = _out()
    assert _of(out, "N", "EMAIL", "ORG", "TITLE") == [
        "N:Lovelace;Ada;King;Lady;",
        "item1.EMAIL;TYPE=work:ada@work.org",
        "EMAIL;TYPE=home:ada@home.org",
        "ORG:Acme;Research",
        "ORG:Second",
        "TITLE;LANGUAGE=fr:Ingénieure",
    ]


def test_a_removed_address_does_not_come_back_nor_does_its_label() -> None:
    out = _out(emails=("ada@home.org", "new@x.org"))
    assert _of(out, "EMAIL") == ["EMAIL;TYPE=home:ada@home.org", "EMAIL:new@x.org"]
    assert _of(out, "X-ABLabel") == []


def test_the_order_of_the_field_is_the_order_of_the_card() -> None:
    out = _out(emails=("ada@home.org", "ada@work.org"))
    assert _of(out, "EMAIL") == [
        "EMAIL;TYPE=home:ada@home.org",
        "item1.EMAIL;TYPE=work:ada@work.org",
    ]


def test_a_number_written_in_another_way_keeps_its_type() -> None:
    assert _of(_out(phones=("+336 1200",)), "TEL") == ["TEL;TYPE=cell:+336 1200"]
    assert _of(_out(phones=()), "TEL") == []


def test_another_name_has_its_own_components() -> None:
    assert _of(_out(name="Ada Byron"), "FN", "N") == ["FN:Ada Byron", "N:Byron;Ada;;;"]


def test_a_name_that_its_components_do_not_tell_keeps_them_while_it_stays() -> None:
    person = _person("FN:Bob Smith\nN:Smith;Robert;;;")
    assert "N:Smith;Robert;;;" in lines_of(cards_text([person]))
    renamed = msgspec.structs.replace(person, name="Bob Jones")
    assert _of(lines_of(cards_text([renamed])), "FN", "N") == ["FN:Bob Jones", "N:Jones;Bob;;;"]


def test_another_employer_drops_the_department_and_keeps_the_second() -> None:
    assert _of(_out(org="Beta"), "ORG") == ["ORG:Beta", "ORG:Second"]
    assert _of(_out(org=""), "ORG") == ["ORG:Second"]
    assert _of(_out(org="Second"), "ORG") == ["ORG:Second"]


def test_a_city_that_is_left_takes_its_address_along() -> None:
    assert _of(_out(cities=(City(name="Nice"),)), "ADR") == ["ADR;TYPE=work:;;2 Road;Nice;;;"]
    out = _out(cities=(City(name="Nice"), City(name="Paris")))
    assert _of(out, "ADR") == ["ADR;TYPE=work:;;2 Road;Nice;;;", "ADR:;;;Paris;;;"]


def test_one_value_taken_out_of_a_list() -> None:
    assert _of(_out(nicknames=("Al",)), "NICKNAME") == ["NICKNAME;TYPE=work:Al"]
    assert _of(_out(tags=("chess",)), "CATEGORIES") == ["CATEGORIES:myContacts,chess"]


def test_another_birthday_and_other_days() -> None:
    assert _of(_out(birthday="1816-01-01"), "BDAY") == ["BDAY:18160101"]
    assert _of(_out(birthday=""), "BDAY") == []
    assert _of(_out(dates=()), "X-ANNIVERSARY") == []
    out = _out(dates=(Anniversary(name="Wedding", on="--07-08"),))
    assert _of(out, "X-ANNIVERSARY", "X-ABDATE", "X-ABLabel") == [
        "arrosoir1.X-ABDATE:--0708",
        "arrosoir1.X-ABLabel:Wedding",
        "item1.X-ABLabel:Office",
    ]


def test_a_note_that_was_added_to() -> None:
    out = _out(notes="Before\n\nFirst\n\nSecond, and more")
    assert _of(out, "NOTE") == ["NOTE:Before", "NOTE;LANGUAGE=en:First", "NOTE:Second\\, and more"]


def test_a_person_who_came_back_to_life_has_no_day_of_death() -> None:
    person = _person("FN:A\nDEATHDATE;VALUE=text:circa 1800")
    alive = msgspec.structs.replace(person, status="active")
    assert _of(lines_of(cards_text([alive])), "DEATHDATE", "X-ARROSOIR-STATUS") == []
    dated = msgspec.structs.replace(person, deceased_on=date(1801, 2, 3))
    assert _of(lines_of(cards_text([dated])), "DEATHDATE") == ["DEATHDATE:18010203"]
    assert _of(lines_of(cards_text([dated], VCARD3)), "X-DEATHDATE") == ["X-DEATHDATE:1801-02-03"]


@pytest.mark.parametrize("private", [True, False])
def test_private_notes_go_out_only_where_they_are_asked_for(private: bool) -> None:
    person = Person(id="P1", name="Ada", private_notes="hush")
    assert ("hush" in cards_text([person], private=private)) is private


def test_hostile_text_makes_no_line_of_its_own() -> None:
    person = _person('FN:A\\nX-EVIL:1\nX-FOO;A="b^nX-EVIL:2":c')
    hostile = msgspec.structs.replace(person, org="x\r\nX-EVIL:3", tags=("a\nX-EVIL:4",))
    lines = lines_of(cards_text([hostile]))
    assert not any(line.startswith("X-EVIL") for line in lines)


def test_when_a_card_was_changed_is_kept_and_does_not_go_out() -> None:
    person = _person("FN:Ana Ek\nUID:1\nREV:20240101T000000Z")
    assert [each.value for each in person.properties if each.name == "REV"] == ["20240101T000000Z"]
    assert not [line for line in lines_of(cards_text([person])) if line.startswith("REV")]
