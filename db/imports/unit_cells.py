"""Cells that name units of the sample: by id, as spreadsheets leave it, and by name beside it."""

from __future__ import annotations

import re
from typing import Final

from db.imports.cells import LONG, Cells, either
from db.imports.table import FileRow
from schemas.frame.frame import Frame
from schemas.frame.names import is_called, units_named

AS_NUMBER: Final = re.compile(r"([0-9]+)[.,]0+")
"""How a spreadsheet writes an id that it takes for a number."""

ROUNDED: Final = re.compile(r"[0-9]+\.[0-9]*[1-9][0-9]*")


class UnitCells(Cells):
    """One row of a file about units that are known."""

    def __init__(self, row: FileRow, frame: Frame) -> None:
        super().__init__(row)
        self._frame = frame

    def unit(self, column: str) -> str:
        """The id of a unit; an empty text when there is none to go by."""
        words = self.text(column)
        if words:
            return self._unit(column, words)
        if not self.is_wrong(column):
            self.wrong("IMPORT-UNIT-EMPTY", column, form=self._frame.design.id_words)
        return ""

    def units(self, column: str, besides: str) -> tuple[str, ...]:
        """Ids of units, with commas or spaces between; never the unit itself."""
        words = self.text(column, LONG)
        if ROUNDED.fullmatch(words):
            self.wrong("IMPORT-UNIT-ROUNDED", column, cell=words)
            return ()
        between = "[,;/]" if re.search(r"[^\W\d_] ", words) else r"[,;\s/]"  # names have spaces
        parts = (part.strip() for part in re.split(between, words))
        ids = [self._unit(column, part) for part in parts if part]
        if besides and besides in ids:
            self.tell("IMPORT-PARTNER-SELF", column)
        return tuple(dict.fromkeys(unit for unit in ids if unit not in {"", besides}))

    def _unit(self, column: str, words: str) -> str:
        bare = words.removeprefix("'")
        number = AS_NUMBER.fullmatch(bare)
        typed = number[1] if number else bare
        found = self._frame.id_of(typed)
        if found is None:
            return self._named(column, words, typed)
        if found.casefold() != bare.casefold():
            self.tell("IMPORT-UNIT-RESTORED", column, cell=words, unit=found)
        return found

    def _named(self, column: str, words: str, typed: str) -> str:
        """The unit that is named in place of its id, if it is one."""
        named = units_named(words, self._frame)
        if len(named) == 1:
            self.tell(
                "IMPORT-UNIT-NAMED", column, cell=words, unit=named[0].id, name=named[0].label
            )
            return named[0].id
        if named:
            units = either([f"{unit.id} ({unit.label})" for unit in named])
            self.wrong("IMPORT-UNIT-SEVERAL", column, cell=words, units=units)
        else:
            self._no_unit(column, words, typed)
        return ""

    def _no_unit(self, column: str, words: str, typed: str) -> None:
        design = self._frame.design
        meant = [what for id, what in design.instead.items() if typed in (id, id.lstrip("0"))]
        if meant:
            self.wrong("IMPORT-UNIT-INSTEAD", column, what=meant[0])
        elif design.id_form.fullmatch(typed):
            self.wrong("IMPORT-UNIT-UNKNOWN", column, cell=words)
        else:
            self.wrong("IMPORT-UNIT-FORM", column, cell=words, form=design.id_words)

    def check_name(self, column: str, unit_id: str) -> None:
        """Whether a name is that of the unit; the sample is believed, and both are told."""
        words = self.text(column)
        if not words or not unit_id or is_called(words, self._frame[unit_id], self._frame.design):
            return
        named = [unit.id for unit in units_named(words, self._frame)]
        told = {"cell": words, "unit": unit_id, "name": self._frame[unit_id].label}
        if named:
            self.tell("IMPORT-UNIT-NAME-OF", column, other=either(named), **told)
        else:
            self.tell("IMPORT-UNIT-NAME", column, **told)
