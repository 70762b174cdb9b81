"""The table: for the terminal while it grows, and for the README."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.table import where
from tests.faults.fault import Found

HEADS: Final = ("fault", "times", "acknowledged", "lost", "doubled", "crashed")
README: Final = Path(__file__).parents[2] / "README.md"
BETWEEN: Final = re.compile(r"(?<=<!-- faults -->\n).*?(?=<!-- /faults -->)", re.DOTALL)

Line = tuple[str, Found | str]
"""What was done, and what came of it, or why it could not be done here."""


def cells(line: Line) -> tuple[str, ...]:
    """One row of the table."""
    what, found = line
    if isinstance(found, str):
        return (what, found, "", "", "", "")
    numbers = (found.times, found.acknowledged, found.lost, found.doubled, found.crashed)
    return (what, *map(str, numbers))


def markdown(lines: Sequence[Line]) -> str:
    """The whole table, with where and when, and the sum of it."""
    total = sum((found for _, found in lines if isinstance(found, Found)), Found())
    rows = [HEADS, tuple("---" for _ in HEADS), *map(cells, lines), cells(("all of it", total))]
    return f"{where()}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def into_readme(lines: Sequence[Line]) -> None:
    """Put the table where the README tells what is promised."""
    text = README.read_text(encoding="utf-8")
    README.write_text(BETWEEN.sub(lambda _: markdown(lines), text), encoding="utf-8")
