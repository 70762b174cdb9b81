"""What the screens say: every sentence is met somewhere, and times are written in one way."""

import ast
import re
from collections import Counter
from pathlib import Path

import interviewer
from interviewer.words import WORDS

SOURCES = tuple(file.read_text("utf-8") for file in Path(interviewer.__file__).parent.rglob("*.py"))
SENTENCES = Counter(
    name for part in WORDS.__mro__[1:-1] for name in vars(part) if not name.startswith("_")
)


class TestSentences:
    """They lie in several files and are met under one name."""

    def test_each_is_used(self) -> None:
        used = {
            node.attr
            for source in SOURCES
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "WORDS"
        }
        assert sorted(SENTENCES.keys() - used) == []

    def test_no_name_is_taken_twice(self) -> None:
        assert [name for name, times in SENTENCES.items() if times > 1] == []


class TestTimes:
    """How a day and a time are written is decided in `schemas.calls.workdays` only."""

    def test_nobody_writes_them_in_a_way_of_their_own(self) -> None:
        own_way = re.compile(r"%[HMdm]|\.day\}|ZoneInfo")
        assert [found for source in SOURCES for found in own_way.findall(source)] == []
