from __future__ import annotations

from datetime import date

from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.linkedin.messages import read_messages
from store.records.me import Me

HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
ME = ("Me Myself", "me")
ANN = ("Ann Bee", "ann")
BOB = ("Bob Cox, PhD", "bob")
CY = ("Cy Dee", "cy")


def url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}"


def row(
    conversation: str,
    sender: tuple[str, str],
    to: tuple[str, str] | list[tuple[str, str]],
    when: str,
    content: str = "Hello",
    folder: str = "INBOX",
    draft: str = "No",
) -> str:
    others = to if isinstance(to, list) else [to]
    cells = (
        conversation,
        "",
        sender[0],
        url(sender[1]) if sender[1] else "",
        ", ".join(each[0] for each in others),
        ",".join(url(each[1]) for each in others if each[1]),
        when,
        "",
        content,
        folder,
        "",
        draft,
        "",
    )
    quoted = (cell.replace('"', '""') for cell in cells)
    return ",".join(f'"{cell}"' for cell in quoted) + "\n"


def read(*rows: str, known: Known = Known()) -> Reading:  # noqa: B008 - frozen
    return read_messages(HEADER + "".join(rows), "messages.csv", known)


def told(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [
        (each.with_source, each.interaction.on.isoformat(), each.interaction.by)
        for each in reading.interactions
    ]


TWO_WAY = (
    row("c1", ANN, ME, "2024-03-15 09:30:00 UTC", "Hey,\nlunch?\n<p>Tuesday</p>"),
    row("c1", ANN, ME, "2024-03-15 09:31:00 UTC"),
    row("c1", ME, ANN, "2024-03-15 10:00:00 UTC"),
    row("c1", ME, ANN, "2024-03-16 10:00:00"),
    row("c2", BOB, ME, "2024-04-01 10:00:00 UTC"),
)


def test_a_conversation_gives_one_interaction_a_day_and_direction() -> None:
    assert told(read(*TWO_WAY)) == [
        ("linkedin:ann", "2024-03-15", "them"),
        ("linkedin:ann", "2024-03-15", "me"),
        ("linkedin:ann", "2024-03-16", "me"),
    ]


def test_letters_of_one_side_alone_are_no_contact() -> None:
    reading = read(row("c9", BOB, ME, "2024-04-02 10:00:00 UTC"), *TWO_WAY)
    assert "linkedin:bob" not in {who for who, _, _ in told(reading)}


def test_interactions_are_messages_without_their_words() -> None:
    reading = read(*TWO_WAY)
    assert {each.interaction.kind for each in reading.interactions} == {"message"}
    assert {each.interaction.note for each in reading.interactions} == {""}
    assert reading.interactions[0].interaction.source == "linkedin:c1:2024-03-15:them"


def test_only_who_wrote_and_was_written_to_becomes_a_person() -> None:
    (person,) = read(*TWO_WAY).people
    assert (person.name, person.sources) == ("Ann Bee", ("linkedin:ann",))
    assert person.links == (url("ann"),)


def test_two_ways_may_lie_in_two_conversations() -> None:
    reading = read(
        row("c1", ANN, ME, "2024-03-15 09:30:00 UTC"),
        row("c2", ME, ANN, "2024-03-15 10:00:00 UTC"),
    )
    assert [person.name for person in reading.people] == ["Ann Bee"]


def test_spam_drafts_advertisements_and_hidden_members_give_nothing() -> None:
    advert = '<p class="spinmail-quill-editor__spin-break">Buy</p>'
    reading = read(
        *TWO_WAY,
        row("c3", CY, ME, "2024-05-01 10:00:00 UTC", folder="SPAM"),
        row("c4", ME, CY, "2024-05-01 10:00:00 UTC", draft="Yes"),
        row("c5", ("Acme", ""), ME, "2024-05-01 10:00:00 UTC", content=advert),
        row("c6", ("LinkedIn Member", ""), ME, "2024-05-01 10:00:00 UTC"),
        row("c7", ME, ("LinkedIn Member", ""), "2024-05-01 10:00:00 UTC"),
        row("c8", ("A company's page", ""), ME, "2024-05-01 10:00:00 UTC"),
    )
    assert told(reading) == told(read(*TWO_WAY))
    assert reading.refused == ()


def test_names_with_commas_are_one_recipient() -> None:
    reading = read(
        row("c1", BOB, ME, "2024-03-15 09:30:00 UTC"),
        row("c1", ME, (BOB[0], ""), "2024-03-16 09:30:00 UTC"),
        row("c2", ANN, ME, "2024-03-16 09:30:00 UTC"),
    )
    assert told(reading)[1] == ("linkedin:bob", "2024-03-16", "me")
    assert [person.name for person in reading.people] == ["Bob Cox, PhD"]


def test_in_a_group_only_those_count_who_speak() -> None:
    reading = read(
        *TWO_WAY,
        row("g", BOB, [ME, CY], "2024-06-01 10:00:00 UTC"),
        row("g", ME, [BOB, CY], "2024-06-02 10:00:00 UTC"),
    )
    assert told(reading)[4:] == [
        ("linkedin:bob", "2024-06-01", "them"),
        ("linkedin:bob", "2024-06-02", "me"),
    ]


def test_a_circular_is_no_contact() -> None:
    crowd = [(f"Person {n}", f"p{n}") for n in range(12)]
    reading = read(*TWO_WAY, row("g", ME, crowd, "2024-06-02 10:00:00 UTC"))
    assert told(reading) == told(read(*TWO_WAY))


def test_the_one_in_every_conversation_is_me_even_without_addresses() -> None:
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n"
    reading = read_messages(
        f"{header}1,,Ann Bee,{url('ann')},Me Myself,2024-05-15 10:30:00,,Hi\n"
        "1,,Me Myself,,Ann Bee,2024-05-16 10:30:00,,Hi\n"
        f"2,,Cy Dee,{url('cy')},Me Myself,2024-05-17 10:30:00,,Hi\n",
        "messages.csv",
        Known(),
    )
    assert told(reading) == [
        ("linkedin:ann", "2024-05-15", "them"),
        ("linkedin:ann", "2024-05-16", "me"),
    ]


def test_my_card_says_who_i_am_where_numbers_do_not() -> None:
    rows = (
        row("c1", ME, ANN, "2024-03-15 09:30:00 UTC"),
        row("c1", ANN, ME, "2024-03-16 09:30:00 UTC"),
    )
    by_name = read(*rows, known=Known(me=Me(name="me MYSELF")))
    by_link = read(*rows, known=Known(me=Me(links=("linkedin.com/in/me/",))))
    by_others = read(*rows, known=Known(sources=frozenset({"linkedin:ann"})))
    wanted = [("linkedin:ann", "2024-03-15", "me"), ("linkedin:ann", "2024-03-16", "them")]
    assert told(by_name) == told(by_link) == told(by_others) == wanted


def test_of_two_alone_the_one_who_was_written_to_first_is_me() -> None:
    reading = read(
        row("c1", ME, ANN, "2024-03-16 09:30:00 UTC"),
        row("c1", ANN, ME, "2024-03-15 09:30:00 UTC"),
    )
    assert [person.name for person in reading.people] == ["Ann Bee"]


def test_where_nobody_stands_out_the_file_is_refused_as_a_whole() -> None:
    reading = read(
        row("c1", ANN, BOB, "2024-03-15 09:30:00 UTC"),
        row("c2", CY, ("Dan", "dan"), "2024-03-15 09:30:00 UTC"),
        row("c3", ("Eve", "eve"), ("Fay", "fay"), "2024-03-15 09:30:00 UTC"),
    )
    assert (reading.people, reading.interactions) == ((), ())
    assert [(each.line, each.why.id) for each in reading.refused] == [(0, "import.who_are_you")]


def test_bad_rows_are_refused_with_their_line_and_the_rest_goes_on() -> None:
    reading = read(*TWO_WAY, "BADROW\n", row("c1", ME, ANN, "one day"))
    assert told(reading) == told(read(*TWO_WAY))
    # The first message spans three lines.
    assert [(each.line, each.why.id) for each in reading.refused] == [
        (9, "import.too_few_cells"),
        (10, "import.bad_day"),
    ]


def test_a_file_of_no_messages_is_calmly_empty() -> None:
    assert read() == Reading()


def test_days_are_those_of_the_file() -> None:
    assert read(*TWO_WAY).interactions[0].interaction.on == date(2024, 3, 15)
