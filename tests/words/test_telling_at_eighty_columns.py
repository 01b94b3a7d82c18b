"""What matters of a sentence stands in the first 78 cells, however long paths and names are."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import LANGUAGES, Language
from store.words.day_messages import until_day
from store.words.field_words import field_message
from store.words.message import Message
from store.words.width import cut
from store.words.words import Words

TODAY = date(2026, 11, 20)

ROOM = 78
"""Cells of the line at the foot of 80 columns, less the blank before it and one to spare."""

PATH = "/home/somebody/.local/share/arrosoir/a-folder-of-some-length/arrosoir.json"
NAME = "Maximilienne-Alexandrine de La Tour d'Ay"
VALUE = "Société générale d'entreprises et de bât"

VALUES: dict[str, object] = {
    "path": PATH,
    "why": "Permission denied",
    "pid": "123456",
    "where": "it breaks off after byte 123456",
    "table": "interactions",
    "line": 1234,
    "have": 12345,
    "about": NAME,
    "name": NAME,
    "field": field_message("org"),
    "value": VALUE,
    "mine": VALUE,
    "theirs": VALUE,
    "key": "u",
    "said": Message("said.edited", {"name": NAME}),
    "session": Message("history.elsewhere"),
    "day": date(2026, 11, 19),
    "until": until_day(date(2026, 11, 24), TODAY),
    "time": "14:03",
    "kind": Message("kind.in_person"),
    "minutes": 120,
    "action": Message("action.look_over"),
}

TELLING: list[tuple[str, str, str]] = [
    ("problem.not_saved", "saved before is whole.", "est intact."),
    ("tui.not_saved", "nothing you typed is lost.", "votre saisie est gardée."),
    ("problem.file_error", "Permission denied.", "Permission denied."),
    ("tui.file_error", "Permission denied.", "Permission denied."),
    ("problem.not_tidied", "all that was saved is safe.", "rien d'enregistré n'est perdu."),
    ("problem.no_backup", "no room left on the disk.", "plus de place sur le disque."),
    ("problem.not_purged", "Make room and try again.", "Faites-en et réessayez."),
    ("problem.not_repaired", "no room left on the disk.", "plus de place sur le disque."),
    ("problem.read_only", "nothing is saved.", "rien n'est enregistré."),
    ("problem.other_copy", "Permission denied", "Permission denied"),
    ("problem.no_copy", "are there", "à cet endroit"),
    ("problem.join_itself", "name another copy.", "nommez une autre copie."),
    ("problem.not_a_file", "nothing was read or written.", "rien n'a été lu ni écrit."),
    ("problem.exists", "choose another name.", "choisissez un autre nom."),
    ("problem.emptied", "Put it back", "rien n'a été touché."),
    ("problem.busy", "try again.", "réessayez."),
    ("problem.gone", "deleted this meanwhile.", "supprimé entre-temps."),
    ("problem.changed_meanwhile", "Begin again.", "Recommencez."),
    ("problem.changed_since", "has changed since", "a changé depuis"),
    ("problem.changed_since_by", "yesterday at 14:03", "hier à 14:03"),
    ("said.replaced", "set elsewhere meanwhile.", "changé ailleurs entre-temps."),
    ("tui.replaced", "brings back yours", "u rétablit"),
    ("said.deceased", "Nothing will be asked any more", "Plus rien ne sera demandé"),
    ("said.paused", "until Tue 24 Nov", "jusqu'au mar. 24 nov."),
    ("said.undo", "look over untouched cards", "revue des fiches sans mouvement"),
    ("said.closed_and_logged", "done", "fait"),
    ("said.planned", "planned for", "prévu"),
]


@pytest.mark.parametrize(
    ("language", "id", "telling"),
    [
        (language, id, telling)
        for id, *by_language in TELLING
        for language, telling in zip(LANGUAGES, by_language, strict=True)
    ],
)
def test_the_telling_part_comes_first(language: Language, id: str, telling: str) -> None:
    whole = Words(language).tell(Message(id, VALUES), TODAY)
    telling = telling.replace(" :", "\N{NO-BREAK SPACE}:")
    assert telling in cut(whole, ROOM), whole


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "id", ["problem.not_saved", "tui.not_saved", "problem.no_backup", "problem.not_purged"]
)
def test_a_path_comes_last(language: Language, id: str) -> None:
    assert Words(language).tell(Message(id, VALUES), TODAY).endswith(f"({PATH})")
