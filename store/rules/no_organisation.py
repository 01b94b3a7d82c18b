"""What stands in the place of an organisation and is none: who has it is nobody's colleague."""

from __future__ import annotations

import re
from functools import lru_cache

from store.words.fold import fold

LONGEST = 200
"""Characters of a name that are looked at."""

_WORD = re.compile(r"[a-z]+")

_STATES_TEXT = """
freelance freelances freelancer freelancers freelancing autoentrepreneur autoentrepreneuse
microentrepreneur microentrepreneuse microentreprise retired retraite retraitee
unemployed sabbatical sabbatique homemaker jobseeker chomage tbd
"""
_STATES = frozenset(_STATES_TEXT.split())
"""A name that begins so tells of a way to live, whatever follows: "Retired teacher"."""

_WORDS_TEXT = """
self employed employee independent independant independante independants indep consultant
consultante consulting contractor travailleur travailleuse worker entrepreneur entrepreneure
entrepreneuse auto micro entreprise profession liberale annee student students etudiant
etudiante none aucun aucune n a na own my ma mon business boite compte propre job seeker seeking
looking actively for opportunities open to work working between jobs myself demandeur
demandeuse d emploi sans en recherche la l un au pere mere foyer stay at home parent career
break confidential confidentiel stealth startup start up mode various divers private personal
family famille particulier et and e ou or the moment currently actuellement de
"""
_WORDS = frozenset(_WORDS_TEXT.split())
"""A name of these alone is none: of one of `_TELLING`, and small words beside it."""

_TELLING_TEXT = """
employed independant independante independants indep consultant consultante contractor
entrepreneur entrepreneure entrepreneuse micro liberale student students etudiant etudiante none
aucun aucune na business boite compte seeker seeking opportunities jobs myself emploi foyer
home career confidential confidentiel stealth various divers private personal family
famille particulier work n looking
"""
_TELLING = frozenset(_TELLING_TEXT.split())


@lru_cache(maxsize=8192)
def is_no_organisation(name: str) -> bool:
    """Whether a name says that there is no organisation, or not which.

    "The Independent" is a newspaper, and "Freelance.com" a company: an address is a name.
    """
    folded = fold(name[:LONGEST]).strip(" .")
    words = _WORD.findall(folded)
    if not any(each.isalnum() for each in folded):
        return True
    if not words or folded.endswith((".com", ".fr", ".org", ".io")):
        return False
    if words[0] in _STATES or words == ["independent"]:
        return True
    known, telling = _WORDS | _STATES, _TELLING | _STATES
    return known.issuperset(words) and not telling.isdisjoint(words)
