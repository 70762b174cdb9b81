"""The items of a roster beside each other: one row for each interview, `offer_1_name` and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Generic, TypeVar

from db.column_types import load_json
from db.exports.coding_tables import beside_in_a_row, written_beside
from db.exports.export_tables import Interview
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from schemas.codebook.columns import in_versions, layout
from schemas.codebook.variables import wide_variables
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.surveys.survey import Survey

Cell = TypeVar("Cell")


def most_items(taken: Snapshot, sheets: Sheets[Any], rosters: Iterable[str]) -> dict[str, int]:
    """The highest number of items of each roster that anybody has."""
    most = dict.fromkeys(rosters, 0)
    finished = (load_json(source.document) for source in taken.finished)
    for document in chain(finished, (one.document for one in sheets.partial(taken))):
        for name, number in most.items():
            most[name] = max(number, _count(document, name))
    return most


def _count(document: Any, name: str) -> int:
    """How many items there are; what cannot be read is shown as one."""
    items = document.get(name, []) if isinstance(document, dict) else []
    return len(items) if isinstance(items, list) else 1


class WideItems(Generic[Cell]):
    """The columns of every item up to the number that occurs, and how they are filled."""

    def __init__(
        self,
        survey: Survey,
        rosters: Mapping[str, type[Roster]],
        spelling: Spelling[Cell],
        most: Mapping[str, int],
        contacts: bool,
    ) -> None:
        self._survey, self._rosters = survey, rosters
        items = wide_variables(rosters, survey.frame, most, contacts=contacts)
        codes = (
            variable
            for name, roster in rosters.items()
            for number in range(1, most.get(name, 0) + 1)
            for variable in beside_in_a_row(roster, survey, number)
        )
        self.variables = [*items, *codes]
        self.names = tuple(variable.name for variable in self.variables)
        self._most = most
        self._layouts = {
            name: in_versions(layout(section, spelling, contacts=contacts), survey.releases)
            for name, section in rosters.items()
        }
        self._not_asked, self._words = spelling.number(NOT_ASKED.code), spelling.words

    def cells(self, one: Interview) -> list[Cell]:
        """One row; where an interview has fewer items, the others were not asked about."""
        row: list[Cell] = []
        for name, of in self._layouts.items():
            laid, items = of(one.source.version), one.document.get(name, ())
            for answers in items:
                row += laid.cells(answers)
            row += [self._not_asked] * (len(laid.columns) * (self._most[name] - len(items)))
        return row + [self._words(codes) for codes in self._codes(one)]

    def _codes(self, one: Interview) -> Iterator[str]:
        """What was said of the items, by the numbers of its codes."""
        for name, roster in self._rosters.items():
            for number in range(1, self._most[name] + 1):
                yield from written_beside(one, roster, self._survey, number)
