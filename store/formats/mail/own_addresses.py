"""Which addresses in mail are the user's own: those on their card, else one that stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from store.formats.mail.letter import Letter
from store.formats.mail.robots import is_robot

FEWEST_LETTERS = 5
"""Below so many nobody stands out."""

CLEARLY = (4, 5)
"""The second takes part in at most four letters for five of the first."""


class OwnAddresses:
    """Addresses that are the user's; what stands after a `+` does not matter."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """Take them as they are written on the card."""
        self._keys = frozenset(_key(each.strip().lower()) for each in addresses if each.strip())
        self._held: dict[str, bool] = {}

    def __contains__(self, address: str) -> bool:
        """Whether an address, in lower case, is one of them."""
        found = self._held.get(address)
        if found is None:
            found = self._held[address] = _key(address) in self._keys
        return found

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._keys)


def guessed_address(letters: Sequence[Letter], is_known: Callable[[str], bool]) -> str:
    """The address whose mail this is, or nothing where none stands out.

    It takes part, as sender or recipient, in at least half of all personal letters (five at least)
    and clearly in more than any other. It must have written, or mail must have been put into its
    box, which cannot be said of a list; and it is nobody's who is known.
    """
    personal = [each for each in letters if not each.bulk]
    if len(personal) < FEWEST_LETTERS:
        return ""
    counts = Counter(address for each in personal for address in set(addresses_of(each)))
    first, *others = sorted(counts.items(), key=_most_first) or [("", 0)]
    while others and (is_known(first[0]) or is_robot(first[0])):
        first, *others = others
    address, count = first
    active = {each.sender.address for each in personal}
    active.update(each.delivered_to for each in letters)
    if count * 2 < len(personal) or address not in active or is_known(address):
        return ""
    if others and others[0][1] * CLEARLY[1] > count * CLEARLY[0]:
        return ""
    return address


def addresses_of(letter: Letter) -> Iterator[str]:
    """All addresses in the headers of a letter that say from whom to whom it goes."""
    yield letter.sender.address
    if letter.delivered_to:
        yield letter.delivered_to
    for party in (*letter.to, *letter.copied):
        yield party.address


def _key(address: str) -> str:
    local, at, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]
