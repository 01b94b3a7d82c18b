"""Cells that name somebody else: spouse, child, manager, whoever brought us together."""

from __future__ import annotations

import re

from store.formats.csv.raw_values import escaped
from store.formats.csv.sheet import Sheet
from store.formats.csv_table import name_key
from store.records.clean import clean_line

_BETWEEN = re.compile(r"\s*[;,\n]\s*")

_TYPES = {
    "spouse": "spouse husband wife conjoint conjointe conjointe epoux epouse mari femme",
    "child": "child children son daughter enfant enfants fils fille kind kinder",
    "parent": "parent mother father mere pere mutter vater",
    "sibling": "sibling brother sister frere soeur bruder schwester",
    "friend": "friend ami amie freund freundin",
    "colleague": "colleague collegue kollege kollegin",
}
"""Types of RELATED (RFC 6350, 6.6.6)."""
_BY_KEY = {key: type for type, keys in _TYPES.items() for key in keys.split()}

_NAMES = {"manager": "X-MANAGER", "assistant": "X-ASSISTANT"}
"""What address books call properties that the standard has not."""

THROUGH = frozenset({"referredby", "introducedby", "recommandepar", "presentepar"})
"""Who brought us together."""


def take_relation(sheet: Sheet, cell: str, label: str) -> None:
    """Carry whom a cell names, and note that they know each other."""
    key = name_key(label.removeprefix("*"))
    type = _BY_KEY.get(key)
    # "Lovelace, Ada" is one person: only children come in lists.
    named = _BETWEEN.split(cell) if type == "child" else [cell]
    for name in filter(None, map(clean_line, named)):
        sheet.related.append((name, "through" if key in THROUGH else ""))
        if type is not None:
            sheet.keep("RELATED", escaped(name), f"TYPE={type};VALUE=text")
        elif key in _NAMES:
            sheet.keep(_NAMES[key], escaped(name))
        else:
            own = clean_line(label.removeprefix("*"))
            sheet.keep("RELATED", escaped(name), "VALUE=text", own)
