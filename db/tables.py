"""The tables: what a row may hold. Rows stay inside `db`; records and schemas' types leave it.

Codes are stored as their slugs, moments as UTC, answers in their stored JSON form. What goes in is
validated by the model: `db.rows` makes a row of a record, and a record of a row that was found by
the model. Codes that the program fixes, and what refers to another row, the database checks, too.
Ids are made by the client, so that repeating a write after a lost reply stores nothing twice.
"""

from typing import Any, ClassVar, get_args
from uuid import UUID

from sqlalchemy import Index, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.column_types import (
    ClaimSlug,
    Classification,
    ClassSlugOrNone,
    Day,
    DayOrNone,
    DepartmentSlug,
    DifferenceSlugOrNone,
    FormAnswers,
    GroupId,
    Json,
    Moment,
    MomentOrNone,
    Numbered,
    OutcomeOrNone,
    PlainText,
    QuestionId,
    UnitKindId,
    Words,
    WordsOrNone,
    code,
)
from db.records import ClosedHow, ConflictKind, ErasedWhy
from schemas.calls.appointments import AppointmentKind
from schemas.calls.call_codes import DeedKind, Knowledge, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.frame.units import LanguageForm
from schemas.language.text import LANGUAGES, Language
from schemas.review.consents import ConsentHow
from schemas.review.decisions import DecisionKind

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

    # What is refused may be a name or an answer: no message repeats it.
    model_config = {"hide_input_in_errors": True, "defer_build": True}
    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)
    followed: ClassVar[bool] = True
    """Whether the trail tells of every change: of all but drafts, and what follows from others."""
    passing: ClassVar[frozenset[str]] = frozenset()
    """Columns that come and go and tell nothing."""

    def values(self) -> dict[str, Any]:
        """What it has in its columns."""
        kept = vars(self)  # as they are: SQLAlchemy would look for changes of each
        return {name: kept[name] for name in type(self).model_fields}


class SurveyRow(Row, table=True):
    """The survey that the database is for: one row, for ever.

    `part` is the hand-out that the database is; None where it is no part of another.  Where one
    practises in it, all of it is invented.
    """

    __tablename__ = "survey"
    name: str = Field(sa_type=PlainText, primary_key=True)
    part: UUID | None = None
    practice: bool = False


class UnitRow(Row, table=True):
    """A unit of the sample, as the register had it when the database was made.

    Its kind and group are the survey's; `more` are further columns of the register.
    """

    __tablename__ = "unit"
    id: str = Field(sa_type=PlainText, primary_key=True)
    name: Words
    kind: UnitKindId
    group_id: GroupId
    other_names: Json
    size: int | None = None
    language_form: LanguageForm = code(*get_args(LanguageForm), name="language_form")
    more: Json


class InterviewerRow(Row, table=True):
    """One person who interviews; the latest to sit down at a seat is the one sitting there."""

    __tablename__ = "interviewer"
    id: UUID = Field(primary_key=True)
    name: Words
    seat: str = Field(sa_type=PlainText, index=True)
    seated_at: Moment
    created_at: Moment


class CaseRow(Row, table=True):
    """The search for the right person in one unit, and all that belongs to it: one, for ever.

    It is held by one interviewer at a time, who shows the `lease_token`, which only ever grows.
    `rang_back_at` is when they called us. A coordinator who returns it says when, who and what to
    ask.
    """

    __tablename__ = "survey_case"
    passing = frozenset({"lease_expires_at"})
    id: UUID = Field(primary_key=True)
    unit_id: str = Field(sa_type=PlainText, unique=True, foreign_key="unit.id")
    held_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    lease_token: int = 0
    lease_expires_at: MomentOrNone = None
    rang_back_at: MomentOrNone = None
    returned_at: MomentOrNone = None
    returned_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    returned_question: WordsOrNone = None


class ContactRow(Row, table=True):
    """A place or person inside a case that can be called, and who told us.

    An empty text is: not known.  One that is nobody to ring any more stays, with when and why it
    was retired.  `dead` is a number that is nobody's any more, `wrong` one that is somebody else's.
    """

    __tablename__ = "contact_point"
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id", index=True)
    department: DepartmentSlug
    department_name: Words
    person: Words
    role: Words
    phone: Words
    email: Words
    source: Words
    knows: Knowledge = code(Knowledge, name="knows")
    created_at: Moment
    retired_at: MomentOrNone = None
    retired_why: Words = ""
    dead: Words = ""
    wrong: Words = ""
    moved_up_at: MomentOrNone = None


class ContactBeforeRow(Row, table=True):
    """How a contact point read before it was changed; `number` counts those of the case.

    `because` is the id of the answer, the redirect, the call or the undoing that changed it; none
    where somebody has corrected it by hand.
    """

    __tablename__ = "contact_before"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    number: int | None = Field(
        default=None, primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    contact_id: UUID = Field(foreign_key="contact_point.id", index=True)
    because: UUID | None = Field(default=None, index=True)
    department: DepartmentSlug
    department_name: Words
    person: Words
    role: Words
    phone: Words
    email: Words
    source: Words
    knows: Knowledge = code(Knowledge, name="knows")
    retired_at: MomentOrNone = None
    retired_why: Words = ""
    dead: Words = ""
    wrong: Words = ""
    moved_up_at: MomentOrNone = None


class AttemptRow(Row, table=True):
    """One dialled call, to what number, by whom; `number` counts those of the case.

    How many `seconds` it took, a clock has measured that nobody sets.  Neither `ended_at` nor
    `end_unknown`: it is still going on.
    """

    __tablename__ = "call_attempt"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index(None, "interviewer_id", "ended_at", "end_unknown"),
        Index(None, "started_at"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    contact_id: UUID = Field(foreign_key="contact_point.id", index=True)
    phone: Words
    interviewer_id: UUID = Field(foreign_key="interviewer.id")
    started_at: Moment
    ended_at: MomentOrNone = None
    end_unknown: bool = False
    outcome: OutcomeOrNone = code(Outcome, name="outcome", default=None)
    note: Words = ""
    seconds: int | None = None


class RedirectRow(Row, table=True):
    """We were sent on in a call: by whom, and to whom, who is nobody only for a dead end.

    `number` counts those of the case.  One that was a slip of the finger stays: that it was undone
    is a row of its own.
    """

    __tablename__ = "redirect"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    attempt_id: UUID = Field(foreign_key="call_attempt.id", index=True)
    from_id: UUID = Field(foreign_key="contact_point.id", index=True)
    to_id: UUID | None = Field(default=None, foreign_key="contact_point.id", index=True)
    how: RedirectHow = code(RedirectHow, name="how")
    said: Words
    at: Moment


class UndoneRow(Row, table=True):
    """Something was undone: which deed, by whom, when; `number` counts those of the case.

    What stood before is stored again beside it.  Of a call that goes on, it tells how that had
    ended.
    """

    __tablename__ = "undone"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    kind: DeedKind = code(DeedKind, name="kind")
    deed_id: UUID = Field(index=True)
    undone_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment
    outcome: OutcomeOrNone = code(Outcome, name="outcome", default=None)
    note: Words = ""
    ended_at: MomentOrNone = None
    seconds: int | None = None


class InterviewRow(Row, table=True):
    """One questionnaire filled in for a case: at most one of each questionnaire per case.

    It is in today's version as long as it is open. Nobody needs the codebook of an older one to go
    on with it, so `fingerprint` need not be that of a codebook here.  Of one that was completed and
    is open again, who opened it and when; else these are empty.  `steps_back` are those that no
    answer has followed: to what, when, and by whom, who was on the line, in which call.
    """

    __tablename__ = "interview"
    __table_args__ = (UniqueConstraint("case_id", "questionnaire"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    questionnaire: Words
    version: Words
    fingerprint: Words
    language: Language = code(*LANGUAGES, name="language")
    started_at: Moment
    started_by: UUID = Field(foreign_key="interviewer.id", index=True)
    open: bool = True
    reopened_at: MomentOrNone = None
    reopened_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    steps_back: Json = None


class AnswerRow(Row, table=True):
    """An answer as it was given, by whom in which call; `seq` counts those of the interview.

    Nothing is ever changed: a new entry for the question, or its item, overrules an old one.
    `steps_back` are the questions that somebody went back to since the entry before, and when.
    No index says who answered or asked: each would be a page more to write for every answer, and
    only what is done to a person as a whole would use it, once.
    """

    __tablename__ = "answer_entry"
    __table_args__ = (UniqueConstraint("interview_id", "seq"),)
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id")
    seq: Numbered = None
    question: QuestionId
    item: int | None = None
    value: Json
    remark: Words
    informant_id: UUID | None = Field(default=None, foreign_key="contact_point.id")
    attempt_id: UUID | None = Field(default=None, foreign_key="call_attempt.id", index=True)
    interviewer_id: UUID = Field(foreign_key="interviewer.id")
    language: Language = code(*LANGUAGES, name="language")
    at: Moment
    steps_back: Json


class PersonAnswerRow(Row, table=True):
    """An answer that tells who somebody is: the entry of that id says only that there is one.

    Where it was erased, it is one that was not asked for.
    """

    __tablename__ = "person_answer"
    id: UUID = Field(primary_key=True, foreign_key="answer_entry.id")
    interview_id: UUID = Field(foreign_key="interview.id", index=True)
    question: QuestionId
    value: Json


class ConfirmationRow(Row, table=True):
    """Why an answer that looks odd was let stand, and what it was judged on.

    `number` counts those of the interview: the last one for a check is the one that counts.
    """

    __tablename__ = "check_confirmation"
    __table_args__ = (UniqueConstraint("interview_id", "number"),)
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id")
    number: Numbered = None
    check_id: Words
    item: int | None = None
    reason: Words
    evidence: Json
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class RevisionRow(Row, table=True):
    """The whole interview as it was completed, frozen; a new completion is a new revision.

    It belongs to the version that it was completed in, whatever the questionnaire of today.  It was
    made of the first so many `answers`; those after them are of another to come.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("interview_id", "number"),)
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id")
    number: Numbered = None
    answers: Numbered = None
    version: Words
    fingerprint: str = Field(sa_type=PlainText, foreign_key="codebook.fingerprint", index=True)
    document: Json
    classification: Classification
    completed_at: Moment
    completed_by: UUID = Field(foreign_key="interviewer.id", index=True)


class PersonRevisionRow(Row, table=True):
    """What tells who somebody is in the document of a revision, which says only that it was said.

    It is a document of the same form, and another one with what the public list may show.
    """

    __tablename__ = "person_revision"
    id: UUID = Field(primary_key=True, foreign_key="revision.id")
    interview_id: UUID = Field(foreign_key="interview.id", index=True)
    document: Json
    public: Json


class CodebookRow(Row, table=True):
    """A version that interviews were made with, by its fingerprint; `content` is its JSON."""

    __tablename__ = "codebook"
    fingerprint: str = Field(sa_type=PlainText, primary_key=True)
    name: Words
    version: Words
    content: Json


class OpeningRow(Row, table=True):
    """The opening text was read: what of it, in which version and language form, by whom and when.

    It has the id of the entry that says so.
    """

    __tablename__ = "opening"
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True)
    question: QuestionId
    fingerprint: str = Field(sa_type=PlainText, foreign_key="codebook.fingerprint", index=True)
    version: Words
    language: Language = code(*LANGUAGES, name="language")
    at: Moment
    read_by: UUID = Field(foreign_key="interviewer.id", index=True)


class PlaceRow(Row, table=True):
    """Where the interviewer stands and what is half typed there and at `others`; no answers.

    It was so after so many `answers` of the interview.
    """

    __tablename__ = "place"
    followed = False
    interview_id: UUID = Field(primary_key=True, foreign_key="interview.id")
    question: Words
    item: int | None = None
    draft: Words
    at: Moment
    answers: int = 0
    others: Json


class AppointmentRow(Row, table=True):
    """A time to call. At most one open per case; the closed ones tell how they went."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index(
            "ix_appointment_open",
            "case_id",
            unique=True,
            # A server gets the same: `postgresql.partial_as_declared`.
            sqlite_where=text("closed_at IS NULL"),
        ),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id", index=True)
    due: Moment
    minutes: int = Field(ge=1)
    kind: AppointmentKind = code(AppointmentKind, name="kind")
    contact_id: UUID | None = Field(default=None, foreign_key="contact_point.id", index=True)
    note: Words
    only_with: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    made_by: UUID = Field(foreign_key="interviewer.id", index=True)
    made_at: Moment
    closed_at: MomentOrNone = None
    closed_how: ClosedHow | None = code(*get_args(ClosedHow), name="closed_how", default=None)


class ClaimFormRow(Row, table=True):
    """What the form of an earlier phase says about a unit: codes by the names of the questions.

    Not answered on a day: not by itself.
    """

    __tablename__ = "claim_form"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    answered_on: DayOrNone = None
    answers: FormAnswers
    partners: Json
    comment: Words
    imported_at: Moment


class CoveredRow(Row, table=True):
    """A case that another one may settle, and who says so; a coordinator decides."""

    __tablename__ = "covered_proposal"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    by_case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id", index=True)
    source: str = Field(sa_type=PlainText, primary_key=True)


class RevealRow(Row, table=True):
    """The claim was shown, as it read then; and why the interview differs from it."""

    __tablename__ = "claim_reveal"
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", unique=True)
    claim: ClaimSlug
    shown_at: Moment
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    reason: DifferenceSlugOrNone = None
    note: Words = ""
    at: MomentOrNone = None


class DecisionRow(Row, table=True):
    """What a coordinator decided about a case; `number` counts what was decided about it.

    Nothing is ever changed: the latest counts. `revision` is that of the interview, and stays when
    the respondent withdraws and the revision itself is erased, so it is no reference.
    """

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    kind: DecisionKind = code(DecisionKind, name="kind")
    at: Moment
    decided_by: UUID = Field(foreign_key="interviewer.id", index=True)
    reason: Words
    interview_id: UUID | None = Field(default=None, foreign_key="interview.id", index=True)
    revision: int | None = None
    klass: ClassSlugOrNone = None
    question: WordsOrNone = None
    item: int | None = None
    by_case_id: UUID | None = Field(default=None, foreign_key="survey_case.id", index=True)
    consent_given_by: WordsOrNone = None
    consent_given_on: DayOrNone = None
    consent_how: ConsentHow | None = code(ConsentHow, name="consent_how", default=None)
    consent_contact: WordsOrNone = None
    consent_phone: WordsOrNone = None
    consent_email: WordsOrNone = None
    consent_url: WordsOrNone = None


class AssignmentRow(Row, table=True):
    """A case was given to somebody to ring, or taken back from all: by whom, when.

    Nothing is ever changed: the latest of a case counts; `number` counts those of the case.
    """

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    given_to: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)
    given_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class CaseNoteRow(Row, table=True):
    """What interviewers and coordinators tell each other about a case.

    `number` counts those of the case.
    """

    __tablename__ = "case_note"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="survey_case.id")
    number: Numbered = None
    words: Words
    written_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class SummaryRow(Row, table=True):
    """What has come of a case, by the rules: it follows from what else lies here (`db.summaries`).

    The call list reads it, and nobody else writes it.  So `given_to` is no reference, either: that
    is in what it follows from.
    """

    __tablename__ = "case_summary"
    followed = False
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    unit_id: str = Field(sa_type=PlainText, unique=True, foreign_key="unit.id")
    lane: str = Field(sa_type=PlainText)
    attempts: int
    given_to: UUID | None = None
    state: Words


class HandOutRow(Row, table=True):
    """A part of the cases, given to somebody in a file of its own: when, and until when they are
    hers alone; and when it was merged in again.
    """

    __tablename__ = "hand_out"
    id: UUID = Field(primary_key=True)
    interviewer_id: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment
    until: Moment
    back_at: MomentOrNone = None


class HandedCaseRow(Row, table=True):
    """A case that was handed out."""

    __tablename__ = "handed_case"
    hand_out_id: UUID = Field(primary_key=True, foreign_key="hand_out.id")
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id", index=True)


class ConflictRow(Row, table=True):
    """What two databases said differently about a case; what does not stand is in `content`.

    It is settled when somebody has looked at it, and open again when there is more of it.
    """

    __tablename__ = "conflict"
    case_id: UUID = Field(primary_key=True, foreign_key="survey_case.id")
    kind: ConflictKind = code(*get_args(ConflictKind), name="kind", primary_key=True)
    content: Json
    found_at: Moment
    settled_at: MomentOrNone = None
    settled_by: UUID | None = Field(default=None, foreign_key="interviewer.id", index=True)


class ErasureRow(Row, table=True):
    """What was erased of persons in a case, or where there is none: where it stood, and nothing of
    what it was.

    `places` are tables, keys and columns.  It travels: what another database still has there is
    erased when the two are merged (`db.merge.erasures`).
    """

    __tablename__ = "erasure"
    id: UUID = Field(primary_key=True)
    case_id: UUID | None = Field(default=None, foreign_key="survey_case.id", index=True)
    at: Moment
    erased_by: UUID = Field(foreign_key="interviewer.id", index=True)
    why: ErasedWhy = code(*get_args(ErasedWhy), name="why")
    places: Json


class RetentionRow(Row, table=True):
    """Until which day persons are kept, who has said so and when; the latest counts."""

    __tablename__ = "retention"
    id: UUID = Field(primary_key=True)
    until: Day
    said_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class OpenCodeRow(Row, table=True):
    """What was said of a code that open answers are put under; the latest about a code counts.

    It is called so, or has gone into another one.
    """

    __tablename__ = "open_code"
    id: UUID = Field(primary_key=True)
    code_id: UUID = Field(index=True)
    question: QuestionId
    label: Words
    joined_to: UUID | None = None
    said_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class CodingRow(Row, table=True):
    """Under which codes an open answer was put, as it read then; the latest about it counts.

    `item` is the place in its roster, from 1.  `said` is a digest of the answer, by which it is
    known again; `codes` are ids.
    """

    __tablename__ = "coding"
    id: UUID = Field(primary_key=True)
    interview_id: UUID = Field(foreign_key="interview.id", index=True)
    question: QuestionId
    item: int | None = None
    said: str = Field(sa_type=PlainText)
    codes: Json
    coded_by: UUID = Field(foreign_key="interviewer.id", index=True)
    at: Moment


class MergedRow(Row, table=True):
    """When a row that was merged in was changed where it comes from.

    That holds as long as the trail of this database says nothing of the row after the `number`.
    """

    __tablename__ = "merged_row"
    followed = False
    table_name: str = Field(sa_type=PlainText, primary_key=True)
    row: str = Field(sa_type=PlainText, primary_key=True)
    at: str = Field(sa_type=PlainText)
    number: int


class TrailRow(Row, table=True):
    """Who did what when: an entry, with the hash that chains it to the one before (`db.trail`)."""

    __tablename__ = "trail"
    followed = False
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str = Field(sa_type=PlainText)
    login: str = Field(sa_type=PlainText)
    who: str = Field(sa_type=PlainText)
    verb: str = Field(sa_type=PlainText)
    table_name: str = Field(sa_type=PlainText)
    row: str = Field(sa_type=PlainText)
    case_id: str = Field(sa_type=PlainText)
    detail: str = Field(sa_type=PlainText)
    salt: str | None = Field(default=None, sa_type=PlainText)
    digest: str = Field(sa_type=PlainText)
    hash: str = Field(sa_type=PlainText)


# As Core knows them, for what an interviewer waits for at every key: whether the case is ours, the
# answer, the place. SQLAlchemy finds such a statement among those it has compiled in 0.1 ms; one
# that names models takes it half as long again.
ANSWER = Row.metadata.tables["answer_entry"]
CASE = Row.metadata.tables["survey_case"]
DECISION = Row.metadata.tables["decision"]
INTERVIEW = Row.metadata.tables["interview"]
PLACE = Row.metadata.tables["place"]
