"""All cases of the survey for one interviewer at one moment, each in its one place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from uuid import UUID

from schemas.calls import ContactPoint
from schemas.ranking.cases import CaseState
from schemas.ranking.moment import Moment, moment
from schemas.ranking.rules import RULES, Place, Rule, deciding
from schemas.settings import Settings


@dataclass(frozen=True, slots=True)
class Line:
    """A case where it is, by the rule that put it there; `until` is when that ends by itself."""

    case: CaseState
    rule: Rule
    moment: Moment = field(repr=False, compare=False)
    until: datetime | None = None

    @property
    def reason(self) -> str:
        """Why it is there, in the words of the rule: made when somebody looks at the line."""
        return self.rule.words(self.case, self.moment)

    @property
    def contact(self) -> ContactPoint | None:
        """Whom to dial."""
        return self.case.contact

    @property
    def goal(self) -> ContactPoint | None:
        """Whom to ask for."""
        return self.case.goal


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Every case in exactly one place; what is callable, in the order in which to call."""

    callable: Lines
    waiting: Lines
    with_coordinator: Lines
    needs_number: Lines
    in_review: Lines
    finished: Lines
    held: Lines

    def __iter__(self) -> Iterator[Line]:
        """All lines, place after place."""
        return (line for one in fields(self) for line in getattr(self, one.name))

    def at(self, place: Place) -> Lines:
        """The lines in one place."""
        lines: Lines = getattr(self, place.name)
        return lines


def rank(
    cases: Iterable[CaseState], now: datetime, interviewer: UUID, settings: Settings
) -> Ranked:
    """The cases as they stand for an interviewer now."""
    everything = tuple(cases)
    here = moment(everything, now, interviewer, settings)
    places: dict[Place, list[Line]] = {place: [] for place in Place}
    for case in everything:
        line = _line(case, here)
        places[line.rule.place].append(line)
    inside = {place.name: tuple(sorted(lines, key=_order)) for place, lines in places.items()}
    return Ranked(**inside)


def _line(case: CaseState, here: Moment) -> Line:
    rule = deciding(case, here)
    return Line(case, rule, here, rule.until(case, here) if rule.until else None)


_NTH = {rule.name: nth for nth, rule in enumerate(RULES)}


def _order(line: Line) -> tuple[object, ...]:
    """By the rule and its key; what waits, by until when. The unit decides between equals."""
    case, rule = line.case, line.rule
    if line.until:
        return line.until, case.unit.id, case.case_id
    return _NTH[rule.name], *rule.order(case, line.moment), case.unit.id, case.case_id
