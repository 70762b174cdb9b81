"""Everything that the report counts, read once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from schemas.calls.calls import RedirectHow
from schemas.calls.front_line import Pointed, pointed
from schemas.calls.ranking.cases import History
from schemas.frame.frame import Frame
from schemas.language.dates import local
from schemas.review.claim_matrix import HAS_SERVICE, Matrix, matrix
from schemas.review.frequencies import SectionTally, tallies
from schemas.review.overview import ReviewedInterview, municipality_of
from schemas.review.phase_one import Figures
from schemas.review.progress import Followed, determined
from schemas.review.rates import InterviewRates, Rate, interview_rates
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.engine import Database
    from db.records import FoundAt


@dataclass(frozen=True)
class Material:
    """What was found out, and how."""

    survey: Survey
    at: datetime
    frame: Frame
    cases: Sequence[Followed]
    histories: Sequence[History]
    found: Sequence[ReviewedInterview]
    found_at: Sequence["FoundAt"]
    phase_one: Figures

    @cached_property
    def matrix(self) -> Matrix:
        """Claim against finding."""
        return matrix(case.compared for case in self.cases)

    @cached_property
    def determination(self) -> Rate:
        """Of how many units it is known what they have."""
        return determined(self.cases)

    @cached_property
    def rates(self) -> InterviewRates:
        """The rates of the interviews."""
        return interview_rates(case.category for case in self.cases)

    @cached_property
    def everybody(self) -> dict[str, SectionTally]:
        """Every question, of all finished interviews."""
        return self._counted(self.found)

    @cached_property
    def services(self) -> dict[str, SectionTally]:
        """Every question, of the services alone."""
        return self._counted(self.of_class(Class.service))

    def _counted(self, some: Iterable[ReviewedInterview]) -> dict[str, SectionTally]:
        survey = self.survey
        documents = [one.document for one in some]
        return tallies(survey.questionnaire, documents, survey.parts.about_persons)

    def of_class(self, klass: Class) -> tuple[ReviewedInterview, ...]:
        """The finished interviews of one class."""
        return tuple(one for one in self.found if one.klass is klass)

    @cached_property
    def with_service(self) -> frozenset[str]:
        """The units that have, or share, a service."""
        having = (case for case in self.cases if case.finding in HAS_SERVICE)
        return frozenset(case.state.unit.id for case in having)

    @property
    def municipalities(self) -> frozenset[str]:
        """The municipalities that have, or share, a service; Oslo is one."""
        return frozenset(map(municipality_of, self.with_service))

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


def read_material(database: "Database", at: datetime) -> Material:
    """Everything, as it is now."""
    from db.codebooks import of_all_versions
    from db.histories import found_in, histories
    from db.overviews import read_found
    from db.phase_one import phase_one_forms
    from interviewer.publish.status import read
    from schemas.review.phase_one import figures_of

    known = histories(database)
    return Material(
        survey=of_all_versions(database),
        at=at,
        frame=database.frame,
        cases=read(database).cases,
        histories=known,
        found=read_found(database),
        found_at=found_in(known),
        phase_one=figures_of(phase_one_forms(database)),
    )
