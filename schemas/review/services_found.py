"""Which interviews are about the same service, and which units are confirmed as parts of one.

A unit belongs to a service where a coordinator has confirmed it, or where its own interview and the
other's, both reviewed, say the same.  The word of one of them alone names nobody in public.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from schemas.language.text import Text
from schemas.review.reviewed_interview import ReviewedInterview

KEPT_APART: Final = Text("En koordinator har sagt at den ikke er med")
NOT_CONFIRMED: Final = Text("Ikke bekreftet av koordinatoren ennå")
SAID_NO: Final = Text("Har sagt nei til å stå i oversikten")


@dataclass(frozen=True)
class ServicesFound:
    """Every interview by its unit."""

    interviews: Mapping[str, ReviewedInterview]

    def members(self, one: ReviewedInterview) -> tuple[str, ...]:
        """The units of its service, itself among them."""
        left_out = self.left_out(one)
        return tuple(sorted({one.unit_id, *(unit for unit in one.named if unit not in left_out)}))

    def host(self, one: ReviewedInterview) -> str:
        """The unit that the service belongs to; itself where no other is confirmed."""
        return one.told_host if one.told_host in self.members(one) else one.unit_id

    def left_out(self, one: ReviewedInterview) -> Mapping[str, Text]:
        """The units that it names and that are not listed with it, and why."""
        why = ((unit, self._against(one, unit)) for unit in sorted(one.named))
        return {unit: words for unit, words in why if words is not None}

    def _against(self, one: ReviewedInterview, unit: str) -> Text | None:
        own = self.interviews.get(unit)
        if unit in one.apart:
            return KEPT_APART
        if own is not None and own.has_refused:
            return SAID_NO
        if unit in one.covered or (own is not None and self._agree(one, own)):
            return None
        return one.disputed.get(unit, NOT_CONFIRMED)

    def _agree(self, one: ReviewedInterview, other: ReviewedInterview) -> bool:
        return one.reviewed and other.reviewed and _same_service(one, other)

    def leader(self, one: ReviewedInterview) -> ReviewedInterview | None:
        """The interview that has the service's line; None where that is no interview of its own.

        The host knows best and decides what is published; without it, the first by number.
        """
        if one.belongs_to is not None and not one.is_own:
            return self.interviews.get(one.belongs_to)
        others = (self.interviews[id] for id in one.named if id in self.interviews)
        alike = [one, *(other for other in others if self._agree(one, other))]
        return min(alike, key=lambda each: (each.unit_id != one.told_host, each.unit_id))


def _same_service(one: ReviewedInterview, other: ReviewedInterview) -> bool:
    """Each names the other, and both say whose it is: then they speak of the same service."""
    both = one.is_own and other.is_own
    mutual = other.unit_id in one.named and one.unit_id in other.named
    return both and mutual and one.told_host == other.told_host
