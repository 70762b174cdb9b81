"""A person at a terminal: starts a program in a real pseudo-terminal, types, and reads the screen.

    with Terminal([sys.executable, "-m", "tests.support.small_app"]) as terminal:
        terminal.wait_for("Hva heter du?")
        terminal.type("Åse")
        terminal.press("Enter")
        terminal.wait_for(re.compile(r"Hei, (\\w+)"))

Everything that waits has a deadline and wakes as soon as the screen changes; what goes wrong is an
`AssertionError` that shows the screen.
"""

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

from tests.support.patience import PATIENCE, Deadline, crowd
from tests.support.screen import Screen
from tests.support.xterm_keys import KEYS, sequence

if sys.platform != "win32":
    import fcntl
    import termios

Found = TypeVar("Found")

ESCAPE_STANDS_ALONE = 0.15
"""Seconds after Escape before the next key: bytes that follow at once would make it Alt+key.
`ESCDELAY` (in milliseconds, below) asks the program to wait much less than that."""

TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execvp(sys.argv[1], sys.argv[1:])"
)
"""Run first in the new process, which becomes the program: only a program that owns its terminal
is told when the window closes. Forking here instead would copy a process with threads."""

SURROUNDINGS = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "ESCDELAY": "25",
}
NOT_PASSED_ON = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "TERM_PROGRAM"}


class Terminal:
    """One window with one program in it; leaving the `with` block kills what still runs."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        """Start `command`; `env` is added to the environment of the test."""
        self._screen = Screen(columns, rows, self._send)
        self._changed = threading.Condition()
        self._ended = False
        self._escape_ends = 0.0
        self._master, slave = os.openpty()
        self._wake_read, self._wake_write = os.pipe()
        self._set_size(columns, rows)
        self._process = _start(command, slave, surroundings(env), cwd)
        os.close(slave)
        self._reader = threading.Thread(target=self._read, name="terminal", daemon=True)
        self._reader.start()

    def type(self, text: str) -> None:
        """Type `text` as fast as it goes: all of it is sent in one burst."""
        self._write(text)

    def send(self, data: bytes) -> None:
        """Send bytes as a broken terminal might."""
        os.write(self._master, data)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: `F5`, `Enter`, `PageUp`, `Ctrl+C`, `a` …

        What follows an Escape is held back for an instant, as by a person; better still is to
        wait for what the Escape does.
        """
        for key in keys:
            self._write(sequence(key))
            if sequence(key) == KEYS["Escape"]:
                self._escape_ends = time.monotonic() + ESCAPE_STANDS_ALONE

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = PATIENCE) -> re.Match[str]:
        """The place where `wanted` stands on the screen, as soon as it does."""
        pattern = re.compile(re.escape(wanted)) if isinstance(wanted, str) else wanted
        return self._wait(lambda: pattern.search(self._text()), f"{wanted!r}", timeout)

    def wait_until_gone(self, unwanted: str, timeout: float = PATIENCE) -> None:
        """Return as soon as `unwanted` no longer stands on the screen."""
        self._wait(lambda: unwanted not in self._text() or None, f"{unwanted!r} to go", timeout)

    def wait_for_exit(self, timeout: float = PATIENCE) -> int:
        """The exit status, as soon as the program has ended; minus the signal if one ended it."""
        try:
            status = self._process.wait(timeout * crowd())
        except subprocess.TimeoutExpired:
            raise self._failure("the program to end", timeout) from None
        self._reader.join(1.0)  # its last words; a child it left behind may keep the window open
        return status

    def screen(self) -> list[str]:
        """The lines on the screen, without the blanks at their ends; never half a frame."""
        with self._changed:
            self._changed.wait_for(self._is_whole, PATIENCE)
            return self._lines()

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.screen())

    @property
    def hides_cursor(self) -> bool:
        """Whether the program has hidden the cursor."""
        with self._changed:
            return bool(self._screen.cursor.hidden)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, counted from 0."""
        with self._changed:
            return self._screen.cursor.x, self._screen.cursor.y

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """The exit status, or None while the program runs."""
        return self._process.poll()

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size; the program is told, as by a window manager."""
        with self._changed:
            self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def kill(self) -> None:
        """End the program at once, as a power cut would, and whatever it started with it."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        if self._master >= 0:
            os.write(self._wake_write, b"!")
            self._reader.join()
            os.close(self._master)
            self._master = -1

    def close(self) -> None:
        """Kill what still runs and close the window."""
        self.kill()
        self.hang_up()
        for end in (self._wake_read, self._wake_write):
            os.close(end)

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Leave nothing behind."""
        self.close()

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _write(self, text: str) -> None:
        time.sleep(max(0.0, self._escape_ends - time.monotonic()))
        self._send(text)

    def _send(self, text: str) -> None:
        data = text.encode()
        while data:
            data = data[os.write(self._master, data) :]

    def _read(self) -> None:
        """Draw what the program writes until it ends or the window closes; runs in a thread."""
        while data := self._next_bytes():
            with self._changed:
                self._screen.feed(data)
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _next_bytes(self) -> bytes:
        ready, _, _ = select.select([self._master, self._wake_read], [], [])
        if self._wake_read in ready:
            return b""
        try:
            return os.read(self._master, 65536)
        except OSError:  # Linux says "input/output error" when the last program has left
            return b""

    def _wait(self, look: Callable[[], Found | None], what: str, timeout: float) -> Found:
        deadline = Deadline(timeout)
        with self._changed:
            while (found := look() if self._is_whole() else None) is None:
                if deadline.left <= 0 or self._ended:
                    raise self._failure(what, timeout)
                self._changed.wait(max(0.0, deadline.left))
        return found

    def _is_whole(self) -> bool:
        return self._ended or not self._screen.mid_frame

    def _lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    def _text(self) -> str:
        return "\n".join(self._lines())

    def _failure(self, what: str, timeout: float) -> AssertionError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0 if self._ended else 0.0)  # its window closes before it is gone
        status = self._process.poll()
        running = "it still runs" if status is None else f"it ended with status {status}"
        edge = "─" * self._screen.columns
        with self._changed:
            picture = "\n".join(f"│{line:{self._screen.columns}}│" for line in self._lines())
        return AssertionError(
            f"waited {timeout:g} s or more for {what}; {running}. The screen:\n"
            f"┌{edge}┐\n{picture}\n└{edge}┘"
        )


def surroundings(added: Mapping[str, str] | None) -> dict[str, str]:
    """The environment of a program in a window: the test's, without what would change its looks."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    return {**kept, **SURROUNDINGS, **(added or {})}


def _start(
    command: Sequence[str | Path], slave: int, env: dict[str, str], cwd: Path | None
) -> "subprocess.Popen[bytes]":
    launcher = [sys.executable, "-I", "-S", "-c", TAKE_THE_TERMINAL]
    return subprocess.Popen(
        [*launcher, *map(str, command)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=env,
        cwd=cwd,
        start_new_session=True,
    )
