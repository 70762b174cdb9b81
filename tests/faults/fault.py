"""What a line of the campaign is, and what comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """What happened, in so many times.

    `acknowledged` is what the program said was stored, `lost` what of it is not there, `doubled`
    what is there twice, and `crashed` what went wrong in a way that no sentence tells of.
    """

    times: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    crashed: int = 0

    def __add__(self, other: Found) -> Found:
        """Both together."""
        names = [one.name for one in fields(self)]
        return Found(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def is_well(self) -> bool:
        """Nothing that was acknowledged is gone, or there twice, and nothing crashed."""
        return not (self.lost or self.doubled or self.crashed)


class NotHere(Exception):
    """This machine cannot do it; the words say what it lacks."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One line: what is done to the program, how often by default, and how often in a long run.

    `run` does it so many times, in a folder of its own; raises NotHere, and NoServerHere.
    """

    what: str
    run: Callable[[int, Path], Found]
    short: int
    long: int


def judged(times: int, acknowledged: Iterable[object], stored: Iterable[object]) -> Found:
    """What was acknowledged against what is there."""
    told, there = set(acknowledged), Counter(stored)
    twice = sum(count - 1 for count in there.values())
    return Found(times, len(told), len(told - set(there)), twice)
