"""What is said of an appointment before it is made.

Only the past is refused.  Everything else is a warning, for an appointment may overrule the call
window: whoever can talk at 17.00 on a Saturday is rung at 17.00 on that Saturday.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.call_window import CallWindow
from schemas.calls.moments.moment_said import written
from schemas.calls.workdays import WEEKDAYS, holiday
from schemas.language.dates import clock, hours, local


class AppointmentRemark(NamedTuple):
    """What to say about an appointment before it is saved: a stable code and a sentence."""

    code: str
    sentence: str


class Verdict(NamedTuple):
    """Whether an appointment can be made, and what to warn about if it can."""

    refused: AppointmentRemark | None
    warnings: tuple[AppointmentRemark, ...] = ()


def check_appointment(
    appointment: Appointment,
    others: Iterable[Appointment],
    now: datetime,
    window: CallWindow,
    places: Mapping[UUID, str] | None = None,
) -> Verdict:
    """Look at an appointment before it is saved.

    The `window` is that of the offices.  `others` are any appointments; what does not concern this
    one is passed over.  `places` says what their cases are called.
    """
    if appointment.due <= now:
        return Verdict(_past(appointment, now))
    clashes = (
        _clash(other, appointment, places or {})
        for other in sorted(others, key=lambda other: other.due)
        if _overlap(other, appointment)
    )
    return Verdict(None, (*clashes, *_outside(appointment, window)))


def _past(appointment: Appointment, now: datetime) -> AppointmentRemark:
    when = written(appointment.due, now)
    return AppointmentRemark(
        "P-PAST",
        f"{when[0].upper()}{when[1:]} er passert. Skriv et senere tidspunkt,"
        " for eksempel «om 20 min» eller «i morgen 10:30».",
    )


def _overlap(other: Appointment, appointment: Appointment) -> bool:
    # The case's own open appointment is the one that this one replaces.
    return (
        other.is_open
        and other.id != appointment.id
        and other.case_id != appointment.case_id
        and other.interviewer_id == appointment.interviewer_id
        and other.due < appointment.ends
        and appointment.due < other.ends
    )


def _clash(
    other: Appointment, appointment: Appointment, places: Mapping[UUID, str]
) -> AppointmentRemark:
    place = places.get(other.case_id)
    between = f"{clock(other.due)}–{hours(local(other.ends).time())}"
    whose = "Intervjueren" if appointment.only_with not in {None, appointment.made_by} else "Du"
    return AppointmentRemark(
        "P-CLASH", f"{whose} har en avtale{f' med {place}' if place else ''} {between}."
    )


def _outside(appointment: Appointment, window: CallWindow) -> Iterable[AppointmentRemark]:
    day = local(appointment.due).date()
    if name := holiday(day):
        yield AppointmentRemark(
            "P-HOLIDAY", f"{day.day}.{day.month}. er {name.lower()}, en offentlig fridag."
        )
    elif not window.is_call_day(day):
        ahead = local(window.next_open(appointment.due)).date()
        yield AppointmentRemark(
            "P-DAY",
            f"{day.day}.{day.month}. er en {WEEKDAYS[day.weekday()]}: Da ringes det ikke. Neste "
            f"virkedag er {WEEKDAYS[ahead.weekday()]} {ahead.day}.{ahead.month}. Esc retter tiden.",
        )
    elif not _fits(appointment, window):
        yield AppointmentRemark("P-WINDOW", f"Avtalen er utenfor ringetiden. {window.sentence()}")


def _fits(appointment: Appointment, window: CallWindow) -> bool:
    # Whoever is spoken with when the break begins is spoken with to the end.
    last = appointment.ends - timedelta(minutes=1)
    ends_well = window.is_open(last) or window.is_pause(last)
    return window.is_open(appointment.due) and ends_well
