"""Reading in plain SQL: what both engines are asked alike, and what lies in the columns found.

The libraries that everything else goes through take longer to load than most that is shown of a
database: so a file can be read without them (`db.looked_into`), and an open one is read likewise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NewType, Protocol, TypeAlias
from uuid import UUID

from db.problems import DatabaseProblem, SpoiltId, SpoiltMoment, Unexpected, UnknownCode
from schemas.language import Explained

if TYPE_CHECKING:
    from db.database import Database
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

Cells: TypeAlias = Sequence[Any]

AT_ONCE: Final = 100
"""Rows fetched together where there are many; more saves no time."""


class Reads(NamedTuple):
    """A database at one moment: whose survey it is, its SQL, and the `rows` that a query finds.

    Where there are many, they come in `portions`.
    """

    survey: Survey
    dialect: str
    rows: Callable[[str], Sequence[Cells]]
    portions: Callable[[str], Iterator[Sequence[Cells]]]


class Looked(Protocol):
    """What can be read in plain SQL; and as the open database, where that is not enough.

    It lies in a `file`, or on the server at an `address`.
    """

    @property
    def survey(self) -> Survey: ...
    @property
    def frame(self) -> Frame: ...
    @property
    def file(self) -> Path | None: ...
    @property
    def address(self) -> str: ...
    def look(self) -> AbstractContextManager[Reads]: ...
    def moment(self) -> AbstractContextManager[Reads]: ...
    def opened(self) -> Database: ...


def key(id: UUID) -> str:
    """An id as both engines compare it."""
    return f"'{id.hex}'"


# ── What is spoilt there ─────────────────────────────────────────────────────────────────────────

_FORESEEN_BY_NOBODY: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError,
)  # fmt: skip
_PERHAPS: Final = (Unexpected, UnknownCode)
"""What is told where nothing is spoilt."""


@contextmanager
def told_where_spoilt(look: Callable[[], AbstractContextManager[Reads]]) -> Iterator[None]:
    """What goes wrong inside, because of what is spoilt in the file, is told as that: raises
    SpoiltId, SpoiltMoment and SpoiltContent.
    """
    try:
        yield
    except (*_FORESEEN_BY_NOBODY, *_PERHAPS) as error:
        has_its_sentence = isinstance(error, Explained) and not isinstance(error, _PERHAPS)
        if has_its_sentence or (problem := _looked_for(look)) is None:
            raise
        raise problem from None


def _looked_for(look: Callable[[], AbstractContextManager[Reads]]) -> DatabaseProblem | None:
    from db.spoilt import first_spoilt

    try:
        with look() as reads:
            return first_spoilt(reads)
    except Exception:  # what went wrong first is what is told
        return None


# ── What lies there ──────────────────────────────────────────────────────────────────────────────

DAY: Final = len("2015-03-04")
SECONDS: Final = len("2015-03-04 12:03:04")
IN_PARTS: Final = len("2015-03-04 12:03:04.000000")


def moment(at: str | datetime) -> datetime:
    """A moment as either engine has it; raises SpoiltMoment."""
    try:
        if type(at) is str and len(at) == IN_PARTS:  # as SQLite has nearly all
            # To give one its zone afterwards takes four times as long.
            return datetime.fromisoformat(f"{at}+00:00")
    except ValueError:  # one with a zone of its own may be as long
        return _with_zone(at)
    return _with_zone(at)


def _with_zone(at: str | datetime) -> datetime:
    try:
        known = at if isinstance(at, datetime) else datetime.fromisoformat(at)
    except (TypeError, ValueError):
        raise SpoiltMoment() from None
    return known.replace(tzinfo=UTC) if known.tzinfo is None else known.astimezone(UTC)


def stored_moment(at: str | datetime) -> str:
    """A moment as either engine has it, as a file has it: 2015-03-04 12:03:04.000000, in UTC.

    Raises SpoiltMoment.
    """
    try:
        if (
            type(at) is str
            and len(at) == IN_PARTS
            and at[DAY] == " "
            and datetime.fromisoformat(at).tzinfo is None  # one with a zone may be as long
        ):
            return at
    except ValueError:
        raise SpoiltMoment() from None
    return moment(at).isoformat(" ", "microseconds")[:IN_PARTS]


StoredMoment = NewType("StoredMoment", str)
"""A moment as a file has it: for what is only to be written again."""


def day(on: str | date) -> date:
    """A day as either engine has it; raises SpoiltMoment."""
    try:
        return on if isinstance(on, date) else date.fromisoformat(on)
    except (TypeError, ValueError):
        raise SpoiltMoment() from None


def id_in(id: str | UUID) -> UUID:
    """An id as either engine has it; raises SpoiltId."""
    try:
        return id if isinstance(id, UUID) else UUID(id)
    except ValueError:
        raise SpoiltId() from None
