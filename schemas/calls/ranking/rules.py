"""The call list as a list of rules: the first that applies decides, and says why in its own words.

A case is where the first rule that applies puts it, so it is always in exactly one place. Callable
cases come in the order of the rules, and within a rule in the order of its key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from schemas.calls.ranking import predicates as on
from schemas.calls.ranking import reasons as why
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.moment import RankingMoment
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class ListPlace(Choice):
    """Where a case is: the lists of the program."""

    callable = Text("Kan ringes nå")
    waiting = Text("Venter")
    with_coordinator = Text("Hos koordinator")
    needs_number = Text("Mangler nummer")
    in_review = Text("Til gjennomsyn")
    finished = Text("Ferdig")
    held = Text("Hos en annen")
    given = Text("Gitt til en annen")


class ListGroup(Choice):
    """What cases have in common that are to be called: the headings of the list."""

    now = Text("Nå")
    leads = Text("Varme spor")
    again = Text("Prøv igjen")
    new = Text("Ikke ringt før")
    waited = Text("Lengst siden sist")
    appointments = Text("Avtaler i dag")


Key: TypeAlias = tuple[object, ...]
Test: TypeAlias = Callable[[CaseState, RankingMoment], bool]
Words: TypeAlias = Callable[[CaseState, RankingMoment], str]
Order: TypeAlias = Callable[[CaseState, RankingMoment], Key]
Until: TypeAlias = Callable[[CaseState, RankingMoment], datetime]


def _by_unit(case: CaseState, moment: RankingMoment) -> Key:
    return ()


@dataclass(frozen=True, slots=True)
class RankingRule:
    """When it applies, where it puts the case, why in words, and in which order.

    `patient` rules do not hold back a case that presses: somebody rang back, a coordinator returned
    it, or its appointment has come. `until` is for rules that let a case wait.  `of_ringing` rules
    hold for the call itself, whatever else is true of the case. `group` is the heading
    that it stands below; where there is none, its place is.
    """

    name: str
    place: ListPlace
    applies: Test
    words: Words
    order: Order = _by_unit
    until: Until | None = None
    patient: bool = False
    of_ringing: bool = False
    group: ListGroup | None = None


def _by_due(case: CaseState, moment: RankingMoment) -> Key:
    return (on.due_at(case, moment),)


def _open_to_all(case: CaseState, moment: RankingMoment) -> datetime:
    """When an appointment with somebody else is anybody's."""
    due = on.due_at(case, moment)
    return due if due > moment.now else moment.tomorrow


def _held_until(case: CaseState, moment: RankingMoment) -> datetime:
    return case.holder.until if case.holder else moment.now


def _rested(case: CaseState, moment: RankingMoment) -> datetime:
    return case.rests_until or moment.now


def _tomorrow(case: CaseState, moment: RankingMoment) -> datetime:
    return moment.tomorrow


def _opening(case: CaseState, moment: RankingMoment) -> datetime:
    return moment.opens


def _later(case: CaseState, moment: RankingMoment) -> datetime:
    return moment.now if case.avoid is None else moment.other_time(case.avoid)


def _held_back_until(case: CaseState, moment: RankingMoment) -> datetime:
    one = moment.promised.appointment if moment.promised else None
    late = timedelta(minutes=moment.settings.appointment_late_minutes)
    return max(one.ends, one.due + late) if one else moment.now


def in_turn(case: CaseState, moment: RankingMoment) -> Key:
    """Those that somebody was named in first, and each group of units as far as the others."""
    named_first = not (case.contact and case.contact.person)
    return named_first, moment.turn[case]


def _longest(case: CaseState, moment: RankingMoment) -> Key:
    return (case.latest_at or moment.now,)


def _since_rang(case: CaseState, moment: RankingMoment) -> Key:
    return (case.rang_back_at or moment.now,)


def _since_returned(case: CaseState, moment: RankingMoment) -> Key:
    return (case.returned_at or moment.now,)


def _since_pointed(case: CaseState, moment: RankingMoment) -> Key:
    return (case.lead_at or moment.now,)


P, G = ListPlace, ListGroup
RULES = (
    # Where nobody rings
    RankingRule("closed", P.finished, on.is_closed, why.outcome_of),
    RankingRule("held", P.held, on.is_held, why.holder_of, until=_held_until),
    RankingRule("in_review", P.in_review, on.in_review, why.outcome_of),
    RankingRule("given_to_another", P.given, on.given_to_another, why.owner_of),
    RankingRule("to_finish", P.callable, on.to_finish, why.to_be_finished, _longest, group=G.now),
    RankingRule("no_number", P.needs_number, on.no_number, why.whose_number),
    # Promises
    RankingRule(
        "of_another",
        P.waiting,
        on.of_another,
        why.agreed_with_another,
        until=_open_to_all,
        group=G.appointments,
    ),
    RankingRule("hard_appointment", P.callable, on.hard_now, why.agreed_now, _by_due, group=G.now),
    RankingRule(
        "appointment_ahead",
        P.waiting,
        on.ahead,
        why.agreed,
        until=on.due_at,
        patient=True,
        group=G.appointments,
    ),
    # Where a coordinator must look
    RankingRule("to_coordinator", P.with_coordinator, on.sent_on, why.latest_call, patient=True),
    RankingRule("no_lead", P.with_coordinator, on.nobody_left, why.no_lead, patient=True),
    RankingRule("soft_refusal", P.with_coordinator, on.refused, why.may_be_asked, patient=True),
    RankingRule("enough_attempts", P.with_coordinator, on.enough, why.so_many, patient=True),
    # Not just now
    RankingRule("resting", P.waiting, on.resting, why.resting, until=_rested, patient=True),
    RankingRule(
        "called_enough_today",
        P.waiting,
        on.dialled_enough,
        why.how_often,
        until=_tomorrow,
        of_ringing=True,
    ),
    RankingRule(
        "outside_window",
        P.waiting,
        on.outside_window,
        why.when_open,
        until=_opening,
        of_ringing=True,
    ),
    RankingRule(
        "same_clock", P.waiting, on.same_clock, why.like_last_time, until=_later, patient=True
    ),
    RankingRule("held_back", P.waiting, on.holds_back, why.promise, until=_held_back_until),
    # Callable, in this order
    RankingRule("rang_back", P.callable, on.rang_back, why.when_rang, _since_rang, group=G.now),
    # An agreed time passes in minutes; a coordinator's question and a begun interview wait.
    RankingRule("soft_appointment", P.callable, on.soft_now, why.agreed_now, _by_due, group=G.now),
    RankingRule(
        "returned", P.callable, on.returned, why.when_returned, _since_returned, group=G.now
    ),
    RankingRule("to_resume", P.callable, on.to_resume, why.where_it_stopped, _longest, group=G.now),
    RankingRule("appointment", P.callable, on.has_come, why.agreed_now, _by_due, group=G.now),
    RankingRule("warm_lead", P.callable, on.is_warm, why.new_lead, _since_pointed, group=G.leads),
    RankingRule(
        "untried_part", P.callable, on.has_cooled, why.untried_part, _longest, group=G.again
    ),
    RankingRule("never_called", P.callable, on.is_new, why.first_call, in_turn, group=G.new),
    RankingRule("longest_wait", P.callable, on.always, why.waited, _longest, group=G.waited),
)

_IMPATIENT = tuple(rule for rule in RULES if not rule.patient)


def deciding(case: CaseState, moment: RankingMoment) -> RankingRule:
    """The rule that decides where a case is."""
    for rule in _IMPATIENT if _presses(case, moment) else RULES:
        if rule.applies(case, moment):
            return rule
    raise AssertionError("the last rule applies to every case")


def against_ringing(case: CaseState, moment: RankingMoment) -> Iterator[RankingRule]:
    """The rules that one would break by ringing now whom the case has as its contact."""
    first = deciding(case, moment)
    if first.place not in _MAY_BE_RUNG:
        yield first
    for rule in RULES:
        if rule.of_ringing and rule is not first and rule.applies(case, moment):
            yield rule


_MAY_BE_RUNG = frozenset({P.callable, P.needs_number, P.held})
"""A number may just have been found; and what is held is ours, or nobody could ring."""


def _presses(case: CaseState, moment: RankingMoment) -> bool:
    return bool(case.rang_back_at or case.returned_at) or on.has_come(case, moment)
