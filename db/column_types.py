"""Column types that mean the same on SQLite and on PostgreSQL, and what a row may have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, JsonValue, ValidationInfo
from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from db.problems import ForeignCode, SpoiltMoment
from db.survey_codes import SURVEY, require_answers, require_code
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Group, UnitKind
from schemas.questionnaire.questions import Question
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.surveys.survey import Survey

# ── What lies in the database ────────────────────────────────────────────────────────────────────


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out.

    SQLite drops the offset of an aware time without a word, so it is converted before it is bound.
    """

    impl = DateTime(timezone=True)
    cache_ok = True
    python_type = datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment without a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None] | None:
        """In one step, for there are many; raises SpoiltMoment."""
        parsed = self.impl_instance.result_processor(dialect, coltype)

        def moment(stored: Any) -> datetime | None:
            try:
                value: datetime | None = parsed(stored) if parsed else stored
            except (TypeError, ValueError):
                raise SpoiltMoment() from None
            if value is None:
                return None
            return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

        return moment


class CalendarDay(TypeDecorator[date]):
    """A day, whatever the time of it."""

    impl = Date
    cache_ok = True
    python_type = date

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], date | None] | None:
        """Raises SpoiltMoment."""
        parsed = self.impl_instance.result_processor(dialect, coltype)

        def day(stored: Any) -> date | None:
            try:
                value: date | None = parsed(stored) if parsed else stored
            except (TypeError, ValueError):
                raise SpoiltMoment() from None
            return value

        return day


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


# ── What a row may have there ────────────────────────────────────────────────────────────────────


class SurveyCode(PlainText):
    """A code that belongs to a survey: which there are, the survey of the database knows."""

    cache_ok = True


class SurveyAnswers(TypeDecorator[object]):
    """Codes of the survey, under the names of the questions that they answer."""

    impl = JSON
    cache_ok = True


def of_survey(kind: type[Any]) -> BeforeValidator:
    """A code of the survey, kept as its slug; raises ForeignCode where the survey has none such.

    The row is validated in the context of its survey.
    """

    def slug(code: object, told: ValidationInfo) -> object:
        return None if code is None else require_code(_survey(told), kind, code)

    return BeforeValidator(slug)


def _possible(outcome: Outcome | None, told: ValidationInfo) -> Outcome | None:
    """Some surveys know of no covered units, and no case of theirs can come to that."""
    if outcome is not None and outcome not in _survey(told).outcomes:
        raise ForeignCode(outcome.name)
    return outcome


def _with_class(classification: Any, told: ValidationInfo) -> Any:
    """What an interview has come to is of a class of the survey, where it is of any."""
    if isinstance(classification, Mapping) and (name := classification.get("class")):
        require_code(_survey(told), Class, name)
    return classification


def _answers(answers: Mapping[str, Any], told: ValidationInfo) -> object:
    return require_answers(_survey(told), answers)


def _survey(told: ValidationInfo) -> Survey:
    assert told.context, "a row is made by `row_of`, which knows the survey"
    survey: Survey = told.context[SURVEY]
    return survey


def _plain(value: object) -> object:
    """JSON knows no tuples, and no mapping that cannot be changed."""
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


Words: TypeAlias = Annotated[str, Field(sa_type=PlainText)]
WordsOrNone: TypeAlias = Annotated[str | None, Field(sa_type=PlainText)]

Moment: TypeAlias = Annotated[AwareDatetime, Field(sa_type=UTCDateTime)]
MomentOrNone: TypeAlias = Annotated[AwareDatetime | None, Field(sa_type=UTCDateTime)]

Day: TypeAlias = Annotated[date, Field(sa_type=CalendarDay)]
DayOrNone: TypeAlias = Annotated[date | None, Field(sa_type=CalendarDay)]

DepartmentSlug: TypeAlias = Annotated[str, of_survey(Department), Field(sa_type=SurveyCode)]
ClassSlugOrNone: TypeAlias = Annotated[str | None, of_survey(Class), Field(sa_type=SurveyCode)]
ClaimSlug: TypeAlias = Annotated[str, of_survey(Claim), Field(sa_type=SurveyCode)]
DifferenceSlugOrNone: TypeAlias = Annotated[
    str | None, of_survey(Difference), Field(sa_type=SurveyCode)
]
OutcomeOrNone: TypeAlias = Annotated[Outcome | None, AfterValidator(_possible)]
UnitKindId: TypeAlias = Annotated[str, of_survey(UnitKind), Field(sa_type=SurveyCode)]
GroupId: TypeAlias = Annotated[str, of_survey(Group), Field(sa_type=SurveyCode)]
QuestionId: TypeAlias = Annotated[str, of_survey(Question), Field(sa_type=PlainText)]

Json: TypeAlias = Annotated[JsonValue, BeforeValidator(_plain), Field(sa_type=JSON, nullable=False)]
"""JSON kept as text on both engines: PostgreSQL's binary form would reorder and rewrite it."""

Classification: TypeAlias = Annotated[Json, BeforeValidator(_with_class)]
FormAnswers: TypeAlias = Annotated[
    JsonValue, BeforeValidator(_answers), Field(sa_type=SurveyAnswers, nullable=False)
]

Numbered: TypeAlias = Annotated[int | None, Field(nullable=False)]
"""A number that the statement that stores the row works out: nobody else can know it."""


def code(*codes: Any, name: str, **field: Any) -> Any:
    """A column of codes that the program fixes: an enum's members by their slugs, or words.

    The database refuses any other, too, by a constraint of that name.
    """
    # Without a length: a longer code must not need another type of column.
    kept = Enum(*codes, name=name, native_enum=False, create_constraint=True, length=None)
    return Field(sa_type=kept, **field)
