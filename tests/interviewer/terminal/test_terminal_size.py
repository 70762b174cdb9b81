"""Where the window is, and how large: the terminal says it, and nobody else."""

import os
import sys

import pytest

from interviewer.failures import Trouble
from interviewer.terminal.run import require_terminal
from interviewer.terminal.textual_parts import draw_on_the_terminal


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 100×30, and a shell that has exported another size."""
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((100, 30)))
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "20")


@pytest.mark.usefixtures("window")
class TestTheSize:
    """The check at the start and the screen read it from one place."""

    def test_what_was_exported_does_not_count(self) -> None:
        """Nor does it for Textual, which asks the surroundings first."""
        require_terminal()
        assert "COLUMNS" not in os.environ
        assert "LINES" not in os.environ

    def test_a_window_that_is_too_small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However large the shell says that it is."""
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((60, 20)))
        with pytest.raises(Trouble) as caught:
            require_terminal()
        assert "60×20" in caught.value.sentence


@pytest.mark.parametrize("kept", [True, False])
def test_the_screen_is_never_drawn_into_a_file(kept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ringerunde 2> feil.txt` keeps what is said, and the screen is where it always is."""
    terminal, other = object(), object()
    monkeypatch.setattr(sys, "__stdout__", terminal)
    monkeypatch.setattr(sys, "__stderr__", other)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: not kept)
    draw_on_the_terminal()
    assert sys.__stderr__ is (terminal if kept else other)
