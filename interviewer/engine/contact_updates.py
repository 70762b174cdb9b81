"""What answers tell of the person on the line: what is known of a contact point, or who it is now.

The switchboard stays the switchboard.  Whoever says there that they sit elsewhere has been reached
through it, though nobody said so: that is noted as being put through.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviewer.engine.stamp import Stamp
from interviewer.services.news import Learnt, Said
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint, Redirect, next_number
from schemas.calls.departments import Department
from schemas.calls.parts import Parts
from schemas.language.clean import plain
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
    if known_as == "person" and stamp and _is_somebody_else(case, contact, said):
        return _answered_instead(case, contact, said.value, stamp)
    told = _told(case.who.survey.parts, contact, said.key.question, said.value)
    if not (told := told or _own(known_as, said.value)):  # as of most answers
        return None
    now = replace(contact, **told)
    return None if now == contact else Learnt(now)


def _is_a_place(case: "HeldCase", contact: ContactPoint) -> bool:
    """Whether it is the switchboard as it was dialled: its number is nobody's in particular."""
    dialled = case.attempt is not None and case.attempt.contact_id == contact.id
    front = contact.department.is_front_line and not contact.person
    return front and (dialled or bool(contact.phone))


def _is_somebody_else(case: "HeldCase", contact: ContactPoint, said: Said) -> bool:
    """Whether another name is given than we knew; not where one that was just given is corrected.

    Or a name that is somebody's whom we know elsewhere in the case.
    """
    if not isinstance(said.value, str) or plain(said.value) == plain(contact.person):
        return False
    if _of_that_name(case, said.value):
        return True
    return bool(contact.person) and case.just_named != contact.id


def _of_that_name(case: "HeldCase", name: str) -> ContactPoint | None:
    return next((one for one in case.file.in_use if plain(one.person) == plain(name)), None)


def _answered_instead(
    case: "HeldCase", there: ContactPoint, name: str, stamp: Stamp
) -> Learnt | None:
    """Somebody else has answered that number: a contact point of their own, or one we know."""
    known = _of_that_name(case, name)
    new = replace(colleague(there, stamp), person=name)
    contact = replace(known or new, knows=_heard(there, known))
    leg = _leg(case, there, contact, stamp)
    return Learnt(contact, leg, is_new=known is None, before=Knowledge.unknown) if leg else None


def _heard(there: ContactPoint, known: ContactPoint | None) -> Knowledge:
    """What was said before the name was, whoever was taken to have said it."""
    return known.knows if known and there.knows is Knowledge.unknown else there.knows


def colleague(there: ContactPoint, stamp: Stamp) -> ContactPoint:
    """Somebody new who answers a number where another one sits."""
    id, source = stamp.another(4), there.label
    named = ContactPoint.named(id, there.case_id, there.department, source, stamp.at)
    return replace(named, department_name=there.department_name, phone=there.phone)


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
    leg = _leg(case, front, contact, stamp)
    return Learnt(contact, leg, is_new=known is None, before=Knowledge.knows_who)


def _leg(case: "HeldCase", there: ContactPoint, now: ContactPoint, stamp: Stamp) -> Redirect | None:
    """Somebody else is on the line."""
    if case.attempt is None:
        return None
    return Redirect(
        id=stamp.another(5),
        case_id=there.case_id,
        number=next_number(case.file.redirects),
        attempt_id=case.attempt.id,
        from_id=there.id,
        to_id=now.id,
        how=RedirectHow.transferred,
        said="",
        at=stamp.at,
    )


def _said_of_themselves(case: "HeldCase") -> dict[str, Any]:
    """Name, position, number and address, as far as they have been told."""
    asked = (one for one in case.talk.questionnaire.by_id.values() if one.known_as)
    told = {one.known_as: case.talk.answers.get(Key(one.id)) for one in asked}
    return {name: value for name, value in told.items() if isinstance(value, str)}


def _known(case: "HeldCase", department: Department, person: str) -> ContactPoint | None:
    """The place where they sit, if we have heard of it: the same person's, or nobody's."""
    same = [one for one in case.file.in_use if one.department is department]
    of_theirs = {plain(person), ""}
    return next((one for one in same if plain(one.person) in of_theirs), None)
