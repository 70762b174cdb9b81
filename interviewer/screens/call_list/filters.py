"""Which of the cases are listed: all, today's, one's own, those of a place or a group."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from interviewer.words import WORDS
from schemas.calls.ranking.lines import Alike, Lines, ListedCase
from schemas.calls.ranking.rules import ListPlace
from schemas.frame.frame import Frame
from schemas.frame.units import Group
from schemas.language.dates import local

if TYPE_CHECKING:
    from interviewer.screens.call_list.state import CallList


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of the cases are listed."""

    label: str
    keeps: Callable[["CallList", ListedCase], bool]
    group: Group | None = None

    def of(self, screen: "CallList", lines: Lines) -> Lines:
        """Those that it keeps; of lines that are alike all or none, but for group and owner."""
        if not isinstance(lines, Alike):
            return tuple(line for line in lines if self.keeps(screen, line))
        if self.group is not None:
            return lines.in_group(self.group.id)
        if self.keeps is _mine:
            return lines.given_to(screen.who.id)
        return lines if self.keeps(screen, lines.first) else ()


def _everything(screen: "CallList", line: ListedCase) -> bool:
    return True


def is_today(screen: "CallList", line: ListedCase) -> bool:
    """Whether it has an appointment today."""
    agreed = line.case.appointment
    return agreed is not None and local(agreed.due).date() == local(screen.now).date()


def _mine(screen: "CallList", line: ListedCase) -> bool:
    agreed, holder = line.case.appointment, line.case.holder
    held = holder is not None and holder.interviewer_id == screen.who.id
    owner = line.case.given_to
    hers = owner is not None and owner.interviewer_id == screen.who.id
    return held or hers or (agreed is not None and agreed.interviewer_id == screen.who.id)


def due_of(line: ListedCase) -> datetime:
    """When it is to be rung, as was agreed."""
    assert line.case.appointment is not None, "only appointments have a time"
    return line.case.appointment.due


def _at(place: ListPlace) -> Filter:
    return Filter(str(place.label), lambda screen, line: line.rule.place is place)


def _in_group(group: Group) -> Filter:
    return Filter(group.name, lambda screen, line: line.case.unit.group == group, group)


ALL: Final = Filter(str(WORDS.filter_all), _everything)
OF_ANY_SURVEY: Final = (
    ALL,
    _at(ListPlace.callable),
    Filter(str(WORDS.filter_today), is_today),
    Filter(str(WORDS.filter_mine), _mine),
    *(_at(place) for place in ListPlace if place is not ListPlace.callable),
)


@lru_cache(maxsize=2)
def filters(frame: Frame) -> tuple[Filter, ...]:
    """What F6 offers, one key each: also the groups that any unit lies in."""
    return *OF_ANY_SURVEY, *map(_in_group, frame.groups)
