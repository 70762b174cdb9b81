"""Eight weeks, three interviewers and a coordinator: the same whoever decides about the calls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from uuid import UUID

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import Holder
from schemas.calls.workdays import is_working_day
from schemas.frame.units import Unit
from schemas.language.dates import OSLO, local
from tests.simulation.agreeing import agree
from tests.simulation.calling import make_call
from tests.simulation.file import File, Interviewer, open_file
from tests.simulation.luck import Luck
from tests.simulation.organisation import MONDAY, organisation
from tests.simulation.policies import Choice, Policy

IDA, OLA, SIRI = (
    Interviewer(UUID(int=1), "Ida"),
    Interviewer(UUID(int=2), "Ola"),
    Interviewer(UUID(int=3), "Siri", off=4),
)
STAFF = (IDA, OLA, SIRI)
COMES, GOES = time(8), time(16)
BETWEEN_CALLS = timedelta(minutes=1)
EARLY, LATE = timedelta(minutes=5), timedelta(minutes=10)
ANSWERED = 144 / 442
"""How many answered in phase one, and named somebody."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """One line of the season's own log, kept apart from what the policies see."""

    unit: str
    who: UUID
    phone: str
    start: datetime
    end: datetime
    outcome: Outcome
    appointment: Appointment | None


@dataclass(slots=True)
class Season:
    """One policy's season: the cases, the calls, and who asked for one when."""

    seed: int
    files: Mapping[UUID, File]
    policy: Policy
    log: list[Dialled] = field(default_factory=list)
    asked: list[tuple[datetime, Interviewer, Choice | None]] = field(default_factory=list)
    agreed: dict[UUID, Appointment] = field(default_factory=dict)
    busy: dict[UUID, datetime] = field(default_factory=dict)

    @property
    def ends(self) -> datetime:
        """When somebody asked for a call for the last time."""
        return self.asked[-1][0]

    def play(self, days: Sequence[date]) -> None:
        """Day after day."""
        for day in days:
            self._morning(_at(day, COMES))
            self._day(day, list(on_duty(self.seed, day)))

    def _morning(self, now: datetime) -> None:
        for file in self.policy.stuck(now):
            _help(file, now)
            self.policy.touched(file)

    def _day(self, day: date, staff: list[Interviewer]) -> None:
        ends = _at(day, GOES)
        queue = [(_at(day, COMES), nth) for nth in range(len(staff))]
        while queue:
            now, nth = heappop(queue)
            self._rings_back(now)
            after = self._turn(staff[nth], now) or self._idle(now, ends)
            if after < ends:
                heappush(queue, (after, nth))

    def _turn(self, who: Interviewer, now: datetime) -> datetime | None:
        """One call by one interviewer, if there is one to make; when it is done."""
        choice = self.policy.choose(who, now)
        self.asked.append((now, who, choice))
        if choice is None:
            return None
        before = choice.file.appointment
        outcome = make_call(choice.file, choice.contact, choice.goal, who, now)
        end = choice.file.attempts[-1].ended_at or now
        self._note(choice, who, outcome, before)
        self.log.append(
            Dialled(
                choice.file.real.unit.id, who.id, choice.contact.phone, now, end, outcome, before
            )
        )
        self.busy[who.id] = end
        return end + BETWEEN_CALLS

    def _note(
        self, choice: Choice, who: Interviewer, outcome: Outcome, before: Appointment | None
    ) -> None:
        file, call = choice.file, choice.file.attempts[-1]
        end = call.ended_at or call.started_at
        if before and (call.started_at >= before.due - EARLY or file.settled):
            file.appointment = replace(before, closed_at=call.started_at)
        taken = [one.due for one in self._open_of(who) if one.case_id != file.id]
        agree(file, outcome, who, taken)
        if file.appointment and file.appointment.is_open:
            self.agreed[file.appointment.id] = file.appointment
        file.holder = Holder(who.id, who.name, end)
        self.policy.touched(file)

    def _open_of(self, who: Interviewer) -> Iterator[Appointment]:
        for file in self.files.values():
            one = file.appointment
            if one and one.is_open and one.interviewer_id == who.id:
                yield one

    def _rings_back(self, now: datetime) -> None:
        for file in self.files.values():
            if file.will_ring_at and file.will_ring_at <= now:
                file.rang_back_at, file.will_ring_at = file.will_ring_at, None
                self.policy.touched(file)

    def _idle(self, now: datetime, ends: datetime) -> datetime:
        """When to ask again: a case is ripe, a colleague hangs up, or somebody rings."""
        ringing = (file.will_ring_at for file in self.files.values() if file.will_ring_at)
        times = (self.policy.wakes(now), *self.busy.values(), *ringing, ends)
        return max(now + BETWEEN_CALLS, min(at for at in times if at and at > now))


def _help(file: File, now: datetime) -> None:
    """What a coordinator does: finds a number or a new place to ask, or gives up at last."""
    file.visits += 1
    last, door = file.attempts[-1].outcome, file.real.way[0]
    if file.visits > 3 or (last is Outcome.refusal_soft and file.visits > 1):
        file.decision = Outcome.given_up
        return
    file.meet(door, door.phone)
    if last is not Outcome.refusal_soft:
        untried = [one for one in file.real.way[1:-1] if one.key not in file.contacts]
        for one in untried[-1:]:
            file.meet(one, one.phone)
    file.returned_at = now


def on_duty(seed: int, day: date) -> Iterator[Interviewer]:
    """Who is at work that day: not on the weekday off, and seldom ill."""
    for who in STAFF:
        ill = Luck(seed, who.name).chance(0.04, "ill", day)
        if day.weekday() != who.off and not ill:
            yield who


def working_days(weeks: int) -> list[date]:
    """The season's days, from Monday 19 January 2015."""
    days = (MONDAY + timedelta(days=nth) for nth in range(weeks * 7))
    return [day for day in days if is_working_day(day)]


def play(
    units: Sequence[Unit], seed: int, weeks: int, policy: Callable[[Mapping[UUID, File]], Policy]
) -> Season:
    """A season, with fresh files about the municipalities of that seed."""
    began = _at(MONDAY, time(0))
    named = set(Random(seed).sample([unit.id for unit in units], round(len(units) * ANSWERED)))
    files = [
        open_file(organisation(unit, seed), began, answered=unit.id in named) for unit in units
    ]
    by_id = {file.id: file for file in files}
    season = Season(seed, by_id, policy(by_id))
    season.play(working_days(weeks))
    return season


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, OSLO).astimezone(UTC)


def hard(one: Appointment | None) -> bool:
    """Whether it was promised."""
    return one is not None and one.kind is AppointmentKind.hard


def in_time(one: Appointment, at: datetime) -> bool:
    """Whether a call at that time keeps it."""
    return one.due - EARLY <= at <= one.due + LATE


def day_of(at: datetime) -> date:
    """The day in Norway."""
    return local(at).date()
