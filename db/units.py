"""The units of the sample, as a database keeps them, and which survey they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy import Row as Fetched
from sqlmodel import col

from db.rows import row_of
from db.statements import table_of
from db.tables import SurveyRow, UnitRow
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Unit


def fill(connection: Connection, survey: str, units: Iterable[Unit]) -> None:
    """Note which survey a database is for, and its units; there is nothing of either yet."""
    connection.execute(insert(table_of(SurveyRow)), row_of(SurveyRow, name=survey).values())
    rows = [_row(unit).values() for unit in units]
    if rows:
        connection.execute(insert(table_of(UnitRow)), rows)


def survey_in(connection: Connection) -> str | None:
    """The name of the survey that the database is for; None where none has been noted yet."""
    name: str | None = connection.execute(select(col(SurveyRow.name))).scalar()
    return name


def read_frame(connection: Connection, design: FrameDesign) -> Frame:
    """All units; a `KeyError` where one is of a kind or in a group that the survey has not."""
    rows = connection.execute(select(UnitRow).order_by(col(UnitRow.id))).all()
    return Frame(design, [_unit(row, design) for row in rows])


def _row(unit: Unit) -> UnitRow:
    return row_of(
        UnitRow,
        unit,
        kind=unit.kind.id,
        group_id=unit.group.id,
        other_names=list(unit.other_names),
        more=dict(unit.more),
    )


def _unit(row: Fetched[Any], design: FrameDesign) -> Unit:
    return Unit(
        id=row.id,
        name=row.name,
        kind=design.kinds_by_id[row.kind],
        group=design.groups_by_id[row.group_id],
        other_names=tuple(row.other_names),
        around=design.around(row.more),
        size=row.size,
        language_form=row.language_form,
        more=MappingProxyType(row.more),
    )
