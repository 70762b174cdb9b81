"""Hanging up: the outcome with one key, a note, Enter."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from interviewer import work
from interviewer.consequences import standing
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.turn import Turn
from schemas.calls import suggest_outcome
from schemas.clean import clean
from schemas.outcomes import Outcome

if TYPE_CHECKING:
    from interviewer.call import Call

DERIVED: Final = frozenset({Outcome.complete, Outcome.no_service})
"""A whole interview ends its call by itself: nobody can claim one that is not there."""

CHOICES: Final = tuple(o for o in Outcome if not o.coordinator_only and o not in DERIVED)


@dataclass(frozen=True, slots=True)
class HangUpPanel:
    """Which outcome first, then the note."""

    suggested: Outcome | None = None
    outcome: Outcome | None = None
    note: Line = EMPTY

    @classmethod
    def for_call(cls, call: "Call", outcome: Outcome | None = None) -> "HangUpPanel":
        """With the outcome that what happened speaks for."""
        return cls(outcome or _suggestion(call))

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        action = action_of(press)
        if action is Action.CLOSE:
            return Turn(call.opening(replace(self, outcome=None) if self.outcome else None))
        if self.outcome is not None:
            return self._note(call, press, self.outcome)
        if action is Action.ENTER and self.suggested:
            return Turn(call.opening(replace(self, outcome=self.suggested)))
        if press.option is not None and press.option < len(CHOICES):
            return Turn(call.opening(replace(self, outcome=CHOICES[press.option])))
        return Turn(call)

    def paste(self, call: "Call", text: str) -> "Call":
        """The note with pasted text."""
        if self.outcome is None:
            return call
        note = self.note.insert(clean(text, one_line=True)[0])
        return call.opening(replace(self, note=note))

    def _note(self, call: "Call", press: Press, outcome: Outcome) -> Turn:
        if action_of(press) is Action.ENTER:
            return self._hung_up(call, press, outcome)
        line = self.note.press(press)
        return Turn(call.opening(replace(self, note=line)) if line else call)

    def _hung_up(self, call: "Call", press: Press, outcome: Outcome) -> Turn:
        attempt, lease, who = call.attempt, call.lease, call.who
        assert attempt is not None, "there is a call to end"
        note = clean(self.note.text, one_line=True)[0].strip()

        def do(db: Any) -> work.Opened:
            return work.hang_up(db, lease, attempt, outcome, note, press.at)

        from interviewer.card import Card

        return Turn(call, do, lambda opened: Card.of(who, opened))


def _suggestion(call: "Call") -> Outcome | None:
    if call.attempt is None:
        return None
    by_interview = standing(call.talk.walked)
    if by_interview:
        return by_interview
    return suggest_outcome(call.attempt, call.file.redirects)
