"""The table: for the terminal while it grows, and for the README."""

import os
import platform
import re
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.row import FEW, Measured, p95

HEADS: Final = ("what", "floor", "ours", "ratio", "before", "p95", "goal", "")
SCALES: Final = {"µs": 1e6, "ms": 1e3, "s": 1.0, "MB": 1e-6}
README: Final = Path(__file__).parents[2] / "README.md"
BETWEEN: Final = re.compile(r"(?<=<!-- benchmarks -->\n).*?(?=<!-- /benchmarks -->)", re.DOTALL)


def standing() -> str:
    """What the README tells now."""
    found = BETWEEN.search(README.read_text(encoding="utf-8"))
    return found[0] if found else ""


def ratios(told: str) -> dict[str, str]:
    """The ratio of each row of a table that was written, by what was measured."""
    lines = [line[2:].split(" | ") for line in told.splitlines() if line.startswith("| ")]
    return {line[0]: line[HEADS.index("ratio")] for line in lines}


def cells(measured: Measured, before: Mapping[str, str]) -> tuple[str, ...]:
    """One row of the table, with the ratio that it had `before`, if there was such a row."""
    row, slow = measured.row, measured.ratio_p95
    goal = f"≤ {row.goal:g}" + (f" · {row.goal_p95:g}" if row.goal_p95 else "")
    return (
        row.what,
        _figure(measured.floor, row.unit),
        _figure(measured.ours, row.unit),
        f"{measured.ratio:.2f}",
        before.get(row.what, ""),
        "" if slow is None else f"{slow:.2f}",
        goal,
        "" if measured.reached else "above",
    )


def _figure(figures: tuple[float, ...], unit: str) -> str:
    scale = SCALES[unit]
    digits = ".2f" if unit == "s" else ".1f"
    slow = f" ({p95(figures) * scale:{digits}})" if len(figures) >= FEW else ""
    return f"{median(figures) * scale:{digits}}{slow} {unit}"


def markdown(results: Sequence[Measured], told: str) -> str:
    """The whole table, with where and when, what each floor is, and why a goal is missed.

    What was `told` before it is the table that it is compared to.
    """
    before = ratios(told)
    lines = [" | ".join(HEADS).strip(), " | ".join("---" for _ in HEADS)]
    lines += [" | ".join(cells(one, before)) for one in results]
    table = "\n".join(f"| {line} |" for line in lines)
    missed = [f"- {one.row.what}: {one.row.why}" for one in results if not one.reached]
    floors = dict.fromkeys(f"- {one.row.what}: {one.row.floor}" for one in results)
    above = "\n\nAbove their goal:\n\n" + "\n".join(missed) if missed else ""
    then = f"\n`before`: the ratio in the table before this one ({told.partition(', Python')[0]})."
    head = f"{where()}; median (95th percentile), program and floor in turn.{then if told else ''}"
    return f"{head}\n\n{table}\n\nThe floors:\n\n" + "\n".join(floors) + above + "\n"


def where() -> str:
    """Date and machine, without which no figure means anything."""
    cores, busy = os.cpu_count(), os.getloadavg()[0]
    return (
        f"{date.today():%Y-%m-%d}, {platform.system()} on {_processor()}, {cores} cores "  # noqa: DTZ011
        f"(load {busy:.1f}), Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = re.findall(r"model name\s*: (.*)", told)
    return names[0] if names else platform.machine()


def into_readme(results: Sequence[Measured]) -> None:
    """Put the table where the README tells how fast the program is."""
    told, text = standing(), README.read_text(encoding="utf-8")
    README.write_text(BETWEEN.sub(lambda _: markdown(results, told), text), encoding="utf-8")
