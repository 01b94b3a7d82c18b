from __future__ import annotations

from datetime import date

import pytest

from store.formats.comparing import contradict, is_fuller_birthday
from store.formats.merging import merged
from store.records.identity import link_key, phone_key, same_words
from store.records.person import Anniversary, City, Employment, Person, Property, School


def person(**fields: object) -> Person:
    return Person(**{"id": "1", "name": "Ann Bee", **fields})  # type: ignore[arg-type]


def merge(held: Person, card: Person, *, same_key: bool = True) -> Person:
    once = merged(held, card, same_key=same_key)
    assert merged(once, card, same_key=same_key) is once, "twice is as once"
    return once


def test_nothing_new_gives_the_very_same_person() -> None:
    held = person(emails=("a@x.org",), notes="Met in Lyon.", org="Acme")
    assert merge(held, person(emails=("A@X.ORG",), notes="Met in Lyon.")) is held


def test_lists_gain_what_they_lack_in_order_and_folded() -> None:
    held = person(emails=("ann@x.org",), phones=("06 12 34 56 78",), tags=("Été",))
    card = person(
        emails=("ANN@x.org", "ann@work.org"),
        phones=("+33 (0)6 12 34 56 78", "+33 6 00 00 00 00"),
        tags=("ete", "hiver"),
        sources=("uid:1",),
    )
    after = merge(held, card)
    assert after.emails == ("ann@x.org", "ann@work.org")
    assert after.phones == ("06 12 34 56 78", "+33 6 00 00 00 00")
    assert after.tags == ("Été", "hiver")
    assert after.sources == ("uid:1",)


def test_empty_fields_are_filled_and_what_the_user_has_stays() -> None:
    held = person(where="Lyon", birthday="1985-04-12")
    after = merge(
        held,
        person(where="", birthday="1985", met=date(2020, 1, 1), org="Acme", title="CEO"),
    )
    assert (after.where, after.birthday) == ("Lyon", "1985-04-12")
    assert (after.met, after.org, after.title) == (date(2020, 1, 1), "Acme", "CEO")
    assert merge(after, person(name="Annie", org="Other", title="CTO", where="Paris")) is after


def test_half_of_one_post_is_not_put_beside_half_of_another() -> None:
    assert merge(person(org="Acme"), person(org="Globex", title="CEO")).title == ""
    assert merge(person(title="CTO"), person(org="Globex", title="CEO")).org == ""
    assert merge(person(org="Acme"), person(org="ACME", title="CEO")).title == "CEO"


@pytest.mark.parametrize(
    ("held", "card", "after"),
    [
        ("", "--04-12", "--04-12"),
        ("--04-12", "1985-04-12", "1985-04-12"),
        ("1985", "1985-04", "1985-04"),
        ("1985-04-12", "--04-12", "1985-04-12"),
        ("1985-04-12", "1986-04-12", "1985-04-12"),
        ("1985", "--04-12", "1985"),
    ],
)
def test_a_birthday_only_becomes_fuller(held: str, card: str, after: str) -> None:
    assert merge(person(birthday=held), person(birthday=card)).birthday == after


def test_what_is_the_users_own_is_never_touched() -> None:
    held = person(layer=5, cadence_days=0, status="deceased", deceased_on=date(2020, 1, 1))
    card = person(layer=150, cadence_days=30, status="active", pinned=True, emails=("a@x.org",))
    after = merge(held, card)
    assert (after.layer, after.cadence_days, after.status) == (5, 0, "deceased")
    assert (after.deceased_on, after.pinned) == (date(2020, 1, 1), False)
    assert merge(person(), card).layer is None


def test_notes_gain_a_text_that_they_do_not_hold() -> None:
    held = person(notes="First.")
    after = merge(held, person(notes="Second.\nThird."))
    assert after.notes == "First.\n\nSecond.\nThird."
    assert merge(after, person(notes="Third.")) is after


def test_another_spelling_of_a_name_is_kept_unless_the_user_chose_theirs() -> None:
    held = person(name="Robert Smith")
    assert merge(held, person(name="Bob Smith"), same_key=False).nicknames == ("Bob Smith",)
    assert merge(held, person(name="SMITH Robert"), same_key=False) is held
    assert merge(held, person(name="Bob Smith"), same_key=True) is held


def test_schools_and_cities_are_added_once() -> None:
    held = person(schools=(School(name="INSA Lyon", start="2004"),), cities=(City(name="Lyon"),))
    card = person(
        schools=(School(name="insa lyon"), School(name="ENS")),
        cities=(City(name="LYON"), City(name="Lyon", kind="native")),
    )
    after = merge(held, card)
    assert [each.name for each in after.schools] == ["INSA Lyon", "ENS"]
    assert [each.kind for each in after.cities] == ["now", "native"]


def test_years_come_with_the_employers_that_the_card_has_then() -> None:
    held = person(org="Acme", employment=(Employment(name="Acme", start="2019"),))
    card = person(
        employers=("Globex", "Initech"),
        employment=(
            Employment(name="ACME", start="2001"),
            Employment(name="Globex", start="2010", end="2019"),
            Employment(name="Nobody's", start="2000"),
        ),
    )
    after = merge(held, card)
    assert [(each.name, each.start) for each in after.employment] == [
        ("Acme", "2019"),
        ("Globex", "2010"),
    ]


def test_other_days_of_the_year_are_added_once() -> None:
    held = person(dates=(Anniversary(name="Wedding", on="2015-06-12"),))
    card = person(
        dates=(
            Anniversary(name="WEDDING", on="2015-06-12"),
            Anniversary(name="Start", on="--09-01"),
        )
    )
    assert [each.on for each in merge(held, card).dates] == ["2015-06-12", "--09-01"]


def test_properties_are_added_verbatim_and_single_ones_once() -> None:
    held = person(properties=(Property(name="REV", value="1"), Property(name="X-A", value="1")))
    card = person(
        properties=(
            Property(name="REV", value="2"),
            Property(name="x-a", value="1"),
            Property(name="X-A", value="1", params="TYPE=home"),
        )
    )
    after = merge(held, card)
    assert after.properties == (*held.properties, card.properties[2])


def test_a_group_whose_name_is_taken_gets_another() -> None:
    def dated(label: str, day: str) -> tuple[Property, ...]:
        return (
            Property(name="X-ABDATE", value=day, group="item1"),
            Property(name="X-ABLabel", value=label, group="item1"),
        )

    held = person(properties=dated("Wedding", "2001-01-01"))
    after = merge(held, person(properties=dated("Moving", "2002-02-02")))
    groups: dict[str, list[str]] = {}
    for each in after.properties:
        groups.setdefault(each.group, []).append(each.value)
    assert sorted(groups.values()) == [["2001-01-01", "Wedding"], ["2002-02-02", "Moving"]]


def test_keys_of_values_written_differently_agree() -> None:
    assert phone_key("+33 (0)6 12 34 56 78") == phone_key("tel:0612345678")
    assert phone_key("555-1234 ext. 5") != phone_key("555-1234")
    assert phone_key("ask Ann") == "ask ann"
    assert link_key("https://www.linkedin.com/in/Ann/") == link_key("linkedin.com/in/ann")
    assert link_key("https://www.x.org/") == link_key("http://x.org")
    assert same_words("LOVELACE Ada", "Ada Lovelace")
    assert is_fuller_birthday("1985-04", "1985")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({}, {"emails": ("a@x.org",)}, False),
        ({"emails": ("a@x.org",)}, {"emails": ("b@x.org",)}, False),
        ({"emails": ("a@x.org",)}, {"emails": ("a@y.org",)}, True),
        ({"phones": ("0612345678",)}, {"phones": ("0712345678",)}, True),
        ({"birthday": "--04-12"}, {"birthday": "1985-04-12"}, False),
        ({"birthday": "--04-13"}, {"birthday": "1985-04-12"}, True),
        ({"sources": ("linkedin:a",)}, {"links": ("https://linkedin.com/in/b",)}, True),
        (
            {"emails": ("a@x.org",), "phones": ("0612345678",)},
            {"emails": ("a@y.org",), "phones": ("+33612345678",)},
            False,
        ),
    ],
)
def test_what_tells_two_of_one_name_apart(
    one: dict[str, object], other: dict[str, object], apart: bool
) -> None:
    assert contradict(person(**one), person(**other)) is apart
    assert contradict(person(**other), person(**one)) is apart
