"""Where keys lead: each screen by its name and what it is about, for the router to make.

No screen knows another.  It says `ToCard(who, opened)`, and what comes is not its affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer.controls.screen import GoTo, Notice, Screen

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from db.progress import AllCases
    from db.quality import QualityRead
    from db.records import Returned
    from db.reviews import ReviewFile
    from interviewer.controls.on_desk import OnDesk
    from interviewer.publish.catalogue import Product
    from interviewer.publish.export_request import WrittenFiles
    from interviewer.services import Caller, CaseOnDesk, CoordinatorDesk, Listing, Opened
    from interviewer.services.distribution import SharedWork
    from interviewer.services.publishing import Machine
    from interviewer.services.unsaved import Unsaved
    from schemas.calls.ranking.cases import CaseState
    from schemas.calls.whereabouts import FoundAt
    from schemas.frame.frame import Frame
    from schemas.questionnaire.walk import Key
    from schemas.review.claim_matrix import Matrix
    from schemas.review.coding.coding_desk import CodingDesk
    from schemas.review.earlier_phase import EarlierPhase
    from schemas.review.quality.people import PersonQuality

# ── Where one begins, and comes back to ──────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ToWelcome(GoTo):
    """Who is calling: one of the `known`, or somebody new?  `before` is where Esc leads."""

    seat: str
    reviewing: bool = False
    notice: Notice | None = None
    known: tuple[str, ...] = ()
    before: Screen | None = None


@dataclass(frozen=True, slots=True)
class ToResume(GoTo):
    """A case was left in the middle, or something was not stored."""

    who: Caller
    found: Listing | CoordinatorDesk
    at: datetime
    left: CaseState | None = None
    unsaved: tuple[Unsaved, ...] = ()
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class ToList(GoTo):
    """Where this person works: the call list, or a coordinator's queue.

    The case one comes from is `marking`; while somebody `rings`, we look for theirs.
    """

    who: Caller
    found: Listing | CoordinatorDesk
    at: datetime
    marking: UUID | None = None
    notice: Notice | None = None
    rings: bool = False


@dataclass(frozen=True, slots=True)
class ToBringIn(GoTo):
    """Bring in a file with whom to ring; Esc leads to `before`."""

    who: Caller
    before: Screen


# ── A case ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ToCard(GoTo):
    """A case that we hold, between calls; `found` is where the right person sat elsewhere.

    While they are `ringing` us, Enter begins the call with `whom`.  When it has just been `rung`,
    Enter `asks` before it rings, and the case `lies` where a sentence says; where that call was
    none, Enter only asks.
    """

    who: Caller
    opened: Opened
    found: tuple[FoundAt, ...] = ()
    why: str = ""
    ringing: bool = False
    whom: UUID | None = None
    rung: bool = False
    asks: bool = False
    lies: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class ToCall(GoTo):
    """The interview of a case: in the call `attempt_id`, which began `line_since`, or without.

    It stands `standing_at` a question, or where it stopped.  With `anew`, whoever is on the line is
    introduced first, and `to_ask` comes after that.  `asks_back` is what a coordinator wants to
    know; `rung` is whether one comes from the card of a case that has just been rung, and
    `they_rang` whether they rang us.
    """

    who: Caller
    opened: Opened
    at: datetime
    attempt_id: UUID | None = None
    found: tuple[FoundAt, ...] = ()
    line_since: float | None = None
    standing_at: tuple[Key | None] | None = None
    anew: bool = False
    to_ask: Key | None = None
    asks_back: Returned | None = None
    notice: Notice | None = None
    rung: bool = False
    they_rang: bool = False


# ── A coordinator's desk ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ToInterview(GoTo):
    """One finished interview."""

    who: Caller
    file: ReviewFile
    before: OnDesk


@dataclass(frozen=True, slots=True)
class ToCases(GoTo):
    """The cases that wait; while somebody `rings`, we look for theirs."""

    before: OnDesk
    rings: bool = False


@dataclass(frozen=True, slots=True)
class ToCase(GoTo):
    """One case, to decide on."""

    before: OnDesk
    read: CaseOnDesk


@dataclass(frozen=True, slots=True)
class ToSharedServices(GoTo):
    """What units share."""

    before: OnDesk


@dataclass(frozen=True, slots=True)
class ToCoding(GoTo):
    """Open answers to be put under codes."""

    desk: CodingDesk
    before: OnDesk


@dataclass(frozen=True, slots=True)
class ToProgress(GoTo):
    """How far the calling has come."""

    who: Caller
    cases: AllCases
    now: datetime
    before: Screen


@dataclass(frozen=True, slots=True)
class ToDistribution(GoTo):
    """Who rings what."""

    work: SharedWork
    before: OnDesk


@dataclass(frozen=True, slots=True)
class ToQuality(GoTo):
    """What sets the work of interviewers apart."""

    who: Caller
    read: QualityRead
    at: datetime
    before: OnDesk


@dataclass(frozen=True, slots=True)
class ToOwnQuality(GoTo):
    """The same of oneself alone; None before one has done anything."""

    who: Caller
    own: PersonQuality | None
    at: datetime
    before: Screen


@dataclass(frozen=True, slots=True)
class ToPublishing(GoTo):
    """What can be taken out."""

    who: Caller
    machine: Machine
    before: Screen


@dataclass(frozen=True, slots=True)
class ToClaimMatrix(GoTo):
    """Claim against finding."""

    frame: Frame
    earlier: EarlierPhase
    matrix: Matrix
    now: datetime
    before: Screen


@dataclass(frozen=True, slots=True)
class ToOrder(GoTo):
    """Order a file, in this folder unless another place is typed."""

    who: Caller
    folder: str
    product: Product
    at: datetime
    before: Screen


@dataclass(frozen=True, slots=True)
class ToPreview(GoTo):
    """What would be published, if it were written now."""

    lines: tuple[str, ...]
    now: datetime
    before: Screen


@dataclass(frozen=True, slots=True)
class ToWritten(GoTo):
    """What was written."""

    product: Product
    written: WrittenFiles
    before: Screen
