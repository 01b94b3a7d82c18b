"""`walk`: people in whole sentences, in both languages, for any terminal and any reader."""

# ruff: noqa: F811 - a fixture that is asked for by its name

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from walk_trial import (  # noqa: F401
    AMELIE,
    BJORN,
    TODAY,
    Walking,
    ago,
    data,
    walk,
)

from store.disk.new_file import write_new
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import LANGUAGES
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.words.width import width

HOSTILE = "\x1b]0;x\x07\x1b[31mEve\x9b2J\u202e \u200f[@click=app.quit]{name}"

EN = """\
Friday 20 November 2026. 3 follow-ups today, about 45 minutes.
Enter goes to the next, ? tells the letters, q ends.
What you promised. 1 of 3. Amélie Roussel. Head of research, Aubier, Lyon. One of your fifteen.
 Intent: learn how a lab lives.
Last talk: Monday 19 October, in person, 45 minutes. Moving the team to Villeurbanne.
 Finds hiring hard.
Promised: the intro to Jean-Marc, for Tuesday 17 November.
To begin: call, 20 minutes. You could say: As promised: the intro to Jean-Marc.
Amélie Roussel, done. u takes it back.
2 of 3. Tomás Herrera.
Promised: the slides, for today.
To begin: message, 5 minutes. You could say: As promised: the slides.
Tomás Herrera, not today. u takes it back.
Time for a word. 3 of 3. Björn Ek. Göteborg.
Last talk: Monday 21 September, call, 20 minutes.
To begin: call, 20 minutes.
Björn Ek: call, 25 minutes. Noted: The boat is sold. u takes it back.
That is all for today.
Done today: Björn Ek; 25 minutes.
Enter ends, p goes to a person, a adds somebody."""

FR = """\
Vendredi 20 novembre 2026. 3 suivis aujourd'hui, environ 45 minutes.
Entrée passe au suivant, ? donne les lettres, q termine.
Ce que vous avez promis. 1 sur 3. Amélie Roussel. Head of research, Aubier, Lyon. Parmi vos quinze.
 Intention : learn how a lab lives.
Dernière fois : lundi 19 octobre, en personne, 45 minutes. Moving the team to Villeurbanne.
 Finds hiring hard.
Promis : the intro to Jean-Marc, pour le mardi 17 novembre.
Pour commencer : appel, 20 minutes. Vous pourriez dire : Comme promis : the intro to Jean-Marc.
Amélie Roussel : fait. u annule.
2 sur 3. Tomás Herrera.
Promis : the slides, pour aujourd'hui.
Pour commencer : message, 5 minutes. Vous pourriez dire : Comme promis : the slides.
Tomás Herrera : pas aujourd'hui. u annule.
C'est le moment. 3 sur 3. Björn Ek. Göteborg.
Dernière fois : lundi 21 septembre, appel, 20 minutes.
Pour commencer : appel, 20 minutes.
Björn Ek : appel, 25 minutes. Noté : The boat is sold. u annule.
C'est tout pour aujourd'hui.
Fait aujourd'hui : Björn Ek ; 25 minutes.
Entrée termine, p va à une personne, a ajoute quelqu'un."""

TIE = re.compile(r" (?:The tie is|Le lien) [^.]*\.")
"""How a tie is, which the rules decide."""


@pytest.mark.parametrize(("lang", "transcript"), [("en", EN), ("fr", FR)])
def test_a_whole_walk(walk: Walking, lang: str, transcript: str) -> None:
    walked = walk("d", "x", "d 25 The boat is sold", lang=lang)
    told = [TIE.sub("", each) for each in walked.paragraphs if each not in walked.whys]
    assert told == transcript.replace("\n ", " ").split("\n")
    assert walked.status == 0
    assert walked.err == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Why now. Promised for Tuesday 17 November: the intro to Jean-Marc."),
        ("fr", "Pourquoi maintenant. Promis pour le mardi 17 novembre : the intro to Jean-Marc."),
    ],
)
def test_the_reasons_come_with_days_in_full(walk: Walking, lang: str, said: str) -> None:
    assert walk(lang=lang).whys[0].startswith(said)


def test_private_notes_are_not_read(walk: Walking) -> None:
    assert "SECRET" not in walk("w", "?", "").out


def test_reasons_have_no_sign_that_is_only_to_be_seen(tmp_path: Path, walk: Walking) -> None:
    records = {
        "people": {"A": Person(id="A", name="Ada Lovelace", layer=15)},
        "interactions": {
            f"I{days}": Interaction(
                id=f"I{days}", people=(PersonId("A"),), kind="call", on=ago(days), minutes=60
            )
            for days in (400, 379, 358, 337)
        },
    }
    path = tmp_path / "rhythm.json"
    write_new(path, snapshot_of(records))  # type: ignore[arg-type]
    walked = walk("p ada", path=path)
    assert "usually about every" in walked.whys[0].lower()
    assert "call, 1 hour." in " ".join(walked.paragraphs)
    assert "~" not in walked.out
    assert "[…]" not in walked.out


@pytest.mark.parametrize(
    ("lang", "shared", "step"),
    [
        ("en", "In common: French.", "To begin: message, 5 minutes."),
        ("fr", "En commun : français.", "Pour commencer : message, 5 minutes."),
    ],
)
def test_a_language_has_its_name_and_opens_nothing(
    tmp_path: Path, walk: Walking, lang: str, shared: str, step: str
) -> None:
    path = tmp_path / "languages.json"
    me, ada = Me(languages=("fr",), last_act=TODAY), Person(id="A", name="Ada", languages=("fr",))
    write_new(path, snapshot_of({"me": {"1": me}, "people": {"A": ada}}))
    walked = walk("p ada", path=path, lang=lang)
    assert shared in walked.paragraphs
    assert walked.paragraphs[-1] == step


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 24])
def test_no_line_is_wider_than_the_terminal(walk: Walking, lang: str, columns: int) -> None:
    lines = ("?", "w", "s", "q", "hello", "c call 20 " + "very " * 30, "p e", "b 20", "", "")
    walked = walk(*lines, lang=lang, columns=columns)
    wide = [line for line in walked.out.splitlines() if width(line) > columns]
    assert wide == []
    assert walked.out.count("\n") > 60


def test_wide_characters_are_counted_as_they_are_shown(tmp_path: Path, walk: Walking) -> None:
    path = tmp_path / "wide.json"
    name = "山田太郎" * 9
    write_new(path, snapshot_of({"people": {"A": Person(id="A", name=name)}}))
    walked = walk("p " + name, path=path, columns=40)
    assert "山田太郎" in walked.out
    assert max(map(width, walked.out.splitlines())) <= 40


def test_strangers_text_reaches_the_terminal_without_what_it_obeys(
    tmp_path: Path, walk: Walking
) -> None:
    path = tmp_path / "hostile.json"
    person = Person(id="A", name=HOSTILE, org=HOSTILE, intent=HOSTILE, cadence_days=10)
    talk = Interaction(
        id="I", people=(PersonId("A"),), kind="call", on=ago(40), note=f"{HOSTILE}\n{HOSTILE}"
    )
    write_new(path, snapshot_of({"people": {"A": person}, "interactions": {"I": talk}}))
    walked = walk("w", f"n {HOSTILE}", HOSTILE, f"p {HOSTILE}", "d", "u", path=path)
    assert "Eve" in walked.out
    assert "[@click=app.quit]{name}" in walked.out
    obeyed = re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200e\u200f]", walked.out)
    assert obeyed == []


def test_the_letters_are_told_so_that_an_ear_tells_them_apart(walk: Walking) -> None:
    told = walk("?").paragraphs
    assert "capital S: later, by the same delay again." in told
    assert "<, the less-than sign: one layer closer." in told
    assert any(each.startswith("d: done;") for each in told)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Nobody is due. Next: Björn Ek, "),
        ("fr", "Personne à recontacter. Ensuite : Björn Ek, "),
    ],
)
def test_with_nothing_due_it_says_who_comes_next(
    tmp_path: Path, walk: Walking, lang: str, said: str
) -> None:
    path = tmp_path / "later.json"
    person = Person(id=BJORN, name="Björn Ek", cadence_days=30)
    talk = Interaction(id="I", people=(BJORN,), kind="call", on=TODAY - timedelta(days=2))
    write_new(path, snapshot_of({"people": {BJORN: person}, "interactions": {"I": talk}}))
    walked = walk(lang=lang, path=path)
    assert walked.paragraphs[1].startswith(said)
    assert walked.status == 0


def test_an_empty_file_is_no_trouble(tmp_path: Path, walk: Walking) -> None:
    walked = walk("a Ada Lovelace", path=tmp_path / "none.json")
    assert "Nobody is due." in walked.paragraphs
    assert walked.paragraphs[-2].startswith("Ada Lovelace.")


def test_the_dead_are_spoken_of_gently_and_nothing_is_proposed(
    tmp_path: Path, walk: Walking
) -> None:
    path = tmp_path / "dead.json"
    gone = Person(id=AMELIE, name="Amélie Roussel", status="deceased", deceased_on=ago(9))
    write_new(path, snapshot_of({"people": {AMELIE: gone}}))
    walked = walk("p amelie", path=path)
    assert walked.paragraphs[-1] == "Amélie Roussel. Has died; card and memories stay."
