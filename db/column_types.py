"""Column types that mean the same on SQLite and on PostgreSQL, and what a row may have there."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated, Any, TypeAlias

from pydantic import AwareDatetime, BeforeValidator, JsonValue
from sqlalchemy import JSON, DateTime, Dialect, Enum, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from schemas.questionnaire.answers import Choice

# ── What lies in the database ────────────────────────────────────────────────────────────────────


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out.

    SQLite drops the offset of an aware time without a word, so it is converted before it is bound.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment without a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text that both engines take: PostgreSQL refuses NUL, SQLite would keep it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            raise TypeError("not a text")
        if "\0" in value:
            raise ValueError("NUL in a text")
        return value


def dump_json(value: object) -> str:
    """The stored form: readable Norwegian letters, no spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


# ── What a row may have there ────────────────────────────────────────────────────────────────────


class SurveyCode(PlainText):
    """A code that belongs to a survey: which there are, the survey of the database knows."""

    cache_ok = True


def _slug(code: object) -> object:
    return code.name if isinstance(code, Choice) else code


Words: TypeAlias = Annotated[str, Field(sa_type=PlainText)]
WordsOrNone: TypeAlias = Annotated[str | None, Field(sa_type=PlainText)]

Moment: TypeAlias = Annotated[AwareDatetime, Field(sa_type=UTCDateTime)]
MomentOrNone: TypeAlias = Annotated[AwareDatetime | None, Field(sa_type=UTCDateTime)]

SurveySlug: TypeAlias = Annotated[str, BeforeValidator(_slug), Field(sa_type=SurveyCode)]
SurveySlugOrNone: TypeAlias = Annotated[
    str | None, BeforeValidator(_slug), Field(sa_type=SurveyCode)
]

Json: TypeAlias = Annotated[JsonValue, Field(sa_type=JSON, nullable=False)]
"""JSON kept as text on both engines: PostgreSQL's binary form would reorder and rewrite it."""

Numbered: TypeAlias = Annotated[int | None, Field(nullable=False)]
"""A number that the statement that stores the row works out: nobody else can know it."""


def code(*codes: Any, name: str, **field: Any) -> Any:
    """A column of codes that the program fixes: an enum's members by their slugs, or words.

    The database refuses any other, too, by a constraint of that name.
    """
    # Without a length: a longer code must not need another type of column.
    kept = Enum(*codes, name=name, native_enum=False, create_constraint=True, length=None)
    return Field(sa_type=kept, **field)
