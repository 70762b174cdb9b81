"""What somebody, or a disk, has spoilt in a file: columns with something else than they are for.

SQLite takes anything anywhere.  To ask every cell each time it is read would take longer than to
read it: so `check` looks, and whoever fails over what nobody foresaw (`told_where_spoilt`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from db.problems import DatabaseProblem, SpoiltContent, SpoiltId, SpoiltMoment

if TYPE_CHECKING:
    from db.plain_sql import Reads


class Kind(NamedTuple):
    """What columns are for: the types that they have, and what is odd in one."""

    types: tuple[str, ...]
    odd: str


IDS: Final = Kind(("Uuid",), "length({0}) <> 32 OR {0} GLOB '*[^0-9a-f]*'")

MOMENTS: Final = Kind(
    ("UTCDateTime", "CalendarDay"), "{0} NOT GLOB '????-??-??*' OR julianday({0}) IS NULL"
)
"""SQLite takes any number for a day, too."""

CONTENTS: Final = Kind(("JSON", "SurveyAnswers"), "NOT json_valid({0})")

NUMBERS: Final = Kind(("Integer", "Boolean"), "typeof({0}) <> 'integer'")


def spoilt(reads: Reads, kind: Kind) -> Iterator[tuple[str, int]]:
    """The columns of a kind with something odd in them, each with its table and how many rows."""
    from db.tables import Row  # with the libraries that a look into a file does without

    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if any(one.__name__ in kind.types for one in type(column.type).__mro__):
                wrong = f"{column.name} IS NOT NULL AND ({kind.odd.format(column.name)})"
                ((count,),) = reads.rows(f"SELECT count(*) FROM {table.name} WHERE {wrong}")
                if count:
                    yield f"{table.name}.{column.name}", count


def first_spoilt(reads: Reads) -> DatabaseProblem | None:
    """What to tell of what is spoilt, if anything is: a server takes nothing odd."""
    if reads.dialect != "sqlite":
        return None
    for kind in (NUMBERS, CONTENTS):
        for where, _ in spoilt(reads, kind):
            return SpoiltContent(where)
    if any(spoilt(reads, IDS)):
        return SpoiltId()
    return SpoiltMoment() if any(spoilt(reads, MOMENTS)) else None
