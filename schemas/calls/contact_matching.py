"""Which lines of contact files are the same contact point, and which correct one that is noted.

A number leads to one contact point, however its department and person are spelt.  A list that says
another number, role or address of somebody it has named before corrects what it said then.

    "Kari Prøve", "Prøve, Kari" and "K. Prøve" are one person; "Sentralbord" and "Sentralbordet",
    "Frisklivssentralen" and "Frisklivssentralen i Moss" one department
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from schemas.calls.contact_rows import ContactLine
from schemas.calls.departments import Department
from schemas.frame.fold import fold
from schemas.language.clean import plain


class ContactDetails(Protocol):
    """What a file or a case says of somebody who can be called."""

    @property
    def department(self) -> Department: ...
    @property
    def department_name(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Correction:
    """A contact point as it was noted, and as a corrected list has it now."""

    unit_id: str
    before: ContactLine
    after: ContactLine


def merged(lines: Iterable[ContactLine]) -> list[ContactLine]:
    """The lines with one for each contact point: what the later ones say besides is filled in."""
    found: list[ContactLine] = []
    at: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        alike = at.setdefault((line.unit_id, line.phone), [])
        same = next((nth for nth in alike if is_same(found[nth], line)), None)
        if same is None:
            alike.append(len(found))
            found.append(line)
        else:
            found[same] = filled(found[same], line)
    return found


def is_same(one: ContactDetails, other: ContactDetails) -> bool:
    """Whether both are reached at one number: the same person, or the same type of department."""
    if not one.phone or one.phone != other.phone:
        return False
    if one.person and other.person:
        return is_same_person(one.person, other.person)
    return one.department is other.department


def is_same_person(one: str, other: str) -> bool:
    """Whether every word of the shorter name is in the longer one, or is the initial of one."""
    fewer, more = sorted((fold(one).split(), fold(other).split()), key=len)
    for word in fewer:
        found = next((of for of in more if word == of), None) or next(
            (of for of in more if word[0] == of[0] and 1 in {len(word), len(of)}), None
        )
        if found is None:
            return False
        more.remove(found)
    return bool(fewer)


def filled(line: ContactLine, other: ContactDetails) -> ContactLine:
    """What a line says, with what only the other one says."""
    return replace(
        line,
        department_name=line.department_name or other.department_name,
        person=fuller(line.person, other.person),
        role=line.role or other.role,
        email=line.email or other.email,
    )


def fuller(one: str, other: str) -> str:
    """Of two forms of a person's name that with more of it, as it is said; of two alike the first.

    >>> fuller("K. Prøve", "Kari Prøve"), fuller("Prøve, Kari", "Kari Prøve")
    ('Kari Prøve', 'Kari Prøve')
    """
    return max(one, other, key=lambda name: (len(fold(name)), "," not in name))


def corrects(line: ContactDetails, noted: ContactDetails) -> bool:
    """Whether a line says something else of whom its list has named before."""
    return is_same_list(line, noted) and is_same_place(line, noted)


def is_same_list(one: ContactDetails, other: ContactDetails) -> bool:
    """Whether one list says both."""
    return plain(one.source) == plain(other.source)


def is_same_place(one: ContactDetails, other: ContactDetails) -> bool:
    """Whether a list names the same by both: a person, or a department without one."""
    if one.department is not other.department or bool(one.person) != bool(other.person):
        return False
    if not is_same_department(one.department_name, other.department_name):
        return False
    return not one.person or (
        is_same_person(one.person, other.person) and min(map(_words, (one, other))) > 1
    )


def _words(said: ContactDetails) -> int:
    """How many words a name has: with one of them there may be others who are called that."""
    return len(fold(said.person).split())


def is_same_department(one: str, other: str) -> bool:
    """Whether two names of one type of department are forms of one name."""
    said = fold(one).split(), fold(other).split()
    if [] in said:  # a dash names nothing either
        return True
    (first, *rest), (second, *more) = said
    alike = first.startswith(second) or second.startswith(first)
    return alike and (rest == more or [] in (rest, more))
