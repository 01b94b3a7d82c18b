"""With what care a note is to be taken up: words of confidence, of hardship, of judgement.

English and French, after folding. What the lists do not know is taken as it stands; where they are
wrong a question is left out or says less, which offends nobody. None of them guesses what something
means for a person.
"""

from __future__ import annotations

import re

from store.words.fold import fold


def _any(*lines: str) -> re.Pattern[str]:
    words = "|".join(word for line in lines for word in line.split(" / "))
    return re.compile(rf"\b(?:{words})\b")


_CONFIDED = _any(
    r"not to be (?:repeated|mentioned|told|said)",
    r"(?:do not|don't|dont) (?:repeat|mention|tell|say|ask)",
    r"between (?:us|ourselves|you and me) / in confidence / confidential(?:ly)?",
    r"off the record / keep (?:it|this) (?:to|quiet) / secret(?:ly)? / leave it / nobody knows",
    r"no one knows / (?:a )?ne (?:pas|rien) (?:repeter|dire|ebruiter|insister|demander) / hush",
    r"chut / nda / embargo / privately / in private / en prive / en cachette / under wraps",
    r"en douce / (?:not|nothing|isn't) (?:yet )?(?:public|official|announced)",
    r"(?:not|before) (?:yet|it) (?:is )?(?:public|official|announced|out)",
    r"(?:pas|rien) (?:encore )?(?:annonc|public|publi|officiel)\w*",
    r"(?:boss|manager|team|wife|husband|partner|colleagues|family|parents|children|kids|they)"
    r" (?:(?:does|do|must|should) not|(?:does|do|must|should)n't) know",
    r"ne (?:le |la )(?:sait|savent) pas",
    r"(?:patronn?e?|cheff?e?|mari|femme|equipe|famille|enfants)"
    r" ne (?:sait|savent|doi(?:t|vent)) (?:pas|rien)",
    r"au courant / (?:a )?ne (?:le )?dire a personne",
    r"ne (?:pas|jamais) en (?:parler|reparler) / n'en (?:pas )?parler / entre nous",
    r"en confidence / confidentiel(?:le)?s? / sous le sceau / garder pour (?:moi|soi)",
    r"personne ne (?:le )?sait / discretion",
)

_HARD = _any(
    r"hospital / surgery / ill / illness / sick / cancer / stroke / accident / chemo\w* / died",
    r"dead / death / dying / funeral / grief / mourning / bereave\w*",
    r"passed (?:away|on|last|this|yesterday|in) / alzheimer\w* / dementia / parkinson\w*",
    r"diagnos\w+ / biops\w+ / sclerosis / tumou?r / rehab / lost (?:his|her|their)",
    r"put (?:down|to sleep) / marriage is over / rough (?:patch|time|week|month|year)s?",
    r"went under / sued / fail(?:ed|s|ing) / refused / rejected / burnt out / anxi\w+",
    r"struggl\w+ / stress(?:ed|ee?s?) / lawsuit / in court / suicid\w+",
    r"parti[es]? (?:hier|la semaine derniere|trop tot) / hospitalis\w+ / operer / demence",
    r"diagnosti\w+ / tumeur / antidepresseurs? / deprim\w+ / va(?:it)? pas / en arret",
    r"vire[er]?s? / liquidation / redressement / mis(?:es?)? en examen / proces",
    r"(?:a|ont) rate / refuse[es]? / echou\w+ / endeuill\w+ / en cure / kidney / un rein",
    r"hard (?:winter|spring|summer|autumn|fall|time|week|month|year) / difficile",
    r"difficult / fragile / angoiss\w+ / en larmes / pleur\w+ / in tears",
    r"cry(?:ing)? / divorc\w+ / separat(?:ed|ion) / broke up / miscarriage / laid off / fired",
    r"redundan\w+ / bankrupt\w* / burn-?out / depress\w+ / hopital / operee?s? / malad\w+",
    r"chimio\w* / avc / mort / morte / mourir / meurt / deces / decedee?s? / obseques",
    r"enterrement / deuil / separe\w* / fausse couche / licenci\w+ / faillite / perdu son",
    r"perdu sa / operat(?:ion|ed)",
)
"""Beside these a cheerful question would be out of place; nothing more is read from them."""

_JUDGED = _any(
    r"(?:not|never) (?:sure (?:about|of)|convinc\w+|to be trusted) / (?:as|than) ever",
    r"too (?:much|many) / arrogant / annoying / boring / rude / pushy / vain / lazy / weird",
    r"drunk / gossip\w* / liar / lies / lying / hates?",
    r"nice (?:guy|man|woman|person|girl|chap) / cute / sexy / handsome / good[- ]looking",
    r"oh (?:joy|great|dear) / just (?:great|what) / yay",
    r"(?:great|lovely|wonderful|super|genial), (?:another|encore) / pretentieu\w+ / penible",
    r"agacante?s? / ennuyeu\w+ / lourde? / bourree? / menteu\w+ / ment / paresseu\w+",
    r"toujours aussi / parle trop / pas (?:sure?|convain\w+) / deteste / beau gosse",
    r"mignonne? / youpi",
    r"(?:said|says|dit que) (?!(?:he|she|they|it|il|elle|iel|on)\b)\w+"
    r" (?:is|was|has|will|a|est|va)",
    r"apparently / allegedly / rumou?rs? / hearsay / i(?:l )?parait / parait-il / apparemment",
    r"rumeurs?",
)
"""What the user thinks of them, or mocks, or has by hearsay."""

_INTIMATE = _any(
    r"ow(?:es|ed|ing) / debts? / salar(?:y|ies) / earns / dettes? / salaires?",
    r"(?:doit|gagne) \d+ / vot(?:es?|ed) / far[- ](?:right|left) / extreme (?:droite|gauche)",
    r"came out / coming out / gay / lesbian / homosexuel\w* / affair / lover / mistress",
    r"amante? / maitresse / trans / vegetari\w+ / vegan\w* / allerg\w+ / aa meetings?",
    r"alcohol\w* / alcool\w* / arrest\w* / prison / jail / pregnan\w+ / enceinte",
    r"attend un (?:bebe|enfant) / expecting (?:a|in|their) / ivf / fiv",
    r"(?:\d|two|three|four|deux|trois|quatre)"
    r" (?:kids|children|boys|girls|sons|daughters|enfants|garcons|filles|fils)",
)
"""Money, votes, body and bed; and what stands as it is, as children: nothing to ask about."""


def confided(sentence: str) -> bool:
    """Whether a sentence says that something is to stay where it is."""
    return _CONFIDED.search(fold(sentence)) is not None


def hard(sentence: str) -> bool:
    """Whether a sentence tells of illness, death, a parting or a lost job."""
    return _HARD.search(fold(sentence)) is not None


def unfit(sentence: str) -> bool:
    """Whether a sentence judges them, is hearsay, or is too near to be brought up by others."""
    folded = fold(sentence)
    return _JUDGED.search(folded) is not None or _INTIMATE.search(folded) is not None
