"""Agreeing on a time: what people propose, and what the interviewer makes of it."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import on_the_line
from schemas.calls.outcomes import Outcome
from schemas.calls.workdays import add_working_days
from schemas.language.dates import OSLO, local
from tests.simulation.file import File, Interviewer

ODD_TIMES = (time(8, 10), time(11, 10), time(15, 15))
"""Outside the call window, but that is when they can."""

QUARTERS = tuple(time(8 + nth // 4, nth % 4 * 15) for nth in range(4, 26))


def agree(file: File, outcome: Outcome, who: Interviewer, taken: Collection[datetime]) -> None:
    """Note when to call again, if the call ended so."""
    call = file.attempts[-1]
    at, talked_to = call.ended_at or call.started_at, on_the_line(call, file.redirects)
    if outcome is Outcome.appointment:
        only = file.real.luck.chance(0.1, "only", file.talks) and who.off is None
        firm = only or file.real.luck.chance(0.7, "firm", file.talks)
        due = _free(_proposed(file, at), taken)
        _note(file, due, talked_to, who, firm=firm, only=who.id if only else None)
    elif outcome is Outcome.asked_in_writing:
        _note(file, _morning(add_working_days(local(at).date(), 3)), talked_to, who)
    elif outcome is Outcome.unavailable:
        _when_back(file, talked_to, who, at)


def _when_back(file: File, talked_to: UUID, who: Interviewer, at: datetime) -> None:
    """Whoever tried to put us through knows when somebody on leave is back."""
    key = next(key for key, one in file.contacts.items() if one.id == talked_to)
    out = file.real.everybody[key]
    if out.away and out.is_away(local(at).date()):
        back = add_working_days(out.away[1] - timedelta(days=1), 1)
        _note(file, _morning(back), talked_to, who)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), OSLO)


def _proposed(file: File, at: datetime) -> datetime:
    luck, nth = file.real.luck, file.talks
    day = add_working_days(local(at).date(), 1 + int(luck.share("days ahead", nth) * 4))
    odd = luck.chance(0.1, "odd", nth)
    return datetime.combine(day, luck.pick(ODD_TIMES if odd else QUARTERS, "clock", nth), OSLO)


def _free(due: datetime, taken: Collection[datetime]) -> datetime:
    """The proposed time, or the next at which the interviewer has no other appointment."""
    while any(abs(due - other) < timedelta(minutes=15) for other in taken):
        due += timedelta(minutes=15)
    return due


def _note(
    file: File,
    due: datetime,
    contact: UUID,
    who: Interviewer,
    *,
    firm: bool = False,
    only: UUID | None = None,
) -> None:
    call = file.attempts[-1]
    file.appointment = Appointment(
        id=uuid5(file.id, f"appointment{call.number}"),
        case_id=file.id,
        due=due.astimezone(UTC),
        minutes=15,
        kind=AppointmentKind.hard if firm else AppointmentKind.soft,
        contact_id=contact,
        note="",
        only_with=only,
        made_by=who.id,
        made_at=call.ended_at or call.started_at,
    )
