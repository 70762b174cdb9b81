"""What to call the contact points of a case in a list, so that no two of them read alike.

Most are called what they are: a place, and who sits there.  Where several would be called the same,
each is told by what it alone is known for: its position, number or address, when it was last spoken
with, who told of it; or else by its number among them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from schemas.calls.calls import CallAttempt, ContactPoint, Legs, Redirect, met
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
    spoken = _last_spoken(attempts, redirects)
    alike: dict[tuple[str, bool], list[ContactPoint]] = {}
    for one in contacts:
        alike.setdefault((one.label.casefold(), one.is_retired), []).append(one)
    return {id: name for group in alike.values() for id, name in _named(group, spoken)}


def _last_spoken(
    attempts: Iterable[CallAttempt], redirects: Iterable[Redirect]
) -> dict[UUID, datetime]:
    """When each of them was last on the line."""
    by_number, legs = sorted(attempts, key=lambda call: call.number), Legs.of(redirects)
    return {one: call.started_at for call in by_number for one in met(call, legs)}


def _named(
    group: Sequence[ContactPoint], spoken: dict[UUID, datetime]
) -> Iterator[tuple[UUID, str]]:
    if len(group) == 1:
        yield group[0].id, group[0].label
        return
    marks = [_marks(one, spoken.get(one.id)) for one in group]
    for place, one in enumerate(group):
        others = {mark for nth, theirs in enumerate(marks) if nth != place for mark in theirs}
        number = f"nr. {place + 1} av {len(group)}"
        alone = next((mark for mark in marks[place] if mark not in others), number)
        yield one.id, f"{one.label}, {alone}"


def _marks(one: ContactPoint, spoken: datetime | None) -> tuple[str, ...]:
    """What it may be told by, the most telling first."""
    number = show_phone(one.phone).replace(" ", "")[-LAST:] if one.phone else ""
    marks = (
        one.role,
        str(one.department.label) if one.department_name else "",
        f"tlf. …{number}" if number else "",
        one.email,
        f"snakket med {day_and_clock(spoken)}" if spoken else "",
        f"oppgitt av {one.source}" if one.source else "",
        f"notert {day_and_clock(one.created_at)}",
    )
    return tuple(filter(None, marks))
