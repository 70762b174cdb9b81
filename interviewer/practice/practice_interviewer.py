"""An invented interviewer at the keyboard: dials, is sent on, asks, hangs up.

Everything here is keys.  What does not lead where it should is an error at once: a practice
database with half a conversation in it would teach the wrong things.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import timedelta
from typing import TypeVar

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS
from interviewer.controls.screen import Screen, Tone
from interviewer.practice import verbatim as words
from interviewer.practice.keystrokes import keys_for
from interviewer.practice.respondents import Respondent
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import HOW, RedirectPanel
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.ringing import Dialling, RingAnyway
from interviewer.screens.card.state import Card
from interviewer.screens.resume.state import Resume
from interviewer.terminal.player import Player
from schemas.calls.call_codes import RedirectHow
from schemas.calls.departments import Department
from schemas.calls.outcome_rows import WhenAsked
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Unit
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.types.phone import invented_phone
from schemas.questionnaire.walk import Step
from schemas.surveys.invented_people import email_of, invented_name
from schemas.surveys.practice import PracticeScript

M = TypeVar("M", bound=Screen)

REMARKED = 0.03
"""How often an answer gets a remark."""


class Astray(Exception):
    """The keys did not lead where they should have."""


class PracticeInterviewer:
    """One of the invented interviewers, with a way of typing and a feeling for time."""

    def __init__(self, player: Player, dice: Dice, script: PracticeScript) -> None:
        self.player, self._dice, self._script = player, dice, script
        self._correcting = False
        self.said = ExitStack()
        """Holds something while somebody is on the line: what is said then is stored as one.  Who
        would lose a word of it?"""

    def at(self, kind: type[M]) -> M:
        """What is on the screen, which must be a `kind`."""
        screen = self.player.screen
        if not isinstance(screen, kind):
            raise Astray(f"{type(screen).__name__} in place of {kind.__name__}: {screen.notice}")
        return screen

    @property
    def call(self) -> Call:
        """The case as it is worked on."""
        return self.at(Call)

    @property
    def _is_on_line(self) -> bool:
        screen = self.player.screen
        return isinstance(screen, Call) and screen.attempt is not None

    def _wait(self, low: int, high: int) -> None:
        self.player.wait(timedelta(seconds=self._dice.between(low, high)))

    # ── Into a case and out ──────────────────────────────────────────────────────────────────────

    def open(self, unit: Unit) -> None:
        """Find the unit in the list, and take its case."""
        self.player.keys("escape", *unit.id, "enter")
        if self.at(Card).unit != unit:
            raise Astray(f"{self.at(Card).unit.id} in place of {unit.id}")

    def leave(self) -> None:
        """Back to the list."""
        while not isinstance(self.player.screen, CallList):
            before = self.player.screen
            self.player.keys("escape")
            if self.player.screen is before:
                raise Astray(f"no way out of {type(before).__name__}")

    def be_cut_off(self) -> None:
        """The program ends in the middle; started again, it asks, and the case is left."""
        self.said.close()
        self.player.keys("ctrl+q", "ctrl+q")
        if not self.player.left:
            raise Astray("the program goes on")
        self.player.start()
        self.at(Resume)
        self.player.keys("2")
        self.at(CallList)

    # ── On the telephone ─────────────────────────────────────────────────────────────────────────

    def dial(self) -> None:
        """Whomever the card says; a number that nobody has told us is looked up first."""
        self._wait(20, 90)
        self.player.keys("enter")
        if isinstance(self.player.screen, Card) and isinstance(self.player.screen.panel, Dialling):
            self.player.type(invented_phone(self._dice))
            self.player.keys("enter")
        if isinstance(self.player.screen, Card) and isinstance(
            self.player.screen.panel, RingAnyway
        ):
            self.player.keys("1")
        if not self._is_on_line:
            raise Astray("dialled, and nobody is on the line")
        self.said.enter_context(self.player.as_one())
        self._wait(5, 40)

    def hang_up(self, outcome: Outcome | None, note: str = "") -> None:
        """End the call; None takes the outcome that the screen suggests."""
        self.said.close()
        if not isinstance(self.call.panel, HangUpPanel):
            self.player.keys("f9")
        self.player.keys((outcome and outcome.row.key) or "enter")
        if isinstance(panel := self.call.panel, HangUpPanel) and panel.when is not None:
            must = panel.outcome is not None and panel.outcome.row.when is WhenAsked.must_be_said
            needed = must or self._dice.happens(0.5)
            self.player.keys(*(self._dice.one(words.TIMES) if needed else ""), "enter")
        wants_letter = outcome is not None and outcome.row.when is WhenAsked.after_a_letter
        self.player.keys(*(email_of("Post", self.call.unit) if wants_letter else note), "enter")
        if outcome is not None and outcome.refuses_for_ever:
            self.player.keys("1")
        self.at(Card)

    def sent_on(self, how: RedirectHow, department: Department | None = None) -> None:
        """Somebody sends us on, or says that they cannot."""
        self._wait(10, 60)
        if not isinstance(self.call.panel, RedirectPanel):
            self.player.keys("f5")
        if how is RedirectHow.dead_end:
            self.player.keys("0")
            return
        to = department or self._elsewhere()
        self.player.keys(to.own_key, OPTION_KEYS[HOW.index(how)])
        if isinstance(self.call.panel, ContactPanel):
            self._fill_in(to, number=how is RedirectHow.number_given)

    def _elsewhere(self) -> Department:
        line = self.call.on_line
        known = {line.department} if line else set()
        ruled_out = bool(line and line.department.is_front_line)

        def others(among: Iterable[Department]) -> list[Department]:
            return [
                one for one in among if one not in known and not (ruled_out and one.is_front_line)
            ]

        # Whoever is in the only place that people are sent to, sends on to any other.
        first = others(self._script.sent_to) or others(self.call.who.survey.departments)
        # The likeliest places twice as often as the rest.
        return self._dice.one([*first, *first[: len(first) // 2]])

    def _fill_in(self, department: Department, *, number: bool) -> None:
        known = {one.person for one in self.call.file.contacts}  # it is somebody else again
        self.player.keys("ctrl+u", *invented_name(self._dice, known), "enter")
        if number:
            self.player.keys("ctrl+u", *invented_phone(self._dice))
        self.player.keys("enter", "ctrl+u", *self._script.role(self._dice, department), "escape")

    # ── The interview ────────────────────────────────────────────────────────────────────────────

    def ask(self, respondent: Respondent) -> None:
        """One question, or whatever has opened on top of it."""
        match self.call.panel:
            case None:
                self._question(respondent)
            case CheckPanel() as panel:
                self._check(panel)
            case RedirectPanel():
                self.sent_on(RedirectHow.name_only)
            case JumpPanel():
                self.player.keys("enter")
            case RevealPanel() as panel:
                self._explain(panel)
            case panel:
                raise Astray(f"{type(panel).__name__} in the middle of an interview")
        if not self._is_on_line:
            self.said.close()

    def _question(self, respondent: Respondent) -> None:
        call = self.call
        step, entry = call.talk.step, call.talk.entry
        if step is None or entry is None or self._passing(step):
            self.player.keys("enter")
            return
        self._correcting = False
        self._wait(3, 20)
        if self._dice.happens(REMARKED):
            self._remark()
            if self.call.panel is not None:  # what is missing is offered first
                return
        value = respondent.answer(step, call.talk, call.on_line)
        self.player.keys(*keys_for(entry, value))
        notice = self.player.screen.notice
        if notice and notice.tone is Tone.error:
            raise Astray(f"{step.question.id}: {value!r} gives {notice.code}")

    def _passing(self, step: Step) -> bool:
        """Whether the question has its answer, and nobody wants it changed."""
        return self.call.talk.walked.answered(step) and not self._correcting

    def _remark(self) -> None:
        self.player.keys("f4", *self._dice.one(self._script.remarks), "enter")

    def _explain(self, panel: RevealPanel) -> None:
        """Why something else was claimed before."""
        self._wait(5, 15)
        reasons = [one for one in panel.reasons if one is not panel.earlier.confirmed]
        reason = OPTION_KEYS[panel.reasons.index(self._dice.one(reasons))]
        self.player.keys(reason if panel.differs else "enter")

    def correct(self, *keys: str) -> None:
        """Go with these keys to a question whose answer is to be another."""
        self.player.keys(*keys)
        self._correcting = True

    def _check(self, panel: CheckPanel) -> None:
        """What cannot be is corrected; what is odd is confirmed, now or at the end."""
        self._wait(5, 15)
        if panel.fired.check.hard or self._dice.happens(0.1):
            self.correct("1")
            if isinstance(self.call.panel, CheckPanel):
                self.player.keys("1")  # the answer that it objects to
        elif self._dice.happens(0.2):
            self.player.keys("3")
        else:
            self.player.keys("2", *self._dice.one(self._script.reasons), "enter")
