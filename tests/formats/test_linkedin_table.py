from __future__ import annotations

from store.formats.csv_table import Table, find_header, name_key, read_table
from store.formats.linkedin.columns import CONNECTIONS, CONNECTIONS_NEEDED

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def table(text: str) -> Table:
    read = read_table(text, CONNECTIONS, CONNECTIONS_NEEDED)
    assert read is not None
    return read


def firsts(read: Table) -> list[str]:
    return [read.cell(row, "first") for row in read.rows]


def test_names_of_columns_agree_without_case_blanks_underscores_and_accents() -> None:
    assert name_key("E-mail_Address ") == name_key("EMAIL  address") == "emailaddress"
    assert name_key("Prénom") == "prenom"


def test_the_header_is_found_below_a_preamble_with_blank_lines_and_quotes() -> None:
    read = table(f'Notes:\n"When exporting, you may notice ..."\n\n\n{HEADER}\nAnn,Bee,,,,,\n')
    assert (read.line, firsts(read)) == (5, ["Ann"])


def test_a_preamble_without_quotes_is_no_header() -> None:
    text = f"Notes:\nFirst Name, for example, may be empty.\n\n{HEADER}\nAnn,Bee,,,,,\n"
    assert table(text).line == 4


def test_semicolons_and_tabs_are_told_by_the_names_they_give() -> None:
    for delimiter in ";\t":
        text = f"{HEADER}\nAnn,Bee,,,x,,".replace(",", delimiter)
        read = table(text)
        assert read.cell(read.rows[0], "company") == "x"


def test_another_order_of_columns_is_followed() -> None:
    read = table("Connected On,Last Name,First Name\n15 Jan 2023,Bee,Ann\n")
    assert [read.cell(read.rows[0], each) for each in ("first", "last", "on", "url")] == [
        "Ann",
        "Bee",
        "15 Jan 2023",
        "",
    ]


def test_a_name_met_twice_means_its_first_column() -> None:
    read = table("First Name,Last Name,Connected On,First Name\nAnn,Bee,,Other\n")
    assert firsts(read) == ["Ann"]


def test_rows_know_their_first_line_where_a_quote_spans_several() -> None:
    read = table(f'{HEADER}\nAnn,"Bee\nof Lyon",,,,,\nCy,Dee,,,,,\n')
    assert [row.line for row in read.rows] == [2, 4]


def test_carriage_returns_alone_end_lines_too() -> None:
    read = table(f"{HEADER}\rAnn,Bee,,,,,\r\rCy,Dee,,,,,")
    assert [(row.line, read.cell(row, "first")) for row in read.rows] == [(2, "Ann"), (4, "Cy")]


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    read = table(f'{HEADER}\nAnn,Bee,,,,,\nCy,"Dee,,,,,\nEve,Fox,,,,,\nGus,Hay,,,,,\n')
    assert firsts(read) == ["Ann", "Eve", "Gus"]
    assert [row.line for row in read.unclosed] == [3]


def test_a_quote_that_swallows_more_than_a_cell_may_hold_costs_its_own_line_only() -> None:
    many = "".join(f"Name{n},Bee,,,,,\n" for n in range(20_000))
    read = table(f'{HEADER}\nCy,"Dee,,,,,\n{many}')
    assert (len(read.rows), [row.line for row in read.unclosed]) == (20_000, [2])


def test_quotes_inside_a_cell_are_text() -> None:
    read = table(f'{HEADER}\nAnn,"Bee ""B"" Bee",,,5" screens,,\n')
    assert read.cell(read.rows[0], "last") == 'Bee "B" Bee'
    assert read.cell(read.rows[0], "company") == '5" screens'


def test_text_without_the_needed_names_is_no_table() -> None:
    assert read_table("Name,Phone\nAnn,1\n", CONNECTIONS, CONNECTIONS_NEEDED) is None
    assert find_header([], CONNECTIONS, CONNECTIONS_NEEDED) is None
