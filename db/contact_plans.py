"""What a file of contacts would change: whom it adds, whom it corrects, and who is known."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID, uuid5

from schemas.calls.calls import ContactPoint
from schemas.calls.contact_matching import (
    ContactDetails,
    Correction,
    corrects,
    filled,
    is_same,
    is_same_list,
    is_same_place,
    merged,
)
from schemas.calls.contact_rows import ContactLine
from schemas.language.clean import plain

SAID: Final = ("department_name", "person", "role", "phone", "email")
"""What is the same for the same contact, beside its department."""


@dataclass(slots=True)
class ContactPlan:
    """What would be stored: new contacts by id and case, values of known ones, and corrections.

    `new`, `changed` and `unchanged` are the units, one for each contact.
    """

    contacts: list[tuple[UUID, UUID, ContactLine]] = field(default_factory=list)
    values: dict[UUID, ContactLine] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def plan_contacts(
    lines: Iterable[ContactLine],
    cases: Mapping[str, UUID],
    known: Mapping[UUID, Sequence[ContactPoint]],
) -> ContactPlan:
    """What the lines change, by unit, in cases with these contacts."""
    plan = ContactPlan()
    by_unit: dict[str, list[ContactLine]] = defaultdict(list)
    for line in merged(lines):
        by_unit[line.unit_id].append(line)
    for unit, said in by_unit.items():
        _Case(cases[unit], known.get(cases[unit], ()), plan).plan(said)
    return plan


def contact_id(case_id: UUID, said: ContactDetails) -> UUID:
    """An id that is equal for equal contacts of a case, however spaced and capitalised."""
    words = (plain(getattr(said, name)) for name in SAID)
    return uuid5(case_id, json.dumps([said.department.name, *words]))


class _Case:
    """The contacts of one case, while the lines about it are looked at."""

    def __init__(self, id: UUID, noted: Sequence[ContactPoint], plan: ContactPlan) -> None:
        self._id, self._noted, self._plan = id, noted, plan
        # One that was corrected is known by its id, one noted by hand by what it says.
        self._ids = {one.id for one in noted} | {contact_id(id, one) for one in noted}

    def plan(self, lines: Sequence[ContactLine]) -> None:
        """Sort every line into what is new, changed or known."""
        unknown = [line for line in lines if not self._is_known(line)]
        settled = {id for line in lines for id in self._settled(line)}
        for line in lines:
            if line not in unknown:
                self._plan.unchanged.append(line.unit_id)
                continue
            self._sort(line, unknown, settled)

    def _is_known(self, line: ContactLine) -> bool:
        return contact_id(self._id, line) in self._ids

    def _settled(self, line: ContactLine) -> Iterator[UUID]:
        """The contacts that a line says nothing new of."""
        id = contact_id(self._id, line)
        return (one.id for one in self._noted if id in {one.id, contact_id(self._id, one)})

    def _sort(self, line: ContactLine, unknown: Sequence[ContactLine], settled: set[UUID]) -> None:
        same = next((one for one in self._noted if is_same(one, line)), None)
        if same and is_same_list(same, line):
            self._correct(line, same)
        elif same:
            self._fill(line, same)
        elif corrected := self._corrected(line, unknown, settled):
            self._correct(line, corrected)
        else:
            self._plan.contacts.append((contact_id(self._id, line), self._id, line))
            self._plan.new.append(line.unit_id)

    def _corrected(
        self, line: ContactLine, unknown: Sequence[ContactLine], settled: set[UUID]
    ) -> ContactPoint | None:
        """Whom the line corrects: where several have that place, nobody can tell which."""
        noted = [one for one in self._noted if corrects(line, one) and one.id not in settled]
        alike = [other for other in unknown if is_same_place(other, line)]
        return noted[0] if len(noted) == len(alike) == 1 else None

    def _fill(self, line: ContactLine, noted: ContactPoint) -> None:
        before = _line_of(line.unit_id, noted)
        self._change(before, filled(before, line), noted.id)

    def _correct(self, line: ContactLine, noted: ContactPoint) -> None:
        before = _line_of(line.unit_id, noted)
        after = filled(replace(line, phone=line.phone or before.phone), before)
        if self._change(before, after, noted.id):
            self._plan.corrections.append(Correction(line.unit_id, before, after))

    def _change(self, before: ContactLine, after: ContactLine, id: UUID) -> bool:
        if after == before:
            self._plan.unchanged.append(before.unit_id)
            return False
        self._plan.values[id] = after
        self._plan.changed.append(before.unit_id)
        return True


def _line_of(unit_id: str, noted: ContactPoint) -> ContactLine:
    said = {name: getattr(noted, name) for name in SAID}
    return ContactLine(unit_id, noted.department, source=noted.source, **said)
