from __future__ import annotations

import pytest

from store.actions.trait import What
from tui.typed.trait import TypedTrait, as_written, complete_trait, read_trait

ENGLISH: dict[What, str] = {"tag": "tag", "school": "school", "city": "city", "passion": "passion"}
KNOWN: dict[What, list[str]] = {
    "tag": ["lab", "laboratoire"],
    "school": ["INSA Lyon", "École des mines"],
    "city": ["Genève", "Lyon"],
    "passion": ["climbing"],
}


@pytest.mark.parametrize(
    ("text", "what", "value", "remove"),
    [
        ("tag lab", "tag", "lab", False),
        ("étiquette lab", "tag", "lab", False),
        ("t lab", "tag", "lab", False),
        ("ÉCOLE INSA Lyon 2004-2009", "school", "INSA Lyon 2004-2009", False),
        ("ec ENS", "school", "ENS", False),
        ("ville  Lyon", "city", "Lyon", False),
        ("city Lyon", "city", "Lyon", False),
        ("p climbing", "passion", "climbing", False),
        ("-tag lab", "tag", "lab", True),
        ("tag -lab", "tag", "lab", True),
        ("- ville Lyon", "city", "Lyon", True),
        ("school", "school", "", False),
    ],
)
def test_a_line_is_read_in_both_languages(text: str, what: What, value: str, remove: bool) -> None:
    assert read_trait(text) == TypedTrait(what=what, value=value, remove=remove)


@pytest.mark.parametrize("text", ["", "e lab", "lab", "-", "tagg lab"])
def test_what_could_be_two_things_or_nothing_is_not_read(text: str) -> None:
    assert read_trait(text) is None


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("sch", "school "),
        ("-t", "-tag "),
        ("école insa", "école INSA Lyon"),
        ("school ecole", "school École des mines"),
        ("school mines", "school École des mines"),
        ("city geneve", "city Genève"),
        ("tag lab", "tag lab"),
        ("tag nothing", "tag nothing"),
        ("e", "e"),
    ],
)
def test_tab_completes_the_kind_then_the_value(text: str, completed: str) -> None:
    assert complete_trait(text, ENGLISH.__getitem__, KNOWN.__getitem__) == completed


def test_what_others_have_is_written_as_they_have_it() -> None:
    typed = TypedTrait(what="school", value="insa lyon 2004-2009")
    assert as_written(typed, KNOWN["school"]).value == "INSA Lyon 2004-2009"
    other = TypedTrait(what="city", value="geneve")
    assert as_written(other, KNOWN["city"]).value == "Genève"
    assert as_written(TypedTrait(what="tag", value="New"), KNOWN["tag"]).value == "New"
