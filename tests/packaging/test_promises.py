"""What the README promises: each line names a test, and what is tried again from outside."""

import re

import pytest

from tests.faults.rows import faults
from tests.faults.table import README
from tests.packaging.test_readme import COMMANDS

PROMISED = README.read_text("utf-8").split("### What is promised")[1].split("\n## ")[0]
ROWS = [line.split("|")[1:4] for line in PROMISED.splitlines() if line.startswith("| ")]
LINES = ROWS[1 : next(at for at, row in enumerate(ROWS) if row[0].strip() == "fault")]
"""What is promised, the test, and the command, of every line."""


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0].strip())
def test_every_line_names_a_test_and_a_command(line: list[str]) -> None:
    """So that nobody has to believe it."""
    _, test, again = line
    assert re.findall(r"`tests/[\w/]+/test_\w+\.py`", test)
    typed = re.findall(r"`(ringerunde [a-z ]+)`", again)
    assert typed or "`tests.faults " in again
    assert [one for one in typed if one not in COMMANDS] == []


def test_every_fault_is_named() -> None:
    """Each word of a command finds something, and everything that is tried is found by one."""
    words = [
        word for found in re.findall(r"`tests\.faults ([^`]*)`", PROMISED) for word in found.split()
    ]
    tried = [fault.what for fault in faults()]
    assert [word for word in words if not any(word in what for what in tried)] == []
    assert [what for what in tried if not any(word in what for word in words)] == [
        "the clock set back and forth"
    ]
