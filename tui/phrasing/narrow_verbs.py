"""What the footer says in the pane of choices: the keys of its row, and on whom the others act."""

from __future__ import annotations

from collections.abc import Callable

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.curtain import name_shown
from tui.phrasing.people_rows import MORE
from tui.phrasing.saved_rows import SAVED
from widgets.facet_list import FacetRow
from widgets.foot import Verb
from widgets.line import cut_to

NAME_CELLS = 22
"""Of a name in the footer at most."""

ACTING = ("person.log", "person.note", "person.copy")
"""Commands that stand for all that act on people, as they do in the list."""


def narrow_verbs(
    row: FacetRow | None,
    names: tuple[str, ...],
    keys: Keys,
    words: Words,
    *,
    back: str,
    veiled: bool,
) -> tuple[Verb, ...]:
    """The verbs of a row; those that go on from here; whom letters are about.

    Args:
        row: under the cursor.
        names: whom verbs act on.
        keys: what the keys do.
        words: the language.
        back: message id: where Esc leads.
        veiled: whether only initials are shown.
    """

    def verb(command: str, label: str) -> Verb:
        return Verb(keys.shown(BY_ID[command]), words.say(label))

    verbs = [_of_row(row, verb)] if row is not None and row.id is not None else []
    verbs.append(verb("go.find", "pane.narrow.find"))
    verbs.append(verb("go.back", back))
    if names:
        acting = " ".join(filter(None, (keys.shown(BY_ID[each]) for each in ACTING)))
        verbs.append(Verb(acting, _whom(names, words, veiled)))
    leaps = " ".join(keys.shown(BY_ID[each]) for each in ("go.detail_down", "go.detail_up"))
    return (*verbs, Verb(leaps, words.say("pane.narrow.groups")))


def _of_row(row: FacetRow, verb: Callable[[str, str], Verb]) -> Verb:
    id = row.id or ""
    if id.startswith(MORE):
        return verb("go.open", "pane.narrow.show")
    if row.heading or row.more:
        return verb("go.open", "pane.narrow.fold")
    if id.startswith(SAVED):
        return verb("go.open", "pane.narrow.apply")
    return verb("all.mark", "pane.narrow.untick" if row.chosen else "pane.narrow.tick")


def _whom(names: tuple[str, ...], words: Words, veiled: bool) -> str:
    if len(names) > 1:
        return words.say("pane.narrow.for_marked", n=len(names))
    return words.say("pane.narrow.for_one", name=cut_to(name_shown(names[0], veiled), NAME_CELLS))
