"""Which tables the trail follows, and what it sees of a row, in the SQL of either engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Uuid

from db.tables import Row


@dataclass(frozen=True, slots=True)
class Recorded:
    """A table that is followed: its key, and the columns that count."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    ids: frozenset[str]
    """Columns with ids that we have made: a server writes them with dashes, and we without."""
    passing: tuple[str, ...]
    """Columns that come and go and tell nothing."""

    def row(self, of: str) -> str:
        """The key of a row, as one text, the same on either engine."""
        return " || '/' || ".join(self._text(f"{of}.{name}", name) for name in self.key)

    def case(self, of: str) -> str:
        """The case that a row belongs to, as a text; empty where it belongs to none."""
        if self.name == "survey_case":
            return _id(f"{of}.id")
        if "case_id" in self.ids:
            return f"coalesce({_id(f'{of}.case_id')}, '')"
        if "interview_id" in self.ids:
            found = f"SELECT {_id('i.case_id')} FROM interview AS i WHERE i.id = {of}."
            return f"coalesce(({found}interview_id), '')"
        return "''"

    def _text(self, column: str, name: str) -> str:
        return _id(column) if name in self.ids else f"CAST({column} AS text)"

    def content(self, of: str, dialect: str) -> str:
        """All that counts in a row, as one text."""
        if dialect == "sqlite":
            return f"json_array({', '.join(f'{of}.{name}' for name in self.columns)})"
        without = ", ".join(f"'{name}'" for name in self.passing)
        return f"CAST(to_jsonb({of}) - ARRAY[{without}]::text[] AS text)"


def _id(column: str) -> str:
    return f"replace(CAST({column} AS text), '-', '')"


def recorded() -> Iterator[Recorded]:
    """Every table that is followed."""
    for model in sorted(Row.__subclasses__(), key=lambda one: str(one.__tablename__)):
        if model.followed:
            table = Row.metadata.tables[str(model.__tablename__)]
            names = tuple(column.name for column in table.columns)
            yield Recorded(
                name=table.name,
                key=tuple(column.name for column in table.primary_key),
                columns=tuple(name for name in names if name not in model.passing),
                ids=frozenset(one.name for one in table.columns if isinstance(one.type, Uuid)),
                passing=tuple(sorted(model.passing)),
            )
