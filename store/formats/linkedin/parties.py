"""Who writes to whom in messages.csv, where names hold commas and addresses may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from store.formats.known import Known
from store.records.profile_slug import slug_of, source_of
from store.words.fold import fold

HIDDEN = frozenset(
    {"linkedin member", "membre de linkedin", "membre linkedin", "linkedin-mitglied"}
)
"""What stands for somebody who left or hides; folded."""

_BY_NAME = "name:"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One message, without its words."""

    conversation: str
    when: str
    """Sorts as text."""
    day: str
    """ISO."""
    sender: str
    """Key of a party; empty where they are hidden."""
    recipients: tuple[str, ...]


class Parties:
    """The people of one file, each under one key: the slug, else the folded name."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._slugs: dict[str, set[str]] = {}
        self.names: dict[str, str] = {}
        """Key to the name as written, the first met."""
        self.urls: dict[str, str] = {}
        """Key to the address as written, where there is one."""

    def learn(self, name: str, url: str) -> None:
        """Remember that a name goes with an address; to be done before keys are asked for."""
        slug = slug_of(url)
        slugs = self._slugs.setdefault(fold(name), set())
        if slug:
            slugs.add(slug)
            self.urls.setdefault(slug, url)

    def key(self, name: str, url: str) -> str:
        """The key of a party; empty where they are hidden or bear no name."""
        folded = fold(name)
        if folded in HIDDEN or not (name or url):
            return ""
        slugs = self._slugs.get(folded, set())
        key = slug_of(url) or (next(iter(slugs)) if len(slugs) == 1 else _BY_NAME + folded)
        if name:
            self.names.setdefault(key, name)
        return key

    def recipients(self, names: str, urls: str) -> tuple[str, ...]:
        """The keys of a list of names joined by ", " and, where the file has them, addresses."""
        addresses = [each.strip() for each in urls.split(",") if each.strip()]
        if len(addresses) == 1:
            return _present([self.key(names, addresses[0])])
        parts = names.split(", ") if names else []
        if addresses and len(addresses) == len(parts):
            return _present(map(self.key, parts, addresses))
        if addresses:
            return _present(self.key("", address) for address in addresses)
        return _present(self.key(name, "") for name in self._joined(parts))

    def _joined(self, parts: Sequence[str]) -> list[str]:
        """Names cut at their own commas put together again, where the whole is known."""
        names: list[str] = []
        start = 0
        while start < len(parts):
            stop = min(len(parts), start + 4)
            while stop > start + 1 and fold(", ".join(parts[start:stop])) not in self._slugs:
                stop -= 1
            names.append(", ".join(parts[start:stop]).strip())
            start = stop
        return names


def slug_of_key(key: str) -> str:
    """The slug of a party, or nothing where only a name is known."""
    return "" if key.startswith(_BY_NAME) else key


def who_is_me(letters: Sequence[Letter], parties: Parties, known: Known) -> str:
    """The key of the user, or nothing where nobody stands out.

    By the user's card, if somebody of that address or name occurs. Otherwise by who takes part in
    most conversations, and in more than half of them. Between equals, as when there is a single
    correspondent, whoever is known as somebody else steps back, then the one who wrote first.
    """
    carded = _by_card(parties, known)
    if carded:
        return carded
    present: dict[str, set[str]] = {}
    for letter in letters:
        keys = present.setdefault(letter.conversation, set())
        keys.update(each for each in (letter.sender, *letter.recipients) if each)
    counts = Counter(key for keys in present.values() for key in keys)
    most = max(counts.values(), default=0)
    if most * 2 <= len(present):
        return ""
    equals = [key for key, count in counts.items() if count == most]
    if len(equals) > 1:
        equals = [key for key in equals if source_of(key) not in known.sources] or equals
    if len(equals) > 1:
        first = min(letters, key=_when)
        equals = [key for key in equals if key in first.recipients]
    return equals[0] if len(equals) == 1 else ""


def _by_card(parties: Parties, known: Known) -> str:
    for link in known.me.links:
        slug = slug_of(link)
        if slug and (slug in parties.names or slug in parties.urls):
            return slug
    wanted = fold(known.me.name)
    named = [key for key, name in parties.names.items() if wanted and fold(name) == wanted]
    return named[0] if len(named) == 1 else ""


def _when(letter: Letter) -> str:
    return letter.when


def _present(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key))
