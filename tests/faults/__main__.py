"""Try everything, or what has one of the words in it; `--long` for hours instead of minutes."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.db.server import NoServerHere
from tests.faults.fault import Fault, Found, NotHere
from tests.faults.rows import faults
from tests.faults.table import HEADS, Line, cells, into_readme


def main() -> int:
    """Fault by fault, each told as soon as it is known; 1 where something was lost."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    asked.add_argument("words", nargs="*", help="only faults that contain one of these")
    asked.add_argument("--long", action="store_true", help="500 kills and more")
    asked.add_argument("--readme", action="store_true", help="write the table into the README")
    order = asked.parse_args()
    say(" | ".join(HEADS))
    lines: list[Line] = []
    for fault in faults():
        if not order.words or any(word in fault.what for word in order.words):
            lines.append((fault.what, tried(fault, fault.long if order.long else fault.short)))
            say(" | ".join(cells(lines[-1])))
    if order.readme:
        into_readme(lines)
    return not all(isinstance(found, str) or found.is_well for _, found in lines)


def tried(fault: Fault, times: int) -> Found | str:
    """What came of it, or why it cannot be done here."""
    with tempfile.TemporaryDirectory(prefix="ringerunde-faults-") as folder:
        try:
            return fault.run(times, Path(folder))
        except (NotHere, NoServerHere) as reason:
            return str(reason)


def say(line: str) -> None:
    """At once: whoever waits wants to see it grow."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
