"""How many people share a thing, counted once and kept up with what changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.person import City, Person, School
from store.records.table import Table
from store.rules.sharing import NAMES, Sharing
from store.rules.traits import KEYS
from store.search.similar import similar

People = Table[PersonId, Person]


def people(*cards: Person) -> People:
    return Table({PersonId(card.id): card for card in cards})


def counting(cards: People) -> Sharing:
    sharing = Sharing(similar)
    sharing.over(cards)
    return sharing


def test_everybody_counts_once_however_often_a_thing_is_noted() -> None:
    lyon = City(name="Lyon", start="2026-11-20", end="2026-11-22")
    sharing = counting(
        people(
            Person(id="A", name="N", cities=(lyon,), org="Aubier", passions=("jazz", "JAZZ")),
            Person(id="B", name="N", cities=(City(name="LYON"),), employers=("aubier", "KTH")),
            Person(id="C", name="N", org="The Aubier", employers=("Aubier",), title="Chercheuse"),
            Person(id="D", name="N", fields=("chercheur",)),
        )
    )
    assert sharing.count("city", "lyon") == 2
    assert sharing.count("employer", "aubier") == 3
    assert sharing.count("passion", "jazz") == 1
    assert sharing.count("field", "chercheur") == 2
    assert sharing.count("school", "kth") == 0


def test_names_that_agree_are_counted_together() -> None:
    written = ("Université de Grenoble", "Universite de Grenobel", "Univ. Grenoble", "Grenoble 2")
    sharing = counting(
        people(
            *(
                Person(id=str(place), name="N", schools=(School(name=name),))
                for place, name in enumerate(written)
            )
        )
    )
    assert sharing.count("school", KEYS["school"]("université de grenoble")) == 3


def test_who_has_one_school_in_two_spellings_counts_once() -> None:
    both = (School(name="Universite de Grenobel"), School(name="Université de Grenoble"))
    cards = people(Person(id="A", name="N", schools=both), Person(id="B", name="N"))
    sharing = counting(cards)
    key = KEYS["school"]("Université de Grenoble")
    assert sharing.count("school", key) == 1
    sharing.over(people(Person(id="A", name="N"), Person(id="B", name="N", schools=both)))
    assert sharing.count("school", key) == 1


VALUES = st.lists(st.sampled_from(["jazz", "Jazz", "chess", "go"]), max_size=3).map(tuple)
SCHOOLS = st.lists(
    st.builds(School, name=st.sampled_from(["INSA Lyon", "insa de lyon", "Paris 1", "KTH"])),
    max_size=2,
).map(tuple)
CHANGES = st.lists(
    st.dictionaries(
        st.sampled_from("ABCDEFGH"),
        st.one_of(
            st.none(),
            st.builds(Person, id=st.just(""), name=st.just("N"), passions=VALUES, schools=SCHOOLS),
        ),
        max_size=4,
    ),
    max_size=6,
)


@given(CHANGES)
def test_after_any_changes_it_counts_as_if_it_had_just_begun(
    changes: list[dict[str, Person | None]],
) -> None:
    cards: People = people(Person(id="A", name="N", passions=("jazz",)))
    sharing = counting(cards)
    for change in changes:
        cards = cards.with_changes({PersonId(id): card for id, card in change.items()})
        sharing.over(cards)
        fresh = counting(cards)
        for what in ("passion", "school", "employer"):
            keys = {
                KEYS[what](name)
                for card in cards.values()
                for name in (*NAMES[what](card), "go", "KTH")
            }
            for key in keys:
                assert sharing.count(what, key) == fresh.count(what, key)


def test_what_comes_from_another_file_is_counted_anew() -> None:
    sharing = counting(people(Person(id="A", name="N", passions=("jazz",))))
    assert sharing.count("passion", "jazz") == 1
    sharing.over(people(*(Person(id=str(n), name="N", passions=("jazz",)) for n in range(5))))
    assert sharing.count("passion", "jazz") == 5
    sharing.over(people(Person(id="1", name="N")))
    assert sharing.count("passion", "jazz") == 0
