"""F12 on the card: what can be done with a contact point, one key each."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from db.records import CaseFile
from interviewer import services
from interviewer.controls.asking import asked
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS, Keycap, Press, keycap_of
from interviewer.controls.options import option_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.contact_changes import (
    ContactChange,
    changed,
    merging,
    others_in,
    told_of,
    ways_with,
)
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint

if TYPE_CHECKING:
    from interviewer.screens.card.state import Card


@dataclass(frozen=True, slots=True)
class ContactMenu:
    """What can be done with the one that is marked; Enter corrects it."""

    contact: ContactPoint

    def ways(self, card: "Card") -> tuple[ContactChange, ...]:
        """What there is to do, in the order of the keys."""
        return ways_with(self.contact, card.file)

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to."""
        key = keycap_of(press)
        if key is Keycap.ESCAPE:
            return Reaction(card.opening(None))
        ways = self.ways(card)
        place = 0 if key in {Keycap.ENTER, Keycap.F12} else option_of(press, len(ways))
        return Reaction(card) if place is None else self._done(card, press, ways[place])

    def _done(self, card: "Card", stamp: Stamp, way: ContactChange) -> Reaction:
        one = self.contact
        match way:
            case ContactChange.correct:
                return Reaction(card.opening(ContactPanel.of(one)))
            case ContactChange.merge:
                others = others_in(card.file, one)[: len(OPTION_KEYS)]
                return Reaction(card.opening(MergePanel(one, others)))
            case ContactChange.retire:
                return Reaction(card.opening(RetirePanel(one)))
            case _:
                return _changed(card, one, way, stamp)

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

    def options(self, card: "Card") -> tuple[str, ...]:
        """What there is to choose, in the order of the keys."""
        if self.other is None:
            return tuple(card.file.apart[one.id] for one in self.others)
        return tuple(map(str, MERGE_OR_NOT))

    def question(self, card: "Card") -> str:
        """Which one; or what is going to happen."""
        names = card.file.apart
        whom = names[self.contact.id]
        if self.other is None:
            return say(WORDS.contact_merge_which, whom=whom)
        return say(WORDS.contact_merge_asked, other=names[self.other.id], whom=whom)

    def press(self, card: "Card", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            back = ContactMenu(self.contact) if self.other is None else replace(self, other=None)
            return Reaction(card.opening(back))
        place = option_of(press, len(self.options(card)))
        if place is None:
            return Reaction(card)
        if self.other is None:
            return Reaction(card.opening(replace(self, other=self.others[place])))
        if MERGE_OR_NOT[place] is WORDS.contact_merge_no:
            return Reaction(card.opening(None))
        return _stored(card, *merging(card.lease, card.file, self.contact, self.other, press.at))

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
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(card.opening(ContactMenu(self.contact)))

        def retired(why: str) -> Reaction:
            return _changed(card, self.contact, ContactChange.retire, press, why)

        return asked(
            card, self.line, press, lambda line: card.opening(replace(self, line=line)), retired
        )

    def paste(self, card: Any, text: str) -> Any:
        """The line with pasted text."""
        line = self.line.paste(text)
        return card.opening(replace(self, line=line))


def _changed(
    card: "Card", one: ContactPoint, way: ContactChange, stamp: Stamp, why: str = ""
) -> Reaction:
    now, name = changed(card.file, one, way, stamp.at, why), card.file.apart[one.id]

    def shows(marked: services.Marked) -> "Card":
        places = [card.who.frame.label(unit) for unit in marked.elsewhere]
        return _told(card, marked.file, told_of(way, one, name, places))

    return storing(card, task(services.mark, card.lease, now, one.phone), shows)


def _stored(card: "Card", stores: Task[CaseFile], told: str) -> Reaction:
    return storing(card, stores, lambda file: _told(card, file, told))


def _told(card: "Card", file: CaseFile, told: str) -> "Card":
    now = replace(card.now_with(file), lit=None)
    return replace(now, notice=Notice(told, tone=Tone.good))
