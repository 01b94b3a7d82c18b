"""Some minutes at hand: Today shows what fits, row by row, until they are over or it is done.

The time left is looked at when something is done, never by a timer: nothing moves by itself. It
is what neither the clock nor what was logged has taken, see `MinutesAtHand`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from store.rules.fit_left import outside
from store.rules.minutes_at_hand import MinutesAtHand
from store.views.fit import Fit, InReason, fits_of
from store.views.fit_done import Before, fit_done, minutes_logged, there_before
from store.views.fit_done_words import done_sentences
from store.views.timer import running
from store.views.today import TodayRow, TodayView, rows_among, today_view
from store.words.minutes_text import read_minutes
from store.words.width import width
from tui.commands.registry import BY_ID
from tui.phrasing.fit_session_rows import session_aside, session_rows, why_inside
from tui.phrasing.follow_up_rows import Manner
from tui.screens.fit_question import minutes_question
from tui.writer import TURN, Fresh, Job
from widgets.follow_ups import FollowUpRow, FollowUps
from widgets.foot import Foot

if TYPE_CHECKING:
    from tui.screens.today import Today


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What fits into the minutes at hand."""

    hand: MinutesAtHand
    before: Before
    """What was noted already."""
    rows: frozenset[str]
    """Those that fit, and promises that do not."""
    reasons: Mapping[str, InReason]


class FitSession:
    """A session for Today: which rows it shows, and how it begins and ends."""

    def __init__(self, screen: Today) -> None:
        """Bind the screen; none is on."""
        self._screen = screen
        self._plan: Plan | None = None
        self._ended: Plan | None = None
        """One that ended by itself; undo goes on with it."""
        self._inside: dict[str, TodayRow] = {}
        self._outside: tuple[TodayRow, ...] = ()
        self._out: frozenset[str] = frozenset()
        self._shown_left = 0

    @property
    def on(self) -> bool:
        """Whether there is one."""
        return self._plan is not None

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        return {"all.fit": self._ask}

    # Beginning --------------------------------------------------------------------------------

    def _ask(self) -> None:
        """How many minutes have you? What is answered counts from now, in a session too."""
        screen, fresh = self._screen, self._screen.fresh
        if fresh is None:
            return
        view = today_view(fresh.snapshot, fresh.ties)
        if not view.rows:
            screen.say(screen.words.say("tui.fit.nobody"), "dim")
            return
        left = None if self._plan is None else self._left(self._plan, fresh)
        fits = fits_of(view, fresh.snapshot, fresh.ties)
        question = minutes_question(screen.words, fits, left)
        screen.ask(question, partial(self._answered, fresh, fits))

    def _answered(self, asked: Fresh, fits: Callable[[int], Fit], text: str) -> None:
        """Begin with what was echoed, unless the data have changed since it was asked."""
        fresh, minutes = self._screen.fresh, read_minutes(text)
        if fresh is None or minutes is None:
            return
        if fresh is not asked:
            view = today_view(fresh.snapshot, fresh.ties)
            fits = fits_of(view, fresh.snapshot, fresh.ties)
        fit = fits(minutes)
        if fit.rows:
            self._begin(fit, fresh)

    def _begin(self, fit: Fit, fresh: Fresh) -> None:
        screen, words, before = self._screen, self._screen.words, self._plan
        self._plan = Plan(
            hand=self._at_hand(fit.asked, fresh),
            before=(there_before(fresh.snapshot, fresh.ties) if before is None else before.before),
            rows=frozenset(row.id for row in (*fit.rows, *fit.promised_out)),
            reasons={row.id: why for row, why in zip(fit.rows, fit.reasons, strict=True)},
        )
        self._ended, self._out = None, frozenset(row.id for row in fit.promised_out)
        self._show_list()
        screen.query_one(FollowUps).go_to(fit.rows[0].id)
        shown, back, again = screen.keys.shown, BY_ID["go.back"], BY_ID["all.fit"]
        screen.say(words.say("tui.fit.begun", back=shown(back), again=shown(again)), "dim")

    def _at_hand(self, minutes: int, fresh: Fresh) -> MinutesAtHand:
        """So many from now on; in a session they take the place of what is left."""
        plan, now = self._plan, self._screen.moment()
        if plan is None:
            return MinutesAtHand.told(minutes, now)
        return plan.hand.told_anew(minutes, now, self._logged(plan, fresh))

    def _show_list(self) -> None:
        """The list has the focus, nothing narrows it, and nothing in it is marked."""
        screen = self._screen
        if screen.zoomed:
            screen.zoom(False)
        screen.visited = None
        screen.query_one(FollowUps).clear_marks()
        screen.show_pane(screen.query_one(FollowUps))
        screen.narrow("")

    # What Today shows ---------------------------------------------------------------------------

    def only(self, view: TodayView, fresh: Fresh) -> TodayView:
        """The rows of the session that fit the time left; the view as it is where none is on."""
        plan = self._plan
        if plan is None:
            return view
        rows = rows_among(fresh.snapshot, fresh.ties, plan.rows)
        self._shown_left = self._left(plan, fresh)
        self._out = outside(rows, self._shown_left, self._out, self._held(rows, fresh))
        drawn = tuple(msgspec.structs.replace(row, today=row.id not in self._out) for row in rows)
        self._inside = {row.id: row for row in drawn if row.today}
        self._outside = tuple(row for row in drawn if not row.today)
        summary = msgspec.structs.replace(
            view.summary, shown=len(self._inside), waiting=0, absence=None
        )
        return msgspec.structs.replace(view, rows=drawn, summary=summary)

    def _held(self, rows: Sequence[TodayRow], fresh: Fresh) -> set[str]:
        """Rows that stay where they are: the one under the cursor, and whose timer runs."""
        timer, here = running(fresh.snapshot), self._screen.query_one(FollowUps).key
        person = None if timer is None else timer.person
        return {row.id for row in rows if row.id == here or row.person == person}

    def told(self, rows: tuple[FollowUpRow, ...], manner: Manner) -> tuple[FollowUpRow, ...]:
        """The rows as drawn, with how long each takes; those that do not fit are told last."""
        if not self.on:
            return rows
        words, today = self._screen.words, self._screen.today()
        return session_rows(rows, self._inside, self._outside, words, today, manner)

    def aside(self) -> str:
        """The minutes, and how many are left; empty where no session is on."""
        plan = self._plan
        return (
            ""
            if plan is None
            else session_aside(plan.hand.whole, self._shown_left, self._screen.words)
        )

    def why(self, row: TodayRow | None) -> tuple[str, str] | None:
        """Why a row is in; None where it is not, or no session is on."""
        plan = self._plan
        reason = None if plan is None or row is None else plan.reasons.get(row.id)
        if plan is None or reason is None:
            return None
        return why_inside(reason, plan.hand.whole, self._screen.words)

    # The time, and the end ----------------------------------------------------------------------

    def acted(self) -> None:
        """Something was done, of whatever kind: see how much time is left."""
        plan, fresh = self._plan, self._screen.fresh
        if plan is None or fresh is None:
            return
        if self._left(plan, fresh) != self._shown_left:
            self._screen.redraw()

    def _logged(self, plan: Plan, fresh: Fresh) -> int:
        """Minutes logged since the session began."""
        began, now = plan.hand.began, self._screen.moment()
        return minutes_logged(fresh.snapshot, fresh.ties, began, plan.before, now)

    def _left(self, plan: Plan, fresh: Fresh) -> int:
        return plan.hand.left(self._screen.moment(), self._logged(plan, fresh))

    def committed(self, job: Job) -> None:
        """A change is durable: on to the next row that fits, or the end where there is none."""
        if self._plan is None:
            self._go_on(job)
        elif not self._inside:
            ended = self._plan
            self.end(later=True)
            self._ended = ended
        elif self._screen.query_one(FollowUps).key in self._out:
            self._screen.query_one(FollowUps).go_to(next(iter(self._inside)))

    def _go_on(self, job: Job) -> None:
        """Undo of what ended a session goes on with it."""
        ended, fresh, self._ended = self._ended, self._screen.fresh, None
        if ended is None or fresh is None or job.verb != TURN:
            return
        waiting = rows_among(fresh.snapshot, fresh.ties, ended.rows)
        back = [row.id for row in waiting if row.id not in self._out]
        if back:
            self._plan = ended
            self._screen.redraw()
            self._screen.query_one(FollowUps).go_to(back[0])

    def end(self, *, later: bool = False) -> None:
        """Today as before; one sentence tells how the time was spent.

        Args:
            later: whether the sentence takes the place of what is going to be said first.
        """
        plan, fresh, screen = self._plan, self._screen.fresh, self._screen
        if plan is None or fresh is None:
            return
        self._plan = None
        done = fit_done(fresh.snapshot, fresh.ties, plan.hand.began, plan.before)
        spent = plan.hand.spent(screen.moment(), self._logged(plan, fresh))
        said = done_sentences(done, spent, self._left(plan, fresh), screen.words)
        short = (text for text in said if width(text) < screen.app.size.width)
        text = said[-1] if screen.curtain else next(short, said[-1])
        screen.redraw()
        if later:
            screen.call_next(self._tell, text)
        else:
            self._tell(text)

    def _tell(self, text: str) -> None:
        """Say it; what others wrote over meanwhile, which undo brings back, comes before."""
        foot = self._screen.query_one(Foot)
        if not (foot.said and foot.said_tone == "attention"):
            self._screen.say(text)
