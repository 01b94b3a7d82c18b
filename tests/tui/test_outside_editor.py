"""The user's own editor, a real process: what it writes, and what may go wrong."""

from __future__ import annotations

import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from store.words.message import Refusal
from tui.outside_editor import edit_file, editor_command, write_file


class Terminal:
    """Counts how often it was given away and taken back."""

    def __init__(self, able: bool = True) -> None:
        self.able = able
        self.given = self.taken = 0

    @contextmanager
    def suspend(self) -> Iterator[None]:
        if not self.able:
            raise SuspendNotSupported
        self.given += 1
        yield
        self.taken += 1


def script(folder: Path, body: str) -> list[str]:
    """An editor."""
    path = folder / "my editor"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o700)
    return [str(path)]


def test_the_file_is_private_and_what_is_written_comes_back_clean(tmp_path: Path) -> None:
    file = write_file("before", tmp_path / "editing")
    assert file.suffix == ".md"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.read_text() == "before\n"
    editor = script(tmp_path, "printf 'after \\033[31m\\r\\nthat\\n\\n' > \"$1\"")
    terminal = Terminal()
    assert edit_file(file, "before", editor, terminal) == "after [31m\nthat"
    assert (terminal.given, terminal.taken) == (1, 1)


def test_options_of_the_editor_are_arguments_and_nothing_is_a_shells(tmp_path: Path) -> None:
    file = write_file("", tmp_path)
    editor = [*script(tmp_path, 'echo "$1 $2" > "$3"'), "-w", "; rm x"]
    assert edit_file(file, "", editor, Terminal()) == "-w ; rm x"


def test_the_order_is_settings_visual_editor_nano_vi(tmp_path: Path) -> None:
    both = {"VISUAL": "emacs -nw", "EDITOR": "ed", "PATH": str(tmp_path)}
    assert editor_command("code --wait 'my profile'", both) == ["code", "--wait", "my profile"]
    assert editor_command("", both) == ["emacs", "-nw"]
    assert editor_command(" ", {"EDITOR": "ed"}) == ["ed"]
    for name in ("vi", "nano"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o700)
        assert editor_command("", {"PATH": str(tmp_path)}) == [str(tmp_path / name)]


def test_without_an_editor_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        editor_command("", {"PATH": str(tmp_path)})
    assert refused.value.message.id == "editor.none"
    with pytest.raises(Refusal) as refused:
        editor_command("vi 'x", {})
    assert refused.value.message.id == "editor.unreadable"


@pytest.mark.parametrize(
    ("body", "said", "stays"),
    [
        ("exit 3", "editor.failed_empty", False),
        ('echo half > "$1"; exit 3', "editor.failed", True),
        ("printf '\\377' > \"$1\"", "editor.unread", True),
        ('rm "$1"', "editor.unread", False),
        ("kill -9 $$", "editor.failed_empty", False),
    ],
)
def test_an_editor_that_fails_changes_nothing_and_loses_nothing(
    tmp_path: Path, body: str, said: str, stays: bool
) -> None:
    file = write_file("before", tmp_path)
    terminal = Terminal()
    with pytest.raises(Refusal) as refused:
        edit_file(file, "before", script(tmp_path, body), terminal)
    assert refused.value.message.id == said
    assert file.exists() is stays
    assert terminal.taken == 1


def test_an_editor_that_is_missing_gives_the_terminal_back(tmp_path: Path) -> None:
    file = write_file("before", tmp_path)
    terminal = Terminal()
    with pytest.raises(Refusal) as refused:
        edit_file(file, "before", [str(tmp_path / "none")], terminal)
    assert refused.value.message.id == "editor.missing"
    assert (terminal.taken, file.exists()) == (1, False)


def test_a_screen_that_cannot_step_back_says_so(tmp_path: Path) -> None:
    file = write_file("before", tmp_path)
    with pytest.raises(Refusal) as refused:
        edit_file(file, "before", ["true"], Terminal(able=False))
    assert refused.value.message.id == "editor.no_terminal"
    assert not file.exists()


def test_an_interrupt_is_the_editors_and_not_ours(tmp_path: Path) -> None:
    file = write_file("before", tmp_path)
    handler = signal.getsignal(signal.SIGINT)
    editor = script(tmp_path, "kill -INT $PPID; trap '' INT; kill -INT $$; echo on > \"$1\"")
    assert edit_file(file, "before", editor, Terminal()) == "on"
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal) as refused:
        write_file("text", tmp_path / "file" / "below")
    assert refused.value.message.id == "editor.no_file"
