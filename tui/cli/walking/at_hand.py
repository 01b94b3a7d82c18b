"""Some minutes at hand on a walk: what fits is chosen once, and told by the time that is left."""

from __future__ import annotations

from collections.abc import Iterator

from store.actions.service import Service
from store.rules.fit_left import outside
from store.rules.minutes_at_hand import MinutesAtHand
from store.views.fit import InReason, fit_rows
from store.views.fit_done import Before, fit_done, minutes_logged, there_before
from store.views.fit_done_words import done_sentences
from store.views.fit_words import fit_sentence, in_reason, promised_out_line
from store.views.spoken import sentence
from store.views.today import TodayRow, TodayView, today_view
from store.words.durations import minutes as minutes_said
from store.words.spoken_words import SpokenWords


class AtHand:
    """The minutes run from the moment at which they are told; see `MinutesAtHand`."""

    def __init__(
        self, service: Service, words: SpokenWords, minutes: int, before: AtHand | None = None
    ) -> None:
        """Choose what fits of all that waits today.

        Args:
            service: the data.
            words: the language.
            minutes: at hand from now on.
            before: those that run already; what was done with them is told with these.
        """
        self._service = service
        self._words = words
        self.minutes = minutes
        snapshot, ties = service.snapshot, service.ties()
        self._fit = fit_rows(today_view(snapshot, ties), snapshot, ties, minutes)
        self._reasons = {
            row.id: why for row, why in zip(self._fit.rows, self._fit.reasons, strict=True)
        }
        self._there: Before = there_before(snapshot, ties) if before is None else before._there
        self._hand: MinutesAtHand = (
            MinutesAtHand.told(minutes, service.now())
            if before is None
            else before._hand.told_anew(minutes, service.now(), before._logged)
        )

    def told(self) -> str:
        """What fits, and the promises that do not."""
        told = [fit_sentence(self._fit, self.minutes, self._words)]
        if self._fit.rows:
            told.append(promised_out_line(self._fit, self._words))
        return " ".join(sentence(each) for each in told if each)

    def rows(self, view: TodayView) -> Iterator[tuple[TodayRow, str]]:
        """Those chosen that still wait, and what is to be said of each.

        One that is done makes no room for others that were left out: the minutes are gone by then.
        """
        rows, left = [row for row in view.rows if row.id in self._reasons], self._left
        out = outside(rows, left)
        for row in rows:
            yield row, self._aside(self._reasons[row.id], left, fits=row.id not in out)

    def done(self) -> str:
        """What was done with the minutes, in one sentence; empty where nothing was."""
        service = self._service
        done = fit_done(service.snapshot, service.ties(), self._hand.began, self._there)
        if not done.anything:
            return ""
        spent = self._hand.spent(service.now(), self._logged)
        return done_sentences(done, spent, self._left, self._words)[0]

    def _aside(self, reason: InReason, left: int, *, fits: bool) -> str:
        """Why a row was chosen, where there was a choice and no heading tells it; the time left."""
        words, told = self._words, []
        if reason not in ("promised", "all"):
            told.append(words.say("walk.fit_why", why=in_reason(reason, words)))
        if not fits:
            time = minutes_said(max(0, left), words)
            told.append(words.say("walk.fit_longer", time=time))
        elif left < self.minutes:
            told.append(words.say("walk.fit_left", time=minutes_said(left, words)))
        return " ".join(sentence(each) for each in told)

    @property
    def _left(self) -> int:
        return self._hand.left(self._service.now(), self._logged)

    @property
    def _logged(self) -> int:
        service = self._service
        return minutes_logged(
            service.snapshot, service.ties(), self._hand.began, self._there, service.now()
        )
