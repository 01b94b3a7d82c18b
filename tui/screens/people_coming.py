"""Coming to the list of people: with something to look for, or back from one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.people import People

CARD = "person"
"""The name under which the screen of one person is installed."""


class PeopleComing:
    """Follows who comes from elsewhere."""

    def __init__(self, screen: People) -> None:
        """Bind the screen."""
        self._screen = screen
        self._went_to_card = False

    def untouched(self, years: int) -> None:
        """Only those untouched for so many years, with nobody marked yet."""
        screen = self._screen
        screen.wish.only_untouched(years)
        if screen.is_mounted:
            screen.list.clear_marks()
            screen.finding.clear()
            self._show_list()

    def with_query(self, text: str) -> None:
        """Only what some words find."""
        screen = self._screen
        screen.wish.only(text)
        if screen.is_mounted:
            screen.finding.put(text, quietly=True)
            self._show_list()

    def _show_list(self) -> None:
        screen = self._screen
        screen.show_pane(screen.list)
        screen.zoom(False)
        screen.look_up(anew=True)

    def going_to_card(self) -> None:
        """One goes to the screen of somebody in the list, and may turn to others there."""
        self._went_to_card = True

    def back(self) -> None:
        """The cursor goes to whom one looked at last, where they are listed."""
        screen, went = self._screen, self._went_to_card
        self._went_to_card = False
        if went and screen.app.is_screen_installed(CARD):
            from tui.screens.person import PersonScreen

            card = screen.app.get_screen(CARD)
            if isinstance(card, PersonScreen) and card.person is not None:
                screen.list.go_to(card.person)
