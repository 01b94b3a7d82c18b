"""Importing, for screen and command line alike: read and plan, then commit as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.actions.action import Outcome
from store.actions.service import Done, Service
from store.clock import fresh_id
from store.formats.choices import Choices
from store.records.snapshot import Snapshot
from store.words.counts import DONE, OWN, counted
from store.words.message import Message

if TYPE_CHECKING:
    from store.formats.import_files import Progress
    from store.formats.plan import ImportHow, Plan

# The formats take longer to load than most commands take to run: they are loaded when needed.


def read_plan(
    service: Service,
    paths: Sequence[str],
    how: ImportHow = "merge",
    *,
    only_format: str | None = None,
    progress: Progress | None = None,
    found: Callable[[int], None] | None = None,
    choices: Choices = Choices(),  # noqa: B008 - immutable
    piped: bytes | None = None,
) -> Plan:
    """What an import of files and folders would do; nothing is written.

    Only the snapshot is read, so this may run in any thread.

    Args:
        service: whose data are completed.
        paths: as typed; `~` is the home folder.
        how: what happens to people who are there already.
        only_format: the one format to read.
        progress: told before each file, and now and then within it and while all is laid together:
            how many files are done, of how many, the path of the one that is read, and how many
            records of it are read; what it raises ends it all, and nothing has changed.
        found: told after each file how many people were read so far.
        choices: how to read what files do not say, and text that is pasted.
        piped: what came on the standard input.

    Raises:
        UsageProblem: where there is no format of that name.
    """
    from store.formats.intake import import_paths
    from store.search.slips import slips

    return import_paths(
        [str(expanded(path)) for path in paths],
        service.snapshot,
        how,
        fresh_id,
        service.today(),
        progress=progress,
        only_format=only_format,
        found=found,
        choices=choices,
        piped=piped,
        slips=slips,
    )


def expanded(path: str) -> Path:
    """A path with `~` resolved, where there is such a home."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def commit_plan(service: Service, plan: Plan, seen: Snapshot) -> Done:
    """Make an import durable, as one step of undo.

    Args:
        service: the single writer.
        plan: what would change.
        seen: the snapshot that was planned on.

    Raises:
        Refusal: `changed_meanwhile`, where the data are no longer those.
        Problem: where the data cannot be kept.
    """
    if plan.parts:
        # Durable before the cards that refer to them.
        service.keep_parts(plan.parts)
    outcome = Outcome(
        change_set=plan.change_set,
        id="",
        about=str(len(plan.new)),
        said=imported_message(plan),
    )
    return service.commit_if_unchanged("import", outcome, seen)


def imported_message(plan: Plan) -> Message:
    """How many are new, changed and the same, and what comes to the user's own card."""
    counts = counted(DONE, new=len(plan.new), changed=len(plan.changed), same=len(plan.same))
    if not plan.me:
        return Message("said.imported", {"counts": counts})
    return Message("said.imported_own", {"counts": counts, "what": counted(OWN, **plan.me)})
