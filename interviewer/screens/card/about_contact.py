"""What can be done with a contact point: corrected, marked, moved up, merged, or retired.

Whatever is done, what was known stays in the history.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS, Keycap, Press, keycap_of
from interviewer.controls.options import option_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.task import Task, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint
from schemas.language.clean import clean
from schemas.language.phone import show_phone
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.card.state import Card


class ContactChange(Enum):
    """What one can do; the words stand on the line."""

    correct = WORDS.contact_correct
    dead = WORDS.contact_dead
    alive = WORDS.contact_alive
    first = WORDS.contact_first
    as_before = WORDS.contact_as_before
    merge = WORDS.contact_merge
    retire = WORDS.contact_retire


@dataclass(frozen=True, slots=True)
class ContactMenu:
    """What can be done with the one that is marked; Enter corrects it."""

    contact: ContactPoint

    def ways(self, card: "Card") -> tuple[ContactChange, ...]:
        """What there is to do, in the order of the keys."""
        one = self.contact
        number = (ContactChange.alive if one.is_dead else ContactChange.dead,) if one.phone else ()
        order = ContactChange.first if one.moved_up_at is None else ContactChange.as_before
        merges = (ContactChange.merge,) if _others(card, one) else ()
        return (ContactChange.correct, *number, order, *merges, ContactChange.retire)

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to."""
        key = keycap_of(press)
        if key is Keycap.ESCAPE:
            return Reaction(card.opening(None))
        ways = self.ways(card)
        place = 0 if key in {Keycap.ENTER, Keycap.F12} else option_of(press, len(ways))
        return Reaction(card) if place is None else self._done(card, press, ways[place])

    def _done(self, card: "Card", press: Press, way: ContactChange) -> Reaction:
        one = self.contact
        match way:
            case ContactChange.correct:
                return Reaction(card.opening(ContactPanel.of(one)))
            case ContactChange.merge:
                return Reaction(card.opening(MergePanel(one, _others(card, one))))
            case ContactChange.retire:
                return Reaction(card.opening(RetirePanel(one)))
            case ContactChange.dead:
                told = say(WORDS.contact_dead_told, number=show_phone(one.phone))
                return _saved(card, replace(one, dead=one.phone), told)
            case ContactChange.alive:
                told = say(WORDS.contact_alive_told, number=show_phone(one.phone))
                return _saved(card, replace(one, dead=""), told)
            case ContactChange.first:
                told = say(WORDS.contact_first_told, whom=one.label)
                return _saved(card, replace(one, moved_up_at=press.at), told)
            case ContactChange.as_before:
                told = say(WORDS.contact_as_before_told, whom=one.label)
                return _saved(card, replace(one, moved_up_at=None), told)

    def paste(self, card: Any, text: str) -> Any:
        """There is nothing to paste into."""
        return card


MERGE_OR_NOT: Final = (WORDS.contact_merge_yes, WORDS.contact_merge_no)
"""What can be done once one has said which is the same, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class MergePanel:
    """Which other one is the same; this one is kept.  As it cannot be undone, it is asked once."""

    contact: ContactPoint
    others: tuple[ContactPoint, ...]
    other: ContactPoint | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """What there is to choose, in the order of the keys."""
        if self.other is None:
            return tuple(one.label for one in self.others)
        return tuple(map(str, MERGE_OR_NOT))

    @property
    def asked(self) -> str:
        """Which one; or what is going to happen."""
        whom = self.contact.label
        if self.other is None:
            return say(WORDS.contact_merge_which, whom=whom)
        return say(WORDS.contact_merge_asked, other=self.other.label, whom=whom)

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            back = ContactMenu(self.contact) if self.other is None else replace(self, other=None)
            return Reaction(card.opening(back))
        place = option_of(press, len(self.options))
        if place is None:
            return Reaction(card)
        if self.other is None:
            return Reaction(card.opening(replace(self, other=self.others[place])))
        if MERGE_OR_NOT[place] is WORDS.contact_merge_no:
            return Reaction(card.opening(None))
        return self._merged(card, press, self.other)

    def _merged(self, card: "Card", press: Press, other: ContactPoint) -> Reaction:
        kept, lease = self.contact, card.lease
        why = say(WORDS.contact_same_why, whom=kept.label)
        merges = task(services.merge_contacts, lease, kept, other, why, press.at)
        told = say(WORDS.contact_merged_told, whom=kept.label, other=other.label)
        return _stored(card, merges, told)

    def paste(self, card: Any, text: str) -> Any:
        """There is nothing to paste into."""
        return card


@dataclass(frozen=True, slots=True)
class RetirePanel:
    """Why nobody is to ring there any more."""

    contact: ContactPoint
    line: TextField = EMPTY

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to; without a why nothing is retired."""
        key = keycap_of(press)
        if key is Keycap.ESCAPE:
            return Reaction(card.opening(ContactMenu(self.contact)))
        if key is not Keycap.ENTER:
            line = typed(self.line, press)
            return Reaction(card.opening(replace(self, line=line)) if line else card)
        why = clean(self.line.text, one_line=True)[0].strip()
        if not why:
            return Reaction(card.told(Notice(WORDS.contact_why_first, "S-WHY", Tone.warning)))
        gone = replace(self.contact, retired_at=press.at, retired_why=why)
        return _saved(card, gone, say(WORDS.contact_retired_told, whom=gone.label))

    def paste(self, card: Any, text: str) -> Any:
        """The line with pasted text."""
        line = self.line.insert(clean(text, one_line=True)[0])
        return card.opening(replace(self, line=line))


def _others(card: "Card", one: ContactPoint) -> tuple[ContactPoint, ...]:
    others = tuple(other for other in card.file.in_use if other.id != one.id)
    return others[: len(OPTION_KEYS)]


def _saved(card: "Card", contact: ContactPoint, told: Text | str) -> Reaction:
    return _stored(card, task(services.save_contact, card.lease, contact, False), told)


def _stored(card: "Card", stores: Task[Any], told: Text | str) -> Reaction:
    notice = Notice(told, tone=Tone.good)
    return storing(card, stores, lambda file: replace(card.now_with(file), lit=None).told(notice))
