"""Somebody at the keyboard of the whole program on a real file, and what they see and have stored.

kari = Keyboard(database)
kari.sits_down()
kari.dials()
kari.keys("enter", "1", "1")
assert "Hva er navnet ditt?" in kari.picture()
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from db.cases import case_id_of, open_case
from db.database import Database
from db.interviews import load_interview
from db.problems import DatabaseProblem
from db.records import AnswerEntry, CaseFile, InterviewFile
from interviewer.draw.bars import Surroundings
from interviewer.draw.clicks import keys_at
from interviewer.engine.kept_values import Resuming, as_json, from_json
from interviewer.engine.task import Task
from interviewer.engine.unsaved_tasks import kept_in
from interviewer.screens.call.state import Call
from interviewer.screens.card.state import Card
from interviewer.screens.picture import draw
from interviewer.screens.welcome.state import Welcome
from interviewer.terminal.player import Player
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo

NOON = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)
HALDEN = case_id_of("0101")
SIZES = ((80, 24), (120, 40))

TO_THE_NAME = ("enter", "1", "1")
"""From "God dag": read aloud, it suits, the right person."""

TO_THE_OFFERS = (*TO_THE_NAME, *"Kari", "enter", "f7", "f7", "f7", "f7", "1")
"""From "God dag" to whether there are offers."""


class Keyboard(Player):
    """A player whose database may be busy: `retry()` is the waiting that `Player` does not do."""

    def __init__(
        self,
        database: Database,
        at: datetime = NOON,
        *,
        seat: str = "test@pc",
        seed: int = 2015,
        reviewing: bool = False,
    ) -> None:
        self.size = SIZES[0]
        self.delayed: list[Callable[[], None]] = []
        self._db = database
        dice = random.Random(seed)
        super().__init__(
            database,
            at,
            lambda: UUID(int=dice.getrandbits(128), version=4),
            seat=seat,
            reviewing=reviewing,
        )

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Kept until somebody says that the time has passed."""
        self.delayed.append(call)

    def store(self, task: Task[Any]) -> Future[Any]:
        """As everywhere; and what would be kept aside of it, is read as it was told."""
        who: Any = getattr(self.screen, "who", None)
        for one in kept_in(task) if who else ():
            told = json.loads(json.dumps(as_json(one.args)))
            assert from_json(told, Resuming(who)) == one.args
        return super().store(task)

    def retry(self) -> None:
        """The time after which storing is tried again has passed."""
        due, self.delayed = self.delayed, []
        for call in due:
            call()
        self.settle()

    # ── Short ways in ────────────────────────────────────────────────────────────────────────────

    def sits_down(self, name: str = "Kari") -> Keyboard:
        """Says who is calling, once more where that is somebody new; the call list is there."""
        self.type(name)
        self.keys("enter")
        if isinstance(self.loop.screen, Welcome):
            self.keys("enter")
        return self

    def dials(self) -> Keyboard:
        """Opens the first case, Halden, and rings the switchboard without knowing its number."""
        self.keys("enter", "enter", "enter")
        return self

    # ── The mouse ────────────────────────────────────────────────────────────────────────────────

    def place_of(self, words: str, *, of: int = 1) -> tuple[int, int]:
        """The line and column where `words` stand in the picture, the `of`th time."""
        found = (
            (number, line.index(words))
            for number, line in enumerate(self.picture(*self.size).splitlines())
            if words in line
        )
        return list(found)[of - 1]

    def click(self, words: str, *, of: int = 1) -> Keyboard:
        """Clicks where these words stand."""
        self.click_at(*self.place_of(words, of=of))
        self.settle()
        return self

    def click_at(self, line: int, column: int) -> None:
        """Clicks, and waits for nothing."""
        self.loop.click(line, column, self._press("click"))

    def keys_at(self, line: int, column: int) -> tuple[str, ...]:
        """What stands there, in a window of this size."""
        return keys_at(draw(self.screen, self.around(*self.size)), line, column)

    # ── What there is ────────────────────────────────────────────────────────────────────────────

    @property
    def call(self) -> Call:
        """The call on the screen."""
        assert isinstance(self.screen, Call), f"{type(self.screen).__name__} is on the screen"
        return self.screen

    @property
    def card(self) -> Card:
        """The case card on the screen."""
        assert isinstance(self.screen, Card), f"{type(self.screen).__name__} is on the screen"
        return self.screen

    @property
    def at(self) -> str | None:
        """The question on the screen."""
        return self.call.talk.at.question if self.call.talk.at else None

    def picture(self, columns: int = 80, rows: int = 24) -> str:
        """The picture as text; it must have the size of the window."""
        lines = draw(self.screen, self.around(columns, rows))
        assert len(lines) == rows, f"{len(lines)} lines, not {rows}"
        for line in lines:
            assert line.cell_len <= columns, f"{line.cell_len} columns: {line.plain!r}"
            assert "\n" not in line.plain, f"a line in the line: {line.plain!r}"
        return "\n".join(line.plain.rstrip() for line in lines)

    def around(self, columns: int, rows: int) -> Surroundings:
        """What the real screen would tell the picture."""
        desk = self.loop
        storing = desk.saving, desk.failing, desk.waiting
        return Surroundings(columns, rows, self.now, *storing, practice=False, ran=self.ran)

    def file(self, case_id: UUID = HALDEN) -> CaseFile:
        """What the database knows of a case."""
        return file_of(self._db, case_id)

    def kept(self, case_id: UUID = HALDEN) -> InterviewFile | None:
        """What the database knows of a case's interview."""
        return kept_of(self._db, case_id)

    def entries(self, case_id: UUID = HALDEN) -> tuple[AnswerEntry, ...]:
        """The answers stored for a case, in their order."""
        kept = self.kept(case_id)
        return kept.entries if kept else ()

    def stored(self, case_id: UUID = HALDEN) -> dict[Key, Any]:
        """The latest stored answer to each question that has one."""
        return latest(self.entries(case_id))


def file_of(database: Database, case_id: UUID) -> CaseFile:
    """What a database knows of a case."""
    return open_case(database, case_id)


def kept_of(database: Database, case_id: UUID) -> InterviewFile | None:
    """What a database knows of a case's interview."""
    interview = open_case(database, case_id).interview
    return load_interview(database, interview.id) if interview else None


def latest(entries: tuple[AnswerEntry, ...]) -> dict[Key, Any]:
    """The answers that stand, from a history."""
    answers = {
        Key(one.question, one.item): PhaseTwo.by_id[one.question].stored.validate_python(one.value)
        for one in entries
    }
    return {key: value for key, value in answers.items() if value != NOT_ASKED}


def answered(call: Call) -> dict[Key, Any]:
    """The answers that the screen takes for given."""
    return {key: value for key, value in call.talk.answers.items() if value != NOT_ASKED}


class Faulty:
    """A database that fails as often as it is told to, and then is well again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.problem: DatabaseProblem | None = None

    def __getattr__(self, name: str) -> Any:
        if self.problem is not None and name in {"read", "write", "carry_out"}:
            raise self.problem
        return getattr(self._database, name)


def without_ids(entries: tuple[AnswerEntry, ...]) -> list[AnswerEntry]:
    """Entries that can be compared between two runs."""
    nobody, then = UUID(int=0), NOON
    return [
        replace(
            one,
            id=nobody,
            interviewer_id=nobody,
            at=then,
            informant_id=one.informant_id and nobody,
            attempt_id=one.attempt_id and nobody,
            steps_back=_without_moments(one.steps_back),
        )
        for one in entries
    ]


def _without_moments(steps: Any) -> Any:
    return steps and [[question, item] for question, item, _ in steps]
