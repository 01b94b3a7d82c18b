"""Opening the full screen on a program that is put together."""

from __future__ import annotations

import os

from store.config.paths import state_dir
from store.words.message import Problem
from tui.app import ArrosoirApp
from tui.composition import Program
from tui.crash import tell


def launch(program: Program, *, demo: bool) -> int:
    """Run the screen until it is left; gives the exit status.

    Args:
        program: service, words and settings.
        demo: the network is invented and nothing is kept, not even drafts.
    """
    app = ArrosoirApp(
        program.service,
        program.words,
        program.loaded.settings,
        demo=demo,
        environment=os.environ,
        state=None if demo else state_dir(),
        config=program.loaded.path,
        backups=program.backups,
        exports=program.exports,
    )
    app.run(mouse=app.mouse)
    try:
        app.service.close()
    except Problem as problem:
        tell(program.words.tell(problem.message))
    return app.return_code or 0
