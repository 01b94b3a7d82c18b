"""The card of the invented user."""

from __future__ import annotations

from store.actions.demo.ledger import Ledger
from store.records.kinds import Language
from store.records.me import Budget, Me, Sorting
from store.records.person import City, Employment, School

CITY = "Lyon"
"""Where the user lives."""

TITLES: dict[Language, str] = {"en": "lab coordinator", "fr": "responsable de laboratoire"}
PASSIONS: dict[Language, tuple[str, ...]] = {
    "en": ("climbing", "choir", "maps", "sourdough"),
    "fr": ("escalade", "chorale", "cartes", "pain au levain"),
}
FIELDS: dict[Language, tuple[str, ...]] = {
    "en": ("research", "software"),
    "fr": ("recherche", "logiciel"),
}


def keep_self(ledger: Ledger) -> None:
    """Who looks at this network, with a budget of two hours a week."""
    ledger.keep(
        Me(
            name="Camille Vernay",
            emails=("camille.vernay@mirabel.example",),
            phones=("+33 1 99 00 99 99",),
            links=("https://mirabel.example/camille-vernay",),
            org="Mirabel",
            title=TITLES[ledger.common],
            schools=(
                School(name="INSA Lyon", start="2004", end="2009"),
                School(name="KTH", start="2007", end="2008"),
            ),
            cities=(
                City(name=CITY),
                City(name="Göteborg", kind="past", start="2009", end="2012"),
                City(name="Annecy", kind="native"),
            ),
            employers=("Kvarnström", "Isère Mesure"),
            employment=(
                Employment(name="Kvarnström", start="2009", end="2012"),
                Employment(name="Isère Mesure", start="2012", end="2018"),
            ),
            passions=PASSIONS[ledger.common],
            fields=FIELDS[ledger.common],
            languages=("fr", "en", "sv"),
            budget=Budget(
                total=120, kinds={"call": 40, "in_person": 45, "writing": 20, "preparing": 15}
            ),
            sorting=Sorting(wanted=False, last=ledger.day(200)),
            last_act=ledger.day(0),
        )
    )
