"""One page before a meeting: what stands on it, and that it stays one page whatever is noted."""

from __future__ import annotations

import json

import msgspec
from any_network import networks
from hypothesis import given
from hypothesis import strategies as st
from small_network import TODAY, Network, ago

from store.records.clean import clean_line, clean_text
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language
from store.records.person import Anniversary, City, Person, School
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.views.answers_brief import brief_answer
from store.views.brief import Brief, brief
from store.views.dossier_text import Section
from store.views.ties import Ties
from store.words.width import width
from store.words.words import Words
from tui.phrasing.brief_page import COLUMNS, LINES, brief_page, page_lines

EN, FR = Words("en"), Words("fr")


def rich() -> tuple[Network, PersonId]:
    """Amélie, of whom much is noted, and three others."""
    net = Network()
    school = School(name="INSA Lyon", start="2005", end="2009")
    net.me = msgspec.structs.replace(net.me, schools=(school,), passions=("climbing",))
    net.person("Bob Sow", 3)
    zoe = net.person("Zoë Adler", 9)
    lukasz = net.person("Łukasz Wrona", 20)
    ada = net.person(
        "Amélie Roussel",
        110,
        layer=15,
        title="Head of research",
        org="Aubier",
        cities=(City(name="Lyon"), City(name="Göteborg", kind="past")),
        schools=(School(name="INSA Lyon", start="2008", end="2012"),),
        passions=("climbing",),
        languages=("fr", "en"),
        prefers="call",
        avoids=("social",),
        intent="learn how a lab lives inside a company",
        met=ago(4000),
        where="INSA alumni evening",
        through=lukasz,
        knows=(zoe,),
        needs=("people who have run a lab",),
        offers=("doors at INSA", "the tax credit"),
        birthday="1985-12-01",
        dates=(Anniversary(name="start of Aubier", on="2015-11-22"),),
        notes="Two children, Paul (12) and Rose (9).\nPhone before nine.",
        private_notes="SECRET",
    )
    net.talk(ada, 70, note="Two names in biotech.")
    net.talk(ada, 32, kind="in_person", minutes=45, note="Moving the team to Villeurbanne. More.")
    net.promise(ada, 3, why="an intro to Jean-Marc", made=ago(10))
    net.received(ada, 40, note="names in biotech")
    net.received(ada, 50, note="the tour", thanked=ago(49))
    net.records.append(
        Exchange(id="Q", person=ada, direction="asked", kind="advice", on=ago(9), note="the draft")
    )
    return net, ada


def page_of(net: Network, person: PersonId) -> Brief:
    return brief(net.snapshot(), net.ties(), person)


def by_title(page: Brief, words: Words) -> dict[str, list[str]]:
    sections = brief_page(page, words, TODAY).sections
    return {each.title: [f"{t.label} {t.text}".strip() for t in each.told] for each in sections}


def test_the_page_tells_all_that_helps_before_a_meeting() -> None:
    net, ada = rich()
    told = by_title(page_of(net, ada), EN)
    assert list(told) == [
        "Amélie Roussel",
        "Why you come",
        "How you stand",
        "In common",
        "Their news",
        "To ask next",
        "Between you",
        "On their mind",
        "Last talks",
        "You both know",
        "Coming up",
        "Not to forget",
    ]
    assert told["Amélie Roussel"] == [
        "Head of research, Aubier · Lyon · French, English · prefers: call · avoids: social"
    ]
    assert told["Why you come"] == ["learn how a lab lives inside a company"]
    assert told["How you stand"][0] == (
        "met 8 Dec 2015 · INSA alumni evening · through Łukasz Wrona"
    )
    assert told["How you stand"][1].startswith("the fifteen · ")
    assert told["How you stand"][2] == "silent 5 weeks"
    assert any("INSA Lyon 2008-2009" in line and "“" in line for line in told["In common"])
    assert told["Their news"] == [
        "Mon 19 Oct Moving the team to Villeurbanne",
        "11 Sep Two names in biotech",
    ]
    assert told["To ask next"] == [
        "Last time: “Moving the team to Villeurbanne”. How is it going? […]"
    ]
    assert told["Between you"] == [
        "Promised an intro to Jean-Marc · since Tue",
        "To thank for names in biotech",
        "To tell the tour",
        "You asked for the draft",
    ]
    assert told["On their mind"] == [
        "Wants people who have run a lab",
        "Offers doors at INSA, the tax credit",
    ]
    assert told["Last talks"][0] == (
        "Mon 19 Oct in person, 45 min · Moving the team to Villeurbanne. More."
    )
    assert len(told["Last talks"]) == 3
    assert told["You both know"] == ["Zoë Adler"]
    assert told["Coming up"] == [
        "Sun 22 Nov start of Aubier, 11 years",
        "Tue 1 Dec birthday, 41 years",
    ]
    assert told["Not to forget"] == ["Two children, Paul (12) and Rose (9).", "Phone before nine."]


def test_in_french_as_well() -> None:
    net, ada = rich()
    told = by_title(page_of(net, ada), FR)
    assert list(told)[1:6] == [
        *("Pourquoi se voir", "Où vous en êtes", "En commun", "Ses nouvelles", "À lui demander"),
    ]
    assert told["Entre vous"][-1] == "Vous avez demandé the draft"
    assert told["Où vous en êtes"][2] == "silence de 5 semaines"


def test_of_whom_little_is_known_little_is_told() -> None:
    net = Network()
    ada = net.person("Ada")
    told = by_title(page_of(net, ada), EN)
    assert told == {
        "Ada": [],
        "Why you come": ["no intent noted"],
        "How you stand": ["not talked yet"],
    }


def test_the_deceased_are_remembered_and_not_prepared_for() -> None:
    net, ada = rich()
    card = next(each for each in net.records if isinstance(each, Person) and each.id == ada)
    gone = msgspec.structs.replace(card, status="deceased", intent="")
    net.records[net.records.index(card)] = gone
    page = page_of(net, ada)
    assert page.question is None
    assert (page.give, page.thank, page.tell, page.ask, page.dates) == ((), (), (), (), ())
    told = by_title(page, EN)
    assert "Why you come" not in told
    assert "Last talks" in told


def test_a_plan_is_no_talk_and_is_told_as_one() -> None:
    net = Network()
    ada = net.person("Ada", 9)
    net.talk(ada, -3, note="lunch", planned=True)
    page = page_of(net, ada)
    assert [talk.on for talk in page.talks] == [ago(9)]
    assert by_title(page, EN)["How you stand"][-1] == "silent 9 days · planned: Mon 23 Nov"


def test_a_birthday_a_month_ahead_is_told_and_one_later_is_not() -> None:
    net = Network()
    near, late = net.person("Ada", birthday="--12-20"), net.person("Bob", birthday="--12-21")
    assert [each.on for each in page_of(net, near).dates] == [ago(-30)]
    assert page_of(net, late).dates == ()


def test_what_is_too_long_is_cut_and_marked() -> None:
    net = Network()
    ada = net.person("Ada", notes="word " * 500, needs=tuple(f"need {n}" for n in range(200)))
    told = by_title(page_of(net, ada), EN)
    assert told["Not to forget"][0].endswith("word…")
    assert told["On their mind"][0].endswith("…")


def test_pieces_left_out_are_marked() -> None:
    net = Network()
    ada = net.person("Ada", notes="\n".join(f"line {number}" for number in range(30)))
    told = by_title(page_of(net, ada), EN)["Not to forget"]
    assert told[0] == "line 0"
    assert len(told) < 30
    assert told[-1].endswith("…")


def test_the_answer_for_programs_has_the_keys_promised() -> None:
    net, ada = rich()
    answer = brief_answer(page_of(net, ada), EN, TODAY)
    assert list(answer) == [
        *("person", "title", "org", "cities", "languages", "prefers", "avoids", "intent", "met"),
        *("where", "first_contact", "through", "layer", "band", "state", "usual_gap_days"),
        *("silent_days", "contacts", "planned", "common", "news", "question"),
        *(
            "promised",
            "give",
            "thank",
            "tell",
            "ask",
            "needs",
            "offers",
            "talks",
            "knows",
            "dates",
            "notes",
        ),
    ]
    assert answer["person"] == {"id": ada, "name": "Amélie Roussel"}
    assert answer["news"][0] == {  # type: ignore[index]
        "text": "Moving the team to Villeurbanne",
        "on": "2026-10-19",
    }
    assert "SECRET" not in json.dumps(answer)


# Whatever is noted ------------------------------------------------------------------------------

LINE = (
    st.text(max_size=40)
    | st.text(min_size=150, max_size=200)
    | st.sampled_from(["word " * 80, "漢" * 200, "漢字 " * 80])
).map(clean_text)
"""As a data file gives them: cleaned."""
LIST = st.lists(LINE, max_size=12).map(tuple)
PRIVATE = "PRIVATE-NOTE"


@st.composite
def written_all_over(draw: st.DrawFn) -> tuple[Snapshot, PersonId]:
    """A network in which one card and its talks hold anything."""
    net = draw(networks())
    id = next(iter(net.people))
    texts = {name: clean_line(draw(LINE)) for name in ("title", "org", "where", "intent")}
    card = msgspec.structs.replace(
        net.people[id],
        name=clean_line(draw(LINE)) or "Ada",
        notes=draw(LINE) + "\n" + draw(LINE) + "\n" + draw(LINE),
        private_notes=PRIVATE,
        needs=tuple(map(clean_line, draw(LIST))),
        offers=tuple(map(clean_line, draw(LIST))),
        languages=tuple(map(clean_line, draw(LIST))),
        knows=tuple(net.people)[1:],
        met=ago(draw(st.integers(0, 9999))),
        **texts,
    )
    tables: dict[str, dict[str, Record]] = {name: dict(table) for name, table in net.tables.items()}
    tables["people"][id] = card
    for number, note in enumerate(draw(st.lists(LINE, max_size=8))):
        talk = Interaction(
            id=f"N{number}", people=(id,), kind="call", on=ago(number), note=note, minutes=20
        )
        tables["interactions"][talk.id] = talk
    for number, note in enumerate(draw(st.lists(LINE, max_size=5))):
        help = Exchange(
            id=f"E{number}", person=id, direction="received", kind="advice", on=ago(3), note=note
        )
        tables["exchanges"][help.id] = help
    return snapshot_of(tables), id  # type: ignore[arg-type]


@given(written_all_over(), st.sampled_from(["en", "fr"]))
def test_it_stays_one_page_and_private_notes_stay_private(
    held: tuple[Snapshot, PersonId], language: Language
) -> None:
    net, id = held
    words = Words(language)
    page = brief(net, Ties.of(net, TODAY, Network().settings), id)
    fitted = brief_page(page, words, TODAY)
    lines = list(page_lines(fitted, COLUMNS))
    assert len(lines) <= LINES
    assert max(map(width, lines)) <= COLUMNS
    for columns in (20, 40, 56, 100):
        assert max(width(line) for line in page_lines(fitted, columns)) <= columns
    told = "\n".join(_texts(fitted.sections))
    assert PRIVATE not in told
    assert PRIVATE not in json.dumps(brief_answer(page, words, TODAY))
    assert "\n" not in "".join(each for each in _texts(fitted.sections))


def _texts(sections: tuple[Section, ...]) -> list[str]:
    return [text for each in sections for told in each.told for text in (told.label, told.text)]
