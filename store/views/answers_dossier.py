"""A dossier as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from datetime import date

from store.records.record import Document, Json
from store.views.dossier import NAMING, CardField, Dossier, Held
from store.views.mentions import Mention
from store.views.named_on import NamedOn
from store.views.origin import Origin
from store.views.recorded import Fact
from store.words.words import Words


def dossier_answer(dossier: Dossier, words: Words, today: date) -> Document:
    """All that is held about a person.

    Args:
        dossier: what is held.
        words: for the names of other places, which are sentences.
        today: the day on which those are told.
    """
    answer: Document = {
        "person": {"id": dossier.person.id, "name": dossier.person.name},
        "card": [_field(each) for each in dossier.card],
    }
    for table in NAMING:
        answer[table] = [_held(each) for each in dossier.held[table]]
    answer["named_on"] = [_named_on(each) for each in dossier.named_on]
    answer["mentions"] = [_mention(each) for each in dossier.mentions]
    answer["asked_in_sorting"] = dossier.asked
    answer["history"] = [_fact(each) for each in dossier.history]
    answer["elsewhere"] = [words.tell(each, today) for each in dossier.elsewhere]
    return answer


def source_answer(origin: Origin) -> str:
    """A source as programs read it: `typed`, `import: KEY, KEY`, `join`, ..., `unknown`."""
    return f"{origin.how}: {', '.join(origin.keys)}" if origin.keys else origin.how


def _stamp(origin: Origin) -> Document:
    when = origin.at or origin.day
    return {
        "source": source_answer(origin),
        "date": None if when is None else when.isoformat(),
        "session": origin.session or None,
    }


def _field(each: CardField) -> Document:
    return {
        "field": each.field,
        "value": each.value,
        "private": each.private,
        **_stamp(each.origin),
    }


def _held(each: Held) -> Document:
    others: list[Json] = [{"id": other.id, "name": other.name} for other in each.others]
    return {
        "id": each.id,
        "named_as": list[Json](each.roles),
        **each.fields,
        "with": others,
        "others": each.besides,
        "unknown_fields": each.unknown,
        "entered": _stamp(each.origin),
    }


def _named_on(each: NamedOn) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "named_as": list[Json](each.links),
        "entered": _stamp(each.origin),
    }


def _mention(each: Mention) -> Document:
    return {
        "table": each.table,
        "id": each.id,
        "about": each.about,
        "field": each.field,
        "text": each.text,
    }


def _fact(each: Fact) -> Document:
    return {
        "revision": each.revision,
        "at": each.at.isoformat(),
        "session": each.session,
        "action": each.action,
        "how": each.how,
        "table": each.table,
        "id": each.id,
        "fields": list[Json](each.fields),
        "before": each.before,
    }
