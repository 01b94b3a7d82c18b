"""All that is held about a person is in their dossier, and nothing that is about others alone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from ana_network import ANA, ANA_CARD, BO, CY, HERS, TODAY, WHOLE, network
from hypothesis import given
from hypothesis import strategies as st

from store.actions.demo.network import demo_snapshot
from store.records.circle import Circle
from store.records.document import from_document, to_document
from store.records.ids import PersonId, day_of_ulid, ulid
from store.records.interaction import Interaction
from store.records.kinds import LANGUAGES, Language
from store.records.naming import named_in
from store.records.person import City, Person, Property
from store.records.record import Document, Json
from store.views.answers_dossier import dossier_answer
from store.views.dossier import NAMING, Dossier, dossier
from store.views.dossier_text import dossier_text
from store.views.recorded import Fact
from store.words.message import Message
from store.words.words import Words


def answered(held: Dossier, language: Language = "en") -> Document:
    value = dossier_answer(held, Words(language), TODAY)
    json_again: Document = json.loads(json.dumps(value))
    assert json_again == value, "the answer is plain JSON"
    return value


def rows(value: Json) -> list[Document]:
    assert isinstance(value, list)
    return [each for each in value if isinstance(each, dict)]


def card_of(answer: Document) -> dict[object, Document]:
    return {row["field"]: row for row in rows(answer["card"])}


def fact(fields: tuple[str, ...], **more: object) -> Fact:
    values: dict[str, object] = {
        "revision": 3,
        "at": datetime(2026, 5, 6, 7, 8, tzinfo=UTC),
        "session": "desk:1",
        "action": "edit",
        "how": "do",
        "standing": True,
        "table": "people",
        "id": ANA,
        "made": False,
        "before": {},
        **more,
    }
    return Fact(fields=fields, **values)  # type: ignore[arg-type]


def test_every_record_that_names_the_person_is_told_and_no_other() -> None:
    answer = answered(dossier(WHOLE, ANA))
    assert answer["person"] == {"id": ANA, "name": "Ana Núñez"}
    told = {str(row["id"]) for table in NAMING for row in rows(answer[table])}
    assert told == {record.id for record in HERS}
    assert "SECRET" not in json.dumps(answer)
    assert "cy@only.example" not in json.dumps(answer)


def test_the_answer_has_the_promised_keys() -> None:
    answer = answered(dossier(WHOLE, ANA))
    assert list(answer) == [
        *("person", "card", *NAMING, "named_on", "mentions"),
        *("asked_in_sorting", "history", "elsewhere"),
    ]
    assert answer == answered(dossier(WHOLE, ANA), "fr"), "codes stay codes in every language"
    (talk,) = rows(answer["interactions"])
    assert talk["named_as"] == ["people"]
    assert (talk["on"], talk["kind"], talk["note"]) == ("2026-03-01", "call", "the roof")
    assert talk["with"] == [{"id": BO, "name": "Bo Ek"}]
    assert talk["source"] == "linkedin:7:2026-03-01"
    (fair,) = rows(answer["events"])
    assert (fair["named_as"], fair["with"], fair["others"]) == (["wanted"], [], 2)
    assert answer["asked_in_sorting"] is True
    assert answered(dossier(WHOLE, BO))["asked_in_sorting"] is False


def test_every_field_of_the_card_that_is_set_is_told_with_its_value() -> None:
    default = Person(id="", name="")
    unset = [
        name
        for name in Person.__struct_fields__
        if getattr(ANA_CARD, name) == getattr(default, name)
    ]
    assert unset == [], "the example sets every field there is"
    told = {field: row["value"] for field, row in card_of(answered(dossier(WHOLE, ANA))).items()}
    wanted = to_document(ANA_CARD)
    del wanted["id"]
    assert told == wanted
    assert told["x_shoe"] == 39


def test_private_notes_are_told_and_marked() -> None:
    card = card_of(answered(dossier(WHOLE, ANA)))
    assert [field for field, row in card.items() if row["private"]] == ["private_notes"]
    assert card["private_notes"]["value"] == "Owes the bank."


def test_a_field_is_dated_by_the_latest_change_that_stands() -> None:
    facts = (
        fact(("notes", "org"), action="import", keys=("uid:ana",), session="cron:1"),
        fact(("notes",), at=datetime(2026, 6, 7, 8, 9, tzinfo=UTC)),
        fact(("notes",), at=datetime(2026, 7, 8, 9, 10, tzinfo=UTC), standing=False),
        fact(("title",), id=BO),
        fact(("title",), table="events", id="E-fair"),
    )
    card = card_of(answered(dossier(WHOLE, ANA, facts)))
    told = {name: (row["source"], row["date"], row["session"]) for name, row in card.items()}
    assert told["notes"] == ("typed", "2026-06-07T08:09:00+00:00", "desk:1")
    assert told["org"] == ("import: uid:ana", "2026-05-06T07:08:00+00:00", "cron:1")
    assert told["title"] == ("import: uid:ana", "2024-03-04", None), "no history: the card's own"
    assert told["layer"] == ("typed", "2024-03-04", None), "no import ever sets a layer"


@pytest.mark.parametrize(
    ("action", "source"),
    [("join", "join"), ("outside", "outside"), ("restore", "restore"), ("snooze", "typed")],
)
def test_where_a_change_came_from_is_told(action: str, source: str) -> None:
    card = card_of(answered(dossier(WHOLE, ANA, (fact(("tags",), action=action),))))
    assert card["tags"]["source"] == source


def test_a_card_without_anything_that_dates_it_says_so() -> None:
    bare = network(Person(id="P-x", name="Xu"))
    row = card_of(answered(dossier(bare, PersonId("P-x"))))["name"]
    assert (row["source"], row["date"], row["session"]) == ("unknown", None, None)


def test_a_record_is_dated_by_the_history_then_by_its_id() -> None:
    made = date(2026, 10, 9)
    id = ulid(int(datetime(2026, 10, 9, 23, tzinfo=UTC).timestamp() * 1000), bytes(10))
    talk = Interaction(id=id, people=(ANA,), kind="call", on=TODAY)
    snapshot = network(ANA_CARD, talk)
    (row,) = rows(answered(dossier(snapshot, ANA))["interactions"])
    assert row["entered"] == {"source": "unknown", "date": made.isoformat(), "session": None}
    entered = fact(("people", "on"), table="interactions", id=id, made=True, action="log")
    edited = fact(("note",), table="interactions", id=id, session="other:2")
    (row,) = rows(answered(dossier(snapshot, ANA, (entered, edited)))["interactions"])
    stamp = {"source": "typed", "date": "2026-05-06T07:08:00+00:00", "session": "desk:1"}
    assert row["entered"] == stamp


@pytest.mark.parametrize("id", ["", "I-both", "8" + "Z" * 25, "u" * 26, "0" * 25])
def test_an_id_that_is_no_ulid_dates_nothing(id: str) -> None:
    assert day_of_ulid(id) is None


def test_a_ulid_tells_its_day() -> None:
    assert day_of_ulid(ulid(0, bytes(10))) == date(1970, 1, 1)
    assert day_of_ulid("7" + "Z" * 25) is None, "beyond the years that a date can hold"


def test_other_records_that_mention_the_person_are_told_by_the_sentence_alone() -> None:
    told = [
        (row["table"], row["id"], row["about"], row["field"], row["text"])
        for row in rows(answered(dossier(WHOLE, ANA))["mentions"])
    ]
    assert told == [
        ("people", BO, "Bo Ek", "notes", "Was taught by ana  nunez in 2004."),
        ("interactions", "I-cy", "Cy Only", "note", "He has ANA@nunez.example now!"),
        ("follow_ups", "F-cy", "Cy Only", "why", "call 00 34 612.345.678?"),
        ("templates", "M-1", "Thanks", "body", "As Ana Nunez says: measure twice."),
    ]


def test_cards_that_name_the_person_are_told_by_name_and_nothing_more_of_them() -> None:
    cy = Person(id=CY, name="Cy Only", notes="SECRET", through=ANA, knows=(BO, ANA))
    bo = Person(id=BO, name="Bo Ek", distinct_from=(CY,))
    snapshot = network(ANA_CARD, cy, bo)
    made = fact(("knows",), id=CY, session="desk:2")
    answer = answered(dossier(snapshot, ANA, (made,)))
    assert answer["named_on"] == [
        {
            "id": CY,
            "name": "Cy Only",
            "named_as": ["through", "knows"],
            "entered": {
                "source": "typed",
                "date": "2026-05-06T07:08:00+00:00",
                "session": "desk:2",
            },
        }
    ]
    assert "SECRET" not in json.dumps(answer)
    (section,) = [
        each
        for each in dossier_text(dossier(snapshot, ANA), Words("en"))
        if each.title == "On the cards of others"
    ]
    assert section.told[0].text == "Cy Only (met through, knows)"


def test_the_text_of_a_card_names_whom_it_names() -> None:
    told = {
        each.label: each.text for each in dossier_text(dossier(WHOLE, ANA), Words("en"))[0].told
    }
    assert told["knows"] == "Bo Ek, Cy Only"
    assert told["met through"] == "Bo Ek"
    assert told["not to be confused with"] == "P-ann", "somebody who is gone is told by the id"


def test_other_places_are_told_in_the_language_of_the_answer() -> None:
    held = dossier(WHOLE, ANA, elsewhere=(Message("kind.call"),))
    assert answered(held)["elsewhere"] == ["call"]
    assert answered(held, "fr")["elsewhere"] == ["appel"]
    assert dossier_text(held, Words("fr"))[-1].told[0].text == "appel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_tells_every_word_that_is_held(language: Language) -> None:
    sections = dossier_text(dossier(WHOLE, ANA), Words(language))
    text = "\n".join(f"{told.label} {told.text} {told.aside}" for s in sections for told in s.told)
    assert "SECRET" not in text
    typed = {
        *("Anita", "ana@nunez.example", "+34 612 345 678", "Aubier", "Architect", "ETSAM", "39"),
        *("2001-2007", "Madrid", "Lyon", "Taller Sur", "climbing", "wood", "es", "juror", "45"),
        *("a carpenter", "plans", "15", "a site in Vaise", "1983", "she dares", "uid:ana"),
        *("Likes oak.\nHates glue.", "Owes the bank.", "item1.X-PET;TYPE=home:a cat", "x_shoe"),
        *("the roof", "send the plan", "on beams", "both build", "Wood fair", "Builders"),
        *("meets on Mondays", "12", "25", "ring", "Bo Ek", "linkedin:7:2026-03-01"),
    }
    assert {word for word in typed if word not in text} == set()
    assert {"en": "1 February 1983", "fr": "1er février 1983"}[language] in text
    assert "dossier." not in text, "a sentence without words"
    codes = ("in_person", "a_agreed", "cooling", "snooze", "native", "faded", "preparing")
    left = [code for code in codes if code in text and language == "fr"]
    assert left == []


def test_without_anything_else_only_the_card_is_told() -> None:
    bare = network(Person(id="P-x", name="Xu"))
    (section,) = dossier_text(dossier(bare, PersonId("P-x")), Words("en"))
    assert section.title == "Xu"


DEMO = demo_snapshot(60, 4, TODAY)


def test_of_everybody_in_an_invented_network_all_is_told() -> None:
    """Every value of every record that names somebody stands in their dossier."""
    for id in DEMO.people:
        answer = answered(dossier(DEMO, id))
        card = {row["field"]: row["value"] for row in rows(answer["card"])}
        assert card | {"id": id} == to_document(DEMO.people[id])
        for table in NAMING:
            told = {row["id"]: row for row in rows(answer[table])}
            naming = [each for each in DEMO.tables[table].values() if id in named_in(each)]
            assert list(told) != [] or not naming
            assert set(told) == {each.id for each in naming}
            for record in naming:
                document = to_document(record)
                for name in ("people", "wanted", "a", "b", "person"):
                    if document.pop(name, None) is not None:
                        assert told[record.id]["named_as"]
                assert document.items() <= told[record.id].items()


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
UNKNOWN = st.dictionaries(
    st.text("xyz_", min_size=2, max_size=5), TEXTS | st.integers(0, 9), max_size=2
)
CARDS = st.builds(
    Person,
    id=st.just("P"),
    name=TEXTS,
    emails=st.lists(TEXTS, max_size=2).map(tuple),
    phones=st.lists(TEXTS, max_size=2).map(tuple),
    links=st.lists(TEXTS, max_size=2).map(tuple),
    cities=st.lists(st.builds(City, name=TEXTS, extra=UNKNOWN), max_size=2).map(tuple),
    layer=st.sampled_from([None, 5, 150]),
    pinned=st.booleans(),
    notes=TEXTS,
    private_notes=TEXTS,
    properties=st.lists(st.builds(Property, name=TEXTS, value=TEXTS), max_size=2).map(tuple),
    extra=UNKNOWN,
)


@given(CARDS, TEXTS, st.sampled_from(LANGUAGES))
def test_any_card_comes_whole_out_of_its_dossier(
    card: Person, note: str, language: Language
) -> None:
    snapshot = network(card, Person(id="Q", name="Quim", notes=note))
    held = dossier(snapshot, PersonId("P"))
    told = {row["field"]: row["value"] for row in rows(answered(held)["card"])}
    assert from_document(Person, {**told, "id": "P"} if told else {"id": "P"}) == card  # type: ignore[dict-item]
    assert dossier_text(held, Words(language))


def test_a_record_of_another_version_is_told_with_what_is_not_known_of_it() -> None:
    odd = from_document(Circle, {"id": "C", "name": "Old boys", "people": [ANA], "colour": "green"})
    snapshot = network(ANA_CARD, odd)
    (row,) = rows(answered(dossier(snapshot, ANA))["circles"])
    assert row["unknown_fields"] == {"colour": "green"}
    sections = dossier_text(dossier(snapshot, ANA), Words("en"))
    assert any("colour: green" in told.text for each in sections for told in each.told)
