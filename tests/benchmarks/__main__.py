"""Measure: all rows, or those with a word in them; `--readme` puts the table into the README."""

import argparse
import sys

from tests.benchmarks.row import measure
from tests.benchmarks.rows import rows
from tests.benchmarks.table import HEADS, cells, into_readme, ratios, standing, where


def main() -> None:
    """Measure row by row, and tell each as soon as it is known."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("words", nargs="*", help="only rows that contain one of these")
    asked.add_argument("--share", type=float, default=1.0, help="this part of the repeats")
    asked.add_argument("--large", action="store_true", help="also those that take very long")
    asked.add_argument("--readme", action="store_true", help="write the table into the README")
    order = asked.parse_args()
    sizes = [row for row in rows() if order.large or not row.is_large]
    wanted = [row for row in sizes if not order.words or any(w in row.what for w in order.words)]
    say(where())
    say(" | ".join(HEADS))
    results, before = [], ratios(standing())
    for row in wanted:
        results.append(measure(row, order.share))
        say(" | ".join(cells(results[-1], before)))
        if not results[-1].reached:
            say(f"    {row.why}")
    if order.readme:
        into_readme(results)


def say(line: str) -> None:
    """At once: whoever waits for a table wants to see it grow."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
