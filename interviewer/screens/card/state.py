"""The case card: whom to ring, the way so far, what happened before; Enter dials."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias
from uuid import UUID

from db.problems import LeaseLost
from db.records import CaseFile, Lease
from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.help import Helped
from interviewer.controls.screen import Gone, Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import Scroll
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, in_order, task
from interviewer.screens.card.about_contact import ContactMenu, MergePanel, RetirePanel
from interviewer.screens.card.noting import NotePanel
from interviewer.screens.card.ringing import Dialling, RingAnyway
from interviewer.screens.destinations import ToCard, ToList
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint, expected_to_ring
from schemas.calls.case_outcomes import case_outcome
from schemas.calls.outcomes import Outcome
from schemas.calls.whereabouts import FoundAt, Usual, usual
from schemas.calls.whom_to_dial import leads, next_contact, sought, wrong_numbers
from schemas.frame.units import Unit


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact point is being added: its department comes first."""


CardPanel: TypeAlias = (
    Dialling
    | RingAnyway
    | NewContact
    | ContactPanel
    | ContactMenu
    | MergePanel
    | RetirePanel
    | NotePanel
)


@dataclass(frozen=True)
class Card(Helped):
    """A case that we hold, between calls.  `lit` marks the contact point that F12 edits.

    While they are `ringing` us, Enter begins the call; when the case has just been `rung`, Enter
    asks first, and where the case `lies` by then is told; after a call that was none, Enter only
    `asks`.  `scroll` is how far down the card one
    has read.  It is `lost` once somebody else has taken the case: nothing more can be stored.
    """

    who: services.Caller
    opened: services.Opened
    panel: CardPanel | None = None
    lit: int | None = None
    found: tuple[FoundAt, ...] = ()
    why: str = ""
    ringing: bool = False
    rung: bool = False
    asks: bool = False
    lies: str = ""
    scroll: Scroll = field(default_factory=Scroll)
    lost: bool = False

    @classmethod
    def of(cls, there: ToCard) -> "Card":
        """A case as it has just been read."""
        card = cls(there.who, there.opened, found=there.found, why=there.why, rung=there.rung)
        asks = there.rung or there.asks
        card = replace(card, asks=asks, lies=there.lies, notice=there.notice)
        return card.rung_by(there.whom) if there.ringing else card

    def told(self, notice: Notice | None) -> "Card":
        """The same, saying something."""
        lost = notice is not None and notice.code == LeaseLost.code
        return replace(self, notice=notice, lost=self.lost or lost)

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
        return sought(self.file.contacts, self.file.attempts, self.file.redirects)

    @cached_property
    def usual(self) -> Usual:
        """Where the right person usually sits."""
        return usual(self.found, self.unit, self.who.survey.frame)

    @property
    def number(self) -> str:
        """The number that would be dialled, with the prefix of the exchange; empty if unknown."""
        phone = self.number_of(self.marked()) if self.file.in_use else ""
        return self.who.settings.dial_prefix + phone if phone else ""

    def number_of(self, contact: ContactPoint) -> str:
        """Where somebody can be rung; empty where that is unknown, or turned out to be wrong."""
        wrong = wrong_numbers(self.file.contacts, self.file.attempts)
        return "" if contact.phone in wrong else contact.phone

    def name_told_at(self, contact: ContactPoint) -> str:
        """Whom to ask for at a switchboard: whoever began the interview there, and has not said
        yet where they sit.  Empty where nobody did, or the place bears the name itself.
        """
        begun = self.opened.interview
        if begun is None or not begun.interview.open or contact.person:
            return ""
        every = self.who.survey.questionnaire.by_id.values()
        asked = {one.id for one in every if one.known_as == "person"}
        told = [one for one in begun.entries if one.question in asked]
        name = told[-1].value if told and told[-1].informant_id == contact.id else ""
        return name if isinstance(name, str) else ""

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
        """With the one who rings us marked, if that is known: Enter begins the call.

        Whoever was to ring back is expected, unless it was somebody else's name that was found.
        """
        lit = _place_of(whom, self.file)
        if lit is None:
            lit = _place_of(expected_to_ring(self.file.redirects), self.file)
        ringing = replace(self, lit=lit, ringing=True)
        if not self.file.in_use:
            return ringing
        words = say(WORDS.ringing_back, whom=self.file.apart[ringing.marked().id])
        return ringing.told(Notice(words, tone=Tone.good))

    # ── Keys ─────────────────────────────────────────────────────────────────────────────────────

    def opening(self, panel: CardPanel | None) -> "Card":
        """With something open, or nothing."""
        return replace(self, panel=panel)

    def now_with(self, file: CaseFile) -> "Card":
        """With what the database now knows of the case, and nothing open.

        Where whom to ring is another matter now, why the case stood where it did is no more so; and
        whoever was marked is so, unless nobody is to ring them any more.
        """
        why = self.why if file.contacts == self.file.contacts else ""
        lit = None if self.lit is None else _place_of(self.marked().id, file)
        opened = replace(self.opened, file=file)
        return replace(self, opened=opened, panel=None, lit=lit, why=why)

    def leaving(self, stamp: Stamp) -> Reaction:
        """Whoever leaves between calls has put the case down: nothing is to be resumed."""
        leaves, writes = task(services.leave_case, self.lease, self.who), self.ending(stamp)
        return storing(Gone(), in_order(writes, leaves) if writes else leaves, lambda _: Gone())

    def ending(self, stamp: Stamp) -> Task[Any] | None:
        """What is written in a form that saves it however it is left."""
        form = None if self.lost else self.panel
        return form.put_by(self, stamp).task if isinstance(form, ContactPanel) else None

    def marked(self) -> ContactPoint:
        """The contact point that keys act on."""
        if self.lit is not None:
            return self.file.in_use[self.lit]
        return self.next or self.file.in_use[0]

    def leave(self, stamp: Stamp, *, somebody_rings: bool = False) -> Reaction:
        """Put the case down, and go to the list."""
        who, case_id = self.who, self.file.case_id

        def then(found: services.Listing | services.CoordinatorDesk) -> ToList:
            return ToList(who, found, stamp.at, marking=case_id, rings=somebody_rings)

        return storing(self, task(services.leave_case, self.lease, who), then)


def _place_of(contact: UUID | None, file: CaseFile) -> int | None:
    """Where somebody stands on the card; None where they do not."""
    return next((at for at, one in enumerate(file.in_use) if one.id == contact), None)
