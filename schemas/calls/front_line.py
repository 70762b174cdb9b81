"""Where those who pick up for everybody pointed us, and whether that was right.

To be sent on is not to be helped: whoever sent us round did not know.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from uuid import UUID

from schemas.calls.calls import ContactPoint, Redirect


class Pointed(Enum):
    """Where one of them sent us."""

    straight = auto()  # to the right one
    elsewhere = auto()
    nowhere = auto()  # they knew nobody
    unknown = auto()  # somewhere, and the right one has not been found yet


def pointed(
    contacts: Iterable[ContactPoint], redirects: Sequence[Redirect], right: UUID | None
) -> Iterator[Pointed]:
    """Where each of them in a case sent us the first time, or that they had nobody to send us to.

    Whoever finds somebody when we call again did not know before.
    """
    for point in contacts:
        sent = sorted((leg for leg in redirects if leg.from_id == point.id), key=_number)
        if point.department.is_front_line and point.id != right and sent:
            yield _pointed(sent[0].to_id, right)


def _number(leg: Redirect) -> int:
    return leg.number


def _pointed(to: UUID | None, right: UUID | None) -> Pointed:
    if to is None:
        return Pointed.nowhere
    if right is None:
        return Pointed.unknown
    return Pointed.straight if to == right else Pointed.elsewhere
