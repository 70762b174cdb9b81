"""A line of a contact file: somebody in a unit who can be called, and how to know them again."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.calls.departments import Department
from schemas.frame.fold import fold


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact point as a file tells it. An empty string is: not known."""

    unit_id: str
    department: Department
    department_name: str
    person: str
    role: str
    phone: str
    email: str
    source: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody and nothing to call, write to or ask for."""
        known = (self.department_name, self.person, self.phone, self.email)
        return self.department.is_unlisted and not any(known)


def department_called(departments: type[Department], words: str) -> tuple[Department, str]:
    """The type of a department by its code, label or usual name, and the name it has of its own.

    Of several usual names the most telling counts: the front line's and broad ones come last.
    """
    folded = fold(words)
    if not folded:
        return departments.unlisted(), ""
    for department in departments:
        if folded in set(_names(department)):
            return department, ""
    for department in sorted(departments, key=_how_vague):
        if any(f" {stem}" in f" {folded} " for stem in department.row.called):
            return department, words
    return departments.unlisted(), words


def _how_vague(department: Department) -> tuple[bool, bool]:
    return department.row.broad, department.is_front_line


def _names(department: Department) -> Iterator[str]:
    label = department.label
    yield fold(department.name)
    for words in (label.nb, label.nn or label.nb, label.en or label.nb):
        yield fold(words)
        yield fold(words.split(" (")[0])
