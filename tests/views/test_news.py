"""What somebody last told of themselves, and the question drawn from it."""

from __future__ import annotations

import pytest
from any_network import networks
from hypothesis import given
from hypothesis import strategies as st
from news_told import EN, FR, asked, texts, told
from small_network import TODAY, Network, ago

from store.records.interaction import Interaction
from store.records.snapshot import Snapshot, snapshot_of
from store.views.news import last_news, news_of, next_question
from store.views.news_care import confided
from store.views.news_words import of_them, sought
from store.views.why import why_view


def test_their_news_is_the_first_sentence_of_the_freshest_note() -> None:
    net, ada = told(
        (200, "Tired of travelling."),
        (32, "Moving the team to Villeurbanne. Son started climbing."),
        (3, ""),
    )
    found = news_of(net, ada, TODAY)
    assert found is not None
    assert (found.text, found.on) == ("Moving the team to Villeurbanne", ago(32))
    assert texts(net, ada) == [
        "Moving the team to Villeurbanne",
        "Son started climbing",
        "Tired of travelling",
    ]


def test_what_the_user_did_and_the_talk_itself_are_no_news() -> None:
    net, ada = told(
        (9, "Sent the article. We walked along the river. J'ai promis un titre. Good idea."),
        (40, "Learning Portuguese."),
    )
    assert texts(net, ada) == ["Learning Portuguese"]


@pytest.mark.parametrize(
    ("sentence", "theirs"),
    [
        ("Learning Portuguese for the summer", True),
        ("Apprend le portugais", True),
        ("On the board of the school", True),
        ("On a sabbatical until June", True),
        ("On a marché le long du fleuve", False),
        ("On s'est promis de se revoir", False),
        ("I sent two names", False),
        ("M\N{RIGHT SINGLE QUOTATION MARK}a prêté un disque", False),
        ("Parle à Oslo en mars", True),
        ("Parlé de la conférence", False),
        ("Envoie ses enfants à la mer", True),
        ("Envoyé l'article", False),
        ("Reach her on ada@example.org", False),
        ("https://example.org/post", False),
        ("Ask about the flat", False),
        ("Relancer en mars", False),
        ("Call her back", False),
    ],
)
def test_of_whom_a_sentence_tells(sentence: str, theirs: bool) -> None:
    assert of_them(sentence) == theirs


def test_plans_and_days_to_come_are_no_talks() -> None:
    net = Network()
    ada = net.person("Ada")
    net.talk(ada, -3, note="Lunch with the new team.", planned=True)
    net.talk(ada, 3, note="Never happened perhaps.", planned=True)
    net.talk(ada, -5, note="From tomorrow.")
    assert news_of(net.snapshot(), ada, TODAY) is None
    net.talk(ada, 90, approximate=True)
    assert news_of(net.snapshot(), ada, TODAY) is None


def test_of_a_talk_with_several_each_gets_what_names_nobody_else() -> None:
    net = Network()
    ada, bob = net.person("Ada Ek"), net.person("Bob Sow")
    note = "Bob starts at the ministry. Ada moves to Oslo. The choir has a new home."
    net.records.append(
        Interaction(id="I", people=(ada, bob), kind="in_person", on=ago(5), note=note)
    )
    net_ = net.snapshot()
    assert texts(net_, ada) == ["Ada moves to Oslo", "The choir has a new home"]
    assert texts(net_, bob) == ["Bob starts at the ministry", "The choir has a new home"]


def test_the_same_sentence_is_told_once() -> None:
    net, ada = told((9, "Still hiring."), (30, "still hiring"), (60, "Opened in Lyon."))
    assert texts(net, ada) == ["Still hiring", "Opened in Lyon"]


# The question -----------------------------------------------------------------------------------


def test_the_question_quotes_the_last_talk() -> None:
    net, ada = told((32, "Moving the team to Villeurbanne. More."))
    assert asked(net, ada) == (
        "Last time: “Moving the team to Villeurbanne”. How is it going? […]",
        "La dernière fois : « Moving the team to Villeurbanne ». Où en êtes-vous ? […]",
    )


def test_or_says_of_which_talk_it_was_where_that_was_not_the_last() -> None:
    net, ada = told((32, "Moving the team."), (3, ""))
    assert asked(net, ada) == (
        "When we were in touch on Mon 19 Oct: “Moving the team”. How is it going? […]",
        "Lors de notre échange du lun. 19 oct. : « Moving the team ». Où en êtes-vous ? […]",
    )
    net, ada = told((1, "Moving the team."), (0, ""))
    assert asked(net, ada)[0].startswith("When we were in touch yesterday: ")
    assert asked(net, ada)[1].startswith("Lors de notre échange, hier : ")


def test_something_that_has_come_since_is_asked_about_with_its_day() -> None:
    net, ada = told((32, "Moving the team. Her book comes out on Thursday."))
    assert asked(net, ada) == (
        "“Her book comes out on Thursday” (Thu 22 Oct): how did it go? […]",
        "« Her book comes out on Thursday » (jeu. 22 oct.) : comment cela s'est-il passé ? […]",
    )


def test_a_month_that_is_over_needs_no_day() -> None:
    net, ada = told((60, "Semi-marathon en octobre."))
    assert asked(net, ada) == (
        "“Semi-marathon en octobre”: how did it go? […]",
        "« Semi-marathon en octobre » : comment cela s'est-il passé ? […]",
    )


def test_what_came_before_the_last_talk_is_not_asked_about_again() -> None:
    net, ada = told((32, "Her book comes out on Thursday."), (10, "Learning Portuguese."))
    assert asked(net, ada)[0].startswith("Last time: “Learning Portuguese”")


def test_what_came_since_is_asked_about_though_another_note_is_fresher() -> None:
    net, ada = told((60, "Half marathon in November."), (30, "Learning Portuguese."))
    later = ago(-20)
    question = next_question(net, ada, later)
    assert question is not None
    assert EN.tell(question, later) == "“Half marathon in November”: how did it go? […]"


def test_something_to_come_is_asked_about_as_such() -> None:
    net, ada = told((0, "Her book comes out on Thursday."))
    assert asked(net, ada) == (
        "“Her book comes out on Thursday” (Thu 26 Nov): how is it coming along? […]",
        "« Her book comes out on Thursday » (jeu. 26 nov.) : comment cela se présente-t-il ? […]",
    )
    net, ada = told((3, "Half marathon in April."))
    assert asked(net, ada)[0] == "“Half marathon in April”: how is it coming along? […]"


def test_what_they_looked_for_may_have_turned_up() -> None:
    net, ada = told((30, "New bicycle. Looking for a quieter office."))
    assert asked(net, ada) == (
        "“Looking for a quieter office”: has anything turned up? […]",
        "« Looking for a quieter office » : avez-vous trouvé ? […]",
    )
    net, ada = told((60, "Looks for a place for a student in October."))
    assert asked(net, ada)[0].endswith("has anything turned up? […]")
    assert sought("Cherche un bureau plus calme")
    assert sought("Asked for two names in biotech")
    assert sought("Cherchait deux noms")
    assert not sought("Wants less travel next year")


def test_a_long_sentence_is_cut_at_a_word() -> None:
    net, ada = told((3, "word " * 60))
    assert len(asked(net, ada)[0]) < 140
    assert "word…”" in asked(net, ada)[0]


def test_it_is_the_first_line_where_nothing_is_due() -> None:
    net = Network()
    ada = net.person("Ada", 3)
    net.talk(ada, 2, note="Learning Portuguese.")
    why = why_view(net.snapshot(), net.ties(), ada)
    assert why.opener == next_question(net.snapshot(), ada, TODAY)
    net.promise(ada, 1, why="the slides")
    opener = why_view(net.snapshot(), net.ties(), ada).opener
    assert opener is not None
    assert opener.id == "opener.promised"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Parlé de sa reconversion, hésite", "sa reconversion, hésite"),
        ("Discuté de leur déménagement.", "leur déménagement"),
        ("Talked about her move to Oslo.", "her move to Oslo"),
    ],
)
def test_what_of_theirs_was_talked_about_today_is_their_last_news(note: str, told: str) -> None:
    net = Network()
    ada = net.person("Ada", 400)
    net.talk(ada, 380, note="Looking for a flat in Oslo.")
    net.talk(ada, 0, note=note)
    found = news_of(net.snapshot(), ada, TODAY)
    assert found is not None
    assert (found.text, found.on) == (told, TODAY)
    question = next_question(net.snapshot(), ada, TODAY)
    assert question is not None
    assert question.values["news"] == told


@pytest.mark.parametrize(
    "note",
    [
        *("Shared a table", "Sat together at dinner", "Same table as Zoë"),
        *("Voisins de table", "Voisine de table au dîner", "À la même table"),
    ],
)
def test_where_one_sat_is_no_news_of_theirs(note: str) -> None:
    net, ada = told((3, note))
    assert news_of(net, ada, TODAY) is None


@pytest.mark.parametrize(
    "note", ["Parlé de mon livre", "Parlé de l'escalade", "Parlé de son fils et de ma fille"]
)
def test_what_was_talked_about_and_is_not_theirs_is_no_news(note: str) -> None:
    net = Network()
    ada = net.person("Ada", 400)
    net.talk(ada, 0, note=note)
    assert news_of(net.snapshot(), ada, TODAY) is None


def test_who_has_been_talked_with_today_needs_no_first_line() -> None:
    net = Network()
    ada = net.person("Ada", 400, where="a workshop")
    net.talk(ada, 0, note="Moving to Oslo.")
    assert why_view(net.snapshot(), net.ties(), ada).opener is None
    net.promise(ada, 0, why="the slides")
    first = why_view(net.snapshot(), net.ties(), ada).opener
    assert first is not None
    assert first.id == "opener.promised"


NOTES = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [
            *("Her book comes out on Thursday.", "Parle à Oslo le 12 mars.", "In hospital."),
            *("Between us.", "I sent it.", "Looking for a flat.", "Dr. Ek left.", "On 31 May!"),
        ]
    )
).map(" ".join)


@given(networks(), st.lists(NOTES, max_size=6))
def test_it_never_fails_and_quotes_nothing_but_notes(net: Snapshot, notes: list[str]) -> None:
    id = next(iter(net.people))
    talks = {
        f"N{days}": Interaction(id=f"N{days}", people=(id,), kind="call", on=ago(days), note=note)
        for days, note in enumerate(notes)
    }
    tables = {name: dict(table) for name, table in net.tables.items()}
    tables["interactions"] |= talks
    held = snapshot_of(tables)
    found = last_news(held, id, TODAY)
    assert len(found) <= 3
    whole = [" ".join(talk.note.split()) for talk in held.interactions_of(id)]
    assert all(any(" ".join(each.text.split()) in note for note in whole) for each in found)
    assert not any(confided(each.text) for each in found)
    question = next_question(held, id, TODAY)
    dead = held.people[id].status == "deceased"
    assert question is not None or not found or dead
    assert question is None or found or question.id == "opener.news_gently"
    if question is not None:
        for words in (EN, FR):
            said = words.tell(question, TODAY)
            assert said.endswith("[…]")
            assert not said.startswith("opener.")
