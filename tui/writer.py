"""The single writer: all that touches the data happens here, in order, off the event loop.

Jobs run one after the other in a thread worker that ends when the queue is empty. A job never
touches a widget; what came of it is posted as a message.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec
from textual.app import App
from textual.message import Message as Event

from store.actions.replaced import Replaced
from store.actions.service import Done, Service
from store.records.snapshot import Snapshot
from store.views.ties import Ties
from store.words.message import Message, Problem

GROUP = "writer"

TURN = "turn"
"""The verb of undo and redo, which do not offer to be undone."""


class Fresh(msgspec.Struct, frozen=True, eq=False):
    """What the screens are drawn from: the data, where everybody stands, and the day."""

    snapshot: Snapshot
    ties: Ties
    today: date


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be done with the data."""

    run: Callable[[Service], Done]
    then: str | None = None
    """The row on which the cursor stands once it is done."""
    verb: str = ""
    """The command that asked for it."""
    names_nobody: bool = False
    """Whether what is said of it may be read behind the curtain."""


class Wanted(Event):
    """A screen asks for a job to be done."""

    def __init__(self, job: Job) -> None:
        """Say which."""
        super().__init__()
        self.job = job


class Committed(Event):
    """A change is durable."""

    def __init__(
        self,
        fresh: Fresh,
        done: Done,
        job: Job,
        *,
        elsewhere: bool = False,
        replaced: tuple[Replaced, ...] = (),
    ) -> None:
        """Say what came of a job, and what of others came in with it."""
        super().__init__()
        self.fresh = fresh
        self.said: Message = done.said
        self.changed = bool(done.change_set)
        self.job = job
        self.elsewhere = elsewhere
        self.replaced = replaced


class Arrived(Event):
    """Another session has changed something, or a new day has begun."""

    def __init__(self, fresh: Fresh, elsewhere: bool, replaced: tuple[Replaced, ...] = ()) -> None:
        """Say what there is now, and what of ours has been written over."""
        super().__init__()
        self.fresh = fresh
        self.elsewhere = elsewhere
        self.replaced = replaced


class Declined(Event):
    """A job was refused; nothing has changed."""

    def __init__(self, problem: Problem) -> None:
        """Say why."""
        super().__init__()
        self.problem = problem


def fresh_of(service: Service) -> Fresh:
    """What there is now."""
    return Fresh(service.snapshot, service.ties(), service.today())


class Writer:
    """Runs jobs for an app."""

    def __init__(self, app: App[int], service: Service) -> None:
        """Bind both; nothing runs yet."""
        self._app = app
        self._service = service
        self._jobs: deque[Callable[[], Event | None]] = deque()
        self._lock = threading.Lock()
        self._running = False
        self._at: Callable[[], Event | None] | None = None
        """The step under way."""
        self._day = service.today()
        self._revision = service.snapshot.revision
        self._trouble: Problem | None = None
        self._came_in = False
        """A job that was refused has read what others have done; nobody was told of it yet."""

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        with self._lock:
            return self._running

    @property
    def awaited(self) -> bool:
        """Whether something that was asked for is under way or waits; to look round is not."""
        with self._lock:
            steps = (self._at, *self._jobs)
        return any(step is not None and step != self._look for step in steps)

    def submit(self, job: Job) -> None:
        """Do a job after all that were asked for before it."""
        self._enqueue(partial(self._do, job))

    def read(self, reading: Callable[[Service], Event]) -> None:
        """Read something after all that was asked for before it, and post what came of it."""
        self._enqueue(partial(self._read, reading))

    def look(self) -> None:
        """See whether others have changed something; skipped while there is work."""
        with self._lock:
            if self._running:
                return
        self._enqueue(self._look)

    def _enqueue(self, step: Callable[[], Event | None]) -> None:
        with self._lock:
            self._jobs.append(step)
            if self._running:
                return
            self._running = True
        self._app.run_worker(self._drain, group=GROUP, thread=True, name=GROUP)

    def _drain(self) -> None:
        while True:
            with self._lock:
                self._at = None
                if not self._jobs:
                    self._running = False
                    return
                self._at = step = self._jobs.popleft()
            event = step()
            if event is not None:
                self._app.post_message(event)

    def _do(self, job: Job) -> Event:
        try:
            done = job.run(self._service)
        except Problem as problem:
            self._came_in = self._service.snapshot.revision != self._revision
            return Declined(problem)
        self._came_in = False
        before, self._revision = self._revision, self._service.snapshot.revision
        # One act is one commit: any other revision is somebody else's.
        elsewhere = self._revision - before > bool(done.change_set)
        replaced = self._service.replaced()
        return Committed(fresh_of(self._service), done, job, elsewhere=elsewhere, replaced=replaced)

    def _read(self, reading: Callable[[Service], Event]) -> Event:
        try:
            return reading(self._service)
        except Problem as problem:
            return Declined(problem)

    def _look(self) -> Event | None:
        try:
            elsewhere = self._service.refresh() or self._came_in
        except Problem as problem:
            # Said once for each state of the file, not at every look.
            known, self._trouble = self._trouble, problem
            return None if problem is known else Declined(problem)
        self._trouble, self._came_in = None, False
        day = self._service.today()
        if not elsewhere and day == self._day:
            return None
        self._day = day
        self._revision = self._service.snapshot.revision
        return Arrived(fresh_of(self._service), elsewhere, self._service.replaced())
