"""What is wished to be seen of the list of people."""

from __future__ import annotations

from store.views.facets import Choice, FacetKind
from store.views.people import ORDERS, Order
from tui.people_search import Asked
from tui.typed.filter_names import FilterNames
from tui.writer import Fresh


class PeopleWish:
    """Words to find, choices that narrow, and an order."""

    def __init__(self) -> None:
        """Everybody, by name."""
        self.query = ""
        self.chosen: tuple[Choice, ...] = ()
        self.untouched = 0
        """Years for which those to be seen were not touched; 0 is everybody."""
        self.opened: set[FacetKind] = set()
        """Kinds of which all values are listed."""
        self.awaited: str | None = None
        """Who is to come under the cursor once listed."""
        self._order: Order = "name"
        self._by_match = True

    @property
    def order(self) -> Order | None:
        """What comes first; None is the best match, while something is looked for."""
        return None if self._by_match and self.query.strip() else self._order

    def look_for(self, query: str) -> None:
        """Other words; the best match comes first again, and long groups of choices fold."""
        if query != self.query:
            self.opened.clear()
        self.query, self._by_match = query, True

    @property
    def narrows(self) -> bool:
        """Whether somebody is left out for another reason than the words."""
        return bool(self.chosen or self.untouched)

    def only_untouched(self, years: int) -> None:
        """Only those untouched for so many years, and nothing else wished for."""
        self.only("")
        self.untouched = years

    def only(self, query: str) -> None:
        """Only what a search finds, and nothing else wished for."""
        self.look_for(query)
        self.chosen, self.untouched = (), 0

    def widen(self) -> None:
        """Take the latest choice back, the years last."""
        if self.chosen:
            self.toggle(self.chosen[-1])
        else:
            self.untouched = 0

    def toggle(self, choice: Choice) -> None:
        """Choose, or take the choice back."""
        others = tuple(each for each in self.chosen if (each.kind, each.key) != _id(choice))
        self.chosen = others if len(others) < len(self.chosen) else (*self.chosen, choice)

    def order_otherwise(self) -> None:
        """The next order; while something is looked for the best match is one of them."""
        if self.order is None:
            self._by_match, self._order = False, ORDERS[0]
            return
        following = ORDERS.index(self._order) + 1
        if following == len(ORDERS) and self.query.strip():
            self._by_match = True
        self._order = ORDERS[following % len(ORDERS)]

    def asked(
        self,
        fresh: Fresh,
        *,
        facets: bool,
        anew: bool,
        turns: bool = False,
        filters: FilterNames | None = None,
    ) -> Asked:
        """The wish, for whoever looks."""
        return Asked(
            fresh=fresh,
            query=self.query,
            chosen=self.chosen,
            untouched=self.untouched,
            order=self.order,
            facets=facets,
            turns=turns,
            filters=filters,
            anew=anew,
        )


def _id(choice: Choice) -> tuple[FacetKind, str]:
    return choice.kind, choice.key
