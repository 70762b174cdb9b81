"""Where those who pick up for everybody pointed us, once it is known who the right one was.

To be sent on is not to be helped: whoever sent us round did not know.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from uuid import UUID

from schemas.calls import ContactPoint, Redirect
from schemas.departments import FRONT_LINE


class Pointed(Enum):
    """Where one of them sent us."""

    straight = auto()  # to the right one
    elsewhere = auto()
    nowhere = auto()  # they knew nobody


def pointed(
    contacts: Iterable[ContactPoint], redirects: Sequence[Redirect], right: UUID
) -> Iterator[Pointed]:
    """Where each of them in a case sent us, who sent us on at all or had nobody to send us to."""
    for point in contacts:
        sent = {leg.to_id for leg in redirects if leg.from_id == point.id}
        if point.department in FRONT_LINE and point.id != right and sent:
            yield _pointed(sent, right)


def _pointed(sent: set[UUID | None], right: UUID) -> Pointed:
    if right in sent:
        return Pointed.straight
    return Pointed.nowhere if sent == {None} else Pointed.elsewhere
