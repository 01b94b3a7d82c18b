"""A brief as a JSON answer; the keys are promised to other programs."""

from __future__ import annotations

from datetime import date

from store.records.record import Document, Json
from store.views.answers_person import iso
from store.views.between import Linked
from store.views.brief import Brief, Coming, Door
from store.views.owed import Owed
from store.views.why import LastTalk
from store.words.message import Message
from store.words.words import Words


def brief_answer(brief: Brief, words: Words, today: date) -> Document:
    """One page about a person; first lines and the question are sentences in the language."""
    standing = brief.standing
    return {
        "person": {"id": brief.person, "name": brief.name},
        "title": brief.title,
        "org": brief.org,
        "cities": list[Json](brief.cities),
        "languages": list[Json](brief.languages),
        "prefers": brief.prefers,
        "avoids": list[Json](brief.avoids),
        "intent": brief.intent,
        "met": iso(brief.met),
        "where": brief.where,
        "first_contact": iso(brief.first),
        "through": None if brief.through is None else _linked(brief.through),
        "layer": brief.layer,
        "band": brief.band,
        "state": brief.state,
        "usual_gap_days": standing.usual_gap_days,
        "silent_days": standing.silent_days,
        "contacts": standing.contacts,
        "planned": iso(standing.plan_on),
        "common": [_door(each, words, today) for each in brief.doors],
        "news": [{"text": each.text, "on": each.on.isoformat()} for each in brief.news],
        "question": _said(brief.question, words, today),
        "promised": [_owed(each) for each in brief.promised],
        "give": [_owed(each) for each in brief.give],
        "thank": [_owed(each) for each in brief.thank],
        "tell": [_owed(each) for each in brief.tell],
        "ask": [_owed(each) for each in brief.ask],
        "needs": list[Json](brief.needs),
        "offers": list[Json](brief.offers),
        "talks": [_talk(each) for each in brief.talks],
        "knows": [_linked(each) for each in brief.knows],
        "dates": [_date(each) for each in brief.dates],
        "notes": brief.notes,
    }


def _said(message: Message | None, words: Words, today: date) -> Json:
    return None if message is None else words.tell(message, today)


def _linked(each: Linked) -> Document:
    return {"id": each.person, "name": each.name}


def _door(each: Door, words: Words, today: date) -> Document:
    return {
        "what": each.shared.what,
        "name": each.shared.name,
        "years": each.shared.years,
        "opener": _said(each.opener, words, today),
    }


def _owed(each: Owed) -> Document:
    return {
        "id": each.id,
        "what": each.what,
        "kind": each.kind,
        "on": each.on.isoformat(),
        "other": each.other,
    }


def _talk(each: LastTalk) -> Document:
    return {
        "on": each.on.isoformat(),
        "kind": each.kind,
        "minutes": each.minutes,
        "by": each.by,
        "approximate": each.approximate,
        "note": each.note,
    }


def _date(each: Coming) -> Document:
    return {"name": each.name or "birthday", "on": each.on.isoformat(), "years": each.years}
