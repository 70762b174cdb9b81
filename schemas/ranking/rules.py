"""The call list as a list of rules: the first that applies decides, and says why in its own words.

A case is where the first rule that applies puts it, so it is always in exactly one place. Callable
cases come in the order of the rules, and within a rule in the order of its key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from schemas.answers import Choice
from schemas.ranking import conditions as on
from schemas.ranking import reasons as why
from schemas.ranking.cases import CaseState
from schemas.ranking.moment import Moment
from schemas.ranking.rests import PROBE, other_time
from schemas.text import Text


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


def _by_due(case: CaseState, moment: Moment) -> Key:
    return (on.due_at(case, moment),)


def _open_to_all(case: CaseState, moment: Moment) -> datetime:
    """When an appointment with somebody else is anybody's."""
    due = on.due_at(case, moment)
    return due if due > moment.now else moment.tomorrow


def _held_until(case: CaseState, moment: Moment) -> datetime:
    return case.holder.until if case.holder else moment.now


def _rested(case: CaseState, moment: Moment) -> datetime:
    return case.rests_until or moment.now


def _tomorrow(case: CaseState, moment: Moment) -> datetime:
    return moment.tomorrow


def _opening(case: CaseState, moment: Moment) -> datetime:
    return moment.opens


def _later(case: CaseState, moment: Moment) -> datetime:
    other = other_time(moment.now, case.avoid, moment.settings)
    return max(other, moment.now + PROBE)


def _held_back_until(case: CaseState, moment: Moment) -> datetime:
    one = moment.promised.appointment if moment.promised else None
    late = timedelta(minutes=moment.settings.appointment_late_minutes)
    return max(one.ends, one.due + late) if one else moment.now


def _in_turn(case: CaseState, moment: Moment) -> Key:
    named_first = not (case.contact and case.contact.person)
    return named_first, moment.turn[case.case_id]


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
    Rule("closed", P.finished, on.is_closed, why.outcome_of),
    Rule("held", P.held, on.is_held, why.holder_of, until=_held_until),
    Rule("in_review", P.in_review, on.in_review, why.outcome_of),
    Rule("to_finish", P.callable, on.to_finish, why.to_be_finished, _longest),
    Rule("no_number", P.needs_number, on.no_number, why.whose_number),
    # Promises
    Rule("of_another", P.waiting, on.of_another, why.agreed_with_another, until=_open_to_all),
    Rule("hard_appointment", P.callable, on.hard_now, why.agreed_now, _by_due),
    Rule("appointment_ahead", P.waiting, on.ahead, why.agreed, until=on.due_at, patient=True),
    # Where a coordinator must look
    Rule("to_coordinator", P.with_coordinator, on.sent_on, why.latest_call, patient=True),
    Rule("no_lead", P.with_coordinator, on.nobody_left, why.no_lead, patient=True),
    Rule("soft_refusal", P.with_coordinator, on.refused, why.may_be_asked, patient=True),
    Rule("enough_attempts", P.with_coordinator, on.enough, why.so_many, patient=True),
    # Not just now
    Rule("resting", P.waiting, on.resting, why.resting, until=_rested, patient=True),
    Rule("called_enough_today", P.waiting, on.dialled_enough, why.how_often, until=_tomorrow),
    Rule("outside_window", P.waiting, on.outside_window, why.when_open, until=_opening),
    Rule("same_clock", P.waiting, on.same_clock, why.like_last_time, until=_later, patient=True),
    Rule("held_back", P.waiting, on.holds_back, why.promise, until=_held_back_until),
    # Callable, in this order
    Rule("rang_back", P.callable, on.rang_back, why.when_rang, _since_rang),
    Rule("returned", P.callable, on.returned, why.when_returned, _since_returned),
    Rule("to_resume", P.callable, on.to_resume, why.where_it_stopped, _longest),
    Rule("appointment", P.callable, on.has_come, why.agreed_now, _by_due),
    Rule("warm_lead", P.callable, on.is_warm, why.new_lead, _since_pointed),
    Rule("untried_part", P.callable, on.has_cooled, why.untried_part, _longest),
    Rule("never_called", P.callable, on.is_new, why.first_call, _in_turn),
    Rule("longest_wait", P.callable, on.always, why.waited, _longest),
)

_IMPATIENT = tuple(rule for rule in RULES if not rule.patient)


def deciding(case: CaseState, moment: Moment) -> Rule:
    """The rule that decides where a case is."""
    for rule in _IMPATIENT if _presses(case, moment) else RULES:
        if rule.applies(case, moment):
            return rule
    raise AssertionError("the last rule applies to every case")


def _presses(case: CaseState, moment: Moment) -> bool:
    return bool(case.rang_back_at or case.returned_at) or on.has_come(case, moment)
