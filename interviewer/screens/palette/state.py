"""What is typed, what fits it, and the screen beneath, which gets the keys of what is chosen."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from interviewer.controls.help import Helped
from interviewer.controls.offers import Finds, Offer
from interviewer.controls.screen import Reaction, Screen, storing
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS
from schemas.frame.fold import fold

AT_FIRST = frozenset({WORDS.find_actions, WORDS.find_options})
"""What is listed while nothing is typed; the rest is too much to read."""


@dataclass(frozen=True, kw_only=True)
class ActionPalette(Helped):
    """On top of the screen `before`, which stays as it is and goes on in its own time.

    What is `known` is so from the beginning; `finds` looks for what there are too many of.
    """

    before: Screen
    known: tuple[Offer, ...]
    finds: Finds = field(compare=False)
    line: TextField = EMPTY
    lit: int = 0

    @cached_property
    def found(self) -> tuple[Offer, ...]:
        """What fits what is typed, kind by kind: what is called so first."""
        words = fold(self.line.text).split()
        if not words:
            return tuple(one for one in self.known if one.kind in AT_FIRST)
        hits = [one for one in self.known if _fits(one, words)]
        hits.sort(key=lambda one: _how_well(one, words))
        kinds = dict.fromkeys(one.kind for one in hits)
        grouped = (one for kind in kinds for one in hits if one.kind is kind)
        return (*grouped, *self.finds(self.line.text))

    def typing(self, line: TextField) -> "ActionPalette":
        """With something else typed."""
        return replace(self, line=line, lit=0)

    # ── The screen beneath goes on ───────────────────────────────────────────────────────────────

    def mind(self, at: datetime) -> Reaction | None:
        """What the screen beneath wants done every second."""
        reaction = self.before.mind(at)
        if reaction is None or reaction.task is None:
            return None
        then = reaction.then
        if then is None:
            return Reaction(self._over(reaction.screen), reaction.task)
        return storing(self, reaction.task, lambda found: self._over(then(found)))

    def _over(self, before: Any) -> "ActionPalette":
        return replace(self, before=before)

    def leaving(self, stamp: Stamp) -> Reaction:
        """The screen beneath has a say in it."""
        return self.before.leaving(stamp)

    def ending(self, stamp: Stamp) -> Task[Any] | None:
        """What is half written beneath."""
        return self.before.ending(stamp)


def _fits(offer: Offer, words: list[str]) -> bool:
    """Whether each word that is typed begins one of its words."""
    said = fold(f"{offer.name} {offer.says} {offer.shown}").split()
    return all(any(one.startswith(word) for one in said) for word in words)


def _how_well(offer: Offer, words: list[str]) -> tuple[bool, bool]:
    name = fold(offer.name)
    in_name = all(any(one.startswith(word) for one in name.split()) for word in words)
    return not name.startswith(" ".join(words)), not in_name
