"""The field of People: what is typed, what Tab makes of it, and what the foot says meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.people_search import Asked, Listing
from tui.typed.filter_names import filter_names
from tui.typed.find import Offer
from tui.writer import Fresh
from widgets.facet_list import FacetList

if TYPE_CHECKING:
    from tui.screens.people import People

COUNTED_AT_MOST = 2000
"""So many people are counted for the choices with every key; of more only where it is seen."""

OFFERED = 5
"""Values named at once."""


class PeopleFinding:
    """Follows the field."""

    def __init__(self, screen: People) -> None:
        """Bind the screen."""
        self._screen = screen
        self._names = filter_names(screen.words)
        self._offers: tuple[Offer, ...] = ()
        self._offered_for = ""
        self._waiting: tuple[str, bool] | None = None
        """What was to be completed before it was known to what, and whether the field is left
        where nothing comes of it."""

    def asked(self, fresh: Fresh, *, anew: bool) -> Asked:
        """What is wished for, with what the panes that are shown need besides."""
        screen = self._screen
        few = len(fresh.snapshot.people) <= COUNTED_AT_MOST
        return screen.wish.asked(
            fresh,
            facets=few or screen.query_one(FacetList).display,
            anew=anew,
            turns="turn" in screen.columns,
            filters=self._names if screen.finding.typing else None,
        )

    def typed(self, text: str) -> None:
        """Something else is looked for."""
        self._waiting = None
        self._screen.wish.look_for(text)
        self._screen.look_up(anew=True)

    def complete(self, leaves: bool) -> None:
        """Make more of what is typed, at once or as soon as it is known what."""
        text = self._screen.finding.text
        if text == self._offered_for or not text:
            self._complete(leaves)
        else:
            self._waiting = text, leaves

    def _complete(self, leaves: bool) -> None:
        offers = self._offers if self._screen.finding.text else ()
        if offers:
            self._screen.finding.put(offers[0].text)
        elif leaves:
            self.left(kept=True)

    def left(self, kept: bool) -> None:
        """The field was left."""
        screen = self._screen
        screen.hush()
        if not kept and screen.wish.query:
            self.nothing()
        screen.show_pane(screen.list)

    def nothing(self) -> None:
        """Everybody again; the cursor stays on its person."""
        self._screen.finding.clear()
        self._screen.wish.look_for("")
        self._screen.look_up()

    def listed(self, listing: Listing) -> None:
        """What was typed is known better."""
        self._offers, self._offered_for = listing.offers, listing.asked.query
        waiting, self._waiting = self._waiting, None
        if not self._screen.finding.typing:
            return
        if waiting is not None and waiting[0] == self._screen.finding.text:
            if waiting[0] == self._offered_for:
                self._complete(waiting[1])
                return
            self._waiting = waiting
        self.hint()

    def hint(self) -> None:
        """Say what may be typed, or what Tab would make of it."""
        words = self._screen.words
        offers = self._offers if self._screen.finding.text == self._offered_for else ()
        if self._screen.curtain or not offers:
            self._screen.say(words.say("pane.find.keys"), "dim")
            return
        names = " · ".join(each.shown for each in offers[:OFFERED])
        self._screen.say(words.say("pane.find.offers", names=names), "dim")
