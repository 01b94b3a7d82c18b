"""A plain list of names, in a file or pasted: told only where somebody says that it is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from store.formats.format import Format
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.names_list.courtesies import letter_marked
from store.formats.names_list.lines import LONGEST, Listed, listed_in, without_bullet
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow, beginning, decode, decode_narrow
from store.records.clean import clean_line
from store.records.identity import phone_key
from store.records.person import City, Person
from store.words.fold import fold
from store.words.message import Message

MOST_BYTES = 16 * 1024 * 1024
MOST_LINES = 50_000
"""Of one list; as many names in all, where several stand on a line."""

STEP = 100
"""Lines between two words on how far the reading has come."""

PREFIX = "name:"

_LOOKED_AT = 60
"""Lines by which a list is told."""

_CUT = 32 * 1024
"""Bytes beyond which the last line of what is looked at may be cut."""

_TWO_THIRDS = (2, 3)
_ROW = re.compile(r"[^,\s],[^,\s].*[^,\s],[^,\s]")
"""Commas without blanks behind them: a row of a table, as nobody types names."""

_CODE = re.compile(r'"""|[={}]|^(?:import|from|def|class|return|boundary)\b')
"""What programs and settings are written with, and no list of names."""

_LINE = re.compile(r"([^\r\n\x85\u2028\u2029]*+)(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_HEADERS = frozenset(
    {
        *("name", "names", "full name", "first name", "last name", "surname", "contact"),
        *("contacts", "people", "nom", "noms", "nom complet", "prenom", "prenoms", "nom et prenom"),
        *("prenom nom", "nom prenom", "prenom et nom", "personnes", "email", "e-mail", "phone"),
        *("mail", "telephone", "company", "organisation", "organization", "city", "ville"),
        *("societe", "entreprise", "given name", "family name", "first", "last"),
    }
)
"""What stands above a column, folded."""

_CELLS = re.compile(r"[,;\t|]")


def looks_like_names(head: bytes, name: str) -> bool:
    """Whether the first lines are mostly names, and not the rows of a table, code or prose.

    What a letter around them begins and ends with does not matter.

    Args:
        head: the first bytes of the file, or of what was pasted.
        name: the file's name, which does not matter.
    """
    whole = head if len(head) < _CUT else head.rpartition(b"\n")[0]
    text = decode(whole)
    if "\0" in text:
        return False
    marked = islice(letter_marked(_lines(text)), _LOOKED_AT)
    lines = [line for _, line, is_of_letter in marked if not is_of_letter]
    if lines and _is_header(lines[0]):
        if len(_CELLS.split(lines[0])) > 1:
            return False
        lines = lines[1:]
    if not lines or _are_rows(lines) or any(map(_CODE.search, lines)):
        return False
    good = sum(_is_of_names(line) for line in lines)
    most, of = _TWO_THIRDS
    return good * of >= len(lines) * most


def read_names(data: bytes, shown_path: str, known: Known) -> Reading:
    """The people of a list, one a line; lines that are no name are set aside.

    The same line twice is one person, two people of one name who differ in what stands beside are
    two; both is told. Lines that begin with `#` say something of the list and are passed over.
    """
    read = beginning(data, MOST_BYTES)
    charset = known.choices.charset
    text = decode_narrow(as_narrow(read), charset) if charset else decode(read)
    aside = SetAside(shown_path)
    people: dict[str, Person] = {}
    names: set[str] = set()
    count = number = 0
    for number, line, is_of_letter in letter_marked(_lines(text)):
        if max(number, count) > MOST_LINES:
            aside.end(number, Message("import.too_many_names", {"n": MOST_LINES}))
            break
        if is_of_letter:
            aside.add(number, Message("import.of_a_letter"), line)
            continue
        if not people and _is_header(line):
            continue
        for listed in listed_in(line) if len(line) <= LONGEST else (line,):
            count += 1
            if isinstance(listed, str):
                aside.add(number, Message("import.not_a_person_name"), listed)
                continue
            person = _person(listed)
            folded = _folded(person.name)
            if person.sources[0] in people:
                aside.add(number, Message("import.name_twice"), line)
            elif folded in names:
                aside.add(number, Message("import.namesake_in_list"), line)
            people.setdefault(person.sources[0], person)
            names.add(folded)
        if number % STEP == 0:
            known.step(len(people))
    else:
        if len(data) > MOST_BYTES:
            aside.end(number + 1, Message("import.too_many_names", {"n": MOST_LINES}))
    return Reading(people=tuple(people.values()), refused=aside.refused())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, without their bullets, each with its number from 1."""
    for number, found in enumerate(_LINE.finditer(text), start=1):
        if not found[1]:
            continue
        cleaned = without_bullet(found[1])
        cleaned = "\t".join(clean_line(part) for part in cleaned.split("\t")).strip()
        if cleaned and not cleaned.startswith("#") and cleaned.strip("-=_*~ \t"):
            yield number, cleaned


def _is_header(line: str) -> bool:
    cells = [fold(cell).strip("\"': ") for cell in _CELLS.split(line)]
    return all(cell in _HEADERS for cell in cells)


def _are_rows(lines: list[str]) -> bool:
    """Whether all lines have as many cells, three or more: a table, though it has no header."""
    if len(lines) < 2 or any("<" in line for line in lines):
        return False
    return any(
        counts.pop() > 1
        for mark in (",", ";", "\t", "|")
        if len(counts := {line.count(mark) for line in lines}) == 1
    )


def _is_of_names(line: str) -> bool:
    if len(line) > LONGEST or _ROW.search(line):
        return False
    found = list(listed_in(line))
    return bool(found) and not any(isinstance(each, str) for each in found)


def _folded(text: str) -> str:
    """Text as keys hold it: case does not matter; letters stay, since two names may sound alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def _person(listed: Listed) -> Person:
    beside = listed.beside
    phones = tuple(map(phone_key, listed.phones[:1]))
    told = (*listed.emails[:1], *phones, beside.org, beside.city, beside.note, listed.nickname)
    key = "|".join(filter(None, map(_folded, (listed.name, *told))))
    return Person(
        id="",
        name=listed.name,
        nicknames=(listed.nickname,) if listed.nickname else (),
        emails=listed.emails,
        phones=listed.phones,
        org=beside.org,
        cities=(City(name=beside.city),) if beside.city else (),
        notes=beside.note,
        sources=(PREFIX + key,),
    )


NAMES = Format(name="names", looks_like=looks_like_names, read=read_names, named_only=True)
"""A list of names; loosely told, so that only what the user names or pastes is taken for it."""
