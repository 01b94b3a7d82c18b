from __future__ import annotations

import io
import zipfile

import pytest

from store.formats import zip_members
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.reader import looks_like_linkedin, read_linkedin

CONNECTIONS = (
    'Notes:\n"A sentence."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Bee,https://www.linkedin.com/in/ann,,Acme,CEO,15 Jan 2024\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
    "c1,,Me,https://www.linkedin.com/in/me,Ann Bee,https://www.linkedin.com/in/ann,"
    "2024-03-15 09:30:00 UTC,,Hi,INBOX\n"
    "c1,,Ann Bee,https://www.linkedin.com/in/ann,Me,https://www.linkedin.com/in/me,"
    "2024-03-16 09:30:00 UTC,,Hi,INBOX\n"
)


def packed(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def read(data: bytes) -> Reading:
    return read_linkedin(data, "export.zip", Known())


def test_the_zip_is_read_whole_and_other_members_are_passed_over_calmly() -> None:
    data = packed(
        {
            "messages.csv": MESSAGES,
            "Profile.csv": "First Name,Last Name,Headline\nMe,Myself,x\n",
            "Positions.csv": "Company Name,Title\n",
            "../../etc/passwd": "root",
            "Connections.csv": CONNECTIONS,
        }
    )
    reading = read(data)
    assert looks_like_linkedin(data, "any.bin")
    assert {person.name for person in reading.people} == {"Ann Bee"}
    # Ann is a connection, so the other one is me, though each wrote in every conversation.
    assert [each.interaction.by for each in reading.interactions] == ["me", "them"]
    assert reading.refused == ()


@pytest.mark.parametrize("name", ["CONNECTIONS.CSV", "Basic/Connections.csv", "con_nections.csv"])
def test_members_are_known_in_any_folder_case_and_spelling(name: str) -> None:
    assert len(read(packed({name: CONNECTIONS})).people) == 1


def test_shadows_of_members_are_not_members() -> None:
    reading = read(packed({"__MACOSX/._Connections.csv": b"\x00\x05\x16\x07", "x.csv": "a"}))
    assert [(each.line, each.why.id) for each in reading.refused] == [
        (0, "import.zip_without_members")
    ]


def test_a_member_that_inflates_beyond_measure_is_refused_and_the_rest_goes_on() -> None:
    bomb = b"a" * (zip_members.RATIO_FROM * 2)
    reading = read(packed({"messages.csv": bomb, "Connections.csv": CONNECTIONS}))
    assert [(each.file, each.why.id) for each in reading.refused] == [
        ("export.zip/messages.csv", "import.zip_too_big")
    ]
    assert len(reading.people) == 1


def test_all_members_together_stay_below_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_members, "MOST_BYTES", len(CONNECTIONS) + 10)
    reading = read(packed({"messages.csv": MESSAGES, "Connections.csv": CONNECTIONS}))
    assert [each.why.id for each in reading.refused] == ["import.zip_too_big"]
    assert len(reading.people) == 1


def test_a_protected_member_is_refused() -> None:
    data = bytearray(packed({"Connections.csv": CONNECTIONS}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert [each.why.id for each in read(bytes(data)).refused] == ["import.zip_encrypted"]


def test_a_damaged_zip_is_refused_wherever_it_is_cut_or_changed() -> None:
    data = packed({"Connections.csv": CONNECTIONS, "messages.csv": MESSAGES})
    for length in range(4, len(data), 7):
        assert read(data[:length]).refused
    for place in range(4, len(data), 3):
        # Whatever a changed byte does, nothing is raised.
        read(data[:place] + bytes((data[place] ^ 0xFF,)) + data[place + 1 :])


def test_an_archive_of_very_many_members_is_not_even_listed() -> None:
    data = b"PK\x03\x04" + b"PK\x01\x02" * (zip_members.MOST_ENTRIES + 1)
    assert [each.why.id for each in read(data).refused] == ["import.zip_too_big"]
