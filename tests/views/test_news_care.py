"""What of a note is not brought up: confidences, judgements, what is near; and what is hard."""

from __future__ import annotations

import pytest
from news_told import asked, texts, told
from small_network import TODAY, Network

from store.views.news import next_question
from store.views.news_care import confided, hard


@pytest.mark.parametrize(
    "note",
    [
        "Thinks of leaving in a year; not to be repeated.",
        "Thinks of leaving. Between us.",
        "Pense partir d'ici un an ; à ne pas répéter.",
        "Pense partir. Entre nous.",
        "The merger is near. Don't mention it.",
        "A changé de sujet. Ne pas insister.",
    ],
)
def test_what_was_told_in_confidence_is_never_brought_up(note: str) -> None:
    net, ada = told((9, note))
    assert texts(net, ada) == []
    assert next_question(net, ada, TODAY) is None


@pytest.mark.parametrize(
    "note",
    [
        "Son started climbing. Her mother is out of hospital since Monday.",
        "Laid off in June, calm about it.",
        "A hard winter with the family.",
        "Son père est décédé en mai.",
        "Hiver difficile : la séparation.",
        "Opération du genou jeudi.",
    ],
)
def test_beside_what_is_hard_nothing_is_quoted(note: str) -> None:
    net, ada = told((30, note))
    assert hard(note)
    assert asked(net, ada) == (
        "How have you been since last time? […]",
        "Comment allez-vous depuis la dernière fois ? […]",
    )


@pytest.mark.parametrize(
    "note",
    [
        "We talked about her father's funeral. She flies to Boston on Friday.",
        "Her mother is in hospital; not to be repeated. She flies to Boston on Friday.",
        "Hospitalisée.",
        "His dad passed last week.",
        "Lost her baby in January.",
        "In rehab until May.",
        "His startup went under.",
        "Attend les résultats d'une biopsie.",
        "S'est fait virer.",
        "Se fait opérer jeudi.",
        "A raté le concours.",
        "Ça ne va pas fort avec son mari. Part à Rome vendredi.",
    ],
)
def test_what_is_hard_is_heard_wherever_in_the_note_it_stands(note: str) -> None:
    net, ada = told((60, "Learning Portuguese."), (30, note))
    question = next_question(net, ada, TODAY)
    assert question is not None
    if not confided(note):
        assert question.id == "opener.news_gently"
    assert "Boston" not in str(question.values)


@pytest.mark.parametrize(
    "note",
    [
        "Arrogant as ever.",
        "Talks too much about himself.",
        "Oh joy, third boss in a year.",
        "Great, another merger.",
        "Génial, encore une réorganisation.",
        "Toujours aussi prétentieux.",
        "Apparently she is leaving Acme.",
        "She said Paul is leaving Acme in May.",
        "Il paraît qu'il quitte la boîte.",
        "Owes 200 euros.",
        "Vote à l'extrême droite.",
        "Came out to his parents.",
        "Two kids, Tom and Lea.",
        "Pregnant, due in June.",
        "Left a message.",
        "N'a pas répondu.",
        "Pas de réponse.",
        "Boring.",
    ],
)
def test_a_judgement_what_is_too_near_and_an_empty_line_are_no_news(note: str) -> None:
    net, ada = told((9, note))
    assert texts(net, ada) == []
    assert next_question(net, ada, TODAY) is None


@pytest.mark.parametrize(
    "note",
    [
        "Pregnant, due in June. Not public yet.",
        "Don't mention the merger. She is nervous. The vote is in April.",
        "Entre nous : rachat en mai. L'équipe déménage à Lille.",
        "Passe des entretiens en cachette.",
        "His boss does not know. Interviews at the museum on Monday.",
        "Hush-hush: the company will be sold in May.",
        "Quitte Acme en juin, pas encore annoncé.",
    ],
)
def test_of_a_note_that_speaks_of_confidence_nothing_is_quoted(note: str) -> None:
    net, ada = told((9, note))
    assert texts(net, ada) == []
    question = next_question(net, ada, TODAY)
    assert question is None or not question.values


@pytest.mark.parametrize(
    "note",
    [
        "Passed the bar exam.",
        "Private equity fund opens in May.",
        "Raised two million euros.",
        "Doesn't know anybody in Oslo yet.",
        "Interest rates are her subject now.",
        "Pas mal de projets à Lyon.",
    ],
)
def test_what_only_sounds_so_is_taken_up(note: str) -> None:
    net, ada = told((9, note))
    question = next_question(net, ada, TODAY)
    assert question is not None
    assert question.values["news"] == note.rstrip(".")


def test_who_has_died_is_asked_nothing() -> None:
    net = Network()
    ada = net.person("Ada", status="deceased")
    net.talk(ada, 30, note="Learning Portuguese.")
    assert next_question(net.snapshot(), ada, TODAY) is None
