"""One invented case from the first call to the last: each call is played, then comes the wait.

The methods are generators: each yields how long to wait before the next call, so that a season can
let other cases come between.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeAlias

from interviewer.practice import verbatim as words
from interviewer.practice.practice_interviewer import Astray, PracticeInterviewer
from interviewer.practice.respondents import HeardSoFar, Respondent
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.state import Call
from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.calls.parts import LeadsTo, SomebodyElse
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.questionnaire.types.dice import Dice
from schemas.surveys.practice import Scenario
from schemas.surveys.survey import Survey

Waits: TypeAlias = Iterator[timedelta]

MINUTES: Final = timedelta(minutes=5)
HOURS: Final = timedelta(hours=3)
A_DAY: Final = timedelta(days=1)

MOST_QUESTIONS: Final = 600
"""No conversation has so many, even with every offer and every correction."""

FRUITLESS: Final = (
    Outcome.no_answer,
    Outcome.busy,
    Outcome.long_queue,
    Outcome.voicemail,
    Outcome.message_left,
    Outcome.technical,
    Outcome.unavailable,
)
"""How a call ends that reached nobody who could answer."""

WAYS: Final = (
    *[RedirectHow.transferred] * 7,
    *[RedirectHow.number_given] * 3,
    RedirectHow.name_only,
    RedirectHow.they_call_back,
    RedirectHow.dead_end,
)
"""How people are sent on; most are put through."""


@dataclass
class Case:
    """A unit, what it is like, and who rings it."""

    caller: PracticeInterviewer
    dice: Dice
    survey: Survey
    frame: Frame
    unit: Unit
    scenario: Scenario
    season: HeardSoFar

    # ── Whole cases ──────────────────────────────────────────────────────────────────────────────

    def finished(self) -> Waits:
        """To a finished interview, more or less straight."""
        yield from self._fruitless()
        self._reach()
        yield from self._detours()
        yield from self._interview()

    def ends_with(self, outcome: Outcome) -> Waits:
        """A call that comes to this, and nothing after it."""
        yield from self._fruitless()
        self._ring()
        self._hang_up(outcome)

    def lead_left(self) -> Waits:
        """Somebody has told us whom to ask; nobody has."""
        self._ring()
        self.caller.sent_on(self.dice.one((RedirectHow.name_only, RedirectHow.number_given)))
        self._hang_up()
        yield from ()

    def nobody_knows(self) -> Waits:
        """A dead end."""
        self._ring()
        self.caller.sent_on(RedirectHow.transferred)
        self.caller.sent_on(RedirectHow.dead_end)
        self._hang_up()
        yield from ()

    def appointment(self) -> Waits:
        """It does not suit them now."""
        self._reach()
        self._consent(Outcome.appointment)
        yield from ()

    def refused(self) -> Waits:
        """They would rather not."""
        self._reach()
        self._consent(Outcome.refusal_soft)
        yield from ()

    def broken_off(self) -> Waits:
        """The interview has begun; the rest will have to wait."""
        self._reach()
        place = self.dice.one(self.survey.practice.at_once)
        self._answer(self._somebody(), until=place)
        self._break_off()
        yield from ()

    def partial(self) -> Waits:
        """All that matters has been said, and then they had to go."""
        self._reach()
        self._answer(self._somebody(), until=self.survey.practice.at_the_end)
        self._break_off()
        yield from ()

    def cut_off(self) -> Waits:
        """The program was gone in the middle of the call."""
        self._reach()
        self._answer(self._somebody(), until=self.survey.practice.at_once[0])
        self.caller.player.mind()
        self.caller.be_cut_off()
        yield from ()

    # ── Reaching somebody ────────────────────────────────────────────────────────────────────────

    def _fruitless(self) -> Waits:
        for _ in range(self.dice.one((0, 0, 0, 1, 1, 2))):
            self._ring()
            self._hang_up(self.dice.one(FRUITLESS))
            yield HOURS

    def _reach(self) -> None:
        """From department to department, until somebody may be the one."""
        self._ring()
        for _ in range(self.dice.one((0, 1, 1, 1, 2, 2, 3))):
            self._sent_on(self.dice.one(WAYS))
        if self._at_the_front() and self.dice.happens(0.9):
            self.caller.sent_on(RedirectHow.transferred)

    def _sent_on(self, how: RedirectHow) -> None:
        self.caller.sent_on(how)
        if how is not RedirectHow.transferred:
            self._ring_again(None)
        elif self.dice.happens(0.06):
            self._ring_again(Outcome.lost_in_transfer)

    def _at_the_front(self) -> bool:
        line = self.caller.call.on_line
        return line is not None and line.department.is_front_line

    def _ring(self) -> None:
        self.caller.open(self.unit)
        self.caller.dial()

    def _ring_again(self, outcome: Outcome | None) -> None:
        """A few minutes later, without letting go of the case."""
        self.caller.hang_up(outcome, self.dice.one(words.NOTES))
        self.caller.player.wait(MINUTES)
        self.caller.dial()

    def _ring_back(self) -> None:
        """Whoever we spoke with; the switchboard puts us through where there is no number."""
        self._ring()
        if self._at_the_front():
            self.caller.sent_on(RedirectHow.transferred)

    def _hang_up(self, outcome: Outcome | None = None) -> None:
        self.caller.hang_up(outcome, self.dice.one(words.NOTES))
        self.caller.leave()

    # ── The interview ────────────────────────────────────────────────────────────────────────────

    def _somebody(self, **says: str) -> Respondent:
        scenario = self.scenario.but(**says)
        return Respondent(self.dice, self.survey, self.frame, self.unit, scenario, self.season)

    def _says(self, end: LeadsTo, panel: type[HangUpPanel | RedirectPanel]) -> bool:
        """Ask until they say what comes to this, as early as can be; False where no answer does."""
        endings = (one for one in self.survey.parts.endings if one.leads_to is end)
        if (ending := next(endings, None)) is None:
            return False
        somebody = self._somebody(**{ending.question: ending.code.name})
        while not isinstance(self.caller.call.panel, panel):
            self.caller.ask(somebody)
        return True

    @property
    def _has_none(self) -> bool:
        """Whether they say that they have nothing to tell of."""
        none = self.survey.parts.says_none
        return none is not None and self.scenario.says.get(none.question) == (none.code.name,)

    def _detours(self) -> Waits:
        """Before the interview: it does not suit, or it is somebody else after all."""
        if self.dice.happens(0.08):
            self._consent(Outcome.appointment)
            yield A_DAY
            self._ring_back()
        elif self.dice.happens(0.08):
            self._says(SomebodyElse.redirect, RedirectPanel)
            self.caller.sent_on(RedirectHow.transferred)

    def _consent(self, outcome: Outcome) -> None:
        """What they say to the first question, or without being asked, and the call is over."""
        self._hang_up(None if self._says(outcome, HangUpPanel) else outcome)

    def _interview(self) -> Waits:
        """To the end; now and then with a break, or with somebody else for the second half."""
        if self._has_none and self._at_the_front():  # where a "no" is no evidence
            self.caller.sent_on(RedirectHow.transferred)
        place = self.dice.one(self.survey.practice.halfway)
        if self.dice.happens(0.12):
            self._answer(self._somebody(), until=place)
            if self._is_asked(place):
                self._break_off()
                yield A_DAY
                self._ring_back()
        elif self.dice.happens(0.15):
            self._answer(self._somebody(), until=place)
            if self._is_asked(place):
                self.caller.sent_on(RedirectHow.transferred)
        self._answer(self._somebody())

    def _answer(self, somebody: Respondent, until: str = "") -> None:
        """Question by question: to the end, or until this question is asked."""
        for _ in range(MOST_QUESTIONS):
            if not isinstance(self.caller.player.screen, Call) or self._is_asked(until):
                return
            self.caller.ask(somebody)
        raise Astray(f"round and round, at {self.caller.call.talk.at}")

    def _is_asked(self, question: str) -> bool:
        screen = self.caller.player.screen
        if not isinstance(screen, Call) or screen.panel or screen.attempt is None:
            return False
        return screen.talk.at is not None and screen.talk.at.question == question

    def _break_off(self) -> None:
        """They have to go, perhaps in the middle of a word; where we stood is kept."""
        self.caller.player.mind()
        self._hang_up()


Play: TypeAlias = Callable[[Case], Waits]


def _ending(outcome: Outcome) -> Play:
    return lambda case: case.ends_with(outcome)


UNFINISHED: Final[tuple[Play, ...]] = (
    Case.broken_off,
    _ending(Outcome.no_answer),
    Case.appointment,
    Case.lead_left,
    Case.refused,
    Case.partial,
    _ending(Outcome.refusal_gatekeeper),
    Case.cut_off,
    _ending(Outcome.busy),
    Case.nobody_knows,
    _ending(Outcome.refusal_hard),
    _ending(Outcome.number_dead),
    _ending(Outcome.asked_in_writing),
    _ending(Outcome.to_coordinator),
    _ending(Outcome.unable),
    _ending(Outcome.message_left),
)
"""What a case can look like that has no interview yet; they come round in this order."""
