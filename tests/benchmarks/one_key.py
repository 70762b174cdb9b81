"""The way of one key, step by step: `python -m tests.benchmarks.one_key [--keys 60]`.

A digit that is stored, from the terminal to the picture of the next question, as the median of
many: when each step begins and ends behind the key, and the CPU that it takes on its thread.  Where
the disk works, no thread does: that is the time between the statement and what is shown.
"""

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tests.benchmarks.places import place
from tests.benchmarks.rows.keystroke import BACK, NEXT, PAUSE, THIS, go_to_the_question
from tests.benchmarks.table import where
from tests.benchmarks.watched import STEPS

WARM: Final = 5
"""The first few keys load what comes after them."""


class Took(NamedTuple):
    """One step of one key: seconds behind the key, and seconds of CPU."""

    step: str
    began: float
    ended: float
    cpu: float


def way_of_keys(count: int) -> Iterator[tuple[float, list[Took]]]:
    """Of each key: when the next question stood on the screen, and the steps to it."""
    dice = random.Random(2015)
    with place() as here, here.watched(notes := here.folder / "notes") as program:
        go_to_the_question(program)
        for nth in range(count + WARM):
            program.rest(dice.uniform(*PAUSE))
            notes.write_text("", encoding="utf-8")
            pressed = time.perf_counter()
            painted = program.until(NEXT, typing="21"[nth % 2])
            program.rest(PAUSE[0])
            if nth >= WARM:
                yield painted, list(_steps(notes, pressed))
            program.until(THIS, typing=BACK)


def _steps(notes: Path, pressed: float) -> Iterator[Took]:
    """The first of each kind: what comes behind the picture is the clock's."""
    begun: dict[str, tuple[float, float]] = {}
    lines = notes.read_text(encoding="utf-8").splitlines()
    noted = [one for line in lines for one in json.loads(line)]
    ended = set[str]()
    for step, when, at, cpu in noted:
        if step in ended or at < pressed:
            continue
        if when == "begins":
            begun[step] = at, cpu
        elif step in begun:
            began, before = begun[step]
            ended.add(step)
            yield Took(step, began - pressed, at - pressed, cpu - before)


def main() -> None:
    """Measure, and tell."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.one_key", description=__doc__)
    asked.add_argument("--keys", type=int, default=60, help="so many of them")
    painted, steps = [], defaultdict[str, list[Took]](list)
    for seconds, took in way_of_keys(asked.parse_args().keys):
        painted.append(seconds)
        for one in took:
            steps[one.step].append(one)
    lines = [where(), "begins    ends     CPU, ms"]
    for step in (step for step, *_ in STEPS if step in steps):
        began, ended, cpu = (
            median(getattr(one, name) for one in steps[step]) * 1e3
            for name in ("began", "ended", "cpu")
        )
        lines.append(f"{began:6.2f}  {ended:6.2f}  {cpu:6.2f}  {step}")
    lines.append(f"{median(painted) * 1e3:6.2f}                  it stands on the screen")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
