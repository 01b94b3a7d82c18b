"""Text of strangers within Markdown: shown as it stands, whatever signs it holds."""

from __future__ import annotations

import re

from store.words.sentences import one_line

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$^@]|!(?=\[)|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What begins emphasis, code, links, HTML, tables, entities, formulas, footnotes, mentions, or an
address that would become a link by itself."""

_AT_THE_START = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")
"""What begins a list, a rule or a definition; of a number its closing sign is escaped."""


def escaped(text: str) -> str:
    """A text on one line that Markdown (CommonMark and GitHub's) shows as it is."""
    plain = _SIGNS.sub(r"\\\g<0>", one_line(text))
    found = _AT_THE_START.match(plain)
    if found is None:
        return plain
    place = found.end() if found[0][0].isdigit() else 0
    return f"{plain[:place]}\\{plain[place:]}"
