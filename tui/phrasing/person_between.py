"""What is shared, and what lies between, as the panes of the screen of one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from store.rules.common_ground import Common
from store.views.between import Between, Helped, Linked
from store.views.one_person import OnePerson
from store.views.phrases import promised_line, shared_line
from store.words.words import Words
from tui.phrasing.between_words import helped_told, owed_told
from tui.phrasing.labelled_lines import aligned
from widgets.paragraph import Paragraph, parted

GROUND: dict[str, str] = {
    "school": "person.ground.school",
    "employer": "person.ground.employer",
    "city": "person.ground.city",
    "passion": "person.ground.passion",
    "field": "person.ground.field",
    "language": "person.ground.language",
    "event": "person.ground.event",
    "person": "person.ground.person",
}
"""What can be shared, in the order in which it is told."""

NAMED = 3
"""People told at most beside other panes."""


def ground_paragraphs(
    one: OnePerson, words: Words, key: str, own: str, *, labels: bool, whole: bool
) -> tuple[Paragraph, ...]:
    """What the user and a person share, a line for each kind; then whom both know.

    Args:
        one: the person.
        words: the language.
        key: that edits the card.
        own: the command that shows the user's own card, as it is typed.
        labels: whether there is room to say what each line is.
        whole: whether there is room for all names.
    """
    told = [(what, _shared(one.common, what, words)) for what in GROUND if what != "person"]
    told.append(("person", _people(one, whole=whole)))
    lines = [(words.say(GROUND[what]), text) for what, text in told if text]
    if not lines:
        if one.mine_known:
            return (Paragraph(words.say("person.ground.nothing", key=key), "dim"),)
        return (Paragraph(words.say("person.ground.me", command=own), "dim"),)
    return aligned(lines) if labels else tuple(Paragraph(text) for _, text in lines)


def _shared(common: Sequence[Common], what: str, words: Words) -> str:
    return ", ".join(shared_line(each, words) for each in common if each.what == what)


def _people(one: OnePerson, *, whole: bool) -> str:
    """Whom both know: noted on a card, or found by those who look for common ground."""
    names = [each.name for each in one.common if each.what == "person"]
    names += [each.name for each in one.between.knows]
    return _some(list(dict.fromkeys(names)), whole=whole)


def _some(names: Sequence[str], *, whole: bool) -> str:
    if whole or len(names) <= NAMED:
        return ", ".join(names)
    return f"{', '.join(names[: NAMED - 1])}, +{len(names) - NAMED + 1}"


def between_paragraphs(
    between: Between, words: Words, today: date, give: str, *, whole: bool
) -> tuple[Paragraph, ...]:
    """What is open, help each way, and who brought whom.

    Args:
        between: the person's.
        words: the language.
        today: the day.
        give: the command that puts something by, as it is typed.
        whole: whether there is room for the kinds of help and for all names.
    """
    blocks = (
        _open(between, words, today),
        _helped(between, words, whole),
        _links(between, words, whole),
    )
    return parted(blocks) or (Paragraph(words.say("person.between.nothing", command=give), "dim"),)


def _open(between: Between, words: Words, today: date) -> tuple[Paragraph, ...]:
    open_ones = (
        ("pane.why.to_give", between.give),
        ("pane.why.to_thank", between.thank),
        ("pane.why.to_tell", between.tell),
        ("person.to_ask", between.ask),
    )
    promised = [promised_line(each, words, today) for each in between.promised]
    lines = [
        # Each on a line of its own, since each has its day.
        ("" if number else words.say("pane.why.promised").lower(), text)
        for number, text in enumerate(promised)
    ]
    lines += [
        (words.say(label).lower(), owed_told(owed, words)) for label, owed in open_ones if owed
    ]
    if not lines and (between.given or between.received):
        return (Paragraph(words.say("person.between.settled"), "dim"),)
    return aligned(lines)


def _helped(between: Between, words: Words, whole: bool) -> tuple[Paragraph, ...]:
    given, received = between.given, between.received
    if not (given or received):
        return ()
    if whole:
        told = (("person.given_kinds", given), ("person.received_kinds", received))
        return aligned([(words.say(id), helped_told(some, words)) for id, some in told if some])
    return (Paragraph(words.say("person.helped", given=_times(given), received=_times(received))),)


def _times(helped: Iterable[Helped]) -> int:
    return sum(each.times for each in helped)


def _links(between: Between, words: Words, whole: bool) -> tuple[Paragraph, ...]:
    through = (between.through,) if between.through is not None else ()
    told = (
        ("person.links.through", through),
        ("person.links.brought", between.brought),
        ("person.links.introduced", between.introduced),
    )
    lines = [
        (words.say(id), _some([_linked(each) for each in some], whole=whole))
        for id, some in told
        if some
    ]
    return aligned(lines)


def _linked(each: Linked) -> str:
    return f"{each.name} ({each.year})" if each.year else each.name
