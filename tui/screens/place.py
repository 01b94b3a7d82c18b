"""What all screens share: commands by key, a line to type in, and the line at the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

import msgspec
from textual import events, on
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from store.actions.replaced import Replaced, value_text
from store.actions.service import Done, Service
from store.clock import system_clock
from store.views.day_state import trip_brief, trip_said
from store.views.timer import RunningTimer
from store.words import dates
from store.words.field_words import field_word
from store.words.message import Message, Problem
from store.words.words import Words
from tui.calm_app import CalmApp
from tui.card_deeds import briefer_of
from tui.commands.command import Situation
from tui.commands.elsewhere import key_elsewhere, place_named
from tui.commands.keymap import CURTAIN, Keys
from tui.commands.palette import Palette
from tui.commands.registry import BY_ID
from tui.drafts import Drafts
from tui.phrasing.footer_verbs import footer_verbs, general_verbs
from tui.phrasing.said_line import said_line
from tui.phrasing.timer_clock import timer_clock
from tui.phrasing.timer_told import briefly_named
from tui.requests import OutsideWanted, Request, What
from tui.screens.calendar_question import ask_calendars
from tui.screens.help import Help
from tui.screens.joining_copy import ask_copy
from tui.screens.targets import Targets, why_not_said
from tui.screens.veil import Veil
from tui.shape import HEIGHTS, WIDTHS
from tui.writer import TURN, Fresh, Job, Wanted
from widgets.ask_line import AskLine, Question
from widgets.foot import Foot, Verb
from widgets.header import Header
from widgets.line import Glyphs
from widgets.sheet import Sheet
from widgets.tone import Tone

Answer = Callable[[str], None]

TIMER_START = "timer-start"
"""The verb after which nothing is done yet."""


class Place(Screen[None]):
    """A numbered screen."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BLANK = True
    """Panes cover all of it; drawing it would be wasted on every key."""

    curtain: var[bool] = var(False, init=False)

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready; panes are made by `compose`."""
        super().__init__()
        self.words = words
        self.keys = keys
        self.drafts = drafts
        self._glyphs = glyphs
        self._answer: Answer | None = None
        self._before_asking: Sheet | None = None
        self._submitted: Job | None = None
        self._offered: Job | None = None
        """What `u` does for once, as the line at the foot says."""
        self._table: dict[str, Callable[[], None]] = {}

    def on_mount(self) -> None:
        """Hand the set of glyphs to every pane."""
        for sheet in self.query(Sheet):
            sheet.glyphs = self._glyphs
        self.query_one(AskLine).glyphs = self._glyphs

    @property
    def ready(self) -> bool:
        """Whether the panes are there: not before `compose`, nor at the end of the program."""
        return self.is_mounted and bool(self.children)

    def moment(self) -> datetime:
        """Now, with its zone."""
        return self.app.moment() if isinstance(self.app, CalmApp) else system_clock()

    def running(self) -> RunningTimer | None:
        """The timer that runs."""
        return self.app.running() if isinstance(self.app, CalmApp) else None

    def tick(self, now: datetime) -> None:
        """Show how long the timer has run, in its cell of the header; see `Ticking`."""
        header = self.query_one(Header)
        header.timed, header.timer = self.timer_named(), self.timer_text(now)

    def timer_named(self) -> tuple[str, ...]:
        """For whom or for what the timer runs, the longest first; behind the curtain nothing."""
        timer = self.running()
        return () if timer is None or self.curtain else briefly_named(timer, self.words)

    def timer_text(self, now: datetime) -> str:
        """How long the timer has run, "0:12:41"; empty where none runs."""
        timer = self.running()
        if timer is None:
            return ""
        return timer_clock(timer, now, self.words, watched=self.app.app_focus)

    def on_screen_resume(self) -> None:
        """Nothing was painted here while another screen was shown."""
        if self.ready:
            self.tick(self.moment())

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this screen does for each command; the general ones are here."""
        return {
            "all.commands": self._open_palette,
            "all.help": self._open_help,
            "all.quit": partial(self._request, "quit"),
            "all.curtain": partial(self._request, "curtain"),
            "all.mouse": partial(self._request, "mouse"),
            "all.reread": partial(self._request, "reread"),
            "go.time": partial(self._request, "time"),
            "go.capacity": partial(self._request, "capacity"),
            "all.import": partial(self._request, "import"),
            "all.join": partial(ask_copy, self),
            "all.calendar": partial(ask_calendars, self),
            "all.sort": partial(self._request, "sort"),
            "all.untouched": partial(self._request, "untouched"),
            "all.gaps": partial(self._request, "gaps"),
            "all.spellings": partial(self._request, "spellings"),
            "all.duplicates": partial(self._request, "twins"),
            "all.history": partial(self._request, "history"),
            "all.backup": partial(self._request, "backup"),
            "all.restore": partial(self._request, "restore"),
        }

    def situation(self) -> Situation:
        """What decides which commands can be done now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed all keys belong to the field; before there are panes none do."""
        return action != "command" or (self.ready and not isinstance(self.focused, Input))

    def action_command(self, id: str) -> None:
        """A key was pressed."""
        self.run_command(id)

    def on_key(self, event: events.Key) -> None:
        """A key that means nothing here: say where it does."""
        here = self.situation().place if self.ready else "welcome"
        typed = {event.key, event.character}
        command = key_elsewhere(typed, here, self.keys)
        if command is not None and not isinstance(self.focused, Input):
            key, label = self.keys.shown(command), self.words.say(command.label)
            where = place_named(command, self.words, self.keys)
            told = self.words.say("tui.elsewhere", label=f"{key} {label}", where=where)
            self.say(told, "dim")

    def run_command(self, id: str) -> None:
        """Carry out a command, or say why not now."""
        self.hush()
        offered, self._offered = self._offered, None
        if offered is not None and id == "all.undo":
            self.submit(offered)
            return
        command = BY_ID[id]
        if command.covered and self.curtain:
            lift = self.keys.shown(BY_ID[CURTAIN])
            self._refuse(self.words.say("tui.curtain.covered", key=lift))
            return
        reason = command.why_not(self.situation())
        if reason is not None:
            targets = msgspec.structs.replace(self.targets(), veiled=self.curtain)
            self._refuse(why_not_said(reason, targets, self.words))
            return
        if not self._table:
            self._table = dict(self.verbs())
        self._table[id]()

    def _refuse(self, why: str) -> None:
        """Say why a verb is not done; what was typed behind it was meant for what it would ask."""
        self.say(why, "dim")
        if isinstance(self.app, CalmApp):
            self.app.type_ahead.let_go()

    def targets(self) -> Targets:
        """Whom a verb is about; nobody unless a subclass says so."""
        return Targets()

    def _request(self, what: What) -> None:
        self.post_message(Request(what))

    def _open_palette(self) -> None:
        self.app.push_screen(Palette(self.words))

    def _open_help(self) -> None:
        self.app.push_screen(Help(self.words, self.keys, self.situation().place, self._glyphs))

    def show_footer(self) -> None:
        """Name the verbs of the pane with the focus; with marks, on how many they act."""
        situation = self.situation()
        foot = self.query_one(Foot)
        foot.verbs = self.named_verbs(situation)
        foot.general = general_verbs(situation, self.keys, self.words)

    def named_verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """What the footer names at the left; set once, since each change sends the whole line."""
        return footer_verbs(situation, self.keys, self.words)

    def show_day(self, fresh: Fresh) -> None:
        """Say on top which day it is, and where the user is on a trip."""
        header = self.query_one(Header)
        header.day = dates.header_day(fresh.today, self.words.language)
        told = (
            trip(fresh.snapshot.me, fresh.today, self.words) for trip in (trip_said, trip_brief)
        )
        header.states = () if self.curtain else tuple(filter(None, told))

    def submit(self, job: Job) -> None:
        """Hand a job up; the app has the writer."""
        self._submitted = job
        self.post_message(Wanted(job))

    # Saying and asking ------------------------------------------------------------------------

    def _watch_curtain(self, curtain: bool) -> None:
        """What was said goes; what is being typed is covered, and `!` is no letter there."""
        if self.ready:
            self.tick(self.moment())
        if not (curtain and self.is_mounted):
            return
        self.query_one(Foot).said = ""
        if self.is_current and isinstance(self.focused, Input):
            self.app.push_screen(Veil(self.words, self.keys))

    def say(self, text: str, tone: Tone = "text") -> None:
        """Say one line, until the next key."""
        foot = self.query_one(Foot)
        foot.said_tone = tone
        foot.said = text

    def hush(self) -> None:
        """Say nothing any more."""
        self.query_one(Foot).said = ""
        self.query_one(Header).news = ""

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """Say what was done, and how to take it back."""
        self.drafts.saved(job)
        if self.curtain and not job.names_nobody:
            self.say(self._said_veiled(changed, job))
            return
        undoable = changed and job.verb != TURN
        text = said_line(
            (message, *briefer_of(message)),
            self.words,
            today,
            room=self.app.size.width - 2,
            undo=self.keys.shown(BY_ID["all.undo"]) if undoable else "",
            fix=self.keys.shown(BY_ID["person.log"]) if undoable and self.correctable else "",
        )
        self.say(text)

    def offer_back(self, replaced: Sequence[Replaced]) -> None:
        """Tell of a value of ours that was written over elsewhere; the next `u` brings it back."""
        if not replaced:
            return
        last = replaced[-1]
        key = self.keys.shown(BY_ID["all.undo"])
        self._offered = Job(run=partial(_brought_back, last), verb="bring-back")
        if self.curtain:
            self.say(self.words.say("tui.curtain.replaced", key=key), "attention")
            return
        first = last.values[0]
        values = {"mine": value_text(first.mine), "theirs": value_text(first.theirs), "key": key}
        text = self.words.say(
            "tui.replaced", about=last.about, field=field_word(first.field, self.words), **values
        )
        self.say(text, "attention")

    def _said_veiled(self, changed: bool, job: Job) -> str:
        if job.verb == TURN:
            return self.words.say("tui.curtain.turned")
        if not changed:
            return self.words.say("said.nothing")
        key = self.keys.shown(BY_ID["all.undo"])
        if job.verb == TIMER_START:
            return self.words.say("tui.curtain.timer_started", key=key)
        return self.words.say("tui.curtain.said", key=key)

    @property
    def correctable(self) -> bool:
        """Whether what was just done can be told better; for subclasses."""
        return False

    def tell_problem(self, problem: Problem, today: date) -> None:
        """Say why something was not done."""
        veiled = self.words.say("tui.curtain.refused") if self.curtain else ""
        self.say(veiled or self.words.tell(problem.message, today), "attention")

    def ask(self, question: Question, answer: Answer) -> None:
        """Ask one line; the focus comes back afterwards."""
        if isinstance(self.focused, Sheet):
            self._before_asking = self.focused
        self._answer = answer
        self.query_one(AskLine).ask(question)

    def keep_draft(self) -> None:
        """Keep what is being typed."""
        if not self.ready:
            return
        line = self.query_one(AskLine)
        question = line.question
        if question is not None and question.draft and line.text != question.value:
            self.drafts.keep(question.key, line.text)

    @on(AskLine.Answered)
    def _answered(self, event: AskLine.Answered) -> None:
        event.stop()
        self._return_focus()
        key, before = event.question.key, self._submitted
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(event.text)
        if event.question.draft and self._submitted is not before:
            self.drafts.hand_over(self._submitted, key, event.text)
        else:
            self.drafts.drop(key)

    @on(AskLine.Outside)
    def _outside(self, event: AskLine.Outside) -> None:
        event.stop()
        self.post_message(OutsideWanted(event.text, self.query_one(AskLine).answer))

    @on(AskLine.Cancelled)
    def _left(self, event: AskLine.Cancelled) -> None:
        event.stop()
        self._return_focus()
        self._answer = None
        if event.question.draft and event.text != event.question.value:
            self.drafts.keep(event.question.key, event.text)
        self.cancelled(event.question)

    def committed(self, job: Job) -> None:
        """A job of this screen is done; for subclasses."""

    def cancelled(self, question: Question) -> None:
        """A question was left; for subclasses."""

    def _return_focus(self) -> None:
        if self._before_asking is not None:
            self.set_focus(self._before_asking)


def _brought_back(replaced: Replaced, service: Service) -> Done:
    return service.bring_back(replaced)
