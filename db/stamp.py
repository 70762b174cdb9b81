"""What data were made of: program, survey, questionnaire, and the database as it was.

The same database has the same stamp in every copy and whenever it is read: the time is that of the
last thing that was stored, not that of the clock.  One that is brought up to date, or moved to a
server or back, has all its rows sealed anew, and another stamp; its log goes through the older one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from db.marks import VERSION
from db.plain_sql import Looked, Reads, moment
from db.trail.chain import Head, Verb
from db.trail.recorded import recorded
from schemas.codebook.codebook import fingerprint
from schemas.language.text import INVENTED

BESIDE: Final = frozenset({"seated_at", "lease_expires_at", "rang_back_at", "due", "until"})
"""Moments that only tell who is at work, or that may lie ahead."""

NEVER: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands for a time in files that must have one, where nothing has been stored."""

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As the headers of such files have them."""


@dataclass(frozen=True, slots=True)
class DataStamp:
    """What something was made of.

    `as_of` is when the last thing was stored, None where nothing has been.  `head` is the entry of
    the log that tells of the last change: chained to all entries before it, of which each has a
    digest of what it tells of, it is the same for every copy and for no other database.  Whoever
    has it sees with `check --head` whether the log was cut off since.  All data of a `practice`
    are invented.
    """

    program: str
    survey: str
    questionnaire: str
    fingerprint: str
    as_of: datetime | None
    head: Head | None
    practice: bool = False

    @property
    def line(self) -> str:
        """All of it in a sentence."""
        until = f"data til og med {self.as_of:%Y-%m-%d %H:%M:%S} UTC" if self.as_of else "uten data"
        log = f", loggen til og med {self.head}" if self.head else ""
        program = f"{f'{INVENTED}. ' if self.practice else ''}Ringerunde {self.program}"
        return (
            f"{program}, undersøkelsen {self.survey}, skjema {self.questionnaire} "
            f"(fingeravtrykk {self.fingerprint}), {until}{log}."
        )


def stamp(source: Looked) -> DataStamp:
    """The stamp of the database as it is now."""
    with source.look() as reads:
        return stamp_in(reads)


def stamp_in(reads: Reads) -> DataStamp:
    """The stamp of the database as it is at this moment."""
    asked = reads.survey.questionnaire
    return DataStamp(
        program=VERSION,
        survey=reads.survey.name,
        questionnaire=f"{asked.name} {asked.version}",
        fingerprint=fingerprint(asked),
        as_of=_last_stored(reads),
        head=_last_change(reads),
        practice=bool(reads.rows("SELECT 1 FROM survey WHERE practice")),
    )


def _last_stored(reads: Reads) -> datetime | None:
    found = reads.rows(" UNION ALL ".join(_latest()))
    return max((moment(at) for (at,) in found if at), default=None)


def _latest() -> Iterator[str]:
    """Where the latest of each kind of moment is found."""
    for one in recorded():
        for name in one.moments:
            if name not in BESIDE:
                yield (
                    _LAST_ANSWERS if one.name == ANSWERS else f"SELECT max({name}) FROM {one.name}"
                )


ANSWERS: Final = "answer_entry"
_LAST_ANSWERS: Final = f"""\
SELECT max(at) FROM (
  SELECT (SELECT at FROM {ANSWERS} WHERE interview_id = i.id ORDER BY seq DESC LIMIT 1) AS at
    FROM interview AS i) AS last"""
"""There are more of them than of anything else: of each interview the last one is looked at."""


CHANGES: Final = (Verb.insert, Verb.update, Verb.delete, Verb.sealed, Verb.erasure)
"""What is done with the whole, as an export or a move, changes nothing of what lies in it."""


def _last_change(reads: Reads) -> Head | None:
    """The entry of the last change of any row; None before the first."""
    told = "trail" if reads.dialect == "sqlite" else "trail_told"  # what everybody may read
    verbs = ", ".join(f"'{one}'" for one in CHANGES)
    last = f"SELECT number, hash FROM {told} WHERE verb IN ({verbs}) ORDER BY number DESC LIMIT 1"
    return next((Head(*found) for found in reads.rows(last)), None)
