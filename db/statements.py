"""Small pieces of SQL that the verbs share.

What is always selected in the same way is built once: that takes longer than to carry it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Select,
    Table,
    Update,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy import Row as Fetched
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, col

from db.plain_sql import AT_ONCE, Reads
from db.problems import NotFound
from db.ready_statements import found_by, ready
from db.survey_codes import SURVEY
from db.tables import (
    AnswerRow,
    AssignmentRow,
    AttemptRow,
    CaseRow,
    ContactRow,
    InterviewerRow,
    RedirectRow,
    Row,
    UndoneRow,
)
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

Found = TypeVar("Found")

Finds: TypeAlias = Select[*tuple[Any, ...]]
"""A statement that finds rows, of whatever columns."""

Values: TypeAlias = dict[str, Any]
"""What goes into a row, by column."""


def survey_of(session: Session) -> Survey:
    """The survey that the database is of."""
    survey: Survey = session.info[SURVEY]
    return survey


_CONNECTION: Final = "connection"


def connection_of(session: Session) -> Connection:
    """The connection of a session, which has begun its transaction: it is asked for only once."""
    known: Connection | None = session.info.get(_CONNECTION)
    if known is None:
        known = session.info[_CONNECTION] = session.connection()
    return known


def reads_of(session: Session) -> Reads:
    """The same transaction, to be read in plain SQL."""
    connection = session.connection()
    return Reads(
        survey_of(session),
        dialect_of(session),
        lambda sql: connection.exec_driver_sql(sql).all(),
        partial(portions, session),
    )


def execute(session: Session, statement: UpdateBase, values: Values | None = None) -> int:
    """Carry out a change; how many rows it touched.

    Asked for expressly, as an INSERT does not tell on a server.
    """
    connection = connection_of(session)
    if prepared := ready(connection.dialect, statement, values):
        return len(prepared.within(connection, values or {}))
    told = {"preserve_rowcount": True}
    return connection.execute(statement, values, execution_options=told).rowcount


def fetch(
    session: Session, statement: Finds, values: Values | None = None
) -> Sequence[Fetched[Any]]:
    """All rows at once: a reader in the middle of a SELECT blocks writers."""
    return found_by(connection_of(session), statement, values).rows


def fetch_one(
    session: Session, statement: Finds, values: Values | None = None
) -> Fetched[Any] | None:
    """The first row, if any."""
    return next(iter(found_by(connection_of(session), statement, values).rows), None)


def portions(session: Session, sql: str) -> Iterator[Sequence[Any]]:
    """What plain SQL finds, as the driver has it, some rows at a time, however many there are."""
    streamed = session.connection().exec_driver_sql(sql, execution_options={"yield_per": AT_ONCE})
    # Not of the driver's cursor: of a server's, the first row is in the strategy's hands.  It is
    # closed behind the last row: whoever gives up in the middle lets go of the connection, too.
    while some := streamed.cursor_strategy.fetchmany(streamed, streamed.cursor, AT_ONCE):
        yield some


def insert_once(session: Session, row: Row, **worked_out: Any) -> bool:
    """Store a row unless its key is there already (a repeated call). True when it was new.

    `worked_out` are columns that the statement itself finds the values of.
    """
    store, values = once(dialect_of(session), type(row)), row.values()
    if worked_out:
        given = {name: value for name, value in values.items() if name not in worked_out}
        return execute(session, store.values(worked_out), given) == 1
    return execute(session, store, values) == 1


WorkedOut: TypeAlias = Callable[[str, Any], ColumnElement[Any]]
"""What the database finds for a column, by its dialect and by what the row lies within."""


def insert_next(
    session: Session, row: Row, within: str = "case_id", **worked_out: WorkedOut
) -> bool:
    """The same for one of several that belong together, `within` a case or what else the column
    names: it gets the next `number` among them.
    """
    values = {**row.values(), _SAME: getattr(row, within)}
    for name in ("number", *worked_out):
        del values[name]
    store = _store_next(dialect_of(session), type(row), within, *worked_out.items())
    return execute(session, store, values) == 1


_SAME: Final = "same_as_in_the_row"


@cache
def _store_next(
    dialect: str, model: type[Row], within: str, *worked_out: tuple[str, WorkedOut]
) -> Insert:
    """The INSERT of a row that gets the next number among those `within` the same."""
    columns = table_of(model).c
    same = bindparam(_SAME, type_=columns[within].type)
    following = select(func.coalesce(func.max(columns.number), 0) + 1)
    number = following.where(columns[within] == same).scalar_subquery()
    others = {name: finds(dialect, same) for name, finds in worked_out}
    return once(dialect, model).values(number=number, **others)


@cache
def change_of(model: type[Row], *keys: str) -> Update:
    """UPDATE of rows known by columns, each bound as `its_…`; the changes are given besides."""
    table = table_of(model)
    return update(table).where(*(table.c[key] == bindparam(f"its_{key}") for key in keys))


def table_of(model: type[Row]) -> Table:
    """The table of a model."""
    return Row.metadata.tables[str(model.__tablename__)]


def dialect_of(session: Session) -> str:
    """Which kind of database it is: sqlite or postgresql."""
    return session.get_bind().dialect.name


def values_of(record: Any) -> Values:
    """What a record whose fields are named as the columns has in them, as it is.

    For what is stored at every key: the columns refuse what no database takes, and its model is
    not asked, which would take 40 µs.
    """
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@cache
def once(dialect: str, model: type[Row]) -> Insert:
    """INSERT … ON CONFLICT (its key) DO NOTHING. Other conflicts are errors, never swallowed."""
    table = table_of(model)
    key = [column.name for column in table.primary_key]
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=key)


def upsert(dialect: str, model: type[Row], key: str, columns: Sequence[str]) -> Insert:
    """INSERT … ON CONFLICT (key) DO UPDATE of the columns."""
    insert = _insert(dialect, table_of(model))
    changed = {name: insert.excluded[name] for name in columns}
    return insert.on_conflict_do_update(index_elements=[key], set_=changed)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """With the dialect that is there: the other's takes a while to load."""
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def referring_to(model: type[Row]) -> Iterator[tuple[Table, Column[UUID]]]:
    """Every column that refers to rows of a model, with its table."""
    name = str(model.__tablename__)
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == name for key in column.foreign_keys):
                yield table, column


def answers_so_far(dialect: str, interview: Any) -> ColumnElement[int]:
    """How many answers an interview has, also those that not everybody may read."""
    if dialect == "postgresql":
        return func.answers_so_far(interview, type_=Integer)
    answers = table_of(AnswerRow)
    last = select(func.coalesce(func.max(answers.c.seq), 0))
    return last.where(answers.c.interview_id == interview).scalar_subquery()


@cache
def of_cases(statement: Finds, column: str = "case_id") -> Finds:
    """The same of some cases only, bound as `cases`.

    It is made once, as to make a statement and to see that it has been compiled takes longer than
    to carry it out.
    """
    case = statement.selected_columns[column]
    return statement.where(case.in_(bindparam("cases", expanding=True)))


@cache
def of_case(statement: Finds, column: str = "case_id") -> Finds:
    """The same of one case, bound as `case`: without a list that is spelt anew each time."""
    return statement.where(statement.selected_columns[column] == bindparam("case"))


@cache
def select_cases() -> Finds:
    """Cases by themselves: `CaseHeader`."""
    sender = aliased(InterviewerRow, name="sender")
    owner, newer = aliased(InterviewerRow, name="owner"), aliased(AssignmentRow, name="newer")
    latest = select(func.max(col(newer.number))).where(col(newer.case_id) == col(CaseRow.id))
    given = (col(AssignmentRow.case_id) == col(CaseRow.id)) & (
        col(AssignmentRow.number) == latest.scalar_subquery()
    )
    return (
        select(
            col(CaseRow.id),
            col(CaseRow.unit_id),
            col(CaseRow.held_by).label("holder_interviewer_id"),
            col(InterviewerRow.name).label("holder_name"),
            col(CaseRow.lease_expires_at).label("holder_until"),
            col(CaseRow.rang_back_at),
            col(CaseRow.returned_at),
            col(sender.name).label("returned_by"),
            col(CaseRow.returned_question),
            col(owner.id).label("given_to_interviewer_id"),
            col(owner.name).label("given_to_name"),
        )
        .outerjoin(InterviewerRow, col(CaseRow.held_by) == col(InterviewerRow.id))
        .outerjoin(sender, col(CaseRow.returned_by) == col(sender.id))
        .outerjoin(AssignmentRow, given)
        .outerjoin(owner, col(AssignmentRow.given_to) == col(owner.id))
    )


@cache
def select_contacts() -> Finds:
    """Contact points: `ContactPoint`, the oldest first."""
    return select(ContactRow).order_by(col(ContactRow.created_at), col(ContactRow.id))


@cache
def select_attempts() -> Finds:
    """Calls with the interviewer's name, in order: `CallAttempt`."""
    return (
        select(AttemptRow, col(InterviewerRow.name).label("interviewer"))
        .join(InterviewerRow, col(AttemptRow.interviewer_id) == col(InterviewerRow.id))
        .order_by(col(AttemptRow.number))
    )


@cache
def select_redirects() -> Finds:
    """Redirects, in order: `Redirect`."""
    return select(RedirectRow).where(still_stands()).order_by(col(RedirectRow.number))


def still_stands() -> ColumnElement[bool]:
    """Whether a redirect has not been undone."""
    return ~select(col(UndoneRow.id)).where(col(UndoneRow.deed_id) == col(RedirectRow.id)).exists()


def found(one: Found | None, what: str) -> Found:
    """The row or record, or NotFound with what it was we looked for."""
    if one is None:
        raise NotFound(what)
    return one
