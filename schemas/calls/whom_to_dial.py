"""Whom to dial next in a case: who is the one, who has been pointed to, through whom one asks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Legs, Redirect, met, on_the_line, way_to
from schemas.calls.outcome_rows import OnTheLine
from schemas.calls.outcomes import Outcome


def leads(
    contacts: Iterable[ContactPoint],
    attempts: Iterable[CallAttempt],
    redirects: Iterable[Redirect],
) -> tuple[ContactPoint, ...]:
    """The contact points that somebody pointed to and nobody has tried, the best one first.

    The deepest comes first; but after a dead end we go back to whoever spoke to us last and has a
    lead left, however deep.
    """
    everybody, calls, legs = tuple(contacts), _by_number(attempts), Legs.of(redirects)
    tried = _tried(calls, legs)
    pointing = {leg.to_id: (nth, leg.from_id) for nth, leg in enumerate(legs)}
    spoke = {leg.from_id: nth for nth, leg in enumerate(legs)}
    stuck = _at_dead_end(calls, legs)

    def order(lead: ContactPoint) -> tuple[int, int, int]:
        nth, teller = pointing[lead.id]
        depth = 0 if stuck else len(way_to(lead.id, legs, everybody))
        return -depth, -spoke[teller], nth

    unused = (one for one in everybody if one.id in pointing and one.id not in tried)
    return tuple(sorted(filter(_may_help, unused), key=order))


def dialable(
    contacts: Iterable[ContactPoint], attempts: Iterable[CallAttempt]
) -> tuple[ContactPoint, ...]:
    """The contact points with a number that is anybody's there, as far as we know."""
    everybody = tuple(contacts)
    wrong = wrong_numbers(everybody, attempts)
    rung = (one for one in everybody if one.phone and not one.is_retired)
    return tuple(one for one in rung if one.phone not in wrong)


def wrong_numbers(
    contacts: Iterable[ContactPoint], attempts: Iterable[CallAttempt]
) -> dict[str, Outcome]:
    """The numbers that are nobody's there, and what tells so: how the last call to it ended.

    Or that an interviewer has marked it, on whichever contact point that was.
    """
    last = {attempt.phone: attempt.outcome for attempt in _by_number(attempts)}
    told = {
        phone: outcome
        for phone, outcome in last.items()
        if outcome and outcome.row.line is OnTheLine.wrong_number
    }
    return told | marked_numbers(contacts)


def marked_numbers(contacts: Iterable[ContactPoint]) -> dict[str, Outcome]:
    """The numbers that an interviewer has marked as dead, or as somebody else's."""
    everybody = tuple(contacts)
    dead = {one.dead: Outcome.number_dead for one in everybody if one.dead}
    return dead | {one.wrong: Outcome.wrong_number for one in everybody if one.wrong}


def whom(
    contacts: Iterable[ContactPoint],
    attempts: Iterable[CallAttempt],
    redirects: Iterable[Redirect],
) -> tuple[ContactPoint, ContactPoint] | None:
    """Whom to ask for, and whom to dial for that; None where there is nobody.

    Whoever an interviewer has moved up, the latest first; else the right person, or where that
    person sits, when we know and nobody has pointed elsewhere since; else the first lead; else
    whoever was named beforehand; else the last we tried who may still help, those last through whom
    one only asks for somebody; else the last who knew whom to ask; else the switchboard. Where the
    one we want has no number, the nearest on the way there who has: "may I speak with Kari Lie?" is
    a question for the switchboard.
    """
    everybody, calls, legs = tuple(contacts), _by_number(attempts), Legs.of(redirects)
    wanted = _by_preference(everybody, calls, legs)
    if not wanted:
        return None
    numbers = dialable(everybody, calls)
    doors = (
        step
        for goal in wanted
        for step in reversed(way_to(goal.id, legs, everybody))
        if step in numbers
    )
    return wanted[0], next(doors, wanted[0])


def next_contact(
    contacts: Iterable[ContactPoint],
    attempts: Iterable[CallAttempt],
    redirects: Iterable[Redirect],
) -> ContactPoint | None:
    """Whom to dial first."""
    found = whom(contacts, attempts, redirects)
    return found and found[1]


def sought(
    contacts: Iterable[ContactPoint],
    attempts: Iterable[CallAttempt],
    redirects: Iterable[Redirect],
) -> ContactPoint | None:
    """Whom to ask for: whom we would dial if everybody had a number."""
    found = whom(contacts, attempts, redirects)
    return found and found[0]


def _by_preference(
    contacts: Sequence[ContactPoint], calls: Sequence[CallAttempt], legs: Legs
) -> list[ContactPoint]:
    unused = leads(contacts, calls, legs)
    tried = _tried(calls, legs)
    ended, newest = _ended(calls, legs), _newest(unused, calls, legs)
    doors = _doors(contacts, (*unused, *_asked_for(contacts, calls, tried)), legs)

    def preference(one: ContactPoint) -> tuple[int, ...]:
        last = ended.get(one.id)
        number, line = (last.number, last.line) if last else (0, None)
        may_help = _may_help(one) and line not in _NOT_LET_ON
        through = line is OnTheLine.found and one.id in doors
        found = line in _FOUND and not through and number >= newest
        if may_help and one.moved_up_at is not None:
            return -1, -round(one.moved_up_at.timestamp())
        if may_help and (one.knows is Knowledge.is_the_one or found):
            return 0, -number
        if one in unused:
            return 1, unused.index(one)
        if may_help and one.id not in tried and not one.department.is_front_line:
            return 2, 0
        if may_help and one.id in ended and line is not OnTheLine.sent_on:
            return 3, one.id in doors, -number
        if may_help and one.knows is Knowledge.knows_who:
            return 4, -number
        return (5, 0) if one.department.is_switchboard else (6, 0)

    return sorted((one for one in contacts if not one.is_retired), key=preference)


def _ended(calls: Iterable[CallAttempt], legs: Legs) -> dict[UUID, CallAttempt]:
    """The last call that ended with each, and that told anything if one has."""
    ended: dict[UUID, CallAttempt] = {}
    for call in calls:
        one = on_the_line(call, legs)
        known = ended.get(one)
        if known is None or known.line in _SILENT or call.line not in _SILENT:
            ended[one] = call
    return ended


def _newest(unused: Iterable[ContactPoint], calls: Iterable[CallAttempt], legs: Legs) -> int:
    """The last call in which somebody pointed to a place that nobody has tried."""
    there = {one.id for one in unused}
    told = (call.number for call in calls for leg in legs.told_in(call) if leg.to_id in there)
    return max(told, default=0)


def _asked_for(
    contacts: Iterable[ContactPoint], calls: Sequence[CallAttempt], tried: Collection[UUID]
) -> Iterator[ContactPoint]:
    """Whom we know of and have tried, with no number left: somebody else must put us through."""
    numbers = dialable(contacts, calls)
    known = (one for one in contacts if one.id in tried and not one.department.is_front_line)
    return (one for one in known if one not in numbers and _may_help(one))


def _doors(
    contacts: Iterable[ContactPoint], wanted: Iterable[ContactPoint], legs: Iterable[Redirect]
) -> set[UUID]:
    """Through whom one only asks for somebody else, who may be out when we ring.

    Those are the front line, and whoever has pointed to somebody `wanted` or to the right person:
    a call to them that came to nothing changes nothing of whom we look for.
    """
    goals = {one.id for one in wanted}
    goals |= {one.id for one in contacts if one.knows is Knowledge.is_the_one}
    front = {one.id for one in contacts if one.department.is_front_line and not one.person}
    return front | {leg.from_id for leg in legs if leg.to_id in goals}


_SILENT = frozenset({
    None, OnTheLine.nobody_there, OnTheLine.not_through, OnTheLine.cut_off, OnTheLine.nothing_told,
})  # fmt: skip
"""Nobody said anything of whom to ask: what was said before still holds."""
_NOT_LET_ON = frozenset({OnTheLine.turned_away, OnTheLine.dead_end, OnTheLine.refused})
_FOUND = frozenset({OnTheLine.found, OnTheLine.reached})


def _may_help(contact: ContactPoint) -> bool:
    return not contact.is_retired and contact.knows not in {
        Knowledge.does_not_know,
        Knowledge.says_none,
    }


def _tried(calls: Iterable[CallAttempt], legs: Legs) -> set[UUID]:
    return {one for call in calls for one in met(call, legs)}


def _at_dead_end(calls: Sequence[CallAttempt], legs: Legs) -> bool:
    heard = [call for call in calls if call.line not in _SILENT or legs.told_in(call)][-1:]
    last = [leg for call in heard for leg in legs.told_in(call)][-1:]
    told = any(leg.how is RedirectHow.dead_end for leg in last)
    return told or any(call.line is OnTheLine.dead_end for call in heard)


def _by_number(attempts: Iterable[CallAttempt]) -> list[CallAttempt]:
    return sorted(attempts, key=lambda attempt: attempt.number)
