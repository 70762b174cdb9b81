"""A time that is agreed on in a call: with whom, and whether it can be kept."""

from datetime import datetime

from interviewer.engine.held_case import HeldCase
from interviewer.engine.stamp import Stamp
from schemas.calls.appointment_check import AppointmentRemark, check_appointment
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import ContactPoint
from schemas.calls.outcome_rows import OnTheLine
from schemas.calls.rests import Past, Rest
from schemas.calls.settings import Settings
from schemas.language.dates import local


def agreed_on(
    case: HeldCase, stamp: Stamp, due: datetime, kind: AppointmentKind, line: OnTheLine
) -> Appointment:
    """To be rung then, with whoever this call makes it with."""
    contact = _with_whom(case, line)
    return Appointment(
        id=stamp.another(2),
        case_id=case.file.case_id,
        due=due,
        minutes=case.who.settings.appointment_minutes,
        kind=kind,
        contact_id=contact.id,
        note="",
        only_with=None,
        made_by=case.who.id,
        made_at=stamp.at,
    )


def _with_whom(case: HeldCase, line: OnTheLine) -> ContactPoint:
    """Whoever is on the line; or whom they know to be there then, if that is whom we asked for."""
    here = case.on_line
    assert here is not None, "a call has somebody at the other end"
    took_it = here.department.is_front_line and not here.person
    elsewhere = took_it or line is OnTheLine.found
    return (case.asked_for if elsewhere else None) or here


def as_late(at: datetime, rest: Rest, settings: Settings) -> datetime:
    """When a rest is over: at the same time of day if that is later, and when we ring."""
    over = rest.over(Past(at, (), None, 0, settings))
    here = local(at)
    then = datetime.combine(local(over).date(), here.time(), here.tzinfo)
    return settings.call_window.next_open(max(over, then))


def judged(
    case: HeldCase, appointment: Appointment, now: datetime
) -> AppointmentRemark | tuple[str, ...]:
    """Why it cannot be, or what to be warned about."""
    places = {one.case_id: case.who.frame.label(id) for one, id in case.agenda}
    others = [one for one, _ in case.agenda]
    window = case.who.settings.call_window.of_offices
    verdict = check_appointment(appointment, others, now, window, places)
    return verdict.refused or tuple(warning.sentence for warning in verdict.warnings)
