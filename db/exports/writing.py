"""What every export does: files that are there whole or not at all, one moment of the database,
and a look for persons in free text before anything is written.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Final, NamedTuple, TextIO, TypeVar

from db.exports.export_tables import INTERVIEWS, AnswerCell, Interview
from db.exports.files import new_files
from db.exports.interview_rows import Interviews
from db.exports.problems import NotAFolder, NotInstalled, problem_of
from db.exports.snapshot import Snapshot, snapshot
from db.plain_sql import Looked
from db.stored_json import load_json
from db.trail.chain import Verb
from db.versions import all_versions_in
from schemas.review.privacy import PersonFound, Search, hits, may_point
from schemas.surveys.survey import Survey

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many interviews are written, and of how many."""

Warn = Callable[[Sequence[PersonFound]], None]
"""Told where free text seems to point to a person, before anything is written."""


class Exported(NamedTuple):
    """A file that was written, or a sheet of it, and how many rows it has besides its heading."""

    path: Path
    rows: int
    sheet: str = ""
    is_table: bool = True


class Options(NamedTuple):
    """What an export is asked for, whatever the format."""

    contacts: bool = False
    force: bool = False
    warn: Warn | None = None
    progress: Progress | None = None


USUAL = Options()
"""Without contacts, over nothing that is there, and without a word."""


@contextmanager
def export(
    db: Looked, targets: Sequence[Path], options: Options
) -> Iterator[tuple[list[TextIO], Snapshot]]:
    """Files to write, all in one folder, and what is to stand in them. Raises ExportProblem."""
    with new_files(targets, force=options.force, database=db.file) as files:
        with snapshot(db, contacts=options.contacts) as taken:
            if options.warn and not options.contacts:
                found = list(persons_in(taken, all_versions_in(taken.reads)))
                if found:
                    options.warn(found)
            yield files, taken
        if options.contacts:  # before they have their places: what cannot be noted does not go out
            from db.trail.trail import note

            with db.opened().write() as session:
                note(session, Verb.export, ", ".join(path.name for path in targets))


def absolute(path: Path) -> Path:
    """The path as it is meant, wherever the program runs.

    `~somebody` may be unknown here, and a name may have letters that this machine cannot write.
    Raises ExportProblem: NotAFolder, NameTooLong, and NotAllowed where we may not look.
    """
    try:
        meant = path.expanduser().absolute()
        os.fsencode(meant)
    except (RuntimeError, UnicodeEncodeError):
        raise NotAFolder(path) from None
    try:
        os.lstat(meant)
    except OSError as error:
        if error.errno in {errno.ENAMETOOLONG, errno.EACCES}:
            raise problem_of(error, path) from None
    return meant


EXTRAS: Final = MappingProxyType({"spss": ("pyreadstat", "pandas"), "parquet": ("pyarrow",)})
"""The packages that not everybody has, by the extra that brings them."""


def lacking(extra: str) -> str | None:
    """The first package of an extra that is not installed; it is not loaded to find out."""
    return next((package for package in EXTRAS[extra] if find_spec(package) is None), None)


def needed(module: str, extra: str) -> ModuleType:
    """A package that not everybody has; it is loaded only when it is used. Raises NotInstalled."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise NotInstalled(module.partition(".")[0], extra) from None


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A hidden folder for programs that want to write by name; gone when the block is left."""
    with tempfile.TemporaryDirectory(prefix=".ringerunde-", dir=folder) as place:
        yield Path(place)


def copy_into(file: TextIO, source: Path) -> None:
    """The bytes of a finished file into one that will be put in its place."""
    with source.open("rb") as finished:
        shutil.copyfileobj(finished, file.buffer)


def counted(
    portions: Iterator[tuple[str, Sequence[T]]], taken: Snapshot, progress: Progress | None
) -> Iterator[tuple[str, Sequence[T]]]:
    """The portions as they are; after those of interviews, progress is told."""
    if progress is None:
        yield from portions
        return
    done = 0
    for name, some in portions:
        yield name, some
        if name == INTERVIEWS and done < (all := taken.finished.count):
            done = min(done + len(some), all)
            progress(done, all)


# ── Persons in free text ─────────────────────────────────────────────────────────────────────────


def persons_in(taken: Snapshot, survey: Survey) -> Iterator[PersonFound]:
    """Where text that is exported without contacts seems to point to a person."""
    search = Search(survey.questionnaire, survey.parts)
    for one, remarks in _worth_a_look(taken, survey, search):
        unit, name = one.source.unit_id, taken.names[one.source.unit_id]
        yield from search.document(unit, one.document, name)
        for said in remarks:
            yield from hits(unit, said.remark.question, said.remark.text, said.number, name)
    for unit, department in taken.called_departments:
        yield from hits(unit, "calls.department_name", department)
    for unit, *ends in taken.redirected_between:
        for end in ends:
            yield from hits(unit, "redirects.department_name", end)
    everybody = " ".join(taken.names.values())
    for code in taken.codes.by_id.values():
        yield from hits("", code.question, code.label, name=everybody)


def _worth_a_look(
    taken: Snapshot, survey: Survey, search: Search
) -> Iterator[tuple[Interview, list[AnswerCell]]]:
    """The interviews with the remarks that count, without those that have nothing to be found.

    As they are stored, they are looked through in a fraction of the time that it takes to make of
    them what is exported, and there is nothing in that which is not in them.
    """
    units = {unit for unit, remark in taken.remarked if may_point(remark, taken.names[unit])}
    for source in taken.finished:
        stored, name = filter(None, (source.document, source.public)), taken.names[source.unit_id]
        if any(search.may_find(document, name) for document in map(load_json, stored)):
            units.add(source.unit_id)
    interviews = Interviews(taken, survey, contacts=False)
    if units:
        yield from interviews.completed(units)
    if any(_may_point_so_far(taken)):
        yield from ((one, []) for one in interviews.partial())


def _may_point_so_far(taken: Snapshot) -> Iterator[bool]:
    """Of each answer in an interview that has only been begun."""
    unit = {one.interview_id: one.unit_id for one in taken.begun}
    for typed in taken.typed_so_far if unit else ():
        words = load_json(typed.value)
        yield isinstance(words, str) and may_point(words, taken.names[unit[typed.interview_id]])
