"""The problems' words: drawn in a tree, each with a code, none with anything private."""

import re
from collections.abc import Iterator

import pytest

from db import problems
from db.problems import DatabaseProblem, HeldByAnother, NotSaved
from tests.db.world import NOON


def family(kind: type[DatabaseProblem]) -> Iterator[type[DatabaseProblem]]:
    """A problem and all kinds of it, in the order of the file."""
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


ALL = list(family(DatabaseProblem))
LEAVES = [kind for kind in ALL if not kind.__subclasses__()]


class TestTheTree:
    def test_is_the_one_drawn_in_the_docstring(self) -> None:
        """Whoever adds a problem draws it."""
        drawn = re.findall(r"^[ │├└─]*(\w+)(?:  +([A-Z-]+)?.*)?$", problems.__doc__ or "", re.M)
        names = [(name, code) for name, code in drawn if hasattr(problems, name)]
        assert [name for name, _ in names] == [kind.__name__ for kind in ALL]
        codes = {kind.__name__: kind.code for kind in LEAVES}
        assert {name: code for name, code in names if name in codes} == codes

    def test_no_two_have_the_same_code(self) -> None:
        """A code found in a log means one thing."""
        assert len({kind.code for kind in LEAVES}) == len(LEAVES)


class TestTheSentences:
    @pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.code)
    def test_are_whole_and_say_where(self, kind: type[DatabaseProblem]) -> None:
        """Up to three sentences, begun with a capital or the place, ended with a full stop."""
        problem = HeldByAnother("Bo", NOON) if kind is HeldByAnother else kind("/tmp/runde.db")
        text = str(problem)
        assert text.endswith(".")
        assert text.count(". ") <= 2
        assert all(one[0].isupper() for one in text.split(". ")[1:])
        assert "{" not in text
        assert text[0].isupper() or text[0] == "/"
        assert "Bo" not in text

    def test_only_what_was_not_stored_is_retried(self) -> None:
        """A lost lease does not get better by trying again; a file may be put back."""
        retried = {kind.__name__ for kind in LEAVES if kind.retryable}
        assert retried == {kind.__name__ for kind in NotSaved.__subclasses__()} | {
            "NotRead",
            "FileReplaced",
            "FileOlder",
        }
