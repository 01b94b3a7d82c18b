"""Opening the full screen on a program that is put together."""

from __future__ import annotations

import os

from store.config.paths import state_dir
from tui.app import ArrosoirApp
from tui.composition import Program


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
    )
    app.run(mouse=app.mouse)
    return app.return_code or 0
