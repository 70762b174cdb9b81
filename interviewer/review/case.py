"""One finished interview on the coordinator's screen, and what can be decided about it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from db.records import Signed
from interviewer import work
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.moves import move_of, moved, scrolled
from interviewer.playback import call_of
from interviewer.turn import Mode, Notice, Tone, Turn
from interviewer.words import WORDS, say
from schemas.classify import Class
from schemas.clean import clean
from schemas.decisions import DecisionKind
from schemas.phase_two import PhaseTwo
from schemas.register import units_by_id
from schemas.search import fold
from schemas.text import Text
from schemas.walk import Key, Step, answers_of, route

if TYPE_CHECKING:
    from db.reviews import ReviewFile
    from interviewer.review.queue import Queue

CLASSES: Final = tuple(one for one in Class if one is not Class.covered)

EDIT: Final = WORDS.review_edit
WAYS: Final[tuple[tuple[DecisionKind | None, Text], ...]] = (
    (DecisionKind.accepted, WORDS.review_accept),
    (DecisionKind.overridden, WORDS.review_override),
    (DecisionKind.returned, WORDS.review_return),
    (DecisionKind.included, WORDS.review_include),
    (DecisionKind.excluded, WORDS.review_exclude),
    (DecisionKind.released, WORDS.review_release),
    (None, EDIT),
)
"""What can be done, in the order of the keys; None is to edit the answers."""


@dataclass(frozen=True, slots=True)
class ChoosingClass:
    """Another class: which?"""


@dataclass(frozen=True, slots=True)
class ChoosingQuestion:
    """Back to the interviewer: which question is to be asked again?"""

    line: Line = EMPTY
    lit: int = 0


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Why: a decision that somebody will want to understand later."""

    kind: DecisionKind
    klass: Class | None = None
    question: Key | None = None
    line: Line = EMPTY


@dataclass(frozen=True)
class ReviewCase:
    """An interview as it was frozen; `top` is how far down one has read."""

    who: work.Caller
    file: "ReviewFile"
    queue: "Queue"
    panel: ChoosingClass | ChoosingQuestion | Reasoning | None = None
    top: int = 0
    notice: Notice | None = None

    @property
    def place(self) -> str:
        """The unit, with its county."""
        return units_by_id()[self.file.item.interview.unit_id].label

    def steps(self) -> tuple[Step, ...]:
        """The questions that were asked, in order; none after a withdrawal."""
        document = self.file.item.interview.document
        if not document:
            return ()
        finished = PhaseTwo.model_validate(document)
        return route(PhaseTwo, answers_of(finished), finished.facts).steps

    def found(self, panel: ChoosingQuestion) -> tuple[Step, ...]:
        """The questions that fit what is typed."""
        typed = fold(panel.line.text)
        return tuple(step for step in self.steps() if typed in _words(step))

    def told(self, notice: Notice | None) -> "ReviewCase":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        quiet = self.told(None)
        if action_of(press) is Action.CLOSE:
            return quiet._closed(press)
        if isinstance(self.panel, ChoosingClass):
            return quiet._class(press)
        if isinstance(self.panel, ChoosingQuestion):
            return quiet._question(press, self.panel)
        if isinstance(self.panel, Reasoning):
            return quiet._reason(press, self.panel)
        return quiet._way(press)

    def paste(self, text: str, press: Press) -> Turn:
        """The open line with pasted text."""
        words = clean(text, one_line=True)[0]
        if isinstance(self.panel, Reasoning | ChoosingQuestion):
            panel = replace(self.panel, line=self.panel.line.insert(words))
            return Turn(replace(self, panel=panel))
        return Turn(self)

    # ── What is decided ──────────────────────────────────────────────────────────────────────────

    def _way(self, press: Press) -> Turn:
        if move_of(press):
            return Turn(replace(self, top=scrolled(self.top, press)))
        if press.option is None or press.option >= len(WAYS):
            return Turn(self)
        kind, _ = WAYS[press.option]
        if kind is None:
            return self._edit(press)
        if kind is DecisionKind.overridden:
            return Turn(replace(self, panel=ChoosingClass()))
        if kind is DecisionKind.returned:
            return Turn(replace(self, panel=ChoosingQuestion()))
        if kind.needs_reason:
            return Turn(replace(self, panel=Reasoning(kind)))
        return self._decided(press, Reasoning(kind))

    def _class(self, press: Press) -> Turn:
        if press.option is None or press.option >= len(CLASSES):
            return Turn(self)
        panel = Reasoning(DecisionKind.overridden, klass=CLASSES[press.option])
        return Turn(replace(self, panel=panel))

    def _question(self, press: Press, panel: ChoosingQuestion) -> Turn:
        found = self.found(panel)
        if action_of(press) is Action.ENTER and found:
            key = self._own_key(found[min(panel.lit, len(found) - 1)])
            return Turn(replace(self, panel=Reasoning(DecisionKind.returned, question=key)))
        if move_of(press):
            lit = moved(panel.lit, press, len(found))
            return Turn(replace(self, panel=replace(panel, lit=lit)))
        line = panel.line.press(press)
        return Turn(replace(self, panel=ChoosingQuestion(line)) if line else self)

    def _own_key(self, step: Step) -> Key:
        """The question as the interview under way knows it: documents count items from 1."""
        said = (one.value for one in self.file.kept.entries if one.question == "offers")
        latest = next(reversed(list(said)), None)
        if step.number is None or not isinstance(latest, dict):
            return step.key
        items = latest.get("items")
        assert isinstance(items, list), "a roster's answer is a list of items"
        return Key(step.question.id, int(str(items[step.number - 1])))

    def _reason(self, press: Press, panel: Reasoning) -> Turn:
        if action_of(press) is not Action.ENTER:
            line = panel.line.press(press)
            return Turn(replace(self, panel=replace(panel, line=line)) if line else self)
        if not clean(panel.line.text, one_line=True)[0].strip():
            return Turn(self.told(Notice(WORDS.review_reason_missing, "S-REASON")))
        return self._decided(press, panel)

    def _decided(self, press: Press, panel: Reasoning) -> Turn:
        file, who = self.file, self.who
        signed = Signed(press.id, who.id, press.at)
        reason = clean(panel.line.text, one_line=True)[0].strip()

        def do(db: Any) -> work.Desk:
            work.decide(db, signed, file, panel.kind, reason, panel.klass, panel.question)
            return work.desk(db, who)

        return Turn(self, do, lambda desk: self._back(desk, press, panel.kind))

    def _back(self, desk: work.Desk, press: Press, kind: DecisionKind) -> Mode:
        words = say(WORDS.review_done, place=self.place, decision=str(kind.label).lower())
        queue = replace(self.queue, desk=desk, now=press.at)
        return queue.told(Notice(words, tone=Tone.good))

    def _edit(self, press: Press) -> Turn:
        file, who = self.file, self.who

        def do(db: Any) -> work.Opened:
            return work.read_case(db, work.reopen(db, file, who, press.at))

        return Turn(self, do, lambda opened: call_of(who, opened, press.at, None, ()))

    def _closed(self, press: Press) -> Turn:
        if self.panel is not None:
            return Turn(replace(self, panel=None))
        return Turn(self.queue)


def _words(step: Step) -> str:
    return fold(f"{step.question.id} {step.question.section.heading} {step.question.text}")
