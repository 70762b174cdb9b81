"""The codes of open questions: made while answers are read, renamed, and joined into others.

Nothing that was said of a code is changed: the latest counts.  So what was coded yesterday is found
under today's name, and under the code that its own has gone into.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from schemas.language.clean import plain
from schemas.language.option_keys import OPTION_KEYS

MOST: Final = len(OPTION_KEYS)
"""Codes of one question: each has a key of its own."""


class CodeWord(NamedTuple):
    """What was said of a code once: what it is called, or which other one it was `joined_to`."""

    id: UUID
    code_id: UUID
    question: str
    label: str
    joined_to: UUID | None
    at: datetime


def starting_words(codes: Mapping[str, Iterable[str]]) -> tuple[CodeWord, ...]:
    """What a survey says of codes before anybody has coded: by question, what each is called.

    Each has the same id in every database, so that what was coded in two comes together.
    """
    return tuple(
        CodeWord(id, id, question, label, None, BEFORE + timedelta(seconds=place))
        for question, labels in codes.items()
        for place, label in enumerate(labels)
        for id in (uuid5(DECLARED, f"{question}: {label}"),)
    )


DECLARED: Final = UUID("6f0c3a52-6a0e-4d0b-9d07-2a9c0f6f4b61")
"""What the ids of a survey's own codes are made of."""

BEFORE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Older than anything that is said of a code."""


class OpenCode(NamedTuple):
    """A code as it is now.  Its number is for ever: they are counted as they were made."""

    id: UUID
    question: str
    number: int
    label: str
    joined_to: UUID | None = None

    @property
    def is_in_use(self) -> bool:
        """Whether answers can be put under it."""
        return self.joined_to is None


@dataclass(frozen=True)
class Codes:
    """All codes of all open questions."""

    words: tuple[CodeWord, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[UUID, OpenCode]:
        """Every code that there has been, those of a question in the order of their numbers."""
        found: dict[UUID, OpenCode] = {}
        made: dict[str, int] = {}
        for word in sorted(self.words, key=lambda one: (one.at, one.id)):
            known = found.get(word.code_id)
            if known is None:
                made[word.question] = made.get(word.question, 0) + 1
            number = known.number if known else made[word.question]
            found[word.code_id] = OpenCode(
                word.code_id, word.question, number, word.label, word.joined_to
            )
        return found

    def of(self, question: str) -> tuple[OpenCode, ...]:
        """Those that answers to a question can be put under, by number."""
        here = (one for one in self.by_id.values() if one.question == question and one.is_in_use)
        return tuple(sorted(here, key=lambda one: one.number))

    def called(self, question: str, label: str) -> OpenCode | None:
        """The one with that name, however it is written."""
        name = plain(label)
        return next((one for one in self.of(question) if plain(one.label) == name), None)

    def numbered(self, question: str, number: int) -> OpenCode | None:
        """The one with that number."""
        return next((one for one in self.of(question) if one.number == number), None)

    def meant(self, question: str, said: str) -> OpenCode | None:
        """The one that is meant with its number, or else with its name."""
        number = self.numbered(question, int(said)) if said.isdecimal() else None
        return number or self.called(question, said)

    def now(self, ids: Iterable[UUID]) -> tuple[OpenCode, ...]:
        """What these codes are by now, each once, by number."""
        here = {one.id: one for one in map(self._end, ids) if one is not None}
        return tuple(sorted(here.values(), key=lambda one: one.number))

    def _end(self, id: UUID) -> OpenCode | None:
        """The code that it has gone into, however often; None where that leads nowhere."""
        seen: set[UUID] = set()
        while (one := self.by_id.get(id)) is not None and one.joined_to is not None:
            if id in seen:  # two databases have joined two codes, each into the other
                return _first_of(self, seen)
            seen.add(id)
            id = one.joined_to
        return one


def _first_of(codes: Codes, ids: Iterable[UUID]) -> OpenCode:
    """Of codes that have gone into each other, the one that was made first."""
    return min((codes.by_id[one] for one in ids), key=lambda one: one.number)
