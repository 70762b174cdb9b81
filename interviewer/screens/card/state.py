"""The case card: whom to ring, the way so far, what happened before; Enter dials."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias
from uuid import UUID, uuid5

from db.records import CaseFile, Lease
from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.handing import handed
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Gone, Notice, Reaction, Tone, storing
from interviewer.engine.task import task
from interviewer.screens.card.ringing import Dialling, RingAnyway, refused, ring
from interviewer.screens.destinations import ToCall, ToCard, ToList
from interviewer.words import WORDS
from schemas.calls.calls import (
    ContactPoint,
    case_outcome,
    leads,
    next_contact,
)
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.calls.whereabouts import FoundAt, Usual, usual
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.messages import AnswerProblem


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact point is being added: its department comes first."""


CardPanel: TypeAlias = Dialling | RingAnyway | NewContact | ContactPanel


@dataclass(frozen=True)
class Card(Helped):
    """A case that we hold, between calls.  `lit` marks the contact point that F12 edits.

    While they are `ringing` us, Enter begins the call; when the case has just been `rung`, Enter
    asks first.
    """

    who: services.Caller
    opened: services.Opened
    panel: CardPanel | None = None
    lit: int | None = None
    found: tuple[FoundAt, ...] = ()
    why: str = ""
    ringing: bool = False
    rung: bool = False

    @classmethod
    def of(cls, there: ToCard) -> "Card":
        """A case as it has just been read."""
        card = cls(there.who, there.opened, found=there.found, why=there.why, rung=there.rung)
        return card.rung_by(there.whom) if there.ringing else card

    # ── What is so ───────────────────────────────────────────────────────────────────────────────

    @property
    def file(self) -> CaseFile:
        """Everything about the case but the answers."""
        return self.opened.file

    @property
    def lease(self) -> Lease:
        """Proof that we hold the case."""
        return self.opened.lease

    @property
    def unit(self) -> Unit:
        """The unit that the case is about."""
        return self.who.frame[self.file.unit_id]

    @property
    def namesakes(self) -> tuple[Unit, ...]:
        """Other units of the same name."""
        return self.who.frame.same_name(self.unit)

    @cached_property
    def leads(self) -> tuple[ContactPoint, ...]:
        """Whom somebody pointed to and nobody has spoken with, best first."""
        return leads(self.file.contacts, self.file.attempts, self.file.redirects)

    @cached_property
    def next(self) -> ContactPoint | None:
        """Whom Enter dials."""
        return next_contact(self.file.contacts, self.file.attempts, self.file.redirects)

    @cached_property
    def goal(self) -> ContactPoint | None:
        """Whom to ask for: whom we would dial if everybody had a number."""
        reachable = tuple(replace(one, phone="?") for one in self.file.contacts)
        goal = next_contact(reachable, self.file.attempts, self.file.redirects)
        return next((one for one in self.file.contacts if goal and one.id == goal.id), None)

    @cached_property
    def usual(self) -> Usual:
        """Where the right person usually sits."""
        return usual(self.found, self.unit, self.who.survey.frame)

    @property
    def number(self) -> str:
        """The number that would be dialled, with the prefix of the exchange; empty if unknown."""
        phone = self._marked().phone if self.file.contacts else ""
        return self.who.settings.dial_prefix + phone if phone else ""

    @property
    def outcome(self) -> Outcome | None:
        """What the case has come to."""
        outcomes = (attempt.outcome for attempt in self.file.attempts)
        return case_outcome(outcomes, decision=self.file.decision)

    @property
    def may_ring(self) -> bool:
        """A refusal is final: nobody rings again."""
        return self.outcome is None or not self.outcome.refuses_for_ever

    def rung_by(self, whom: UUID | None) -> "Card":
        """With the one who rings us marked, if that is known: Enter begins the call."""
        ids = [contact.id for contact in self.file.contacts]
        said = Notice(WORDS.ringing_back, tone=Tone.good)
        lit = ids.index(whom) if whom in ids else None
        return replace(self, lit=lit, ringing=True, notice=said)

    # ── Keys ─────────────────────────────────────────────────────────────────────────────────────

    def opening(self, panel: CardPanel | None) -> "Card":
        """With something open, or nothing."""
        return replace(self, panel=panel)

    def now_with(self, file: CaseFile) -> "Card":
        """With what the database now knows of the case, and nothing open."""
        return replace(self, opened=replace(self.opened, file=file), panel=None)

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        try:
            return self._pressed(press)
        except AnswerProblem as problem:
            return Reaction(self.told(Notice(problem.text, problem.code)))

    def _pressed(self, press: Press) -> Reaction:
        if isinstance(self.panel, ContactPanel | Dialling | RingAnyway):
            return self.panel.press(self, press)
        if isinstance(self.panel, NewContact):
            return self._department(press)
        return self._act(press)

    def leaving(self, press: Press) -> Reaction:
        """Whoever leaves between calls has put the case down: nothing is to be resumed."""
        return storing(Gone(), task(services.leave_case, self.lease, self.who), lambda _: Gone())

    def pasted(self, text: str, press: Press) -> Reaction:
        """The open line with pasted text."""
        if isinstance(self.panel, ContactPanel):
            return Reaction(self.panel.paste(self, text))
        if isinstance(self.panel, Dialling):
            line = self.panel.line.insert(clean(text, one_line=True)[0])
            return Reaction(self.opening(replace(self.panel, line=line)))
        return Reaction(self)

    def _act(self, press: Press) -> Reaction:
        action = keycap_of(press)
        if action is Keycap.ENTER:
            return self._ring_marked(press)
        if press.option is not None and press.option < len(self.file.contacts):
            return ring(self, self.file.contacts[press.option], press)
        if action in {Keycap.UP, Keycap.DOWN}:
            return Reaction(self._moved(1 if action is Keycap.DOWN else -1))
        if action in _WRITING and self.file.decision is Outcome.withdrawn:
            return refused(self)
        if action is Keycap.F5:
            return Reaction(self.opening(NewContact()))
        if action is Keycap.F12 and self.file.contacts:
            return Reaction(self.opening(ContactPanel.of(self._marked())))
        if action is Keycap.F6 and self.opened.interview:
            inside = ToCall(self.who, self.opened, press.at, None, self.found, rung=self.rung)
            return Reaction(inside)
        if action in {Keycap.CTRL_Y, Keycap.CTRL_T} and self.number:
            return handed(self, self.number, action)
        if action is Keycap.CTRL_R:
            return self.leave(press, somebody_rings=True)
        if action is Keycap.ESCAPE:
            return self.leave(press)
        return Reaction(self)

    def _moved(self, by: int) -> "Card":
        last = len(self.file.contacts) - 1
        if last < 0:
            return self
        start = -1 if self.lit is None and by > 0 else self.lit or 0
        return replace(self, lit=max(0, min(start + by, last)))

    def _marked(self) -> ContactPoint:
        if self.lit is not None:
            return self.file.contacts[self.lit]
        return self.next or self.file.contacts[0]

    def leave(self, press: Press, *, somebody_rings: bool = False) -> Reaction:
        """Put the case down, and go to the list."""
        who, case_id = self.who, self.file.case_id

        def then(found: services.Listing | services.CoordinatorDesk) -> ToList:
            return ToList(who, found, press.at, marking=case_id, rings=somebody_rings)

        return storing(self, task(services.leave_case, self.lease, who), then)

    # ── Ringing ──────────────────────────────────────────────────────────────────────────────────

    def _ring_marked(self, press: Press) -> Reaction:
        if self.file.contacts:
            return ring(self, self._marked(), press, asks=self.rung)
        switchboard = self.who.survey.departments.first_rung()
        return ring(self, self._new_contact(press, switchboard), press, new=True)

    # ── A new contact point ──────────────────────────────────────────────────────────────────────

    def _department(self, press: Press) -> Reaction:
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(self.opening(None))
        departments = tuple(self.who.survey.departments)
        if press.option is None or press.option >= len(departments):
            return Reaction(self)
        contact = self._new_contact(press, departments[press.option])
        return Reaction(self.opening(ContactPanel.of(contact, new=True)))

    def _new_contact(self, press: Press, department: Department) -> ContactPoint:
        id, case_id = uuid5(press.id, "contact"), self.file.case_id
        return ContactPoint.named(id, case_id, department, self.who.name, press.at)


_WRITING = frozenset({Keycap.F5, Keycap.F12, Keycap.F6})
"""What is done to write about people: not where somebody has withdrawn."""
