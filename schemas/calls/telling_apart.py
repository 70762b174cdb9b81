"""What to call the contact points of a case in a list, so that no two of them read alike.

Most are called what they are: a place, and who sits there.  Where several would be called the same,
each is told by what it alone is known for: its position, number or address, when it was last spoken
with or rung, who told of it; or else by its number among them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from uuid import UUID

from schemas.calls.calls import CallAttempt, ContactPoint, Legs, Redirect, met
from schemas.calls.outcome_rows import OnTheLine
from schemas.language.dates import day_and_clock
from schemas.language.phone import show_phone

LAST: Final = 4
"""So many digits of a number tell it from another of the same place."""


def called_apart(
    contacts: Iterable[ContactPoint],
    attempts: Iterable[CallAttempt],
    redirects: Iterable[Redirect],
) -> dict[UUID, str]:
    """What each contact point is called; one that is retired stands in no list with the others."""
    last = _last_calls(attempts, redirects)
    alike: dict[tuple[str, bool], list[ContactPoint]] = {}
    for one in contacts:
        alike.setdefault((one.label.casefold(), one.is_retired), []).append(one)
    return {id: name for group in alike.values() for id, name in _named(group, last)}


_NOBODY: Final = frozenset(
    {OnTheLine.nobody_there, OnTheLine.not_through, OnTheLine.wrong_number, OnTheLine.no_call}
)


def _last_calls(attempts: Iterable[CallAttempt], redirects: Iterable[Redirect]) -> dict[UUID, str]:
    """When each of them was last rung, and whether anybody was spoken with: the one at the end of a
    call may not have answered."""
    by_number, legs = sorted(attempts, key=lambda call: call.number), Legs.of(redirects)
    told: dict[UUID, str] = {}
    for call in by_number:
        *before, end = met(call, legs)
        at, answers = day_and_clock(call.started_at), call.line not in _NOBODY
        told |= dict.fromkeys(before, f"snakket med {at}")
        told[end] = f"{'snakket med' if answers else 'ringt'} {at}"
    return told


def _named(group: Sequence[ContactPoint], last: dict[UUID, str]) -> Iterator[tuple[UUID, str]]:
    if len(group) == 1:
        yield group[0].id, group[0].label
        return
    marks = [_marks(one, last.get(one.id, "")) for one in group]
    for place, one in enumerate(group):
        others = {mark for nth, theirs in enumerate(marks) if nth != place for mark in theirs}
        number = f"nr. {place + 1} av {len(group)}"
        alone = next((mark for mark in marks[place] if mark not in others), number)
        yield one.id, f"{one.label}, {alone}"


def _marks(one: ContactPoint, last: str) -> tuple[str, ...]:
    """What it may be told by, the most telling first."""
    number = show_phone(one.phone).replace(" ", "")[-LAST:] if one.phone else ""
    marks = (
        one.role,
        str(one.department.label) if one.department_name else "",
        f"tlf. …{number}" if number else "",
        one.email,
        last,
        f"oppgitt av {one.source}" if one.source else "",
        f"notert {day_and_clock(one.created_at)}",
    )
    return tuple(filter(None, marks))
