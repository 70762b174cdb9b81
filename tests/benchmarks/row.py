"""What a row of the table is, and what comes of measuring it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

Sample = tuple[float, float]
"""The program's figure and the floor's, taken one right after the other."""

FEW: Final = 20
"""From so many samples on there is a 95th percentile worth telling."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what is measured and against what, how near to the floor it should come.

    `samples` measures the program and the floor in turn, as often as it is asked for one.  `why`
    is shown where the goal is missed: what stands in its way.
    """

    what: str
    floor: str
    goal: float
    samples: Callable[[], Iterator[Sample]]
    repeats: int
    why: str
    goal_p95: float | None = None
    unit: str = "ms"
    is_large: bool = False
    """Takes minutes only to be made ready: measured where somebody asks for the large ones."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All samples of a row, in seconds (or bytes, where the unit is MB)."""

    row: Row
    ours: tuple[float, ...]
    floor: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median to median."""
        return median(self.ours) / median(self.floor)

    @property
    def ratio_p95(self) -> float | None:
        """The 95th percentiles; None where there are too few samples to have one."""
        return None if len(self.ours) < FEW else p95(self.ours) / p95(self.floor)

    @property
    def reached(self) -> bool:
        """Whether the goal is reached, at the 95th percentile too where there is one."""
        slow, goal = self.ratio_p95, self.row.goal_p95
        return self.ratio <= self.row.goal and (goal is None or slow is None or slow <= goal)


def p95(figures: tuple[float, ...]) -> float:
    """What 95 of 100 stay below."""
    return quantiles(figures, n=20)[-1]


def measure(row: Row, share: float = 1.0) -> Measured:
    """Measure a row, with a share of its repeats.

    The first sample warms up and is not counted, but for what takes so long that it is taken once.
    """
    count = max(round(row.repeats * share), 1)
    taken = row.samples()
    try:
        if row.repeats > 1:
            next(taken)
        pairs = [next(taken) for _ in range(count)]
    finally:
        taken.close()  # type: ignore[attr-defined]  # a generator, whose programs end with it
    ours, floor = zip(*pairs, strict=True)
    return Measured(row, ours, floor)
