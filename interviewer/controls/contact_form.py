"""Who somebody is: name, number and the rest, filled in whenever there is time."""

from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from db.records import CaseFile, Lease
from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.contact_changes import (
    FIELDS,
    Elsewhere,
    belongs_elsewhere,
    is_known,
    of_that_name,
    read_field,
)
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import task
from interviewer.engine.text_field import TextField
from interviewer.words import WORDS, cut, say
from schemas.calls.calls import ContactPoint
from schemas.language.messages import AnswerProblem
from schemas.language.phone import show_phone

_NAMES: Final = tuple(FIELDS)


class Owner(Screen, Protocol):
    """The state that the panel is open in: a call or a case card."""

    @property
    def lease(self) -> Lease:
        """Proof that we hold the case."""

    @property
    def file(self) -> CaseFile:
        """The case with everybody in it."""

    def opening(self, panel: Any) -> Any:
        """With another panel, or none."""

    def now_with(self, file: CaseFile) -> Screen:
        """The state with what the database now knows, and nothing open."""


@dataclass(frozen=True, slots=True)
class ContactPanel:
    """Fields one below the other; each is looked at when it is left, and leaving them all saves.

    Whoever leaves with a field that cannot be is `warned` once: what was typed there would be lost.
    What looks as if it were for another field is `asked` about once, and Enter moves it there.
    Whoever is a `lead` is told of as one when the form is left.
    """

    contact: ContactPoint
    lines: tuple[TextField, ...]
    at: int = 0
    new: bool = False
    lead: bool = False
    warned: bool = False
    asked: bool = False

    @classmethod
    def of(cls, contact: ContactPoint, *, new: bool = False, lead: bool = False) -> "ContactPanel":
        """With what is known so far."""
        shown = replace(contact, phone=show_phone(contact.phone) if contact.phone else "")
        lines = tuple(TextField.of(getattr(shown, name)) for name in _NAMES)
        return cls(contact, lines, new=new, lead=lead)

    def at_what_is_missing(self) -> "ContactPanel | None":
        """At the name, or else at the number, as far as they are not known; None where both are."""
        missing = (at for at in (0, 1) if not self.lines[at].text)
        at = next(missing, None)
        return None if at is None else replace(self, at=at)

    def press(self, owner: Owner, press: Press) -> Reaction:
        """What a key leads to."""
        action = keycap_of(press)
        elsewhere = self._belongs_elsewhere
        if self.asked and elsewhere and action is Keycap.ENTER:
            return Reaction(owner.opening(self._moved(elsewhere)))
        if elsewhere and not self.asked and action in {Keycap.ESCAPE, Keycap.F12, *_STEPS}:
            return self._asking(owner, elsewhere)
        if action in {Keycap.ESCAPE, Keycap.F12}:
            return self._warning(owner) or self._saved(owner, press)
        if action in _STEPS:
            return self._left(owner, press, _STEPS[action], ends=action is Keycap.ENTER)
        line = typed(self.lines[self.at], press)
        return Reaction(owner.opening(self._with(line)) if line else owner)

    def put_by(self, owner: Owner, stamp: Stamp) -> Reaction:
        """Leaving it saves, however it is left."""
        return self._saved(owner, stamp)

    @property
    def not_stored(self) -> tuple[str, ...]:
        """What is written in fields that cannot be stored as it stands, such as half a number."""
        refused = self._filled()[1]
        pairs = zip(_NAMES, self.lines, strict=True)
        return tuple(line.text for name, line in pairs if name in refused)

    def paste(self, owner: Any, text: str) -> Any:
        """The field with pasted text."""
        return owner.opening(self._with(self.lines[self.at].paste(text)))

    def _with(self, line: TextField) -> "ContactPanel":
        lines = (*self.lines[: self.at], line, *self.lines[self.at + 1 :])
        return replace(self, lines=lines, warned=False, asked=False)

    @property
    def _belongs_elsewhere(self) -> Elsewhere | None:
        """What stands in this field and looks as if it were for another one, which is empty."""
        name, line = _NAMES[self.at], self.lines[self.at].text
        found = belongs_elsewhere(name, line) if line != getattr(self.contact, name) else None
        return found if found and not self.lines[_NAMES.index(found.field)].text else None

    def _asking(self, owner: Owner, found: Elsewhere) -> Reaction:
        """Whether it is to be moved there: nothing is moved by itself."""
        typed, label = cut(found.words, _ROOM), FIELDS[found.field]
        words = say(WORDS.contact_elsewhere, typed=typed, what=_LOOKS[found.field], field=label)
        return Reaction(
            owner.opening(replace(self, asked=True)).told(Notice(words, "S-FIELD", Tone.warning))
        )

    def _moved(self, found: Elsewhere) -> "ContactPanel":
        """With that in the other field, and here what is left."""
        lines = list(self.lines)
        lines[_NAMES.index(found.field)] = TextField.of(found.words)
        lines[self.at] = TextField.of(found.rest)
        return replace(self, lines=tuple(lines), asked=False)

    def _warning(self, owner: Owner) -> Reaction | None:
        """To the first field that cannot be; None where there is none, or it was said already."""
        refused = self._filled()[1]
        if self.warned or not refused:
            return None
        at, words = _NAMES.index(next(iter(refused))), ", ".join(refused.values())
        told = Notice(say(WORDS.contact_refusing, fields=words), "S-FIELD")
        return Reaction(owner.opening(replace(self, at=at, warned=True)).told(told))

    def _left(self, owner: Owner, stamp: Stamp, by: int, *, ends: bool) -> Reaction:
        """Another field, unless what stands in this one cannot be: then it is said, and stays."""
        name, last = _NAMES[self.at], len(_NAMES) - 1
        try:
            read_field(name, self.lines[self.at].text)
        except AnswerProblem as problem:
            return Reaction(owner.told(Notice(f"{FIELDS[name]}: {problem.sentence}", problem.code)))
        if ends and self.at == last:
            return self._saved(owner, stamp)
        there = max(0, min(self.at + by, last))
        return Reaction(owner.opening(replace(self, at=there, asked=False)))

    def _saved(self, owner: Owner, stamp: Stamp) -> Reaction:
        """What is right is stored, and the panel closed; what cannot be right is told."""
        contact, refused = self._filled()
        words = say(WORDS.contact_refused, fields=", ".join(refused.values()))
        said = Notice(words, "S-FIELD") if refused else None
        if contact == self.contact and not self.new:
            unchanged = self._receipt(contact) if self.lead else None
            return Reaction(owner.opening(None).told(said or unchanged))
        known = None if self.contact.person else of_that_name(owner.file, contact, contact.person)
        if known:
            stores, told = is_known(owner.lease, owner.file, known, contact, stamp.at, new=self.new)
            noted = said or Notice(told, tone=Tone.good)
            return storing(owner, stores, lambda file: owner.now_with(file).told(noted))
        lease, new = owner.lease, self.new
        return storing(
            owner,
            task(services.save_contact, lease, contact, new),
            lambda file: owner.now_with(file).told(said or self._receipt(contact)),
        )

    def _receipt(self, contact: ContactPoint) -> Notice:
        """Who was stored, with the number."""
        number = show_phone(contact.phone) if contact.phone else ""
        whom = ", ".join(filter(None, (contact.label, number)))
        words = WORDS.lead_stored if self.lead else WORDS.contact_stored
        return Notice(say(words, whom=whom), tone=Tone.good)

    def _filled(self) -> tuple[ContactPoint, dict[str, str]]:
        """The contact point with every field that can be, and the others in words, by name."""
        read: dict[str, Any] = {}
        refused: dict[str, str] = {}
        for name, line in zip(_NAMES, self.lines, strict=True):
            try:
                read[name] = read_field(name, line.text)
            except AnswerProblem:
                refused[name] = f"{FIELDS[name]} «{cut(line.text.strip(), _ROOM)}»"
        return replace(self.contact, **read), refused


_LOOKS: Final = {
    "person": WORDS.looks_like_name,
    "phone": WORDS.looks_like_number,
    "email": WORDS.looks_like_address,
}

_STEPS: Final[dict[Keycap | None, int]] = {
    Keycap.ENTER: 1,
    Keycap.DOWN: 1,
    Keycap.TAB: 1,
    Keycap.UP: -1,
    Keycap.SHIFT_TAB: -1,
}

_ROOM: Final = 24
"""What was typed is only to be known again."""
