"""Events and circles of the invented network, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from store.records.kinds import Language


class Gathering(NamedTuple):
    """An event as it is written down."""

    name: str
    place: str
    goal: str
    bring: str
    """What I bring to it."""


EVENTS: dict[Language, tuple[Gathering, ...]] = {
    "en": (
        Gathering(
            "PyConFR",
            "Strasbourg",
            "two people who run tests on hospitals' software",
            "how we moved to plain files",
        ),
        Gathering("INSA alumni evening", "Lyon", "see the year 2009 again", "news of the lab"),
        Gathering(
            "Open data breakfast",
            "Villeurbanne",
            "hear what became of the water project",
            "the maps",
        ),
        Gathering("Choir weekend", "Annecy", "sing, and nothing else", "scores"),
        Gathering(
            "Science and press dinner",
            "Paris",
            "meet an editor for the river story",
            "three stories from the lab",
        ),
        Gathering("Climbing day", "Grenoble", "introduce the newcomers", "ropes"),
        Gathering(
            "Type and print fair", "Lyon", "find a printer for small runs", "our last booklet"
        ),
        Gathering(
            "Alpine energy forum",
            "Genève",
            "three real conversations, not cards",
            "measurement data",
        ),
    ),
    "fr": (
        Gathering(
            "PyConFR",
            "Strasbourg",
            "deux personnes qui testent des logiciels d'hôpital",
            "notre passage aux fichiers simples",
        ),
        Gathering(
            "Soirée des anciens de l'INSA", "Lyon", "revoir la promo 2009", "des nouvelles du labo"
        ),
        Gathering(
            "Petit-déjeuner données ouvertes",
            "Villeurbanne",
            "savoir où en est le projet eau",
            "les cartes",
        ),
        Gathering("Week-end de la chorale", "Annecy", "chanter, et rien d'autre", "les partitions"),
        Gathering(
            "Dîner science et presse",
            "Paris",
            "rencontrer une rédaction pour le sujet rivières",
            "trois histoires du labo",
        ),
        Gathering("Journée d'escalade", "Grenoble", "présenter les nouveaux venus", "les cordes"),
        Gathering(
            "Foire du livre imprimé",
            "Lyon",
            "trouver un imprimeur de petites séries",
            "notre dernier livret",
        ),
        Gathering(
            "Forum énergie des Alpes",
            "Genève",
            "trois vraies conversations, pas des cartes",
            "des données de mesure",
        ),
    ),
}

CIRCLES: dict[Language, tuple[str, ...]] = {
    "en": (
        "INSA alumni",
        "Wednesday choir",
        "Climbers of Villeurbanne",
        "Open data club",
        "Friends of the press dinner",
    ),
    "fr": (
        "Anciens de l'INSA",
        "Chorale du mercredi",
        "Grimpeurs de Villeurbanne",
        "Club données ouvertes",
        "Les amis du dîner de presse",
    ),
}

CAPTURES: dict[Language, tuple[str, ...]] = {
    "en": (
        "Spoke at the buffet, to be continued.",
        "Shared a table.",
        "Introduced by a friend.",
        "A good question after the talk.",
    ),
    "fr": (
        "Parlé au buffet, à suivre.",
        "Voisins de table.",
        "Connaissance d'amis.",
        "Une bonne question après l'exposé.",
    ),
}
"""What I noted of people met there."""
