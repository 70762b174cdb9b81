"""What the screens say: every sentence is met somewhere, and times are written in one way."""

import re
from pathlib import Path

import interviewer

SOURCES = tuple(Path(interviewer.__file__).parent.rglob("*.py"))


class TestTimes:
    """How a day and a time are written is decided in `schemas.workdays` only."""

    def test_nobody_writes_them_in_a_way_of_their_own(self) -> None:
        own_way = re.compile(r"%[HMdm]|\.day\}|ZoneInfo")
        found = [file.name for file in SOURCES if own_way.search(file.read_text("utf-8"))]
        assert found == []
