"""Bringing files: a path, a preview, and only then one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from textual import on
from textual.message import Message as Event
from textual.timer import Timer

from store.actions.service import Done, Service
from store.formats.plan import Plan, needs_confirmation
from store.records.snapshot import Snapshot
from store.views.proposals import proposals_of
from store.words.message import Message, Problem
from store.words.numbers import number
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of, shown_key
from tui.drafts import Drafts
from tui.intake import commit_plan
from tui.phrasing.import_preview import details, sums
from tui.phrasing.palette_name import key_or_name
from tui.reading_files import ReadingFiles
from tui.requests import Finished
from tui.screens.asking import Asking
from tui.screens.path_question import path_question
from tui.typed.paths import split_paths
from tui.writer import Job
from widgets.ask_line import Question
from widgets.line import Glyphs, Piece
from widgets.paragraph import SPACE, Paragraph
from widgets.prose import Prose

LOOK_SECONDS = 0.2
"""How often the progress is shown while files are read."""

LEAST_LINES = 12

TROUBLES = 3
"""Reasons given at most where nothing could be read."""


class BringFiles(Asking, inherit_bindings=False):
    """Nothing is written before Enter."""

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
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, service: Service
    ) -> None:
        """Make ready; of the service only the snapshot is read here."""
        super().__init__(words, keys, drafts, glyphs)
        self._service = service
        self._typed = ""
        self._reader: ReadingFiles | None = None
        self._look: Timer | None = None
        self._plan: Plan | None = None
        self._planned_for: Snapshot | None = None
        self._trouble: tuple[str, ...] = ()
        self._details = False
        self._saving = False

    def begin(self) -> None:
        """Ask for the path."""
        self._ask_path()

    def _ask_path(self) -> None:
        self._plan, self._details = None, False
        self._draw()
        self.ask(path_question(self.words, self._typed), self._path_given)

    # Drawing ----------------------------------------------------------------------------------

    @property
    def pane_name(self) -> Pane:
        """Which verbs the footer names."""
        return "files" if self._plan is None else "preview"

    def draw(self) -> None:
        """What there is to know at this step."""
        prose, words = self.query_one(Prose), self.words
        prose.title = words.say("files.title")
        prose.aside = words.say("files.aside_details") if self._details else ""
        if self._saving:
            shown: tuple[Paragraph, ...] = (Paragraph(words.say("files.saving")),)
        elif self._reader is not None:
            shown = self._progress(self._reader)
        elif self._plan is not None and self.fresh is not None:
            shown = self._preview(self._plan)
        else:
            shown = self._invitation()
        self.show((SPACE, *shown), 0 if self._details else LEAST_LINES)

    def _invitation(self) -> tuple[Paragraph, ...]:
        words = self.words
        trouble = [Paragraph(text, "attention") for text in self._trouble]
        return (
            *trouble,
            *([SPACE] if trouble else []),
            Paragraph(words.say("files.where"), "strong"),
            SPACE,
            Paragraph(words.say("files.formats"), "text"),
            Paragraph(words.say("files.several"), "dim"),
            Paragraph(words.say("files.nothing_yet"), "dim"),
        )

    def _progress(self, reading: ReadingFiles) -> tuple[Paragraph, ...]:
        words, at = self.words, reading.progress
        if not at.total:
            return (Paragraph(words.say("files.looking"), "strong"),)
        place = min(at.done + 1, at.total)
        language = words.language
        return (
            Paragraph(
                words.say(
                    "files.reading",
                    place=number(place, language),
                    total=number(at.total, language),
                ),
                "strong",
            ),
            Paragraph("" if self.curtain else at.name, "dim"),
            Paragraph(words.say("files.found", n=at.people)),
            SPACE,
            Paragraph(words.say("files.stop"), "dim"),
        )

    def _preview(self, plan: Plan) -> tuple[Paragraph, ...]:
        words = self.words
        assert self.fresh is not None
        if self._details:
            return details(plan, self.fresh.snapshot, words, self.curtain)
        shown = [*sums(plan, words), SPACE]
        if not plan.change_set:
            return (*shown, self._key("files.back", "enter"))
        if self._asks_first:
            shown.append(Paragraph(words.say("files.confirm", n=len(plan.changed)), "attention"))
            shown.append(self._key("files.yes", words.say("files.yes_key")))
        else:
            shown.append(self._key("files.take_all", "enter"))
        if plan.doubtful or plan.refused:
            shown.append(self._key("files.see", "d"))
        shown.append(self._key("files.leave", "escape"))
        return (*shown, SPACE, Paragraph(words.say("files.one_step"), "dim"))

    def _key(self, id: str, key: str) -> Paragraph:
        shown = shown_key(key, self.words.language)
        return Paragraph(self.words.say(id), "text", (Piece(f"  {shown:<7}", "accent"),))

    @property
    def _asks_first(self) -> bool:
        assert self.fresh is not None
        return self._plan is not None and needs_confirmation(self._plan, self.fresh.snapshot)

    # Reading ----------------------------------------------------------------------------------

    def _path_given(self, text: str) -> None:
        self._typed, self._trouble = text, ()
        self._read()

    def _read(self) -> None:
        def tell(outcome: Plan | Problem) -> None:
            self.post_message(self.Read(reading, outcome))

        reading = ReadingFiles(self._service, split_paths(self._typed), tell)
        self._reader, self._plan = reading, None
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
        self._planned_for = event.reading.snapshot
        if isinstance(event.outcome, Problem):
            self._refused((event.outcome.message,))
        elif not event.outcome.files:
            self._refused(
                tuple(
                    Message("files.trouble", {"file": _last(each.file), "why": each.why})
                    for each in event.outcome.refused[:TROUBLES]
                )
            )
        else:
            self._plan = event.outcome
            self._draw()

    def _refused(self, why: tuple[Message, ...]) -> None:
        self._trouble = tuple(self.words.tell(each) for each in why)
        self._ask_path()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Take, look closer, leave."""
        prose = self.query_one(Prose)
        return {
            **super().verbs(),
            "files.take": self._take,
            "files.confirm": self._confirm,
            "files.details": self._flip_details,
            "files.leave": self._leave,
            "go.down": partial(prose.scroll_text, 1),
            "go.up": partial(prose.scroll_text, -1),
            "go.page_down": partial(self._page, 1),
            "go.page_up": partial(self._page, -1),
            "go.first": partial(prose.scroll_text, -(10**9)),
            "go.last": partial(prose.scroll_text, 10**9),
        }

    def _page(self, direction: int) -> None:
        prose = self.query_one(Prose)
        prose.scroll_text(direction * max(1, prose.inner_height // 2))

    def _take(self) -> None:
        if self._plan is None or self._saving:
            return
        if not self._plan.change_set:
            self.post_message(Finished(None))
        elif self._asks_first:
            self.say(self.words.say("files.needs_yes"), "attention")
        else:
            self._commit(self._plan)

    def _confirm(self) -> None:
        if self._plan is not None and self._asks_first and not self._saving:
            self._commit(self._plan)

    def _commit(self, plan: Plan) -> None:
        seen = self._planned_for
        if seen is None or self._service.snapshot is not seen:
            # Another session has written meanwhile: the sums may be others now.
            self._read()
            self.say(self.words.say("files.read_again"))
            return

        def run(service: Service) -> Done:
            return commit_plan(service, plan, seen)

        self._saving = True
        self._draw()
        self.submit(Job(run=run, verb="import"))

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """It is durable: on with sorting, where there is anybody to sort."""
        if job.verb != "import":
            super().tell(message, today, changed, job)
            return
        taken = len(self._plan.new) if self._plan is not None else 0
        if taken:
            message = Message("files.taken", {"n": taken})
        message = self._with_proposals(message)
        self.post_message(Finished(message, undoable=True, sort=True))

    def _with_proposals(self, message: Message) -> Message:
        """What was taken, and in the same line that there is something to propose."""
        if self.fresh is None:
            return message
        # The fuzzy comparison takes long to load, and is wanted here alone.
        from store.search.similar import similar

        n = len(proposals_of(self.fresh.snapshot, self.words.language, similar))
        if not n:
            return message
        key = key_or_name("all.gaps", self.words, self.keys)
        said = self.words.tell(message, self.fresh.today).rstrip(".")
        return Message("gaps.after_import", {"said": said, "n": n, "key": key})

    def tell_problem(self, problem: Problem, today: date) -> None:
        """It was not saved: the preview stays."""
        if self._saving:
            self._saving = False
            self._draw()
        super().tell_problem(problem, today)

    def _flip_details(self) -> None:
        if self._plan is not None:
            self._details = not self._details
            self._draw()

    def _leave(self) -> None:
        if self._saving:
            return
        if self._details:
            self._flip_details()
            return
        self._end_reading()
        self._ask_path()

    def cancelled(self, question: Question) -> None:
        """Esc at the path: back to where one came from."""
        self.post_message(Finished(None))


def _last(path: str) -> str:
    """The end of a path: the whole stands in the line that is typed in."""
    return path.rstrip("/").rpartition("/")[2] or path
