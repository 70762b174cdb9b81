"""How long the bars of a figure are drawn: in per cent of the room that there is for them.

No drawing library: all words and numbers are text of the page, which wraps on a telephone, grows
with the reader's letters and is read aloud; what is left to draw is a rectangle for each number.
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import TypeAlias

from schemas.review.report.blocks import Bar, BarChart, Dot, GroupBars, PanelChart

Piece: TypeAlias = tuple[str, str, str]
"""A rectangle: what it looks like, where it begins, and how long it is."""


def lengths(chart: BarChart, bar: Bar) -> list[Piece]:
    """A bar beside the longest of its figure: in two parts where it has two."""
    longest = max(one.count for one in chart.bars) or 1
    return list(_laid(bar.halves, longest))


def pieces(chart: BarChart) -> list[Piece]:
    """One bar cut into all the parts of a whole."""
    counts = [bar.count for bar in chart.bars]
    return list(_laid(counts, sum(counts) or 1))


def side_by_side(chart: PanelChart) -> list[tuple[GroupBars, list[tuple[Bar, Piece]]]]:
    """The bars of every group as shares, all of them beside the longest of the figure."""
    shares = [bar.count / panel.of for panel in chart.panels for bar in panel.bars]
    longest = max(shares, default=0) or 1
    return [
        (panel, [(bar, _share(bar, panel.of, longest)) for bar in panel.bars])
        for panel in chart.panels
    ]


def _share(bar: Bar, of: int, longest: float) -> Piece:
    return "part0", "0.00", f"{100 * bar.count / (of * longest):.2f}"


def _laid(counts: "list[int] | tuple[int, ...]", of: int) -> Iterator[Piece]:
    ends = accumulate(counts)
    for nth, (count, end) in enumerate(zip(counts, ends, strict=True)):
        yield f"part{nth}", _per_cent(end - count, of), _per_cent(count, of)


def place(dot: Dot) -> str:
    """Where a dot is, from the left."""
    return f"{float(dot.at):.2f}"


def _per_cent(count: int, of: int) -> str:
    return f"{100 * count / of:.2f}"
