"""Shared services: one interview settles several cases, if nobody disagrees."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from db.records import Signed
from interviewer import work
from interviewer.help import Helped
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.moves import move_of, moved
from interviewer.review.asking import asked
from interviewer.turn import Notice, Tone, Turn
from interviewer.words import WORDS, say
from schemas.clean import clean
from schemas.register import units_by_id
from schemas.shared import Disagreement, Proposal

if TYPE_CHECKING:
    from interviewer.review.queue import Queue


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal, or one unit in it: to confirm all, or one."""

    proposal: Proposal
    unit: str | None = None
    disagreement: Disagreement | None = None


@dataclass(frozen=True)
class SharedServices(Helped):
    """All proposals with their units, as the queue knows them.

    `reason` is being typed to keep a unit apart.
    """

    queue: "Queue"
    lit: int = 0
    reason: Line | None = None

    @property
    def who(self) -> work.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def rows(self) -> tuple[Row, ...]:
        """Each proposal, and below it the units it would settle or that disagree."""
        return tuple(row for one in self.queue.desk.shared.proposals for row in _rows(one))

    @property
    def marked(self) -> Row | None:
        """The row that keys act on."""
        return self.rows[min(self.lit, len(self.rows) - 1)] if self.rows else None

    def pressed(self, press: Press) -> Turn:
        """What a key leads to."""
        action = action_of(press)
        if self.reason is not None:
            return self._reasoned(press, self.reason)
        if action is Action.CLOSE:
            return Turn(self.queue)
        if move_of(press):
            return Turn(replace(self, lit=moved(self.lit, press, len(self.rows))))
        if action is Action.ENTER and self.marked:
            return self._confirmed(press, self.marked)
        if action is Action.REMOVE and self.marked and self.marked.unit:
            return Turn(replace(self, reason=EMPTY))
        return Turn(self)

    def pasted(self, text: str, press: Press) -> Turn:
        """The reason with pasted text."""
        if self.reason is None:
            return Turn(self)
        words = clean(text, one_line=True)[0]
        return Turn(replace(self, reason=self.reason.insert(words)))

    def _confirmed(self, press: Press, row: Row) -> Turn:
        signed = Signed(press.id, self.who.id, press.at)
        proposal, unit = row.proposal, row.unit

        def do(db: Any) -> None:
            if unit is None:
                work.confirm_all(db, signed, proposal)
            else:
                work.confirm_covered(db, signed, unit, proposal.interviewed)

        return self._done(do, press)

    def _reasoned(self, press: Press, reason: Line) -> Turn:
        row = self.marked
        if action_of(press) is Action.CLOSE or row is None or row.unit is None:
            return Turn(replace(self, reason=None))
        signed, unit, by = Signed(press.id, self.who.id, press.at), row.unit, row.proposal

        def then(words: str) -> Turn:
            return self._done(
                lambda db: work.keep_apart(db, signed, unit, by.interviewed, words), press
            )

        return asked(self, reason, press, lambda line: replace(self, reason=line), then)

    def _done(self, do: Callable[[Any], None], press: Press) -> Turn:
        who = self.who

        def then_read(db: Any) -> work.Desk:
            do(db)
            return work.desk(db, who)

        said = Notice(say(WORDS.shared_done), tone=Tone.good)
        after = replace(self, reason=None, notice=said)
        return Turn(
            self,
            then_read,
            lambda desk: replace(after, queue=self.queue.read_again(desk, press.at)),
        )


def _rows(proposal: Proposal) -> list[Row]:
    differing = {one.unit: one for one in proposal.disagreements}
    units = (*proposal.settles, *proposal.disagree)
    return [Row(proposal), *(Row(proposal, unit, differing.get(unit)) for unit in units)]


def place(unit: str) -> str:
    """A unit, with its county."""
    return units_by_id()[unit].label
