from __future__ import annotations

from datetime import date

import pytest

from store.formats.incoming import Reading
from store.formats.vcard.reader import looks_like_vcard, read_vcards
from store.records.person import City, Person, Property


def _reading(*cards: str, version: str = "3.0") -> Reading:
    text = "".join(f"BEGIN:VCARD\nVERSION:{version}\n{card}\nEND:VCARD\n" for card in cards)
    return read_vcards(text.encode(), "book.vcf")


def _person(card: str, version: str = "3.0") -> Person:
    reading = _reading(card, version=version)
    assert [each.why.id for each in reading.refused] == []
    return reading.people[0]


def _kept(person: Person) -> list[str]:
    """What is carried verbatim, as it was written, but for the version."""
    return [
        f"{each.group + '.' if each.group else ''}{each.name}"
        f"{';' + each.params if each.params else ''}:{each.value}"
        for each in person.properties
        if each.name != "VERSION"
    ]


def test_a_plain_card_ends_wholly_in_fields() -> None:
    person = _person(
        "UID:abc\nFN:Ada Lovelace\nNICKNAME:Bo,Bill\nEMAIL:ada@example.org\nTEL:+33 (0)6 12\n"
        "URL:https://example.org/a,b\nORG:Acme\\, Inc.\nTITLE:Engineer\nBDAY:18151210\n"
        "NOTE:One\\, two\\nthree\nCATEGORIES:maths,poetry\\, odes\nLANG:en\nHOBBY:chess\n"
        "INTEREST:flight\nEXPERTISE:looms"
    )
    assert person == Person(
        id="",
        name="Ada Lovelace",
        nicknames=("Bo", "Bill"),
        emails=("ada@example.org",),
        phones=("+33 (0)6 12",),
        links=("https://example.org/a,b",),
        org="Acme, Inc.",
        title="Engineer",
        birthday="1815-12-10",
        notes="One, two\nthree",
        tags=("maths", "poetry, odes"),
        languages=("en",),
        passions=("chess", "flight"),
        fields=("looms",),
        sources=("uid:abc",),
        properties=(
            Property(name="VERSION", value="4.0"),
            Property(name="INTEREST", value="flight"),
        ),
    )


def test_what_a_field_cannot_hold_is_carried_in_order() -> None:
    lines = [
        ("TITLE:First", "TITLE:First"),
        ("n:Doe;Ada;;Dr.;", "n:Doe;Ada;;Dr.;"),
        ("item1.EMAIL;type=INTERNET;type=pref:a@b.org", "item1.EMAIL;TYPE=internet;PREF=1:a@b.org"),
        ("item1.X-ABLabel:_$!<Work>!$_", "item1.X-ABLabel:_$!<Work>!$_"),
        ("TEL;CELL:1", "TEL;TYPE=cell:1"),
        ("ORG:Acme;Research", "ORG:Acme;Research"),
        ("TITLE:Second", "TITLE:Second"),
        ("ROLE:Lead", "ROLE:Lead"),
        ("monkey.ADR;TYPE=HOME:;;1 Road\\, x;Town", "monkey.ADR;TYPE=home:;;1 Road\\, x;Town"),
        ("RELATED;TYPE=friend:urn:uuid:1", "RELATED;TYPE=friend:urn:uuid:1"),
        ("X-GOOGLE TALK:ada", "X-GOOGLE TALK:ada"),
        ("ANNIVERSARY:2009-08-08", "ANNIVERSARY:20090808"),
        ("BDAY:1980-01-02T10:00:00Z", "BDAY:19800102T100000Z"),
        ("X-EMPTY:", "X-EMPTY:"),
        ("REV:20200101T000000Z", "REV:20200101T000000Z"),
    ]
    written, carried = zip(*lines, strict=True)
    person = _person("\n".join(["FN:Ada Doe", *written]))
    assert _kept(person) == list(carried)
    assert (person.org, person.title, person.birthday) == ("Acme", "First", "1980-01-02")
    assert (person.emails, person.phones) == (("a@b.org",), ("1",))


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ("N:Doe;Ada;King;Dr.;PhD\nFN:\nNICKNAME:Al", "Ada King Doe"),
        ("N:Doe", "Doe"),
        ("N:Doe;Ada", "Ada Doe"),
        ("N:Doe;Ada;;;;extra", "Ada Doe"),
        ("N:山田;太郎", "山田 太郎"),
        ("N:;;;;\nNICKNAME:Al,Bo\nORG:Acme", "Al"),
        ("ORG:Acme;Dept\nEMAIL:a@b", "Acme"),
        ("EMAIL:a@b\nTEL:1", "a@b"),
        ("TEL:1", "1"),
        ("URL:http://x", "http://x"),
        ("FN: \nN:;;;;\nNOTE:x", "x"),
        ("X-FOO:a;b\nTITLE:Lead", "Lead"),
        ("ADR:;;1 Road;Town;;;", "1 Road Town"),
        ("FN:\x1b\x07\nEMAIL:a@b", "a@b"),
    ],
)
def test_a_card_without_a_full_name_is_named_by_what_it_has(card: str, name: str) -> None:
    assert _person(card).name == name


@pytest.mark.parametrize("card", ["FN:\x1b\x07\u202e", "", "UID:1\nREV:2020", "FN: \nN:;;;;"])
def test_a_card_that_names_nobody_is_refused(card: str) -> None:
    reading = _reading(card, "FN:Ada")
    assert [person.name for person in reading.people] == ["Ada"]
    assert [(each.line, each.why.id) for each in reading.refused] == [(1, "vcard.nameless")]


def test_text_of_the_old_version_is_not_cut_at_commas() -> None:
    person = _person("FN:Doe, John\nNOTE:hello, world; C:\\new\nORG:Company, The;Dept", "2.1")
    assert (person.name, person.org) == ("Doe, John", "Company, The")
    assert person.notes == "hello, world; C:\\new"


def test_an_encoded_name_and_address_are_read() -> None:
    person = _person(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=BCrr;=C3=89va;;;\n"
        "ADR;HOME;ENCODING=BASE64;CHARSET=UTF-8:Ozs7TcO2w59saXR6Ozs7",
        "2.1",
    )
    assert (person.name, person.cities) == ("Éva Dürr", (City(name="Mößlitz"),))


def test_the_home_town_comes_first_and_each_town_once() -> None:
    person = _person(
        'FN:A\nADR;TYPE=WORK:;;x;Lyon;;;\nADR;TYPE="home,pref":;;x;Nice;;;\nADR;HOME:;;;Lyon;;;\n'
        "ADR:;Szczecin\nADR:;;;Köln"
    )
    assert [city.name for city in person.cities] == ["Nice", "Lyon", "Köln"]


@pytest.mark.parametrize(
    ("card", "birthday", "kept"),
    [
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03", "--02-03", False),
        ("BDAY;VALUE=date:1985-04-12", "1985-04-12", False),
        ("BDAY;VALUE=text:circa 1800", "", True),
        ("BDAY:---03", "", True),
        ("BDAY:19723101", "", True),
        ("BDAY:", "", False),
    ],
)
def test_a_birthday_that_is_no_date_is_carried(card: str, birthday: str, kept: bool) -> None:
    person = _person("FN:A\n" + card)
    assert person.birthday == birthday
    assert _kept(person) == ([card] if kept else [])


def test_a_day_of_death_makes_a_person_deceased() -> None:
    person = _person("FN:A\nDEATHDATE:19960415")
    assert (person.status, person.deceased_on) == ("deceased", date(1996, 4, 15))
    assert _kept(person) == []
    vague = _person("FN:A\nDEATHDATE;VALUE=text:circa 1800")
    assert (vague.status, vague.deceased_on) == ("deceased", None)
    assert _kept(vague) == ["DEATHDATE;VALUE=text:circa 1800"]
    assert _person("FN:A\nDEATHDATE:").status == "active"


def test_addresses_in_uri_form_lose_their_scheme_in_the_field_only() -> None:
    person = _person("FN:A\nEMAIL:mailto:a@b\nTEL;VALUE=uri:tel:+1-418;ext=102\nTEL:p12w9")
    assert (person.emails, person.phones) == (("a@b",), ("+1-418;ext=102", "p12w9"))
    assert _kept(person) == ["TEL;VALUE=uri:tel:+1-418;ext=102"]


def test_a_social_profile_is_a_link_where_it_is_one() -> None:
    lines = [
        "X-SOCIALPROFILE;TYPE=linkedin:http://www.linkedin.com/in/ada",
        "X-SOCIALPROFILE;TYPE=skype:x-apple:ada",
    ]
    person = _person("\n".join(["FN:A", *lines]))
    assert person.links == ("http://www.linkedin.com/in/ada",)
    assert _kept(person) == lines


def test_several_notes_all_stay_and_how_they_were_cut() -> None:
    person = _person("FN:A\nNOTE:one\nNOTE:two\nNOTE:one")
    assert person.notes == "one\n\ntwo"
    assert _kept(person) == ["NOTE:one", "NOTE:two"]


def test_the_group_of_everybody_is_no_tag() -> None:
    person = _person("FN:A\nCATEGORIES:myContacts,choir")
    assert person.tags == ("choir",)
    assert _kept(person) == ["CATEGORIES:myContacts,choir"]


def test_what_a_terminal_obeys_is_cleaned_in_fields_and_in_properties() -> None:
    person = _person("FN:A\x1b[2J\u202eB\nNOTE:x\x9by\\nz\nX-FOO:\x1b]0;t\x07")
    assert (person.name, person.notes) == ("A[2JB", "xy\nz")
    assert _kept(person) == ["FN:A[2J\u202eB", "NOTE:xy\\nz", "X-FOO:]0;t"]


def test_a_value_that_cannot_be_decoded_is_carried() -> None:
    person = _person("FN:A\nNOTE;ENCODING=b:QUJ")
    assert person.notes == ""
    assert _kept(person) == ["NOTE;ENCODING=b:QUJ"]


def test_a_card_without_uid_has_a_key_that_its_content_makes() -> None:
    first = _person("FN:Ada\nTEL;HOME:1\nREV:2020")
    again = _person("TEL;home:1\nREV:2024\nPRODID:x\nFN:Ada")
    other = _person("FN:Ada\nTEL;HOME:2")
    assert first.sources == again.sources
    assert first.sources != other.sources
    prefix, _, digits = first.sources[0].partition(":")
    assert (prefix, len(digits)) == ("vcard", 24)


def test_the_same_card_twice_is_one_person() -> None:
    assert len(_reading("UID:1\nFN:A", "UID:1\nFN:A").people) == 1
    assert len(_reading("FN:A", "FN:A").people) == 1


def test_two_cards_under_one_uid_are_both_kept() -> None:
    reading = _reading("UID:1\nFN:A", "UID:1\nFN:B", "UID:1\nFN:B", "UID:1\nFN:C")
    keys = [person.sources[0] for person in reading.people]
    assert [person.name for person in reading.people] == ["A", "B", "C"]
    assert keys[0] == "uid:1"
    assert len(set(keys)) == 3
    assert all(key.startswith("uid:1#") for key in keys[1:])
    assert _kept(reading.people[1]) == ["UID:1"]


def test_reading_again_gives_the_same_people() -> None:
    cards = ("FN:A\nTEL:1", "UID:2\nFN:B", "UID:2\nFN:C")
    assert _reading(*cards) == _reading(*cards)


def test_a_file_without_a_card_says_so() -> None:
    for data in (b"", b"\xef\xbb\xbf", b"\n\n"):
        reading = read_vcards(data, "x.vcf")
        assert [(each.line, each.why.id) for each in reading.refused] == [(0, "vcard.no_card")]
    assert [each.why.id for each in read_vcards(b"BEGIN:VCAR\nFN:x", "x").refused] == [
        "vcard.outside"
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_a_card_is_known_by_its_beginning(codec: str, end: str) -> None:
    head = f"{end}begin:vcard {end}VERSION:3.0{end}FN:x".encode(codec)
    assert looks_like_vcard(head)


def test_other_files_are_not_taken_for_cards() -> None:
    for head in (b"", b"Name,Mail\nBEGIN:VCARD x\n", b"BEGIN:VCALENDAR\n", b"\0\1\2" * 50):
        assert not looks_like_vcard(head)
