"""How work is shared out: what everybody has, and how to share the rest evenly.

Pure functions of cases as the call list has them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
from uuid import UUID

from schemas.calls.ranking.cases import CaseState


@dataclass(frozen=True, slots=True)
class WorkLoad:
    """What is given to somebody: cases that are still `open`, and those that have `ended`.

    Of the open ones, `begun` have been called, and `agreed` have an appointment.
    """

    open: int = 0
    begun: int = 0
    agreed: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class WorkLoads:
    """What everybody has been given, and the open cases that are nobody's, by unit number."""

    loads: Mapping[UUID, WorkLoad]
    rest: tuple[CaseState, ...]

    def load(self, person: UUID) -> WorkLoad:
        """What somebody has: nothing, where nothing was given."""
        return self.loads.get(person, WorkLoad())


def work_loads(cases: Iterable[CaseState]) -> WorkLoads:
    """Whose the cases are."""
    counts: dict[UUID, Counter[str]] = {}
    rest = []
    for case in cases:
        if case.given_to is not None:
            count = counts.setdefault(case.given_to.interviewer_id, Counter())
            count.update(_kinds(case))
        elif not case.ended:
            rest.append(case)
    loads = {person: WorkLoad(**count) for person, count in counts.items()}
    return WorkLoads(loads, tuple(sorted(rest, key=lambda case: case.unit.id)))


def _kinds(case: CaseState) -> Iterable[str]:
    if case.ended:
        yield "ended"
        return
    yield "open"
    if case.attempts:
        yield "begun"
    if case.appointment is not None:
        yield "agreed"


def open_of(cases: Iterable[CaseState], person: UUID) -> tuple[CaseState, ...]:
    """The open cases that are given to somebody."""
    return tuple(
        case
        for case in cases
        if not case.ended and case.given_to and case.given_to.interviewer_id == person
    )


def evenly(cases: Sequence[CaseState], loads: Mapping[UUID, int]) -> dict[UUID, list[UUID]]:
    """Share cases out so that all have as many open ones as can be: the least laden get first.

    Neighbours stay together: everybody gets units that lie side by side, group by group.  What was
    promised with one of them only is hers.
    """
    shares: dict[UUID, list[UUID]] = {person: [] for person in loads}
    free = []
    for case in sorted(cases, key=lambda one: (one.unit.group.id, one.unit.id)):
        promised = case.appointment.only_with if case.appointment else None
        if promised in shares:
            shares[promised].append(case.case_id)
        else:
            free.append(case.case_id)
    laden = {person: load + len(shares[person]) for person, load in loads.items()}
    rest = iter(free)
    for person, count in _quotas(laden, len(free)).items():
        shares[person] += [next(rest) for _ in range(count)]
    return {person: given for person, given in shares.items() if given}


def _quotas(laden: Mapping[UUID, int], cases: int) -> Counter[UUID]:
    """How many more each gets: one after the other, to whoever has least."""
    least = [(load, place, person) for place, (person, load) in enumerate(laden.items())]
    heapify(least)
    quotas = Counter[UUID](dict.fromkeys(laden, 0))
    for _ in range(cases if least else 0):
        load, place, person = least[0]
        quotas[person] += 1
        heapreplace(least, (load + 1, place, person))
    return quotas
