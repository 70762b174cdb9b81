"""What can be done or gone to from a screen, by its name, and the keys that do it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from interviewer.controls.keys import AnyKey, Keycap
from schemas.frame.frame import Frame
from schemas.frame.search import find_units
from schemas.language.text import Text

MOST_CASES = 12
"""So many cases are found; nobody reads further."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that has a `name`; what it `says` of itself, and the key as people read it.

    Choosing it presses its `keys`, one after the other.
    """

    kind: Text
    name: str
    keys: tuple[AnyKey, ...]
    says: str = ""
    shown: str = ""


Finds: TypeAlias = Callable[[str], Iterable[Offer]]
"""What fits what is typed."""


def cases(kind: Text, frame: Frame, typed: str, before: tuple[Keycap, ...]) -> tuple[Offer, ...]:
    """The cases that fit: the keys to a list, the number of the unit, and Enter.

    A number finds its unit before anything else.
    """
    return tuple(
        Offer(kind, unit.label, (*before, *unit.id, Keycap.ENTER), says=unit.id)
        for unit in find_units(typed, frame, MOST_CASES)
    )
