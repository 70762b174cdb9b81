"""All cases of the survey for one interviewer at one moment, each in its one place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from uuid import UUID

from schemas.calls.calls import ContactPoint
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.moment import RankingMoment, moment
from schemas.calls.ranking.rules import RULES, ListPlace, RankingRule, against_ringing, deciding
from schemas.calls.settings import Settings


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case where it is, by the rule that put it there; `until` is when that ends by itself."""

    case: CaseState
    rule: RankingRule
    moment: RankingMoment = field(repr=False, compare=False)
    until: datetime | None = None

    @property
    def reason(self) -> str:
        """Why it is there, in the words of the rule: made when somebody looks at the line."""
        return self.rule.words(self.case, self.moment)

    @property
    def contact(self) -> ContactPoint | None:
        """The contact point to dial."""
        return self.case.contact

    @property
    def goal(self) -> ContactPoint | None:
        """The contact point to ask for."""
        return self.case.goal


Lines = tuple[ListedCase, ...]


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

    def __iter__(self) -> Iterator[ListedCase]:
        """All lines, place after place."""
        return (line for one in fields(self) for line in getattr(self, one.name))

    def at(self, place: ListPlace) -> Lines:
        """The lines in one place."""
        lines: Lines = getattr(self, place.name)
        return lines


def rank(
    cases: Iterable[CaseState], now: datetime, interviewer: UUID, settings: Settings
) -> Ranked:
    """The cases as they stand for an interviewer now."""
    everything = tuple(cases)
    here = moment(everything, now, interviewer, settings)
    places: dict[ListPlace, list[ListedCase]] = {place: [] for place in ListPlace}
    for case in everything:
        line = _line(case, here)
        places[line.rule.place].append(line)
    inside = {place.name: tuple(sorted(lines, key=_order)) for place, lines in places.items()}
    return Ranked(**inside)


def against(
    cases: Iterable[CaseState],
    case_id: UUID,
    contact: ContactPoint,
    now: datetime,
    interviewer: UUID,
    settings: Settings,
) -> tuple[str, ...]:
    """Why nobody should ring this contact point of a case now: each rule in its words."""
    everything = tuple(
        replace(one, contact=contact) if one.case_id == case_id else one for one in cases
    )
    here = moment(everything, now, interviewer, settings)
    case = next(one for one in everything if one.case_id == case_id)
    return tuple(_objection(rule, case, here) for rule in against_ringing(case, here))


def _objection(rule: RankingRule, case: CaseState, here: RankingMoment) -> str:
    """The rule's words; where the case does not just wait, with where it is."""
    words = rule.words(case, here)
    return words if rule.place is ListPlace.waiting else f"{rule.place.label}: {words}"


def _line(case: CaseState, here: RankingMoment) -> ListedCase:
    rule = deciding(case, here)
    return ListedCase(case, rule, here, rule.until(case, here) if rule.until else None)


_NTH = {rule.name: nth for nth, rule in enumerate(RULES)}


def _order(line: ListedCase) -> tuple[object, ...]:
    """By the rule and its key; what waits, by until when. The unit decides between equals."""
    case, rule = line.case, line.rule
    if line.until:
        return line.until, case.unit.id, case.case_id
    return _NTH[rule.name], *rule.order(case, line.moment), case.unit.id, case.case_id
