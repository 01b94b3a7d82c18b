"""Words of names that say less than others, and forms of one given name."""

from __future__ import annotations

_TITLES = """
mr mrs ms miss dr prof professor sir dame monsieur madame mademoiselle mme mlle mgr
docteur maitre herr frau phd md msc mba esq
"""
TITLES = frozenset(_TITLES.split())
"""Said before or after a name; nothing of it."""

_PARTICLES = """
de du des d la le les van von der den di da del della dos das el al bin ben ibn y e et
"""
PARTICLES = frozenset(_PARTICLES.split())
"""Small words within a name, which one card has and another leaves out."""

GENERATIONS = {
    **dict.fromkeys(("sr", "senior", "pere"), "senior"),
    **dict.fromkeys(("jr", "junior", "fils", "ii"), "junior"),
    "iii": "third",
}
"""What tells a father from his son."""

_SHARED_BOXES = """
contact info infos hello bonjour admin office sales support service accueil secretariat
postmaster webmaster noreply no-reply mail email team rh hr jobs press presse direction
compta billing cabinet mairie bureau home work
"""
SHARED_BOXES = frozenset(_SHARED_BOXES.split())
"""What stands before the @ of an address that many read."""

_SHORT_FORMS = {
    "robert": "bob bobby rob bert",
    "william": "bill billy will liam",
    "richard": "dick rick richie",
    "james": "jim jimmy jamie",
    "john": "jack johnny",
    "michael": "mike mick mickey",
    "michel": "mitch miche",
    "edward": "ted ed ned eddy",
    "charles": "chuck charlie charly",
    "henry": "harry hank",
    "anthony": "tony",
    "antoine": "toine tonio",
    "joseph": "joe jo jojo pepe",
    "thomas": "tom tommy",
    "margaret": "peggy maggie meg",
    "elizabeth": "liz beth betty lisa eliza",
    "elisabeth": "liz babeth lisa",
    "katherine": "kate katie kathy",
    "catherine": "cathy kate cath",
    "alexander": "sasha sacha xander",
    "alexandre": "sacha",
    "alexandra": "sandra sasha",
    "francisco": "paco pancho",
    "jose": "pepe",
    "emmanuel": "manu",
    "emmanuelle": "manue",
    "dominique": "dom domi",
    "frederic": "fred",
    "frederique": "fred",
    "stephane": "steph stef",
    "stephanie": "steph stef fanny",
    "veronique": "vero",
    "genevieve": "ginette",
    "therese": "tess",
    "isabelle": "isa",
    "patricia": "pat trish",
    "patrick": "pat paddy",
    "andrew": "andy drew",
    "nathaniel": "nate",
    "steven": "steve",
    "stephen": "steve",
    "barbara": "babs",
    "susan": "sue suzy",
    "theodore": "ted theo",
    "lawrence": "larry",
    "gerald": "jerry gerry",
    "gerard": "gege",
    "hans": "johannes",
    "vladimir": "volodya vova",
    "ekaterina": "katia katya",
    "aleksandr": "sasha",
    "yuri": "iouri",
}
FORMS: dict[str, frozenset[str]] = {
    name: frozenset(short.split()) for name, short in _SHORT_FORMS.items()
}
"""Given names, and what people who bear them are called."""

_FEMININE = ("e", "a", "ne", "te", "le", "se", "ette", "ine", "ie", "iane", "ienne", "ia", "elle")


def are_forms(one: str, other: str) -> bool:
    """Whether one given name is a usual form of the other."""
    return other in FORMS.get(one, ()) or one in FORMS.get(other, ())


def are_a_pair(one: str, other: str) -> bool:
    """Whether two given names are a man's and a woman's: Michel, Michèle; Julio, Julia.

    A slip of the keyboard looks the same, and couples share numbers and addresses.
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in _FEMININE:
        return len(short) > 2
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} == {"o", "a"}
    return short[:-1] == long[: len(short) - 1] and long[len(short) - 1 :] in ("que", "ce")
