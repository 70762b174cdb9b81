"""The terminal that other tests type into, tried on a small program and on plain commands."""

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.screen import Screen
from tests.support.terminal import Terminal

pytestmark = needs_a_pseudo_terminal

CHECKOUT = Path(__file__).parents[2]
SMALL_APP = [sys.executable, "-m", "tests.support.small_app"]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """The small program, ready for input."""
    with Terminal(SMALL_APP, cwd=CHECKOUT) as terminal:
        terminal.wait_for("Hva heter du?")
        terminal.wait_for("80×24")
        yield terminal


@pytest.mark.slow
class TestAPersonAtTheTerminal:
    """A Textual program in a pseudo-terminal is used as a person uses it."""

    def test_types_and_reads(self, terminal: Terminal) -> None:
        """Norwegian letters arrive and are drawn; the match tells what stood there."""
        terminal.type("Åse Bjørnø")
        terminal.press("Enter")
        found = terminal.wait_for(re.compile(r"Hei, (.+)!"))
        assert found[1] == "Åse Bjørnø"
        assert terminal.screen()[0] == "Hei, Åse Bjørnø!"

    def test_a_burst_of_keys_arrives_whole(self, terminal: Terminal) -> None:
        """Nothing is lost when a line is sent faster than anybody types."""
        terminal.type("abcdefghij" * 5 + "\r")
        terminal.wait_for("Hei, " + "abcdefghij" * 5 + "!")

    def test_keys(self, terminal: Terminal) -> None:
        """A key is known by the program for what it is."""
        for key in ("F1", "F5", "F9", "F12", "Escape", "PageUp", "PageDown", "Up", "Ctrl+O"):
            terminal.press(key)
            terminal.wait_for(f"<{key.lower()}>")

    def test_escape_is_not_mixed_up_with_the_key_after_it(self, terminal: Terminal) -> None:
        """Escape and a letter at once are Alt+letter to a program; here they are two keys."""
        terminal.press("Escape", "a", "Enter")
        terminal.wait_for("Hei, a!")

    def test_another_size(self, terminal: Terminal) -> None:
        """The program is told when its window grows, and draws on all of it."""
        terminal.resize(120, 40)
        terminal.wait_for("120×40")
        assert len(terminal.screen()) == 40

    def test_the_program_ends(self, terminal: Terminal) -> None:
        """Its status and its last words are there, and its screen is gone."""
        terminal.type("slutt\r")
        assert terminal.wait_for_exit() == 3
        assert "Ha det bra" in terminal.text
        assert "Hva heter du?" not in terminal.text

    def test_killed(self, terminal: Terminal) -> None:
        """A power cut: the program is gone at once."""
        assert terminal.exit_status is None
        terminal.kill()
        assert terminal.exit_status == -signal.SIGKILL

    def test_the_window_is_closed(self, terminal: Terminal) -> None:
        """A program whose window is closed gets SIGHUP, and ends of it unless it listens."""
        terminal.hang_up()
        assert terminal.wait_for_exit() == -signal.SIGHUP


class TestWhenItIsNotThere:
    """A failed wait shows what was there instead."""

    def test_the_screen_is_in_the_message(self) -> None:
        """The deadline passed: the program still runs, and its screen is drawn."""
        with (
            Terminal(
                ["sh", "-c", "echo her er jeg; exec sleep 60"], columns=20, rows=2
            ) as terminal,
            pytest.raises(AssertionError, match=r"it still runs[^│]*│her er jeg +│"),
        ):
            terminal.wait_for("noe annet", timeout=0.5)

    def test_an_ended_program_is_not_waited_for(self) -> None:
        """Nothing more can come from it, so the wait ends before its deadline."""
        with (
            Terminal(["sh", "-c", "exit 4"]) as terminal,
            pytest.raises(AssertionError, match="ended with status 4"),
        ):
            terminal.wait_for("noe annet", timeout=3600)

    def test_what_must_go_is_waited_for(self) -> None:
        """`wait_until_gone` returns when the text has left the screen."""
        with Terminal(["sh", "-c", "echo vent; read x; clear; read x"]) as terminal:
            terminal.wait_for("vent")
            terminal.press("Enter")
            terminal.wait_until_gone("vent")


class TestTheScreen:
    """Bytes become what a person would see, in whatever pieces they come."""

    @pytest.mark.parametrize(
        "unseen",
        [
            "\x1b[>1u",
            "\x1b[<u",
            "\x1b[?2026$p",
            "\x1b[?4m",
            "\x1b[2 q",
            "\x1bP+q544e\x1b\\",
            "\x1b_Gi=1;AAAA\x1b\\",
            "\x1b]0;tittel\x07",
            "\x1b[?1003h",
            "\x1b(B",
        ],
    )
    def test_sequences_leave_no_trace(self, unseen: str) -> None:
        """What is not text is not drawn, even when it comes one byte at a time."""
        screen = Screen(20, 1, lambda _: None)
        for byte in f"å{unseen}ø".encode():
            screen.feed(bytes([byte]))
        assert screen.display[0].rstrip() == "åø"

    def test_a_frame_is_shown_when_it_is_whole(self) -> None:
        """The program is told that frames can be held back, and then they are."""
        answers: list[str] = []
        screen = Screen(20, 1, answers.append)
        screen.feed(b"\x1b[?2026$p\x1b[?2026h")
        assert answers == ["\x1b[?2026;2$y"]
        assert screen.mid_frame
        screen.feed(b"\x1b[?2026l")
        assert not screen.mid_frame

    def test_the_first_screen_comes_back(self) -> None:
        """A full-screen program leaves the window as it found it."""
        screen = Screen(20, 1, lambda _: None)
        screen.feed(b"foer\x1b[?1049h\x1b[Hunder")
        assert screen.display[0].rstrip() == "under"
        screen.feed(b"\x1b[?1049l og etter")
        assert screen.display[0].rstrip() == "foer og etter"
