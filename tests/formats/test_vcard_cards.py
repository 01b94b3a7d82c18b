from __future__ import annotations

from store.formats.set_aside import MOST_TOLD, SetAside
from store.formats.vcard.cards import Card, cards_of
from store.formats.vcard.lines import content_lines


def _read(text: str) -> tuple[list[Card], list[tuple[int, str, str]]]:
    aside = SetAside("book.vcf")
    cards = cards_of(content_lines(text.encode()), aside)
    return cards, [(each.line, each.why.id, each.text) for each in aside.refused()]


def _values(card: Card, key: str) -> list[str]:
    return [each.value for each in card.properties if each.key == key]


def test_several_cards_come_in_order() -> None:
    cards, refused = _read("BEGIN:VCARD\nFN:A\nEND:VCARD\n\nbegin:vcard \nFN:B\nend : VCard\n")
    assert [_values(card, "FN") for card in cards] == [["A"], ["B"]]
    assert [card.line for card in cards] == [1, 5]
    assert refused == []


def test_the_version_is_known_and_may_be_missing() -> None:
    cards, _ = _read("BEGIN:VCARD\nVERSION:4\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD")
    assert [card.version for card in cards] == ["4", ""]


def test_a_bad_line_costs_itself_only() -> None:
    cards, refused = _read("BEGIN:VCARD\nFN:A\ngarbage here\nTEL:1\nEND:VCARD\n")
    assert _values(cards[0], "TEL") == ["1"]
    assert refused == [(3, "vcard.bad_line", "garbage here")]


def test_garbage_between_cards_costs_no_card() -> None:
    cards, refused = _read(
        "hello\nFN:x\nBEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:B"
    )
    assert [_values(card, "FN") for card in cards] == [["A"], ["B"]]
    assert refused == [
        (1, "vcard.outside", "hello"),
        (6, "vcard.outside", "END:VCARD"),
        (7, "vcard.no_end", "B"),
    ]


def test_a_missing_end_costs_neither_that_card_nor_the_next() -> None:
    text = "BEGIN:VCARD\nFN:A\nTEL:1\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD\n"
    cards, refused = _read(text)
    assert [_values(card, "FN") for card in cards] == [["A"], ["B"], ["C"]]
    assert _values(cards[0], "TEL") == ["1"]
    assert refused == [(1, "vcard.no_end", "A")]


def test_a_card_within_a_card_is_a_card() -> None:
    text = "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n"
    cards, refused = _read(text)
    assert [_values(card, "FN") for card in cards] == [["A"], ["B"]]
    assert _values(cards[0], "TEL") == ["1"]
    assert refused == []


def test_an_agent_is_no_card_and_stays_whole_in_its_property() -> None:
    inner = "BEGIN:VCARD\nFN:B\nNOTE:x, y\nAGENT:\nBEGIN:VCARD\nFN:C\nEND:VCARD\nEND:VCARD"
    for opening in ("AGENT:\n" + inner, "item1.AGENT;X=1:" + inner):
        cards, refused = _read(f"BEGIN:VCARD\nFN:A\n{opening}\nTEL:1\nEND:VCARD\n")
        assert [_values(card, "FN") for card in cards] == [["A"]]
        assert _values(cards[0], "TEL") == ["1"]
        expected = inner.replace("\n", "\\n").replace(",", "\\,")
        assert _values(cards[0], "AGENT") == [expected]
        assert refused == []


def test_an_agent_in_words_is_a_property() -> None:
    cards, _ = _read("BEGIN:VCARD\nAGENT:\nFN:A\nAGENT:CID:1\nAGENT:\nEND:VCARD\n")
    assert _values(cards[0], "AGENT") == ["", "CID:1", ""]


def test_an_agent_without_end_costs_no_later_card() -> None:
    text = (
        "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\n"
        "BEGIN:VCARD\nFN:C\nEND:VCARD\nBEGIN:VCARD\nFN:D\nEND:VCARD\n"
    )
    cards, refused = _read(text)
    assert [_values(card, "FN") for card in cards] == [["A"], ["C"], ["D"]]
    assert _values(cards[0], "AGENT") == ["BEGIN:VCARD\\nFN:B"]
    assert refused == [(1, "vcard.no_end", "A")]


def test_a_mark_in_the_middle_of_joined_files_does_not_hide_a_card() -> None:
    cards, _ = _read("BEGIN:VCARD\nFN:A\nEND:VCARD\n\ufeffBEGIN:VCARD\nFN:B\nEND:VCARD\n")
    assert len(cards) == 2


def test_what_is_set_aside_is_told_in_the_order_of_the_file() -> None:
    _, refused = _read("BEGIN:VCARD\nFN:A\ngarbage\n")
    assert [each[:2] for each in refused] == [(1, "vcard.no_end"), (3, "vcard.bad_line")]


def test_garbage_without_end_is_told_in_bounds() -> None:
    _, refused = _read("BEGIN:VCARD\n" + "x\n" * (MOST_TOLD + 5) + "END:VCARD\n")
    assert len(refused) == MOST_TOLD + 1
    assert refused[-1][:2] == (MOST_TOLD + 2, "import.more_set_aside")


def test_what_is_told_of_garbage_is_short_and_harmless() -> None:
    _, refused = _read("\x1b[2J" + "é" * 5000 + "\n")
    assert refused == [(1, "vcard.outside", "[2J" + "é" * 77)]
