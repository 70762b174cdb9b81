"""Which lines of contact files are the same contact point, and which correct one that is noted.

A number leads to one contact point, however its department and person are spelt.  A list that says
another number, role or address of somebody it has named before corrects what it said then.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from schemas.calls.contact_rows import ContactLine
from schemas.calls.departments import Department
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
    persons = {plain(one.person), plain(other.person)}
    if len(persons) == 1 and persons != {""}:
        return True
    return "" in persons and one.department is other.department


def filled(line: ContactLine, other: ContactDetails) -> ContactLine:
    """What a line says, with what only the other one says."""
    return replace(
        line,
        department_name=line.department_name or other.department_name,
        person=line.person or other.person,
        role=line.role or other.role,
        email=line.email or other.email,
    )


def corrects(line: ContactDetails, noted: ContactDetails) -> bool:
    """Whether a line says something else of whom its list has named before."""
    return line.source == noted.source and place_of(line) == place_of(noted)


def place_of(said: ContactDetails) -> tuple[Department, str, str]:
    """Who or what a list names: a person, or a department without one, in her department."""
    return said.department, plain(said.department_name), plain(said.person)
