"""What the place of a case on the call list depends on, worked out of its history once.

Nothing here knows what time it is: a `CaseState` holds until something happens to the case, so the
list can be ranked anew every minute without reading histories.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import RedirectHow
from schemas.calls.calls import CALLS_BACK, CallAttempt, ContactPoint, Legs, Redirect, on_the_line
from schemas.calls.case_outcomes import FINISHED, CaseResult, Standing, has_ended, outcome_of
from schemas.calls.outcome_rows import OnTheLine
from schemas.calls.outcomes import Outcome
from schemas.calls.rests import (
    Past,
    Whose,
    clock,
    working_day_after,
)
from schemas.calls.settings import Settings
from schemas.calls.whom_to_dial import dialable, leads, whom
from schemas.calls.workdays import PartOfDay
from schemas.frame.units import Unit
from schemas.language.dates import local


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a case, and until when unless it is renewed."""

    interviewer_id: UUID
    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class GivenTo:
    """To whom a case was given, to ring it."""

    interviewer_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that has happened to a case and matters for its place."""

    case_id: UUID
    unit: Unit
    contacts: Sequence[ContactPoint] = ()
    attempts: Sequence[CallAttempt] = ()
    redirects: Sequence[Redirect] = ()
    appointment: Appointment | None = None
    interview: Standing = "none"
    decision: Outcome | None = None
    reviewed: bool = False
    holder: Holder | None = None
    given_to: GivenTo | None = None
    returned_at: datetime | None = None
    rang_back_at: datetime | None = None

    @property
    def is_finished(self) -> bool:
        """Whether an interview is whole, also where it has been opened again since."""
        return self.interview in FINISHED


@dataclass(frozen=True, slots=True)
class Resting:
    """What the next call waits for: a call that ended `at` so, as one of so many `alike` that day.

    Or, `promised`, for office hours from then on, because somebody said that they would ring back.
    """

    at: datetime
    outcome: Outcome | None = None
    alike: int = 0
    promised: bool = False

    def until(
        self, tried: tuple[PartOfDay, ...], avoid: int | None, settings: Settings
    ) -> datetime:
        """From when on somebody may call again, inside the call window."""
        if self.promised:
            return settings.call_window.next_open(self.at)
        past = Past(self.at, tried, avoid, self.alike, settings)
        return self.outcome.row.rest.over(past) if self.outcome else self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary(CaseResult):
    """What has come of all that has happened to a case, whatever the settings.

    `contact` is whom to dial and `goal` whom to ask for there; they differ where the goal has no
    number of its own. `fresh` is whether nobody has tried the goal, and `lead_at` when somebody
    pointed to it, who may have said that the goal `calls_back`. `rest` is what the next call waits
    for, and `unanswered` are the calls there that nobody answered. `rang_back_at` is None once
    there has been a call since.
    """

    case_id: UUID
    latest: Outcome | None = None
    latest_at: datetime | None = None
    attempts_since: int = 0
    contact: ContactPoint | None = None
    goal: ContactPoint | None = None
    fresh: bool = False
    lead_at: datetime | None = None
    calls_back: bool = False
    appointment_with: ContactPoint | None = None
    reviewed: bool = False
    holder: Holder | None = None
    given_to: GivenTo | None = None
    rang_back_at: datetime | None = None
    rest: Resting | None = None
    unanswered: tuple[datetime, ...] = ()
    dialled_on: date | None = None
    dialled: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether it has ended, and nothing that comes later opens it again."""
        is_interviewed = self.outcome is not None and self.outcome.is_whole
        return self.ended and (self.reviewed or not is_interviewed)

    @property
    def is_settled(self) -> bool:
        """Whether it is over, or will be when its interview is looked at, and nobody is to call."""
        awaited = self.rang_back_at or self.returned_at or self.appointment
        return self.is_over or (self.ended and not awaited)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState(CaseSummary):
    """One case as the rules see it, by the settings of whoever calls.

    `rests_until` is when the next call is due by the latest outcome; `tried` are the parts of the
    day in which nobody answered there, and `avoid` is the time of the day, in minutes, when nobody
    did last.
    """

    rests_until: datetime | None = None
    tried: tuple[PartOfDay, ...] = ()
    avoid: int | None = None


def state_of(history: History, settings: Settings) -> CaseState:
    """What a case's place depends on."""
    return by_settings(summary_of(history), settings)


_SUMMED = tuple(field.name for field in fields(CaseSummary))


def by_settings(case: CaseSummary, settings: Settings) -> CaseState:
    """A case as it was summed up, by these settings."""
    window = settings.call_window
    tried = tuple(window.part(at) for at in case.unanswered)
    avoid = clock(case.unanswered[-1]) if case.unanswered else None
    rests_until = case.rest.until(tried, avoid, settings) if case.rest else None
    known = {name: getattr(case, name) for name in _SUMMED}
    return CaseState(**known, rests_until=rests_until, tried=tried, avoid=avoid)


def summary_of(history: History) -> CaseSummary:
    """What has come of everything that has happened to a case.

    Of one that is settled it tells neither whom to call nor the numbers of persons: nobody is to be
    called there.  A switchboard has had its calls of the day all the same, as others share it.
    """
    summed_up = _summed_up(history)
    if not summed_up.is_settled:
        return summed_up
    shared = {
        one.phone for one in history.contacts if one.department.is_front_line and not one.person
    }
    dialled = tuple(phone for phone in summed_up.dialled if phone in shared)
    return replace(summed_up, contact=None, goal=None, dialled=dialled)


def _summed_up(history: History) -> CaseSummary:
    if not (history.contacts or history.attempts or history.interview != "none"):
        return _untouched_case(history)
    calls = sorted(history.attempts, key=lambda call: call.number)
    legs = Legs.of(history.redirects)
    outcome = outcome_of(history.interview, (call.outcome for call in calls), history.decision)
    open_one = None if has_ended(outcome, history.interview) else _open_appointment(history)
    goal, contact = _whom(history, legs, open_one)
    pointed, search = _pointed_to(history, legs, goal), _Search(legs, calls, contact)
    fresh = goal is not None and (pointed is not None or _untouched(history, goal))
    return CaseSummary(
        case_id=history.case_id,
        unit=history.unit,
        outcome=outcome,
        latest=calls[-1].outcome if calls else None,
        latest_at=calls[-1].started_at if calls else None,
        attempts=len(calls),
        attempts_since=_since(calls, history.returned_at),
        contact=contact,
        goal=goal,
        fresh=fresh,
        lead_at=pointed.at if pointed else None,
        calls_back=pointed is not None and pointed.how is RedirectHow.they_call_back,
        appointment=open_one,
        appointment_with=_by_id(history.contacts, open_one.contact_id) if open_one else None,
        interview=history.interview,
        reviewed=history.reviewed,
        holder=history.holder,
        given_to=history.given_to,
        returned_at=_unless_called(history.returned_at, calls),
        rang_back_at=_unless_called(history.rang_back_at, calls),
        rest=_rest(search, pointed, fresh=fresh),
        unanswered=tuple(call.started_at for call in search.unanswered()),
        dialled_on=local(calls[-1].started_at).date() if calls else None,
        dialled=tuple(call.phone for call in _same_day(calls)),
    )


def _untouched_case(history: History) -> CaseSummary:
    """One that nobody is known in, and nobody has called."""
    return CaseSummary(
        case_id=history.case_id,
        unit=history.unit,
        outcome=outcome_of(history.interview, (), history.decision),
        reviewed=history.reviewed,
        holder=history.holder,
        given_to=history.given_to,
        returned_at=history.returned_at,
        rang_back_at=history.rang_back_at,
    )


# ── What it has come to ──────────────────────────────────────────────────────────────────────────


def _since(calls: Sequence[CallAttempt], returned: datetime | None) -> int:
    """How many calls there were since a coordinator last looked."""
    return sum(returned is None or call.started_at >= returned for call in calls)


def _unless_called(at: datetime | None, calls: Sequence[CallAttempt]) -> datetime | None:
    return None if at and calls and calls[-1].started_at >= at else at


def _open_appointment(history: History) -> Appointment | None:
    one = history.appointment
    return one if one and one.is_open else None


# ── Whom to call ─────────────────────────────────────────────────────────────────────────────────


def _whom(
    history: History, legs: Legs, appointment: Appointment | None
) -> tuple[ContactPoint | None, ContactPoint | None]:
    """Whom to ask for, and whom to dial."""
    goal, chosen = whom(history.contacts, history.attempts, legs) or (None, None)
    numbers = dialable(history.contacts, history.attempts)
    contact = chosen if chosen in numbers else None
    promised = _by_id(history.contacts, appointment.contact_id) if appointment else None
    if promised:
        return promised, promised if promised in numbers else contact
    return goal, contact


def _by_id(contacts: Sequence[ContactPoint], key: UUID) -> ContactPoint | None:
    return next((one for one in contacts if one.id == key), None)


def _pointed_to(history: History, legs: Legs, goal: ContactPoint | None) -> Redirect | None:
    """The last time that somebody pointed to the goal, if it is an unused lead."""
    if goal is None or not legs:
        return None
    if goal not in leads(history.contacts, history.attempts, legs):
        return None
    pointing = (leg for leg in legs if leg.to_id == goal.id)
    return max(pointing, key=lambda leg: leg.number)


def _untouched(history: History, goal: ContactPoint) -> bool:
    """Whether nobody has dialled the goal, and nobody been put through to it."""
    dialled = any(call.contact_id == goal.id for call in history.attempts)
    return not dialled and all(leg.to_id != goal.id for leg in history.redirects)


# ── When ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Search:
    """The calls of a case, and those among them that tell about whom we would dial."""

    redirects: Legs
    calls: Sequence[CallAttempt]
    contact: ContactPoint | None

    def here(self) -> Iterator[CallAttempt]:
        """The calls to the number that is next, or that ended with whoever has it."""
        for call in self.calls if self.contact else ():
            if self.contact and (
                call.phone == self.contact.phone
                or on_the_line(call, self.redirects) == self.contact.id
            ):
                yield call

    def unanswered(self) -> list[CallAttempt]:
        return [call for call in self.here() if call.line is OnTheLine.nobody_there]

    def after(self, call: CallAttempt) -> Resting:
        alike = sum(one.outcome is call.outcome for one in _same_day(self.calls))
        return Resting(call.ended_at or call.started_at, call.outcome, alike)


def _rest(search: _Search, pointed: Redirect | None, *, fresh: bool) -> Resting | None:
    """What the next call waits for."""
    if not search.calls:
        return None
    last = search.calls[-1]
    if last.outcome and _rests_whole(last.outcome.row.rest.whose, fresh=fresh):
        return search.after(last)
    call = next(reversed(list(search.here())), None)
    if call and call.line is not OnTheLine.sent_on:
        return search.after(call)
    if pointed and pointed.how is RedirectHow.they_call_back:
        return Resting(working_day_after(pointed.at, CALLS_BACK.days), promised=True)
    return Resting(last.ended_at or last.started_at)


def _rests_whole(whose: Whose, *, fresh: bool) -> bool:
    """Whether the case rests, and not only the number that was dialled."""
    return whose is Whose.case or (whose is Whose.case_without_lead and not fresh)


def _same_day(calls: Sequence[CallAttempt]) -> list[CallAttempt]:
    """The calls of the last day on which there were any."""
    if not calls:
        return []
    day = local(calls[-1].started_at).date()
    return [call for call in calls if local(call.started_at).date() == day]
