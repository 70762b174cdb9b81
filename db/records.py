"""What the data layer hands out where `schemas` has no type of its own: frozen, and no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import GivenTo, Holder
from schemas.calls.telling_apart import called_apart
from schemas.language.text import Language

if TYPE_CHECKING:
    from schemas.calls.contact_matching import Correction
    from schemas.questionnaire.walk import Key
    from schemas.review.claim_forms import ClaimForm
    from schemas.review.claims import Claim

Stored: TypeAlias = "bool | int | float | str | list[Stored] | dict[str, Stored] | None"
"""An answer in its stored form, as JSON knows it. None: asked, optional, left empty."""

ClosedHow = Literal["kept", "moved", "cancelled"]
"""How an appointment ended: somebody rang, there is a newer one, or there is to be none."""


ConflictKind = Literal["interviews", "decisions", "handed_out"]
"""What two databases can say differently: two interviews, several decisions, two hand-outs."""


ErasedWhy = Literal["person", "retention"]
"""Why persons are erased: one of them has asked for it, or the day has come until which they were
to be kept.
"""


@dataclass(frozen=True, slots=True)
class Interviewer:
    """One person who interviews, and the seat (machine and login) last used."""

    id: UUID
    name: str
    seat: str


@dataclass(frozen=True, slots=True)
class OpeningRead:
    """The opening text was read: in which version and language form, by whom, when."""

    question: str
    version: str
    language: Language
    at: datetime
    interviewer: str


@dataclass(frozen=True, slots=True)
class KnownInterviewer(Interviewer):
    """One of all who have sat anywhere: when last, and how many calls they have made."""

    seated_at: datetime
    calls: int

    @property
    def is_retired(self) -> bool:
        """Whether they sit nowhere any more."""
        return not self.seat


@dataclass(frozen=True, slots=True)
class Lease:
    """Proof that we hold a case; every write shows it. The token tells old proofs from new."""

    case_id: UUID
    interviewer_id: UUID
    token: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InterviewRecord:
    """One questionnaire filled in for a case; `open` until completed, and again when reopened."""

    id: UUID
    case_id: UUID
    questionnaire: str
    version: str
    fingerprint: str
    language: Language
    started_at: datetime
    started_by: UUID
    open: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """A coordinator has sent the case back: when, who, and what is to be asked."""

    at: datetime
    by: str
    question: str


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """A case by itself: who holds it, whether somebody has rung back or sent it back, whose it is
    to ring.
    """

    id: UUID
    unit_id: str
    holder: Holder | None
    rang_back_at: datetime | None
    returned: Returned | None
    given_to: GivenTo | None


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What somebody tells the others about a case."""

    words: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reveal:
    """The earlier claim was shown, as it read then; and why the interview differs, once told."""

    id: UUID
    interview_id: UUID
    claim: str
    shown_at: datetime
    interviewer_id: UUID
    reason: str | None = None
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything about one case except the answers.

    `form` is what the unit said in an earlier phase and `claim` what it comes to; whom it named is
    among the contacts. `covered_by` are units whose service may be this one's too. `decision` is
    the outcome that a coordinator gave the case, `given_to` whose it is to ring, and `notes` what
    interviewers and coordinators have told each other, the oldest first. `to_ask` is the question
    that a coordinator has sent the case back with, if it was about one.
    """

    case_id: UUID
    unit_id: str
    contacts: tuple[ContactPoint, ...]
    attempts: tuple[CallAttempt, ...]
    redirects: tuple[Redirect, ...]
    interview: InterviewRecord | None
    holder: Holder | None
    appointment: Appointment | None
    rang_back_at: datetime | None
    returned: Returned | None
    form: ClaimForm | None
    claim: Claim | None
    reveal: Reveal | None
    covered_by: tuple[str, ...]
    decision: Outcome | None
    given_to: GivenTo | None = None
    notes: tuple[CaseNote, ...] = ()
    to_ask: Key | None = None

    @property
    def in_use(self) -> tuple[ContactPoint, ...]:
        """The contact points that somebody may be rung at: not those that were retired."""
        return tuple(one for one in self.contacts if not one.is_retired)

    @property
    def apart(self) -> dict[UUID, str]:
        """What each contact point is called, so that no two in a list read alike."""
        return called_apart(self.contacts, self.attempts, self.redirects)


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """One answer as it was given: by whom, in which call, typed by whom, in which language.

    `steps_back` are the steps back since the entry before, with or without an answer: the question
    and the item that one went back to, and when.
    """

    id: UUID
    interview_id: UUID
    question: str
    item: int | None
    value: Stored
    remark: str
    informant_id: UUID | None
    attempt_id: UUID | None
    interviewer_id: UUID
    language: Language
    at: datetime
    steps_back: Stored = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Why a check's objection was let stand, and the answers it was judged on."""

    id: UUID
    interview_id: UUID
    check_id: str
    item: int | None
    reason: str
    evidence: Stored
    interviewer_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where the interviewer stands, and what is typed but not yet an answer.

    So many `answers` the interview had then: the database knows, whoever keeps it need not.  What
    is half typed at `others` stands there with question, item and text.
    """

    interview_id: UUID
    question: str
    item: int | None
    draft: str
    at: datetime
    answers: int = 0
    others: tuple[tuple[str, int | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """That the whole interview was completed, and what class it came to; the highest number counts.

    It was made of the first so many `answers`.
    """

    id: UUID
    interview_id: UUID
    number: int
    answers: int
    classification: Stored
    completed_at: datetime
    completed_by: UUID


@dataclass(frozen=True, slots=True)
class InterviewFile:
    """An interview with its answers in the order given, ready to continue."""

    interview: InterviewRecord
    entries: tuple[AnswerEntry, ...]
    confirmations: tuple[Confirmation, ...]
    place: Place | None
    revision: Revision | None


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides something, when, and the decision's id: sent again, it is stored once."""

    id: UUID
    by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What an import does, or did, to things of one kind: whose, by unit number."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import changes: forms of an earlier phase, contacts, who may be covered by whom.

    `withheld` are the units of the rows that nobody's name, number or words were taken from: there
    the respondent has withdrawn.  `corrections` are the contacts of which their list says something
    else than it did.
    """

    forms: ImportCount = ImportCount()
    contacts: ImportCount = ImportCount()
    covered: ImportCount = ImportCount()
    withheld: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether the file says anything that was not known."""
        return self.forms.anything or self.contacts.anything or self.covered.anything
