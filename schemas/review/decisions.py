"""What a coordinator decides: dated, signed and kept; the latest of its kind counts.

Decisions stand beside what was derived and never overwrite it.  There are six kinds of them, and
each kind is looked at by itself:

    review     accepted · overridden                  one revision of an interview
    asking     returned · discarded                  the same
    overview   included · excluded                    the unit, whatever its revision
    release    released                               one revision of an interview
    consent    consented · declined                   the unit, whatever its revision
    case       covered · not_found_after_search · out_of_frame · withdrawn · given_up
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final, NamedTuple
from uuid import UUID

from schemas.calls.case_outcomes import may_close
from schemas.calls.outcomes import Outcome
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.walk import Key
from schemas.review.classes import Class
from schemas.review.consents import Consent


class DecisionKind(Choice):
    """What can be decided.  Those about a case are named as the outcome they give it."""

    accepted = Text("Godtatt", nn="Godteken", en="Accepted")
    overridden = Text("Satt til en annen klasse", nn="Sett til ein annan klasse", en="Overridden")
    returned = Text(
        "Sendt tilbake til intervjueren", nn="Send tilbake til intervjuaren", en="Returned"
    )
    discarded = Text("Endringene er forkastet", nn="Endringane er forkasta", en="Changes discarded")
    included = Text("Skal med i oversikten", nn="Skal med i oversikta", en="Included")
    excluded = Text("Holdt utenfor oversikten", nn="Halden utanfor oversikta", en="Excluded")
    released = Text("Teksten er godkjent", nn="Teksten er godkjend", en="Text released")
    consented = Text(
        "Samtykke gitt utenom intervjuet",
        nn="Samtykke gitt utanom intervjuet",
        en="Consent given after the interview",
    )
    declined = Text(
        "Vil ikke stå i oversikten",
        nn="Vil ikkje stå i oversikta",
        en="Does not want to be in the overview",
    )
    covered = Text("Dekket av en annen enhet", nn="Dekt av ei anna eining", en="Covered")
    not_covered = Text(
        "Ikke dekket av den andre enheten",
        nn="Ikkje dekt av den andre eininga",
        en="Not covered by the other unit",
    )
    not_found_after_search = Text(
        "Ikke funnet etter leting", nn="Ikkje funnen etter leiting", en="Not found after search"
    )
    out_of_frame = Text("Utenfor utvalget", nn="Utanfor utvalet", en="Outside the sample")
    withdrawn = Text(
        "Respondenten har trukket seg", nn="Respondenten har trekt seg", en="Withdrawn"
    )
    given_up = Text("Gitt opp", nn="Gitt opp", en="Given up")

    @property
    def needs_reason(self) -> bool:
        """Whether somebody will later want to know why."""
        return self in _NEED_REASON

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that it gives the case."""
        return Outcome[self.name] if self in _OF_CASE else None


REVIEW: Final = frozenset({DecisionKind.accepted, DecisionKind.overridden})
"""What is decided about the class of an interview."""

_ASKING: Final = frozenset({DecisionKind.returned, DecisionKind.discarded})
_OVERVIEW: Final = frozenset({DecisionKind.included, DecisionKind.excluded})

CONSENT: Final = frozenset({DecisionKind.consented, DecisionKind.declined})
"""What they said to being listed: about an interview, or before there is one."""

_OF_CASE: Final = frozenset(
    {
        DecisionKind.covered,
        DecisionKind.not_found_after_search,
        DecisionKind.out_of_frame,
        DecisionKind.withdrawn,
        DecisionKind.given_up,
    }
)
_ABOUT_ANOTHER: Final = frozenset({DecisionKind.covered, DecisionKind.not_covered})
_NEED_REASON: Final = frozenset(
    {
        DecisionKind.overridden,
        DecisionKind.returned,
        DecisionKind.discarded,
        *_OVERVIEW,
        DecisionKind.not_covered,
        DecisionKind.not_found_after_search,
        DecisionKind.out_of_frame,
        DecisionKind.given_up,
    }
)

CLOSING: Final = (
    DecisionKind.not_found_after_search,
    DecisionKind.out_of_frame,
    DecisionKind.given_up,
)
"""What closes a case without an interview and without another unit's."""

OF_ANSWERS: Final = REVIEW | {DecisionKind.returned}
"""What is decided on the answers, and not while somebody changes them."""

OF_INTERVIEW: Final = REVIEW | _ASKING | _OVERVIEW | CONSENT | {DecisionKind.released}
"""What is decided about one revision of an interview; a case without one can be returned, too."""


class Obstacle(Enum):
    """Why a case cannot be closed or sent back."""

    never_again = auto()  # they have withdrawn, or do not wish to take part
    finished = auto()  # a whole interview is decided about as one, not as a case
    settled = auto()  # what it has come to goes before: the decision would change nothing


def obstacle(kind: DecisionKind, outcome: Outcome | None, *, finished: bool) -> Obstacle | None:
    """What stands in the way of a decision about a case that has come to an `outcome`.

    `finished` is whether its interview is whole.
    """
    if outcome is Outcome.withdrawn:
        return Obstacle.never_again
    if kind is DecisionKind.returned and outcome is Outcome.refusal_hard:
        return Obstacle.never_again
    if kind in {DecisionKind.returned, *CONSENT} and finished:
        return Obstacle.finished
    if kind in CLOSING and outcome and not may_close(outcome, kind.outcome):
        return Obstacle.settled
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, as it was made.

    `revision` is what was decided on, where that is an interview; `klass` the class that counts
    from then on; `question` what is to be asked again, and `reason` why, or the message to whoever
    asks; `by_unit` the other unit; `consent` what they said to being listed.  After a withdrawal
    class, question, reason and consent are gone.
    """

    id: UUID
    case_id: UUID
    kind: DecisionKind
    at: datetime
    decided_by: UUID
    name: str = ""
    reason: str = ""
    interview_id: UUID | None = None
    revision: int | None = None
    klass: Class | None = None
    question: Key | None = None
    by_unit: str | None = None
    consent: Consent | None = None

    def __post_init__(self) -> None:
        if self.klass and self.klass.is_covered:
            raise ValueError(f"an interview is never of the class {self.klass.name}: the case is")
        if (self.by_unit is not None) != (self.kind in _ABOUT_ANOTHER):
            raise ValueError(f"{self.kind.name}: names another unit, or ought to")

    def check(self) -> None:
        """Raise ValueError where something is missing; a decision of today must be whole."""
        if self.kind.needs_reason and not self.reason.strip():
            raise ValueError(f"{self.kind.name} needs a reason")
        if (self.klass is not None) != (self.kind in REVIEW):
            raise ValueError(f"{self.kind.name}: has a class, or ought to")
        asks = self.kind is DecisionKind.returned and self.interview_id is not None
        if (self.question is not None) != asks:
            raise ValueError(f"{self.kind.name}: asks a question, or ought to")
        self._check_consent()

    def _check_consent(self) -> None:
        told = self.consent
        if told is None and self.kind in CONSENT:
            raise ValueError(f"{self.kind.name}: who said it?")
        if told is not None and self.kind not in CONSENT | {DecisionKind.released}:
            raise ValueError(f"{self.kind.name} is nobody's consent")
        if self.kind is DecisionKind.consented and not (told and told.can_be_reached):
            raise ValueError("whoever is listed can be reached in one way at least")


class Standing(NamedTuple):
    """What counts of all that was decided about a case and the latest revision of its interview.

    `review` is the latest word on the class of this revision, and `returned` asks for another one:
    until there is one, this counts.  The word on the overview is about the unit, and holds for
    every revision; so does what they said `later` to being listed.  `apart` are units whose service
    it is not part of.  `earlier` is whether an older revision was looked at.
    """

    review: Decision | None = None
    returned: Decision | None = None
    overview: Decision | None = None
    release: Decision | None = None
    later: Decision | None = None
    case: Decision | None = None
    apart: frozenset[str] = frozenset()
    earlier: bool = False

    @property
    def is_reviewed(self) -> bool:
        """Whether the class of this revision is decided."""
        return self.klass is not None

    @property
    def klass(self) -> Class | None:
        """The class that a coordinator has accepted or set."""
        return self.review.klass if self.review else None

    @property
    def is_included(self) -> bool:
        """Whether it gets a place in the overview, which its class alone would not give it."""
        return self.overview is not None and self.overview.kind is DecisionKind.included

    @property
    def is_excluded(self) -> bool:
        """Whether it is kept off the overview, whatever it is."""
        return self.overview is not None and not self.is_included

    @property
    def is_released(self) -> bool:
        """Whether they have seen the text that will be published."""
        return self.release is not None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that a coordinator gave the case."""
        return self.case.kind.outcome if self.case else None

    @property
    def is_withdrawn(self) -> bool:
        """Whether the respondent has withdrawn: nothing can be decided any more."""
        return self.outcome is Outcome.withdrawn

    @property
    def covered_by(self) -> str | None:
        """The unit whose service this one is part of, as confirmed."""
        return self.case.by_unit if self.case else None


UNDECIDED: Final = Standing()


def standing(decisions: Iterable[Decision], revision: int | None = None) -> Standing:
    """What counts of one case's decisions, the oldest first; `revision` is the latest one.

    What was decided on the answers of an older revision does not hold for a newer.
    """
    told = tuple(decisions)
    if not told:
        return UNDECIDED
    case = _of_case(told)
    if case and case.kind is DecisionKind.withdrawn:
        return Standing(case=case)
    now = [one for one in told if one.revision is not None and one.revision == revision]
    return Standing(
        review=_latest(now, REVIEW),
        returned=_returned(now),
        overview=_latest(told, _OVERVIEW),
        release=_latest(now, {DecisionKind.released}),
        later=_latest(told, CONSENT),
        case=case,
        apart=_apart(told),
        earlier=any(one.kind in OF_ANSWERS and one.revision != revision for one in told),
    )


def last_reviewed_revision(decisions: Iterable[Decision]) -> int | None:
    """The last revision whose class somebody has decided on; None where nobody has."""
    return max((one.revision or 0 for one in decisions if one.kind in REVIEW), default=None)


def _latest(decisions: Iterable[Decision], kinds: Iterable[DecisionKind]) -> Decision | None:
    return next(reversed([one for one in decisions if one.kind in kinds]), None)


def _returned(decisions: Iterable[Decision]) -> Decision | None:
    """What was sent back, unless somebody has decided since that nothing needs to be asked."""
    latest = _latest(decisions, REVIEW | _ASKING)
    return latest if latest and latest.kind is DecisionKind.returned else None


def _of_case(decisions: Iterable[Decision]) -> Decision | None:
    """The latest about the case; none when it was sent back, or is not covered after all.

    A question about its interview is none about the case.
    """
    case: Decision | None = None
    for one in decisions:
        if case and case.kind is DecisionKind.withdrawn:
            return case
        if one.kind.outcome:
            case = one
        elif _sends_back(one) or _takes_back(one, case):
            case = None
    return case


def _sends_back(one: Decision) -> bool:
    return one.kind is DecisionKind.returned and one.interview_id is None


def _takes_back(one: Decision, case: Decision | None) -> bool:
    if case is None or case.kind is not DecisionKind.covered:
        return False
    return one.kind is DecisionKind.not_covered and one.by_unit == case.by_unit


def _apart(decisions: Iterable[Decision]) -> frozenset[str]:
    latest = {one.by_unit: one.kind for one in decisions if one.by_unit}
    apart = (unit for unit, kind in latest.items() if kind is DecisionKind.not_covered)
    return frozenset(unit for unit in apart if unit)
