"""Why a finished interview is looked at again, and what stands open in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from pydantic import ValidationError

from schemas.calls.parts import Parts, said
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Unreadable
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.walk import Key
from schemas.review.classes import Class
from schemas.review.decisions import UNDECIDED, Decision, Standing
from schemas.review.permission import may_be_listed, still_said, waits_for_the_text

if TYPE_CHECKING:
    from schemas.calls.settings import Settings

NEW: Final = 5
"""So many of an interviewer's first interviews are looked at, whatever they say."""


class Why(Choice):
    """Why an interview is in the queue."""

    revised = Text("Endret etter forrige avgjørelse")
    unreadable = Text("Et lagret svar kan ikke leses")
    needs_look = Text("Klassen må vurderes")
    shared_conflict = Text("Uenighet om hva som er felles")
    dont_know = Text("«Vet ikke» på et avgjørende svar")
    soft_checks = Text("Bekreftet advarsel")
    private_note = Text("Notat fra intervjueren")
    new_interviewer = Text("Blant intervjuerens fem første")
    sample = Text("Stikkprøve")


class OpenPoint(Choice):
    """What a coordinator has not settled yet."""

    undecided = Text("Ikke avgjort")
    reopened = Text("Åpnet igjen, og ikke fullført på nytt")
    difference = Text("Avviker fra det som var oppgitt, uten begrunnelse")
    overview = Text("Skal den med i oversikten?")
    text_not_seen = Text("De vil se teksten før den publiseres")
    shared_conflict = Why.shared_conflict.label


class Reopened(NamedTuple):
    """A finished interview is open again: since when, by whom, and what a coordinator asks.

    `at` and `by` are empty where nobody noted it: in interviews from an older database.
    """

    at: datetime | None
    by: str
    asks: str = ""
    sent_back: bool = False


@dataclass(frozen=True)
class FinishedInterview:
    """A finished interview as it was frozen last; `rank` is its number among its interviewer's.

    Answers that are `unreadable` are not in the `document`: nothing follows from them.
    The `questionnaire` is the version that it was completed in.  While it is `reopened`, this
    is still what counts.
    """

    interview_id: UUID
    case_id: UUID
    unit_id: str
    revision: int
    completed_at: datetime
    interviewer: str
    rank: int
    questionnaire: type[Questionnaire]
    parts: Parts
    classes: type[Class]
    document: Mapping[str, Any]
    classification: Mapping[str, Any]
    standing: Standing = UNDECIDED
    reopened: Reopened | None = None
    unreadable: Mapping[Key, Unreadable] = field(default_factory=dict)

    @property
    def as_listed(self) -> tuple[UUID, int]:
        """By what it is known again, as it read then."""
        return self.interview_id, self.revision

    @property
    def facts(self) -> Preloads:
        """What was known beforehand; where that cannot be read, only the unit and the year."""
        try:
            return Preloads.model_validate(self.document.get("facts"))
        except ValidationError:
            return Preloads(
                unit_id=self.unit_id, unit_name=self.unit_id, year=self.completed_at.year
            )

    @property
    def derived(self) -> Class | None:
        """The class that follows from the answers; None for a document that has none."""
        name = self.classification.get("class")
        return self.classes[name] if name else None

    @property
    def klass(self) -> Class | None:
        """The class that counts: a coordinator's, where there is one."""
        return self.standing.klass or self.derived

    @property
    def because(self) -> tuple[str, ...]:
        """The answers that made the class, in words."""
        return tuple(reason["words"] for reason in self.classification.get("reasons", ()))

    @property
    def confirmed(self) -> tuple[Mapping[str, Any], ...]:
        """The warnings that the interviewer let stand: check, item and reason."""
        return tuple(self.document.get("confirmed", ()))

    @property
    def private_note(self) -> str:
        """What the interviewer wants a coordinator to know."""
        return self.said(self.parts.private_note) or ""

    @property
    def later(self) -> Decision | None:
        """What they said to being listed after the interview, as long as it stands."""
        publishing, later = self.parts.publishing, self.standing.later
        return still_said(publishing, self.document, later, self.revision)

    @property
    def may_be_listed(self) -> bool:
        """Whether they have agreed to stand on a public list, then or later."""
        return may_be_listed(self.parts.publishing, self.document, self.later)

    @property
    def wants_to_see(self) -> bool:
        """Whether they want to see first what will stand there."""
        return waits_for_the_text(self.parts.publishing, self.document, self.later)

    def said(self, question: str | None) -> Any:
        """A stored answer; None where there is no value, for whatever reason."""
        return said(self.document, question)


@dataclass(frozen=True)
class ReviewItem:
    """A finished interview in the queue, and why it is there."""

    interview: FinishedInterview
    whys: tuple[Why, ...]

    @property
    def why(self) -> str:
        """Everything that speaks for a look at it, as it goes on in a sentence."""
        return ", ".join(str(why.label).lower() for why in self.whys)

    @property
    def decision(self) -> Decision | None:
        """The latest word on the class of this revision, or what is asked instead."""
        return self.interview.standing.returned or self.interview.standing.review

    @property
    def is_decided(self) -> bool:
        """Whether nobody has to look at it any more."""
        return self.interview.standing.is_reviewed

    @property
    def wants_a_look(self) -> bool:
        """Whether there is a reason to look at it, and nobody has decided yet.

        What is open again is looked at when it is whole again.
        """
        return bool(self.whys) and not self.is_decided and not self.interview.reopened

    @property
    def may_be_accepted(self) -> bool:
        """Whether nobody has decided, and there is nothing to look at first."""
        return not self.whys and not self.is_decided and not self.interview.reopened

    @cached_property
    def place(self) -> tuple[bool, datetime]:
        """Undecided ones first, and among them the one that has waited longest."""
        return self.is_decided, self.interview.completed_at


def review_item(
    interview: FinishedInterview, settings: "Settings", conflicts: Collection[str] = ()
) -> ReviewItem:
    """Why an interview should be looked at; `conflicts` are units that shared services differ on.

    Without any reason it need not be.
    """
    return ReviewItem(interview, tuple(_whys(interview, settings, conflicts)))


def _whys(
    one: FinishedInterview, settings: "Settings", conflicts: Collection[str]
) -> Iterator[Why]:
    found = {
        Why.revised: one.standing.earlier,
        Why.unreadable: bool(one.unreadable),
        Why.needs_look: one.classification.get("needs_look", False),
        Why.shared_conflict: one.unit_id in conflicts,
        Why.dont_know: _is_vague(one.classification),
        Why.soft_checks: bool(one.confirmed),
        Why.private_note: bool(one.private_note),
        Why.new_interviewer: one.rank <= NEW,
        Why.sample: is_drawn(one.interview_id, settings.review_sample_percent),
    }
    yield from (why for why, applies in found.items() if applies)


def _is_vague(classification: Mapping[str, Any]) -> bool:
    """Whether what decided the class was not known, or not told."""
    reasons = classification.get("reasons", ())
    return any(isinstance(reason["value"], dict) for reason in reasons)


def is_drawn(interview_id: UUID, percent: int) -> bool:
    """Whether an interview is in the sample: chance, but the same on every machine and day."""
    drawn = int.from_bytes(sha256(interview_id.bytes).digest()[:8])
    return drawn % 100 < percent


# ── What stands open ─────────────────────────────────────────────────────────────────────────────


def open_points(
    interview: FinishedInterview, *, unexplained: bool = False, conflict: bool = False
) -> tuple[OpenPoint, ...]:
    """What is not settled; `unexplained` is an earlier claim that nobody has explained."""
    now = interview.standing
    found = {
        OpenPoint.undecided: not now.is_reviewed and not interview.reopened,
        OpenPoint.reopened: interview.reopened is not None,
        OpenPoint.difference: unexplained,
        OpenPoint.overview: _is_candidate(interview),
        OpenPoint.text_not_seen: interview.wants_to_see and not now.is_released,
        OpenPoint.shared_conflict: conflict,
    }
    return tuple(point for point, applies in found.items() if applies)


def _is_candidate(interview: FinishedInterview) -> bool:
    """Whether it may be listed, and nobody has said whether it is to be."""
    allowed = interview.may_be_listed
    asks = interview.klass is not None and interview.klass.needs_decision
    return asks and allowed and interview.standing.overview is None
