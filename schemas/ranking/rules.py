"""The call list as a list of rules: the first that applies decides, and says why in its own words.

A case is where the first rule that applies puts it, so it is always in exactly one place. Callable
cases come in the order of the rules, and within a rule in the order of its key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from schemas.answers import Choice
from schemas.appointments import Appointment, AppointmentKind
from schemas.outcomes import Outcome
from schemas.ranking.cases import CaseState
from schemas.ranking.moment import Moment, held_by_another
from schemas.ranking.rests import FAR, other_time, too_like
from schemas.ranking.words import counted, in_part, named, silence, when
from schemas.text import Text
from schemas.workdays import local


class Place(Choice):
    """Where a case is: the lists of the program."""

    callable = Text("Kan ringes nå", nn="Kan ringjast no", en="Callable now")
    waiting = Text("Venter", nn="Ventar", en="Waiting")
    with_coordinator = Text("Hos koordinator", en="With the coordinator")
    needs_number = Text("Mangler nummer", nn="Manglar nummer", en="Needs a number")
    in_review = Text("Til gjennomsyn", en="In review")
    finished = Text("Ferdig", en="Finished")
    held = Text("Hos en annen", nn="Hos ein annan", en="Held by somebody")


Key: TypeAlias = tuple[object, ...]
Test: TypeAlias = Callable[[CaseState, Moment], bool]
Words: TypeAlias = Callable[[CaseState, Moment], str]
Order: TypeAlias = Callable[[CaseState, Moment], Key]
Until: TypeAlias = Callable[[CaseState, Moment], datetime]


def _by_unit(case: CaseState, moment: Moment) -> Key:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """When it applies, where it puts the case, why in words, and in which order.

    `patient` rules do not hold back a case that presses: somebody rang back, a coordinator returned
    it, or its appointment has come. `until` is for rules that let a case wait.
    """

    name: str
    place: Place
    applies: Test
    words: Words
    order: Order = _by_unit
    until: Until | None = None
    patient: bool = False


# ── Appointments ─────────────────────────────────────────────────────────────────────────────────


def opens(one: Appointment, moment: Moment) -> datetime:
    """From when on an appointment can be kept."""
    early = moment.settings.appointment_early_minutes
    return one.due - timedelta(minutes=early) if one.kind is AppointmentKind.hard else one.due


def _has_come(case: CaseState, moment: Moment) -> bool:
    return case.appointment is not None and moment.now >= opens(case.appointment, moment)


def _is_now(case: CaseState, moment: Moment) -> bool:
    late = timedelta(minutes=moment.settings.appointment_late_minutes)
    one = case.appointment
    return one is not None and opens(one, moment) <= moment.now <= one.due + late


def _hard_now(case: CaseState, moment: Moment) -> bool:
    one = case.appointment
    return one is not None and one.kind is AppointmentKind.hard and _is_now(case, moment)


def _of_another(case: CaseState, moment: Moment) -> bool:
    """Promised with somebody else only; the day after, keeping it late is better than never."""
    one = case.appointment
    if one is None or one.only_with in {None, moment.interviewer}:
        return False
    return local(moment.now).date() <= local(one.due).date()


def _ahead(case: CaseState, moment: Moment) -> bool:
    return case.appointment is not None and moment.now < opens(case.appointment, moment)


def _due(case: CaseState, moment: Moment) -> datetime:
    return case.appointment.due if case.appointment else moment.now


def _agreed(case: CaseState, moment: Moment) -> str:
    return f"Avtale {when(_due(case, moment), moment.now)} med {named(case.appointment_with)}"


def _agreed_with_another(case: CaseState, moment: Moment) -> str:
    return f"{_agreed(case, moment)}, bare med en annen intervjuer"


def _agreed_now(case: CaseState, moment: Moment) -> str:
    missed = not _is_now(case, moment)
    return f"{_agreed(case, moment)}; tiden er passert" if missed else _agreed(case, moment)


def _by_due(case: CaseState, moment: Moment) -> Key:
    return (_due(case, moment),)


def _after_another_day(case: CaseState, moment: Moment) -> datetime:
    """When an appointment with somebody else is anybody's."""
    due = _due(case, moment)
    return due if due > moment.now else moment.tomorrow


# ── What has ended, and what others have ─────────────────────────────────────────────────────────


def _never_again(case: CaseState, moment: Moment) -> bool:
    return case.outcome in {Outcome.refusal_hard, Outcome.withdrawn}


def _interviewed(case: CaseState) -> bool:
    return case.outcome in {Outcome.complete, Outcome.no_service}


def _closed(case: CaseState, moment: Moment) -> bool:
    final = case.outcome is not None and case.outcome.final
    return final and (case.reviewed or not _interviewed(case))


def _in_review(case: CaseState, moment: Moment) -> bool:
    return _interviewed(case) and not case.returned_at and not case.rang_back_at


def _outcome(case: CaseState, moment: Moment) -> str:
    return str(case.outcome.label) if case.outcome else ""


def _held(case: CaseState, moment: Moment) -> bool:
    return held_by_another(case, moment.interviewer, moment.now)


def _holder(case: CaseState, moment: Moment) -> str:
    holder = case.holder
    return f"Hos {holder.name} til {when(holder.until, moment.now)}" if holder else ""


def _held_until(case: CaseState, moment: Moment) -> datetime:
    return case.holder.until if case.holder else moment.now


def _no_number(case: CaseState, moment: Moment) -> bool:
    return case.contact is None


def _whose_number(case: CaseState, moment: Moment) -> str:
    if case.latest is Outcome.number_dead:
        return f"{Outcome.number_dead.label}, og saken har ikke noe annet"
    return f"Mangler nummer til {named(case.goal)}" if case.goal else "Har ikke noe nummer"


# ── With the coordinator ─────────────────────────────────────────────────────────────────────────


def _sent_on(case: CaseState, moment: Moment) -> bool:
    return case.latest is Outcome.to_coordinator


def _nobody_left(case: CaseState, moment: Moment) -> bool:
    return case.latest in {Outcome.wrong_department, Outcome.unable} and not case.fresh


def _refused(case: CaseState, moment: Moment) -> bool:
    return case.latest is Outcome.refusal_soft and not _resting(case, moment)


def _enough(case: CaseState, moment: Moment) -> bool:
    return case.attempts_since >= moment.settings.max_attempts


def _latest(case: CaseState, moment: Moment) -> str:
    last = f"{case.latest.label}" if case.latest else "Oppringningen ble avbrutt"
    return f"{last} {when(case.latest_at, moment.now)}" if case.latest_at else last


def _no_lead(case: CaseState, moment: Moment) -> str:
    return f"{_latest(case, moment)}; ingen leid igjen"


def _may_be_asked(case: CaseState, moment: Moment) -> str:
    return f"{_latest(case, moment)}; skal de spørres igjen?"


def _so_many(case: CaseState, moment: Moment) -> str:
    return f"{counted(case.attempts, 'forsøk')} uten intervju".capitalize()


# ── Not just now ─────────────────────────────────────────────────────────────────────────────────


def _resting(case: CaseState, moment: Moment) -> bool:
    return case.rests_until is not None and moment.now < case.rests_until


def _rested(case: CaseState, moment: Moment) -> datetime:
    return case.rests_until or moment.now


def _why_resting(case: CaseState, moment: Moment) -> str:
    until = _rested(case, moment)
    if _unanswered(case):
        return _other_part(case, moment, until)
    return f"{_latest(case, moment)}; prøv igjen {when(until, moment.now)}"


def _unanswered(case: CaseState) -> bool:
    return bool(case.tried) and not case.fresh and case.latest is Outcome.no_answer


def _other_part(case: CaseState, moment: Moment, at: datetime) -> str:
    window = moment.settings.call_window
    part = in_part(window.part(at), case.tried, lunch=window.pause is not None)
    return f"{silence(case.tried)}; prøv {part}"


def _dialled_enough(case: CaseState, moment: Moment) -> bool:
    called = moment.called.get(case.contact.phone, 0) if case.contact and moment.called else 0
    return called >= moment.settings.calls_a_day_to_number


def _how_often(case: CaseState, moment: Moment) -> str:
    number = moment.settings.calls_a_day_to_number
    return f"Nummeret er ringt {counted(number, 'gang' if number == 1 else 'ganger')} i dag"


def _tomorrow(case: CaseState, moment: Moment) -> datetime:
    return moment.tomorrow


def _outside(case: CaseState, moment: Moment) -> bool:
    return not moment.is_open and not _is_now(case, moment)


def _opening(case: CaseState, moment: Moment) -> datetime:
    return moment.opens


def _when_open(case: CaseState, moment: Moment) -> str:
    return f"Utenfor ringetiden; den begynner {when(moment.opens, moment.now)}"


def _same_clock(case: CaseState, moment: Moment) -> bool:
    if case.rests_until is None or not too_like(moment.clock, case.avoid, moment.settings):
        return False
    # A window so narrow that every hour is the same must not keep a case waiting for ever.
    return not case.fresh and moment.now < case.rests_until + FAR


def _another_time(case: CaseState, moment: Moment) -> datetime:
    return other_time(moment.now, case.avoid, moment.settings)


def _like_last_time(case: CaseState, moment: Moment) -> str:
    return f"{silence(case.tried)}, om lag på denne tiden sist"


def _holds_back(case: CaseState, moment: Moment) -> bool:
    if moment.promised is None or moment.promised is case:
        return False
    return not _rang_back(case, moment) and not _to_resume(case, moment)


def _held_back_until(case: CaseState, moment: Moment) -> datetime:
    one = moment.promised.appointment if moment.promised else None
    return one.ends if one else moment.now


def _promise(case: CaseState, moment: Moment) -> str:
    first = _agreed(moment.promised, moment) if moment.promised else ""
    return f"{first} først; nye intervjuer venter"


# ── Callable ─────────────────────────────────────────────────────────────────────────────────────


def _rang_back(case: CaseState, moment: Moment) -> bool:
    return case.rang_back_at is not None


def _when_rang(case: CaseState, moment: Moment) -> str:
    at = case.rang_back_at
    return f"Ringte tilbake {when(at, moment.now)}" if at else ""


def _returned(case: CaseState, moment: Moment) -> bool:
    return case.returned_at is not None


def _when_returned(case: CaseState, moment: Moment) -> str:
    at = case.returned_at
    return f"Tilbake fra koordinator {when(at, moment.now)}" if at else ""


def _to_resume(case: CaseState, moment: Moment) -> bool:
    begun = case.interview == "partial" or case.outcome in {Outcome.partial, Outcome.break_off}
    return begun and not case.appointment


def _where_it_stopped(case: CaseState, moment: Moment) -> str:
    return f"Fortsett intervjuet med {named(case.goal)}"


def _warm(case: CaseState, moment: Moment) -> bool:
    lead = case.lead_at
    return lead is not None and local(lead).date() == local(moment.now).date()


def _lead(case: CaseState, moment: Moment) -> str:
    return f"Ny leid: {_whom(case)}"


def _whom(case: CaseState) -> str:
    label = case.goal.label if case.goal else ""
    through = case.contact and case.goal and case.contact.id != case.goal.id
    return f"{label}, gjennom {case.contact.place}" if through and case.contact else label


def _cooled(case: CaseState, moment: Moment) -> bool:
    return bool(case.tried) and not case.fresh and moment.part not in case.tried


def _untried_part(case: CaseState, moment: Moment) -> str:
    return _other_part(case, moment, moment.now)


def _new(case: CaseState, moment: Moment) -> bool:
    return case.attempts == 0


def _first_call(case: CaseState, moment: Moment) -> str:
    if case.contact and case.contact.person:
        return f"Ikke ringt; {case.contact.person} er oppgitt som kontakt"
    return f"Ikke ringt; neste i {case.unit.county}"


def _in_turn(case: CaseState, moment: Moment) -> Key:
    named_first = not (case.contact and case.contact.person)
    return named_first, moment.turn[case.case_id]


def _always(case: CaseState, moment: Moment) -> bool:
    return True


def _waited(case: CaseState, moment: Moment) -> str:
    return f"Leid: {_whom(case)}" if case.lead_at else f"{_latest(case, moment)}; ring igjen"


def _longest(case: CaseState, moment: Moment) -> Key:
    return (case.latest_at or moment.now,)


def _since_rang(case: CaseState, moment: Moment) -> Key:
    return (case.rang_back_at or moment.now,)


def _since_returned(case: CaseState, moment: Moment) -> Key:
    return (case.returned_at or moment.now,)


def _since_pointed(case: CaseState, moment: Moment) -> Key:
    return (case.lead_at or moment.now,)


P = Place
RULES = (
    # Where nobody rings
    Rule("never_again", P.finished, _never_again, _outcome),
    Rule("closed", P.finished, _closed, _outcome),
    Rule("held", P.held, _held, _holder, until=_held_until),
    Rule("in_review", P.in_review, _in_review, _outcome),
    Rule("no_number", P.needs_number, _no_number, _whose_number),
    # Promises
    Rule("of_another", P.waiting, _of_another, _agreed_with_another, until=_after_another_day),
    Rule("hard_appointment", P.callable, _hard_now, _agreed_now, _by_due),
    Rule("appointment_ahead", P.waiting, _ahead, _agreed, until=_due, patient=True),
    # Where a coordinator must look
    Rule("to_coordinator", P.with_coordinator, _sent_on, _latest, patient=True),
    Rule("no_lead", P.with_coordinator, _nobody_left, _no_lead, patient=True),
    Rule("soft_refusal", P.with_coordinator, _refused, _may_be_asked, patient=True),
    Rule("enough_attempts", P.with_coordinator, _enough, _so_many, patient=True),
    # Not just now
    Rule("resting", P.waiting, _resting, _why_resting, until=_rested, patient=True),
    Rule("called_enough_today", P.waiting, _dialled_enough, _how_often, until=_tomorrow),
    Rule("outside_window", P.waiting, _outside, _when_open, until=_opening),
    Rule("same_clock", P.waiting, _same_clock, _like_last_time, until=_another_time, patient=True),
    Rule("held_back", P.waiting, _holds_back, _promise, until=_held_back_until),
    # Callable, in this order
    Rule("rang_back", P.callable, _rang_back, _when_rang, _since_rang),
    Rule("returned", P.callable, _returned, _when_returned, _since_returned),
    Rule("to_resume", P.callable, _to_resume, _where_it_stopped, _longest),
    Rule("appointment", P.callable, _has_come, _agreed_now, _by_due),
    Rule("warm_lead", P.callable, _warm, _lead, _since_pointed),
    Rule("untried_part", P.callable, _cooled, _untried_part, _longest),
    Rule("never_called", P.callable, _new, _first_call, _in_turn),
    Rule("longest_wait", P.callable, _always, _waited, _longest),
)

_IMPATIENT = tuple(rule for rule in RULES if not rule.patient)


def deciding(case: CaseState, moment: Moment) -> Rule:
    """The rule that decides where a case is."""
    rules = _IMPATIENT if _presses(case, moment) else RULES
    return next(rule for rule in rules if rule.applies(case, moment))


def _presses(case: CaseState, moment: Moment) -> bool:
    return bool(case.rang_back_at or case.returned_at) or _has_come(case, moment)
