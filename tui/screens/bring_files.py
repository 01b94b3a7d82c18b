"""Bringing files: which ones, or a pasted list; they are read, and shown before they are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec
from textual import on
from textual.message import Message as Event
from textual.timer import Timer

from store.actions.service import Service
from store.formats.choices import Choices
from store.words.message import Message, Problem
from store.words.words import Words
from tui.columns_known import ColumnsKnown
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.import_invitation import invitation
from tui.phrasing.import_progress import progress_paragraphs
from tui.reading_files import ReadingFiles
from tui.requests import Finished
from tui.screens.asking import Asking
from tui.screens.bring_steps import BringSteps
from tui.screens.path_question import path_question
from tui.screens.scroll_walk import scroll_walk
from tui.typed.paths import exists, joined_paths, split_paths
from widgets.ask_line import AskLine, Question
from widgets.line import Glyphs
from widgets.paragraph import SPACE
from widgets.prose import Prose

if TYPE_CHECKING:
    from store.formats.plan import Plan

LOOK_SECONDS = 0.2
"""How often the progress is shown while files are read."""

LEAST_LINES = 13

TROUBLES = 3
"""Reasons given at most where nothing could be read."""

PASTE = "files.paste"


class BringFiles(Asking, inherit_bindings=False):
    """Asks and reads; what was read is shown by the screens over this one."""

    BINDINGS = bindings_of("files")
    PLACE = "files"

    class Read(Event):
        """A reading has ended."""

        def __init__(self, reading: ReadingFiles, outcome: Plan | Problem) -> None:
            """Say which, and how."""
            super().__init__()
            self.reading = reading
            self.outcome = outcome

    def __init__(
        self,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        service: Service,
        known: ColumnsKnown | None = None,
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            service: of which only the snapshot is read here.
            known: what was said of columns before in this session.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._service = service
        self.outfit = (words, keys, drafts, glyphs)
        """What every screen of this road is made with."""
        self.choices = Choices()
        """How what is read was read."""
        self._steps = BringSteps(self, service, known or ColumnsKnown())
        self._typed = ""
        self._reader: ReadingFiles | None = None
        self._look: Timer | None = None
        self._trouble: tuple[str, ...] = ()

    def begin(self) -> None:
        """Ask for the path."""
        self._ask_path()

    def _ask_path(self) -> None:
        self._steps.begin_anew()
        self.draw()
        self.show_footer()
        self.ask(path_question(self.words, self._typed), self._path_given)

    # Drawing ----------------------------------------------------------------------------------

    @property
    def pane_name(self) -> Pane:
        """Which verbs the footer names."""
        return "files" if self._reader is None else "reading"

    def draw(self) -> None:
        """What can be brought, or how far the reading is."""
        self.query_one(Prose).title = self.words.say("files.title")
        if self._reader is not None:
            shown = progress_paragraphs(self._reader.progress, self.words, self.curtain)
        else:
            trouble = () if self.curtain else self._trouble
            shown = invitation(trouble, self.words, self.keys)
        self.show((SPACE, *shown), LEAST_LINES)

    # What to read -----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A list can be pasted while a path is typed; all other keys belong to the field."""
        if parameters == (PASTE,):
            return self.ready and self._reader is None
        return super().check_action(action, parameters)

    def _path_given(self, text: str) -> None:
        self._typed = text
        self.choices = Choices()
        self.read()

    def _open_box(self, text: str = "") -> None:
        """A place for a list; what is typed and is no path goes there."""
        from tui.screens.pasted_list import PastedList

        if not text:
            typed = self.query_one(AskLine).text
            paths = split_paths(typed)
            text = "" if any(map(exists, paths)) else typed
        self._typed = "" if text else self.query_one(AskLine).text
        begun = text or self.choices.pasted
        self.app.push_screen(PastedList(begun, self.words, self.keys, self._glyphs), self._pasted)

    @on(AskLine.Pasted)
    def _lines_pasted(self, event: AskLine.Pasted) -> None:
        """Several lines: paths where all of them are, else a list."""
        event.stop()
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if all(map(exists, lines)):
            self._typed = joined_paths(lines)
            self._ask_path()
        else:
            self._open_box(event.text)

    def _pasted(self, text: str | None) -> None:
        self.choices = Choices(pasted=text or "")
        if self.choices.pasted.strip():
            self._typed = ""
            self.query_one(AskLine).close()
            self.read()
        else:
            self._ask_path()

    # Reading ----------------------------------------------------------------------------------

    def read(self) -> None:
        """Read what was asked for, in a thread; what it gives is shown once all of it is read."""

        def tell(outcome: Plan | Problem) -> None:
            self.post_message(self.Read(reading, outcome))

        self._end_reading()
        self._trouble = ()
        paths = split_paths(self._typed)
        reading = ReadingFiles(self._service, paths, tell, choices=self.choices)
        self._reader = reading
        self._look = self.set_interval(LOOK_SECONDS, self._draw)
        self._draw()
        reading.start()

    def _end_reading(self) -> None:
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        if self._look is not None:
            self._look.stop()
            self._look = None

    @on(Read)
    def _was_read(self, event: Read) -> None:
        event.stop()
        if event.reading is not self._reader:
            return
        self._end_reading()
        outcome = event.outcome
        if isinstance(outcome, Problem):
            self._refused((outcome.message,))
        elif not outcome.files:
            self._refused(
                tuple(
                    Message("files.trouble", {"file": _last(each.file), "why": each.why})
                    for each in outcome.refused[:TROUBLES]
                )
            )
        else:
            self._steps.show(outcome, event.reading.snapshot, self.choices)

    def _refused(self, why: tuple[Message, ...]) -> None:
        self._steps.close()
        self._trouble = tuple(self.words.tell(each) for each in why)
        self._ask_path()

    def read_with(
        self, *, charset: str | None = None, columns: Mapping[str, str] | None = None
    ) -> None:
        """Read the same in another encoding, or with other columns."""
        choices = self.choices
        if charset is not None:
            choices = msgspec.structs.replace(choices, charset=charset)
        if columns is not None:
            choices = msgspec.structs.replace(choices, columns=columns)
        self.choices = choices
        self.read()

    def reads_so(self, columns: Mapping[str, str]) -> bool:
        """Whether it was read with these columns, and is not being read otherwise."""
        return columns == self.choices.columns and self._reader is None

    def leave(self) -> None:
        """Stop reading, and ask again."""
        self._end_reading()
        self._ask_path()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Paste, leave."""
        prose = self.query_one(Prose)
        return {
            **super().verbs(),
            PASTE: self._open_box,
            "files.leave": self.leave,
            **scroll_walk(prose),
        }

    def cancelled(self, question: Question) -> None:
        """Esc at the path: back to where one came from."""
        self.post_message(Finished(None))


def _last(path: str) -> str:
    """The end of a path: the whole stands in the line that is typed in."""
    return path.rstrip("/").rpartition("/")[2] or path
