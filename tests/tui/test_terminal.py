from __future__ import annotations

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tui.shape import classes_of, shape_of
from tui.terminal import mouse_wanted, set_mouse, terminal_problem
from tui.themes import theme_for

GOOD = {"TERM": "xterm-256color"}


def test_a_terminal_will_do() -> None:
    assert terminal_problem(GOOD, isatty=True) is None


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_dumb_terminal_is_refused(term: str) -> None:
    problem = terminal_problem({"TERM": term}, isatty=True)
    assert problem is not None
    assert problem.code == "dumb_terminal"
    assert problem.status == 1


def test_what_is_no_terminal_is_refused() -> None:
    problem = terminal_problem(GOOD, isatty=False)
    assert problem is not None
    assert problem.code == "not_a_terminal"


@pytest.mark.parametrize("mark", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_the_mouse_is_off_over_ssh_unless_asked_for(mark: str) -> None:
    assert mouse_wanted("auto", {})
    assert not mouse_wanted("auto", {mark: "1"})
    assert mouse_wanted("on", {mark: "1"})
    assert not mouse_wanted("off", {})


class Recorder(LinuxDriver):
    """Keeps what would be written."""

    def __init__(self) -> None:
        self.sent = ""
        self._mouse = False

    def write(self, data: str) -> None:
        self.sent += data

    def flush(self) -> None:
        """Nothing to do."""


def test_the_mouse_can_be_turned_on_and_off_while_running() -> None:
    driver = Recorder()
    set_mouse(driver, True)
    assert "\x1b[?1006h" in driver.sent
    driver.sent = ""
    set_mouse(driver, False)
    assert "\x1b[?1006l" in driver.sent
    driver.sent = ""
    driver._enable_mouse_support()
    assert driver.sent == ""


def test_without_colours_the_terminals_own_palette_is_kept() -> None:
    assert theme_for({"NO_COLOR": "1"}) == "ansi-dark"
    assert theme_for({"NO_COLOR": ""}) == "arrosoir-dark"


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (39, 30, "tiny"),
        (80, 11, "tiny"),
        (40, 12, "phone"),
        (60, 24, "narrow"),
        (80, 24, "compact"),
        (100, 30, "normal"),
        (160, 50, "wide"),
    ],
)
def test_a_size_has_a_shape(width: int, height: int, shape: str) -> None:
    assert shape_of(Size(width, height)) == shape


async def test_the_classes_of_a_size_are_those_of_the_breakpoints() -> None:
    from tui.shape import HEIGHTS, WIDTHS

    class Host(App[None]):
        HORIZONTAL_BREAKPOINTS = WIDTHS
        VERTICAL_BREAKPOINTS = HEIGHTS

    for size in ((39, 11), (60, 24), (100, 30), (160, 50)):
        async with Host().run_test(size=size) as pilot:
            await pilot.pause()
            assert classes_of(Size(*size)) <= set(pilot.app.screen.classes)
