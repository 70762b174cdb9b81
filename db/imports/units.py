"""A file of units: another sample for a survey than the register that it ships."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from db.imports.cells import Cells, either, folded
from db.imports.file_columns import NOTHING_SAID, FileColumns
from db.imports.problems import BadRows, Finding, sentence
from db.imports.table import FileReading, FileRow, Progress, read_sheet
from db.imports.tool_names import (
    group_id_names,
    group_names,
    id_names,
    names_for,
    size_names,
    unit_names,
)
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Group, LanguageForm, Unit, UnitKind

BETWEEN: Final = re.compile(r";\s*")
"""What stands between several other names in one cell."""

WHOLE: Final = re.compile(r"([0-9]{1,9})(?:[.,]0+)?")
LANGUAGES: Final = ("nb", "nn", "")
SOME: Final = 5

R = tuple[int, Unit]


def sample_of(reading: FileReading[Unit], design: FrameDesign) -> Frame:
    """All units that were read; raises `BadRows` with every fault where there is any."""
    if reading.bad:
        raise BadRows(reading.file, reading.bad, "IMPORT-SAMPLE")
    return Frame(design, reading.rows)


def read_units(
    path: Path,
    design: FrameDesign,
    progress: Progress | None = None,
    named: Mapping[str, str] = NOTHING_SAID,
) -> FileReading[Unit]:
    """Every row of the file; raises `ImportProblem` when it cannot be read at all.

    `named` are headings of the file by the columns of ours that somebody says they are.
    """
    sheet = read_sheet(path, columns_of(design).saying(path, named))
    bad, notices = list(sheet.bad), list(sheet.notices)
    lines: dict[str, list[int]] = defaultdict(list)
    units: list[Unit] = []
    for done, row in enumerate(sheet.rows, start=1):
        cells = _UnitRow(row, design)
        unit = cells.unit()
        lines[cells.id].append(row.line)
        units += [unit] if unit else []
        bad += cells.bad
        notices += cells.notices
        if progress:
            progress(done, len(sheet.rows))
    bad += _twice(lines, design.columns.id)
    found = tuple(sorted(bad, key=lambda finding: finding.line))
    return FileReading(path, len(sheet.rows), tuple(units), found, tuple(notices))


def columns_of(design: FrameDesign) -> FileColumns:
    """The columns of a survey's register; the further ones may be left out."""
    columns = design.columns
    size = (columns.size,) if columns.size else ()
    named = (columns.group_name,) if columns.group_name else ()
    further = (*named, columns.language_form, *columns.other_names, *columns.more)
    return FileColumns(
        required=(columns.id, columns.name, columns.kind, columns.group, *size),
        optional=tuple(dict.fromkeys(further)),
        also=_other_names(design),
    )


def _other_names(design: FrameDesign) -> dict[str, str]:
    """What lists of units call the columns: a group by its number, or else by its name."""
    columns, size = design.columns, design.size
    return {
        **names_for(columns.id, (*id_names(design), "id", "nr", "nummer", "number", "code")),
        **names_for(columns.name, (*unit_names(design), "navn", "name")),
        **names_for(columns.kind, ("type", "slag", "kind")),
        **names_for(columns.group_name or columns.group, group_names(design)),
        **names_for(columns.group, group_id_names(design)),
        **(names_for(columns.size, size_names(size.counted)) if columns.size and size else {}),
        **names_for(columns.language_form, ("målform", "maalform", "language form")),
    }


def _twice(lines: Mapping[str, Sequence[int]], column: str) -> list[Finding]:
    """Every row of a unit that has several."""
    return [
        Finding("IMPORT-ID-TWICE", line, column, _also(id, line, found))
        for id, found in lines.items()
        if id and len(found) > 1
        for line in found
    ]


def _also(id: str, line: int, lines: Sequence[int]) -> str:
    others = [str(other) for other in lines[: SOME + 1] if other != line][:SOME]
    more = ["…"] if len(lines) > SOME + 1 else []
    return sentence("IMPORT-ID-TWICE", cell=id, lines=", ".join([*others, *more]))


class _UnitRow(Cells):
    """A row that is to become a unit; `id` is empty where there is none to go by."""

    def __init__(self, row: FileRow, design: FrameDesign) -> None:
        super().__init__(row)
        self._design, self._columns = design, design.columns
        self._cells = {name: self.text(name) for name in columns_of(design).all}
        self.id = self._id()

    def unit(self) -> Unit | None:
        """The unit; None where anything is wrong."""
        kind, group = self._kind(), self._group()
        more = {one: self._cells[one] for one in self._columns.more}
        unit = Unit(
            id=self.id,
            name=self._name(),
            kind=kind or self._design.kinds[0],
            group=group or self._design.groups[0],
            other_names=self._other_names(),
            around=self._design.around(more),
            size=self._size(),
            language_form=self._language_form(),
            more=MappingProxyType(more),
        )
        return None if self.bad else unit

    def _required(self, column: str, code: str) -> str:
        """A cell that must not be empty; an empty text, told, where it is."""
        words = self._cells[column]
        if not words and not self.is_wrong(column):
            self.wrong(code, column, form=self._design.id_words)
        return words

    def _id(self) -> str:
        column, form = self._columns.id, self._design.id_form
        words = self._required(column, "IMPORT-ID-EMPTY").removeprefix("'")
        if not words or form.fullmatch(words):
            return words
        if form.fullmatch(f"0{words}"):  # a spreadsheet took it for a number
            self.tell("IMPORT-UNIT-RESTORED", column, cell=words, unit=f"0{words}")
            return f"0{words}"
        self.wrong("IMPORT-ID-FORM", column, cell=words, form=self._design.id_words)
        return ""

    def _name(self) -> str:
        return self._required(self._columns.name, "IMPORT-NAME-EMPTY")

    def _kind(self) -> UnitKind | None:
        words, kinds = self._cells[self._columns.kind], self._design.kinds
        for kind in kinds:
            if folded(words) in {folded(kind.id), folded(str(kind.label))}:
                return kind
        codes = either([f"{kind.id} ({kind.label})" for kind in kinds])
        self._none_of("IMPORT-KIND", self._columns.kind, words, codes)
        return None

    def _group(self) -> Group | None:
        words, groups = self._cells[self._columns.group], self._design.groups
        found = next((one for one in groups if _means(words, one)), None)
        if found is None:
            codes = either([one.name if self._by_name else one.id for one in groups])
            self._none_of("IMPORT-GROUP", self._columns.group, words, codes)
        elif self._columns.group_name:
            self._check_group_name(self._columns.group_name, found)
        return found

    @property
    def _by_name(self) -> bool:
        return self._columns.group_name is None

    def _none_of(self, code: str, column: str, words: str, codes: str) -> None:
        """A cell that must be one of these."""
        if self.is_wrong(column):
            return
        if not words:
            self.wrong("IMPORT-CELL-EMPTY", column, codes=codes)
        else:
            self.wrong(code, column, cell=words, what=self._design.group.a, codes=codes)

    def _check_group_name(self, column: str, group: Group) -> None:
        words = self._cells[column]
        if words and folded(words) != folded(group.name):
            self.wrong("IMPORT-GROUP-NAME", column, cell=words, group=group.id, name=group.name)

    def _other_names(self) -> tuple[str, ...]:
        names = [
            name for one in self._columns.other_names for name in BETWEEN.split(self._cells[one])
        ]
        return tuple(dict.fromkeys(filter(None, names)))

    def _size(self) -> int | None:
        design, column = self._design, self._columns.size
        if column is None or design.size is None:
            return None
        words = self._cells[column]
        number = WHOLE.fullmatch(re.sub(r"(?<=[0-9])[ \u00a0](?=[0-9]{3})", "", words))
        if number is None:
            counted = f"et helt tall: antall {design.size.counted}"
            self._none_of("IMPORT-SIZE", column, words, counted)
        return int(number[1]) if number else None

    def _language_form(self) -> LanguageForm:
        words = self._cells[self._columns.language_form].lower()
        if words not in LANGUAGES:
            self.wrong("IMPORT-LANGUAGE", self._columns.language_form, cell=words)
        return cast(LanguageForm, words)


def _means(words: str, group: Group) -> bool:
    """Whether the group is meant: by its id, also where its zero is gone, or by its name."""
    typed = folded(words)
    bare = folded(group.id).lstrip("0")
    return bool(typed) and typed in {folded(group.id), bare, folded(group.name)}
