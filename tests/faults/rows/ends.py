"""The whole program, in a real terminal, is ended in the middle of an interview."""

import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.faults.fault import Fault, Found
from tests.interviewer.test_whole_way import (
    CHECKOUT,
    PROGRAM,
    introduce,
    ring,
    sit_down,
    wait_until_aside,
)
from tests.support.any_hour import ring_at_any_hour
from tests.support.terminal import Terminal


def killed(times: int, folder: Path) -> Found:
    """SIGKILL."""
    return _each(times, folder, lambda terminal: terminal.kill())


def closed(times: int, folder: Path) -> Found:
    """The window is closed: SIGHUP, and the terminal is gone."""
    return _each(times, folder, lambda terminal: terminal.hang_up())


def told_to_end(times: int, folder: Path) -> Found:
    """SIGTERM, as at a shutdown."""
    return _each(times, folder, lambda terminal: os.kill(terminal.pid, signal.SIGTERM))


def _each(times: int, folder: Path, end: Callable[[Terminal], object]) -> Found:
    with at_home():
        found = Found()
        for number in range(times):
            found += _once(folder / f"end-{number}.db", end)
        return found


@contextmanager
def at_home() -> Iterator[None]:
    """With settings of its own, by which one may ring at any hour."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        before = {name: os.environ.get(name) for name in surroundings}
        os.environ.update(surroundings)
        try:
            ring_at_any_hour()
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def _once(file: Path, end: Callable[[Terminal], object]) -> Found:
    """What the screen had said was saved, and whether the next start goes on there."""
    program = [*PROGRAM, "--database", str(file)]
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as terminal:
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        introduce(terminal)
        terminal.wait_for("lagret")
        acknowledged = _answers(file)
        terminal.type("1")
        time.sleep(random.uniform(0, 0.05))
        end(terminal)
        terminal.wait_for_exit()
    lost = acknowledged - _answers(file)
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as again:
        try:
            again.wait_for("Du var midt i en sak")
            crashed = 0
        except AssertionError:
            crashed = 1
    return Found(1, len(acknowledged), len(lost), crashed=crashed)


def half_typed(times: int, folder: Path) -> Found:
    """SIGKILL, with a remark that has been half typed for a second: it is acknowledged when it lies
    there, and lost where the next start does not show it.
    """
    with at_home():
        return sum((_half_typed(folder / f"half-{one}.db") for one in range(times)), Found())


def _half_typed(file: Path) -> Found:
    program = [*PROGRAM, "--database", str(file)]
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as terminal:
        sit_down(terminal)
        ring(terminal, "Våler (Østfold)")
        terminal.press("F4")
        terminal.type("Hun nøl")
        wait_until_aside(file, "Hun nøl")
        terminal.kill()
        terminal.wait_for_exit()
    with Terminal(program, columns=80, rows=24, cwd=CHECKOUT) as again:
        try:
            again.wait_for("Hun nøl")
        except AssertionError:
            return Found(1, 1, lost=1)
    return Found(1, 1)


def _answers(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as there:
        return {row[0] for row in there.execute("SELECT id FROM answer_entry")}


FAULTS = (
    Fault("the program killed in a terminal", killed, 2, 20),
    Fault("killed with a remark half typed", half_typed, 2, 20),
    Fault("the window closed", closed, 2, 20),
    Fault("told to end (SIGTERM)", told_to_end, 2, 20),
)
