"""All cases of the survey for one interviewer at one moment, each in its one place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from schemas.calls.calls import ContactPoint
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import NEW, Lane, LanePart, without
from schemas.calls.ranking.lines import (
    Alike,
    Lines,
    ListedCase,
    LongLines,
    Placed,
    Ruled,
    Ruling,
    line_of,
    parts_of,
)
from schemas.calls.ranking.moment import NOBODY, RankingMoment, moment
from schemas.calls.ranking.ordered import Ordered
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import ListPlace, RankingRule, against_ringing
from schemas.calls.ranking.rulings import Rulings, ruling_of
from schemas.calls.ranking.words import from_when
from schemas.calls.settings import Settings
from schemas.language.text import ended


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
    given: Lines

    def __iter__(self) -> Iterator[ListedCase]:
        """All lines, place after place."""
        return (line for one in fields(self) for line in getattr(self, one.name))

    def at(self, place: ListPlace) -> Lines:
        """The lines in one place."""
        lines: Lines = getattr(self, place.name)
        return lines

    @property
    def looked_at(self) -> Iterator[ListedCase]:
        """The lines that are there already; no others have an appointment, or are held."""
        for one in fields(self):
            for part in parts_of(getattr(self, one.name)):
                if not isinstance(part, Alike):
                    yield from part

    @property
    def all(self) -> LongLines:
        """All lines, place after place, none of which is made for it."""
        return LongLines(getattr(self, one.name) for one in fields(self))


def rank(
    cases: Iterable[CaseState], now: datetime, interviewer: UUID, settings: Settings
) -> Ranked:
    """The cases as they stand for an interviewer now."""
    roll = Roll.of(cases)
    here = moment(roll, now, interviewer, settings)
    rung = roll.with_phone(here.rung_enough)
    alike = {one.first.rule.place: one for one in _alike(roll, here, rung)}
    lines = Rulings.of(roll, here).with_others(ruling_of(roll.case(at), at, here) for at in rung)
    laid = {
        place.name: _laid(lines.get(place, NOTHING), alike.get(place), here) for place in ListPlace
    }
    return Ranked(**laid)


NOTHING: Final = Ordered[Ruling]()


def _alike(roll: Roll, here: RankingMoment, others: Collection[int]) -> Iterator[Alike]:
    """Those that the rules need not look at, such together as go the same way."""
    ways: defaultdict[object, list[Placed]] = defaultdict(list)
    for part, places in roll.parts.items():
        if left := without(places, others) if part.lane in NEW else places:
            ways[_way(part, here)].append((part, left))
    for parts in ways.values():
        any_of_them = parts[0][1][0]
        yield Alike(roll, line_of(roll.case(any_of_them), here), parts)


def _way(part: LanePart, here: RankingMoment) -> tuple[Lane, bool]:
    """What is the same for all that go the same way: those never called may be somebody else's to
    ring."""
    if part.lane not in NEW:
        return part.lane, False
    mine = part.owner in {None, here.interviewer} or here.interviewer == NOBODY
    return Lane.new, not mine


def _laid(lines: Ordered[Ruling], alike: Alike | None, here: RankingMoment) -> Lines:
    """The lines of a place in their order: those that are there among those that are alike."""
    if alike is None:
        return LongLines(Ruled(pack, here) for pack in lines.packs)
    before, among, behind = lines.around(alike.lead, _lead)
    parts: list[Lines] = [Ruled(pack, here) for pack in before]
    laid = 0
    for behind_so_many, piece in alike.among([ruling.order[1:] for ruling in among]):
        parts += [Ruled(among[laid:behind_so_many], here), piece]
        laid = behind_so_many
    parts += [Ruled(among[laid:], here), *(Ruled(pack, here) for pack in behind)]
    return LongLines(part for part in parts if part)


def _lead(ruling: Ruling) -> Any:
    """What comes first in the order of a line."""
    return ruling.order[0]


def against(
    cases: Iterable[CaseState],
    case_id: UUID,
    contact: ContactPoint,
    now: datetime,
    interviewer: UUID,
    settings: Settings,
) -> tuple[str, ...]:
    """Why nobody should ring this contact point of a case now: each rule in its words."""
    roll = Roll.of(cases)
    here = moment(roll, now, interviewer, settings)
    case = replace(roll.find(case_id), contact=contact)
    return tuple(_objection(rule, case, here) for rule in against_ringing(case, here))


def lies(
    cases: Iterable[CaseState], case_id: UUID, now: datetime, interviewer: UUID, settings: Settings
) -> str:
    """Where a case lies now, in a sentence; where it waits, until when."""
    roll = Roll.of(cases)
    line = line_of(
        replace(roll.find(case_id), holder=None), moment(roll, now, interviewer, settings)
    )
    if line.until is None:
        return _LIES[line.rule.place]
    return ended(f"Saken venter til {from_when(line.until, now)}")


_LIES: Final = {
    ListPlace.callable: "Saken kan ringes nå.",
    ListPlace.waiting: "Saken venter.",
    ListPlace.with_coordinator: "Saken er hos koordinatoren.",
    ListPlace.needs_number: "Saken mangler et nummer.",
    ListPlace.in_review: "Saken ligger til gjennomsyn.",
    ListPlace.finished: "Saken er ferdig.",
    ListPlace.held: "Saken er hos en annen.",
}


def _objection(rule: RankingRule, case: CaseState, here: RankingMoment) -> str:
    """The rule's words; where the case does not just wait, with where it is."""
    words = rule.words(case, here)
    return words if rule.place is ListPlace.waiting else f"{rule.place.label}: {words}"
