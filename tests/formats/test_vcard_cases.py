"""What cards of other programs do that no standard says, one test a kind (each seen in a file)."""

from __future__ import annotations

import base64

import pytest
from written_cards import VCARD3, again, cards_text, lines_of

from store.formats.vcard.reader import read_vcards
from store.records.person import Person


def _read(card: str | bytes, version: str = "3.0") -> Person:
    body = card.encode() if isinstance(card, str) else card
    head = f"BEGIN:VCARD\nVERSION:{version}\n".encode()
    reading = read_vcards(head + body + b"\nEND:VCARD\n", "x.vcf")
    assert reading.refused == ()
    return reading.people[0]


def _out(person: Person) -> list[str]:
    return lines_of(cards_text([person]))


@pytest.mark.parametrize("version", ["2.1", "3.0"])
def test_commas_and_semicolons_that_nobody_escaped_are_text(version: str) -> None:
    person = _read("FN:Doe, Jane\nNOTE:one, two; three\nTITLE:Head, of all\nTEL:1,,2;3", version)
    assert (person.name, person.notes) == ("Doe, Jane", "one, two; three")
    assert (person.title, person.phones) == ("Head, of all", ("1,,2;3",))
    assert again([person]).people[0].notes == person.notes


def test_quoted_printable_wherever_it_stands() -> None:
    person = _read(
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:D=C3=BCrr;=C3=89va\n"
        "NOTE;QUOTED-PRINTABLE:soft=\n break=0D=0Aand a line\n"
        "X-FOO;ENCODING=QUOTED-PRINTABLE:a=3Bb=5C;c",
        "2.1",
    )
    assert (person.name, person.notes) == ("Éva Dürr", "soft break\nand a line")
    assert "X-FOO:a;b\\;c" in _out(person)


def test_base64_in_a_name_and_an_address() -> None:
    name = base64.b64encode("Dürr;Éva;;;".encode()).decode()
    address = base64.b64encode("Ö;;;Lyon;;;".encode()).decode()
    person = _read(f"N;ENCODING=B:{name}\nADR;TYPE=HOME;ENCODING=B:{address}")
    assert (person.name, person.cities[0].name) == ("Éva Dürr", "Lyon")
    assert "ADR;TYPE=home:Ö;;;Lyon;;;" in _out(person)


def test_each_property_has_its_own_charset() -> None:
    person = _read(
        b"FN;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1\n"
        b"NICKNAME;CHARSET=windows-1251:\xc2\xe8\n"
        b"ROLE;CHARSET=windows-1253;ENCODING=QUOTED-PRINTABLE:=E1\n"
        b"TITLE;CHARSET=BLABLA:caf\xe9\nORG;CHARSET=UTF-8:\xc3\xa9\n"
        b"NOTE;CHARSET=windows-1255;ENCODING=QUOTED-PRINTABLE:=E0",
        "2.1",
    )
    assert (person.name, person.nicknames) == ("安藤", ("Ви",))
    assert (person.title, person.org, person.notes) == ("café", "é", "א")
    assert "ROLE:α" in _out(person)


PICTURE = base64.b64encode(b"\xff\xd8\xff" + bytes(range(120))).decode()
ROWS = [PICTURE[start : start + 60] for start in range(0, len(PICTURE), 60)]


@pytest.mark.parametrize(
    "folded",
    [
        "\n " + "\n ".join(ROWS) + "\n",
        "\n".join(ROWS),
        "\n  " + "\n  ".join(ROWS) + "\n\n",
        "\n\t".join(ROWS),
    ],
)
@pytest.mark.parametrize("head", ["ENCODING=BASE64;TYPE=JPEG", "JPEG;BASE64", "ENCODING=b"])
def test_base64_however_it_is_folded(folded: str, head: str) -> None:
    out = _out(_read(f"FN:A\nPHOTO;{head}:{folded}\nTEL:1", "2.1"))
    assert f"PHOTO:data:image/jpeg;base64,{PICTURE}" in out
    assert "TEL:1" in out


def test_base64_without_its_padding_gets_it() -> None:
    assert "PHOTO:data:image/jpeg;base64,/9j/4A==" in _out(_read("FN:A\nPHOTO;BASE64:/9j/4A"))


def test_base64_that_is_none_is_carried_as_it_is() -> None:
    assert "PHOTO;TYPE=jpeg;ENCODING=b:ab:cd" in _out(_read("FN:A\nPHOTO;JPEG;BASE64:ab:cd"))


def test_a_fold_in_the_middle_of_a_character() -> None:
    assert _read(b"FN:\xc3\n \xa9va").name == "éva"


def test_labels_of_groups_stay_with_what_they_label() -> None:
    card = (
        "FN:A\nitem1.TEL:1\nitem1.X-ABLabel:_$!<Work>!$_\nmonkey.ADR:;;;Lyon;;;\nmonkey.X-ABLabel:B"
    )
    out = _out(_read(card))
    for line in card.split("\n")[1:]:
        assert line in out


@pytest.mark.parametrize(
    "card",
    [
        "BEGIN:VCARD\nFN:Ada\nEND:VCARD",
        "BEGIN:VCARD \nVERSION:4\nFN:Ada\nEND:VCARD ",
        "begin:vcard\nversion:2.1\nfn:Ada\nend:vcard\n",
        "BEGIN:VCARD\r\r\nFN:Ada\r\r\nEND:VCARD\r\r\n",
        "BEGIN:VCARD\rFN:Ada\nEND:VCARD\r\n",
        "\ufeffBEGIN:VCARD\nFN:Ada\nEND:VCARD",
    ],
)
def test_sloppy_frames(card: str) -> None:
    for codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        people = read_vcards(card.encode(codec), "x.vcf").people
        assert [each.name for each in people] == ["Ada"]


def test_loss_is_of_the_line_or_the_card_and_told() -> None:
    text = (
        "# a comment\nBEGIN:VCARD\nFN:A\nno property here\nEND:VCARD\njunk\n"
        "BEGIN:VCARD\nFN:B\nBEGIN:VCARD\nFN:C\nEND:VCARD\n"
    )
    reading = read_vcards(text.encode(), "book.vcf")
    assert [each.name for each in reading.people] == ["A", "B", "C"]
    assert [(each.file, each.line, each.why.id) for each in reading.refused] == [
        ("book.vcf", 1, "vcard.outside"),
        ("book.vcf", 4, "vcard.bad_line"),
        ("book.vcf", 6, "vcard.outside"),
        ("book.vcf", 7, "vcard.no_end"),
    ]
    assert reading.refused[1].text == "no property here"


def test_a_uid_of_google_is_a_key_like_others() -> None:
    assert _read("FN:A\nUID:default/1a/b").sources == ("uid:default/1a/b",)


@pytest.mark.parametrize(
    ("card", "birthday", "new", "old"),
    [
        ("BDAY:--0203", "--02-03", "BDAY:--0203", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03"),
        ("BDAY:1985-04", "1985-04", "BDAY:1985-04", "BDAY;VALUE=text:1985-04"),
        ("BDAY:1985", "1985", "BDAY:1985", "BDAY;VALUE=text:1985"),
        ("BDAY:---03", "", "BDAY:---03", "BDAY:---03"),
        ("BDAY;VALUE=text:circa 1800", "", "BDAY;VALUE=text:circa 1800", None),
        (
            "BDAY:1980-01-02T10:00:00Z",
            "1980-01-02",
            "BDAY:19800102T100000Z",
            "BDAY:1980-01-02T10:00:00Z",
        ),
        ("BDAY:19723101", "", "BDAY:19723101", None),
        (
            "BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-02-29",
            "--02-29",
            "BDAY:--0229",
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
        ),
        ("BDAY:19780311", "1978-03-11", "BDAY:19780311", "BDAY:1978-03-11"),
        ("BDAY:2001-02-29", "", "BDAY:20010229", "BDAY:2001-02-29"),
    ],
)
def test_birthdays_of_all_kinds(card: str, birthday: str, new: str, old: str | None) -> None:
    person = _read(f"FN:A\n{card}")
    assert person.birthday == birthday
    assert new in _out(person)
    if old is not None:
        assert old in lines_of(cards_text([person], VCARD3))


def test_carets_and_quotes_in_parameters() -> None:
    person = _read(
        'FN:A\nADR;LABEL="1 Road^nTown ^\'x^\' ^^";TYPE=HOME:;;1 Road;Town;;;\nX-FOO;A="b\\"c;d":v',
        "4.0",
    )
    out = _out(person)
    assert "ADR;LABEL=\"1 Road^nTown ^'x^' ^^\";TYPE=home:;;1 Road;Town;;;" in out
    assert 'X-FOO;A="b^\'c;d":v' in out


def test_names_with_blanks_and_slashes() -> None:
    lines = ["X-GOOGLE TALK:ada", "X-messaging/xmpp-All:ada@x", "X-ANDROID-CUSTOM:a/b;c;1;;;"]
    out = _out(_read("FN:A\n" + "\n".join(lines)))
    assert set(lines) <= set(out)


def test_a_picture_of_the_web_stays_an_address() -> None:
    assert "PHOTO:https://x.org/a,b.png" in _out(
        _read("FN:A\nPHOTO;VALUE=URL:https://x.org/a,b.png")
    )


def test_preference_in_either_way_is_one() -> None:
    old = _read("FN:A\nTEL;HOME;PREF:1\nTEL;TYPE=work,pref:2\nTEL;PREF=1;TYPE=cell:3", "2.1")
    assert [each for each in _out(old) if each.startswith("TEL")] == [
        "TEL;TYPE=home;PREF=1:1",
        "TEL;TYPE=work;PREF=1:2",
        "TEL;TYPE=cell;PREF=1:3",
    ]


def test_parameters_of_the_new_version_go_out_again() -> None:
    lines = [
        'N;ALTID=1;LANGUAGE=ja;SORT-AS="あんどう,ろいど":安藤;ロイド;;;',
        "EMAIL;PID=1.1:a@b",
        "TEL;VALUE=uri;PREF=2:tel:+1-418;ext=102",
    ]
    person = _read("FN:安藤ロイド\n" + "\n".join(lines), "4.0")
    out = _out(person)
    assert set(lines) - {lines[0]} <= set(out)
    assert person.phones == ("+1-418;ext=102",)


def test_a_reading_of_a_name_and_social_profiles_go_out_again() -> None:
    lines = [
        "X-PHONETIC-FIRST-NAME:ada",
        "SOUND;TYPE=X-IRMC-N:アンドウ;ロイド;;;",
        "X-SOCIALPROFILE;TYPE=linkedin:https://linkedin.com/in/ada",
        "X-SOCIALPROFILE;TYPE=twitter;X-USER=ada:https://x.com/ada",
    ]
    person = _read("FN:A\n" + "\n".join(lines).replace("TYPE=X-IRMC-N", "X-IRMC-N"), "2.1")
    assert person.links == ("https://linkedin.com/in/ada", "https://x.com/ada")
    assert set(lines) <= set(_out(person))


@pytest.mark.parametrize("card", ["N:Doe;Ada", "N:Doe;Ada;", "N:Doe;Ada;;;;Sixth", "N:Doe;Ada;;;"])
def test_a_name_of_any_number_of_components(card: str) -> None:
    person = _read(card)
    assert person.name == "Ada Doe"
    assert any(line.startswith(card.rstrip(";")) for line in _out(person))


def test_a_number_with_pauses_is_kept_as_written() -> None:
    person = _read("FN:A\nTEL:1234p5678w9")
    assert person.phones == ("1234p5678w9",)
    assert "TEL:1234p5678w9" in _out(person)


def test_what_a_terminal_would_obey_stays_out_of_the_fields() -> None:
    person = _read("FN:A\x1b[2Jb\u202ec\x9b\nORG:[@click=app.quit]x[/]\nNOTE:\x07n")
    assert (person.name, person.notes) == ("A[2Jbc", "n")
    assert person.org == "[@click=app.quit]x[/]"


def test_a_parameter_with_a_damaged_name_is_kept_under_one_that_may_stand() -> None:
    assert "TEL;X-LANGUAGE=de:1" in _out(_read("FN:A\nTEL;,LANGUAGE=de:1"))
