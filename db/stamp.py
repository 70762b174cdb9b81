"""What data were made of: program, survey, questionnaire, and the database as it was.

The same database has the same stamp wherever it lies and whenever it is read: the time is that of
the last thing that was stored, not that of the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version as installed
from typing import Final

from db.plain_sql import Looked, Reads, moment
from db.trail.chain import BETWEEN, Head, Verb
from db.trail.recorded import Recorded, recorded
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


def stamp(source: Looked) -> DataStamp:
    """The stamp of the database as it is now.

    It is made of a copy: what is sorted of a file would lie beside it on the disk, in a file of
    SQLite's, and whoever wants to write would wait.
    """
    with source.moment() as reads:
        return stamp_in(reads)


def stamp_in(reads: Reads) -> DataStamp:
    """The stamp of the database as it is at this moment."""
    asked = reads.survey.questionnaire
    return DataStamp(
        program=installed("ringerunde"),
        survey=reads.survey.name,
        questionnaire=f"{asked.name} {asked.version}",
        fingerprint=fingerprint(asked),
        as_of=_last_stored(reads),
        database=_digest(reads),
        head=_last_change(reads),
    )


def _last_stored(reads: Reads) -> datetime | None:
    found = reads.rows(" UNION ALL ".join(_latest()))
    return max((moment(at) for (at,) in found if at), default=None)


def _latest() -> Iterator[str]:
    """Where the latest of each kind of moment is found."""
    for one in _digested():
        for name in one.moments:
            if name not in AT_WORK | TO_COME:
                yield f"SELECT max({name}) FROM {one.name}"


def _digest(reads: Reads) -> str:
    """Of every row, as one text, in the order of their keys."""
    digest = sha256()
    # By the index of its keys, SQLite fetches each row from somewhere else in the file.
    unsorted = " NOT INDEXED" if reads.dialect == "sqlite" else ""
    for one in _digested():
        digest.update(one.name.encode())
        rows = f"SELECT {one.content('t', reads.dialect)} FROM {one.name} AS t{unsorted}"
        ordered = f"{rows} ORDER BY {', '.join(f't.{name}' for name in one.key)}"
        for some in reads.portions(ordered):
            digest.update(BETWEEN.join([row for (row,) in some]).encode())
    return digest.hexdigest()[:DIGITS]


CHANGES: Final = (Verb.insert, Verb.update, Verb.delete, Verb.erasure)
"""What is done with the whole, as an export or a move, changes nothing of what lies in it."""


def _last_change(reads: Reads) -> Head | None:
    """The entry of the last change of any findings; None before the first."""
    told = "trail" if reads.dialect == "sqlite" else "trail_told"  # what everybody may read
    verbs, beside = (", ".join(f"'{one}'" for one in some) for some in (CHANGES, sorted(WORKING)))
    found = reads.rows(
        f"SELECT number, hash FROM {told} WHERE verb IN ({verbs})"
        f" AND table_name NOT IN ({beside}) ORDER BY number DESC LIMIT 1"
    )
    return Head(*found[0]) if found else None


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
