"""When a rule applies: one question about a case and a moment each."""

from datetime import datetime, timedelta

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.outcome_rows import InterviewPart, Look
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.moment import NOBODY, RankingMoment, held_by_another
from schemas.calls.rests import FAR, OtherPart
from schemas.language.dates import local

# ── Appointments ─────────────────────────────────────────────────────────────────────────────────


def opens(one: Appointment, moment: RankingMoment) -> datetime:
    """From when on an appointment can be kept."""
    early = moment.settings.appointment_early_minutes
    return one.due - timedelta(minutes=early) if one.kind is AppointmentKind.hard else one.due


def has_come(case: CaseState, moment: RankingMoment) -> bool:
    return case.appointment is not None and moment.now >= opens(case.appointment, moment)


def is_now(case: CaseState, moment: RankingMoment) -> bool:
    late = timedelta(minutes=moment.settings.appointment_late_minutes)
    one = case.appointment
    return one is not None and opens(one, moment) <= moment.now <= one.due + late


def hard_now(case: CaseState, moment: RankingMoment) -> bool:
    one = case.appointment
    return one is not None and one.kind is AppointmentKind.hard and is_now(case, moment)


def soft_now(case: CaseState, moment: RankingMoment) -> bool:
    one = case.appointment
    return one is not None and one.kind is AppointmentKind.soft and is_now(case, moment)


def of_another(case: CaseState, moment: RankingMoment) -> bool:
    """Promised with somebody else only; the day after, keeping it late is better than never."""
    one = case.appointment
    if one is None or one.only_with is None or one.only_with == moment.interviewer:
        return False
    return local(moment.now).date() <= local(one.due).date()


def ahead(case: CaseState, moment: RankingMoment) -> bool:
    return case.appointment is not None and moment.now < opens(case.appointment, moment)


def due_at(case: CaseState, moment: RankingMoment) -> datetime:
    return case.appointment.due if case.appointment else moment.now


# ── What has ended, and what others have ─────────────────────────────────────────────────────────


def interviewed(case: CaseState) -> bool:
    return case.outcome is not None and case.outcome.is_whole


def to_finish(case: CaseState, moment: RankingMoment) -> bool:
    """All was asked on the phone, and then nobody completed the interview."""
    asked = case.latest is not None and case.latest.is_whole
    return case.interview == "open" and asked and not case.ended


def is_closed(case: CaseState, moment: RankingMoment) -> bool:
    """Refused, closed by a coordinator, or reviewed: nothing that comes later opens it again."""
    return case.ended and (case.reviewed or not interviewed(case))


def in_review(case: CaseState, moment: RankingMoment) -> bool:
    return case.ended and not case.returned_at and not case.rang_back_at


def is_held(case: CaseState, moment: RankingMoment) -> bool:
    return held_by_another(case, moment.interviewer, moment.now)


def given_to_another(case: CaseState, moment: RankingMoment) -> bool:
    """Somebody else's to ring.

    Not what was promised with me, what nobody else has kept in time, whoever has rung us, and what
    is on the work lists of all.
    """
    owner = case.given_to
    if owner is None or moment.interviewer in {owner.interviewer_id, NOBODY}:
        return False
    if case.rang_back_at or no_number(case, moment) or _waits_for_a_word(case, moment):
        return False
    one = case.appointment
    return one is None or not (one.only_with == moment.interviewer or is_missed(one, moment))


def is_missed(one: Appointment, moment: RankingMoment) -> bool:
    """A promise that nobody has kept when it stands on top no more: anybody keeps it late."""
    late = timedelta(minutes=moment.settings.appointment_late_minutes)
    return one.kind is AppointmentKind.hard and moment.now > one.due + late


def _waits_for_a_word(case: CaseState, moment: RankingMoment) -> bool:
    """Whether a coordinator must look at it first, whosever it is."""
    if case.appointment or case.returned_at:
        return False
    return any(test(case, moment) for test in (sent_on, nobody_left, refused, enough))


def no_number(case: CaseState, moment: RankingMoment) -> bool:
    # A promise is not forgotten because nobody wrote the number down: it can be looked up.
    return case.contact is None and case.appointment is None


# ── With the coordinator ─────────────────────────────────────────────────────────────────────────


def sent_on(case: CaseState, moment: RankingMoment) -> bool:
    return _look(case) is Look.at_once


def nobody_left(case: CaseState, moment: RankingMoment) -> bool:
    return _look(case) is Look.without_lead and not case.fresh


def refused(case: CaseState, moment: RankingMoment) -> bool:
    return _look(case) is Look.after_rest and not resting(case, moment)


def _look(case: CaseState) -> Look | None:
    return case.latest.row.coordinator if case.latest else None


def enough(case: CaseState, moment: RankingMoment) -> bool:
    return case.attempts_since >= moment.settings.max_attempts


# ── Not just now ─────────────────────────────────────────────────────────────────────────────────


def resting(case: CaseState, moment: RankingMoment) -> bool:
    return case.rests_until is not None and moment.now < case.rests_until


def unanswered(case: CaseState) -> bool:
    elsewhere = case.latest is not None and isinstance(case.latest.row.rest, OtherPart)
    return bool(case.tried) and not case.fresh and elsewhere


def dialled_enough(case: CaseState, moment: RankingMoment) -> bool:
    return case.contact is not None and case.contact.phone in moment.rung_enough


def outside_window(case: CaseState, moment: RankingMoment) -> bool:
    return not moment.is_open and not is_now(case, moment)


def same_clock(case: CaseState, moment: RankingMoment) -> bool:
    if case.rests_until is None or case.avoid not in moment.alike:
        return False
    # A window so narrow that every hour is the same must not keep a case waiting for ever.
    return not case.fresh and moment.now < case.rests_until + FAR


def holds_back(case: CaseState, moment: RankingMoment) -> bool:
    if moment.promised is None or moment.promised.case_id == case.case_id:
        return False
    return not rang_back(case, moment) and not to_resume(case, moment)


# ── Callable ─────────────────────────────────────────────────────────────────────────────────────


def rang_back(case: CaseState, moment: RankingMoment) -> bool:
    return case.rang_back_at is not None


def returned(case: CaseState, moment: RankingMoment) -> bool:
    return case.returned_at is not None


def to_resume(case: CaseState, moment: RankingMoment) -> bool:
    some = case.outcome.row.interview if case.outcome else InterviewPart.none
    begun = case.interview == "reopened" or some in {InterviewPart.begun, InterviewPart.core}
    return (begun or _cut_off(case)) and not case.appointment


def _cut_off(case: CaseState) -> bool:
    """The program stopped in an interview: whoever was on the line is still waiting for us."""
    return case.interview == "open" and case.attempts > 0 and case.latest is None


def is_warm(case: CaseState, moment: RankingMoment) -> bool:
    lead = case.lead_at
    return lead is not None and local(lead).date() == local(moment.now).date()


def has_cooled(case: CaseState, moment: RankingMoment) -> bool:
    return bool(case.tried) and not case.fresh and moment.part not in case.tried


def is_new(case: CaseState, moment: RankingMoment) -> bool:
    return case.attempts == 0


def always(case: CaseState, moment: RankingMoment) -> bool:
    return True
