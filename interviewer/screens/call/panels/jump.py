"""The overview: everything on the route, what is missing, what is open; and a way to get there."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.stamp import Stamp
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.words import WORDS
from schemas.frame.fold import fold
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.walk import Firing, Key, Step, items_of
from schemas.review.claims import Claim

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class JumpLine:
    """A place to jump to: an open check, or a question; or an answer that is set aside.

    Or the `claim` of an earlier phase, once it has been shown: to explain the difference anew.
    """

    step: Step
    fired: Firing | None = None
    aside: bool = False
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class JumpPanel:
    """Rows, narrowed by what is typed; Enter goes to the marked one.

    With `missing`, only what still wants an answer, or a word about an open check; `leaving` are
    the questions that want one before the conversation may end.
    """

    rows: tuple[JumpLine, ...]
    line: TextField = EMPTY
    lit: int = 0
    missing: bool = False
    leaving: frozenset[Key] | None = None

    @classmethod
    def before_leaving(cls, call: "Call") -> "JumpPanel":
        """What is missing and open, before the conversation comes to its end."""
        return replace(cls.for_call(call), lit=0, missing=True, leaving=call.left_before)

    @classmethod
    def for_call(cls, call: "Call") -> "JumpPanel":
        """Open checks first, then the route, then what is off it; marked is what wants doing."""
        checks = tuple(JumpLine(fired.step, fired) for fired in call.talk.open_checks)
        route = (JumpLine(step) for step in call.talk.walked.steps)
        aside = (JumpLine(_step_of(call, key), aside=True) for key in call.talk.walked.aside)
        claim = call.claim if call.claim_shown else None
        shown = (JumpLine(call.talk.walked.steps[0], claim=claim),) if claim else ()
        rows = (*checks, *shown, *route, *aside)
        return cls(rows, lit=0 if checks else _first_wanted(call, rows))

    def found(self, call: "Call") -> tuple[JumpLine, ...]:
        """The rows that fit what is typed: the words on the screen, an id, or what a check says."""
        words, wanted = fold(self.line.text), self._wanted(call)
        rows = (row for row in self.rows if words in _words(call, row))
        return tuple(
            row
            for row in rows
            if not self.missing or row.fired or (row.step.key in wanted and not row.claim)
        )

    def leads_on(self, call: "Call") -> bool:
        """Whether there is a row to go to."""
        return not (self.line.text or self.missing) or bool(self.found(call))

    def _wanted(self, call: "Call") -> frozenset[Key]:
        if self.leaving is not None:
            return self.leaving
        return frozenset(step.key for step in call.talk.walked.unanswered)

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        action, found = keycap_of(press), self.found(call)
        if action is Keycap.F6 and self.leaving is not None:
            return Reaction(call.opening(JumpPanel.for_call(call)))
        if action in {Keycap.ESCAPE, Keycap.F6}:
            decided = call if self.leaving is None else call.taking_leave()
            return Reaction(decided.opening(None))
        if action is Keycap.ENTER:
            return Reaction(self._gone(call, found, press))
        if action is Keycap.TAB:
            return Reaction(call.opening(replace(self, missing=not self.missing, lit=0)))
        if move_of(press, self.line):
            lit = moved(self.lit, press, len(found))
            return Reaction(call.opening(replace(self, lit=lit)))
        line = typed(self.line, press)
        return Reaction(call.opening(replace(self, line=line, lit=0)) if line else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """The search with pasted text."""
        line = self.line.paste(text)
        return call.opening(replace(self, line=line, lit=0))

    def _gone(self, call: "Call", found: tuple[JumpLine, ...], stamp: Stamp) -> "Call":
        if not found:
            return call
        row = found[min(self.lit, len(found) - 1)]
        if row.aside:
            return call.told(Notice(WORDS.jump_aside, "S-ASIDE", Tone.warning))
        if row.claim:
            return replace(call.revealing(row.claim, again=True), below=())
        panel = CheckPanel(row.fired) if row.fired else None
        gone = call.gone_to(call.talk.jump(row.step.key), stamp.at)
        there = replace(gone, panel=panel, below=())
        return there.before_leaving() if self.leaving is None else there.taking_leave()


def _first_wanted(call: "Call", rows: tuple[JumpLine, ...]) -> int:
    unanswered = set(call.talk.walked.unanswered)
    open_rows = ((place, row) for place, row in enumerate(rows) if not row.claim)
    wanted = (place for place, row in open_rows if row.step in unanswered)
    return next(wanted, 0)


def _step_of(call: "Call", key: Key) -> Step:
    """The question of an answer that is off the route, and which item it is about."""
    question = call.talk.questionnaire.by_id[key.question]
    roster = question.section
    if key.item is None or not issubclass(roster, Roster):
        return Step(question)
    items = items_of(roster, call.talk.answers).items
    return Step(question, key.item, items.index(key.item) + 1)


def claim_words(call: "Call", claim: Claim) -> str:
    """What was claimed, and when."""
    earlier = call.who.survey.earlier
    assert earlier is not None, "only an earlier phase has claimed anything"
    return f"{earlier.words.shown}  · {claim.label}"


def _words(call: "Call", row: JumpLine) -> str:
    """What is read on the screen, with the names put in; also in the language of the screens."""
    if row.claim:
        return fold(claim_words(call, row.claim))
    question, fired, talk = row.step.question, row.fired, call.talk
    said = {talk.said(words, talk.language) for words in (question.section.heading, question.text)}
    said |= {talk.said(words, "nb") for words in (question.section.heading, question.text)}
    says = (fired.check.id, talk.said(fired.check.says, "nb")) if fired else ()
    return fold(" ".join((question.id, *sorted(said), *says)))
