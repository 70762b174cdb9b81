"""Everything that the report counts, read once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property

from schemas.calls.call_codes import RedirectHow
from schemas.calls.departments import Department
from schemas.calls.front_line import Pointed, pointed
from schemas.calls.parts import Parts, said, said_in_items
from schemas.calls.ranking.cases import History
from schemas.calls.whereabouts import FoundAt
from schemas.frame.design import Noun
from schemas.frame.frame import Frame
from schemas.language.dates import local
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.claim_forms import ClaimFigures
from schemas.review.claim_matrix import Matrix
from schemas.review.classes import Class
from schemas.review.coding.coding_desk import NOTHING_CODED, CodingDesk
from schemas.review.followed import Followed
from schemas.review.frequencies import SectionFrequencies, Summary, frequencies
from schemas.review.having import Having
from schemas.review.progress import determined
from schemas.review.rates import InterviewRates, Rate, interview_rates
from schemas.review.reviewed_interview import ReviewedInterview


@dataclass(frozen=True, kw_only=True)
class ReportData:
    """What was found out, and how: the survey's parts, its units, its cases and interviews.

    `at` is when the last thing in it was stored, and `stamp` tells what it was made of.
    `fingerprint` is that of the questionnaire.  `claims` are the figures of an earlier phase and
    `matrix` its claims against the findings, where there was one.  `coding` are the answers in
    people's own words, and their codes.  All of a `practice` is invented.
    """

    at: datetime | None
    stamp: str
    questionnaire: type[Questionnaire]
    fingerprint: str
    practice: bool
    parts: Parts
    departments: type[Department]
    classes: type[Class]
    sought: Noun
    frame: Frame
    cases: Sequence[Followed]
    having: Having
    histories: Sequence[History]
    found: Sequence[ReviewedInterview]
    found_at: Sequence[FoundAt]
    claims: ClaimFigures | None = None
    matrix: Matrix | None = None
    coding: CodingDesk = NOTHING_CODED

    @cached_property
    def determination(self) -> Rate:
        """Of how many units it is known what they have."""
        return determined(self.cases)

    @cached_property
    def rates(self) -> InterviewRates:
        """The rates of the interviews."""
        return interview_rates(case.category for case in self.cases)

    @cached_property
    def everybody(self) -> dict[str, SectionFrequencies]:
        """Every question, of all finished interviews."""
        return self.counted(self.found)

    def counted(self, some: Iterable[ReviewedInterview]) -> dict[str, SectionFrequencies]:
        """Every question, of some finished interviews."""
        documents = [one.document for one in some]
        return frequencies(self.questionnaire, documents, self.parts.about_persons)

    def of_class(self, *classes: Class) -> tuple[ReviewedInterview, ...]:
        """The finished interviews of these classes."""
        return tuple(one for one in self.found if one.klass in classes)

    def tells_ends(self, question: str, ends: Summary) -> bool:
        """Whether the least and the most of some numbers may be told: each is one unit's."""
        if question not in self.parts.of_one_unit:
            return True
        named = (one.document for one in self.found if one.may_be_named)
        told = [n for one in named for n in (said(one, question), *said_in_items(one, question))]
        return {ends.least, ends.most} <= {Fraction(n) for n in told if n is not None}

    @property
    def respondent(self) -> tuple[str, ...]:
        """The questions that tell who answered."""
        asked = self.questionnaire.by_id.values()
        return tuple(one.id for one in asked if one.known_as == "person")

    @property
    def called(self) -> tuple[date, date] | None:
        """The first and the last day on which somebody was called."""
        days = [local(call.started_at).date() for one in self.histories for call in one.attempts]
        return (min(days), max(days)) if days else None

    @property
    def calls(self) -> int:
        """How many calls there were."""
        return sum(len(one.attempts) for one in self.histories)

    @property
    def ways_on(self) -> tuple[RedirectHow, ...]:
        """How we were sent on, each time."""
        return tuple(leg.how for one in self.histories for leg in one.redirects)

    @property
    def pointed(self) -> Counter[Pointed]:
        """Where those who pick up for everybody pointed us."""
        right = {one.unit.id: one.right_id for one in self.found_at}
        return Counter(
            way
            for one in self.histories
            for way in pointed(one.contacts, one.redirects, right.get(one.unit.id))
        )

    def persons(self, unit_id: str) -> Iterable[str]:
        """Everybody in a case whose name we know."""
        here = (one for one in self.histories if one.unit.id == unit_id)
        return (point.person for one in here for point in one.contacts if point.person)
