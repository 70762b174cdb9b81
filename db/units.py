"""The units of the sample, as a database keeps them, and which survey they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import Session, col

from db.case_parts import CasePart, CaseParts
from db.rows import records, row_of
from db.seats import INVENTED
from db.statements import Finds, dialect_of, of_case, of_cases, survey_of, table_of
from db.tables import CaseRow, InterviewerRow, SurveyRow, UnitRow
from db.unit_rows import UNIT_COLUMNS, UnitCells, by_number
from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit
from schemas.surveys.survey import Survey


def fill(
    connection: Connection, survey: Survey, units: Iterable[Unit], *, practice: bool = False
) -> None:
    """Note which survey a database is for, whether one only practises in it, and its units; there
    is nothing of any yet.

    Raises ForeignCode for a unit of a kind or in a group that the survey has not.
    """
    noted = row_of(survey, SurveyRow, survey, practice=practice)
    connection.execute(insert(table_of(SurveyRow)), noted.values())
    rows = [row_of(survey, UnitRow, unit, group_id=unit.group).values() for unit in units]
    if rows:
        connection.execute(insert(table_of(UnitRow)), rows)


def survey_in(connection: Connection) -> str | None:
    """The name of the survey that the database is for; None where none has been noted yet."""
    name: str | None = connection.execute(select(col(SurveyRow.name))).scalar()
    return name


def note_practice(connection: Connection) -> None:
    """Older databases do not say that one only practises in them: who has called there does."""
    invented = select(col(InterviewerRow.id)).where(col(InterviewerRow.seat).startswith(INVENTED))
    connection.execute(update(SurveyRow).where(invented.exists()).values(practice=True))


def is_practice(connection: Connection) -> bool:
    """Whether all that is in the database is invented."""
    return bool(connection.execute(select(col(SurveyRow.practice))).scalar())


def read_unit_rows(session: Session) -> list[UnitCells]:
    """All units as rows, by unit number."""
    dialect = dialect_of(session)
    every = f"SELECT {UNIT_COLUMNS} FROM unit AS u{by_number(dialect)}"
    return [tuple(row) for row in session.connection().exec_driver_sql(every).all()]


def count_units(session: Session) -> int:
    """How many units there are."""
    count: int = (
        session.connection().execute(select(func.count()).select_from(UnitRow)).scalar_one()
    )
    return count


def units_of(session: Session, cases: Sequence[UUID]) -> Mapping[str, Unit]:
    """The units of some cases, by their ids."""
    design = survey_of(session).frame
    units = records(session, Unit, of_cases(_units_of_cases()), {"cases": cases})
    return {unit.id: _placed(design, unit) for unit in units}


@cache
def _units() -> Finds:
    return select(UnitRow, col(UnitRow.group_id).label("group"))


@cache
def _units_of_cases() -> Finds:
    of_case = _units().add_columns(col(CaseRow.id).label("case_id"))
    return of_case.join(CaseRow, col(CaseRow.unit_id) == col(UnitRow.id))


_UNIT: Final = CasePart(Unit, lambda: of_case(_units_of_cases()))


def unit_in(parts: CaseParts) -> Unit | None:
    """The unit that a case is about; None where there is no such case."""
    unit = parts.first(_UNIT)
    return unit and _placed(survey_of(parts.session).frame, unit)


def _placed(design: FrameDesign, unit: Unit) -> Unit:
    around = design.around(unit.more)
    return replace(unit, around=around) if around else unit
