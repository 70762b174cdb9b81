"""Answers that were given and not yet stored when the program ended: kept aside, and stored once.

They lie in a small file beside the database, or in our own folder where that is a server, from the
moment when storing fails or somebody leaves, until they are stored or thrown away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from db.records import AnswerEntry, Lease

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.review.sought import Sought

ENDING: Final = "-unsaved"
"""What the file is called behind the name of the database."""

FOR_THE_OWNER: Final = 0o600


@dataclass(frozen=True, slots=True)
class Unsaved:
    """An answer on its way, the case that it belongs to, and whether its interview was begun."""

    case_id: UUID
    entry: AnswerEntry
    begun: bool


def keep(db: Database, kept: Sequence[Unsaved]) -> bool:
    """Keep answers aside; whether there is room for them."""
    try:
        _write(place_of(db), kept)
    except OSError:  # the disk may be full: then there is nothing more that can be done
        return False
    return True


def drop(db: Database) -> None:
    """They are stored, or not wanted."""
    with suppress(OSError):
        place_of(db).unlink(missing_ok=True)


def drop_case(db: Database, case_id: UUID) -> None:
    """Whoever it is about has withdrawn: what others said stays aside."""
    _keep_only(db, [one for one in unsaved(db) if one.case_id != case_id])


def named_in(db: Database, sought: Sought) -> int:
    """How many answers and remarks that lie aside name somebody."""
    from schemas.review.sought import leaves

    return sum(
        any(map(sought.is_in, (one.entry.remark, *leaves(one.entry.value)))) for one in unsaved(db)
    )


def take_out(db: Database, sought: Sought) -> None:
    """Leave nothing of somebody in what lies aside."""
    from schemas.review.sought import ERASED, taken_out

    def without(one: Unsaved) -> Unsaved:
        entry = one.entry
        remark = ERASED if sought.is_in(entry.remark) else entry.remark
        value = taken_out(sought, entry.value, db.survey.telling, entry.question)
        return replace(one, entry=replace(entry, value=value, remark=remark))

    _keep_only(db, [without(one) for one in unsaved(db)])


def _keep_only(db: Database, kept: Sequence[Unsaved]) -> None:
    """Exactly these lie aside; also what was to be put aside when the power went is gone."""
    place = place_of(db)
    with suppress(OSError):
        _draft_of(place).unlink(missing_ok=True)
    if not kept:
        drop(db)
    elif place.exists():
        keep(db, kept)


def unsaved(db: Database) -> tuple[Unsaved, ...]:
    """What lies aside and has not been stored: the reply alone may have been lost."""
    from db.interviews import is_stored

    try:
        found = tuple(map(_read, json.loads(place_of(db).read_text(encoding="utf-8"))))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(one for one in found if not is_stored(db, one.entry.id))


def store(db: Database, lease: Lease) -> None:
    """Store what lies aside of a case that we hold.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound; then it is still there.
    """
    from db.interviews import record_answer
    from interviewer.services.answers import begin

    for one in unsaved(db):
        if one.case_id != lease.case_id:
            return
        with db.together():
            if not one.begun:
                entry = one.entry
                asked = db.survey.questionnaire
                begin(db, lease, asked, entry.interview_id, entry.language, entry.at)
            record_answer(db, lease, one.entry)
    drop(db)


def place_of(db: Database) -> Path:
    """Where they lie."""
    if db.file is not None:
        return db.file.with_name(db.file.name + ENDING)
    from interviewer.places import made_folder

    return made_folder() / f"server-{sha256(db.where.encode()).hexdigest()[:16]}{ENDING}"


def _write(place: Path, kept: Iterable[Unsaved]) -> None:
    """Whole, and on the disk, before anything else happens."""
    draft = _draft_of(place)
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FOR_THE_OWNER)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([asdict(one) for one in kept], file, ensure_ascii=False, default=_text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)


def _draft_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.tmp")


def _text(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


_IDS: Final = ("id", "interview_id", "interviewer_id")
_IDS_OR_NONE: Final = ("informant_id", "attempt_id")


def _read(told: Any) -> Unsaved:
    there = told["entry"]  # of an older program without what is new in an entry
    said = {one.name: there[one.name] for one in fields(AnswerEntry) if one.name in there}
    said |= {name: UUID(said[name]) for name in _IDS}
    said |= {name: said[name] and UUID(said[name]) for name in _IDS_OR_NONE}
    said["at"] = datetime.fromisoformat(said["at"])
    return Unsaved(UUID(told["case_id"]), AnswerEntry(**said), bool(told["begun"]))
