"""The items of a roster beside each other: one row for each interview, `offer_1_name` and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from db.column_types import load_json
from db.exports.snapshot import Snapshot
from schemas.codebook.columns import layout
from schemas.codebook.variables import wide_variables
from schemas.frame.design import FrameDesign
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling

Cell = TypeVar("Cell")


def most_items(taken: Snapshot, questionnaire: type[Questionnaire]) -> dict[str, int]:
    """The highest number of items of each roster that anybody has."""
    most = dict.fromkeys(questionnaire.rosters, 0)
    for source in taken.finished:
        document = load_json(source.document)
        for name, number in most.items():
            most[name] = max(number, len(document.get(name, ())))
    return most


class WideItems(Generic[Cell]):
    """The columns of every item up to the number that occurs, and how they are filled."""

    def __init__(
        self,
        rosters: Mapping[str, type[Roster]],
        design: FrameDesign,
        spelling: Spelling[Cell],
        most: Mapping[str, int],
        contacts: bool,
    ) -> None:
        self.variables = wide_variables(rosters, design, most, contacts=contacts)
        self.names = tuple(variable.name for variable in self.variables)
        self._most = most
        self._layouts = {
            name: layout(section, spelling, contacts=contacts) for name, section in rosters.items()
        }
        self._not_asked = spelling.number(NOT_ASKED.code)

    def cells(self, document: Mapping[str, Any]) -> list[Cell]:
        """One row; where an interview has fewer items, the others were not asked about."""
        row: list[Cell] = []
        for name, laid in self._layouts.items():
            items = document.get(name, ())
            for answers in items:
                row += laid.cells(answers)
            row += [self._not_asked] * (len(laid.columns) * (self._most[name] - len(items)))
        return row
