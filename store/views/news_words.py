"""Of whom a sentence of a note tells; English and French.

The lists are short on purpose: what they do not know is taken as it stands.
"""

from __future__ import annotations

import re

from store.views.news_care import unfit
from store.words.fold import fold

SHORTEST = 2
"""Words of a sentence that tells something."""


_MINE_AT_THE_START = re.compile(
    r"(?:"
    r"sent|promised|listened|spoke|talked|discussed|compared|celebrated|met|caught up|chatted"
    r"|call|short call|long call|first long|coffee|lunch|dinner|drinks?|mail|e-mail|message"
    r"|remind|reminder|ask|to ask|to do|todo|follow up|call back|get back|send|bring|invite|thank"
    r"|good idea|useful|simple|to be|together|ok|okay|nothing|thanks|hello|prefers"
    r"|introduced|through a friend|shared? (?:a|the|our) table|same table|at the same table|sat"
    r"|envoyé|promis|écouté|parlé|discuté|comparé|fêté|essayé|rencontré|croisé|fait|échangé|revu"
    r"|appel|café|déjeuner|dîner|verre|courriel|première longue|premier long|ensemble"
    r"|left a message|voicemail|no (?:answer|reply|news)|tried|quick|did not (?:answer|reply)"
    r"|laissé|répondeur|pas de (?:réponse|nouvelles)|sans réponse|n'a pas répondu"
    r"|relancer|rappeler|demander|penser|envoyer|apporter|inviter|remercier|à faire|à reprendre"
    r"|à revoir|à rappeler|à relancer|bonne idée|utile|ras|rien|merci|bonjour"
    r"|présentée? par|connaissance|plutôt|préfère|voisine?s? de table|à la même table|même table"
    r"|assise?s?|côte à côte|à côté"
    r")\b"
)
"""How a sentence begins that tells of the user, of the talk, or of how to reach somebody.

What the user did is noted without a pronoun in both languages ("Sent the article", "Parlé de");
accents matter: "Parle à Oslo" is of the other side."""

_ON_WHAT = re.compile(
    r"(?:(?:parlé|reparlé|discuté|échangé)(?: de| sur)|(?:spoke|talked|chatted)(?: about| of)"
    r"|discussed) (?=(?:son|sa|ses|leurs?|his|her|their)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that names what of theirs was talked about: "Parlé de sa reconversion"."""

_MINE = re.compile(
    r"\b(?:[Jj]'|[Mm]')"
    r"|\b(?:I|I'(?:m|ve|d|ll)|[Ww]e|[Uu]s|my|me|[Oo]urs?|[Jj]e|moi|mon|ma|mes|[Nn]ous|[Nn]otre"
    r"|[Nn]os)(?!\w)|^(?:My|Me|Mon|Ma|Mes)\b"
    r"|^[Oo]n (?:s'|se |va |y |en |ne |n'|avait |fera |verra |doit |peut |reste "
    r"|a \w*(?:é|ri|vu|pris|fait|dit|eu)\b)"
)
"""The user named in it; "on" is "we" before a French verb alone, not in "On the board"."""

_ADDRESS = re.compile(r"://|@|\+?\d[\d .-]{7,}\d")

_SOUGHT = re.compile(
    r"^(?:(?:is |are |he |she |they )*(?:looking|searching|hunting) for|(?:he |she )?looks for"
    r"|(?:he |she |they )?asked for\b|(?:is |est )?a la recherche"
    r"|(?:il |elle |iel )?(?:re)?cherch(?:e|ent|ait|aient)"
    r"|(?:he |she |they )?needs? (?:somebody|someone|a)\b"
    r"|il (?:lui|leur) faudrait|(?:il |elle )?a besoin d)\b"
)


def what_of_theirs(sentence: str) -> str:
    """A sentence without the words that say that it was talked about, where it was theirs."""
    return _ON_WHAT.sub("", sentence, count=1) if _ON_WHAT.match(sentence) else sentence


def of_them(sentence: str) -> bool:
    """Whether a sentence tells something of the other side that may be taken up before them.

    Not of the user or of the talk, nothing that is thought of them, and nothing too near.
    """
    plain = sentence.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lstrip(" -*·•>\"'(")
    if _ADDRESS.search(plain) or _MINE.search(plain) or len(plain.split()) < SHORTEST:
        return False
    return not unfit(plain) and _MINE_AT_THE_START.match(plain.casefold()) is None


def sought(sentence: str) -> bool:
    """Whether a sentence tells that they are looking for something."""
    return _SOUGHT.match(fold(sentence)) is not None
