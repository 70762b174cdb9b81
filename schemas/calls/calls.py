"""Calls: whom we rang, whom they sent us on to, and what follows from it.

A case is a search through an organisation. *Contact points* are the places and people in it, a
*call attempt* is one dialled call, and a *redirect* leads from the contact point we spoke with to
the one we were sent to. Everything below them is derived and never stored: the way to somebody,
the leads that nobody has followed, whom to dial next, and what the case has come to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.call_ends import end_of_call, length_of_call
from schemas.calls.departments import Department
from schemas.calls.outcome_rows import OnTheLine
from schemas.calls.outcomes import Outcome
from schemas.calls.rests import Whose, WorkingDays

# ── What happened ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A place or person within a case that can be called. An empty string is: not known.

    One that was retired is rung no more, and offered to nobody; what it has told stays.  `dead` is
    a number that is nobody's any more, `wrong` one that is somebody else's, and either counts until
    there is another; who was moved up by an interviewer is rung first.
    """

    id: UUID
    case_id: UUID
    department: Department
    department_name: str
    person: str
    role: str
    phone: str
    email: str
    source: str
    knows: Knowledge
    created_at: datetime
    retired_at: datetime | None = None
    retired_why: str = ""
    dead: str = ""
    moved_up_at: datetime | None = None
    wrong: str = ""

    @classmethod
    def named(
        cls, id: UUID, case_id: UUID, department: Department, source: str, at: datetime
    ) -> "ContactPoint":
        """A place of which nothing is known yet but that `source` named it."""
        return cls(id, case_id, department, "", "", "", "", "", source, Knowledge.unknown, at)

    @property
    def is_retired(self) -> bool:
        """Whether nobody is to be rung there any more."""
        return self.retired_at is not None

    @property
    def place(self) -> str:
        """The department by its own name, or else by its type."""
        # Without the type's "(ledelse)": what stands in parentheses on the way is a person.
        return self.department_name or str(self.department.label).split(" (")[0]

    @property
    def label(self) -> str:
        """The place, and the person if we know one."""
        return f"{self.place} ({self.person})" if self.person else self.place

    @property
    def known(self) -> dict[str, str]:
        """What can be suggested as an answer, under the names that `ask(known_as=…)` uses.

        The switchboard's number is not that of whoever has been put through, nor do they sit there.
        """
        is_own = bool(self.person) or not self.department.is_front_line
        return {
            "person": self.person,
            "role": self.role,
            "department": self.department.name if is_own else "",
            "phone": self.phone if is_own else "",
            "email": self.email,
        }


@dataclass(frozen=True, slots=True)
class CallAttempt:
    """One dialled call. Without an outcome it is going on, or was cut off by a crash.

    The moments are what the clock on the wall said; `seconds` were measured by one that nobody
    sets, unless the program was started anew in the middle.
    """

    id: UUID
    case_id: UUID
    number: int
    contact_id: UUID
    phone: str
    interviewer_id: UUID
    interviewer: str
    started_at: datetime
    ended_at: datetime | None
    end_unknown: bool
    outcome: Outcome | None
    note: str
    seconds: int | None = None

    @property
    def line(self) -> OnTheLine | None:
        """What became of the line by its outcome, if it has one."""
        return self.outcome.row.line if self.outcome else None

    @property
    def lasted(self) -> timedelta | None:
        """How long it took; None where nobody can know."""
        ended_at = None if self.end_unknown else self.ended_at
        return length_of_call(self.started_at, ended_at, self.seconds)

    @property
    def over_at(self) -> datetime | None:
        """When it was over; None while it is going on."""
        return end_of_call(self.started_at, self.ended_at, self.seconds)


LONGEST: Final = timedelta(hours=1)
"""No call takes longer: after that nobody is on the line any more."""


BACK_ON_THE_LINE: Final = timedelta(minutes=2)
"""Whoever is on the line still takes a wrong outcome back within it: until then nothing that is
said can be written down."""


@dataclass(frozen=True, slots=True)
class EndUndone:
    """How a call had ended, and when that was undone."""

    ended_at: datetime
    seconds: int | None
    at: datetime


def end_before(undone: Iterable[EndUndone], noted_at: datetime | None) -> EndUndone | None:
    """How a call had ended whose end was undone, in that order, when it had been over.

    None where it may have gone on: the last thing that was noted on it, at that moment, tells so.
    """
    return next((one for one in undone if _was_over(one, noted_at)), None)


def _was_over(one: EndUndone, noted_at: datetime | None) -> bool:
    went_on = noted_at is not None and noted_at > one.at
    return one.at - one.ended_at > (LONGEST if went_on else BACK_ON_THE_LINE)


@dataclass(frozen=True, slots=True)
class Redirect:
    """From the contact point we spoke with to the one we were sent to; a dead end leads nowhere.

    They are numbered in the case as they were told: clocks are set, also in the middle of a call.
    """

    id: UUID
    case_id: UUID
    number: int
    attempt_id: UUID
    from_id: UUID
    to_id: UUID | None
    how: RedirectHow
    said: str
    at: datetime

    def __post_init__(self) -> None:
        if (self.to_id is None) != (self.how is RedirectHow.dead_end):
            raise ValueError("a redirect leads somewhere unless it is a dead end")


# ── One call ─────────────────────────────────────────────────────────────────────────────────────


def on_the_line(attempt: CallAttempt, redirects: Iterable[Redirect]) -> UUID:
    """The contact point that is on the line, or was when the call ended."""
    return _line(attempt, redirects)[-1]


def suggest_outcome(attempt: CallAttempt, redirects: Iterable[Redirect]) -> Outcome | None:
    """How the call ended, to judge by its last redirect; None when that does not tell."""
    legs = Legs.of(redirects).told_in(attempt)
    if not legs or legs[-1].how is RedirectHow.transferred:
        return None
    if legs[-1].how is RedirectHow.dead_end:
        return Outcome.wrong_department
    return Outcome.redirected


def expected_to_ring(redirects: Iterable[Redirect]) -> UUID | None:
    """Who is to ring back, to judge by the last redirect of the case."""
    last = max(redirects, key=lambda leg: leg.number, default=None)
    rings = last is not None and last.how is RedirectHow.they_call_back
    return last.to_id if last and rings else None


def next_number(redirects: Iterable[Redirect]) -> int:
    """The number of the redirect after these in the case."""
    return max((leg.number for leg in redirects), default=0) + 1


CALLS_BACK: Final = WorkingDays(Whose.case, days=1)
"""Whoever has promised to ring back has the rest of the day to do so."""

_CALLS_BACK: Final = "De ringer tilbake. Gjør de ikke det, ring {rest}."


def next_step(outcome: Outcome, attempt: CallAttempt, redirects: Iterable[Redirect]) -> str:
    """What happens to the case when this call ends so, for the interviewer to read."""
    last = Legs.of(redirects).told_in(attempt)[-1:]
    waits = [leg.how for leg in last] == [RedirectHow.they_call_back]
    if waits and outcome.row.line is OnTheLine.sent_on:
        return _CALLS_BACK.format(rest=CALLS_BACK.words)
    return outcome.next_step


def has_lead(attempt: CallAttempt, redirects: Iterable[Redirect]) -> bool:
    """Whether somebody on this call has told us of somebody else to ring."""
    on_line = {RedirectHow.transferred, RedirectHow.dead_end}
    return any(leg.how not in on_line for leg in Legs.of(redirects).told_in(attempt))


class Legs(tuple[Redirect, ...]):
    """The redirects of a case, in order: laid out by their calls once, for whoever asks of many."""

    @classmethod
    def of(cls, redirects: Iterable[Redirect]) -> "Legs":
        """Redirects in any order."""
        if isinstance(redirects, cls):
            return redirects
        return cls(sorted(redirects, key=lambda leg: leg.number))

    @cached_property
    def by_call(self) -> Mapping[UUID, Sequence[Redirect]]:
        """Those of each call."""
        laid: dict[UUID, list[Redirect]] = {}
        for leg in self:
            laid.setdefault(leg.attempt_id, []).append(leg)
        return laid

    def told_in(self, call: CallAttempt) -> Sequence[Redirect]:
        """Those that a call has brought."""
        return self.by_call.get(call.id, ())


def _line(attempt: CallAttempt, redirects: Iterable[Redirect]) -> list[UUID]:
    told = Legs.of(redirects).told_in(attempt) if redirects else ()  # asked at every answer
    transfers = (leg.to_id for leg in told if leg.how is RedirectHow.transferred)
    return [attempt.contact_id, *(to for to in transfers if to)]


def met(call: CallAttempt, redirects: Iterable[Redirect]) -> list[UUID]:
    """Everybody who was on the line in a call, in their order."""
    line = _line(call, redirects)
    # If the line fell out while they put us through, whoever was to answer never did.
    return line[:-1] or line if call.line is OnTheLine.cut_off else line


# ── The way ──────────────────────────────────────────────────────────────────────────────────────


def way_to(
    contact_id: UUID, redirects: Iterable[Redirect], contacts: Iterable[ContactPoint]
) -> tuple[ContactPoint, ...]:
    """From where the search began to this contact point, along who first pointed to whom."""
    came_from = _came_from(redirects)
    steps = [contact_id]
    while (before := came_from.get(steps[-1])) is not None:
        steps.append(before)
    known = {contact.id: contact for contact in contacts}
    return tuple(known[step] for step in reversed(steps))


def draw_way(way: Iterable[ContactPoint]) -> str:
    """The way in one line, ticked where the right person sits.

    `Sentralbord → Servicetorg → Helse og omsorg → Frisklivssentral (Kari Lie) ✓`
    """
    return " → ".join(
        f"{step.label} ✓" if step.knows is Knowledge.is_the_one else step.label for step in way
    )


def _came_from(redirects: Iterable[Redirect]) -> dict[UUID, UUID]:
    came_from: dict[UUID, UUID] = {}
    begun: set[UUID] = set()
    for leg in Legs.of(redirects):
        # Whoever sent us on before anybody pointed to them is a beginning. So each step back is a
        # step back in time, and people who send us round in a ring cannot make the way endless.
        if leg.from_id not in came_from:
            begun.add(leg.from_id)
        if leg.to_id is not None and leg.to_id not in begun:
            came_from.setdefault(leg.to_id, leg.from_id)
    return came_from
