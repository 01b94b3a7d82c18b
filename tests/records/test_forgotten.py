"""Who was forgotten is known again on another card, and nothing of them is kept."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.forgotten import Forgotten
from store.records.person import Person

KEY = "5a" * 32


def person(name: str = "Zoé Adler", **fields: object) -> Person:
    return Person(**{"id": "", "name": name, **fields})  # type: ignore[arg-type]


ZOE = person(
    emails=("Zoe@Adler.org",),
    phones=("+33 (0)6 12 34 56 78", "112"),
    links=("https://www.linkedin.com/in/Zoe-Adler/",),
    sources=("uid:77",),
)
FORGOTTEN = Forgotten().with_person(ZOE, KEY)


@pytest.mark.parametrize(
    "card",
    [
        person("Z. A.", emails=("zoe@adler.ORG", "new@x.org")),
        person("Z. A.", phones=("06.12.34.56.78",)),
        person("Z. A.", sources=("uid:77",)),
        person("Z. A.", sources=("linkedin:zoe-adler",)),
        person("Z. A.", links=("http://fr.linkedin.com/in/zoe-adler",)),
        person("ADLER Zoe"),
        person("zoe adler", sources=("vcard:a1b2",)),
    ],
)
def test_a_card_that_shares_an_identity_or_bears_the_bare_name_is_known(card: Person) -> None:
    assert FORGOTTEN.holds(card)


@pytest.mark.parametrize(
    "card",
    [
        person(emails=("zoe@elsewhere.net",)),
        person(phones=("0700000000",)),
        person(sources=("linkedin:other-zoe",)),
        person("Zoé Adler-Petit"),
        person("Zoé"),
        person("Bo", phones=("112",)),
        person("Bo"),
    ],
)
def test_a_namesake_with_another_address_and_a_stranger_are_not(card: Person) -> None:
    assert not FORGOTTEN.holds(card)


def test_somebody_of_whom_only_the_name_was_known_is_known_by_it() -> None:
    forgotten = Forgotten().with_person(person(), KEY)
    assert forgotten.holds(person(emails=("zoe@elsewhere.net",)))


def test_a_number_here_and_an_address_there_do_not_tell_two_cards_of_one_name_apart() -> None:
    forgotten = Forgotten().with_person(person(phones=("0612345678",)), KEY)
    assert forgotten.holds(person(emails=("zoe@elsewhere.net",)))
    assert forgotten.holds(person(sources=("linkedin:zoe",)))
    assert not forgotten.holds(person(emails=("z@x.org",), phones=("0700000000",)))


def test_a_second_person_keeps_the_key_and_the_first() -> None:
    both = FORGOTTEN.with_person(person("Bo"), "77" * 32)
    assert both.key == KEY
    assert both.holds(ZOE)
    assert both.holds(person("Bo"))
    assert set(FORGOTTEN.hashes) < set(both.hashes)
    assert list(both.hashes) == sorted(set(both.hashes))
    assert both.with_person(ZOE) == both


def test_nobody_is_known_before_anybody_was_forgotten_and_a_key_is_needed() -> None:
    assert not Forgotten().holds(ZOE)
    with pytest.raises(ValueError, match="key"):
        Forgotten().with_person(ZOE)


def test_what_is_kept_depends_on_the_key_and_says_nothing() -> None:
    kept = msgspec.json.encode(FORGOTTEN).decode().lower()
    assert not any(each in kept for each in ("zoe", "adler", "612345678", "uid"))
    assert all(len(each) == 32 and int(each, 16) >= 0 for each in FORGOTTEN.hashes)
    other = Forgotten().with_person(ZOE, "a5" * 32)
    assert not set(other.hashes) & set(FORGOTTEN.hashes)


texts = st.text(max_size=8)


@given(
    st.builds(
        Person,
        id=texts,
        name=texts,
        emails=st.lists(texts, max_size=2).map(tuple),
        phones=st.lists(texts, max_size=2).map(tuple),
        links=st.lists(texts, max_size=2).map(tuple),
        sources=st.lists(texts, max_size=2).map(tuple),
    )
)
def test_whoever_was_forgotten_is_known_again(card: Person) -> None:
    assert Forgotten().with_person(card, KEY).holds(card)
    assert Forgotten().with_person(card, KEY).holds(person(card.name))
