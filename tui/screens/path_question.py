"""The line in which paths are typed, completed by Tab."""

from __future__ import annotations

from store.words.words import Words
from tui.typed.paths import candidates, completed, exists, last_word, split_paths
from widgets.ask_line import Echo, Question

SHOWN = 4
"""Names that the last path may become."""


def path_question(words: Words, value: str) -> Question:
    """Which files or folders?"""

    def read(text: str) -> Echo:
        paths = split_paths(text)
        missing = [path for path in paths if not exists(path)]
        if not missing:
            return Echo(words.say("files.there", n=len(paths)))
        word = last_word(text)
        if missing == [word.text] and (names := names_beginning(text)):
            return Echo(words.say("files.tab", names=names), accepted=False)
        return Echo(words.say("files.missing", path=missing[0]), accepted=False)

    return Question(
        key="import",
        label=words.say("files.path"),
        hint=words.say("files.path_hint"),
        value=value,
        read=read,
        complete=completed,
        lines=True,
    )


def names_beginning(text: str) -> str:
    """What the last path of a line may become, the first few; nothing where nothing begins so."""
    possible = candidates(last_word(text).text)
    names = "  ".join(path.rpartition("/")[2] or _last(path) for path in possible[:SHOWN])
    return names + (f"  +{len(possible) - SHOWN}" if len(possible) > SHOWN else "")


def _last(folder: str) -> str:
    return folder.rstrip("/").rpartition("/")[2] + "/"
