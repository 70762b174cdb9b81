"""What was done last in a case, and whether it can be taken back: told by what is stored alone.

So it is the same after the program was started anew, and for another program on the same data.
Nothing is taken out: that something was undone is one more thing that was done, and what stood
before it is said once more.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import Final, NamedTuple, TypeAlias
from uuid import UUID, uuid5

from schemas.calls.call_codes import DeedKind


class Deed(NamedTuple):
    """Something that somebody has done, by the id of what was stored of it."""

    kind: DeedKind
    id: UUID
    by: UUID


class Undoing(NamedTuple):
    """A deed was undone; what stands again is stored under ids that follow from this one."""

    id: UUID
    deed_id: UUID


class NotDialled(NamedTuple):
    """A call was taken back as if it had never been; what was cleared for it stands again."""

    call_id: UUID


class Barrier(Enum):
    """What builds on all that was done before it."""

    call = auto()
    """A call has begun."""
    completed = auto()
    """The interview has been completed."""
    decided = auto()
    """A coordinator has decided about the case, or sent it back."""
    for_ever = auto()
    """A call has ended with an outcome after which nobody rings again."""


class Built(NamedTuple):
    """Something that builds on what was done before, by the id of what was stored of it."""

    on: Barrier
    id: UUID


Happening: TypeAlias = Deed | Undoing | NotDialled | Built


class Act(NamedTuple):
    """All that one key has led to: the deed that it was, and what was done with it."""

    deed: Deed
    beside: tuple[Deed, ...] = ()

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Everything, the deed itself first."""
        return (self.deed, *self.beside)

    def ids(self, kind: DeedKind) -> tuple[UUID, ...]:
        """What was stored of one kind."""
        return tuple(one.id for one in self.deeds if one.kind is kind)


def last_act(happened: Iterable[Happening], by: UUID) -> Act | Barrier | None:
    """What this person did last, and has not undone; or what builds on it.

    None where there is nothing, or the last was somebody else's: theirs to undo.
    """
    standing = _standing(happened)
    last = standing[-1] if standing else None
    if isinstance(last, Built):
        return last.on
    return last if last is not None and last.deed.by == by else None


def restored(undoing: UUID, deed: UUID) -> UUID:
    """Under which id it is stored again what stood before a deed that is undone."""
    return uuid5(undoing, str(deed))


def _standing(happened: Iterable[Happening]) -> list[Act | Built]:
    """What was done and not undone, in order; what was only stored again is nothing done."""
    standing: list[Act | Built] = []
    again: set[UUID] = set()
    for one in happened:
        if isinstance(one, Built):
            standing.append(one)
        elif isinstance(one, Undoing):
            again |= _undone(standing, one)
        elif isinstance(one, NotDialled):
            again |= _cleared_and_back(one)
        elif one.id not in again:
            _add(standing, one)
    return standing


def _add(standing: list[Act | Built], deed: Deed) -> None:
    last = standing[-1] if standing else None
    if isinstance(last, Act) and _is_beside(deed, last):
        standing[-1] = Act(last.deed, (*last.beside, deed))
    elif not (isinstance(last, Built) and deed.id in following(last.id)):
        standing.append(Act(deed))


def _undone(standing: list[Act | Built], undoing: Undoing) -> set[UUID]:
    """Without the act; the ids of what is stored again for it."""
    for place, one in reversed(list(enumerate(standing))):
        if isinstance(one, Act) and any(deed.id == undoing.deed_id for deed in one.deeds):
            del standing[place]
            return {restored(undoing.id, deed.id) for deed in one.deeds}
    return set()


def _cleared_and_back(call: NotDialled) -> set[UUID]:
    """The ids of what such a call has cleared, and of what is stored again for it."""
    cleared = set(following(call.call_id))
    return cleared | {restored(call.call_id, one) for one in cleared}


# ── What belongs to one key ──────────────────────────────────────────────────────────────────────


OTHERS: Final = 24
"""How many more things one key can lead to, each with an id that follows from the key's."""


def following(id: UUID) -> Iterator[UUID]:
    """The ids of all that was stored by the same key as what has this id."""
    return (uuid5(id, str(number)) for number in range(OTHERS))


def _is_beside(deed: Deed, act: Act) -> bool:
    """Whether the same key has led to it; a call ends by itself, and is undone by itself."""
    if DeedKind.outcome in {deed.kind, act.deed.kind}:
        return False
    return deed.id in following(act.deed.id)
