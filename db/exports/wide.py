"""The items of a roster beside each other: one row for each interview, `offer_1_name` and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

from db.exports.coding_tables import beside_in_a_row, written_beside
from db.exports.export_tables import Interview
from db.exports.snapshot import Snapshot
from db.stored_json import load_json
from schemas.codebook.columns import in_order, in_versions, layout
from schemas.codebook.variables import Variable, of_item
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.surveys.survey import Survey

Cell = TypeVar("Cell")


def most_items(
    taken: Snapshot, partial: Iterable[Interview], rosters: Iterable[str]
) -> dict[str, int]:
    """The highest number of items of each roster that anybody has."""
    most = dict.fromkeys(rosters, 0)
    finished = (load_json(source.document) for source in taken.finished)
    for document in chain(finished, (one.document for one in partial)):
        for name, number in most.items():
            most[name] = max(number, _count(document, name))
    return most


def _count(document: Any, name: str) -> int:
    """How many items there are; what cannot be read is shown as one."""
    items = document.get(name, []) if isinstance(document, dict) else []
    return len(items) if isinstance(items, list) else 1


Items = dict[str, list[Sequence[Cell]]]
"""What an interview has of each roster: the cells of every item."""


class WideItems(Generic[Cell]):
    """The columns of items beside each other, up to the `most` that occur, and what fills them."""

    def __init__(
        self,
        survey: Survey,
        rosters: Mapping[str, type[Roster]],
        spelling: Spelling[Cell],
        *,
        contacts: bool,
    ) -> None:
        self._survey, self._rosters, self._words = survey, rosters, spelling.words
        self._laid = {
            name: layout(one, spelling, contacts=contacts) for name, one in rosters.items()
        }
        self._layouts = {
            name: in_versions(one, survey.releases) for name, one in self._laid.items()
        }
        self._ordered = {
            name: in_order(self._laid[name].columns, beside_in_a_row(roster, survey, 1))
            for name, roster in rosters.items()
        }
        self._beside = {name: written_beside(one, survey) for name, one in rosters.items()}
        self._blank = {name: self._not_asked(name, spelling) for name in rosters}

    def variables(self, most: Mapping[str, int]) -> list[Variable]:
        """What the columns are."""
        return [
            variable
            for name, roster in self._rosters.items()
            for number in range(1, most.get(name, 0) + 1)
            for variable in self._named(name, roster, number)
        ]

    def _named(self, name: str, roster: type[Roster], number: int) -> tuple[Variable, ...]:
        """The columns of one item."""
        laid = self._laid[name].columns
        answers = [of_item(column, self._survey.frame, number) for column in laid]
        codes = beside_in_a_row(roster, self._survey, number).values()
        ordered: tuple[Variable, ...] = self._ordered[name]([*answers, *codes])
        return ordered

    def _not_asked(self, name: str, spelling: Spelling[Cell]) -> list[Cell]:
        """What stands of an item that an interview has not."""
        answers = self._laid[name].columns
        codes = beside_in_a_row(self._rosters[name], self._survey, 1)
        nothing = [spelling.number(NOT_ASKED.code)] * len(answers)
        return [*self._ordered[name]([*nothing, *(spelling.words("") for _ in codes)])]

    def items(self, one: Interview) -> Items[Cell]:
        """The items of an interview."""
        return {name: list(self._cells(name, one)) for name in self._rosters}

    def _cells(self, name: str, one: Interview) -> Iterator[Sequence[Cell]]:
        laid = self._layouts[name](one.source.version)
        for number, answers in enumerate(one.document.get(name, ()), start=1):
            codes = map(self._words, self._beside[name](one, number))
            yield self._ordered[name]([*laid.cells(answers), *codes])

    def row(self, items: Items[Cell], most: Mapping[str, int]) -> list[Cell]:
        """One row; where an interview has fewer items, the others were not asked about."""
        row: list[Cell] = []
        for name, cells in items.items():
            row += chain.from_iterable(cells)
            row += self._blank[name] * (most[name] - len(cells))
        return row
