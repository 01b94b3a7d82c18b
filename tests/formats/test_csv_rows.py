"""Keys of rows, rows that come twice, days, and what of a damaged table is told."""

from __future__ import annotations

import pytest
from csv_tables import carried, one, read, told

from store.formats.csv.charsets import CHARSETS, decoded, offered
from store.formats.csv.days import DayReader, is_no_day
from store.formats.csv.reader import read_csv
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.text_decoding import trusted_codec
from store.records.attachment import INLINE_LIMIT, digest_in

HEADER = "Name,Email,Phone\n"


def keys(reading: Reading) -> list[str]:
    return [each.sources[0] for each in reading.people]


def test_keys_stay_when_columns_change_places_and_numbers_are_corrected() -> None:
    first = read(f"{HEADER}Ann Bee,a@b.cd,06 12 34 56 78\n")
    moved = read("Phone,Email,Name\n06 00 00 00 00,A@b.cd,ann bee\n")
    assert keys(first) == keys(moved)


def test_without_an_address_all_cells_make_the_key() -> None:
    one_row = read(f"{HEADER}Ann Bee,,06 12 34 56 78\nBo,,\n")
    moved = read("Phone,Email,Name\n06 12 34 56 78,,Ann Bee\n,,Bo\n")
    assert keys(one_row) == keys(moved)
    assert len(set(keys(one_row))) == 2


def test_a_unique_id_is_the_key_and_a_number_of_a_row_is_none() -> None:
    uid = "3c0f2d6e-8f3b-4a63-9a53-0d6f6d1f5a11"
    assert keys(read(f"UID,Name,Email\n{uid},Ann,a@b.cd\n")) == [f"uid:{uid}"]
    assert keys(read("UID,Name,Email\n1,Ann,a@b.cd\n"))[0].startswith("csv:")


def test_a_row_that_comes_twice_is_taken_once_and_told() -> None:
    reading = read(f"{HEADER}Ann,a@b.cd,1\nBo,b@b.cd,2\nAnn,a@b.cd,1\n")
    assert [each.name for each in reading.people] == ["Ann", "Bo"]
    assert told(reading) == [(4, "csv.same_row")]
    assert reading.refused[0].why.values == {"line": 2}


def test_two_rows_of_one_person_both_come() -> None:
    reading = read(f"{HEADER}Ann,a@b.cd,06 12 34 56 78\nAnn,a@b.cd,06 00 00 00 00\n")
    first, second = keys(reading)
    assert second.startswith(f"{first}#")


def test_couples_with_one_address_are_two() -> None:
    assert len(set(keys(read(f"{HEADER}Ann,ab@b.cd,\nBo,ab@b.cd,\n")))) == 2


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("1985-04-12", "dmy", "1985-04-12"),
        ("1985-04-12T00:00:00Z", "dmy", "1985-04-12"),
        ("1985/4/2", "mdy", "1985-04-02"),
        ("19850412", "dmy", "1985-04-12"),
        ("3/4/1985", "dmy", "1985-04-03"),
        ("3/4/1985", "mdy", "1985-03-04"),
        ("3/4/85", "dmy", "1985-04-03"),
        ("3/4/05", "dmy", "2005-04-03"),
        ("13/4/1985", "mdy", "1985-04-13"),
        ("3.4.1985", "mdy", "1985-04-03"),
        ("14/03", "dmy", "--03-14"),
        ("14/03/1604", "dmy", "--03-14"),
        ("12 avril 1985", "mdy", "1985-04-12"),
        ("12. Apr 1985", "mdy", "1985-04-12"),
        ("1985-04", "dmy", "1985-04"),
        ("1985", "dmy", "1985"),
        ("1/2/1985 00:00", "dmy", "1985-02-01"),
        ("31/02/1985", "dmy", ""),
        ("soon", "dmy", ""),
        ("99/99/9999", "dmy", ""),
    ],
)
def test_days_in_many_forms(text: str, order: str, day: str) -> None:
    assert DayReader("dmy" if order == "dmy" else "mdy", ()).read(text) == day


def test_days_in_both_orders_are_read_each_by_itself_and_doubts_are_counted() -> None:
    days = ("13/1/1985", "1/13/1985", "3/4/1985", "5/5/1985")
    reader = DayReader("dmy", days)
    assert [reader.read(day) for day in days[:2]] == ["1985-01-13", "1985-01-13"]
    assert (reader.read(days[2]), reader.read(days[3]), reader.guessed) == (
        "1985-04-03",
        "1985-05-05",
        1,
    )


def test_no_day() -> None:
    assert all(map(is_no_day, ("", "0/0/00", "00/00/0000", "0000-00-00", "-")))


def test_a_day_that_cannot_be_read_is_carried_and_told() -> None:
    reading = read("Name,Birthday,Email\nAnn,in spring,a@b.cd\n")
    assert carried(reading.people[0]) == ["BDAY;VALUE=text:in spring"]
    assert told(reading) == [(2, "import.bad_day_taken")]


def test_a_quote_that_is_never_closed_and_a_line_too_long_are_told() -> None:
    reading = read(f'{HEADER}Ann,a@b.cd,\nBo,"b@b.cd,\n{"x" * 200_000},,\nCy,c@b.cd,\n')
    assert [each.name for each in reading.people] == ["Ann", "Cy"]
    assert told(reading) == [(3, "import.unclosed_quote"), (4, "csv.cell_too_long")]


def test_after_very_many_open_quotes_the_rest_is_told() -> None:
    reading = read(HEADER + '"a\n' * 101 + "Ann,a@b.cd,\n")
    assert told(reading)[-1][1] in ("csv.rest_left_out", "import.unclosed_quote")


def test_heavy_cells_lie_beside_the_card_and_come_back() -> None:
    text = "x" * (INLINE_LIMIT + 1)
    reading = read(f"Name,Email,Odd\nAnn,a@b.cd,{text}\n")
    digest = digest_in(reading.people[0].properties[-1].value)
    assert digest is not None
    assert reading.parts == {digest: text.encode()}


def test_it_is_told_how_far_the_reading_has_come_and_it_can_be_ended() -> None:
    steps: list[int] = []
    rows = "".join(f"Ann{n},a{n}@b.cd,\n" for n in range(250))
    read_csv((HEADER + rows).encode(), "x", Known(step=steps.append))
    assert steps == [100, 200]

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_csv((HEADER + rows).encode(), "x", Known(step=stop))


def test_text_that_a_terminal_obeys_is_taken_out() -> None:
    person = one("Name,Email,Odd\n\x1b[31mAnn\u202e,a@b.cd,\x1b]0;x\x07y\n")
    assert person.name == "[31mAnn"
    assert "\x1b" not in repr(person)


def test_encodings_that_are_offered_can_be_read_and_the_likeliest_comes_first() -> None:
    assert all(map(trusted_codec, CHARSETS))
    text = "Имя,Почта\nАнна Петрова,anna@b.cd\nИван Сидоров из Москвы,ivan@b.cd\n" * 5
    data = text.encode("cp1251")
    assert offered(data)[0] == "cp1251"
    assert sorted(offered(data)) == sorted(CHARSETS)
    assert decoded(data, "cp1251").text == text
    assert (decoded(data).charset, decoded(data).sure) == ("cp1252", False)
    assert decoded(text.encode(), "cp1251").text == text


def test_a_chosen_encoding_that_is_none_is_passed_over() -> None:
    assert decoded("Zoë".encode("cp1252"), "nonsense").text == "Zoë"
