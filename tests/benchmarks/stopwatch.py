"""A program in a pseudo-terminal, and how long it is from a key until something stands on screen.

    with Stopwatch([sys.executable, "-m", "interviewer"]) as program:
        started = program.until("Hvem er du?")
        painted = program.until("Ringeliste", typing="Kari\\r")

The moment that counts is when the bytes have come that show it, and the frame they belong to is
whole.  Only then are they drawn in memory, to see that it really stands there.
"""

import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

from tests.support.screen import ANSWERS, WHOLE_FRAMES, Screen
from tests.support.terminal import surroundings

if sys.platform != "win32":
    import fcntl
    import pty
    import termios

PATIENCE: Final = 60.0
"""Seconds until a program is given up; no measurement comes near it."""

_COMMANDS: Final = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)", re.DOTALL
)
_FRAME_BEGINS: Final = f"\x1b[?{WHOLE_FRAMES}h".encode()
_FRAME_ENDS: Final = f"\x1b[?{WHOLE_FRAMES}l".encode()


class Stopwatch:
    """One program in a window; leaving the `with` block ends it."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Start `command`, and with it the first measurement."""
        self._screen = Screen(columns, rows, lambda answer: None)
        argv, around = [str(part) for part in command], surroundings(env)
        self._began = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:  # nothing else runs in this process that a copy of it could miss
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(argv[0], argv, around)

    def until(self, wanted: str, *, typing: str = "") -> float:
        """Seconds from the typing (or the start) until the program shows `wanted` anew."""
        if typing:
            self._began = time.perf_counter()
            self._send(typing)
        came, ended = bytearray(), self._began
        while not _shows(came, wanted):
            assert ended < self._began + PATIENCE, self._without(wanted, came)
            if select.select([self._master], [], [], 1.0)[0]:
                came += self._read()
            ended = time.perf_counter()
        self._screen.feed(bytes(came))
        assert any(wanted in line for line in self.lines), self._without(wanted)
        return ended - self._began

    def rest(self, seconds: float) -> None:
        """Leave it alone for a while; what it paints meanwhile belongs to no measurement."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                self._screen.feed(self._read())

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def memory(self) -> int:
        """The most memory that the program has held so far, in bytes."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024

    def close(self) -> None:
        """End the program, whatever it is doing."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def __enter__(self) -> Self:
        """The program."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Leave nothing behind."""
        self.close()

    def _send(self, text: str) -> None:
        os.write(self._master, text.encode())

    def _without(self, wanted: str, came: bytearray | None = None) -> str:
        self._screen.feed(bytes(came or b""))
        return f"{wanted!r} never came; what is on the screen:\n" + "\n".join(self.lines)

    def _read(self) -> bytes:
        try:
            data = os.read(self._master, 65536)
        except OSError:
            raise AssertionError("the program has ended:\n" + "\n".join(self.lines)) from None
        for question, answer in ANSWERS.items():  # asked once, at the start
            if question.encode() in data:
                self._send(answer)
        return data


def _shows(came: bytearray, wanted: str) -> bool:
    if wanted not in _COMMANDS.sub(b"", came).decode(errors="replace"):
        return False
    return came.rfind(_FRAME_BEGINS) <= came.rfind(_FRAME_ENDS)
