"""The names by which filters and bands are typed, folded; both languages whatever the language."""

from __future__ import annotations

from typing import Literal

from store.records.kinds import Band

FieldName = Literal[
    "school",
    "city",
    "passion",
    "org",
    "title",
    "field",
    "language",
    "tag",
    "circle",
    "name",
    "need",
    "offer",
    "note",
    "where",
    "email",
]
"""What a value may be asked of."""

FIELDS_OF: dict[FieldName, tuple[str, ...]] = {
    "school": ("schools",),
    "city": ("cities",),
    "passion": ("passions",),
    "org": ("org", "employers"),
    "title": ("title",),
    "field": ("fields",),
    "language": ("languages",),
    "tag": ("tags",),
    "circle": ("circles",),
    "name": ("name", "nicknames"),
    "need": ("needs",),
    "offer": ("offers",),
    "note": ("notes",),
    "where": ("where",),
    "email": ("emails",),
}
"""The fields of the record; `org` is the present employer or an earlier one."""

Other = Literal["met", "since", "layer", "tie"]
"""Filters whose values are no words of a card."""

_TYPED: dict[FieldName | Other, str] = {
    "school": "school schools ecole ecoles etudes universite",
    "city": "city cities ville villes",
    "passion": "passion passions",
    "org": "org organisation organization company employer entreprise societe employeur boite",
    "title": "title job role poste titre fonction",
    "field": "field fields profession domaine domaines metier",
    "language": "language languages lang speaks langue langues parle",
    "tag": "tag tags etiquette etiquettes",
    "circle": "circle circles club clubs cercle cercles",
    "name": "name nickname nom prenom surnom",
    "need": "need needs wants besoin besoins cherche",
    "offer": "offer offers offre offres propose",
    "note": "note notes",
    "where": "where ou lieu",
    "email": "email e-mail mail courriel adresse",
    "met": "met rencontre rencontree rencontres",
    "since": "since depuis",
    "layer": "layer proximite",
    "tie": "tie band lien chaleur",
}

FILTERS: dict[str, FieldName | Other] = {
    word: name for name, words in _TYPED.items() for word in words.split()
}
"""What each word before a colon asks for."""

TIES: dict[str, Band] = {
    "lively": "hot",
    "hot": "hot",
    "soutenu": "hot",
    "soutenue": "hot",
    "steady": "warm",
    "warm": "warm",
    "regulier": "warm",
    "reguliere": "warm",
    "slipping": "cooling",
    "cooling": "cooling",
    "s'espace": "cooling",
    "espace": "cooling",
    "thin": "cold",
    "cold": "cold",
    "distendu": "cold",
    "distendue": "cold",
    "silent": "frozen",
    "frozen": "frozen",
    "silencieux": "frozen",
    "silencieuse": "frozen",
    "dormant": "dormant",
    "dormante": "dormant",
    "sommeil": "dormant",
    "en sommeil": "dormant",
    "endormi": "dormant",
    "new": "new",
    "not yet": "new",
    "nouveau": "new",
    "nouvelle": "new",
    "pas encore parle": "new",
}
"""Bands by the words that the screen says and by their codes."""

THIN: dict[str, tuple[Band, ...]] = dict.fromkeys(
    ("thin", "distendu", "distendue"), ("cold", "frozen")
)
"""Words that mean ties when they stand alone, and may be somebody's name all the same."""

NO_LAYER = frozenset({"none", "no", "aucune", "aucun", "sans"})
