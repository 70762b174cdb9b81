"""What a coordinator takes out: the claim matrix to read, and everything that is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.exports.problems import ExportProblem, FileExists
from db.problems import DatabaseProblem
from interviewer.failures import Trouble
from interviewer.publish.export_request import Order, Watch, Write, WrittenFiles
from interviewer.words import WORDS, say
from schemas.review.privacy import PersonFound

if TYPE_CHECKING:
    from db.database import Database
    from schemas.review.claim_matrix import Matrix


@dataclass(frozen=True, slots=True)
class Machine:
    """What this machine has: where files are put, as a person would write it, and which packages
    are missing, by the extra that brings them.
    """

    folder: str
    missing: Mapping[str, str]


def look_around(db: Database) -> Machine:
    """What this machine has."""
    from db.exports.writing import EXTRAS, lacking

    lacks = {extra: lacking(extra) for extra in EXTRAS}
    return Machine(_folder(), {extra: package for extra, package in lacks.items() if package})


def _folder() -> str:
    """The folder for documents, whatever it is called here; the home folder where there is none."""
    from platformdirs import user_documents_path

    home, documents = Path.home(), user_documents_path()
    place = (documents if documents.is_dir() else home) / "ringerunde"
    return str(Path("~") / place.relative_to(home)) if place.is_relative_to(home) else str(place)


def read_matrix(db: Database) -> Matrix:
    """Claim against finding, as it is now."""
    from interviewer.publish.claim_matrix import read_matrix as read

    return read(db)


@dataclass(frozen=True, slots=True)
class ListedText:
    """What would stand on the public list of one unit, and the letter that shows it to them."""

    lines: tuple[str, ...]
    letter: str


def listed_text(db: Database, unit_id: str, name: str) -> ListedText | None:
    """The text as it would be published now; None where there would be none.  `name` signs."""
    from db.public_list import read_found
    from interviewer.publish.overview_letter import overview_letter
    from interviewer.publish.overview_text import entry_lines
    from schemas.calls.letter import letter_of
    from schemas.review.overview import entry_of

    parts = db.survey.overview
    entry = entry_of(unit_id, read_found(db), parts, db.frame) if parts else None
    if entry is None:
        return None
    letter = letter_of(
        overview_letter(db.survey, db.frame, entry, name),
        db.frame[unit_id].spoken,
        practice=db.practice,
    )
    return ListedText(entry_lines(db.frame, entry), letter)


def where_listed(db: Database, unit_id: str) -> str:
    """Whether a unit stands on the public list now, and why not; empty where there is no list."""
    from db.public_list import read_overview
    from interviewer.publish.overview_text import where_listed as where

    listed = read_overview(db)
    return where(listed, unit_id) if listed else ""


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────


class Meter:
    """How far the storing thread has come, for whoever draws the screen meanwhile.

    All that two threads share: the one that writes puts both numbers here at once, the one that
    draws only reads them, so a picture is at worst a moment old.
    """

    def __init__(self) -> None:
        self.count = (0, 0)

    def __call__(self, done: int, of: int) -> None:
        """So many are done, of so many."""
        self.count = done, of


@dataclass(frozen=True, slots=True)
class Taken:
    """Something lies there already."""

    where: Path


@dataclass(frozen=True, slots=True)
class Persons:
    """Free text seems to point to persons, and nobody has said that it may be written."""

    hits: tuple[PersonFound, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing could be written; why, and its code."""

    sentence: str
    code: str


Answer = WrittenFiles | Taken | Persons | Stopped


class _Unseen(Exception):
    """Stops an export before anything is in its place."""

    def __init__(self, hits: Sequence[PersonFound]) -> None:
        super().__init__()
        self.hits = tuple(hits)


def write(
    db: Database,
    product: Write,
    order: Order,
    meter: Meter,
    seen: frozenset[PersonFound] = frozenset(),
) -> Answer:
    """Write it, unless somebody must be asked first; `seen` is what may be written of persons.

    The search is that of the writing itself, so what was seen is what is written: if somebody is
    named in between, it asks again.
    """

    def warn(hits: Sequence[PersonFound]) -> None:
        if not seen.issuperset(hits):
            raise _Unseen(hits)

    meter(0, 0)
    try:
        return product(db, order, Watch(meter, warn))
    except _Unseen as unseen:
        return Persons(unseen.hits)
    except (DatabaseProblem, ExportProblem, Trouble) as problem:
        return _why_not(problem)


def preview(
    db: Database, shows: Callable[[Database, Order], tuple[str, ...]], order: Order
) -> tuple[str, ...] | Stopped:
    """What would be written; or why it could not be."""
    try:
        return shows(db, order)
    except (DatabaseProblem, ExportProblem, Trouble) as problem:
        told = _why_not(problem)
        return told if isinstance(told, Stopped) else Stopped(str(problem), problem.code)


def _why_not(problem: DatabaseProblem | ExportProblem | Trouble) -> Taken | Stopped:
    from db.overviews import NotAnOverview

    match problem:
        case FileExists() | NotAnOverview():
            return Taken(problem.where)
        case Trouble():
            return Stopped(problem.sentence, problem.code)
        case DatabaseProblem(retryable=True):
            return Stopped(say(WORDS.order_again, problem=problem), problem.code)
    return Stopped(str(problem), problem.code)
