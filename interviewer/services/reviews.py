"""What a coordinator does: looks at finished interviews, decides, settles shared services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.failures import Trouble
from interviewer.services.caller import Caller, by_login
from interviewer.services.listing import Listing, listing
from schemas.language.clean import plain

if TYPE_CHECKING:
    from db.database import Database
    from db.merge.conflicts import MergeConflict
    from db.progress import AllCases
    from db.quality import QualityRead
    from db.records import CaseFile, Interviewer, InterviewFile, Lease, Signed
    from db.reviews import ReviewFile
    from schemas.questionnaire.walk import Key
    from schemas.review.classes import Class
    from schemas.review.consents import Consent
    from schemas.review.decisions import Decision, DecisionKind
    from schemas.review.finished_interviews import ReviewItem
    from schemas.review.quality.people import PersonQuality
    from schemas.review.sharing import Proposal, Shared


@dataclass(frozen=True, slots=True)
class CoordinatorDesk:
    """Everything that lies on a coordinator's desk.

    In the cases that are `in_conflict`, databases that were merged say different things.
    """

    items: tuple[ReviewItem, ...]
    shared: Shared
    listing: Listing
    in_conflict: frozenset[UUID] = frozenset()


def desk(db: Database, who: Caller) -> CoordinatorDesk:
    """The desk, read anew: also the interviews that there is no reason to look at."""
    from db.merge.conflicts import in_conflict
    from db.review_desk import read_desk

    read = read_desk(db, who.settings)
    cases = listing(db, who.settings)
    return CoordinatorDesk(read.items, read.shared, cases, in_conflict(db))


def desk_after(db: Database, who: Caller, unit_id: str) -> tuple[CoordinatorDesk, str]:
    """The desk after a decision, and where the unit it was about stands on the public list now."""
    from interviewer.services.publishing import where_listed

    return desk(db, who), where_listed(db, unit_id)


def open_review(db: Database, interview_id: UUID, who: Caller) -> ReviewFile:
    """Everything about one finished interview."""
    from db import reviews

    return reviews.open_review(db, interview_id, who.settings)


@dataclass(frozen=True, slots=True)
class AsRead:
    """What somebody had read who decides: an interview, or a case without one; and how many
    decisions there were about the case then."""

    case_id: UUID
    decisions: int
    interview_id: UUID | None = None
    revision: int = 0

    @classmethod
    def of(cls, file: ReviewFile) -> AsRead:
        """A finished interview."""
        read = file.item.interview
        return cls(read.case_id, len(file.decisions), read.interview_id, read.revision)


def decide(
    db: Database,
    signed: Signed,
    read: AsRead,
    kind: DecisionKind,
    reason: str = "",
    klass: Class | None = None,
    question: Key | None = None,
    consent: Consent | None = None,
) -> None:
    """One decision about an interview as it was read.

    InterviewChanged if it has changed since, CaseChanged if somebody else has decided.
    """
    from db import reviews
    from schemas.review.decisions import DecisionKind

    if kind is DecisionKind.withdrawn:
        withdraw(db, signed, read.case_id)
        return
    assert read.interview_id is not None, "it is about an interview"
    at = (read.interview_id, read.revision, kind, reason)
    known = read.decisions
    reviews.decide(db, signed, *at, klass=klass, question=question, consent=consent, read=known)


def accept_together(
    db: Database, signed: Signed, who: Caller, listed: tuple[tuple[UUID, int], ...]
) -> int:
    """The classes of all that there is nothing to look at in are right, of the interviews and their
    revisions that were listed; how many that were."""
    from db import reviews

    return reviews.accept_together(db, signed, who.settings, listed)


def take_as_read(db: Database, file: ReviewFile, who: Caller, at: datetime) -> Lease:
    """Take the case to correct the answers that were read: they are not open yet.

    Where they are others by now, or withdrawn, nobody holds the case.
    """
    from db import interviews, leases

    read = file.item.interview
    with db.together():
        lease = leases.take_case(db, read.case_id, who.id, at)
        interviews.require_as_read(db, lease, read.interview_id, read.revision)
    return lease


def put_back(db: Database, lease: Lease) -> None:
    """Let go of a case that was taken to correct its answers."""
    from db import leases

    leases.release(db, lease)


@dataclass(frozen=True, slots=True)
class CaseOnDesk:
    """A case as a coordinator reads it, without holding it; `decisions` are the oldest first.

    `conflicts` are what databases that were merged say differently about it.
    """

    file: CaseFile
    interview: InterviewFile | None
    decisions: tuple[Decision, ...]
    conflicts: tuple[MergeConflict, ...] = ()

    @property
    def as_read(self) -> AsRead:
        """What is decided on."""
        return AsRead(self.file.case_id, len(self.decisions))

    @property
    def finished(self) -> UUID | None:
        """Its interview, if it has been finished, also where it is open again since."""
        begun = self.interview
        return begun.interview.id if begun and begun.revision else None


def look_at(db: Database, case_id: UUID) -> CaseOnDesk:
    """Everything about a case that a coordinator decides on."""
    from db import case_decisions, cases, interviews
    from db.merge.conflicts import conflicts

    file = cases.open_case(db, case_id)
    begun = interviews.load_interview(db, file.interview.id) if file.interview else None
    found = tuple(conflicts(db, case_id=case_id))
    return CaseOnDesk(file, begun, case_decisions.decisions_about(db, case_id), found)


def settle(db: Database, signed: Signed, found: tuple[MergeConflict, ...], instead: int) -> None:
    """What stands in a case is right, or so many of the other interviews `instead`."""
    from db.merge import conflicts

    conflicts.settle(db, found, signed, instead=instead)


def look_around_at(db: Database, case_id: UUID, who: Caller) -> tuple[CoordinatorDesk, CaseOnDesk]:
    """A case, and the desk that it lies on."""
    return desk(db, who), look_at(db, case_id)


def decide_case(db: Database, signed: Signed, read: AsRead, kind: DecisionKind, words: str) -> None:
    """One decision about a case as it was read; CaseChanged if there is another one since."""
    from db import case_decisions
    from schemas.review.decisions import DecisionKind

    case_id, known = read.case_id, read.decisions
    if kind is DecisionKind.withdrawn:
        withdraw(db, signed, case_id)
    elif kind is DecisionKind.returned:
        case_decisions.return_case(db, signed, case_id, words, read=known)
    else:
        case_decisions.decide_case(db, signed, case_id, kind, words, read=known)


def note_consent(
    db: Database, signed: Signed, read: AsRead, kind: DecisionKind, consent: Consent
) -> None:
    """What they said to being listed, of a case without a finished interview."""
    from db import case_decisions

    case_id, known = read.case_id, read.decisions
    case_decisions.note_consent(db, signed, case_id, kind, consent, read=known)


def withdraw(db: Database, signed: Signed, case_id: UUID) -> None:
    """The respondent withdraws: what was said, and who said it, is erased for ever.

    Also what lies aside on this machine because it could not be stored, and what is left of it in
    the file.  Raises NotRewritten where that cannot be: then all else is done.
    """
    from db import cases, withdrawal
    from interviewer.services.unsaved import drop_case

    begun = cases.open_case(db, case_id).interview
    withdrawal.withdraw(db, signed, case_id)
    drop_case(db, case_id, *((begun.id,) if begun else ()))
    db.rewrite_file()


def shared_services(db: Database) -> Shared:
    """What interviews say about each other's units."""
    from db import review_desk

    return review_desk.shared_services(db)


def confirm_covered(
    db: Database, signed: Signed, unit: str, by_unit: str, reason: str = ""
) -> None:
    """A unit is part of another one's service."""
    from db import shared_services

    shared_services.confirm_covered(db, signed, unit, by_unit, reason)


def confirm_all(db: Database, signed: Signed, proposal: Proposal) -> None:
    """All that nobody disagrees on."""
    from db import shared_services

    shared_services.confirm_all(db, signed, proposal)


def keep_apart(db: Database, signed: Signed, unit: str, by_unit: str, reason: str) -> None:
    """A unit is not part of another one's service."""
    from db import shared_services

    shared_services.keep_apart(db, signed, unit, by_unit, reason)


def all_cases(db: Database, who: Caller) -> AllCases:
    """What the figures of progress are counted from."""
    from db.progress import read_all_cases

    return read_all_cases(db, who.settings)


def quality(db: Database, at: datetime) -> QualityRead:
    """Everybody's work, held side by side."""
    from db.quality import read_quality

    return read_quality(db, at)


def own_quality(db: Database, who: Interviewer, at: datetime) -> PersonQuality | None:
    """One's own work: nobody else's leaves here."""
    return quality(db, at).work.of(who.id)


def who_signs(db: Database, name: str | None, seat: str) -> Interviewer | None:
    """The person of this name, if there is one; without a name, whoever sits here.

    On a server whoever has logged in: Trouble where another is named.
    """
    from db import people, seats

    if known := by_login(db):
        if name is not None and plain(name) != plain(known.name):
            raise Trouble(
                "R-LOGIN",
                f"Du er logget inn som {known.name}, og avgjør ikke i andres navn. Ta bort --by.",
            )
        return known
    return seats.who_sits_here(db, seat) if name is None else people.find_person(db, name)
