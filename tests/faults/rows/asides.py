"""The whole program, in a real terminal, is ended while nothing it is told can be stored."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from tests.faults.fault import Fault, Found
from tests.faults.rows.ends import at_home
from tests.interviewer.test_whole_way import CHECKOUT, PROGRAM, ring, sit_down
from tests.support.terminal import Terminal

NOTE = "Prøv Åse «ny» i morgen"

_End = Callable[[Terminal], object]


def _twice(terminal: Terminal) -> None:
    terminal.press("Ctrl+Q", "Ctrl+Q")


ENDS: tuple[_End, ...] = (
    lambda terminal: os.kill(terminal.pid, signal.SIGTERM),
    lambda terminal: terminal.hang_up(),
    lambda terminal: terminal.kill(),
    _twice,
)
"""SIGTERM, a closed window, SIGKILL, and somebody who leaves all the same."""


def ended(times: int, folder: Path) -> Found:
    """An outcome with its note, typed while another program holds the file; then each end in turn.

    It is acknowledged when the screen says that it is kept, and there when the next start has
    stored it.
    """
    with at_home():
        found = Found()
        for number, end in enumerate(islice(cycle(ENDS), times)):
            found += _once(folder / f"aside-{number}.db", end)
        return found


def _once(file: Path, end: _End) -> Found:
    program = [*PROGRAM, "--database", str(file)]
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as terminal:
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            terminal.press("F9")
            terminal.type(f"4{NOTE}\r")
            terminal.wait_for("IKKE LAGRET")
            time.sleep(0.1)  # what is said is kept a moment before
            end(terminal)
            terminal.wait_for_exit()
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as again:
        try:
            again.wait_for(NOTE)
            again.type("1")
            again.wait_for("Kontaktpunkter")  # on the card, where the call has ended
            crashed = 0
        except AssertionError:
            crashed = 1
    with closing(sqlite3.connect(file)) as there:
        notes = [row[0] for row in there.execute("SELECT note FROM call_attempt")]
    return Found(1, 1, int(NOTE not in notes), max(notes.count(NOTE) - 1, 0), crashed)


FAULTS = (Fault("ended while nothing can be stored", ended, 4, 20),)
