"""Somebody who hears the program and types lines, on a real file, by a clock of their own.

Without a case it is a coordinator, at the desk.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from uuid import UUID

from db.database import Database
from interviewer.plain.talk import CaseTalk, Clocks, Talk
from tests.support.keyboard import HALDEN, NOON


class Listener:
    """`types("1", "2")` gives what was said to the last of these lines."""

    def __init__(
        self,
        database: Database,
        seat: str = "test@pc",
        case_id: UUID | None = HALDEN,
        *,
        rings: bool = False,
        now: datetime = NOON,
    ) -> None:
        self.now, self.ran = now, 0.0
        self.heard: list[str] = []
        dice = random.Random(seat)
        clocks = Clocks(
            lambda: self.now,
            lambda: UUID(int=dice.getrandbits(128), version=4),
            lambda: self.ran,
        )
        said = self.heard.append
        self.talk: Talk = (
            CaseTalk(database, case_id, seat, said, rings=rings, clocks=clocks)
            if case_id
            else Talk(database, seat, said, reviewing=True, clocks=clocks)
        )
        self.talk.begin()

    def types(self, *lines: str) -> list[str]:
        """Lines, each when the one before has been answered."""
        for line in lines:
            self.heard.clear()
            self.wait(timedelta(seconds=1))
            self.talk.hear(line + "\n")
        return list(self.heard)

    def wait(self, time: timedelta) -> None:
        """Let time pass, on the wall and off it."""
        self.now += time
        self.ran += time.total_seconds()

    def minds(self) -> list[str]:
        """A second in which nobody types."""
        self.heard.clear()
        self.talk.mind()
        return list(self.heard)

    def ends(self) -> list[str]:
        """There are no more lines."""
        self.heard.clear()
        self.talk.end()
        return list(self.heard)
