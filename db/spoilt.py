"""What somebody, or a disk, has spoilt in a file: columns with something else than they are for.

SQLite takes anything anywhere.  To ask every cell each time it is read would take longer than to
read it: so `check` looks, and whoever fails over what nobody foresaw (`told_where_spoilt`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from db.problems import DatabaseProblem, SpoiltContent, SpoiltId, SpoiltMoment, SpoiltReference

if TYPE_CHECKING:
    from sqlalchemy import Column

    from db.plain_sql import Reads


class Kind(NamedTuple):
    """What columns are for: the types that they have, and what is odd in one."""

    types: tuple[str, ...]
    odd: str

    def wrong(self, column: Column[Any]) -> str:
        """When a cell is spoilt: also where it is empty, and there has to be something."""
        name, form = column.name, FORMS.get(column.name)
        odd = self.odd.format(name)
        if form and self is CONTENTS:
            odd = f"CASE WHEN {odd} THEN 1 ELSE json_type({name}) <> '{form}' END"
        return f"CASE WHEN {name} IS NULL THEN {int(not column.nullable)} ELSE {odd} END"


FORMS: Final = {
    "answers": "object",
    "codes": "array",
    "classification": "object",
    "document": "object",
    "more": "object",
    "other_names": "array",
    "partners": "array",
}
"""What lies as JSON in columns of these names, where it is always the same."""

IDS: Final = Kind(("Uuid",), "length({0}) <> 32 OR {0} GLOB '*[^0-9a-f]*'")

MOMENTS: Final = Kind(
    ("UTCDateTime", "CalendarDay"), "{0} NOT GLOB '????-??-??*' OR julianday({0}) IS NULL"
)
"""SQLite takes any number for a day, too."""

CONTENTS: Final = Kind(("JSON", "SurveyAnswers"), "NOT json_valid({0})")

NUMBERS: Final = Kind(("Integer", "Boolean"), "typeof({0}) <> 'integer'")

TEXTS: Final = Kind(("PlainText", "Enum"), "typeof({0}) <> 'text'")


def spoilt(reads: Reads, kind: Kind) -> Iterator[tuple[str, int]]:
    """The columns of a kind with something odd in them, each with its table and how many rows."""
    from db.tables import Row  # with the libraries that a look into a file does without

    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if any(one.__name__ in kind.types for one in type(column.type).__mro__):
                counted = f"SELECT count(*) FROM {table.name} WHERE {kind.wrong(column)}"
                ((count,),) = reads.rows(counted)
                if count:
                    yield f"{table.name}.{column.name}", count


def dangling(reads: Reads) -> Iterator[tuple[str, int]]:
    """The columns that point to what is not there, each with its table and how many rows."""
    yield from ((where, count) for where, count in reads.rows(_DANGLING))


_DANGLING: Final = """
SELECT lost."table" || '.' || key."from" AS place, count(*)
  FROM pragma_foreign_key_check AS lost
  JOIN pragma_foreign_key_list(lost."table") AS key ON key.id = lost.fkid
 GROUP BY place ORDER BY place"""


def first_spoilt(reads: Reads) -> DatabaseProblem | None:
    """What to tell of what is spoilt, if anything is: a server takes nothing odd."""
    if reads.dialect != "sqlite":
        return None
    for kind in (NUMBERS, CONTENTS, TEXTS):
        for where, _ in spoilt(reads, kind):
            return SpoiltContent(where)
    if any(spoilt(reads, IDS)):
        return SpoiltId()
    if any(spoilt(reads, MOMENTS)):
        return SpoiltMoment()
    return next((SpoiltReference(where) for where, _ in dangling(reads)), None)
