"""What somebody wants written, who waits for it, and what came of it: for every product the same.

Whoever writes tells nobody anything: the command prints what comes back, the screen shows it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from schemas.language.numerals import how_many
from schemas.language.text import Language

if TYPE_CHECKING:
    from db.database import Database
    from db.exports.writing import Exported, Options
    from db.plain_sql import Looked
    from schemas.review.privacy import PersonFound

INTERVIEWS: Final = "interviews"
"""The table with a row for each interview; the others are those of rosters."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where to write, and how; each product takes from it what concerns it."""

    out: Path
    force: bool = False
    labels: bool = False
    plain: bool = False
    table: str = INTERVIEWS
    contacts: bool = False
    language: Language = "nb"
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


def _nobody(*_: object) -> None:
    """Nobody waits, and nobody asked."""


class Watch(NamedTuple):
    """Who is told meanwhile: how far it has come, and, before anything is written, where free text
    seems to point to persons.
    """

    progress: Callable[[int, int], None] = _nobody
    warn: "Callable[[Sequence[PersonFound]], None]" = _nobody


UNWATCHED: Final = Watch()
"""Nobody waits."""


class WrittenFiles(NamedTuple):
    """The files, and in sentences what is new in them or should be looked through."""

    files: "tuple[Exported, ...]"
    told: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """All of it, to be read."""
        return (*map(_named, self.files), *self.told)


NO_INTERVIEWS: Final = "Ingen intervjuer er fullført ennå, så her er ingen svar. (NO-INTERVIEWS)"
"""What is made of a database all the same has nothing to tell."""


def folders_made(out: Path, write: "Callable[[], tuple[Exported, ...]]") -> WrittenFiles:
    """What is written, and whether a folder had to be made for it: a slip of the hand shows so."""
    from db.exports.writing import absolute

    place = absolute(out)
    there = {folder: folder.exists() for folder in (place, place.parent)}
    files = write()
    folder = files[0].path.parent
    made = () if there.get(folder, True) else (f"Mappen {folder} fantes ikke, og er laget.",)
    return WrittenFiles(files, made)


Write = Callable[["Database", Order, Watch], WrittenFiles]
"""Writes one product whole, or not at all; raises `ExportProblem` or `DatabaseProblem`."""

WriteLooking = Callable[["Looked", Order, Watch], WrittenFiles]
"""The same of what need not be opened."""


def options(order: Order, watch: Watch) -> "Options":
    """The same, as an export takes it."""
    from db.exports.writing import Options

    return Options(order.contacts, order.force, watch.warn, watch.progress)


def _named(one: "Exported") -> str:
    name = f"{one.path} ({one.sheet})" if one.sheet else str(one.path)
    rows = f": {how_many(one.rows, 'rad', 'rader')}" if one.is_table else ""
    return f"{name}{rows}"
