"""Somebody who hears the program and types lines, on a real file, by a clock of their own."""

from __future__ import annotations

import random
from datetime import timedelta
from uuid import UUID

from db.engine import Database
from interviewer.plain.talk import Talk
from tests.support.keyboard import HALDEN, NOON


class Listener:
    """`types("1", "2")` gives what was said to the last of these lines."""

    def __init__(
        self,
        database: Database,
        seat: str = "test@pc",
        case_id: UUID = HALDEN,
        *,
        rings: bool = False,
    ) -> None:
        self.now, self.ran = NOON, 0.0
        self.heard: list[str] = []
        dice = random.Random(seat)
        self.talk = Talk(
            database,
            case_id,
            seat,
            self.heard.append,
            rings=rings,
            now=lambda: self.now,
            ids=lambda: UUID(int=dice.getrandbits(128), version=4),
            ran=lambda: self.ran,
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
