"""The table: for the terminal while it grows, and for the README."""

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.row import Measured, p95

HEADS: Final = ("what", "floor", "ours", "ratio", "p95", "goal", "")
SCALES: Final = {"µs": 1e6, "ms": 1e3, "s": 1.0, "MB": 1e-6}
README: Final = Path(__file__).parents[2] / "README.md"
BETWEEN: Final = re.compile(r"(?<=<!-- benchmarks -->\n).*?(?=<!-- /benchmarks -->)", re.DOTALL)


def cells(measured: Measured) -> tuple[str, ...]:
    """One row of the table."""
    row, slow = measured.row, measured.ratio_p95
    goal = f"≤ {row.goal:g}" + (f" · {row.goal_p95:g}" if row.goal_p95 else "")
    return (
        row.what,
        _figure(measured.floor, row.unit),
        _figure(measured.ours, row.unit),
        f"{measured.ratio:.2f}",
        "" if slow is None else f"{slow:.2f}",
        goal,
        "" if measured.reached else "above",
    )


def _figure(figures: tuple[float, ...], unit: str) -> str:
    scale = SCALES[unit]
    digits = ".2f" if unit == "s" else ".1f"
    slow = f" ({p95(figures) * scale:{digits}})" if len(figures) > 1 else ""
    return f"{median(figures) * scale:{digits}}{slow} {unit}"


def markdown(results: Sequence[Measured]) -> str:
    """The whole table, with where and when, what each floor is, and why a goal is missed."""
    lines = [" | ".join(HEADS).strip(), " | ".join("---" for _ in HEADS)]
    lines += [" | ".join(cells(one)) for one in results]
    table = "\n".join(f"| {line} |" for line in lines)
    missed = [f"- {one.row.what}: {one.row.why}" for one in results if not one.reached]
    floors = dict.fromkeys(f"- {one.row.what}: {one.row.floor}" for one in results)
    above = "\n\nAbove their goal:\n\n" + "\n".join(missed) if missed else ""
    return f"{where()}\n\n{table}\n\nThe floors:\n\n" + "\n".join(floors) + above + "\n"


def where() -> str:
    """Date and machine, without which no figure means anything."""
    cores, busy = os.cpu_count(), os.getloadavg()[0]
    return (
        f"{date.today():%Y-%m-%d}, {platform.system()} on {_processor()}, {cores} cores "  # noqa: DTZ011
        f"(load {busy:.1f}), Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; "
        "median (95th percentile), program and floor in turn."
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
    text = README.read_text(encoding="utf-8")
    README.write_text(BETWEEN.sub(lambda _: markdown(results), text), encoding="utf-8")
