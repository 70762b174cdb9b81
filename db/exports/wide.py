"""The items of a roster beside each other: one row for each interview, `offer_1_name` and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, Generic, TypeVar

from db.exports.coding_tables import beside_in_a_row, written_beside
from db.exports.export_tables import Interview
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.stored_json import load_json
from schemas.codebook.columns import Column, in_order, in_versions, layout
from schemas.codebook.variables import Variable, of_item
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
        self._most, self._words = most, spelling.words
        laid = {name: layout(one, spelling, contacts=contacts) for name, one in rosters.items()}
        self._layouts = {name: in_versions(one, survey.releases) for name, one in laid.items()}
        self._ordered = {
            name: in_order(laid[name].columns, beside_in_a_row(roster, survey, 1))
            for name, roster in rosters.items()
        }
        self._blank = {name: self._not_asked(name, spelling) for name in rosters}
        self.variables = [
            variable
            for name, roster in rosters.items()
            for number in range(1, most.get(name, 0) + 1)
            for variable in self._named(name, roster, laid[name].columns, number)
        ]
        self.names = tuple(variable.name for variable in self.variables)

    def _named(
        self, name: str, roster: type[Roster], laid: Iterable[Column], number: int
    ) -> tuple[Variable, ...]:
        """The columns of one item."""
        answers = [of_item(column, self._survey.frame, number) for column in laid]
        codes = beside_in_a_row(roster, self._survey, number).values()
        ordered: tuple[Variable, ...] = self._ordered[name]([*answers, *codes])
        return ordered

    def _not_asked(self, name: str, spelling: Spelling[Cell]) -> list[Cell]:
        """What stands of an item that an interview has not."""
        answers = self._layouts[name](self._survey.questionnaire.version).columns
        codes = beside_in_a_row(self._rosters[name], self._survey, 1)
        nothing = [spelling.number(NOT_ASKED.code)] * len(answers)
        return [*self._ordered[name]([*nothing, *(spelling.words("") for _ in codes)])]

    def cells(self, one: Interview) -> list[Cell]:
        """One row; where an interview has fewer items, the others were not asked about."""
        row: list[Cell] = []
        for name, of in self._layouts.items():
            laid, items = of(one.source.version), one.document.get(name, ())
            for number, answers in enumerate(items, start=1):
                codes = written_beside(one, self._rosters[name], self._survey, number)
                row += self._ordered[name]([*laid.cells(answers), *map(self._words, codes)])
            row += self._blank[name] * (self._most[name] - len(items))
        return row
