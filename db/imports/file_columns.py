"""Which column a heading means: its own name, what survey tools call it, or what somebody says.

svart_dato · Date submitted · Dato innsendt · q3. Har dere det? · Har dere det? [q3]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final

from db.imports.problems import ImportProblem
from schemas.frame.fold import fold

LONGEST_NAME: Final = 100
"""A longer heading is a question in full, and not compared: that takes time."""

NUMBERED: Final = re.compile(
    r"(?:q|s|v|spm\.?|spørsmål|question)? ?[0-9]{1,3}[a-z]? ?[.:)_–-] ?", re.IGNORECASE
)
"""What tools put before a question."""

CODE: Final = re.compile(r"([^\s.:|\[\]]+) ?(?:[.:|] |\[|[–-] )")
"""A question's code before its words, as LimeSurvey and Nettskjema write both."""

WITHIN: Final = re.compile(r"[\[(]([^\[\]()]+)[\])][ ?:*]*\Z")
"""A code behind them."""

NOTHING_SAID: Final[Mapping[str, str]] = MappingProxyType({})

NAMED: Final = -2
OWN: Final = -1
IN_PARTS: Final = 1_000


@dataclass(frozen=True)
class FileColumns:
    """The columns that a kind of file has.

    `also` are other names for them, the likelier ones first; `named` are headings of this file that
    somebody says are ours.  Where the first of `instead` is missing, the second is read for it.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    instead: tuple[str, str] | None = None

    @property
    def all(self) -> tuple[str, ...]:
        """Every name that is read."""
        return self.required + self.optional

    def saying(self, path: Path, named: Mapping[str, str]) -> FileColumns:
        """With the headings that mean ours, by ours.  Raises ImportProblem for one that is none."""
        if unknown := next((ours for ours in named if ours not in self.all), None):
            names = ", ".join(self.all)
            raise ImportProblem("IMPORT-COLUMN-OURS", path, ours=unknown, names=names)
        return replace(self, named={theirs: ours for ours, theirs in named.items()})

    def called(self, heading: str) -> str | None:
        """The column that a heading means; capitals, spaces and hyphens do not matter."""
        found = self.match(heading)
        return found[0] if found else None

    def match(self, heading: str) -> tuple[str, int] | None:
        """The same, and how surely: the less, the surer."""
        whole = plainly(heading)
        if whole in self._named:
            return self._named[whole], NAMED
        if found := self._known.get(whole):
            return found
        for part in _parts(heading):
            if found := self._known.get(plainly(part)):
                return found[0], found[1] + IN_PARTS
        return None

    @cached_property
    def _named(self) -> Mapping[str, str]:
        return {plainly(theirs): ours for theirs, ours in self.named.items()}

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, int]]:
        names = {name: (name, OWN) for name in self.all}
        others = {
            plainly(name): (column, place)
            for place, (name, column) in reversed(list(enumerate(self.also.items())))
            if column in self.all
        }
        return others | {plainly(name): found for name, found in names.items()}


def plainly(heading: str) -> str:
    """A heading as it is compared; nothing of one that is too long."""
    return fold(heading).replace(" ", "") if len(heading) <= LONGEST_NAME else ""


def _parts(heading: str) -> Iterator[str]:
    """What a heading may say besides the words of a question: the code before it or behind it."""
    head, tail = heading.strip()[:LONGEST_NAME], heading.strip()[-LONGEST_NAME:]
    bare = NUMBERED.sub("", head, count=1)
    if bare != head:
        yield bare
    for words in dict.fromkeys((head, bare)):
        if code := CODE.match(words):
            yield code[1]
    if within := WITHIN.search(tail):
        yield within[1]
        yield tail[: within.start()]
