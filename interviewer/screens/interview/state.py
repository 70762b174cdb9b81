"""One finished interview on the coordinator's screen, and what can be decided about it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.controls.asking import Withdrawing
from interviewer.controls.consenting import Consenting
from interviewer.controls.help import Helped
from interviewer.controls.scrolling import Scroll
from interviewer.engine.finished import walked
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS
from schemas.frame.fold import fold
from schemas.frame.units import Unit
from schemas.language.text import Text
from schemas.questionnaire.show import show
from schemas.questionnaire.walk import Key, Route, Step
from schemas.review.classes import Class
from schemas.review.decisions import OF_ANSWERS, DecisionKind
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.reviews import ReviewFile
    from interviewer.controls.on_desk import OnDesk
    from interviewer.services.publishing import ListedText

EDIT: Final = WORDS.review_edit
Way = tuple[DecisionKind | None, Text]

WAYS: Final[tuple[Way, ...]] = (
    (DecisionKind.accepted, WORDS.review_accept),
    (DecisionKind.overridden, WORDS.review_override),
    (DecisionKind.returned, WORDS.review_return),
    (DecisionKind.discarded, WORDS.review_discard),
    (DecisionKind.included, WORDS.review_include),
    (DecisionKind.excluded, WORDS.review_exclude),
    (DecisionKind.released, WORDS.review_release),
    (None, EDIT),
    (DecisionKind.withdrawn, WORDS.withdraw),
    (DecisionKind.consented, WORDS.review_consent),
)
"""What can be done, in the order of the keys; None is to edit the answers."""


def ways(survey: Survey, *, reopened: bool) -> tuple[Way, ...]:
    """What can be done in a survey: nothing about a public list where it has none.

    While an interview is open again its answers are not decided on, but what was changed can be
    discarded.
    """
    listed = survey.asks_to_be_listed
    decided = listed and any(one.needs_decision for one in survey.classes)
    means = {
        DecisionKind.included: decided,
        DecisionKind.excluded: listed,
        DecisionKind.released: listed,
        DecisionKind.consented: listed,
        DecisionKind.discarded: reopened,
        **dict.fromkeys(OF_ANSWERS, not reopened),
    }
    return tuple(way for way in WAYS if way[0] is None or means.get(way[0], True))


@dataclass(frozen=True, slots=True)
class ChoosingClass:
    """Another class: which?"""


@dataclass(frozen=True, slots=True)
class ChoosingQuestion:
    """Back to the interviewer: which question is to be asked again?"""

    line: TextField = EMPTY
    lit: int = 0


@dataclass(frozen=True, slots=True)
class InterviewReasoning:
    """Why: a decision that somebody will want to understand later."""

    kind: DecisionKind
    klass: Class | None = None
    question: Key | None = None
    line: TextField = EMPTY


@dataclass(frozen=True, slots=True)
class Releasing:
    """They have seen the text, as it is published then: one key is not enough."""

    text: "ListedText"


Panel = ChoosingClass | ChoosingQuestion | InterviewReasoning | Releasing | Consenting | Withdrawing
"""What is asked before something is decided."""


@dataclass(frozen=True)
class ReviewCase(Helped):
    """An interview as it was frozen; `scroll` is how far down one has read."""

    who: services.Caller
    file: "ReviewFile"
    queue: "OnDesk"
    panel: Panel | None = None
    scroll: Scroll = field(default_factory=Scroll)

    @property
    def place(self) -> str:
        """The unit, with its group."""
        return self.unit.label

    @property
    def unit(self) -> Unit:
        """The unit that was interviewed."""
        return self.who.frame[self.file.item.interview.unit_id]

    @property
    def disagrees_with(self) -> tuple[str, ...]:
        """The units that say something else about a service they may share."""
        disagreements = self.queue.desk.shared.disagreements
        told = [(one.unit, *one.others) for one in disagreements]
        involved = {unit for units in told if self.unit.id in units for unit in units}
        return tuple(sorted(involved - {self.unit.id}))

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done about this interview."""
        return ways(self.who.survey, reopened=self.file.item.interview.reopened is not None)

    @cached_property
    def walked(self) -> Route | None:
        """The questions that were asked, in order, with their answers; None after a withdrawal."""
        return walked(self.file.item.interview)

    def asked(self, step: Step) -> str:
        """A question as it was asked, with the number of the item that it is about."""
        number = f"{step.number}. " if step.number else ""
        assert self.walked, "a question was asked"
        facts, design = self.walked.view.facts, self.who.survey.frame
        return number + facts.fill(str(step.question.text), design)

    def answered(self, step: Step) -> str:
        """What was answered."""
        assert self.walked, "a question was asked"
        return show(step.question, self.walked.answer(step), self.who.frame)

    def found(self, panel: ChoosingQuestion) -> tuple[Step, ...]:
        """The questions that fit what is typed; what was only read aloud is not asked again."""
        words = fold(panel.line.text)
        steps = self.walked.steps if self.walked else ()
        asked = (step for step in steps if step.question.type.is_answered)
        return tuple(step for step in asked if words in _words(step))


def _words(step: Step) -> str:
    return fold(f"{step.question.id} {step.question.section.heading} {step.question.text}")
