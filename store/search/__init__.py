"""Finding people; the only user of rapidfuzz.

A query is read (`parse` makes a `query`), looked for (`searching`), put in order (`found_people`),
and what matched is told for the few who are seen (`matching`). `find` holds it all together.

Two thoughts make it fast. First, people share their words: ten thousand cards hold some thousands
of words, and a few hundred schools and towns. So a typed word is compared with words, never with
cards: `lexicon` finds those that begin so, hold it, or lie a slip or two away. Values that many
share are kept once (`values`), and a word leads to values, these to people. Second, a set of people
is one long number, a bit for each (`people_set`): two sets meet in a microsecond, however large.
The order is made of such sets, too: a score and everybody who has it, the best first (`levels`).

One keystroke:

1. Each word is told who has it and how exactly (`word_levels`), by the scale of `score`.
   Other forms of a name ("ENS", "univ.", "St", "II") are words of their own (`aliases`).
2. Words that stand together in one value, or are a whole name, gain (`company`).
3. Phrases and filters narrow (`phrases`, `filtering`, `fitting_values`).
4. Levels of all words are added. Where few are found, words are taken for mistyped ones, too.
5. The first page is put in order: closeness, own common ground, name.
6. `matching` looks at each card on the page anew (`standing`), for values and letters to mark.

`standing` says of one text what `word_levels` says of all: what changes in one changes in both.
The `index` follows each change of a card in the time of that card; it is built once, in small
steps, so that it can be built beside a screen.
"""
