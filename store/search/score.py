"""How much a match is worth: how exactly a word stands, times how much its field says.

The score of a person is the mean over the words of a query, each at its best place, so that nothing
but the best place of a word counts. What is equal is ordered by closeness (5, 15, 50, 150, none),
then by own common ground (a school, city, passion or employer of the user's), then by folded name,
then by id. Whole numbers, hundredths: so many people have equal scores, and whole levels are ranked
at once.
"""

from __future__ import annotations

WHOLE_VALUE = 100
"""A word that is all of a value, or one of the words that are together all of it."""

WHOLE_WORD = 90
WORD_START = 75
VALUE_START = 78
"""The beginning of a value that is one word: `lyo` is rather Lyon than INSA Lyon."""

INSIDE = 40
"""From three letters on; and for a number that begins another: Paris 1 comes before Paris 13.

Less than a slip: `aris` is rather Paris than Parisse, `mille` rather Lille than Camille."""

APART = 70
"""Two words of one value, typed as one: `jeanmarc`."""

INITIALS = 45
"""The first letters of a name: `jmd`, or `jm` for Jean-Marc."""

TOGETHER = 6
"""What a word gains in a value that holds another word of the query, too."""

ALL_TOGETHER = 14
"""The same where the value holds no other word."""

ENTIRE = 6
"""What they gain besides where one value holds all words of the query."""

SCATTERED = 2
"""What they gain with others between: `insa lyon paris` is rather INSA Lyon than INSA Paris."""

LINKED = 20
"""What a word that links others adds in a name with one of these: the `de la` of `de la tour`."""

FAINT = 24
"""The town of an institution, which its name does not say: more only in company."""

AGAIN = 10
"""A word that stands nowhere but in another word of the query: the `ro` of `rose ro`."""

SLIPPED = {1: 54, 2: 38}
"""By the number of slips."""

OTHER_START = 8
"""What is lost where not even the first letter is the same: it is the one that is hit best."""

SLIPPED_VALUE = 6
"""What is gained where the mistyped word is all of a value."""

SLIPPED_START = 40
"""The beginning of a word, with a slip, while it is typed."""

OTHER_FORM = 6
"""What a mistyped word loses where it is only of another form of a name, as of EPFL written out."""

RESEMBLING = 30
"""A name that is no more than alike as a whole, where nobody else is found."""

SHORT = 2
"""Words up to this length match the start of a word only: an `a` is inside every name."""

FEW = 20
"""Below so many hits, words that are somebody's as typed are taken for mistyped ones as well."""


def slipped(word: str, meant: str, slips: int) -> int:
    """How exactly a mistyped word stands for the one that may be meant.

    Args:
        word: as typed.
        meant: another one.
        slips: how many lie between them, 1 or 2.
    """
    swapped = word[:2] == meant[1::-1]
    return SLIPPED[slips] - (0 if word[0] == meant[0] or swapped else OTHER_START)


def worth(weight: float, exactness: int) -> int:
    """What a match is worth, in hundredths, always an even number of them.

    Half as many levels are ranked in half the time, and nobody sees the difference.
    """
    return 2 * round(weight * exactness / 2)
