from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest
from small_network import TODAY, Network, ago

from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.records.kinds import BANDS, BUDGET_KINDS, GROUPS, Language
from store.records.person import City, Pause, Person, School
from store.rules.reason import REASON_CODES, Reason
from store.views import phrases
from store.views.answers_explain import explain_answer
from store.views.answers_heat import heat_answer
from store.views.answers_person import person_answer
from store.views.answers_today import reason_answer, today_answer
from store.views.explain import explain, explain_person
from store.views.shared_ground import SharedGround
from store.views.why import why_view
from store.words.words import Words

EN, FR = Words("en"), Words("fr")

REASONS: dict[str, dict[str, object]] = {
    "rhythm": {"silent_days": 56, "usual_gap_days": 21.0, "contacts": 9},
    "over_cadence": {
        "silent_days": 42,
        "usual_gap_days": 30.0,
        "contacts": 9,
        "cadence_days": 30,
        "days_past": 12,
    },
    "met_once": {"silent_days": 35, "usual_gap_days": 30.0, "contacts": 1},
    "dormant": {"silent_days": 800, "usual_gap_days": 30.0, "contacts": 41},
    "birthday": {"on": TODAY, "days": 0, "age": 41},
    "date": {"on": ago(-1), "days": 1, "years": 12, "name": "wedding"},
}


def reason(code: str, **more: object) -> Reason:
    values = {**REASONS.get(code, {"on": TODAY, "why": "an intro"}), **more}
    return Reason(code, values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        (
            "rhythm",
            "usually every ~3 weeks; silent 8 weeks",
            "d'habitude toutes les ~3 semaines\u00a0; silence de 8 semaines",
        ),
        ("over_cadence", "12 days past your 30", "12 jours au-delà des 30 fixés"),
        ("date", "wedding, tomorrow; 12 years", "wedding, demain\u00a0; 12 ans"),
        (
            "met_once",
            "met once, 5 weeks ago: a second contact makes it last",
            "un seul échange, il y a 5 semaines\u00a0: un deuxième le ferait durer",
        ),
    ],
)
def test_reasons_are_sentences_in_both_languages(code: str, english: str, french: str) -> None:
    assert phrases.reason_long(reason(code), EN, TODAY) == english
    assert phrases.reason_long(reason(code), FR, TODAY) == french


@pytest.mark.parametrize(
    ("silent", "gap", "english", "french"),
    [
        (52, 30.0, "52 d, usual 30 d", "52 j / ~30 j"),
        (304, 11.0, "10 mo, usual 11 d", "10 mois / ~11 j"),
        (420, 122.0, "14 mo, usual 4 mo", "14 mois / ~4 mois"),
    ],
)
def test_a_cell_says_silence_beside_the_usual(
    silent: int, gap: float, english: str, french: str
) -> None:
    told = reason("rhythm", silent_days=silent, usual_gap_days=gap)
    said = (phrases.reason_short(told, words, TODAY) for words in (EN, FR))
    assert [each.replace("\u00a0", " ") for each in said] == [english, french]


def test_a_cell_calls_nothing_usual_that_was_set_or_is_supposed() -> None:
    set_by_user, guessed = reason("over_cadence"), reason("rhythm", contacts=2)
    said = (phrases.reason_short(each, EN, TODAY) for each in (set_by_user, guessed))
    assert [each.replace("\u00a0", " ") for each in said] == ["42 d, yours 30 d", "silent 56 d"]


def test_a_rhythm_of_two_contacts_is_supposed() -> None:
    guessed = reason("rhythm", contacts=2, usual_gap_days=122.0)
    assert phrases.reason_long(guessed, EN, TODAY) == "~4 months supposed; silent 8 weeks"
    french = "~4 mois supposés\u00a0; silence de 8 semaines"
    assert phrases.reason_long(guessed, FR, TODAY) == french


def test_a_promise_says_when_it_was_made_and_for_which_day() -> None:
    told = reason("follow_up", made=ago(23), on=ago(-2))
    assert phrases.reason_long(told, EN, TODAY) == "Promised 28 Oct, for Sun 22 Nov: an intro"
    french = "Promis le 28 oct. pour le dim. 22 nov.\u00a0: an intro"
    assert phrases.reason_long(told, FR, TODAY) == french
    told = reason("follow_up", made=ago(1), on=TODAY)
    assert phrases.reason_long(told, FR, TODAY) == "Promis hier pour aujourd'hui\u00a0: an intro"


def test_who_sleeps_is_told_by_the_year_of_the_last_contact() -> None:
    told = phrases.reason_long(reason("dormant"), EN, TODAY)
    assert told == "you were in touch (41 contacts), last in 2024"
    told = phrases.reason_long(reason("dormant"), FR, TODAY)
    assert told == "vous étiez en contact (41 échanges), en dernier en 2024"


def test_a_day_gone_by_is_since_and_gives_way_and_one_to_come_stays() -> None:
    net = Network()
    ada, bea = net.person("Ada", 40), net.person("Bea", 40, birthday="--11-24")
    net.promise(ada, 5, why="an intro")
    rows = {row.person: row for row in net.today().rows if row.group != "cooling"}
    assert phrases.due_texts(rows[ada], EN, TODAY) == ("since Sun", "since Sun", "")
    assert phrases.due_texts(rows[ada], FR, TODAY) == ("depuis dimanche", "dep. dim.", "")
    assert phrases.due_texts(rows[bea], EN, TODAY) == ("Tue", "Tue")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_code_has_words(language: Language) -> None:
    words = Words(language)
    for code in REASON_CODES:
        for told in (reason(code), Reason(code), reason(code, unanswered=2)):
            for text in (
                phrases.reason_short(told, words, TODAY),
                phrases.reason_long(told, words, TODAY),
            ):
                assert text
                assert not text.startswith("reason.")
                assert "{" not in text
    said = [phrases.band_word(band, words) for band in BANDS]
    said += [phrases.group_word(group, words) for group in GROUPS]
    said += [phrases.budget_word(kind, words) for kind in BUDGET_KINDS]
    assert all("." not in word for word in said)


def test_a_tie_in_its_rhythm_is_told_without_the_word_of_a_band() -> None:
    net = Network()
    ada = net.person("Ada", *range(5, 300, 20))
    now = why_view(net.snapshot(), net.ties(), ada).now
    said = phrases.reason_long(now[0], EN, TODAY)
    assert said.startswith("in its rhythm: 15 contacts, usually every ~3 weeks; slipping in ")


def test_messages_without_an_answer_are_said() -> None:
    assert phrases.reason_long(reason("rhythm", unanswered=2), EN, TODAY).endswith(
        "; 2 messages without an answer"
    )


def rich() -> tuple[Network, PersonId]:
    net = Network()
    school = School(name="INSA Lyon", start="2005", end="2009")
    net.me = msgspec.structs.replace(net.me, schools=(school,), passions=("climbing",))
    ada = net.person(
        "Amélie",
        34,
        70,
        110,
        layer=15,
        title="Head of research",
        org="Aubier",
        cities=(City(name="Lyon"), City(name="Göteborg", kind="past")),
        schools=(School(name="insa lyon", start="2008", end="2012"),),
        passions=("Climbing",),
        prefers="call",
        intent="learn how a lab lives",
        private_notes="secret",
    )
    net.talk(ada, 32, kind="in_person", minutes=45, note="Moving the team to Villeurbanne. More.")
    net.promise(ada, 3, why="an intro to Jean-Marc", made=ago(10))
    net.received(ada, 40, note="names in biotech", thanked=ago(39))
    net.person("Other", 3)
    return net, ada


def test_the_pane_gathers_what_helps_to_decide_and_to_begin() -> None:
    net, ada = rich()
    why = why_view(net.snapshot(), net.ties(), ada)
    assert (why.title, why.org, why.cities) == ("Head of research", "Aubier", ("Lyon",))
    assert [each.code for each in why.now] == ["news", "follow_up", "rhythm"]
    assert why.last is not None
    assert (why.last.kind, why.last.minutes) == ("in_person", 45)
    assert (why.common[0].name, why.common[0].years) == ("insa lyon", "2008-2009")
    assert [each.what for each in why.promised] == ["an intro to Jean-Marc"]
    assert why.give == ()
    assert [each.what for each in why.tell] == ["names in biotech"]
    assert why.thank == ()
    assert why.step == "call"
    assert "secret" not in repr(why)


def test_an_opener_holds_facts_of_the_record_and_a_gap_to_fill() -> None:
    net = Network()
    ada = net.person("Ada", 90)
    net.talk(ada, 80, note="Moving the team to Villeurbanne. Hiring is hard.")
    opener = why_view(net.snapshot(), net.ties(), ada).opener
    assert opener is not None
    assert EN.tell(opener) == "Last time: “Moving the team to Villeurbanne”. How is it going? […]"


def test_without_a_fact_there_is_no_opener() -> None:
    net = Network()
    bob = net.person("Bob", 3)
    assert why_view(net.snapshot(), net.ties(), bob).opener is None


def test_the_deceased_are_neither_owed_nor_approached() -> None:
    net = Network()
    ada = net.person("Ada", 90, status="deceased")
    net.received(ada, 80)
    why = why_view(net.snapshot(), net.ties(), ada)
    assert why.step is None
    assert why.opener is None
    assert why.thank == ()


@pytest.mark.parametrize("words", [EN, FR])
def test_each_row_can_be_taken_apart(words: Words) -> None:
    net, _ = rich()
    net.person("Dora", 900)
    net.person("Noor", layer=5, added=ago(40))
    net.person("Bea", 60, birthday="--11-22")
    ties = net.ties()
    for row in net.today().rows:
        explained = explain(net.snapshot(), ties, row)
        assert explained.figures
        assert explained.leaves
        answer = explain_answer(explained, words, TODAY)
        text = json.dumps(answer, ensure_ascii=False)
        assert "explain." not in text
        assert "{" not in "".join(each["what"] for each in answer["figures"])  # type: ignore[index, call-overload, misc, union-attr]


def test_somebody_left_alone_is_told_why() -> None:
    net = Network()
    ada = net.person("Ada", 2, 20, cadence_days=1)
    explained = explain_person(net.snapshot(), net.ties(), ada)
    assert explained.row == ""
    assert "explain.just_talked" in [figure.what.id for figure in explained.figures]


def test_a_person_answers_with_the_keys_promised() -> None:
    person = Person(
        id="P",
        name="Zoë",
        schools=(School(name="ENS", start="2001"),),
        pauses=(Pause(start=ago(2), until=TODAY),),
        private_notes="secret",
    )
    answer = person_answer(person)
    assert list(answer) == [
        "id", "name", "nicknames", "emails", "phones", "org", "title", "schools", "cities",
        "passions", "fields", "languages", "tags", "layer", "cadence_days", "met", "birthday",
        "dates", "intent", "status", "pauses", "notes", "employers", "needs", "offers", "links",
        "prefers", "where", "through", "knows", "employment", "timezone",
    ]  # fmt: skip
    assert answer["schools"] == [{"name": "ENS", "from": "2001", "to": None}]
    assert answer["pauses"] == [{"from": "2026-11-18", "until": "2026-11-20"}]
    assert "secret" not in json.dumps(answer)


def test_rows_answer_with_the_keys_promised() -> None:
    net = Network()
    net.person("Ada", 45, 75, 105)
    answer = today_answer(net.today().rows[0])
    assert list(answer) == [
        "id", "person", "group", "band", "reason", "step", "minutes", "due", "today",
    ]  # fmt: skip
    assert answer["person"] == {"id": "P-Ada", "name": "Ada"}
    assert answer["today"] is True
    heat = heat_answer(net.heat()[0])
    assert list(heat) == [
        "person", "layer", "band", "p_lost", "usual_gap_days", "silent_days", "turns_cold_on",
    ]  # fmt: skip
    assert heat["silent_days"] == 45
    assert json.dumps([answer, heat])


def test_a_reason_answers_with_its_code_and_numbers() -> None:
    assert reason_answer(Reason("birthday", {"on": TODAY, "days": 0})) == {
        "code": "birthday",
        "on": "2026-11-20",
        "days": 0,
    }


def test_two_messages_without_an_answer_turn_to_the_voice_and_three_to_rest_and_both_say_so() -> (
    None
):
    net = Network()
    two, three = net.person("Ada", 120), net.person("Bo", 120)
    for days in (60, 40):
        net.talk(two, days, kind="message")
    for days in (60, 40, 20):
        net.talk(three, days, kind="message")
    said = [
        phrases.reason_long(why_view(net.snapshot(), net.ties(), each).now[0], EN, TODAY)
        for each in (two, three)
    ]
    assert said[0].endswith("; 2 messages without an answer: rather a call")
    assert said[1].endswith("; 3 messages without an answer: left to rest until Wed 30 Dec")
    assert [row.name for row in net.today().rows] == ["Ada"]


def test_what_is_put_by_is_told_with_what_is_promised() -> None:
    net = Network()
    ada = net.person("Ada", 20)
    net.records.append(
        Exchange(id="X1", person=ada, direction="given", kind="article", on=ago(1), note="on soils")
    )
    why = why_view(net.snapshot(), net.ties(), ada)
    assert [each.what for each in why.give] == ["on soils"]
    (give,) = (each for each in why.now if each.code == "give")
    assert phrases.reason_long(give, EN, TODAY) == "To give: on soils (an article)"
    assert phrases.reason_long(give, FR, TODAY) == "À donner\u00a0: on soils (un article)"


def test_a_trip_is_no_common_ground() -> None:
    net = Network()
    trip = City(name="Lyon", start=ago(1).isoformat(), end=TODAY.isoformat())
    ada = net.person("Ada", 20, cities=(City(name="Lyon"),))
    net.person("Other", 3)
    net.me = msgspec.structs.replace(net.me, cities=(trip,))
    assert why_view(net.snapshot(), net.ties(), ada).common == ()
    net.me = msgspec.structs.replace(net.me, cities=(City(name="Lyon"),))
    assert [each.name for each in why_view(net.snapshot(), net.ties(), ada).common] == ["Lyon"]


def test_a_language_in_common_is_said_by_its_name_and_opens_nothing() -> None:
    net = Network()
    net.me = msgspec.structs.replace(net.me, languages=("fr",))
    ada = net.person("Ada", 20, languages=("FR",))
    net.person("Other", 3)
    why = why_view(net.snapshot(), net.ties(), ada)
    assert [phrases.shared_line(each, EN) for each in why.common] == ["French"]
    assert [phrases.shared_line(each, FR) for each in why.common] == ["français"]
    assert why.opener is None


def test_an_introduction_says_to_whom() -> None:
    net = Network()
    ada, bob = net.person("Ada", 20), net.person("Bob", 20)
    net.records.append(Introduction(id="I1", a=ada, b=bob, why="both climb", on=ago(1)))
    for one, other in ((ada, "Bob"), (bob, "Ada")):
        (owed,) = why_view(net.snapshot(), net.ties(), one).give
        assert phrases.owed_line(owed, EN) == f"introduce to {other}: both climb"
        assert phrases.owed_line(owed, FR) == f"présenter à {other}\u00a0: both climb"


def test_a_day_far_ahead_is_not_foretold_but_kept_in_the_answer() -> None:
    net = Network()
    ada = net.person("Ada", *range(5, 3000, 60))
    explained = explain_person(net.snapshot(), net.ties(), ada)
    (cold,) = (each for each in explained.figures if each.name == "turns_cold_on")
    assert isinstance(cold.value, date)
    assert (cold.value - TODAY).days > 730
    said = EN.tell(cold.what, TODAY)
    assert said == "Turns thin on its own: not within two years, if nothing happens"


def test_what_was_counted_holds_for_the_same_people_alone() -> None:
    net = Network()
    lyon = (City(name="Lyon"),)
    net.me = msgspec.structs.replace(net.me, cities=lyon, passions=("jazz",))
    ada = net.person("Ada", 20, cities=lyon, passions=("Jazz",))
    net.person("Bob", 3, cities=lyon)
    ground = SharedGround()
    for _ in range(2):
        common = why_view(net.snapshot(), net.ties(), ada, ground).common
        assert [each.name for each in common] == ["Jazz"], "everybody is in Lyon"
    net.person("Cleo", 3, passions=("jazz",))
    net.person("Dan", 3, passions=("jazz",))
    common = why_view(net.snapshot(), net.ties(), ada, ground).common
    assert [each.name for each in common] == ["Lyon", "Jazz"]
    assert common == why_view(net.snapshot(), net.ties(), ada).common
