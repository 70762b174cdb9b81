"""One case on the coordinator's screen, and what can be decided about it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from db.records import CaseFile, Signed
from db.refusals import refusal
from interviewer import services
from interviewer.controls.asking import Withdrawing, asked, confirmed
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.on_desk import FRESH, OnDesk
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import Scroll, move_of
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToInterview
from interviewer.screens.into_case import open_case
from interviewer.words import WORDS, say
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.listing import ListedCase
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.text import Text
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Deciding:
    """Why: or, when the case is sent back, what whoever rings is to know."""

    kind: DecisionKind
    line: TextField = EMPTY


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done with a case."""

    label: Text
    begins: "Callable[[DecideCase, Press], Reaction]"


@dataclass(frozen=True)
class DecideCase(Helped):
    """A case as it was read; nobody holds it meanwhile.  `scroll` is how far down one has read."""

    cases: OnDesk
    read: services.CaseOnDesk
    panel: Deciding | Withdrawing | None = None
    scroll: Scroll = field(default_factory=Scroll)

    # ── What is so ───────────────────────────────────────────────────────────────────────────────

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.cases.who

    @property
    def file(self) -> CaseFile:
        """Everything about the case but the answers."""
        return self.read.file

    @property
    def line(self) -> ListedCase:
        """Where the case is, and why."""
        return self.cases.by_case[self.file.case_id]

    @property
    def unit(self) -> Unit:
        """The unit that the case is about."""
        return self.line.case.unit

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done: nothing more after a withdrawal."""
        if self.file.decision is Outcome.withdrawn:
            return ()
        return WAYS if self.read.finished else WAYS[:-1]

    # ── Keys ─────────────────────────────────────────────────────────────────────────────────────

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(replace(self, panel=None) if self.panel else self.cases)
        if self.panel:
            return self._typed(press, self.panel)
        if move_of(press):
            return Reaction(replace(self, scroll=self.scroll.after(press)))
        if press.option is None or press.option >= len(self.ways):
            return Reaction(self)
        return self.ways[press.option].begins(self, press)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The open line with pasted text."""
        if self.panel is None:
            return Reaction(self)
        line = self.panel.line.insert(clean(text, one_line=True)[0])
        return Reaction(replace(self, panel=replace(self.panel, line=line)))

    def mind(self, at: datetime) -> Reaction | None:
        """Others call and decide meanwhile; not while one is deciding on what one has read."""
        if self.panel or at - self.cases.now < FRESH:
            return None
        who, case_id = self.who, self.file.case_id

        def then(found: tuple[services.CoordinatorDesk, services.CaseOnDesk]) -> DecideCase:
            return replace(self, cases=self.cases.read_again(found[0], at), read=found[1])

        return storing(self, task(services.look_around_at, case_id, who), then)

    # ── What is decided ──────────────────────────────────────────────────────────────────────────

    def deciding(self, kind: DecisionKind) -> Reaction:
        """Ask for the words that belong to a decision; or say at once why it cannot be made."""
        case = self.line.case
        refused = refusal(kind, case.outcome, finished=case.interview == "complete")
        if refused:
            return Reaction(self.told(Notice(str(refused), refused.code, Tone.warning)))
        withdraws = kind is DecisionKind.withdrawn
        return Reaction(replace(self, panel=Withdrawing() if withdraws else Deciding(kind)))

    def _typed(self, press: Press, panel: Deciding | Withdrawing) -> Reaction:
        def keep(line: TextField) -> DecideCase:
            return replace(self, panel=replace(panel, line=line))

        def then(words: str) -> Reaction:
            if isinstance(panel, Withdrawing):
                turn = self._stored(press, DecisionKind.withdrawn, "")
                return confirmed(self, self.unit, self.who.survey.frame, words, turn)
            return self._stored(press, panel.kind, words)

        return asked(self, panel.line, press, keep, then)

    def _stored(self, press: Press, kind: DecisionKind, words: str) -> Reaction:
        who, read, signed = self.who, self.read, Signed(press.id, self.who.id, press.at)

        decides = task(services.decide_case, signed, read, kind, words)
        decided = in_order(decides, task(services.desk, who))
        return storing(self, decided, lambda desk: self._back(desk, press, kind))

    def _back(self, desk: services.CoordinatorDesk, press: Press, kind: DecisionKind) -> Screen:
        decision = str(kind.label).lower()
        words = say(_DONE.get(kind, WORDS.case_closed), place=self.unit.label, decision=decision)
        cases = self.cases.marking_next(self.file.case_id).read_again(desk, press.at)
        return cases.told(Notice(words, tone=Tone.good))

    # ── Elsewhere ────────────────────────────────────────────────────────────────────────────────

    def to_card(self, press: Press) -> Reaction:
        """The case as interviewers see it: contacts and numbers; and one can ring."""
        found = self.cases.desk.listing.found
        case_id, why = self.file.case_id, self.line.reason
        return open_case(self, self.who, case_id, press, found=found, why=why)

    def to_interview(self, press: Press) -> Reaction:
        """The finished interview, in review."""
        id, who, cases = self.read.finished, self.who, self.cases
        if id is None:
            return Reaction(self)
        return storing(
            self,
            task(services.open_review, id, who),
            lambda file: ToInterview(who, file, cases),
        )


def _decides(kind: DecisionKind) -> Callable[[DecideCase, Press], Reaction]:
    return lambda case, press: case.deciding(kind)


WAYS: Final = (
    Way(WORDS.case_return, _decides(DecisionKind.returned)),
    Way(WORDS.case_not_found, _decides(DecisionKind.not_found_after_search)),
    Way(WORDS.case_out_of_frame, _decides(DecisionKind.out_of_frame)),
    Way(WORDS.case_give_up, _decides(DecisionKind.given_up)),
    Way(WORDS.withdraw, _decides(DecisionKind.withdrawn)),
    Way(WORDS.case_card, DecideCase.to_card),
    Way(WORDS.case_interview, DecideCase.to_interview),
)
"""What can be done, in the order of the keys; the last one only where there is an interview."""

_DONE: Final = {
    DecisionKind.returned: WORDS.case_returned,
    DecisionKind.withdrawn: WORDS.withdrawn,
}
