"""Rows to records and back, one way for all of them.

A field of a record is in the column of its name.  A field that is a record itself, such as who
holds a case, is in the columns `field_…`, and None where the first of them is NULL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from pydantic import ValidationError
from sqlmodel import Session

from db.column_types import SurveyCode
from db.problems import Unexpected, UnknownCode, Unstorable
from db.statements import Finds, survey_of
from db.tables import Row
from schemas.questionnaire.answers import Choice
from schemas.surveys.survey import Survey

Record = TypeVar("Record")
Model = TypeVar("Model", bound=Row)

# ── Into the database ────────────────────────────────────────────────────────────────────────────


def row_of(model: type[Model], record: object = None, **more: Any) -> Model:
    """A record as a row, with `more` that it does not say, or says otherwise.

    Raises Unstorable for characters that no database takes, and Unexpected where the row may not
    be like this: that is a fault of ours, and no message tells what was in it.
    """
    try:
        return model.model_validate(record or {}, from_attributes=True, update=more)
    except ValidationError as error:
        raise _problem_of(model, error) from None


def _problem_of(model: type[Row], error: ValidationError) -> Unstorable | Unexpected:
    faults = error.errors(include_input=False, include_context=False, include_url=False)
    if any(fault["type"] == "string_unicode" for fault in faults):  # half a surrogate pair
        return Unstorable()
    told = (f"{model.__name__}.{fault['loc'][0]} {fault['type']}" for fault in faults)
    return Unexpected(", ".join(dict.fromkeys(told)))


# ── Out of the database ──────────────────────────────────────────────────────────────────────────


def records(session: Session, kind: type[Record], statement: Finds) -> list[Record]:
    """All that a statement finds, as records; raises UnknownCode.

    The rows are tuples, not objects that the session keeps: each becomes a record at once, and to
    make an object of it first takes as long again.
    """
    found = session.connection().execute(statement)
    recipe = _recipe(kind, tuple(found.keys()), statement, survey_of(session))
    return [recipe.make(row) for row in found.all()]  # at once: a SELECT in progress blocks writers


def record(session: Session, kind: type[Record], statement: Finds) -> Record | None:
    """The first of them, if any."""
    found = session.connection().execute(statement)
    recipe = _recipe(kind, tuple(found.keys()), statement, survey_of(session))
    row = found.first()
    return None if row is None else recipe.make(row)


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
        """The record."""
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
        columns = {
            name: (place, isinstance(type, SurveyCode))
            for place, (name, type) in enumerate(zip(names, types, strict=True))
        }
        known = _RECIPES[kind, names, survey] = _work_out(kind, "", columns, survey)
    return known


Columns = Mapping[str, tuple[int, bool]]
"""Where each column is, and whether there are codes of the survey in it."""


def _work_out(kind: type[Any], prefix: str, columns: Columns, survey: Survey) -> _Recipe:
    """The recipe of a record whose columns begin with `prefix`; other fields have defaults."""
    recipe = _Recipe(kind, [], [], [])
    hints = get_type_hints(kind)
    for name in (field.name for field in fields(kind)):
        hint = _without_none(hints[name])
        if is_dataclass(hint):
            part = _work_out(cast(type[Any], hint), f"{prefix}{name}_", columns, survey)
            if part.places:
                recipe.parts.append((name, part.places[0][1], part))
        elif prefix + name in columns:
            place, is_code = columns[prefix + name]
            recipe.places.append((name, place))
            if is_code and hint is not str:
                recipe.changed.append(
                    (name, _Members(codes_of(survey, hint).__members__).__getitem__)
                )
            elif get_origin(hint) is tuple:
                recipe.changed.append((name, tuple))
    return recipe


def _without_none(hint: Any) -> Any:
    """What a field holds when it holds anything."""
    told = get_args(hint)
    return told[0] if NoneType in told else hint


def _by_slug(codes: type[Choice]) -> Callable[[Any], Any]:
    return _Members(codes.__members__).__getitem__


class _Members(dict[str, Choice]):
    """The codes of a survey by their slugs."""

    def __missing__(self, slug: str | None) -> None:
        if slug is not None:
            raise UnknownCode(slug)


def codes_of(survey: Survey, base: type[Choice]) -> type[Choice]:
    """The survey's codes of a kind, as it or a part of it names them; a `base` has none itself."""
    if base.__members__:
        return base
    named = (one for part in (survey, *_values(survey)) for one in _values(part))
    return next(one for one in named if isinstance(one, type) and issubclass(one, base))


def _values(part: Any) -> list[Any]:
    is_part = is_dataclass(part) and not isinstance(part, type)
    return [getattr(part, field.name) for field in fields(part)] if is_part else []
