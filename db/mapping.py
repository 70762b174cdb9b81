"""Rows to records and back: the only place that knows both."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row as Fetched

from db.records import (
    AnswerEntry,
    Confirmation,
    Holder,
    Interviewer,
    InterviewRecord,
    Place,
    Returned,
    Reveal,
    Revision,
)
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import CallAttempt, ContactPoint, Knowledge, Redirect, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.decisions import Decision, DecisionKind
from schemas.review.phase_one import ClaimedOffers, ClaimedOrganisation, ClaimedPlans, PhaseOneForm
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.survey import Survey

Values = dict[str, Any]


def interviewer(row: Fetched[Any]) -> Interviewer:
    """A person."""
    return Interviewer(id=row.id, name=row.name, seat=row.seat)


def holder(row: Fetched[Any]) -> Holder | None:
    """Who holds the case of a row with `held_by`, `holder_name` and `lease_expires_at`."""
    if row.held_by is None:
        return None
    return Holder(row.held_by, row.holder_name, row.lease_expires_at)


def contact(survey: Survey, row: Fetched[Any]) -> ContactPoint:
    """A contact point."""
    return ContactPoint(
        id=row.id,
        case_id=row.case_id,
        department=survey.departments[row.department],
        department_name=row.department_name,
        person=row.person,
        role=row.role,
        phone=row.phone,
        email=row.email,
        source=row.source,
        knows=Knowledge[row.knows],
        created_at=row.created_at,
    )


def contact_values(record: ContactPoint) -> Values:
    """A contact point as a row."""
    return {
        "id": record.id,
        "case_id": record.case_id,
        "department": record.department.name,
        "department_name": record.department_name,
        "person": record.person,
        "role": record.role,
        "phone": record.phone,
        "email": record.email,
        "source": record.source,
        "knows": record.knows.name,
        "created_at": record.created_at,
    }


def attempt(row: Fetched[Any]) -> CallAttempt:
    """A call, with the interviewer's name from the row's `interviewer`."""
    return CallAttempt(
        id=row.id,
        case_id=row.case_id,
        number=row.number,
        contact_id=row.contact_id,
        phone=row.phone,
        interviewer_id=row.interviewer_id,
        interviewer=row.interviewer,
        started_at=row.started_at,
        ended_at=row.ended_at,
        end_unknown=row.end_unknown,
        outcome=outcome(row.outcome),
        note=row.note,
    )


def outcome(slug: str | None) -> Outcome | None:
    """An outcome by its slug."""
    return None if slug is None else Outcome[slug]


def redirect(row: Fetched[Any]) -> Redirect:
    """A redirect."""
    return Redirect(
        id=row.id,
        case_id=row.case_id,
        attempt_id=row.attempt_id,
        from_id=row.from_id,
        to_id=row.to_id,
        how=RedirectHow[row.how],
        said=row.said,
        at=row.at,
    )


def redirect_values(record: Redirect) -> Values:
    """A redirect as a row."""
    return {
        "id": record.id,
        "case_id": record.case_id,
        "attempt_id": record.attempt_id,
        "from_id": record.from_id,
        "to_id": record.to_id,
        "how": record.how.name,
        "said": record.said,
        "at": record.at,
    }


def interview(row: Fetched[Any]) -> InterviewRecord:
    """An interview."""
    return InterviewRecord(
        id=row.id,
        case_id=row.case_id,
        questionnaire=row.questionnaire,
        version=row.version,
        fingerprint=row.fingerprint,
        language=row.language,
        started_at=row.started_at,
        started_by=row.started_by,
        open=row.open,
    )


def entry(row: Fetched[Any]) -> AnswerEntry:
    """An answer."""
    return AnswerEntry(
        id=row.id,
        interview_id=row.interview_id,
        question=row.question,
        item=row.item,
        value=row.value,
        remark=row.remark,
        informant_id=row.informant_id,
        attempt_id=row.attempt_id,
        interviewer_id=row.interviewer_id,
        language=row.language,
        at=row.at,
    )


def confirmation(row: Fetched[Any]) -> Confirmation:
    """A confirmed objection."""
    return Confirmation(
        id=row.id,
        interview_id=row.interview_id,
        check_id=row.check_id,
        item=row.item,
        reason=row.reason,
        evidence=row.evidence,
        interviewer_id=row.interviewer_id,
        at=row.at,
    )


def place(row: Fetched[Any]) -> Place:
    """Where the interviewer stood."""
    return Place(row.interview_id, row.question, row.item, row.draft, row.at)


def revision(row: Fetched[Any]) -> Revision:
    """A completed interview."""
    return Revision(
        id=row.id,
        interview_id=row.interview_id,
        number=row.number,
        document=row.document,
        classification=row.classification,
        completed_at=row.completed_at,
        completed_by=row.completed_by,
    )


def appointment(row: Fetched[Any]) -> Appointment:
    """A time to call."""
    return Appointment(
        id=row.id,
        case_id=row.case_id,
        due=row.due,
        minutes=row.minutes,
        kind=AppointmentKind[row.kind],
        contact_id=row.contact_id,
        note=row.note,
        only_with=row.only_with,
        made_by=row.made_by,
        made_at=row.made_at,
        closed_at=row.closed_at,
    )


def returned(row: Fetched[Any]) -> Returned | None:
    """Why a case is back, from a row with the name of who sent it."""
    if row.returned_at is None:
        return None
    return Returned(row.returned_at, row.returned_by_name or "", row.returned_question or "")


def phase_one(row: Fetched[Any]) -> PhaseOneForm:
    """The form of a unit, from a row with its `unit_id`. Whom to call is a contact point."""
    return PhaseOneForm(
        unit_id=row.unit_id,
        answered_on=row.answered_on,
        offers=None if row.offers is None else ClaimedOffers[row.offers],
        organisation=None if row.organisation is None else ClaimedOrganisation[row.organisation],
        plans=None if row.plans is None else ClaimedPlans[row.plans],
        partners=tuple(row.partners),
        comment=row.comment,
    )


def phase_one_values(record: PhaseOneForm) -> Values:
    """The form of a unit as a row, without its case."""
    return {
        "answered_on": record.answered_on,
        "offers": record.offers and record.offers.name,
        "organisation": record.organisation and record.organisation.name,
        "plans": record.plans and record.plans.name,
        "partners": list(record.partners),
        "comment": record.comment,
    }


def reveal(row: Fetched[Any]) -> Reveal:
    """That the claim was shown."""
    return Reveal(
        id=row.id,
        interview_id=row.interview_id,
        claim=row.claim,
        shown_at=row.shown_at,
        interviewer_id=row.interviewer_id,
        reason=row.reason,
        note=row.note,
        at=row.at,
    )


def decision(row: Fetched[Any]) -> Decision:
    """A decision, from a row with the names of who decided and of the other unit."""
    return Decision(
        id=row.id,
        case_id=row.case_id,
        kind=DecisionKind[row.kind],
        at=row.at,
        decided_by=row.decided_by,
        name=row.decided_by_name,
        reason=row.reason,
        interview_id=row.interview_id,
        revision=row.revision,
        klass=None if row.klass is None else Class[row.klass],
        question=None if row.question is None else Key(row.question, row.item),
        by_unit=row.by_unit_id,
    )


def decision_values(record: Decision) -> Values:
    """A decision as a row, without its number and the other unit's case."""
    return {
        "id": record.id,
        "case_id": record.case_id,
        "kind": record.kind.name,
        "at": record.at,
        "decided_by": record.decided_by,
        "reason": record.reason,
        "interview_id": record.interview_id,
        "revision": record.revision,
        "klass": record.klass and record.klass.name,
        "question": record.question and record.question.question,
        "item": record.question and record.question.item,
    }


def values(record: Any) -> Values:
    """A record of ours, whose fields are named as the columns, as a row."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}
