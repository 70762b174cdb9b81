"""Rows to records and back, one way for all of them.

A field of a record is in the column of its name.  A field that is a record itself, such as who
holds a case, is in the columns `field_…`, and None where the first of them is NULL.  Codes of the
survey lie there as their slugs, and nothing is stored that the survey does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, partial
from types import MappingProxyType, NoneType, SimpleNamespace
from typing import Annotated, Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from db.column_types import SurveyAnswers, SurveyCode
from db.problems import Unexpected, Unstorable
from db.ready_statements import found_by
from db.statements import Finds, Values, connection_of, survey_of
from db.survey_codes import SURVEY, KnownCodes, codes_of, stored_answers
from db.tables import Row
from schemas.surveys.survey import Survey

Record = TypeVar("Record")
Model = TypeVar("Model", bound=Row)

# ── Into the database ────────────────────────────────────────────────────────────────────────────


def row_of(survey: Survey, model: type[Model], record: object = None, **more: Any) -> Model:
    """A record as a row, with `more` that it does not say, or says otherwise.

    Raises ForeignCode for a code that the survey does not have, Unstorable for characters that no
    database takes, and Unexpected where the row may not be like this: that is a fault of ours, and
    no message tells what was in it.
    """
    said = SimpleNamespace(**(_told(model, record) | more)) if more else record
    try:
        # Past SQLModel, which then sets every column once more, as of an object that a session
        # keeps: that takes ten times as long.
        row: Model = model.__pydantic_validator__.validate_python(
            said, from_attributes=True, context={SURVEY: survey}
        )
    except ValidationError as error:
        raise _problem_of(model.__name__, error) from None
    return row


def _told(model: type[Row], record: object) -> Values:
    """What a record says of the columns of a row."""
    return {name: getattr(record, name) for name in model.model_fields if hasattr(record, name)}


def changed(survey: Survey, model: type[Row], **values: Any) -> Values:
    """What some columns of a row are to have, each as its model has it; raises as `row_of` does."""
    return {name: _changed(survey, model, name, value) for name, value in values.items()}


def _changed(survey: Survey, model: type[Row], name: str, value: Any) -> Any:
    try:
        return _column(model, name).validate_python(value, context={SURVEY: survey})
    except ValidationError as error:
        raise _problem_of(f"{model.__name__}.{name}", error) from None


@cache
def _column(model: type[Row], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    declared: Any = Annotated[field.annotation, field]
    return TypeAdapter(declared)


def _problem_of(where: str, error: ValidationError) -> Unstorable | Unexpected:
    faults = error.errors(include_input=False, include_context=False, include_url=False)
    if any(fault["type"] == "string_unicode" for fault in faults):  # half a surrogate pair
        return Unstorable()
    told = (
        ".".join((where, *map(str, fault["loc"][:1]))) + f" {fault['type']}" for fault in faults
    )
    return Unexpected(", ".join(dict.fromkeys(told)))


# ── Out of the database ──────────────────────────────────────────────────────────────────────────


def records(
    session: Session, kind: type[Record], statement: Finds, values: Values | None = None
) -> list[Record]:
    """All that a statement finds, as records; raises UnknownCode.

    The rows are tuples, not objects that the session keeps: each becomes a record at once, and to
    make an object of it first takes as long again.
    """
    names, rows = found_by(connection_of(session), statement, values)
    recipe = _recipe(kind, names, statement, survey_of(session))
    return [recipe.make(row) for row in rows]


def record(
    session: Session, kind: type[Record], statement: Finds, values: Values | None = None
) -> Record | None:
    """The first of them, if any."""
    return next(iter(records(session, kind, statement, values)), None)


class _Recipe(NamedTuple):
    """How a record is made of a row.

    `places` says in which columns its fields are, and `changed` what is done with those that are
    not used as they lie.  `parts` are fields that are records: which, and the first of its columns.
    """

    kind: type[Any]
    places: list[tuple[str, int]]
    changed: list[tuple[str, Callable[[Any], Any]]]
    parts: list[tuple[str, int, _Recipe]]

    def make(self, row: Sequence[Any]) -> Any:
        """The record that a row becomes."""
        values = {name: row[place] for name, place in self.places}
        for name, change in self.changed:
            values[name] = change(values[name])
        for name, first, recipe in self.parts:
            values[name] = None if row[first] is None else recipe.make(row)
        return self.kind(**values)


_RECIPES: dict[tuple[type[Any], tuple[str, ...], Survey], _Recipe] = {}
"""Worked out once for every kind of record, and used on every row."""


def _recipe(kind: type[Any], names: tuple[str, ...], statement: Finds, survey: Survey) -> _Recipe:
    known = _RECIPES.get((kind, names, survey))
    if known is None:
        types = [column.type for column in statement.selected_columns]
        columns = dict(zip(names, enumerate(types), strict=True))
        known = _RECIPES[kind, names, survey] = _work_out(kind, "", columns, survey)
    return known


Columns = Mapping[str, tuple[int, TypeEngine[Any]]]
"""Where each column is, and what is in it."""


def _work_out(kind: type[Any], prefix: str, columns: Columns, survey: Survey) -> _Recipe:
    """The recipe of a record whose columns begin with `prefix`; other fields have defaults."""
    recipe = _Recipe(kind, [], [], [])
    hints = get_type_hints(kind)
    for name in _names_in(kind):
        hint = _without_none(hints[name])
        place, kept = columns.get(prefix + name, (None, None))
        if _is_record(hint) and not isinstance(kept, SurveyCode):
            part = _work_out(cast(type[Any], hint), f"{prefix}{name}_", columns, survey)
            if part.places:
                recipe.parts.append((name, part.places[0][1], part))
        elif place is not None:
            recipe.places.append((name, place))
            if change := _change(survey, kept, hint):
                recipe.changed.append((name, change))
    return recipe


def _is_record(hint: Any) -> bool:
    return is_dataclass(hint) or hasattr(hint, "_fields")


def _names_in(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record: a dataclass, or a tuple whose places have names."""
    named: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return tuple(field.name for field in fields(kind)) if named is None else named


def _change(survey: Survey, kept: object, hint: Any) -> Callable[[Any], Any] | None:
    """How a record has what is in a column, where that is not as it lies."""
    if isinstance(kept, SurveyAnswers):
        return partial(stored_answers, survey)
    if isinstance(kept, SurveyCode) and hint is not str:
        known: dict[Any, Any] = {None: None, **codes_of(survey, hint)}
        return KnownCodes(known).__getitem__
    return _UNCHANGEABLE.get(get_origin(hint))


_UNCHANGEABLE: dict[Any, Callable[[Any], Any]] = {tuple: tuple, Mapping: MappingProxyType}
"""What JSON becomes in a record."""


def _without_none(hint: Any) -> Any:
    """What a field holds when it holds anything."""
    told = get_args(hint)
    return told[0] if NoneType in told else hint
