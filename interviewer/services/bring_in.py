"""A file with whom to ring, from a command or the screen: what it would change, what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from interviewer.services.caller import Caller
from interviewer.services.listing import Listing, listing
from interviewer.survey_parts import earlier_phase
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from db.database import Database
    from db.imports.table import FileReading, Progress
    from db.records import Changes

SHOWN: Final = 5
"""So many of the rows that must be corrected: whoever sees them opens the file."""


class FileHolds(Enum):
    """What a file that is brought in holds."""

    contacts = "whom to ring"
    claims = "what was answered in an earlier phase, and by whom"


@dataclass(frozen=True, slots=True)
class FileSeen:
    """What a file says, in words; it `may` be brought in when nothing in it must be corrected.

    It may be `of_another_kind`: nothing of what it should hold is in it, and what others hold is.
    """

    lines: tuple[str, ...]
    may: bool
    of_another_kind: bool = False


def read_file(
    db: Database,
    holds: FileHolds,
    file: Path,
    progress: Progress | None = None,
    named: Mapping[str, str] | None = None,
) -> FileReading[Any]:
    """Every row of it; `ImportProblem` when it cannot be read, Trouble where there is no earlier
    phase.  `named` are its headings by the columns of ours that somebody says they are.
    """
    from db.imports.claim_forms import read_claim_forms
    from db.imports.contacts import read_contacts

    said = named or {}
    if holds is FileHolds.claims:
        return read_claim_forms(file, earlier_phase(db.survey).form, db.frame, progress, said)
    return read_contacts(file, db.frame, db.survey.departments, progress, said)


def preview(db: Database, holds: FileHolds, rows: Sequence[Any]) -> Changes:
    """What these rows would change."""
    from db.import_plans import preview_claim_forms, preview_contacts

    return (preview_claim_forms if holds is FileHolds.claims else preview_contacts)(db, rows)


def apply(db: Database, holds: FileHolds, rows: Sequence[Any], at: datetime) -> Changes:
    """What they have changed."""
    from db.import_plans import apply_claim_forms, apply_contacts

    return (apply_claim_forms if holds is FileHolds.claims else apply_contacts)(db, rows, at)


# ── From the screen ──────────────────────────────────────────────────────────────────────────────


def look_into(db: Database, holds: FileHolds, file: Path) -> FileSeen:
    """What the file would change; or what is wrong with it."""
    from db.imports.problems import ImportProblem

    try:
        reading = read_file(db, holds, file)
    except ImportProblem as problem:
        return FileSeen((str(problem),), False, of_another_kind=_is_another_kind(db, holds, file))
    if reading.bad:
        return FileSeen(tuple(_faults(reading)), may=False)
    changes = preview(db, holds, reading.rows)
    rows = how_many(reading.total, "rad", "rader")
    words = _in_words(changes) or "Alt i filen er kjent fra før"
    return FileSeen((f"{rows}: {words}.",), may=changes.anything)


def _is_another_kind(db: Database, holds: FileHolds, file: Path) -> bool:
    """Whether it can be read, though not as what it is said to hold."""
    from db.imports.problems import ImportProblem

    others = [kind for kind in FileHolds if kind is not holds] if db.survey.earlier else []
    for kind in others:
        with suppress(ImportProblem):
            read_file(db, kind, file)
            return True
    return False


def bring_in(
    db: Database, holds: FileHolds, file: Path, who: Caller, at: datetime
) -> tuple[str, Listing] | FileSeen:
    """What has been stored, in words, and the list with it; or what is wrong with the file, where
    it is not what it was a moment ago.
    """
    from db.imports.problems import ImportProblem

    try:
        rows = read_file(db, holds, file).accepted(skip_bad=False)
    except ImportProblem as problem:
        return FileSeen((str(problem),), may=False)
    changes = apply(db, holds, rows, at)
    return f"Hentet inn: {_in_words(changes)}.", listing(db, who.settings)


def _faults(reading: FileReading[Any]) -> Iterator[str]:
    for found in reading.bad[:SHOWN]:
        yield f"{found.place}: {found.sentence}"
    if len(reading.bad) > SHOWN:
        yield f"… og {how_many(len(reading.bad) - SHOWN, 'feil', 'feil')} til."


def _in_words(changes: Changes) -> str:
    """What is new or changed; empty where nothing is."""
    counts = (
        (changes.forms.new, "nytt svar", "nye svar"),
        (changes.forms.changed, "endret svar", "endrede svar"),
        (changes.contacts.new, "nytt kontaktpunkt", "nye kontaktpunkter"),
        (changes.contacts.changed, "endret kontaktpunkt", "endrede kontaktpunkter"),
    )
    return ", ".join(how_many(len(units), one, many) for units, one, many in counts if units)
