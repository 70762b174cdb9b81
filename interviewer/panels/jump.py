"""The overview: everything on the route, what is missing, what is open; and a way to get there."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.moves import move_of, moved
from interviewer.panels.check import CheckPanel
from interviewer.turn import Turn
from schemas.clean import clean
from schemas.search import fold
from schemas.walk import Firing, Step

if TYPE_CHECKING:
    from interviewer.call import Call


@dataclass(frozen=True, slots=True)
class Row:
    """A place to jump to: an open check, or a question."""

    step: Step
    fired: Firing | None = None


@dataclass(frozen=True, slots=True)
class JumpPanel:
    """Rows, narrowed by what is typed; Enter goes to the marked one.

    With `missing`, only what still wants an answer, or a word about an open check.
    """

    rows: tuple[Row, ...]
    line: Line = EMPTY
    lit: int = 0
    missing: bool = False

    @classmethod
    def for_call(cls, call: "Call") -> "JumpPanel":
        """Open checks first, then the route; marked is what wants doing first."""
        checks = tuple(Row(fired.step, fired) for fired in call.talk.open_checks)
        rows = (*checks, *(Row(step) for step in call.talk.walked.steps))
        return cls(rows, lit=0 if checks else _first_wanted(call, rows))

    def found(self, call: "Call") -> tuple[Row, ...]:
        """The rows that fit what is typed: by id, heading or wording."""
        typed, wanted = fold(self.line.text), set(call.talk.walked.unanswered)
        rows = (row for row in self.rows if typed in _words(row))
        return tuple(row for row in rows if not self.missing or row.fired or row.step in wanted)

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        action, found = action_of(press), self.found(call)
        if action in {Action.CLOSE, Action.JUMP}:
            return Turn(call.opening(None))
        if action is Action.ENTER:
            return Turn(self._gone(call, found))
        if action is Action.NEXT:
            return Turn(call.opening(replace(self, missing=not self.missing, lit=0)))
        if move_of(press):
            lit = moved(self.lit, press, len(found))
            return Turn(call.opening(replace(self, lit=lit)))
        line = self.line.press(press)
        return Turn(call.opening(replace(self, line=line, lit=0)) if line else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """The search with pasted text."""
        line = self.line.insert(clean(text, one_line=True)[0])
        return call.opening(replace(self, line=line, lit=0))

    def _gone(self, call: "Call", found: tuple[Row, ...]) -> "Call":
        if not found:
            return call
        row = found[min(self.lit, len(found) - 1)]
        panel = CheckPanel(row.fired) if row.fired else None
        return replace(call, talk=call.talk.jump(row.step.key), panel=panel)


def _first_wanted(call: "Call", rows: tuple[Row, ...]) -> int:
    unanswered = set(call.talk.walked.unanswered)
    wanted = (place for place, row in enumerate(rows) if row.step in unanswered)
    return next(wanted, 0)


def _words(row: Row) -> str:
    question = row.step.question
    return fold(f"{question.id} {question.section.heading} {question.text}")
