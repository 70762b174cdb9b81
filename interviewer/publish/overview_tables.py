"""The public list as a table: one row for each line, all of it text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from schemas.language.phone import show_phone
from schemas.review.overview_lines import Overview, OverviewEntry
from schemas.surveys.survey import Survey

Cell: TypeAlias = Callable[[OverviewEntry], str]


@dataclass(frozen=True)
class OverviewTable:
    """The columns that a survey's list has; those of what it does not tell of are not there."""

    survey: Survey
    listed: Overview

    @property
    def heading(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(name for name, _ in self._columns())

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The lines in their order."""
        cells = tuple(cell for _, cell in self._columns())
        return (tuple(cell(one) for cell in cells) for one in self.listed.entries)

    def _columns(self) -> Iterator[tuple[str, Cell]]:
        parts, design = self.survey.overview, self.survey.frame
        assert parts, "only a survey with a public list has a table of it"
        yield str(design.group.one), lambda one: self.listed.unit(one).group.name
        yield "enhet_nr", lambda one: one.place
        yield str(design.unit.one), lambda one: self.listed.unit(one).in_full
        if parts.name:
            yield parts.name[1], lambda one: one.name
        yield "type", lambda one: str(one.klass.label)
        if parts.form:
            yield parts.form[1], lambda one: one.form
        if parts.items:
            yield parts.items[1], lambda one: "; ".join(one.items)
        if self.survey.sharing:
            yield "felles_for", lambda one: ", ".join(self._shared(one, "label"))
            yield "felles_for_nr", lambda one: " ".join(self._shared(one, "id"))
        yield from _CONTACT

    def _shared(self, entry: OverviewEntry, field: str) -> Iterable[str]:
        return (getattr(unit, field) for unit in self.listed.shared_by(entry))


_CONTACT: Final[tuple[tuple[str, Cell], ...]] = (
    ("kontaktperson", lambda one: one.contact),
    ("telefon", lambda one: show_phone(one.phone) if one.phone else ""),
    ("epost", lambda one: one.email),
    ("nettsted", lambda one: one.url),
    ("opplyst", lambda one: one.told_on),
)
