"""What data were made of: program, survey, questionnaire, and the database as it was.

The same database has the same stamp wherever it lies and whenever it is read: the time is that of
the last thing that was stored, not that of the clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from typing import Final

from sqlalchemy import func, select
from sqlmodel import Session

from db.column_types import UTCDateTime
from db.engine import Database
from db.statements import dialect_of, fetch, portions, survey_of
from db.tables import Row
from db.trail.chain import BETWEEN, Head
from db.trail.recorded import Recorded, recorded
from db.trail.trail import last_change
from schemas.codebook.codebook import fingerprint

WORKING: Final = frozenset({"codebook", "hand_out", "handed_case", "assignment", "case_note"})
"""Tables of no findings: who is to do what with the whole, and what they told each other of it."""

AT_WORK: Final = frozenset(
    {"seat", "seated_at", "held_by", "lease_token", "lease_expires_at", "rang_back_at"}
)
"""Columns that only tell who is at work."""

TO_COME: Final = frozenset({"due"})
"""Moments that may lie ahead."""

NEVER: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands for a time in files that must have one, where nothing has been stored."""

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As the headers of such files have them."""

DIGITS: Final = 16
"""Of the digest that are shown: enough that no two databases anybody has are taken for one."""


@dataclass(frozen=True, slots=True)
class DataStamp:
    """What something was made of.

    `as_of` is when the last thing was stored, None where nothing has been; `database` is a digest
    of all that is in it, the same for every copy.  `head` is the entry of the log that tells of the
    last change of it: whoever has it sees with `check --head` whether that log was cut off since.
    """

    program: str
    survey: str
    questionnaire: str
    fingerprint: str
    as_of: datetime | None
    database: str
    head: Head | None = None

    @property
    def line(self) -> str:
        """All of it in a sentence."""
        log = f", loggen til og med {self.head}" if self.head else ""
        until = f"data til og med {self.as_of:%Y-%m-%d %H:%M:%S} UTC" if self.as_of else "uten data"
        return (
            f"Ringerunde {self.program}, undersøkelsen {self.survey}, skjema {self.questionnaire} "
            f"(fingeravtrykk {self.fingerprint}), {until}, databasen {self.database}{log}."
        )


def stamp(db: Database) -> DataStamp:
    """The stamp of the database as it is now."""
    with db.read() as session:
        return stamp_in(session)


def stamp_in(session: Session) -> DataStamp:
    """The stamp of the database as it is in this transaction."""
    survey = survey_of(session)
    asked = survey.questionnaire
    return DataStamp(
        program=installed("ringerunde"),
        survey=survey.name,
        questionnaire=f"{asked.name} {asked.version}",
        fingerprint=fingerprint(asked),
        as_of=_last_stored(session),
        database=_digest(session),
        head=last_change(session.connection(), WORKING),
    )


def _last_stored(session: Session) -> datetime | None:
    latest: list[datetime] = []
    for one in _digested():
        moments = [
            func.max(column)
            for column in Row.metadata.tables[one.name].columns
            if isinstance(column.type, UTCDateTime) and column.name not in AT_WORK | TO_COME
        ]
        if moments:
            (found,) = fetch(session, select(*moments))
            latest += filter(None, found)
    return max(latest, default=None)


def _digest(session: Session) -> str:
    """Of every row, as one text, in the order of their keys."""
    digest = sha256()
    for one in _digested():
        digest.update(one.name.encode())
        rows = f"SELECT {one.content('t', dialect_of(session))} FROM {one.name} AS t"
        ordered = f"{rows} ORDER BY {', '.join(f't.{name}' for name in one.key)}"
        for some in portions(session, ordered):
            digest.update(BETWEEN.join([row for (row,) in some]).encode())
    return digest.hexdigest()[:DIGITS]


@cache
def _digested() -> tuple[Recorded, ...]:
    """What tells of findings: as the trail sees it, but for who is at work."""
    return tuple(
        replace(
            one,
            columns=tuple(name for name in one.columns if name not in AT_WORK),
            passing=(*one.passing, *sorted(AT_WORK)),
        )
        for one in recorded()
        if one.name not in WORKING
    )
