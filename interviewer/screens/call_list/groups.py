"""The call list under its headings; of many that wait for one reason, one line stands for all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final
from uuid import UUID

from interviewer.screens.call_list.filters import ALL, due_of, is_today
from schemas.calls.ranking.lines import Alike, Lines, ListedCase, LongLines
from schemas.calls.ranking.rules import ListGroup, ListPlace
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.call_list.state import CallList

MANY: Final = 5
"""So many cases that wait for the same reason stand on one line, until it is opened."""


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Lines with one heading, and how many cases there are below it.

    `folded` says of a line that stands for several cases for how many.
    """

    heading: Text
    lines: Lines
    count: int
    folded: Mapping[UUID, int]


def grouped(screen: "CallList") -> tuple[ListedGroup, ...]:
    """What is listed, under its headings."""
    kept: list[Lines] = [screen.filter.of(screen, part) for part in screen.ranked.all.parts]
    if screen.filter.keeps is is_today:
        kept = [sorted(chain.from_iterable(kept), key=due_of)]
    by_heading: dict[Text, list[Lines]] = {}
    for part in chain.from_iterable(_under_one_heading(screen, lines) for lines in kept):
        by_heading.setdefault(_heading(screen, part[0]), []).append(part)
    return tuple(_group(screen, heading, parts) for heading, parts in by_heading.items())


def _group(screen: "CallList", heading: Text, parts: list[Lines]) -> ListedGroup:
    """Where many wait for one reason, one line stands for all of them."""
    lines = LongLines(parts)
    if lines[0].rule.place is not ListPlace.waiting or screen.filter is not ALL:
        return ListedGroup(heading, lines, len(lines), {})
    alike: Counter[str] = Counter()
    waiting = tuple(chain.from_iterable(map(_for_one_reason, parts)))
    for part in waiting:
        alike[part[0].reason] += len(part)
    shown: list[Lines] = []
    folded: dict[UUID, int] = {}
    seen: set[str] = set()
    for part in waiting:
        reason = part[0].reason
        if alike[reason] < MANY or reason in screen.unfolded:
            shown.append(part)
        elif reason not in seen:
            seen.add(reason)
            shown.append(part[:1])
            folded[part[0].case.case_id] = alike[reason]
    return ListedGroup(heading, LongLines(shown), len(lines), folded)


def lines_of(groups: tuple[ListedGroup, ...]) -> LongLines:
    """The lines below all headings."""
    return LongLines(group.lines for group in groups)


def _under_one_heading(screen: "CallList", lines: Lines) -> Iterator[Lines]:
    """Lines in parts, each of which stands below one heading."""
    if isinstance(lines, Alike):
        yield from (lines,) if lines else ()
        return
    for _, some in groupby(lines, key=lambda line: _heading(screen, line)):
        yield tuple(some)


def _for_one_reason(lines: Lines) -> Iterator[Lines]:
    """Lines in parts that wait for the same."""
    yield from (lines,) if isinstance(lines, Alike) else ((line,) for line in lines)


def _heading(screen: "CallList", line: ListedCase) -> Text:
    """What a line stands below: its group, or its place; an appointment of today has its own."""
    group = line.rule.group
    if group is None or (group is ListGroup.appointments and not is_today(screen, line)):
        return line.rule.place.label
    return group.label
