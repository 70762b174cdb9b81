"""Who somebody is: name, number and the rest, filled in whenever there is time."""

from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from db.records import CaseFile, Lease
from interviewer import work
from interviewer.keys import Action, Press, action_of
from interviewer.line import Line
from interviewer.turn import Mode, Turn
from interviewer.words import WORDS
from schemas.addresses import read_email
from schemas.calls import ContactPoint
from schemas.clean import clean
from schemas.phone import read_phone, show_phone

FIELDS: Final = {
    "person": WORDS.field_person,
    "phone": WORDS.field_phone,
    "role": WORDS.field_role,
    "department_name": WORDS.field_department,
    "email": WORDS.field_email,
}
_NAMES: Final = tuple(FIELDS)


class Owner(Mode, Protocol):
    """The state that the panel is open in: a call or a case card."""

    @property
    def lease(self) -> Lease:
        """Proof that we hold the case."""

    def opening(self, panel: Any) -> Any:
        """With another panel, or none."""

    def now_with(self, file: CaseFile) -> Mode:
        """The state with what the database now knows, and nothing open."""


@dataclass(frozen=True, slots=True)
class ContactPanel:
    """Fields one below the other; leaving it saves, and what cannot be right is said."""

    contact: ContactPoint
    lines: tuple[Line, ...]
    at: int = 0
    new: bool = False

    @classmethod
    def of(cls, contact: ContactPoint, *, new: bool = False) -> "ContactPanel":
        """With what is known so far."""
        shown = replace(contact, phone=show_phone(contact.phone) if contact.phone else "")
        return cls(contact, tuple(Line.of(getattr(shown, name)) for name in _NAMES), new=new)

    def press(self, owner: Owner, press: Press) -> Turn:
        """What a key leads to."""
        action = action_of(press)
        if action in {Action.CLOSE, Action.CONTACT}:
            return self.saved(owner)
        if action is Action.ENTER and self.at == len(_NAMES) - 1:
            return self.saved(owner)
        if action in {Action.ENTER, Action.DOWN, Action.NEXT}:
            return Turn(owner.opening(replace(self, at=min(self.at + 1, len(_NAMES) - 1))))
        if action in {Action.UP, Action.PREVIOUS}:
            return Turn(owner.opening(replace(self, at=max(self.at - 1, 0))))
        line = self.lines[self.at].press(press)
        return Turn(owner.opening(self._with(line)) if line else owner)

    def paste(self, owner: Any, text: str) -> Any:
        """The field with pasted text."""
        return owner.opening(self._with(self.lines[self.at].insert(clean(text, one_line=True)[0])))

    def _with(self, line: Line) -> "ContactPanel":
        return replace(self, lines=(*self.lines[: self.at], line, *self.lines[self.at + 1 :]))

    def saved(self, owner: Owner) -> Turn:
        """Everything stored and the panel closed; a number that cannot be one keeps it open."""
        contact = self._filled()
        if contact == self.contact and not self.new:
            return Turn(owner.opening(None))
        lease, new = owner.lease, self.new
        return Turn(owner, lambda db: work.save_contact(db, lease, contact, new), owner.now_with)

    def _filled(self) -> ContactPoint:
        person, phone, role, department_name, email = (
            clean(line.text, one_line=True)[0].strip() for line in self.lines
        )
        return replace(
            self.contact,
            person=person,
            phone=read_phone(phone) if phone else "",
            role=role,
            department_name=department_name,
            email=read_email(email) if email else "",
        )
