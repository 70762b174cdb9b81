"""Somebody with an interview open, whose answers are told apart by their values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from db.cases import load_register
from db.database import Database
from db.interviews import load_interview, record_answer
from db.open_database import open_database
from db.problems import NotSaved
from db.records import AnswerEntry, Interviewer, InterviewRecord, Lease
from tests.db.world import World, entry_of

TRIES: Final = 200
"""So often an answer is stored again where the program says that it is not yet."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open interview in a database, and whose it is."""

    db: Database
    lease: Lease
    interview: InterviewRecord
    who: Interviewer

    def answers(self) -> Iterator[AnswerEntry]:
        """One after the other, each with a value of its own."""
        for number in count():
            yield entry_of(self.interview, self.who, value=f"svar {number}")

    def store(self, entry: AnswerEntry) -> None:
        """As the program does: again and again, as long as it says that it is not saved yet."""
        for _ in range(TRIES):
            try:
                record_answer(self.db, self.lease, entry)
            except NotSaved:
                continue
            return
        raise TimeoutError("never saved")

    def stored(self) -> list[object]:
        """The values that are there."""
        return [one.value for one in load_interview(self.db, self.interview.id).entries]


@contextmanager
def desk(place: str | Path) -> Iterator[Desk]:
    """A new database with an interview under way."""
    with closing(open_database(place, create=True)) as db:
        load_register(db)
        world = World(db)
        yield Desk(db, world.lease, world.interview(), world.aase)
