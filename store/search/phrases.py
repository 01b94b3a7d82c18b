"""Who has some words in a row, in one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.institution_key import institution_key
from store.search.aliases import PLACES
from store.search.index import Index
from store.search.institution_aliases import plain_forms
from store.search.levels import Levels, gathered
from store.search.lexicon import Lexicon
from store.search.people_set import Bits, Holders, bits_of, each_of, places_of, united
from store.search.placed_words import all_words_of
from store.search.score import WHOLE_VALUE, WHOLE_WORD, worth
from store.search.searched_fields import INSTITUTIONS, LONGEST_NOTES, WEIGHTS

People = Mapping[PersonId, Person]


def in_a_row(words: tuple[str, ...], phrase: tuple[str, ...], *, open: bool) -> bool:
    """Whether some words hold others, one after the other; the last may go on where open."""
    sought, text = f" {' '.join(phrase)}", f" {' '.join(words)} "
    return sought in text if open else f"{sought} " in text


def phrase_levels(index: Index, people: People, phrase: tuple[str, ...], *, open: bool) -> Levels:
    """Who has a phrase, by field.

    Args:
        index: of everybody.
        people: the records that the index is of.
        phrase: its folded words, one at least.
        open: whether the last word may go on.
    """
    found: dict[int, list[Holders]] = {}
    for number in phrase_values(index, phrase, open=open):
        value = index.values[number]
        exactness = WHOLE_VALUE if len(value.words) <= len(phrase) else WHOLE_WORD
        found.setdefault(worth(value.weight, exactness), []).append(index.values.holders(number))
    names = phrase_names(index, phrase, open=open)
    for field, bits in (
        ("name", names),
        ("emails", phrase_emails(index, people, phrase, open=open)),
        ("notes", phrase_notes(index, people, phrase, open=open)),
    ):
        found.setdefault(worth(WEIGHTS[field], WHOLE_WORD), []).append(bits)
    found.setdefault(WHOLE_VALUE, []).append(_whole_names(index, names, phrase))
    return gathered(found, len(index.ids))


def _whole_names(index: Index, names: Bits, phrase: tuple[str, ...]) -> Holders:
    if len(phrase) == 1:
        return index.sole.get(phrase[0], 0)
    wanted = list(phrase)
    return bits_of([at for at in places_of(names) if all_words_of(index.names[at]) == wanted])


def phrase_values(
    index: Index, phrase: tuple[str, ...], *, open: bool, fields: Iterable[str] | None = None
) -> list[int]:
    """The values, of some fields or of all, that hold a phrase or mean the institution it names."""
    lexicon, values = index.values.lexicon, index.values
    wanted = None if fields is None else frozenset(fields)
    found: dict[int, None] = {}
    forms = plain_forms(phrase)
    for number in {
        *_holding_all(lexicon, phrase, open=open),
        *_holding_all(lexicon, forms, open=open),
    }:
        value = values[number]
        if (wanted is None or value.field in wanted) and (
            in_a_row(value.words, phrase, open=open)
            or (value.field in PLACES and in_a_row(plain_forms(value.words), forms, open=open))
            # "ens" in quotes is what "École normale supérieure" is found by.
            or (len(phrase) == 1 and phrase[0] not in value.words)
        ):
            found[number] = None
    key = institution_key(" ".join(phrase))
    for field in INSTITUTIONS if wanted is None else INSTITUTIONS & wanted:
        found |= dict.fromkeys(values.keyed(field, key))
    return list(found)


def phrase_names(index: Index, phrase: tuple[str, ...], *, open: bool) -> Bits:
    """Whose name holds a phrase."""

    def fits(place: int) -> bool:
        return in_a_row(tuple(all_words_of(index.names[place])), phrase, open=open)

    return _checked(_everybody_with(index.words, phrase, open=open), phrase, fits)


def phrase_emails(index: Index, people: People, phrase: tuple[str, ...], *, open: bool) -> Bits:
    """Whose address holds a phrase."""
    # What is typed of a domain is mostly written so: half of all people may have one address.
    domain = f"@{'.'.join(phrase)}" if open else "\n"

    def fits(place: int) -> bool:
        emails = people[index.ids[place]].emails
        return any(
            domain in each or in_a_row(tuple(all_words_of(each)), phrase, open=open)
            for each in emails
        )

    # A word of an address that is in the name as well is kept there alone.
    bits = index.everybody
    for place, word in enumerate(phrase):
        part = (word,), open and place == len(phrase) - 1
        held = _everybody_with(index.emails, part[0], open=part[1])
        named = _everybody_with(index.words, part[0], open=part[1])
        if len(phrase) == 1:
            return held | _kept(named & ~held, fits)
        bits &= held | named
    return _kept(bits, fits)


def phrase_notes(index: Index, people: People, phrase: tuple[str, ...], *, open: bool) -> Bits:
    """In whose notes a phrase stands."""

    def fits(place: int) -> bool:
        notes = people[index.ids[place]].notes[:LONGEST_NOTES]
        return in_a_row(tuple(all_words_of(notes)), phrase, open=open)

    return _checked(_everybody_with(index.notes, phrase, open=open), phrase, fits)


def _checked(some: Bits, phrase: tuple[str, ...], fits: Callable[[int], bool]) -> Bits:
    return some if len(phrase) == 1 else _kept(some, fits)


def _kept(some: Bits, fits: Callable[[int], bool]) -> Bits:
    return bits_of([place for place in places_of(some) if fits(place)]) if some else 0


def _endings(lexicon: Lexicon, word: str, *, open: bool) -> Iterable[str]:
    return lexicon.beginning(word) if open else (word,)


def _everybody_with(lexicon: Lexicon, phrase: tuple[str, ...], *, open: bool) -> Bits:
    found: Bits | None = None
    for place, word in enumerate(phrase):
        endings = _endings(lexicon, word, open=open and place == len(phrase) - 1)
        each = united(held for end in endings if (held := lexicon.holders(end)) is not None)
        found = each if found is None else found & each
        if not found:
            return 0
    return found or 0


def _holding_all(lexicon: Lexicon, phrase: tuple[str, ...], *, open: bool) -> Iterable[int]:
    found: set[int] | None = None
    for place, word in enumerate(phrase):
        numbers: set[int] = set()
        for end in _endings(lexicon, word, open=open and place == len(phrase) - 1):
            held = lexicon.holders(end)
            if held is not None:
                numbers.update(each_of(held))
        found = numbers if found is None else found & numbers
        if not found:
            return ()
    return found or ()
