"""What is there when one begins again: a case left in the middle, and what was not stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.services.unsaved import Unsaved
from interviewer.words import WORDS, say
from schemas.calls.ranking.cases import CaseState

if TYPE_CHECKING:
    from interviewer.engine.unsaved_tasks import NotTaken, ToldAside


class WayOn(Enum):
    """A way on."""

    go_on = WORDS.resume_go_on
    to_card = WORDS.resume_to_card
    leave = WORDS.resume_leave
    store_go_on = WORDS.unsaved_go_on
    store_to_card = WORDS.unsaved_to_card
    store_leave = WORDS.unsaved_leave
    let_lie = WORDS.unsaved_let_lie
    drop = WORDS.unsaved_drop
    keep = WORDS.unsaved_keep


_ENDING: Final = frozenset({WayOn.to_card, WayOn.leave, WayOn.store_to_card})
"""Where a call that was going on does not go on."""


@dataclass(frozen=True)
class Resume(Helped):
    """The case that was `left` in the middle: go on just there, or to the list, which is `found`.

    Whether the program stopped there, or goes on in another window, nothing tells.
    What is `unsaved` is stored first, or thrown away; what is `not_taken`, the database refuses.
    """

    who: services.Caller
    found: services.Listing | services.CoordinatorDesk
    at: datetime
    left: CaseState | None = None
    unsaved: tuple[Unsaved, ...] = ()
    not_taken: "tuple[NotTaken, ...]" = ()

    @property
    def listing(self) -> services.Listing:
        """The cases."""
        return self.found if isinstance(self.found, services.Listing) else self.found.listing

    @cached_property
    def ways(self) -> tuple[WayOn, ...]:
        """The ways on, in the order of their keys; the first two have keys of their own."""
        if not self.unsaved:
            return (WayOn.to_card if self.is_over else WayOn.go_on, WayOn.leave)
        if self.not_taken:
            return (WayOn.keep, WayOn.drop)
        if not any(one.steps for one in self.unsaved):
            lets_lie = (WayOn.keep,) if self.left is None else (WayOn.keep, WayOn.let_lie)
            return (*lets_lie, WayOn.drop)
        if self.left is None:
            return (WayOn.store_leave, WayOn.let_lie, WayOn.drop)
        goes_on = WayOn.store_to_card if self.is_over else WayOn.store_go_on
        return (goes_on, WayOn.store_leave, WayOn.drop)

    def named(self, way: WayOn) -> str:
        """What a way on is called; with what it does to a call that has no end yet."""
        ends = way in _ENDING and self.left is not None and not self._has_ended(self.left)
        return say(WORDS.resume_ends, way=way.value) if ends else str(way.value)

    def _has_ended(self, left: CaseState) -> bool:
        """Whether no call can be going on: there was none, or it is known how the last one ended,
        or will be when that is stored."""
        ends = any(one.ends_a_call for one in self.unsaved if one.case_id == left.case_id)
        return ends or not left.attempts or left.latest is not None

    @property
    def is_over(self) -> bool:
        """Whether longer has gone by than any call takes: nobody is on the line any more.

        A window with a call in it holds the case longer in time.
        """
        holder = self.left.holder if self.left else None
        return holder is not None and holder.until <= self.at

    @cached_property
    def lying(self) -> "tuple[tuple[str, ToldAside, str], ...]":
        """What was not stored, each with its place, and why it could not be."""
        return tuple(self._told())

    def _told(self) -> "Iterator[tuple[str, ToldAside, str]]":
        from interviewer.engine.unsaved_tasks import told_of  # rarely is there anything

        why = {one.deed.place: one.why for one in self.not_taken}
        for deed in self.unsaved:
            for one in told_of(self.who, deed):
                yield self._place(deed), one, why.pop(deed.place, "")

    def _place(self, deed: Unsaved) -> str:
        cases = self.listing.cases
        place = cases.place_of(deed.case_id) if deed.case_id else None
        return "" if place is None else cases.unit(place).label
