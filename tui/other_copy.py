"""Reading another copy of the data, and joining it into this one."""

from __future__ import annotations

from pathlib import Path

from store.actions.action import Outcome
from store.actions.joining import Copy, Joined, join
from store.actions.service import Done, Service
from store.disk.file_keeper import FileKeeper
from store.records.snapshot import Snapshot
from store.words.counts import DONE, counted
from store.words.message import DataProblem, Message


def read_copy(path: Path) -> Copy:
    """The data of another file, which is left as it is.

    Raises:
        DataProblem: where there is none, or it cannot be read, is damaged, foreign or newer.
    """
    missing = DataProblem("no_copy", "problem.no_copy", path=str(path))
    if not path.exists():
        raise missing
    try:
        keeper = FileKeeper(path, read_only=True)
        copy = Copy(keeper.snapshot, keeper.history(), keeper.part)
        keeper.close()
    except DataProblem as problem:
        # The sentences speak of "the data file": say that it is the other one.
        raise DataProblem(
            problem.code, "problem.other_copy", path=path.name, why=problem.message
        ) from problem
    if not copy.snapshot.revision and not path.stat().st_size:
        raise missing
    return copy


def joined(service: Service, copy: Copy) -> Joined:
    """What joining a copy would do to the data as they are now.

    Raises:
        DataProblem: where the own file can no longer be read.
    """
    service.refresh()
    return join(Copy(service.snapshot, service.history()), copy)


def commit_joined(
    service: Service, plan: Joined, name: str, seen: Snapshot, said: Message | None = None
) -> Done:
    """Make it durable, as one step of undo.

    Args:
        service: the single writer.
        plan: what would change.
        name: of the other copy, for the history.
        seen: the snapshot that was planned on.
        said: what is told of it, if not the counts of people.

    Raises:
        Refusal: `changed_meanwhile`, where the data are no longer those.
        Problem: where the data cannot be kept.
    """
    said = said or joined_message(plan)
    for digest in plan.parts:
        # One at a time: a picture is as large as it likes.
        part = plan.part(digest)
        if part is not None:
            service.keep_parts({digest: part})
    outcome = Outcome(change_set=plan.change_set, id="", about=name, said=said)
    return service.commit_if_unchanged("join", outcome, seen)


def joined_message(plan: Joined) -> Message:
    """How many people are new, changed, removed and the same."""
    new, changed, removed = map(len, (plan.new, plan.changed, plan.removed))
    counts = counted(DONE, new=new, changed=changed, removed=removed, same=plan.same)
    return Message("said.joined", {"counts": counts})


def joined_briefly(plan: Joined) -> Message:
    """The same on one line, with what stayed as it is here and the command that tells it."""
    left = tuple(
        Message(id, {"n": n})
        for id, n in (
            ("tui.join.kept", len(plan.kept)),
            ("tui.join.forgotten", plan.forgotten),
            ("tui.join.removed_here", plan.removed_here),
            ("tui.join.forgotten_there", len(plan.forgotten_there)),
        )
        if n
    )
    if not left:
        return joined_message(plan)
    new, changed, removed = map(len, (plan.new, plan.changed, plan.removed))
    counts = counted(DONE, new=new, changed=changed, removed=removed)
    return Message("tui.join.said", {"counts": counts, "left": left})
