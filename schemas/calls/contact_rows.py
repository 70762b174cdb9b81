"""A line of a contact file: somebody in a unit who can be called, and how to know them again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from schemas.calls.departments import Department
from schemas.frame.search import fold


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
        return self.department is Department.other and not any(known)


STEMS: Final[tuple[tuple[str, Department], ...]] = (
    ("frisklivs", Department.healthy_life_centre),
    ("laerings og mestring", Department.lm_centre),
    ("laerings og meistring", Department.lm_centre),
    ("laering og mestring", Department.lm_centre),
    ("laering og meistring", Department.lm_centre),
    ("sentralbord", Department.switchboard),
    ("servicetorg", Department.service_desk),
    ("servicekontor", Department.service_desk),
    ("servicesenter", Department.service_desk),
    ("innbyggertorg", Department.service_desk),
    ("radmann", Department.chief_executive),
    ("koordinerende enhet", Department.coordinating_unit),
    ("koordinerande eining", Department.coordinating_unit),
    ("tildeling", Department.allocation_office),
    ("bestillerkontor", Department.allocation_office),
    ("kommuneoverlege", Department.chief_medical_officer),
    ("kommunelege", Department.chief_medical_officer),
    ("folkehelse", Department.public_health),
    ("fastlege", Department.gp_office),
    ("legekontor", Department.gp_office),
    ("legesenter", Department.gp_office),
    ("rehabilitering", Department.rehabilitation),
    ("fysio", Department.physio_occupational),
    ("ergoterapi", Department.physio_occupational),
    ("psykisk helse", Department.mental_health),
    ("psykiatri", Department.mental_health),
    ("rus ", Department.mental_health),  # a whole word
    ("rustjeneste", Department.mental_health),
    ("rusteneste", Department.mental_health),
    ("rusomsorg", Department.mental_health),
    ("hjemmetjeneste", Department.home_care),
    ("heimeteneste", Department.home_care),
    ("hjemmesykepleie", Department.home_care),
    ("helsehus", Department.health_house),
    ("lokalmedisinsk", Department.health_house),
    ("nav ", Department.social_services),
    ("sosialtjeneste", Department.social_services),
    ("sosialkontor", Department.social_services),
    ("kultur", Department.culture),
    ("frivillig", Department.culture),
    ("sykehus", Department.hospital),
    ("sjukehus", Department.hospital),
    ("helseforetak", Department.hospital),
    ("helse og omsorg", Department.health_and_care),
    ("pleie og omsorg", Department.health_and_care),
    ("helse og sosial", Department.health_and_care),
)
"""How departments are called in municipalities; the more telling words stand first."""


def department_called(words: str) -> tuple[Department, str]:
    """The type of a department by its code, label or usual name, and the name it has of its own.

    >>> department, name = department_called("Frisklivssentralen på Os")
    >>> department.name, name
    ('healthy_life_centre', 'Frisklivssentralen på Os')
    """
    folded = fold(words)
    if not folded:
        return Department.other, ""
    for department in Department:
        if folded in set(_names(department)):
            return department, ""
    for stem, department in STEMS:
        if f" {stem}" in f" {folded} ":
            return department, words
    return Department.other, words


def _names(department: Department) -> Iterator[str]:
    label = department.label
    yield fold(department.name)
    for words in (label.nb, label.nn or label.nb, label.en or label.nb):
        yield fold(words)
        yield fold(words.split(" (")[0])
