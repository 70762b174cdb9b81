"""The units of the sample, as a database keeps them, and which survey they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlmodel import Session, col

from db.rows import records, row_of
from db.statements import Finds, survey_of, table_of
from db.tables import CaseRow, SurveyRow, UnitRow
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.surveys.survey import Survey


def fill(connection: Connection, survey: Survey, units: Iterable[Unit]) -> None:
    """Note which survey a database is for, and its units; there is nothing of either yet.

    Raises ForeignCode for a unit of a kind or in a group that the survey has not.
    """
    connection.execute(insert(table_of(SurveyRow)), row_of(survey, SurveyRow, survey).values())
    rows = [row_of(survey, UnitRow, unit, group_id=unit.group).values() for unit in units]
    if rows:
        connection.execute(insert(table_of(UnitRow)), rows)


def survey_in(connection: Connection) -> str | None:
    """The name of the survey that the database is for; None where none has been noted yet."""
    name: str | None = connection.execute(select(col(SurveyRow.name))).scalar()
    return name


def read_frame(session: Session) -> Frame:
    """All units; raises UnknownCode where one is of a kind or in a group that the survey has not.

    Where a unit is follows from its further columns, and is not stored.
    """
    design = survey_of(session).frame
    return Frame(design, [_placed(design, unit) for unit in records(session, Unit, _units())])


def units_of(session: Session, cases: Sequence[UUID] | None) -> Mapping[str, Unit]:
    """The units of some cases, or all units, by their ids."""
    found = _units()
    if cases is not None:
        found = found.join(CaseRow, col(CaseRow.unit_id) == col(UnitRow.id))
        found = found.where(col(CaseRow.id).in_(cases))
    return {unit.id: unit for unit in records(session, Unit, found)}


def _placed(design: FrameDesign, unit: Unit) -> Unit:
    around = design.around(unit.more)
    return replace(unit, around=around) if around else unit


@cache
def _units() -> Finds:
    return select(UnitRow, col(UnitRow.group_id).label("group")).order_by(col(UnitRow.id))
