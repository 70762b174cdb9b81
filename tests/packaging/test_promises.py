"""What the README promises names tests that are there, and faults that are tried."""

import re
from pathlib import Path

from tests.faults.rows import faults
from tests.faults.table import README

PROMISED = README.read_text("utf-8").split("### What is promised")[1].split("\n## ")[0]


def test_every_file_named_is_there() -> None:
    """A promise whose test was renamed would be none."""
    named = re.findall(r"`((?:tests|db)/[\w/]+\.py)`", PROMISED)
    assert named
    assert [one for one in named if not (README.parent / Path(one)).is_file()] == []


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
