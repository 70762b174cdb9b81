"""What has happened to the cases, as an open database remembers it until something changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from db.trail.chain import Head
from schemas.calls.ranking.cases import CaseState, History, state_of
from schemas.calls.settings import Settings

One = TypeVar("One")


class Remembered:
    """All histories by unit number, as they were at an `end` of the trail."""

    def __init__(
        self, end: Head, histories: Sequence[History], places: Mapping[UUID, int] | None = None
    ) -> None:
        self.end = end
        self.histories = histories
        self._places = places or {one.case_id: nth for nth, one in enumerate(histories)}
        self._settings: Settings | None = None
        self._states: Sequence[CaseState] = ()

    def __contains__(self, case_id: object) -> bool:
        return case_id in self._places

    def is_held_otherwise(self, case_id: UUID, until: datetime) -> bool:
        """Whether a case is remembered as held until another time, or by nobody."""
        place = self._places.get(case_id)
        holder = None if place is None else self.histories[place].holder
        return holder is None or holder.until != until

    def states(self, settings: Settings) -> Sequence[CaseState]:
        """What the place of each case depends on."""
        if self._settings != settings:
            self._states = [state_of(one, settings) for one in self.histories]
            self._settings = settings
        return self._states

    def after(self, end: Head, changed: Iterable[History]) -> Remembered:
        """The same at a later end, with these histories instead of what they were before."""
        anew = {self._places[one.case_id]: one for one in changed}
        later = Remembered(end, _with(self.histories, anew), self._places)
        if settings := self._settings:
            worked_out = {place: state_of(one, settings) for place, one in anew.items()}
            later._settings, later._states = settings, _with(self._states, worked_out)
        return later


def _with(known: Sequence[One], changed: Mapping[int, One]) -> Sequence[One]:
    if not changed:
        return known
    anew = list(known)
    for place, one in changed.items():
        anew[place] = one
    return anew
