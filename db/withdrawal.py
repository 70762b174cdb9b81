"""A respondent withdraws: what they said and who they are is erased; that it happened is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlmodel import Session, col

from db.database import Database
from db.decisions import append_decision, is_stored, lock_case, signed_by
from db.interviews import WITHDRAWN
from db.leases import take_away
from db.persons.erasing import erase_in
from db.persons.looking import persons_known
from db.persons.worded import by_case, in_no_case, worded_rows
from db.records import Signed
from db.statements import execute, survey_of, table_of
from db.tables import (
    AnswerRow,
    AppointmentRow,
    AttemptRow,
    CaseNoteRow,
    CaseRow,
    ClaimFormRow,
    CodingRow,
    ConfirmationRow,
    ConflictRow,
    ContactBeforeRow,
    ContactRow,
    DecisionRow,
    InterviewRow,
    OpeningRow,
    PersonAnswerRow,
    PersonRevisionRow,
    PlaceRow,
    RedirectRow,
    RevealRow,
    RevisionRow,
    Row,
    UndoneRow,
)
from db.trail.chain import Verb
from db.trail.trail import forget, note
from schemas.review.consents import Consent
from schemas.review.decisions import DecisionKind

SAID: Final = (
    *(OpeningRow, PlaceRow, ConfirmationRow, RevealRow, CodingRow),
    *(PersonRevisionRow, RevisionRow, PersonAnswerRow, AnswerRow),
)
"""Where there is something that was said in the interview, or follows from it."""

BLANKED: Final[Mapping[type[Row], tuple[str, ...]]] = MappingProxyType(
    {
        ContactRow: (
            *("department_name", "person", "role", "email"),
            *("source", "retired_why", "dead", "wrong"),
        ),
        AttemptRow: ("note",),
        UndoneRow: ("note",),
        RedirectRow: ("said",),
        AppointmentRow: ("note",),
        ClaimFormRow: ("comment",),
        CaseNoteRow: ("words",),
        DecisionRow: ("reason",),
    }
)
"""Where persons stand, and what was noted about the conversations; beside numbers of theirs."""

GONE: Final = (ConflictRow, ContactBeforeRow)
"""What was set aside in a merge, and how contact points read before."""

UNDECIDED: Final[Mapping[str, None]] = MappingProxyType(
    dict.fromkeys(
        ("klass", "question", "item", *(f"consent_{one.name}" for one in fields(Consent)))
    )
)
"""What a decision tells no more."""


def withdraw(db: Database, signed: Signed, case_id: UUID) -> None:
    """Erase answers, remarks, drafts, frozen documents and persons; keep calls, dates, outcome.

    Whoever has the case open loses it at once: nothing more gets in. It can never be undone.
    Raises NeverAgain and NotFound.
    """
    with db.write() as session:
        if is_stored(session, signed.id):
            return
        lock_case(session, case_id)
        _erase_where_no_case_is(session, signed, case_id)
        _erase_answers(session, case_id)
        _erase_persons(session, case_id)
        _erase_words(session, case_id)
        append_decision(session, signed_by(signed, case_id, DecisionKind.withdrawn))
        take_away(session, case_id)
        nobody = update(CaseRow).where(col(CaseRow.id) == case_id).values(rang_back_at=None)
        execute(session, nobody)
        forget(session, case_id)
        note(session, Verb.erasure, str(case_id))


def _erase_where_no_case_is(session: Session, signed: Signed, case_id: UUID) -> None:
    """What a code is called may name whoever is known in the case; by a first name alone, anybody
    is.
    """
    rows = list(worded_rows(session))
    known = persons_known(survey_of(session), by_case(rows).get(case_id, []))
    whole = replace(known, names=frozenset(one for one in known.names if " " in one))
    erase_in(session, signed, in_no_case(rows), whole, "person")


def _erase_answers(session: Session, case_id: UUID) -> None:
    interviews = select(col(InterviewRow.id)).where(col(InterviewRow.case_id) == case_id)
    for model in SAID:
        execute(session, delete(model).where(col(model.interview_id).in_(interviews)))
    execute(
        session,
        update(InterviewRow).where(col(InterviewRow.case_id) == case_id).values(**WITHDRAWN),
    )


def _erase_persons(session: Session, case_id: UUID) -> None:
    """Every person in the case, and every number but the switchboard's: nobody calls here again.

    Who told of a contact point is a person's name, too, also where the switchboard was named.
    """
    ours = col(ContactRow.case_id) == case_id
    first = survey_of(session).departments.front_line()
    front = col(ContactRow.department).in_([one.name for one in first])
    personal = ours & ~(front & (col(ContactRow.person) == ""))
    _blank(
        session,
        AttemptRow,
        ["phone"],
        col(AttemptRow.contact_id).in_(select(col(ContactRow.id)).where(personal)),
    )
    _blank(session, ContactRow, ["phone"], personal)


def _erase_words(session: Session, case_id: UUID) -> None:
    """Who was spoken to, and what was noted in free text; and how that read before."""
    for model, columns in BLANKED.items():
        table = table_of(model)
        ours = update(table).where(table.c.case_id == case_id)
        execute(session, ours.values(dict.fromkeys(columns, "")))
    execute(
        session, update(DecisionRow).where(col(DecisionRow.case_id) == case_id).values(**UNDECIDED)
    )
    for gone in GONE:
        execute(session, delete(gone).where(table_of(gone).c.case_id == case_id))


def _blank(
    session: Session, model: type[Row], columns: Iterable[str], where: ColumnElement[bool]
) -> None:
    execute(session, update(model).where(where).values(dict.fromkeys(columns, "")))
