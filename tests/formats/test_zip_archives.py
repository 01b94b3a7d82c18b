"""Any zip of address books: members by what they hold, in memory, whatever they are called."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from store.formats import zip_members
from store.formats.archive import archive_of, looks_like_archive, read_any_archive
from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.registry import FORMATS, all_formats, tell

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:{}@b.cd\r\nEND:VCARD\r\n"
TABLE = "Name,Email,Shoe size\nCy Dee,cy@b.cd,42\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Eve,Fox,https://www.linkedin.com/in/eve,,Acme,CEO,15 Jan 2024\n"
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 10


def card(name: str) -> str:
    return CARD.format(name, name.lower().replace(" ", "."))


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def read(data: bytes, known: Known = Known()) -> Reading:  # noqa: B008 - immutable
    told = tell(data[: 1 << 16], "takeout.zip", FORMATS)
    assert isinstance(told, Format)
    return told.read(data, "takeout.zip", known)


def names(reading: Reading) -> list[str]:
    return [person.name for person in reading.people]


def refusals(reading: Reading) -> list[tuple[str, str]]:
    return [(each.file, each.why.id) for each in reading.refused if each.line == 0]


def test_members_of_any_format_are_read_and_the_others_counted() -> None:
    reading = read(
        packed(
            {
                "Takeout/Contacts/All Contacts.vcf": card("Ann Bee"),
                "Takeout/Contacts/photo.jpg": PNG,
                "Takeout/archive_browser.html": "<html>" * 100,
                "Takeout/Contacts/other.csv": TABLE,
                "Takeout/empty.txt": "",
            }
        )
    )
    assert names(reading) == ["Ann Bee", "Cy Dee"]
    assert refusals(reading) == [("takeout.zip", "import.zip_passed_over")]
    assert reading.refused[0].why.values == {"n": 3}
    assert reading.sketch is not None


def test_what_is_set_aside_names_archive_and_member() -> None:
    broken = card("Ann") + "BEGIN:VCARD\r\nFN:Bo\r\nno property\r\nEND:VCARD\r\n"
    reading = read(packed({"inner/book.vcf": broken}))
    assert [each.file for each in reading.refused] == ["takeout.zip/inner/book.vcf"]


def test_members_that_are_not_packed_do_not_make_the_zip_one_of_them() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
        made.writestr("a.vcf", "\r\n" + card("Ann"))
        made.writestr("b.vcf", "\r\n" + card("Bo"))
        made.writestr("c.eml", "\nFrom: Cy <c@d.ef>\nTo: d@e.fg\nSubject: x\n\nbody\n")
    reading = read(buffer.getvalue())
    assert names(reading) == ["Ann", "Bo"]


def test_cards_in_utf_16_are_told_from_pictures() -> None:
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        assert names(read(packed({"a.vcf": card("Ann Bee").encode(codec)}))) == ["Ann Bee"]


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd.vcf", "/etc/a.vcf", "C:\\Windows\\a.vcf", "a/../../b.vcf"]
)
def test_names_that_lead_out_of_the_archive_lead_nowhere(name: str) -> None:
    reading = read(packed({name: card("Ann") + "BEGIN:VCARD\nEND:VCARD\n"}))
    assert names(reading) == ["Ann"]
    for each in reading.refused:
        assert each.file.startswith("takeout.zip/")
        assert ".." not in each.file
        assert ":" not in each.file.removeprefix("takeout.zip/")


def test_a_name_that_a_terminal_obeys_is_cleaned() -> None:
    reading = read(packed({"\x1b[2J\u202e.vcf": card("Ann") + "BEGIN:VCARD\nEND:VCARD\n"}))
    assert reading.refused
    assert all("\x1b" not in each.file and "\u202e" not in each.file for each in reading.refused)


def test_an_archive_within_is_opened_and_one_within_that_is_not() -> None:
    innermost = packed({"c.vcf": card("Cy")})
    inner = packed({"b.vcf": card("Bo"), "deeper.zip": innermost})
    reading = read(packed({"a.vcf": card("Ann"), "inner.zip": inner}))
    assert names(reading) == ["Ann", "Bo"]
    assert refusals(reading) == [("takeout.zip/inner.zip/deeper.zip", "import.zip_nested")]


def test_a_member_that_inflates_beyond_measure_leaves_the_others() -> None:
    bomb = card("Bo").encode() + b"\r\n" * zip_members.RATIO_FROM
    reading = read(packed({"bomb.vcf": bomb, "a.vcf": card("Ann")}))
    assert names(reading) == ["Ann"]
    assert refusals(reading) == [("takeout.zip/bomb.vcf", "import.zip_too_big")]


def test_archives_within_share_one_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    one = packed({"b.vcf": card("Bo")})
    monkeypatch.setattr(zip_members, "MOST_BYTES", len(card("Ann")) + len(one) + 10)
    reading = read(packed({"a.vcf": card("Ann"), "in.zip": one}))
    assert names(reading) == ["Ann"]
    assert refusals(reading) == [("takeout.zip/in.zip/b.vcf", "import.zip_too_big")]


def test_entries_of_archives_within_are_counted_with_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_members, "MOST_ENTRIES", 4)
    inner = packed({f"{n}.vcf": card(f"Ann {n}") for n in range(3)})
    reading = read(packed({"a.vcf": card("Ann"), "in.zip": inner}))
    assert refusals(reading)[0][1] == "import.zip_too_big"


def test_a_protected_member_is_refused() -> None:
    data = bytearray(packed({"a.vcf": card("Ann")}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusals(read(bytes(data))) == [("takeout.zip/a.vcf", "import.zip_encrypted")]


def test_a_damaged_zip_is_refused_wherever_it_is_cut_or_changed() -> None:
    data = packed({"a.vcf": card("Ann"), "b.csv": TABLE})
    for length in range(4, len(data), 7):
        assert read(data[:length]).refused
    for place in range(4, len(data), 3):
        # Whatever a changed byte does, nothing is raised.
        read(data[:place] + bytes((data[place] ^ 0xFF,)) + data[place + 1 :])


def test_an_export_of_the_network_is_read_as_such_wherever_its_members_stand() -> None:
    heavy = {
        "Rich_Media.csv": "x" * 10 + "".join(map(str, range(40_000))),
        "Languages.csv": "Name,x",
    }
    data = packed({**heavy, "Connections.csv": CONNECTIONS})
    assert names(read(data)) == ["Eve Fox"]
    within = read(packed({"linkedin.zip": data, "a.vcf": card("Ann")}))
    assert sorted(names(within)) == ["Ann", "Eve Fox"]


def test_an_export_of_the_network_beside_others_costs_them_nothing() -> None:
    recommended = "First Name,Last Name,Company,Job Title\nA,Stranger,Acme,CEO\n"
    data = packed(
        {
            "export/Connections.csv": CONNECTIONS,
            "export/Recommendations_Received.csv": recommended,
            "export/Jobs/Saved.csv": recommended,
            "mine/friends.csv": TABLE,
            "a.vcf": card("Ann"),
        }
    )
    reading = read(data)
    assert names(reading) == ["Eve Fox", "Cy Dee", "Ann"]
    assert reading.refused == ()


def test_a_name_alone_that_the_network_uses_as_well_costs_no_other_member() -> None:
    data = packed({"messages.csv": "a,b\n1,2\n", "a.vcf": card("Ann")})
    assert names(read(data)) == ["Ann"]


def test_documents_in_a_zip_are_no_archives() -> None:
    for name in ("[Content_Types].xml", "mimetype"):
        text = "application/vnd.oasis.opendocument.text"
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            made.writestr(name, text)
        assert not looks_like_archive(buffer.getvalue(), "x")


def test_a_reader_that_fails_costs_its_member_only_and_whoever_ends_it_ends_all() -> None:
    def fail(data: bytes, shown: str, known: Known) -> Reading:
        known.step(1)
        raise KeyError(shown)

    theirs = Format(name="theirs", looks_like=lambda head, name: b"THEIRS" in head, read=fail)
    data = packed({"x.txt": "THEIRS", "a.vcf": card("Ann")})
    formats = (theirs, *all_formats())
    reading = read_any_archive(data, "t.zip", Known(), formats)
    assert names(reading) == ["Ann"]
    assert refusals(reading) == [("t.zip/x.txt", "import.reader_failed")]

    def stop(count: int) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        read_any_archive(data, "t.zip", Known(step=stop), formats)


def test_thousands_of_pictures_are_passed_over() -> None:
    members: dict[str, str | bytes] = {f"photo{n}.jpg": PNG for n in range(3000)}
    reading = read(packed({**members, "a.vcf": card("Ann")}))
    assert names(reading) == ["Ann"]


def test_a_second_whole_network_in_one_zip_is_told() -> None:
    whole = b'{"format": "arrosoir", "version": 1, "people": [{"id": "A", "name": "Ana Ek"}]}'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.json", whole)
        archive.writestr("two.json", whole)
    reading = archive_of(lambda: FORMATS).read(packed.getvalue(), "x.zip", Known())
    assert reading.whole is not None
    assert [(each.file, each.why.id) for each in reading.refused] == [
        ("x.zip/two.json", "import.zip_second_whole")
    ]
