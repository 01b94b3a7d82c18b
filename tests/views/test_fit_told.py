"""What fits into some minutes of a network: what counts, and how it is told."""

from __future__ import annotations

from typing import get_args

import pytest
from any_network import TODAY as ANY_DAY
from any_network import networks
from hypothesis import given, settings
from hypothesis import strategies as st
from small_network import Network, ago

from store.config.settings import Settings
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot
from store.rules.fit import MOST_MINUTES, InReason, OutReason
from store.views.answers_fit import fit_answer
from store.views.fit import Fit, fit_rows
from store.views.fit_words import fit_sentence, in_reason, next_line, out_reason, promised_out_line
from store.views.ties import Ties
from store.views.today import today_view
from store.words.spoken_words import SpokenWords
from store.words.words import Words

EN, FR = Words("en"), Words("fr")


def fit_of(net: Network, minutes: int) -> Fit:
    return fit_rows(net.today(), net.snapshot(), net.ties(), minutes)


def names(fit: Fit) -> list[str]:
    return [row.name for row in fit.rows]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def net() -> Network:
    """Two promised, one of them a plan that has gone by; two past their rhythm."""
    net = Network()
    net.promise(net.person("Amélie", 30), 2, kind="follow_up")
    plan = {"id": "PLAN", "kind": "video", "on": ago(1), "planned": True, "minutes": None}
    net.records.append(Interaction(people=(net.person("Paul", 9),), **plan))  # type: ignore[arg-type]
    net.person("Björn", 60, 90, cadence_days=30)
    net.person("Carl", 40, 70, cadence_days=30)
    return net


def test_steps_are_counted_and_a_plan_gone_by_only_asks(net: Network) -> None:
    fit = fit_of(net, 45)
    assert names(fit) == ["Amélie", "Paul", "Björn"]
    assert (fit.counts, fit.asking, fit.minutes, fit.left) == ((("call", 2),), 1, 40, 5)
    assert fit_sentence(fit, 45, EN) == "45 min: 2 calls, 1 past plan to note, 5 left"
    told = plain(fit_sentence(fit, 45, FR))
    assert told == "45 min : 2 appels, 1 rendez-vous passé à noter, reste 5"
    heard = fit_sentence(fit, 45, SpokenWords("en"))
    assert heard.startswith("45 minutes: 2 calls")


def test_what_fills_the_minutes_says_nothing_of_what_is_left(net: Network) -> None:
    assert fit_sentence(fit_of(net, 40), 40, EN) == "40 min: 2 calls, 1 past plan to note"
    assert fit_sentence(fit_of(net, 300), 300, EN).endswith(", 4 h left")


def test_what_does_not_fit_is_named_with_its_minutes(net: Network) -> None:
    fit = fit_of(net, 15)
    assert promised_out_line(fit, EN) == "Promised, but too long for it: Amélie (20 min)"
    assert next_line(fit, EN) == "Next would come Björn (20 min): longer than what is left"
    assert plain(next_line(fit, FR)).startswith("Viendrait ensuite Björn (20 min) : plus long")
    assert next_line(fit_of(net, 45), EN).endswith(
        "Carl (20 min): others make more of the same minutes"
    )
    whole = fit_of(net, 500)
    assert (promised_out_line(whole, EN), next_line(whole, EN)) == ("", "")


def test_nothing_that_fits_is_not_nothing_that_waits() -> None:
    net = Network()
    assert fit_sentence(fit_of(net, 45), 45, EN) == "45 min: nobody is due"
    net.person("Björn", 60, 90, cadence_days=30)
    assert fit_sentence(fit_of(net, 4), 4, EN) == "Nothing of today fits into 4 min"


def test_a_birthday_counts_for_as_much_as_a_turn_with_that_person() -> None:
    net = Network()
    net.person("Friend", 40, 60, 80, 100, layer=5, birthday="--11-22")
    net.person("Other", 40, 60, 80, 100)
    fit = fit_of(net, 20)
    assert [row.id for row in fit.rows] == ["birthday:P-Friend"]
    assert [why for _, why in fit.left_out] == ["same_person", "outweighed"]
    quiet = Network()
    quiet.person("Quiet", 8, 30, 52, 74, birthday="--11-22")
    quiet.person("Other", 200, 230, 260, 290, 320)
    assert names(fit_of(quiet, 20)) == ["Other"], "an occasion is no promise"


def test_every_reason_has_words() -> None:
    for words in (EN, FR):
        told = {in_reason(each, words) for each in get_args(InReason)}
        told |= {out_reason(each, words) for each in get_args(OutReason)}
        assert len(told) == len(get_args(InReason)) + len(get_args(OutReason))
        assert not any("fit." in each for each in told)


@settings(max_examples=40)
@given(networks(), st.integers(0, 2 * MOST_MINUTES))
def test_of_any_network_it_fits_and_tells_every_row_once(snapshot: Snapshot, minutes: int) -> None:
    ties = Ties.of(snapshot, ANY_DAY, Settings())
    view = today_view(snapshot, ties)
    fit = fit_rows(view, snapshot, ties, minutes)
    assert fit.minutes + fit.left == fit.asked == min(minutes, MOST_MINUTES)
    assert sum(n for _, n in fit.counts) + fit.asking == len(fit.rows)
    told = [row.id for row in fit.rows] + [row.id for row, _ in fit.left_out]
    assert sorted(told) == sorted(row.id for row in view.rows)
    others = [row.person for row in fit.rows if row.group != "promised"]
    assert len(set(others)) == len(others)
    few = today_view(snapshot, ties, whole=False)
    assert fit_rows(few, snapshot, ties, minutes) == fit
    answer = fit_answer(fit)
    assert answer["used"] == fit.minutes
