"""Seven people with schools, cities and passions, for stories about the list of people."""

from __future__ import annotations

from stage import talk

from store.records.kinds import Layer
from store.records.me import ME, Me
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of


def classmate(
    id: str, name: str, layer: Layer | None, school: str, city: str, *passions: str
) -> Person:
    """Somebody from a school, in a city."""
    schools = (School(name=school),) if school else ()
    cities = (City(name=city),) if city else ()
    return Person(id=id, name=name, layer=layer, schools=schools, cities=cities, passions=passions)


PEOPLE = (
    classmate("A", "Amélie Roussel", 15, "INSA Lyon", "Lyon", "climbing", "jazz"),
    classmate("B", "Björn Ek", 50, "KTH", "Göteborg", "choir"),
    classmate("H", "Hélène Garnier", 50, "INSA Lyon", "Lyon", "climbing"),
    classmate("I", "Ibrahim Sow", None, "", "", "jazz"),
    classmate("J", "Jörg Meier", 150, "INSA Lyon", "Genève"),
    classmate("L", "Łukasz Wrona", 50, "ENS", "Lyon"),
    classmate("Z", "Zoé Adler", 150, "ENS", "Genève", "sourdough"),
)
"""In the order of their names."""


def classmates() -> Snapshot:
    """The seven, and two of them talked to."""
    talks = (talk("1", "A", 34, "Moving the team to Villeurbanne."), talk("2", "H", 120))
    return snapshot_of(
        {
            "people": {each.id: each for each in PEOPLE},
            "interactions": {each.id: each for each in talks},
            "me": {ME: Me(schools=(School(name="INSA Lyon"),), passions=("jazz",))},
        }
    )
