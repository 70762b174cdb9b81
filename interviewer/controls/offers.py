"""What can be done or gone to from a screen, by its name, and what choosing it leads to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from interviewer.controls.keys import AnyKey, Press
from interviewer.controls.screen import Reaction, Screen
from schemas.language.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that has a `name`; what it `says` of itself, and the key as people read it.

    Choosing it presses its `keys`; or it `leads` somewhere that no fixed keys lead to.
    """

    kind: Text
    name: str
    keys: tuple[AnyKey, ...] = ()
    says: str = ""
    shown: str = ""
    leads: Callable[[Screen, Press], Reaction] | None = field(default=None, compare=False)

    def chosen(self, here: Screen, press: Press) -> Reaction:
        """What choosing it leads to, on the screen that it was offered for."""
        return (
            self.leads(here, press) if self.leads else Reaction(here, presses=press.all(self.keys))
        )


Finds: TypeAlias = Callable[[str], Iterable[Offer]]
"""What fits what is typed."""
