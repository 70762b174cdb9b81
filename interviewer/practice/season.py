"""A spring of calls: three invented interviewers, and the cases that they take turns with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import cycle, islice
from threading import Event
from typing import TYPE_CHECKING, Final
from uuid import UUID

from db.seats import INVENTED
from interviewer.practice import before
from interviewer.practice.case import UNFINISHED, Case, Waits
from interviewer.practice.office_hours import OFFICES
from interviewer.practice.practice_interviewer import PracticeInterviewer
from interviewer.practice.respondents import HeardSoFar
from interviewer.terminal.player import Player
from schemas.frame.frame import Frame
from schemas.questionnaire.types.dice import Dice
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.database import Database

NEVER: Final = Event()
"""Nobody is there to leave."""

INTERVIEWERS: Final = ("Ida Øvingstad", "Jens Prøvedal", "Sara Tenktbakken")


@dataclass(frozen=True, slots=True)
class Played:
    """How much there is now."""

    finished: int
    unfinished: int
    calls: int
    redirects: int


def unfinished_beside(interviews: int, units: int) -> int:
    """So many cases are under way when so many interviews are finished: none before the first."""
    return min(interviews // 4 + 9, units - interviews) if interviews else 0


def play(
    db: "Database",
    interviews: int,
    seed: int,
    leaving: Event = NEVER,
    *,
    begins: datetime | None = None,
) -> Played:
    """Fill a new database.  The same seed gives the same, to the last id and second.

    Between two calls it may end early, when nobody wants it any more.  It `begins` when the survey
    did, unless that is said.
    """
    dice, begins = Dice(seed), begins or db.survey.practice.begins
    callers = [seated(db, dice.apart(), name, begins) for name in INTERVIEWERS]
    before.bring_in(db, dice, begins)
    _take_turns(list(_cases(db.survey, db.frame, callers, dice, interviews)), leaving)
    return _count(db)


def seated(db: "Database", dice: Dice, name: str, begins: datetime) -> PracticeInterviewer:
    """An interviewer at a place of their own, with the call list in front of them."""

    def new_id() -> UUID:
        return UUID(int=dice.getrandbits(128), version=4)

    script = db.survey.practice
    player = Player(db, begins, new_id, seat=f"{INVENTED}{name}")
    player.type(name)
    player.keys("enter")
    return PracticeInterviewer(player, dice, script)


def _cases(
    survey: Survey,
    frame: Frame,
    callers: list[PracticeInterviewer],
    dice: Dice,
    interviews: int,
) -> Iterator[tuple[PracticeInterviewer, Waits]]:
    """Whose turn it is with which case; a few of the cases come to nothing (yet)."""
    season, turns, told = HeardSoFar(), cycle(callers), survey.practice.scenarios
    unfinished = unfinished_beside(interviews, len(frame))
    ends = [Case.finished] * interviews + list(islice(cycle(UNFINISHED), unfinished))
    # Whoever breaks off has much to tell: the short conversations are over before.
    scenarios = [*islice(cycle(told), interviews), *[told[0]] * unfinished]
    for unit, end, scenario in zip(dice.some(frame.units, len(ends)), ends, scenarios, strict=True):
        caller = next(turns)
        yield caller, end(Case(caller, dice.apart(), survey, frame, unit, scenario, season))


def _take_turns(cases: list[tuple[PracticeInterviewer, Waits]], leaving: Event) -> None:
    """Each call at its time: while one case waits, its interviewer rings another."""
    due = [(caller.player.now, number) for number, (caller, _) in enumerate(cases)]
    heapify(due)
    while due and not leaving.is_set():
        wanted, number = heappop(due)
        caller, waits = cases[number]
        caller.player.now = OFFICES.next_open(max(wanted, caller.player.now))
        with caller.said:  # what is said in a call that fails is not stored
            wait = next(waits, None)
        if wait is not None:
            heappush(due, (caller.player.now + wait, number))


def _count(db: "Database") -> Played:
    from db.histories import histories

    called = [case for case in histories(db) if case.attempts]
    finished = [case for case in called if case.interview == "complete"]
    return Played(
        finished=len(finished),
        unfinished=len(called) - len(finished),
        calls=sum(len(case.attempts) for case in called),
        redirects=sum(len(case.redirects) for case in called),
    )
