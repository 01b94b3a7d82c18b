"""The line in which the file of an export is typed: a proposal, completed by Tab."""

from __future__ import annotations

import shlex
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from store.words.message import Refusal
from store.words.words import Words
from tui.export_selection import Selection
from tui.exporting import file_meant, home_shown, refuse_foreign
from tui.past_exports import PastExports
from tui.screens.path_question import names_beginning
from tui.typed.paths import completed, split_paths
from widgets.ask_line import Echo, Question

if TYPE_CHECKING:
    from store.formats.exported import ExportFormat


MOST_NUMBERS = 100
"""Numbers that are tried behind the name of a file."""


def proposal(
    form: ExportFormat, name: str, past: PastExports | None, chosen: Selection, private: bool
) -> str:
    """Where a file may go: a feed where it was, anything else where the last export went, or home.

    Never over another file, nor over an export of other people or in another format.

    Args:
        form: the format.
        name: a good name for the file.
        past: past exports; None for a network in memory.
        chosen: whom it is about.
        private: whether private notes go out as well.
    """
    from store.formats.exports import FEEDS

    there = () if past is None else past.there()
    if form.name in FEEDS:
        for each in reversed(there):
            if each.format == form.name and each.everyone == chosen.everyone:
                return _typed(Path(each.path))
    folder = Path(there[-1].path).parent if there else Path("~")
    again = {
        each.path
        for each in there
        if (each.format, each.private) == (form.name, private)
        and each.everyone == chosen.everyone
        and (chosen.everyone or each.people == len(chosen.people) == 1)
    }
    return _typed(_free(folder / name, again))


def _free(path: Path, again: Collection[str]) -> Path:
    """The path, or the first one with a number of which nothing is there but the same export."""
    ways = (path.with_stem(f"{path.stem}-{number}") for number in range(2, MOST_NUMBERS))
    for each in (path, *ways):
        there = each.expanduser()
        if not there.exists() or str(there.resolve()) in again:
            return each
    return path


def _typed(path: Path) -> str:
    text = home_shown(path)
    if " " not in text and text == shlex.quote(text).replace("'", ""):
        return text
    return f"~/{shlex.quote(text[2:])}" if text.startswith("~/") else shlex.quote(text)


def export_question(
    form: ExportFormat, name: str, past: PastExports | None, words: Words, value: str
) -> Question:
    """Into which file?

    Args:
        form: the format.
        name: of the file, where a folder is typed.
        past: past exports; None for a network in memory.
        words: the language.
        value: what stands there at first.
    """

    def read(text: str) -> Echo:
        path = typed_file(text, name)
        if path is None:
            return Echo(words.say("export.one_file"), accepted=False)
        if not path.parent.is_dir():
            more = names_beginning(text)
            if more:
                return Echo(words.say("files.tab", names=more), accepted=False)
            return Echo(words.say("export.no_folder", path=home_shown(path.parent)), accepted=False)
        return _standing(path, form, past, words)

    return Question(
        key="export",
        label=words.say("export.path"),
        hint=words.say("export.path_hint"),
        value=value,
        read=read,
        complete=completed,
    )


def typed_file(text: str, name: str) -> Path | None:
    """The file that is typed; None where it is none, or several."""
    paths = split_paths(text)
    return file_meant(paths[0], lambda: name) if len(paths) == 1 else None


def _standing(path: Path, form: ExportFormat, past: PastExports | None, words: Words) -> Echo:
    """What stands there now, and so what Enter does."""
    try:
        target = path.resolve()
        if past is not None and past.is_own(target):
            return Echo(words.say("export.own_file", path=home_shown(path)), accepted=False)
        refuse_foreign(path, form, past)
        again = target.exists()
    except Refusal:
        return Echo(words.say("export.taken"), accepted=False)
    except OSError as error:
        return Echo(error.strerror or str(error), accepted=False)
    id = "export.writes_again" if again else "export.writes"
    return Echo(words.say(id, path=home_shown(path)))
