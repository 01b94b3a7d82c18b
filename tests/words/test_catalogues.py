"""Both catalogues say all that the code asks for, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from store.records.kinds import LANGUAGES, Language
from store.words.catalogue import LOCALES, catalogue

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("store", "widgets", "tui")

ID = re.compile(r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$")

SPEAKING: dict[str, int] = {
    "say": 0,
    "Message": 0,
    "Problem": 1,
    "Refusal": 1,
    "UsageProblem": 1,
    "UnknownProblem": 1,
    "DataProblem": 1,
    "BusyProblem": 1,
}
"""Calls that take the id of a sentence, and at which place."""

ALIKE = frozenset(
    {
        *("action", "agenda", "association", "budget", "classes", "club", "contact", "date"),
        *("document", "message", "messages", "minutes", "note", "notes", "page", "passion"),
        *("passions", "pause", "photo", "point", "points", "question", "questions", "total"),
        *(
            "dossier",
            "zoom",
            "script",
            "suggestion",
            "type",
            "occasion",
            "occasions",
            "introduction",
        ),
        *("minute", "ascii", "auto", "blocks", "csv", "ics", "id", "json", "min", "vcard"),
        *(
            "arrosoir",
            "email",
            "e-mail",
            "e-mails",
            "organisation",
            "ok",
            "toml",
            "https",
            "linkedin",
        ),
    }
)
"""Words that are the same in English and French: a sentence of these alone may be equal."""


@cache
def _read(language: Language) -> Catalog:
    path = LOCALES / language / "LC_MESSAGES" / "arrosoir.po"
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


@cache
def _texts(language: Language) -> dict[str, tuple[str, ...]]:
    """Per id, what it says: one text, or one for each number."""
    texts = {}
    for message in _read(language):
        id = message.id if isinstance(message.id, str) else message.id[0]
        if id:
            string = message.string or ""
            texts[id] = (string,) if isinstance(string, str) else tuple(string)
    return texts


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    paths = (path for each in FOLDERS for path in sorted((ROOT / each).rglob("*.py")))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


@cache
def _literals() -> frozenset[str]:
    """Every string of the code that looks like an id."""
    return frozenset(
        node.value
        for _, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.match(node.value)
    )


def _spoken(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Ids that stand in a call that speaks, also behind `if` and `or`."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        place = SPEAKING.get(name)
        if place is None or len(call.args) <= place:
            continue
        for node in _branches(call.args[place]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, node.lineno


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from _branches(each)
    else:
        yield node


def test_every_sentence_that_the_code_says_is_in_both_catalogues() -> None:
    missing = [
        f"{path.relative_to(ROOT)}:{line}: {id} ({language})"
        for path, tree in _trees()
        for id, line in _spoken(tree)
        for language in LANGUAGES
        if id not in _texts(language)
    ]
    assert not missing, "\n".join(missing)


def test_no_sentence_is_kept_that_nothing_says() -> None:
    unused = sorted(set(_texts("en")) - _literals())
    assert not unused, "\n".join(unused)


def test_both_catalogues_hold_the_same_ids() -> None:
    assert set(_texts("en")) == set(_texts("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_ends_in_blanks(language: Language) -> None:
    bad = [
        id
        for id, texts in _texts(language).items()
        for text in texts
        if not text.strip() or text != text.rstrip(" ") or "  " in text.strip()
    ]
    assert not bad, "\n".join(bad)


def test_a_sentence_has_the_same_places_in_both_languages_and_numbers() -> None:
    wrong = []
    for id, texts in _texts("en").items():
        french = _texts("fr").get(id, texts)
        if len(texts) != len(french):
            wrong.append(f"{id}: one and many in one language only")
        # "a day" may leave the number out, "{n} days" may not.
        counted = {"n"} if len(texts) > 1 else set()
        sets = {frozenset(_places(text) - counted) for text in (*texts, *french)}
        if len(sets) != 1 or any("n" not in _places(forms[-1]) for forms in (texts, french)) & bool(
            counted
        ):
            wrong.append(f"{id}: {sorted(map(sorted, sets))}")
    assert not wrong, "\n".join(wrong)


def test_places_are_plain_names() -> None:
    wrong = [
        f"{id}: {name!r}"
        for language in LANGUAGES
        for id, texts in _texts(language).items()
        for text in texts
        for name in _places(text)
        if not name.isidentifier()
    ]
    assert not wrong, "\n".join(wrong)


def test_french_is_not_english_left_over() -> None:
    """What both languages say alike is made of words that they share, or of signs alone."""
    same = []
    for id, texts in _texts("en").items():
        if texts != _texts("fr").get(id):
            continue
        words = {
            word
            for text in texts
            for word in re.findall(
                r"[^\W\d_](?:[^\W\d_]|-)*", re.sub(r"\{\w*\}", " ", text).lower()
            )
        }
        if any(word not in ALIKE and len(word) > 1 for word in words):
            same.append(f"{id}: {texts[0]}")
    assert not same, "\n".join(same)


def test_french_blanks_before_high_signs_do_not_break() -> None:
    wrong = [
        f"{id}: {text}"
        for id, texts in _texts("fr").items()
        for text in texts
        if re.search(r" [:;!?»](?:\s|$)|« ", text)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_its_source_says(language: Language) -> None:
    compiled = catalogue(language)
    wrong = []
    for id, texts in _texts(language).items():
        said = (
            (compiled.ngettext(id, id, 1), compiled.ngettext(id, id, 2))
            if len(texts) > 1
            else (compiled.gettext(id),)
        )
        if said != texts:
            wrong.append(id)
    assert not wrong, f"run hatch_build.py: {wrong}"
