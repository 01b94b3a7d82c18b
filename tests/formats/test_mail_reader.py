"""Messages and mailboxes: what is told of a letter, and what is set aside."""

from __future__ import annotations

import io
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from written_mail import ME, letters, mbox, message, plain, read

from store.formats.choices import Choices
from store.formats.known import Known
from store.formats.mail.letter import Party
from store.formats.mail.reader import MAIL
from store.formats.mail.stream import MOST_HEADERS, header_blocks
from store.formats.registry import FORMATS, tell
from store.formats.set_aside import MOST_TOLD


def test_a_message_tells_who_wrote_to_whom_and_when() -> None:
    (found,) = letters(plain(cc="Bo <bo@y.example>", bcc="c@y.example", in_reply_to="<0@x>"))
    assert found.key == "mid:1@x.example"
    assert (found.on, found.sender) == (date(2009, 11, 17), Party("ana@x.example", "Ana Ek"))
    assert [each.address for each in found.to] == [ME]
    assert [each.address for each in found.copied] == ["bo@y.example", "c@y.example"]
    assert (found.answers, found.bulk, found.file, found.line) == (True, False, "a.eml", 1)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\r\r\n"])
def test_line_endings_do_not_matter(ending: str) -> None:
    data = mbox(plain(), plain(message_id="<2@x.example>"))
    assert letters(data.replace(b"\n", ending.encode()))[1].key == "mid:2@x.example"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_twins_in_other_encodings_give_the_same(codec: str) -> None:
    data = mbox(plain(**{"from": "Élise Ek <e@x.example>"}), plain())
    twin = data.decode().encode(codec)
    assert MAIL.looks_like(twin, "twin")
    assert letters(twin) == letters(data)


def test_bytes_of_no_known_encoding_are_read_as_western_or_as_chosen() -> None:
    data = plain(**{"from": "Ãna <ana@x.example>"}).replace("Ã".encode(), b"\xe9")
    assert letters(data)[0].sender.name == "éna"
    known = Known(choices=Choices(charset="cp1251"))
    assert read(data, known=known).letters[0].sender.name == "йna"


# Days ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "Tue, 17 Nov 2009 21:28:37 +0600",
        "17 Nov 09 21:28 EST",
        "Tue Nov 17 21:28:37 2009",
        "Tue, 17 November 2009 99:99 nonsense",
        "Tuesday, 17-Nov-2009 21:28:37 GMT",
        "2009-11-17T21:28:37Z",
        "Tue, 17 Nov 109 21:28:37",
    ],
)
def test_a_day_is_read_in_every_way_of_writing_it(written: str) -> None:
    assert letters(plain(date=written))[0].on == date(2009, 11, 17)


@pytest.mark.parametrize(
    "written",
    ["", "1 Jan 1970 00:00:00 +0000", "19 Jan 2038 00:00:00", "31 Feb 2009", "soon", "17 Xyz 2009"],
)
def test_a_message_without_a_day_goes_by_its_arrival_else_it_is_set_aside(written: str) -> None:
    received = "from a by b id 4 Jan 1999; Wed, 18 Nov 2009 01:00:00 +0000"
    (found,) = letters(plain(date=written, received=received))
    assert found.on == date(2009, 11, 18)
    (refused,) = read(plain(date=written)).refused
    assert (refused.line, refused.why.id) == (1, "import.mail_no_day")
    assert refused.text == "Ana Ek <ana@x.example>"


def test_a_message_cannot_be_written_long_after_it_came() -> None:
    received = "by b; Wed, 18 Nov 2009 01:00:00 +0000"
    (found,) = letters(plain(date="Wed, 18 Nov 2020 01:00:00", received=received))
    assert found.on == date(2009, 11, 18)


def test_a_day_to_come_is_set_aside_but_for_the_zones_of_others() -> None:
    known = Known(today=date(2009, 11, 16))
    assert len(read(plain(), known=known).letters) == 1
    known = Known(today=date(2009, 11, 15))
    assert [each.why.id for each in read(plain(), known=known).refused] == ["import.mail_no_day"]


# Keys ---------------------------------------------------------------------------------------------


def test_without_a_message_id_day_and_parties_are_the_key() -> None:
    (one,) = letters(plain(message_id=""))
    (same,) = letters(plain(message_id="<>", subject="Fwd").replace(b"\n", b"\r\n"))
    (other,) = letters(plain(message_id="", date="Wed, 18 Nov 2009 21:28:37 +0600"))
    assert one.key == same.key != other.key


def test_a_message_id_without_end_is_a_short_key() -> None:
    (found,) = letters(plain(message_id="<" + "a" * 10_000 + "@x>"))
    assert len(found.key) < 60


# Senders, robots, drafts --------------------------------------------------------------------------


def test_a_message_from_nobody_is_set_aside_and_a_secretary_steps_in() -> None:
    assert (
        letters(plain(**{"from": "", "sender": "b@y.example"}))[0].sender.address == "b@y.example"
    )
    for written in ("", "root", "undisclosed:;"):
        (refused,) = read(plain(**{"from": written})).refused
        assert refused.why.id == "import.mail_no_sender"


@pytest.mark.parametrize(
    "header",
    [
        {"list_id": "<l.example>"},
        {"list_unsubscribe": "<mailto:x@y>"},
        {"precedence": "Bulk"},
        {"auto_submitted": "auto-replied; owner-email=x"},
        {"feedback_id": "1:2"},
        {"x_auto_response_suppress": "All"},
        {"return_path": "<>"},
        {"x_spam_flag": "YES"},
        {"newsgroups": "comp.lang"},
        {"x_gmail_labels": "Spam,Unread"},
        *(
            {"from": f"{local}@x.example"}
            for local in (
                *("no-reply", "noreply", "DoNotReply", "mailer-daemon", "notifications"),
                *("calendar-notification", "jira.noreply", "bounces+12=34", "ne-pas-repondre"),
            )
        ),
    ],
)
def test_lists_and_robots_are_told(header: dict[str, str]) -> None:
    assert letters(plain(**header))[0].bulk


@pytest.mark.parametrize(
    "header",
    [
        {"auto_submitted": "no"},
        {"precedence": "first-class"},
        *({"from": f"{local}@x.example"} for local in ("alberta", "reply", "robotham", "notifier")),
    ],
)
def test_people_are_no_robots(header: dict[str, str]) -> None:
    assert not letters(plain(**header))[0].bulk


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Maildir/cur/12.a:2,DS", {}),
        ("Maildir/.Drafts/cur/12.a:2,S", {}),
        ("Maildir/.INBOX.Brouillons/new/12.a", {}),
        ("Mail/Drafts", {}),
        ("Drafts.mbox", {}),
        ("a.eml", {"x_mozilla_draft_info": "internal/draft"}),
        ("all.mbox", {"x_gmail_labels": "Draft,Important"}),
    ],
)
def test_what_was_never_sent_is_passed_over(name: str, header: dict[str, str]) -> None:
    assert letters(plain(**header), name) == ()


def test_what_lies_in_a_box_for_junk_is_bulk_and_what_lies_elsewhere_is_not() -> None:
    assert letters(plain(), "Maildir/.Junk/cur/1:2,S")[0].bulk
    assert not letters(plain(), "Maildir/.Sent/cur/1:2,S")[0].bulk


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        (("Delivered-To: me@x.example", "Delivered-To: list@y.example"), "me@x.example"),
        (("X-Original-To: Me@x.example", "Delivered-To: box7@host.example"), "me@x.example"),
        (("Envelope-to: me@localhost", "Delivered-To: me@x.example"), "me@x.example"),
        ((), ""),
    ],
)
def test_the_box_is_that_of_the_last_server(headers: tuple[str, ...], address: str) -> None:
    date_line = "Date: Tue, 17 Nov 2009 21:28:37 +0600"
    (found,) = letters(message(*headers, "From: a@x.example", date_line))
    assert found.delivered_to == address


# Mailboxes ----------------------------------------------------------------------------------------


def test_each_message_of_a_mailbox_bears_its_line() -> None:
    found = letters(mbox(plain(), plain(message_id="<2@x.example>")))
    assert [(each.key, each.line) for each in found] == [
        ("mid:1@x.example", 1),
        ("mid:2@x.example", 9),
    ]


@pytest.mark.parametrize(
    "envelope",
    [
        "From - Sat Jan 01 10:00:00 2000",
        "From 1234567@xxx Thu Jan 01 00:00:00 +0000 2024",
        "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        "From ana@x.example",
    ],
)
def test_mailboxes_of_many_programs_are_told_and_parted(envelope: str) -> None:
    data = mbox(plain(), plain(message_id="<2@x>"), plain(message_id="<3@x>"), envelope=envelope)
    assert MAIL.looks_like(data[:100], "Inbox")
    assert len(letters(data, "Inbox")) == 3
    packed = data.replace(b"Hello.\n\nFrom", b"Hello.\nFrom")
    assert len(letters(packed, "Inbox")) == 3


def test_text_that_begins_with_from_parts_nothing() -> None:
    body = (
        "From here on it is text.\nSubject: not a header\n\n>From me\nFrom: b@y.example\n"
        "From 10:00 till 2009\nit rained.\n\nDate: Tue, 17 Nov 2009 21:28:37 +0600\n"
    )
    one = message("From: ana@x.example", "Date: 17 Nov 2009", body=body)
    assert len(letters(mbox(one, one))) == 2


def test_headers_that_no_empty_line_ends_are_those_up_to_the_text() -> None:
    data = b"From: ana@x.example\nDate: 17 Nov 2009\nthe text begins\nTo: b@y.example\n"
    (found,) = letters(data)
    assert found.to == ()
    first = b"From a@x Tue Nov 17 21:28:37 2009\nFrom: ana@x.example\nDate: 17 Nov 2009\n"
    assert len(letters(first + first + first)) == 3


def test_a_folded_header_is_one_and_many_headers_of_recipients_are_all_read() -> None:
    data = message(
        "From: Ana\n Ek\n\t<ana@x.example>", "To: a@x.y,\n b@x.y", "TO: c@x.y", "Date: 1 Jan 2001"
    )
    (found,) = letters(data)
    assert found.sender == Party("ana@x.example", "Ana Ek")
    assert [each.address for each in found.to] == ["a@x.y", "b@x.y", "c@x.y"]


def test_the_first_that_are_set_aside_are_told_and_the_rest_counted() -> None:
    found = read(mbox(*[plain(date="")] * (MOST_TOLD + 7)))
    assert len(found.refused) == MOST_TOLD + 1
    assert found.refused[1].line == found.refused[0].line + 7
    assert found.refused[-1].why.values == {"n": 7}
    assert found.refused[-1].line == found.refused[-2].line + 7


def test_a_mailbox_of_more_letters_than_can_be_held_ends_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("store.formats.mail.reader.MOST_LETTERS", 2)
    found = read(mbox(*[plain()] * 4))
    assert len(found.letters) == 2
    assert [(each.why.id, each.line) for each in found.refused] == [("import.mail_too_many", 17)]


def test_how_far_the_reading_has_come_is_told_and_ends_it() -> None:
    steps: list[int] = []
    read(mbox(*[plain()] * 250), known=Known(step=steps.append))
    assert steps == [100, 200]

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(mbox(*[plain()] * 250), known=Known(step=stop))


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    data = mbox(plain(), plain(message_id="<2@x.example>"))
    (tmp_path / "box").write_bytes(data)
    assert MAIL.read_file is not None
    assert MAIL.read_file(tmp_path / "box", "box", Known()) == read(data, "box")


# Without end --------------------------------------------------------------------------------------


class Endless(io.RawIOBase):
    """A mailbox made while it is read: so many bytes between two messages."""

    def __init__(self, between: bytes, times: int) -> None:
        self._pieces = iter([mbox(plain()), *[between] * times, b"\n" + mbox(plain())])
        self._left = b""

    def take(self, size: int) -> bytes:
        """At most so many bytes."""
        while len(self._left) < size and (piece := next(self._pieces, b"")):
            self._left += piece
        data, self._left = self._left[:size], self._left[size:]
        return data


@pytest.mark.parametrize("between", [b"x" * 1_000_000, b"\nFrom x", b" y\n" * 300_000])
def test_bodies_without_end_are_never_held(between: bytes) -> None:
    source = Endless(between, 100 if len(between) > 100 else 60_000)
    tracemalloc.start()
    blocks = list(header_blocks(source.take))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(blocks) == 2
    assert peak < 20_000_000


def test_headers_without_end_are_cut() -> None:
    huge = b"X-Long: " + b"a" * (MOST_HEADERS * 4) + b"\n"
    many = b"".join(b"X-%d: a\n" % n for n in range(200_000))
    for block in (huge, many):
        data = mbox(plain().replace(b"\nto:", b"\n" + block + b"to:"), plain(message_id="<2@x>"))
        blocks = list(header_blocks(io.BytesIO(data).read))
        assert len(blocks) == 2
        assert len(blocks[0][1]) <= MOST_HEADERS
        keys = [each.key for each in read(data).letters]
        assert keys[-1] == "mid:2@x"


# Told by what it holds ----------------------------------------------------------------------------


def test_a_letter_that_brings_a_card_is_a_letter() -> None:
    data = plain() + b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n"
    assert tell(data, "1:2,S", FORMATS) is MAIL


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEMAIL:a@x.example\nEND:VCARD\n",
        "From,To,Date\na@x.example,b@y.example,2009-11-17\n",
        "from: here\nto: there\ndate: today\n",
        "From the beginning\nit: rained\n",
        "import email\n\nFROM = 'a@x.example'\n",
        "Network Working Group\nRequest for Comments: 5322\n\nFrom: a@x.example\nTo: b@y.example\n",
        '{"from": "a@x.example", "to": "b@y.example"}',
        "HTTP/1.1 200 OK\nDate: Tue, 17 Nov 2009 21:28:37 GMT\nContent-Type: text/html\n\n",
        "Subject: a@x.example\nDate: today\n",
        "dn: cn=Ana\nmail: a@x.example\n",
        "",
    ],
)
def test_what_is_no_mail_is_not_taken_for_it(text: str) -> None:
    assert not MAIL.looks_like(text.encode(), "a.eml")
