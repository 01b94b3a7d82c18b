"""Strangers' text within Markdown: shown as it stands by a real reader of Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.words.markdown import escaped

READER = MarkdownIt("gfm-like", {"linkify": False})

SIGNS = "#*_`[]()<>!&~|\\-+=:.1a @/w\n\t\"'^$"


def shown(markdown: str) -> list[str]:
    """The kinds of blocks and inline pieces that a reader sees, and the text of each item."""
    kinds: list[str] = []
    for token in READER.parse(markdown):
        kinds.append(token.type)
        kinds += [child.type for child in token.children or ()]
    return kinds


def text_of(markdown: str) -> str:
    tokens = READER.parse(markdown)
    return "".join(
        child.content
        for token in tokens
        if token.type == "inline"
        for child in token.children or ()
    )


ITEM = [
    *("bullet_list_open", "list_item_open", "paragraph_open", "inline"),
    *("text", "paragraph_close", "list_item_close", "bullet_list_close"),
]


@pytest.mark.parametrize(
    "text",
    [
        "# a heading",
        "[a link](https://evil.example)",
        "![a picture](https://evil.example/x.png)",
        "<script>alert(1)</script>",
        "<https://evil.example>",
        "&lt;b&gt;",
        "*a* _b_ `c` ~~d~~",
        "- a list",
        "1. a list",
        "12) a list",
        "+ a list",
        "===",
        "---",
        "| a | b |",
        "back\\",
        "[ ] a task",
        "a\n# b\n\n> c",
        "    code",
        "[^1]",
    ],
)
def test_nothing_that_somebody_wrote_is_read_as_markdown(text: str) -> None:
    item = f"- {escaped(text)}"
    assert set(shown(item)) <= {*ITEM, "text_special"}
    assert text_of(item) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("see https://evil.example", "see https\\://evil.example"),
        ("see www.evil.example", "see www\\.evil.example"),
        ("ada@example.org", "ada\\@example.org"),
        ("a plain text, with points: 3 of 4 (most)", "a plain text, with points: 3 of 4 (most)"),
    ],
)
def test_no_address_becomes_a_link_by_itself_and_what_is_plain_stays_plain(
    text: str, kept: str
) -> None:
    assert escaped(text) == kept


@given(st.text(alphabet=SIGNS, max_size=60) | st.text(max_size=60))
@example("1.")
@example(":::")
def test_a_reader_sees_exactly_the_text(text: str) -> None:
    plain = " ".join(text.replace("\0", "").split())
    item = f"- x {escaped(plain)}"
    assert set(shown(item)) <= {*ITEM, "text_special"}
    assert set(shown(f"- {escaped(plain)}")) <= {*ITEM, "text_special"}
    assert set(shown(f"# {escaped(plain)}")) <= {
        *("heading_open", "inline", "text", "text_special", "heading_close")
    }
