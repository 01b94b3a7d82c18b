"""The first screen where there is nobody yet: three choices, no form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from rich.cells import cell_len
from textual import on

from tui.commands.command import Pane
from tui.commands.keymap import bindings_of
from tui.commands.registry import BY_ID
from tui.requests import Request
from tui.screens.asking import WIDEST, Asking
from widgets.choices import ChoiceRow, Choices
from widgets.line_list import LineList
from widgets.sheet import Sheet
from widgets.tone import Tone
from widgets.wrapping import wrap

CHOICES: tuple[tuple[str, str, str], ...] = (
    ("welcome.files", "welcome.files", "welcome.files_detail"),
    ("welcome.demo", "welcome.demo", "welcome.demo_detail"),
    ("welcome.five", "welcome.five", "welcome.five_detail"),
)
"""Command, and what is said of it in short and at length."""

DETAILS_FROM = 66
"""Inner cells from which a choice and its detail stand on one line."""


class Welcome(Asking, inherit_bindings=False):
    """Bring files, look at a demo, or start with five."""

    BINDINGS = bindings_of("welcome")
    PLACE = "welcome"

    def body(self) -> Sheet:
        """The choices."""
        return Choices()

    def begin(self) -> None:
        """Nothing is asked: the screen is ready to be seen."""
        self.post_message(Request("paint"))

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "welcome"

    def draw(self) -> None:
        """The sentence, the choices, and what else there is to know."""
        choices = self.query_one(Choices)
        choices.title = "arrosoir"
        words = self.words
        choices.label_cells = max(cell_len(words.say(label)) for _, label, _ in CHOICES)
        width = max(10, min(self.app.size.width, WIDEST) - 2 - 4)
        edges = 2 if choices.framed else 1
        room = self.app.size.height - 2 - edges
        rows: list[ChoiceRow] = []
        for ample in (3, 2, 1, 0):
            rows = self._rows(width, ample)
            if len(rows) <= room:
                break
        choices.styles.height = len(rows) + edges
        choices.set_rows(rows)

    def _rows(self, width: int, ample: int) -> list[ChoiceRow]:
        """All there is to say; what goes first on a small screen is air, then details, formats."""
        words = self.words
        air = [ChoiceRow()] if ample == 3 else []
        rows = [*air, *_text(words.say("welcome.sentence"), width, "strong")]
        rows += [*_text(words.say("welcome.no_account"), width), *air]
        for id, label, detail in CHOICES:
            rows += self._choice(
                id, words.say(label), words.say(detail) if ample > 1 else "", width
            )
        if ample:
            rows += [*air, *_text(words.say("welcome.formats"), width)]
        keys = words.say("welcome.keys") if ample > 1 else words.say("welcome.keys_short")
        return [*rows, *air, *_text(keys, width, "dim"), *air]

    def _choice(self, id: str, label: str, detail: str, width: int) -> list[ChoiceRow]:
        key = self.keys.shown(BY_ID[id])
        if width >= DETAILS_FROM:
            return [ChoiceRow(id=id, key=key, label=label, detail=detail)]
        below = _text(detail, width - 3, "dim") if detail else []
        return [ChoiceRow(id=id, key=key, label=label), *map(_indented, below)]

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """The three choices, by key or by cursor."""
        choices = self.query_one(Choices)
        return {
            **super().verbs(),
            "welcome.files": partial(self._request, "import"),
            "welcome.demo": partial(self._request, "demo"),
            "welcome.five": partial(self._request, "five"),
            "welcome.language": partial(self._request, "language"),
            "welcome.leave": partial(self._request, "home"),
            "go.open": self._take,
            "go.down": partial(choices.move, 1),
            "go.up": partial(choices.move, -1),
            "go.page_down": partial(choices.move, 1),
            "go.page_up": partial(choices.move, -1),
            "go.first": partial(choices.to_end, False),
            "go.last": partial(choices.to_end, True),
        }

    def _take(self) -> None:
        key = self.query_one(Choices).key
        if key is not None:
            self.run_command(key)

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self._take()


def _text(text: str, width: int, tone: Tone = "text") -> list[ChoiceRow]:
    return [ChoiceRow(label=line, tone=tone) for line in wrap(text, width)]


def _indented(row: ChoiceRow) -> ChoiceRow:
    return ChoiceRow(label=f"   {row.label}", tone=row.tone)
