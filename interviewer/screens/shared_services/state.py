"""Shared services: one interview settles several cases, if nobody disagrees."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from db.records import Signed
from interviewer import services
from interviewer.controls.asking import asked
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.engine.task import Task, in_order, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS, say
from schemas.language.clean import clean
from schemas.language.text import Text
from schemas.review.sharing import Disagreement, Proposal

if TYPE_CHECKING:
    from interviewer.controls.on_desk import OnDesk


class Mark(Enum):
    """What is so of a unit in a proposal."""

    open = auto()
    disagrees = auto()  # only with a reason
    waiting = auto()  # for the class of the interview
    confirmed = auto()
    apart = auto()


@dataclass(frozen=True, slots=True)
class SharingLine:
    """A proposal, or one unit in it: to confirm all, or one."""

    proposal: Proposal
    unit: str | None = None
    mark: Mark = Mark.open
    disagreement: Disagreement | None = None


@dataclass(frozen=True, slots=True)
class SharingReasoning:
    """Why a unit `belongs` to a service, or does not."""

    belongs: bool
    line: TextField = EMPTY


@dataclass(frozen=True)
class SharedServices(Helped):
    """All proposals with their units, as the queue knows them."""

    queue: "OnDesk"
    lit: int = 0
    reason: SharingReasoning | None = None

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def rows(self) -> tuple[SharingLine, ...]:
        """Each proposal, and below it the units it would settle or that disagree."""
        return tuple(row for one in self.queue.desk.shared.proposals for row in _rows(one))

    @property
    def marked(self) -> SharingLine | None:
        """The row that keys act on."""
        return self.rows[min(self.lit, len(self.rows) - 1)] if self.rows else None

    def place(self, unit_id: str) -> str:
        """A unit, with its group."""
        return self.who.frame.label(unit_id)

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        action = keycap_of(press)
        if self.reason is not None:
            return self._reasoned(press, self.reason)
        if action is Keycap.ESCAPE:
            return Reaction(self.queue)
        if move_of(press):
            return Reaction(replace(self, lit=moved(self.lit, press, len(self.rows))))
        if action is Keycap.ENTER and self.marked:
            return self._entered(press, self.marked)
        if action is Keycap.DELETE and self.marked and self.marked.unit:
            if self.marked.mark is Mark.apart:
                return self._refused(WORDS.shared_apart_already)
            return Reaction(replace(self, reason=SharingReasoning(belongs=False)))
        return Reaction(self)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The reason with pasted text."""
        if self.reason is None:
            return Reaction(self)
        words = clean(text, one_line=True)[0]
        return Reaction(self._typed(self.reason.line.insert(words)))

    def _typed(self, line: TextField) -> "SharedServices":
        return replace(self, reason=self.reason and replace(self.reason, line=line))

    def _entered(self, press: Press, row: SharingLine) -> Reaction:
        """Confirm what nobody speaks against; else ask for a reason, or say why it cannot be."""
        if row.mark is Mark.confirmed:
            return self._refused(WORDS.shared_confirmed_already)
        if not row.proposal.covers:
            return self._refused(WORDS.shared_class_first)
        if row.unit is None and not row.proposal.settles:
            return self._refused(WORDS.shared_nothing_left)
        if row.mark in {Mark.disagrees, Mark.apart}:
            return Reaction(replace(self, reason=SharingReasoning(belongs=True)))
        return self._confirmed(press, row)

    def _refused(self, words: Text) -> Reaction:
        return Reaction(self.told(Notice(str(words), "S-SHARED", Tone.warning)))

    def _confirmed(self, press: Press, row: SharingLine, reason: str = "") -> Reaction:
        signed = Signed(press.id, self.who.id, press.at)
        proposal, unit = row.proposal, row.unit

        if unit is None:
            return self._done(task(services.confirm_all, signed, proposal), press)
        covered = task(services.confirm_covered, signed, unit, proposal.interviewed, reason)
        return self._done(covered, press)

    def _reasoned(self, press: Press, reason: SharingReasoning) -> Reaction:
        row = self.marked
        if keycap_of(press) is Keycap.ESCAPE or row is None or row.unit is None:
            return Reaction(replace(self, reason=None))
        signed, unit, by = Signed(press.id, self.who.id, press.at), row.unit, row.proposal

        def then(words: str) -> Reaction:
            if reason.belongs:
                return self._confirmed(press, row, words)
            return self._done(task(services.keep_apart, signed, unit, by.interviewed, words), press)

        return asked(self, reason.line, press, self._typed, then)

    def _done(self, decides: Task[None], press: Press) -> Reaction:
        who = self.who

        said = Notice(say(WORDS.shared_done), tone=Tone.good)
        after = replace(self, reason=None, notice=said)
        return storing(
            self,
            in_order(decides, task(services.desk, who)),
            lambda desk: replace(after, queue=self.queue.read_again(desk, press.at)),
        )


def _rows(proposal: Proposal) -> list[SharingLine]:
    differing = {one.unit: one for one in proposal.disagreements}
    units = {
        Mark.open: proposal.settles,
        Mark.waiting: proposal.waiting,
        Mark.disagrees: proposal.disagree,
        Mark.confirmed: [one for one in proposal.settled if one not in differing],
        Mark.apart: proposal.apart,
    }
    rows = [
        SharingLine(proposal, one, mark, differing.get(one))
        for mark in units
        for one in units[mark]
    ]
    return [SharingLine(proposal), *rows]
