"""Kinds of numbers and addresses in the words of many programs, as types of a vCard."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from store.formats.csv_table import name_key

_TYPES = {
    "home": "home house personal perso personnel personnelle prive privee domicile maison privat",
    "work": "work business office bureau professionnel professionnelle pro travail beruflich "
    "geschaftlich arbeit",
    "cell": "mobile cell cellphone cellular portable mobil handy iphone gsm",
    "home,fax": "homefax faxdomicile telecopiedomicile faxpersonnel",
    "work,fax": "workfax faxbureau telecopiebureau faxprofessionnel",
    "fax": "fax otherfax telecopie",
    "pager": "pager",
    "main": "main principal principale primary",
    "car": "car voiture",
    "video": "video",
    "isdn": "isdn rnis",
    "textphone": "tty tdd ttytdd",
    "x-telex": "telex",
    "x-radio": "radio",
    "x-assistant": "assistant",
    "x-callback": "callback rappel",
    "work,main": "companymain",
    "homepage": "homepage pagedaccueil",
    "profile": "profile profil",
    "blog": "blog",
}
_BY_KEY = {key: type for type, keys in _TYPES.items() for key in keys.split()}

_NONE = frozenset({"", "other", "autre", "autres", "custom", "obsolete", "andere", "internet"})
"""Labels that say nothing."""

PREFERRED = "* "
"""How a label begins that is preferred to the others."""


class Kind(msgspec.Struct, frozen=True):
    """What a label says."""

    params: str
    """As of a vCard property, without the leading semicolon."""
    own: str = ""
    """The label itself where it is one of the user's own words."""


@lru_cache(maxsize=256)
def kind_of(label: str) -> Kind:
    """The kind that a label names: `* Work` is preferred and of work."""
    preferred = label.startswith(PREFERRED)
    plain = label.removeprefix("*").strip()
    key = name_key(plain)
    known = _BY_KEY.get(key, "")
    types = ",".join(each for each in (known, "pref" if preferred and known else "") if each)
    own = "" if known or key in _NONE or not plain else plain
    return Kind(f"TYPE={types}" if types else "", own)
