"""The tables, without behaviour. Rows stay inside `db`; records and schemas' types leave it.

Enums are stored as their slugs in text columns, moments as UTC, answers in their stored JSON form.
Ids are made by the client, so that repeating a write after a lost reply stores nothing twice.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.columns import Json, PlainText, UTCDateTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, or a later migration could not find it again on SQLite."""


class Row(SQLModel):
    """What all tables share: our own metadata, apart from SQLModel's global one."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


class SurveyRow(Row, table=True):
    """The survey that the database is for: one row, for ever."""

    __tablename__ = "survey"
    name: str = Field(primary_key=True, sa_type=PlainText)


class UnitRow(Row, table=True):
    """A unit of the sample; kinds and groups are the survey's, `more` are further columns."""

    __tablename__ = "unit"
    id: str = Field(primary_key=True, sa_type=PlainText)
    name: str = Field(sa_type=PlainText)
    kind: str = Field(sa_type=PlainText)
    group_id: str = Field(sa_type=PlainText)
    other_names: Any = Field(sa_type=Json, nullable=False)
    size: int | None = None
    language_form: str = Field(sa_type=PlainText)
    more: Any = Field(sa_type=Json, nullable=False)


class InterviewerRow(Row, table=True):
    """One person who interviews; the latest to sit down at a seat is the one sitting there."""

    __tablename__ = "interviewer"
    id: UUID = Field(primary_key=True)
    name: str = Field(sa_type=PlainText)
    seat: str = Field(sa_type=PlainText, index=True)
    seated_at: datetime = Field(sa_type=UTCDateTime)
    created_at: datetime = Field(sa_type=UTCDateTime)


class CaseRow(Row, table=True):
    """One survey unit, for ever; `lease_token` only ever grows.

    A coordinator who returns a case says when, who and what to ask.
    """

    __tablename__ = "survey_case"
    id: UUID = Field(primary_key=True)
    unit_id: str = Field(sa_type=PlainText, unique=True)
    held_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    lease_token: int = 0
    lease_expires_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    rang_back_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    returned_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    returned_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    returned_question: str | None = Field(default=None, sa_type=PlainText)


class ContactRow(Row, table=True):
    """A place or person inside a case that can be called. Empty text means unknown."""

    __tablename__ = "contact_point"
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id", index=True)
    department: str = Field(sa_type=PlainText)
    department_name: str = Field(sa_type=PlainText)
    person: str = Field(sa_type=PlainText)
    role: str = Field(sa_type=PlainText)
    phone: str = Field(sa_type=PlainText)
    email: str = Field(sa_type=PlainText)
    source: str = Field(sa_type=PlainText)
    knows: str = Field(sa_type=PlainText)
    created_at: datetime = Field(sa_type=UTCDateTime)


class AttemptRow(Row, table=True):
    """One dialled call. Neither `ended_at` nor `end_unknown`: it is still going on."""

    __tablename__ = "call_attempt"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index(None, "interviewer_id", "ended_at", "end_unknown"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: int
    contact_id: UUID = Field(foreign_key="contact_point.id", index=True)
    phone: str = Field(sa_type=PlainText)
    interviewer_id: UUID = Field(foreign_key="interviewer.id")
    started_at: datetime = Field(sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    end_unknown: bool = False
    outcome: str | None = Field(default=None, sa_type=PlainText)
    note: str = Field(default="", sa_type=PlainText)


class RedirectRow(Row, table=True):
    """An edge from whom we spoke with to whom we were sent; nowhere only for a dead end."""

    __tablename__ = "redirect"
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id", index=True)
    attempt_id: UUID = Field(foreign_key="call_attempt.id", index=True)
    from_id: UUID = Field(foreign_key="contact_point.id", index=True)
    to_id: UUID | None = Field(default=None, foreign_key="contact_point.id", index=True)
    how: str = Field(sa_type=PlainText)
    said: str = Field(sa_type=PlainText)
    at: datetime = Field(sa_type=UTCDateTime)


class InterviewRow(Row, table=True):
    """One questionnaire filled in for a case: at most one of each questionnaire per case."""

    __tablename__ = "interview"
    __table_args__ = (UniqueConstraint("case_id", "questionnaire"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    questionnaire: str = Field(sa_type=PlainText)
    version: str = Field(sa_type=PlainText)
    fingerprint: str = Field(sa_type=PlainText)
    language: str = Field(sa_type=PlainText)
    started_at: datetime = Field(sa_type=UTCDateTime)
    started_by: UUID = Field(foreign_key="interviewer.id", index=True)
    open: bool = True


class AnswerRow(Row, table=True):
    """What was answered, in order; nothing is ever changed, a new entry overrules an old one."""

    __tablename__ = "answer_entry"
    __table_args__ = (UniqueConstraint("interview_id", "seq"),)
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id")
    seq: int
    question: str = Field(sa_type=PlainText)
    item: int | None = None
    value: Any = Field(sa_type=Json, nullable=False)
    remark: str = Field(sa_type=PlainText)
    informant_id: UUID | None = Field(default=None, foreign_key="contact_point.id", index=True)
    attempt_id: UUID | None = Field(default=None, foreign_key="call_attempt.id", index=True)
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    language: str = Field(sa_type=PlainText)
    at: datetime = Field(sa_type=UTCDateTime)


class ConfirmationRow(Row, table=True):
    """Why an answer that looks odd was let stand, and what it was judged on."""

    __tablename__ = "check_confirmation"
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True)
    check_id: str = Field(sa_type=PlainText)
    item: int | None = None
    reason: str = Field(sa_type=PlainText)
    evidence: Any = Field(sa_type=Json, nullable=False)
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)


class RevisionRow(Row, table=True):
    """The whole interview as it was completed, frozen; a new completion is a new revision."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("interview_id", "number"),)
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id")
    number: int
    document: Any = Field(sa_type=Json, nullable=False)
    classification: Any = Field(sa_type=Json, nullable=False)
    completed_at: datetime = Field(sa_type=UTCDateTime)
    completed_by: UUID = Field(foreign_key="interviewer.id", index=True)


class PlaceRow(Row, table=True):
    """Where the interviewer stands and what is half typed; a draft, not an answer."""

    __tablename__ = "place"
    interview_id: UUID = Field(primary_key=True, foreign_key="interview.id")
    question: str = Field(sa_type=PlainText)
    item: int | None = None
    draft: str = Field(sa_type=PlainText)
    at: datetime = Field(sa_type=UTCDateTime)


class AppointmentRow(Row, table=True):
    """A time to call. At most one open per case; the closed ones tell how they went."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index(
            "ix_appointment_open",
            "case_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id", index=True)
    due: datetime = Field(sa_type=UTCDateTime)
    minutes: int
    kind: str = Field(sa_type=PlainText)
    contact_id: UUID | None = Field(default=None, foreign_key="contact_point.id", index=True)
    note: str = Field(sa_type=PlainText)
    only_with: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    made_by: UUID = Field(foreign_key="interviewer.id", index=True)
    made_at: datetime = Field(sa_type=UTCDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    closed_how: str | None = Field(default=None, sa_type=PlainText)


class PhaseOneRow(Row, table=True):
    """What the form of phase one says about a unit. Not answered on a day: not by itself."""

    __tablename__ = "phase_one"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    answered_on: date | None = None
    offers: str | None = Field(default=None, sa_type=PlainText)
    organisation: str | None = Field(default=None, sa_type=PlainText)
    plans: str | None = Field(default=None, sa_type=PlainText)
    partners: Any = Field(sa_type=Json, nullable=False)
    comment: str = Field(sa_type=PlainText)
    imported_at: datetime = Field(sa_type=UTCDateTime)


class CoveredRow(Row, table=True):
    """A case that another one may settle, and who says so; a coordinator decides."""

    __tablename__ = "covered_proposal"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    by_case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id", index=True)
    source: str = Field(primary_key=True, sa_type=PlainText)


class RevealRow(Row, table=True):
    """The claim of phase one was shown, as it read then; and why the interview differs from it."""

    __tablename__ = "claim_reveal"
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", unique=True)
    claim: str = Field(sa_type=PlainText)
    shown_at: datetime = Field(sa_type=UTCDateTime)
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    reason: str | None = Field(default=None, sa_type=PlainText)
    note: str = Field(default="", sa_type=PlainText)
    at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class DecisionRow(Row, table=True):
    """What a coordinator decided, in order; nothing is ever changed, the latest counts."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: int
    kind: str = Field(sa_type=PlainText)
    at: datetime = Field(sa_type=UTCDateTime)
    decided_by: UUID = Field(foreign_key="interviewer.id", index=True)
    reason: str = Field(sa_type=PlainText)
    interview_id: UUID | None = Field(default=None, foreign_key="interview.id", index=True)
    revision: int | None = None
    klass: str | None = Field(default=None, sa_type=PlainText)
    question: str | None = Field(default=None, sa_type=PlainText)
    item: int | None = None
    by_case_id: UUID | None = Field(default=None, foreign_key="survey_case.id", index=True)


SURVEY = Row.metadata.tables["survey"]
UNIT = Row.metadata.tables["unit"]
INTERVIEWER = Row.metadata.tables["interviewer"]
CASE = Row.metadata.tables["survey_case"]
CONTACT = Row.metadata.tables["contact_point"]
ATTEMPT = Row.metadata.tables["call_attempt"]
REDIRECT = Row.metadata.tables["redirect"]
INTERVIEW = Row.metadata.tables["interview"]
ANSWER = Row.metadata.tables["answer_entry"]
CONFIRMATION = Row.metadata.tables["check_confirmation"]
REVISION = Row.metadata.tables["revision"]
PLACE = Row.metadata.tables["place"]
APPOINTMENT = Row.metadata.tables["appointment"]
PHASE_ONE = Row.metadata.tables["phase_one"]
COVERED = Row.metadata.tables["covered_proposal"]
REVEAL = Row.metadata.tables["claim_reveal"]
DECISION = Row.metadata.tables["decision"]
