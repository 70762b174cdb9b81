"""What can be done with a contact point, and what is said of it: from the card and from a command.

Whatever is done, what was known stays in the history.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Final

from db.records import CaseFile, Lease
from interviewer import services
from interviewer.engine.task import Task, task
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.whom_to_dial import marked_numbers
from schemas.language.addresses import email_within, is_email, read_email
from schemas.language.clean import one_line, plain
from schemas.language.messages import Message
from schemas.language.phone import read_phone, show_phone
from schemas.language.phones_within import phone_within


class ContactChange(Enum):
    """What one can do; the words stand on the line."""

    correct = WORDS.contact_correct
    dead = WORDS.contact_dead
    wrong = WORDS.contact_wrong
    works = WORDS.contact_works
    first = WORDS.contact_first
    as_before = WORDS.contact_as_before
    merge = WORDS.contact_merge
    retire = WORDS.contact_retire


def ways_with(contact: ContactPoint, file: CaseFile) -> tuple[ContactChange, ...]:
    """What there is to do with it, in the order in which it is offered."""
    marks = (ContactChange.dead, ContactChange.wrong)
    is_marked = contact.phone in marked_numbers(file.contacts)
    number = (ContactChange.works,) if is_marked else marks
    order = ContactChange.first if contact.moved_up_at is None else ContactChange.as_before
    merges = (ContactChange.merge,) if others_in(file, contact) else ()
    return (
        ContactChange.correct,
        *(number if contact.phone else ()),
        order,
        *merges,
        ContactChange.retire,
    )


def others_in(file: CaseFile, contact: ContactPoint) -> tuple[ContactPoint, ...]:
    """Everybody else of the case who may be rung."""
    return tuple(one for one in file.in_use if one.id != contact.id)


def changed(
    file: CaseFile, contact: ContactPoint, way: ContactChange, at: datetime, why: str = ""
) -> tuple[ContactPoint, ...]:
    """What has changed after what needs nothing but, to be retired, a why.

    That a number works is true wherever in the case it was marked.
    """
    match way:
        case ContactChange.dead:
            return (replace(contact, dead=contact.phone, wrong=""),)
        case ContactChange.wrong:
            return (replace(contact, dead="", wrong=contact.phone),)
        case ContactChange.works:
            marked = (one for one in file.contacts if contact.phone in {one.dead, one.wrong})
            return tuple(replace(one, dead="", wrong="") for one in marked)
        case ContactChange.first:
            return (replace(contact, moved_up_at=at),)
        case ContactChange.as_before:
            return (replace(contact, moved_up_at=None),)
        case ContactChange.retire:
            return (replace(contact, retired_at=at, retired_why=why),)
        case ContactChange.correct | ContactChange.merge:
            raise ValueError(f"{way.name} needs more than a moment")


def told_of(
    way: ContactChange, contact: ContactPoint, name: str, places: Sequence[str] = ()
) -> str:
    """What is said when it is done, what follows, and in which places the number stands too."""
    number = show_phone(contact.phone) if contact.phone else ""
    then = _OUTCOMES[way].next_step if way in _OUTCOMES else ""
    told = say(_TOLD[way], whom=name, number=number, then=then)
    if not places or way not in _OUTCOMES:
        return told
    return f"{told} {say(WORDS.number_elsewhere, places=', '.join(places))}"


_OUTCOMES: Final = {
    ContactChange.dead: Outcome.number_dead,
    ContactChange.wrong: Outcome.wrong_number,
}
"""What a call to such a number would have ended with: the same follows."""

_TOLD: Final = {
    ContactChange.correct: WORDS.contact_corrected_told,
    ContactChange.dead: WORDS.contact_dead_told,
    ContactChange.wrong: WORDS.contact_wrong_told,
    ContactChange.works: WORDS.contact_works_told,
    ContactChange.first: WORDS.contact_first_told,
    ContactChange.as_before: WORDS.contact_as_before_told,
    ContactChange.retire: WORDS.contact_retired_told,
}


# ── Two that are one ─────────────────────────────────────────────────────────────────────────────


def merging(
    lease: Lease, file: CaseFile, kept: ContactPoint, other: ContactPoint, at: datetime
) -> tuple[Task[CaseFile], str]:
    """The work that makes two one, and what is said when it is done."""
    names = file.apart
    why = say(WORDS.contact_same_why, whom=names[kept.id])
    told = say(WORDS.contact_merged_told, whom=names[kept.id], other=names[other.id])
    return task(services.merge_contacts, lease, kept, other, why, at), told


def of_that_name(file: CaseFile, contact: ContactPoint, name: str) -> ContactPoint | None:
    """Somebody else of the case who bears this name: a person is who she is, wherever she sits."""
    named = (one for one in others_in(file, contact) if name and plain(one.person) == plain(name))
    return next(named, None)


def is_known(
    lease: Lease,
    file: CaseFile,
    known: ContactPoint,
    noted: ContactPoint,
    at: datetime,
    *,
    new: bool,
) -> tuple[Task[CaseFile], str]:
    """What was just `noted` of somebody who is `known` already is noted of her; what is said then.

    Where nothing was stored of it before, because it is `new`, there are no two to be made one.
    """
    told = {name: value for name in FIELDS if (value := getattr(noted, name))}
    kept = replace(known, **told | {"person": known.person})
    said = say(WORDS.contact_known_already, whom=file.apart[known.id])
    if new:
        return task(services.save_contact, lease, kept, False), said
    return merging(lease, file, kept, noted, at)[0], said


# ── The fields ───────────────────────────────────────────────────────────────────────────────────

FIELDS: Final = {
    "person": WORDS.field_person,
    "phone": WORDS.field_phone,
    "role": WORDS.field_role,
    "department_name": WORDS.field_department,
    "email": WORDS.field_email,
}
"""What can be known of a contact point, by the name that it is stored under."""

_READERS: Final[dict[str, Callable[[str], str]]] = {"phone": read_phone, "email": read_email}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words that look as if they were for another `field`, and the `rest` that may stay."""

    field: str
    words: str
    rest: str = ""


def belongs_elsewhere(name: str, typed: str) -> Elsewhere | None:
    """What of that which is typed into this field is for another one; None where it fits."""
    words = one_line(typed)
    likely = _looks_like(words)
    if likely and likely != name:
        return Elsewhere(likely, words) if likely != "person" or name == "phone" else None
    return _beside_the_name(words) if name not in _READERS and not likely else None


def _beside_the_name(words: str) -> Elsewhere | None:
    """The number or address that is dictated in one breath with a name."""
    if email := email_within(words):
        return Elsewhere("email", *email)
    return Elsewhere("phone", *phone) if (phone := phone_within(words)) else None


def _looks_like(words: str) -> str | None:
    if is_email(words):
        return "email"
    digits = sum(one.isdigit() for one in words)
    if digits >= LEAST_DIGITS and not any(one.isalpha() for one in words):
        return "phone"
    return "person" if words and not digits and "@" not in words and "." not in words else None


NO_NAME: Final = Message("A-NAME", "«{typed}» er ikke et navn. Skriv bare navnet{or_else}")
"""What is said to a number or an address where somebody's name is asked for."""

LEAST_DIGITS: Final = 5
"""No name, position or department is so many digits and no letter: such numbers are rung."""


def read_field(name: str, typed: str) -> str:
    """What a field says, as it is stored; AnswerProblem where it cannot be."""
    words = one_line(typed)
    return _READERS[name](words) if words and name in _READERS else words
