"""What answers tell of the person on the line: what is known of a contact point, or who it is now.

The switchboard stays the switchboard.  Whoever says there that they sit elsewhere has been reached
through it, though nobody said so: that is noted as being put through.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviewer.engine.stamp import Stamp
from interviewer.services.news import Learnt, Said
from schemas.calls.calls import ContactPoint, Knowledge, Redirect, RedirectHow, next_number
from schemas.calls.departments import Department
from schemas.calls.parts import Parts
from schemas.questionnaire.answers import Missing
from schemas.questionnaire.walk import Key

if TYPE_CHECKING:
    from interviewer.engine.held_case import HeldCase


def learnt(case: "HeldCase", said: Said, stamp: Stamp | None = None) -> Learnt | None:
    """What an answer tells of the person on the line, if it tells anything new.

    Without a `stamp` nobody is on the line, and nobody can have been put through.
    """
    contact = case.on_line
    if contact is None or said.value is None or isinstance(said.value, Missing):
        return None
    known_as = case.talk.questionnaire.by_id[said.key.question].known_as
    if known_as and _is_a_place(case, contact):
        return _put_through(case, contact, said.value, stamp) if stamp else None
    told = _told(case.who.survey.parts, contact, said.key.question, said.value)
    now = replace(contact, **(told or _own(known_as, said.value)))
    return None if now == contact else Learnt(now)


def _is_a_place(case: "HeldCase", contact: ContactPoint) -> bool:
    """Whether it is the switchboard as it was dialled: its number is nobody's in particular."""
    dialled = case.attempt is not None and case.attempt.contact_id == contact.id
    front = contact.department.is_front_line and not contact.person
    return front and (dialled or bool(contact.phone))


def _told(parts: Parts, contact: ContactPoint, question: str, value: Any) -> dict[str, Any]:
    """What it tells of what they know."""
    if question == parts.right_person:
        if value is parts.the_one:
            return {"knows": Knowledge.is_the_one}
        slip = contact.knows is Knowledge.is_the_one  # of the finger, and corrected now
        return {"knows": Knowledge.unknown} if slip else {}
    none = parts.says_none
    if none and question == none.question and value is none.code:
        return {"knows": Knowledge.says_none} if contact.department.is_front_line else {}
    return {}


def _own(known_as: str, value: Any) -> dict[str, Any]:
    """What it tells of who they are."""
    return {known_as: value} if known_as and isinstance(value, str | Department) else {}


def _put_through(case: "HeldCase", front: ContactPoint, value: Any, stamp: Stamp) -> Learnt | None:
    """Somebody who was rung at the switchboard says where they sit."""
    if not isinstance(value, Department) or value is front.department or case.attempt is None:
        return None
    said = _said_of_themselves(case)
    known = _known(case, value, said.get("person", ""))
    named = ContactPoint.named(stamp.another(4), front.case_id, value, front.label, stamp.at)
    contact = replace(known or named, **said, department=value, knows=front.knows)
    leg = Redirect(
        id=stamp.another(5),
        case_id=front.case_id,
        number=next_number(case.file.redirects),
        attempt_id=case.attempt.id,
        from_id=front.id,
        to_id=contact.id,
        how=RedirectHow.transferred,
        said="",
        at=stamp.at,
    )
    return Learnt(contact, leg, is_new=known is None)


def _said_of_themselves(case: "HeldCase") -> dict[str, Any]:
    """Name, position, number and address, as far as they have been told."""
    asked = (one for one in case.talk.questionnaire.by_id.values() if one.known_as)
    told = {one.known_as: case.talk.answers.get(Key(one.id)) for one in asked}
    return {name: value for name, value in told.items() if isinstance(value, str)}


def _known(case: "HeldCase", department: Department, person: str) -> ContactPoint | None:
    """The place where they sit, if we have heard of it: the same person's, or nobody's."""
    same = [one for one in case.file.in_use if one.department is department]
    return next((one for one in same if one.person in {person, ""}), None)
