"""One finished interview on the coordinator's screen, and what can be decided about it."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from db.records import Signed
from db.refusals import overview_refusal
from interviewer import services
from interviewer.controls.asking import Withdrawing, asked, confirmed
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import Scroll, move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.finished import own_key, walked
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToCall
from interviewer.words import WORDS, say
from schemas.frame.fold import fold
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.text import Text
from schemas.questionnaire.walk import Key, Route, Step
from schemas.review.classes import Class
from schemas.review.decisions import OF_ANSWERS, DecisionKind
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.reviews import ReviewFile
    from interviewer.controls.on_desk import OnDesk

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
)
"""What can be done, in the order of the keys; None is to edit the answers."""


def ways(survey: Survey, *, reopened: bool) -> tuple[Way, ...]:
    """What can be done in a survey: nothing about a public list where it has none.

    While an interview is open again its answers are not decided on, but what was changed can be
    discarded.
    """
    listed = survey.overview is not None and survey.parts.publishing is not None
    decided = listed and any(one.needs_decision for one in survey.classes)
    means = {
        DecisionKind.included: decided,
        DecisionKind.excluded: listed,
        DecisionKind.released: listed,
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
    """They have seen the text: as it is published then, one key is not enough."""


Panel = ChoosingClass | ChoosingQuestion | InterviewReasoning | Releasing | Withdrawing
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

    def found(self, panel: ChoosingQuestion) -> tuple[Step, ...]:
        """The questions that fit what is typed; what was only read aloud is not asked again."""
        words = fold(panel.line.text)
        steps = self.walked.steps if self.walked else ()
        asked = (step for step in steps if step.question.type.is_answered)
        return tuple(step for step in asked if words in _words(step))

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            return self._closed(press)
        if isinstance(self.panel, ChoosingClass):
            return self._class(press)
        if isinstance(self.panel, ChoosingQuestion):
            return self._question(press, self.panel)
        if isinstance(self.panel, Releasing):
            return self._released(press)
        if self.panel:
            return self._typed(press, self.panel)
        return self._way(press)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The open line with pasted text."""
        words = clean(text, one_line=True)[0]
        if isinstance(self.panel, InterviewReasoning | ChoosingQuestion | Withdrawing):
            panel = replace(self.panel, line=self.panel.line.insert(words))
            return Reaction(replace(self, panel=panel))
        return Reaction(self)

    # ── What is decided ──────────────────────────────────────────────────────────────────────────

    def _way(self, press: Press) -> Reaction:
        if move_of(press):
            return Reaction(replace(self, scroll=self.scroll.after(press)))
        if press.option is None or press.option >= len(self.ways):
            return Reaction(self)
        kind, _ = self.ways[press.option]
        if kind is None:
            return self._edit(press)
        refused = overview_refusal(kind, self.file.item.interview)
        if refused:
            return Reaction(self.told(Notice(str(refused), refused.code, Tone.warning)))
        if kind is DecisionKind.accepted:
            return self._decided(press, InterviewReasoning(kind))
        return Reaction(replace(self, panel=_ASKED.get(kind) or InterviewReasoning(kind)))

    def _released(self, press: Press) -> Reaction:
        if keycap_of(press) is not Keycap.ENTER:
            return Reaction(self)
        return self._decided(press, InterviewReasoning(DecisionKind.released))

    def _class(self, press: Press) -> Reaction:
        classes = self.who.survey.classes.of_interviews()
        if press.option is None or press.option >= len(classes):
            return Reaction(self)
        panel = InterviewReasoning(DecisionKind.overridden, klass=classes[press.option])
        return Reaction(replace(self, panel=panel))

    def _question(self, press: Press, panel: ChoosingQuestion) -> Reaction:
        found = self.found(panel)
        if keycap_of(press) is Keycap.ENTER and found:
            key = own_key(self.file.kept, found[min(panel.lit, len(found) - 1)])
            return Reaction(
                replace(self, panel=InterviewReasoning(DecisionKind.returned, question=key))
            )
        if move_of(press):
            lit = moved(panel.lit, press, len(found))
            return Reaction(replace(self, panel=replace(panel, lit=lit)))
        line = typed(panel.line, press)
        return Reaction(replace(self, panel=ChoosingQuestion(line)) if line else self)

    def _typed(self, press: Press, panel: InterviewReasoning | Withdrawing) -> Reaction:
        def keep(line: TextField) -> ReviewCase:
            return replace(self, panel=replace(panel, line=line))

        def then(words: str) -> Reaction:
            if isinstance(panel, InterviewReasoning):
                return self._decided(press, panel, words)
            turn = self._decided(press, InterviewReasoning(DecisionKind.withdrawn))
            return confirmed(self, self.unit, self.who.survey.frame, words, turn)

        return asked(self, panel.line, press, keep, then)

    def _decided(self, press: Press, panel: InterviewReasoning, reason: str = "") -> Reaction:
        file, who = self.file, self.who
        signed = Signed(press.id, who.id, press.at)

        decides = task(
            services.decide, signed, file, panel.kind, reason, panel.klass, panel.question
        )
        decided = in_order(decides, task(services.desk, who))
        return storing(self, decided, lambda desk: self._back(desk, press, panel.kind))

    def _back(self, desk: services.CoordinatorDesk, press: Press, kind: DecisionKind) -> Screen:
        withdrawn = kind is DecisionKind.withdrawn
        words = WORDS.withdrawn if withdrawn else WORDS.review_done
        said = say(words, place=self.place, decision=str(kind.label).lower())
        queue = self.queue.marking_next(self.file.case.case_id).read_again(desk, press.at)
        return queue.told(Notice(said, tone=Tone.good))

    def _edit(self, press: Press) -> Reaction:
        """As an interviewer corrects it: the first other answer opens the interview again."""
        file, who = self.file, self.who

        takes = task(services.take_to_edit, file, who, press.at)
        return storing(self, takes, lambda opened: ToCall(who, opened, press.at))

    def _closed(self, press: Press) -> Reaction:
        if self.panel is not None:
            return Reaction(replace(self, panel=None))
        return Reaction(self.queue)


_ASKED: Final[dict[DecisionKind, Panel]] = {
    DecisionKind.overridden: ChoosingClass(),
    DecisionKind.returned: ChoosingQuestion(),
    DecisionKind.released: Releasing(),
    DecisionKind.withdrawn: Withdrawing(),
}
"""What is asked first; of every other decision, why."""


def _words(step: Step) -> str:
    return fold(f"{step.question.id} {step.question.section.heading} {step.question.text}")
