"""`merge`: what somebody has done in a file of her own becomes part of the whole database.

The file stays as it is: it is a copy of it that is brought up to date and read.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import Session, col

from db.backup import back_up, check_backup
from db.database import Database
from db.merge.difference import RowDifference, bring_to
from db.merge.erasures import agreed
from db.merge.joining import Joining
from db.merge.sides import Rows, Side, read_side
from db.open_database import open_database
from db.persons.worded import worded_columns
from db.problems import OnlyPractice, OtherSample, told_of
from db.statements import execute, fetch_one, survey_of
from db.tables import HandOutRow, InterviewerRow
from db.trail.chain import Head, Verb
from db.trail.trail import Examined, examine, head_of, note


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in with a file: new rows and changed ones by their table, and of which cases.

    `by` is to whom it was handed out, when; neither where it is no hand-out.  `conflicts` are the
    cases in which there is something new for a coordinator.  `unaware` are the units at which
    somebody was erased here, while whoever had the file did not know it and wrote on, and
    `unaware_here` those where it was the other way round.  Its own trail ends at `head`, and is
    `whole` or not.
    """

    new: Mapping[str, int]
    changed: Mapping[str, int]
    cases: frozenset[UUID]
    conflicts: frozenset[UUID]
    unaware: tuple[str, ...]
    unaware_here: tuple[str, ...]
    by: str | None
    handed_at: datetime | None
    head: Head
    whole: bool


def merge(db: Database, file: Path, now: datetime) -> Merged:
    """Take in what a file says; again, it changes nothing, and two files in any order are the same.

    Raises NotABackup, OtherSample, OnlyPractice where one of the two is invented, and CannotOpen as
    for any database: NewerVersion, OtherSurvey; NotBackedUp or BackupExists where there can be no
    copy.
    """
    check_backup(file)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite"
        back_up(file, copy)
        with told_of(file):
            other = open_database(copy, create=False, survey=db.survey, durable=False)
        with closing(other):
            if other.practice is not db.practice:
                raise OnlyPractice(str(file))
            with other.read() as session:
                theirs, found, head = read_side(session), examine(session), _end(session)
            return _merged(db, str(file), theirs, head, _is_whole(found), now)


def _end(session: Session) -> Head:
    return head_of(session.connection())


def _is_whole(found: Examined) -> bool:
    return found.broken is None and not found.changed and not found.vanished


def _merged(
    db: Database, where: str, theirs: Side, head: Head, whole: bool, now: datetime
) -> Merged:
    with db.write() as session:
        mine = read_side(session)
        if not theirs.rows["survey_case"].keys() <= mine.rows["survey_case"].keys():
            raise OtherSample(where)
        front = frozenset(one.name for one in survey_of(session).departments.front_line())
        joined = Joining(*agreed(mine, theirs), front, now.isoformat()).joined()
        difference = RowDifference.between(mine.rows, joined.rows)
        bring_to(session, mine, joined, difference)
        is_news = _take_back(session, theirs.part, now)
        if difference.anything or is_news:
            note(session, Verb.merge, f"{theirs.part or ''} {head}".strip())
        by, handed_at = _handed(session, theirs.part)
    return Merged(
        new=_counts(difference.new),
        changed=_counts(difference.changed),
        cases=_cases(difference),
        conflicts=frozenset(
            UUID(one["case_id"])
            for some in (difference.new, difference.changed)
            for one in some["conflict"].values()
        ),
        unaware=_unaware(mine, theirs, joined.rows),
        unaware_here=_unaware(theirs, mine, joined.rows),
        by=by,
        handed_at=handed_at,
        head=head,
        whole=whole,
    )


def _take_back(session: Session, part: str | None, now: datetime) -> bool:
    """What was handed out is here again; whether that is new."""
    if part is None:
        return False
    this = (col(HandOutRow.id) == UUID(part)) & col(HandOutRow.back_at).is_(None)
    return execute(session, update(HandOutRow).where(this).values(back_at=now)) > 0


def _handed(session: Session, part: str | None) -> tuple[str | None, datetime | None]:
    if part is None:
        return None, None
    told = select(col(InterviewerRow.name), col(HandOutRow.at)).join(
        HandOutRow, col(HandOutRow.interviewer_id) == col(InterviewerRow.id)
    )
    row = fetch_one(session, told.where(col(HandOutRow.id) == UUID(part)))
    return (row.name, row.at) if row else (None, None)


def _unaware(knowing: Side, other: Side, joined: Rows) -> tuple[str, ...]:
    """The units of which there are words that one side has not, in which it has erased somebody,
    while the other did not know that.
    """
    before = knowing.rows["erasure"].keys() - other.rows["erasure"].keys()
    erased = {knowing.rows["erasure"][id]["case_id"] for id in before}
    if not erased:
        return ()
    interviews = joined["interview"]
    written = {
        row.get("case_id") or interviews.get(row.get("interview_id", ""), {}).get("case_id")
        for table in worded_columns()
        for key, row in joined[table].items()
        if key not in knowing.rows[table]
    }
    units = (joined["survey_case"][case]["unit_id"] for case in erased & written if case)
    return tuple(sorted(units))


def _counts(rows: Mapping[str, Mapping[str, object]]) -> dict[str, int]:
    return {table: len(some) for table, some in rows.items() if some}


def _cases(difference: RowDifference) -> frozenset[UUID]:
    """Of all that is new or otherwise, but for who holds what."""
    apart = {"handed_case", "survey_case"}
    return frozenset(
        UUID(row["case_id"])
        for some in (difference.new, difference.changed)
        for table, rows in some.items()
        if table not in apart
        for row in rows.values()
        if row.get("case_id")
    )
