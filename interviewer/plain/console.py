"""Lines from standard input, lines to standard output, and an end that loses nothing."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, TextIO
from uuid import UUID

from interviewer.plain.talk import Talk

if TYPE_CHECKING:
    from db.engine import Database

A_SECOND: Final = 1.0
"""How often the lease is looked after while nobody types."""

PROMPT: Final = "> "

_Lines = SimpleQueue[str | None]


def talk(database: "Database", case_id: UUID, seat: str) -> int:
    """The conversation, until its case is put down or nobody types any more; the exit status."""
    lines: _Lines = SimpleQueue()
    spoken = Talk(database, case_id, seat, _say)
    was_ended = _end_by_signals(lines)
    Thread(target=_read, args=(lines,), daemon=True).start()
    spoken.begin()
    while not spoken.is_over and (line := _next(lines, spoken)) is not None:
        spoken.hear(line)
    spoken.end()
    failed = spoken.was_refused or spoken.loop.problem is not None
    return 1 if failed or was_ended() else 0


def _next(lines: _Lines, spoken: Talk) -> str | None:
    """The next line; None when there are no more.  Meanwhile the case is held."""
    if sys.stdin.isatty():
        sys.stdout.write(PROMPT)
        sys.stdout.flush()
    while True:
        with suppress(Empty):
            return lines.get(timeout=A_SECOND)
        spoken.mind()


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


def _say(words: str) -> None:
    """A line, at once; whoever does not listen any more need not."""
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


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
