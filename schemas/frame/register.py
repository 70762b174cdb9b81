"""The register that a survey ships: its own units, in a file in its folder."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, TypeAlias, cast, get_args

from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Group, LanguageForm, Unit
from schemas.language import Explained

BETWEEN: Final = "; "
"""What stands between several other names in one cell."""

NumberedRow: TypeAlias = tuple[int, Mapping[str, str]]
"""A row by the names of its columns, and its line in the file."""


class RegisterFault(Explained, ValueError):
    """A register that cannot be used: each of `sentences` names a line and what is wrong there."""

    code = "U-REGISTER"

    def __init__(self, file: str, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(" ".join((f"Registeret {file} kan ikke brukes.", *self.sentences)))
        self.add_note(self.code)  # so that a traceback has it, too


@cache
def register(design: FrameDesign) -> Frame:
    """The survey's own units, read once; raises `RegisterFault` with all that is wrong."""
    reader = csv.DictReader(_text(design).splitlines(), restval="")
    if missing := [one for one in _needed(design) if one not in (reader.fieldnames or ())]:
        raise RegisterFault(design.file, (f"Kolonnen {one} mangler." for one in missing))
    rows = [(reader.line_num, row) for row in reader]
    if faults := tuple(_faults(design, rows)):
        raise RegisterFault(design.file, faults)
    return Frame(design, (_unit(design, row) for _, row in rows))


def _text(design: FrameDesign) -> str:
    content = (files(design.package) / design.file).read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = f"Linje {line}: tegnkodingen er ikke UTF-8. Lagre filen som UTF-8."
        raise RegisterFault(design.file, (sentence,)) from None


def _needed(design: FrameDesign) -> Iterator[str]:
    columns = design.columns
    yield from (columns.id, columns.name, columns.kind, columns.group, columns.language_form)
    yield from (*filter(None, (columns.size,)), *columns.other_names, *columns.more)


def _faults(design: FrameDesign, rows: Iterable[NumberedRow]) -> Iterator[str]:
    first: dict[str, int] = {}
    for line, row in rows:
        id = row[design.columns.id]
        if id in first:
            yield f"Linje {line}: {id} står også på linje {first[id]}. Gi hver enhet sin egen id."
        first.setdefault(id, line)
        for sentence in _wrong_cells(design, row):
            yield f"Linje {line}: {sentence}"


def _wrong_cells(design: FrameDesign, row: Mapping[str, str]) -> Iterator[str]:
    columns = design.columns
    if not design.id_form.fullmatch(row[columns.id]):
        yield f"«{row[columns.id]}» kan ikke være en id. Skriv {design.id_words}."
    if row[columns.kind] not in design.kinds_by_id:
        yield f"«{row[columns.kind]}» er ingen slags enhet. Velg {_listed(design.kinds_by_id)}."
    if _group(design, row[columns.group]) is None:
        named = (one.id if columns.group_name else one.name for one in design.groups)
        cell, what = row[columns.group], design.group.a
        yield f"«{cell}» er ikke {what} i undersøkelsen. Velg {_listed(named)}."
    if columns.size and not row[columns.size].isdecimal():
        yield f"«{row[columns.size]}» er ikke et helt tall."
    if (form := row[columns.language_form]) not in get_args(LanguageForm):
        yield f"«{form}» er ingen målform. Skriv nb, nn eller ingenting."


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)


def _unit(design: FrameDesign, row: Mapping[str, str]) -> Unit:
    columns = design.columns
    more = MappingProxyType({one: row[one] for one in columns.more})
    names = (name for one in columns.other_names for name in row[one].split(BETWEEN))
    return Unit(
        id=row[columns.id],
        name=row[columns.name],
        kind=design.kinds_by_id[row[columns.kind]],
        group=cast(Group, _group(design, row[columns.group])),
        other_names=tuple(filter(None, names)),
        around=design.around(more),
        size=int(row[columns.size]) if columns.size else None,
        language_form=cast(LanguageForm, row[columns.language_form]),
        more=more,
    )


def _group(design: FrameDesign, cell: str) -> Group | None:
    return next((group for group in design.groups if cell in (group.id, group.name)), None)
