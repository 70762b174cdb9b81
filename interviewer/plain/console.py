"""Lines from standard input, lines to standard output, and an end that loses nothing."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, TextIO
from uuid import UUID

from interviewer.plain.talk import CaseTalk, Talk

if TYPE_CHECKING:
    from db.database import Database

A_SECOND: Final = 1.0
"""How often the lease is looked after while nobody types."""

PROMPT: Final = "> "

_Lines = SimpleQueue[str | None]


class Console:
    """The lines of one run of the program; `is_over` when there are no more."""

    def __init__(self) -> None:
        self._lines: _Lines = SimpleQueue()
        self._was_ended = _end_by_signals(self._lines)
        self.is_over = False
        Thread(target=_read, args=(self._lines,), daemon=True).start()

    def say(self, words: str) -> None:
        """A line, at once; whoever does not listen any more need not."""
        with suppress(BrokenPipeError):
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()

    def hold(self, talk: Talk) -> int:
        """A talk, until its case is put down or there are no more lines; the exit status."""
        talk.begin()
        while not talk.is_over:
            line = _next(self._lines, talk)
            if line is None:
                self.is_over = True
                _leave_the_prompt()
                break
            talk.hear(line)
        self.is_over |= talk.was_left
        talk.end()
        failed = talk.was_refused or talk.loop.problem is not None
        return 1 if failed or self._was_ended() else 0


def talk(database: "Database", case_id: UUID, seat: str, *, rings: bool = False) -> int:
    """One conversation, in one case; the exit status."""
    console = Console()
    return console.hold(CaseTalk(database, case_id, seat, console.say, rings=rings))


def review(database: "Database", seat: str) -> int:
    """What a coordinator does, until she has had enough; the exit status."""
    console = Console()
    return console.hold(Talk(database, seat, console.say, reviewing=True))


def _next(lines: _Lines, spoken: Talk) -> str | None:
    """The next line; None when there are no more.  Meanwhile the case is held."""
    if sys.stdin.isatty():
        sys.stdout.write(PROMPT)
        sys.stdout.flush()
    while True:
        with suppress(Empty):
            return lines.get(timeout=A_SECOND)
        spoken.mind()


def _leave_the_prompt() -> None:
    """What is said last stands on a line of its own."""
    if sys.stdin.isatty():
        sys.stdout.write("\n")


def _read(lines: _Lines) -> None:
    """Every line; then that there are no more.

    Not by `sys.stdin`: a thread that waits for it cannot be left when the program ends.
    """
    encoding = sys.stdin.encoding if sys.stdin.isatty() else "utf-8-sig"
    with suppress(OSError, ValueError):
        source: TextIO = open(  # noqa: SIM115 - it waits for the next line until the program ends
            sys.stdin.fileno(), encoding=encoding, errors="replace", closefd=False
        )
        for line in source:
            lines.put(line)
    lines.put(None)


def _end_by_signals(lines: _Lines) -> Callable[[], bool]:
    """Ctrl+C, a closed window and a shutdown end it as the end of the lines does, in between two.

    What is returned says whether one of them did.
    """
    caught: list[int] = []

    def end(number: int, _: object) -> None:
        caught.append(number)
        lines.put(None)

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):  # the last one is Ctrl+Break
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    return lambda: bool(caught)
