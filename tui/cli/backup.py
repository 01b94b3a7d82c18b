"""The command `backup`: whole copies of the data, listed, made and restored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from store.records.record import Json
from store.words.message import Refusal, UsageProblem
from store.words.width import fit, width
from tui.backup_words import backed_up_message, kind_word, size_word, when_word
from tui.backups import Backups, Kept
from tui.cli.answer import Answer
from tui.cli.confirming import confirm
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, positional

Run = Callable[[Session, Backups, Given], Answer]


def _backup(session: Session, given: Given) -> Answer:
    """One of the three; no word is the list."""
    what = str(given.get("what") or "list")
    run = _WHAT.get(what)
    if run is None:
        choices = ", ".join(_WHAT)
        raise UsageProblem("usage", "problem.bad_what", text=what, choices=choices)
    if what != "restore" and given.get("id"):
        raise UsageProblem("usage", "problem.unknown_parameter", name=str(given["id"]))
    if session.backups is None:
        raise Refusal("no_backups", "backup.in_memory")
    return run(session, session.backups, given)


def _list(session: Session, backups: Backups, given: Given) -> Answer:
    """All backups, newest first."""
    kept = backups.all()
    value: list[Json] = [
        {
            "id": each.id,
            "kind": each.kind,
            "size": each.size,
            "good": each.good,
            "made": None if each.made is None else each.made.iso,
        }
        for each in kept
    ]
    return Answer(value=value, lines=lambda: _lines(kept, session))


def _lines(kept: Sequence[Kept], session: Session) -> Iterator[str]:
    words = session.words
    if not kept:
        yield words.say("backup.none")
        return
    rows = [
        (
            each.id,
            kind_word(each, words),
            when_word(each, words, session.today),
            size_word(each, words),
            words.say("backup.whole" if each.good else "backup.unreadable"),
        )
        for each in kept
    ]
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [fit(cell, cells) for cell, cells in zip(row, widths, strict=True)]
        cells[3] = fit(row[3], widths[3], "right")
        yield "  ".join(cells).rstrip()


def _now(session: Session, backups: Backups, given: Given) -> Answer:
    """Make one, of what there is now."""
    id = backups.now()
    value: dict[str, Json] = {"id": id}
    return Answer(value=value, lines=lambda: (f"{session.tell(backed_up_message(id))} · {id}",))


def _restore(session: Session, backups: Backups, given: Given) -> Answer:
    """Make the data what they were, as one step of undo; asks where much would change."""
    # Loaded only for this one.
    from tui.restoring import commit_restored, restoring

    id = str(given.get("id") or "")
    if not id:
        raise UsageProblem("missing_parameter", "problem.which_backup")
    plan = restoring(session.service, backups.read(id))
    seen = session.service.snapshot
    if plan.many and not given.get("yes"):
        confirm(session, plan.changed, plan.removed)
    done = commit_restored(session.service, plan, id, seen)
    value: dict[str, Json] = {
        "id": id,
        "changed": plan.changed,
        "removed": plan.removed,
        "new": plan.new,
    }

    def told() -> Iterator[str]:
        yield session.tell(done.said)
        if plan.forgotten:
            yield session.words.say("backup.forgotten", n=plan.forgotten)

    return Answer(value=value, lines=told)


_WHAT: Mapping[str, Run] = {"list": _list, "now": _now, "restore": _restore}

BACKUP = Verb(
    name="backup",
    help="cli.help.backup",
    parameters=(
        positional("what", required=False),
        positional("id", required=False),
        Parameter(name="yes", shape="flag"),
    ),
    run=_backup,
)
