"""Units that an interview counts among its service's, and that something speaks against.

A list that is published names no member whom sources differ on, until a coordinator has settled it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

from schemas.language.text import Text
from schemas.review.decisions import UNDECIDED, Standing
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import Conflict, Disagreement, Proposal, Shared, shared
from schemas.review.sharing_parts import SharingParts

Disputes: TypeAlias = Mapping[str, Mapping[str, Text]]
"""By the unit that was interviewed: the units it names that are not listed, and why."""

ELSEWHERE: Final = Text("Bekreftet dekket av en annen")

_ABOUT_MEMBERS: Final = frozenset(
    {Conflict.two_hosts, Conflict.member_says_no, Conflict.not_covered}
)


def disputes(
    parts: SharingParts,
    interviews: Collection[FinishedInterview],
    decided: Mapping[str, Standing],
) -> Disputes:
    """What speaks against the members that finished interviews name."""
    found, told = shared(parts, interviews, decided), defaultdict[str, dict[str, Text]](dict)
    for one in found.proposals:
        for unit in one.members:
            by = decided.get(unit, UNDECIDED).covered_by
            if by and by not in one.members:
                told[one.interviewed][unit] = ELSEWHERE
    for disagreement in found.disagreements:
        if disagreement.conflict in _ABOUT_MEMBERS:
            for interviewed in _naming(disagreement, found):
                told[interviewed][disagreement.unit] = disagreement.conflict.label
    return told


def _naming(disagreement: Disagreement, found: Shared) -> Iterator[str]:
    """The interviews that count the unit among theirs: of two hosts, all that speak for either."""
    yield from disagreement.others
    if disagreement.conflict is Conflict.two_hosts:
        naming = [one for one in found.proposals if disagreement.unit in one.members]
        hosts = {one.host for one in naming if one.interviewed in disagreement.others}
        yield from _of_hosts(naming, hosts)


def _of_hosts(naming: Collection[Proposal], hosts: Collection[str]) -> Iterator[str]:
    return (one.interviewed for one in naming if one.host in hosts)
