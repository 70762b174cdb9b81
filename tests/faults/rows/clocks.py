"""The clock of the machine is set back and forth while answers are stored."""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from tests.db.world import NOON
from tests.faults.desk import desk
from tests.faults.fault import Fault, Found


def set_back(times: int, folder: Path) -> Found:
    """Answers keep the order in which they were given, whatever the clock says."""
    with desk(folder / "clock.db") as at:
        told = []
        for entry in islice(at.answers(), times):
            at.store(replace(entry, at=NOON + timedelta(minutes=random.randint(-600, 600))))
            told.append(entry.value)
        stored = at.stored()
    return Found(times, len(told), sum(a != b for a, b in zip(told, stored, strict=True)))


FAULTS = (Fault("the clock set back and forth", set_back, 100, 1000),)
