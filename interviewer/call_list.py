"""The call list: every unit, found as you type; Enter opens the case."""

from dataclasses import dataclass, replace
from uuid import UUID

from db.records import CaseSummary, Interviewer
from interviewer.help import Help
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.turn import Mode, Notice, Turn
from schemas.calls import CaseStatus, case_outcome, case_status
from schemas.clean import clean
from schemas.outcomes import Outcome
from schemas.register import unit, units
from schemas.search import find_units

PAGE = 10
"""How many lines PgUp and PgDn move."""


@dataclass(frozen=True)
class CallList:
    """All cases in the register's order, narrowed by what is typed."""

    who: Interviewer
    cases: tuple[CaseSummary, ...]
    line: Line = EMPTY
    lit: int = 0
    help: Help | None = None
    notice: Notice | None = None

    @property
    def found(self) -> tuple[CaseSummary, ...]:
        """The cases whose place fits what is typed, best first."""
        if not self.line.text.strip():
            return self.cases
        by_unit = {case.unit_id: case for case in self.cases}
        return tuple(by_unit[u.id] for u in find_units(self.line.text, units()) if u.id in by_unit)

    @property
    def marked(self) -> CaseSummary | None:
        """The case that Enter opens."""
        found = self.found
        return found[min(self.lit, len(found) - 1)] if found else None

    def marking(self, case_id: UUID) -> "CallList":
        """With this case marked."""
        ids = [case.case_id for case in self.found]
        return replace(self, lit=ids.index(case_id) if case_id in ids else 0)

    def told(self, notice: Notice | None) -> "CallList":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        quiet, action = self.told(None), action_of(press)
        if self.help or action is Action.HELP:
            return Turn(replace(quiet, help=self.help.press(press) if self.help else Help()))
        if action is Action.ENTER:
            return quiet._open(press)
        if action is Action.PERSON:
            return Turn(quiet._other_person())
        if action is Action.CLOSE:
            return Turn(replace(quiet, line=Line(), lit=0))
        if action in _MOVES:
            lit = max(0, min(self.lit + _MOVES[action], len(self.found) - 1))
            return Turn(replace(quiet, lit=lit))
        line = self.line.press(press)
        return Turn(replace(quiet, line=line, lit=0) if line else self)

    def paste(self, text: str, press: Press) -> Turn:
        """The search with pasted text."""
        line = self.line.insert(clean(text, one_line=True)[0])
        return Turn(replace(self, line=line, lit=0))

    def _open(self, press: Press) -> Turn:
        from interviewer.card import open_case

        case = self.marked
        return open_case(self, self.who, case.case_id, press) if case else Turn(self)

    def _other_person(self) -> Mode:
        from interviewer.welcome import Welcome

        return Welcome(self.who.seat, self.cases)


_MOVES = {
    Action.UP: -1,
    Action.DOWN: 1,
    Action.BACK: -PAGE,
    Action.FORWARD: PAGE,
}


def status_of(case: CaseSummary) -> CaseStatus:
    """Where a case stands."""
    return case_status(
        outcome_of(case),
        case.last_outcome,
        called=case.attempts > 0,
        has_number=case.has_number or not case.attempts,
        interview_open=case.interview == "open",
    )


def outcome_of(case: CaseSummary) -> Outcome | None:
    """What a case has come to."""
    whole = case.interview == "complete" and Outcome.no_service not in case.outcomes
    return case_outcome(case.outcomes, interview=Outcome.complete if whole else None)


def place_of(case: CaseSummary) -> str:
    """The name of the case's unit, with its county."""
    return unit(case.unit_id).label
