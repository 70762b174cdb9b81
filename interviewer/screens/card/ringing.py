"""Ringing from the card.  Nothing rings by itself: what speaks against a call is said once.

Then only a digit rings, so that an Enter too many, after a call or on a case that waits, rings
nobody.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.options import option_of
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.conversation import Conversation
from interviewer.engine.restore import conversation
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, in_order, task, together, unless
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToCall
from interviewer.services.news import Learnt, Said
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint, on_the_line
from schemas.language.clean import one_line
from schemas.language.phone import read_phone
from schemas.questionnaire.walk import Key

if TYPE_CHECKING:
    from interviewer.screens.card.state import Card

RING_OR_NOT: Final = (WORDS.ring_yes, WORDS.ring_no)
"""What can be done, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class Called:
    """Whom to ring.  `new` is not stored yet, of `typed` the number has just been typed."""

    contact: ContactPoint
    new: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Dialling:
    """The number is not known yet: it is asked for before the call begins."""

    called: Called
    line: TextField = EMPTY

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to; what cannot be a number is an AnswerProblem."""
        action = keycap_of(press)
        if action is Keycap.ESCAPE:
            return Reaction(card.opening(None))
        if action is not Keycap.ENTER:
            line = typed(self.line, press)
            return Reaction(card.opening(replace(self, line=line)) if line else card)
        number = one_line(self.line.text)
        if not number:
            return unless_against(card, self.called, press, asks=card.asks)
        contact = replace(self.called.contact, phone=read_phone(number))
        return unless_against(card, replace(self.called, contact=contact, typed=True), press)


@dataclass(frozen=True, slots=True)
class RingAnyway:
    """What speaks against ringing; the first key rings all the same, Enter does not."""

    called: Called
    against: tuple[str, ...]

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to."""
        action = keycap_of(press)
        if action is Keycap.ESCAPE:
            return Reaction(card.opening(None))
        if action is Keycap.ENTER:
            return card.leave(press)
        place = option_of(press, len(RING_OR_NOT))
        if place is None:
            return Reaction(card)
        if RING_OR_NOT[place] is WORDS.ring_no:
            return card.leave(press)
        rings, there = _call(card, self.called, press)
        return storing(card, rings, there)


def ring(
    card: "Card", contact: ContactPoint, stamp: Stamp, *, new: bool = False, asks: bool = False
) -> Reaction:
    """Ring, once the number is known and nothing speaks against it; with `asks`, ask in any case.

    A number that turned out to be somebody else's, or nobody's, is not rung again by itself.  Of
    whoever rings us, no number is needed.
    A case that is refused for ever is not rung at all.
    """
    if not card.may_ring:
        return refused(card)
    if not card.number_of(contact) and not card.ringing:
        return Reaction(card.opening(Dialling(Called(replace(contact, phone=""), new))))
    return unless_against(card, Called(contact, new), stamp, asks=asks)


def refused(card: "Card") -> Reaction:
    """Why nothing more can be done here."""
    words = say(WORDS.case_refused, outcome=card.outcome.label if card.outcome else "")
    return Reaction(card.told(Notice(words, "S-REFUSED", Tone.warning)))


def unless_against(card: "Card", called: Called, stamp: Stamp, *, asks: bool = False) -> Reaction:
    """Ring, or say what speaks against it; whoever rings us is on the phone already.

    A number that was typed is kept, whether it is rung now or not.
    """
    case_id, who = card.file.case_id, card.who
    rules = task(services.against_ringing, case_id, who, called.contact, stamp.at)
    if called.typed:
        keeps = task(services.save_contact, card.lease, called.contact, called.new)
        rules = in_order(keeps, rules)
        card, called = _knowing(card, called.contact), Called(called.contact)
    rings, there = _call(card, called, stamp)
    if card.ringing:
        return storing(card, rings, there)
    if asks:
        return storing(card, rules, lambda told: card.opening(RingAnyway(called, told)))

    def then(found: services.Opened | tuple[str, ...]) -> Screen | ToCall:
        if isinstance(found, services.Opened):
            return there(found)
        return card.opening(RingAnyway(called, found))

    either = unless(rules, rings)
    return storing(card, either, then)


def _knowing(card: "Card", contact: ContactPoint) -> "Card":
    """With the contact point that is about to be stored."""
    return card.now_with(Learnt(contact).noted_in(card.file))


# ── The call ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _There:
    """Where the call is made: the interview, with what a coordinator wants asked again."""

    card: "Card"
    stamp: Stamp
    anew: bool

    def __call__(self, opened: services.Opened) -> ToCall:
        card, to_ask = self.card, to_ask_again(self.card)
        return ToCall(
            card.who,
            opened,
            self.stamp.at,
            self.stamp.id,
            card.found,
            line_since=self.stamp.ran,
            anew=self.anew,
            standing_at=(to_ask,) if to_ask and not self.anew else None,
            to_ask=to_ask if self.anew else None,
            asks_back=card.file.returned if to_ask and not self.anew else None,
            they_rang=card.ringing,
        )


def _call(card: "Card", called: Called, stamp: Stamp) -> tuple[Task[services.Opened], _There]:
    """What is stored of a call that begins, and where it leads."""
    lease, talk, contact = card.lease, _talk(card, stamp), called.contact
    anew = _asked_anew(card, contact, talk) if talk else ()

    rings: list[Task[Any]] = []
    if called.new:
        rings.append(task(services.save_contact, lease, contact, called.new))
    rings.append(task(services.dial, lease, contact, stamp.id, stamp.at))
    if talk and anew:
        asked, id = talk.questionnaire, talk.interview_id
        # Not said on the line: a call on which nothing is said can be taken back.
        speaking = services.Speaking(asked, id, None, None, talk.language)
        entries = services.entries_of(lease, stamp.id, anew, speaking, stamp.at)
        rings.append(task(services.ask_anew, lease, entries))
    return together(rings, task(services.read_case, lease)), _There(card, stamp, bool(anew))


def to_ask_again(card: "Card") -> Key | None:
    """The question that a coordinator wants asked again, if it has not been since."""
    kept, returned, asks = card.opened.interview, card.file.returned, card.file.to_ask
    if kept is None or returned is None:
        return None
    if asks is None:
        return Key(kept.place.question, kept.place.item) if kept.place else None
    said = any(one.at > returned.at and Key(one.question, one.item) == asks for one in kept.entries)
    return None if said else asks


def _talk(card: "Card", stamp: Stamp) -> Conversation | None:
    """The interview begun earlier, if it can go on."""
    kept = card.opened.interview
    going_on = kept is not None and kept.interview.open
    return conversation(card.who, card.opened, stamp.at, None) if going_on else None


def _asked_anew(card: "Card", contact: ContactPoint, talk: Conversation) -> tuple[Said, ...]:
    """The introduction, of somebody else than last time, or where it did not suit."""
    parts = card.who.survey.parts
    same = contact.id in _agreed(card) and Key(parts.begins) in talk.walked.places
    return () if same else talk.new_person()[1]


def _agreed(card: "Card") -> tuple[UUID | None, ...]:
    """Who said last that they are the right one: as who was rung, and as who they turned out to be.

    Whoever has told where they sit is a contact point of their own from then on.
    """
    kept, asked = card.opened.interview, card.who.survey.parts.right_person
    told = [one for one in kept.entries if one.question == asked] if kept else []
    calls = {one.id: one for one in card.file.attempts}
    if not told:
        return ()
    call = calls.get(told[-1].attempt_id) if told[-1].attempt_id else None
    there = (on_the_line(call, card.file.redirects),) if call else ()
    return (told[-1].informant_id, *there)
