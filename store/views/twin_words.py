"""Why two cards may be one person's, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.rules.twin_evidence import Clue, ClueCode
from store.rules.twins import Likelihood, Twins
from store.words.message import Message
from store.words.words import Words

LIGHTEST = 0.25
"""Evidence below that is not told."""

_CLUES: Mapping[ClueCode, str] = {
    "same_name": "twins.same_name",
    "same_words": "twins.same_words",
    "spelling": "twins.spelling",
    "short_name": "twins.short_name",
    "longer_name": "twins.longer_name",
    "nickname": "twins.nickname",
    "one_word": "twins.one_word",
    "same_first_name": "twins.same_first_name",
    "other_first_name": "twins.other_first_name",
    "other_name": "twins.other_name",
    "no_name": "twins.no_name",
    "same_email": "twins.same_email",
    "same_mailbox": "twins.same_mailbox",
    "same_phone": "twins.same_phone",
    "same_profile": "twins.same_profile",
    "same_link": "twins.same_link",
    "same_source": "twins.same_source",
    "same_birthday": "twins.same_birthday",
    "same_org": "twins.same_org",
    "same_city": "twins.same_city",
    "same_school": "twins.same_school",
    "other_birthday": "twins.other_birthday",
    "other_profile": "twins.other_profile",
    "other_emails": "twins.other_emails",
    "other_phones": "twins.other_phones",
    "other_generation": "twins.other_generation",
    "met_together": "twins.met_together",
}

_LIKELIHOODS: Mapping[Likelihood, str] = {
    "almost_certainly": "twins.almost_certainly",
    "probably": "twins.probably",
    "perhaps": "twins.perhaps",
}


def likelihood_word(pair: Twins, words: Words) -> str:
    """How likely the two are one: "almost certainly", "probably", "perhaps"."""
    return likelihood_said(pair.likelihood, words)


def likelihood_said(likelihood: Likelihood, words: Words) -> str:
    """The same, where the pair itself is not at hand."""
    return words.say(_LIKELIHOODS[likelihood])


def because(pair: Twins, words: Words) -> str:
    """What speaks for it, then what speaks against it, on one line."""
    told = [each for each in pair.because if abs(each.weight) >= LIGHTEST]
    pro = ", ".join(_clues((each for each in told if each.weight > 0), words))
    con = ", ".join(_clues((each for each in told if each.weight < 0), words))
    if pro and con:
        return words.say("twins.but", pro=pro, con=con)
    return pro or con


def _clues(clues: Iterable[Clue], words: Words) -> Iterable[str]:
    for clue in clues:
        text = words.tell(Message(_CLUES[clue.code]))
        telling = clue.code in ("same_email", "same_mailbox")
        yield words.say("twins.with_value", clue=text, value=clue.value) if telling else text
