"""What the marked have in common, told in one line: `tag lab`, `école INSA Lyon 2004-2009`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from store.actions.card import read_city, read_employers, read_school
from store.actions.trait import What
from store.rules.card_values import value_key
from store.views.completion import complete
from store.words.fold import fold

WHAT_WORDS: dict[str, What] = {
    "tag": "tag",
    "etiquette": "tag",
    "school": "school",
    "ecole": "school",
    "city": "city",
    "ville": "city",
    "passion": "passion",
    "field": "field",
    "domaine": "field",
    "employer": "employer",
    "employeur": "employer",
    "language": "language",
    "langue": "language",
    "circle": "circle",
    "cercle": "circle",
    "need": "need",
    "besoin": "need",
    "offer": "offer",
    "offre": "offer",
}
"""Folded words of both languages; both are read whatever the language."""

MINUS = ("-", "−", "–")


class TypedTrait(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    what: What
    value: str
    """Empty as long as only the kind is typed."""
    remove: bool = False


def read_trait(text: str) -> TypedTrait | None:
    """Read a line: a sign, the kind or a beginning that is its own, and the value."""
    signed, rest = _signed(text.strip())
    word, _, value = rest.partition(" ")
    what = what_named(word)
    if what is None:
        return None
    negated, value = _signed(value.strip())
    return TypedTrait(what=what, value=" ".join(value.split()), remove=signed or negated)


def what_named(word: str) -> What | None:
    """The kind that a word or its beginning means; None where none or several could be meant."""
    wanted = fold(word)
    if wanted in WHAT_WORDS:
        return WHAT_WORDS[wanted]
    meant = {what for known, what in WHAT_WORDS.items() if wanted and known.startswith(wanted)}
    return meant.pop() if len(meant) == 1 else None


def _signed(text: str) -> tuple[bool, str]:
    if text.startswith(MINUS):
        return True, text[1:].strip()
    return False, text.removeprefix("+").strip()


def trait_key(what: What, name: str) -> str:
    """A value as compared."""
    return fold(name) if what == "circle" else value_key(what, name)


def as_written(trait: TypedTrait, known: Iterable[str]) -> TypedTrait:
    """The value as others have it written, where somebody has it: "insa lyon" is "INSA Lyon"."""
    name = value_name(trait)
    key = trait_key(trait.what, name)
    written = next((each for each in known if trait_key(trait.what, each) == key), None)
    if written is None:
        return trait
    return msgspec.structs.replace(trait, value=f"{written}{trait.value[len(name) :]}")


def value_name(trait: TypedTrait) -> str:
    """The value without the years of a school, a city or an employer."""
    if trait.what not in _READ or not trait.value:
        return trait.value
    name = _READ[trait.what](trait.value)
    return name if trait.value.startswith(name) else trait.value


_READ: Mapping[What, Callable[[str], str]] = {
    "school": lambda text: read_school(text, ()).name,
    "city": lambda text: read_city(text, ()).name,
    "employer": lambda text: read_employers((text,), (), ())[0][0],
}


def complete_trait(
    text: str, word_of: Callable[[What], str], known: Callable[[What], Iterable[str]]
) -> str:
    """What Tab makes of a line: the kind in full, then the value that begins so.

    Args:
        text: what is typed.
        word_of: the kind in the user's language.
        known: values that somebody has, the commonest first.
    """
    stripped = text.lstrip()
    sign = "-" if stripped.startswith(MINUS) else ""
    body = stripped[1:].lstrip() if sign else stripped
    word, blank, value = body.partition(" ")
    what = what_named(word)
    if what is None:
        return text
    typed = word if fold(word) in WHAT_WORDS else word_of(what)
    if not blank:
        return f"{sign}{typed} "
    found = complete(known(what), value, most=1)
    return f"{sign}{typed} {found[0] if found else value.strip()}"
