"""What rhythms ask for, in words and as JSON."""

from __future__ import annotations

import msgspec
import pytest
from small_network import TODAY, Network

from store.records.kinds import Language
from store.views.answers_capacity import capacity_answer
from store.views.capacity import Nudge, TieCost, capacity_view, nudge_of
from store.views.capacity_words import (
    asks_nothing_said,
    basis_said,
    every_cell,
    every_said,
    left_out_said,
    minutes_cell,
    moved_cell,
    nudge_said,
    promise_said,
    why_moved_said,
)
from store.views.explain_cost import explain_cost
from store.views.shift_words import shift_message, shift_told, what_if_said
from store.views.what_if import Shift, WhatIf
from store.words.message import Message
from store.words.spoken_words import SpokenWords
from store.words.words import Words
from tui.card_deeds import WITH_MINUTES, briefer_of
from tui.phrasing.capacity_rows import phrase_with
from tui.phrasing.cost_paragraphs import cost_paragraphs
from widgets.capacity_list import COLUMNS
from widgets.column_layout import fitted

EN, FR = Words("en"), Words("fr")
NBSP = "\N{NO-BREAK SPACE}"
NOTHING = f"aucun changement notable{NBSP}:"


def shift(before: float | None, after: float | None) -> Shift:
    return Shift(before=before, after=after, idle="dormant" if after is None else None)


@pytest.mark.parametrize(
    ("before", "after", "en", "fr"),
    [
        (14, 9, "about 9 min a week instead of 14 min", "9 min/sem. au lieu de 14 min"),
        (10, 0.78, "about 0.8 min a week instead of 10 min", "0,8 min/sem. au lieu de 10 min"),
        (3.1, 3.4, "about 3.4 min a week instead of 3.1 min", "3,4 min/sem. au lieu de 3,1 min"),
        (0.3, 72, "about 1 h 12 a week instead of 0.3 min", "1 h 12/sem. au lieu de 0,3 min"),
        (0.02, 0.3, "about 0.3 min a week instead of 0.02 min", "0,3 min/sem. au lieu de 0,02 min"),
        (None, 9, "about 9 min a week", "environ 9 min par semaine"),
        (9.96, 10.1, "no change to speak of: 10 min a week", f"{NOTHING} 10 min par semaine"),
        (4.11, 4.14, "no change to speak of: 4.1 min a week", f"{NOTHING} 4,1 min par semaine"),
        (70.2, 70.4, "no change to speak of: 1 h 10 a week", f"{NOTHING} 1 h 10 par semaine"),
        (9, None, "no minutes while it sleeps", "aucune minute, le lien sommeille"),
    ],
)
def test_a_change_is_told_by_the_week_as_closely_as_it_can_be_seen(
    before: float | None, after: float | None, en: str, fr: str
) -> None:
    told = shift_message(shift(before, after))
    assert EN.tell(told) == en
    assert FR.tell(told) == fr


def test_ears_are_told_in_full() -> None:
    told = shift_message(shift(14, 1.8))
    assert SpokenWords("fr").tell(told) == "1,8 minute par semaine au lieu de 14 minutes"
    assert SpokenWords("en").tell(told) == "about 1.8 minutes a week instead of 14 minutes"


def test_behind_what_was_done_nothing_is_told_that_has_not_changed() -> None:
    assert shift_told(shift(9, 9)) is None
    assert shift_told(shift(70.2, 70.4)) is None
    assert shift_told(shift(None, None)) is None
    assert shift_told(shift(9, None)) is not None
    assert shift_told(shift(None, 0.1)) is not None


def test_what_if_ends_with_the_whole_however_few_words_there_is_room_for() -> None:
    told = WhatIf(before=14, after=9, idle=None, total_before=210, total_after=205)
    assert what_if_said(told, EN) == (
        "about 9 min a week instead of 14 min; 3 h 25 in all",
        "9 min a week; 3 h 25 in all",
        "3 h 25 in all",
    )
    assert what_if_said(told, FR) == (
        f"9 min/sem. au lieu de 14 min{NBSP}; 3 h 25 au total",
        f"9 min/sem.{NBSP}; 3 h 25 au total",
        "3 h 25 au total",
    )
    none = WhatIf(before=14, after=None, idle="seen_anyway", total_before=23.5, total_after=9.5)
    assert what_if_said(none, EN) == (
        "no minutes a week; 9.5 min in all",
        "9.5 min in all",
    )


def test_an_answer_gives_up_words_before_it_gives_up_the_minutes() -> None:
    done = Message("tui.layer.none", {"name": "Ada"})
    asked = shift_told(shift(8.3, 12.2), 30.4)
    assert asked is not None
    whole = Message(WITH_MINUTES, {"said": done, "shift": asked})
    assert [EN.tell(each) for each in (whole, *briefer_of(whole))] == [
        "Ada: no layer any more; ~30 days supposed: about 12 min a week instead of 8.3 min",
        "Ada: no layer any more; ~30 days supposed: 12 min a week",
        "Ada: no layer any more; 12 min a week",
        "Ada: no layer any more",
    ]
    assert list(briefer_of(done)) == []


@pytest.mark.parametrize(
    ("minutes", "cell"),
    [
        (0.0, "0.0"),
        (0.004, "0.0"),
        (0.04, "<0.1"),
        (0.3, "0.3"),
        (9.0, "9.0"),
        (9.14, "9.1"),
        (14.4, "14.4"),
    ],
)
def test_figures_of_a_column_all_have_one_decimal(minutes: float, cell: str) -> None:
    assert minutes_cell(minutes, EN) == cell


@pytest.mark.parametrize(
    ("language", "promise", "nothing"),
    [
        ("en", "Your rhythms promise 9.3 min a week; the budget is 2 h.", "No rhythm is known yet"),
        (
            "fr",
            f"Vos rythmes promettent 9,3 min par semaine{NBSP}; le budget est de 2 h.",
            "Aucun rythme n'est encore connu",
        ),
    ],
)
def test_the_promise_stands_beside_the_budget(
    language: Language, promise: str, nothing: str
) -> None:
    words, net = Words(language), Network(budget=120)
    assert promise_said(capacity_view(net.snapshot(), net.ties()), words).startswith(nothing)
    net.person("Ada", cadence_days=15, layer=15)
    net.person("Ben")
    view = capacity_view(net.snapshot(), net.ties())
    assert promise_said(view, words) == promise
    assert "1" in left_out_said(view, words)
    bare = Network(budget=0)
    bare.person("Ada", layer=15)
    told = promise_said(capacity_view(bare.snapshot(), bare.ties()), words)
    assert "budget" in told
    assert "0" not in told


def test_who_asks_for_nothing_is_told_with_the_reason() -> None:
    assert asks_nothing_said("Ada", "dormant", EN) == "Ada asks for no minutes: dormant"
    assert asks_nothing_said("Ada", "unsorted", EN) == "Ada asks for no minutes: not sorted yet"
    assert asks_nothing_said("Ada", "paused", FR).endswith("en pause")


def set_and_free() -> tuple[Network, TieCost, TieCost]:
    """Somebody with a rhythm set, and somebody without, who talk as often."""
    net = Network()
    net.person("Ada", 12, 24, 36, 48, layer=150, cadence_days=90)
    net.person("Ben", 12, 24, 36, 48, layer=150)
    ada, ben = sorted(capacity_view(net.snapshot(), net.ties()).costs, key=lambda cost: cost.name)
    return net, ada, ben


def test_the_gap_that_was_set_is_told_as_such_and_the_one_in_fact_beside() -> None:
    _, ada, ben = set_and_free()
    assert every_cell(ada.asking, EN) == ("90 d", "set")
    assert every_cell(ada.asking, FR) == ("90 j", "fixé")
    assert every_cell(ben.asking, EN)[1] == ""
    assert every_said(ada.asking, EN).startswith(
        "every 90 days, as you set; in fact every ~12 days"
    )
    assert every_said(ben.asking, EN).startswith("every ~")
    once = msgspec.structs.replace(ada.asking, seen_gap_days=None)
    assert every_said(once, EN) == "every 90 days, as you set"


def test_minutes_that_several_share_are_told_as_such() -> None:
    _, ada, _ = set_and_free()
    assert "shared" not in basis_said(ada.asking, EN)
    shared = msgspec.structs.replace(ada.asking, own=True, shared=True)
    assert basis_said(shared, EN).startswith(
        "20 min each, as your talks usually take, those with several people shared; every 90 days"
    )
    assert "ceux à plusieurs étant partagés" in basis_said(shared, FR)


@pytest.mark.parametrize("days", [1, 30, 90, 99, 100, 122, 300, 700, 729, 900])
@pytest.mark.parametrize("is_set", [True, False])
def test_no_gap_is_cut_in_its_column_and_what_was_set_says_so(days: int, is_set: bool) -> None:
    _, ada, _ = set_and_free()
    asking = msgspec.structs.replace(ada.asking, gap_days=float(days), is_set=is_set)
    for words in (EN, FR):
        cost = msgspec.structs.replace(ada, asking=asking)
        row = phrase_with(words, False, lambda person: Nudge(closer=None, farther=None))(cost)
        cells = "".join(piece.text for piece in fitted((row.figures[1],), COLUMNS[1].cells))
        assert "…" not in cells
        assert (words.say("capacity.set") in cells) == is_set


def test_a_step_tells_what_is_supposed_without_a_layer_and_why_it_moves_the_figure() -> None:
    net, ada, ben = set_and_free()
    snapshot, ties = net.snapshot(), net.ties()
    moved = nudge_of(snapshot, ties, ben.person)
    assert moved.farther is not None
    cell = moved_cell(moved.farther, ben.weekly, EN)
    usual = round(ties.day.usual)
    assert nudge_said(ben.weekly, moved, EN)[1] == (
        f"without a layer ~{usual} days are supposed: {cell} min"
    )
    assert f"~{usual} jours sont supposés" in nudge_said(ben.weekly, moved, FR)[1]
    assert "supposed" in why_moved_said(ben.asking, moved, EN)
    held = nudge_of(snapshot, ties, ada.person)
    assert [moved_cell(each, ada.weekly, EN) for each in (held.closer, held.farther)] == ["="] * 2
    assert nudge_said(ada.weekly, held, EN) == (
        "one layer closer: as now",
        "without a layer: as now",
    )
    assert "changes nothing" in why_moved_said(ada.asking, held, EN)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_arithmetic_of_a_row_is_the_sum_and_where_its_terms_come_from(
    language: Language,
) -> None:
    net, ada, ben = set_and_free()
    snapshot, ties = net.snapshot(), net.ties()

    def told(cost: TieCost) -> str:
        explained = explain_cost(snapshot, ties, cost)
        shown = cost_paragraphs(explained, Words(language), TODAY, True, ("Enter", "w"))
        return "\n".join(each.text for each in shown)

    set_by_hand, by_contacts = told(ada), told(ben)
    point = "." if language == "en" else ","
    assert f"20 min × 7 / 90 {'days' if language == 'en' else 'jours'} = 1{point}6 min" in (
        set_by_hand
    )
    assert Words(language).say("capacity.term.set", n=90) in set_by_hand
    assert "√" in by_contacts
    assert "√" not in set_by_hand
    assert Words(language).say("capacity.heat_there", open="Enter", why="w") in by_contacts
    assert "Ada" not in set_by_hand


def test_without_talks_the_minutes_are_those_of_the_step() -> None:
    net = Network()
    net.person("Ada", layer=15)
    snapshot, ties = net.snapshot(), net.ties()
    (cost,) = capacity_view(snapshot, ties).costs
    explained = explain_cost(snapshot, ties, cost)
    assert [each.name for each in explained.minutes] == ["step", "minutes"]
    assert explained.minutes[-1].value == cost.asking.minutes
    assert [each.name for each in explained.days] == ["prior", "usual_gap"]
    assert explained.days[-1].value == cost.asking.gap_days


def test_the_answer_has_stable_keys() -> None:
    net = Network(budget=60)
    ada = net.person("Ada", 30, 60, 90, layer=15)
    net.person("Ben", cadence_days=0)
    snapshot, ties = net.snapshot(), net.ties()
    view = capacity_view(snapshot, ties)
    told = [(cost, nudge_of(snapshot, ties, cost.person)) for cost in view.costs]
    answer = capacity_answer(view, told)
    assert set(answer) == {
        *("minutes", "budget", "people", "seats", "layers", "not_counted", "ties"),
    }
    assert answer["not_counted"] == {"seen_anyway": 1}
    assert isinstance(answer["ties"], list)
    (tie,) = answer["ties"]
    assert isinstance(tie, dict)
    assert set(tie) == {
        *("person", "layer", "band", "usual_gap_days", "minutes", "own_minutes", "weekly"),
        *("closer", "farther", "every_days", "rhythm_set"),
    }
    assert (tie["person"], tie["minutes"]) == ({"id": ada, "name": "Ada"}, 20.0)
