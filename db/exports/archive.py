"""One folder with all that a data archive asks for, made of one moment of the database.

There are no contacts in it, whoever asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Final, TextIO

from db.exports.csv import PLAIN, CsvSheets, CsvSpelling
from db.exports.frames import frame
from db.exports.pages import checksum, fieldwork, method_page, read_me
from db.exports.snapshot import Snapshot
from db.exports.spss import save_sav
from db.exports.statistics import ready
from db.exports.writing import USUAL, Exported, Options, absolute, copy_into, export, workplace
from db.plain_sql import Looked
from db.stamp import DataStamp
from db.versions import of_all_versions
from schemas.codebook.codebook import codebook
from schemas.codebook.ddi import ddi
from schemas.codebook.paper_form import form
from schemas.codebook.printed import printed
from schemas.codebook.variables import DataTable
from schemas.language.text import LANGUAGES, Language
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.survey import Survey

METHOD: Final = "method.txt"
READ_ME: Final = "README.txt"
SUMS: Final = "SHA256SUMS"
SCRIPTS: Final = ("figures.py", "figures.R")

Files = dict[Path, TextIO]


def write_archive(
    db: Looked,
    folder: Path,
    *,
    language: Language = "nb",
    options: Options = USUAL,
) -> list[Exported]:
    """Write the whole folder, or nothing.

    Raises ExportProblem, and among them NotInstalled where pyreadstat is missing.
    """
    ready()
    survey = of_all_versions(db)
    questionnaire = survey.questionnaire
    place, options = absolute(folder), options._replace(contacts=False)
    sheets = CsvSheets(survey, db.frame, CsvSpelling(PLAIN, False, language), contacts=False)
    described = sheets.described
    saved = [place / f"{table.name}.sav" for table in described]
    listed, texts = sheets.paths(place), _texts(place, survey, described, language)
    paths = [*saved, *listed, *texts, *(place / name for name in (METHOD, READ_ME, SUMS))]
    with export(db, paths, options) as (opened, taken):
        files = dict(zip(paths, opened, strict=True))
        written = _save(saved, files, taken, survey, language)
        written += sheets.fill({path: files[path] for path in listed}, taken, options.progress)
        texts[place / METHOD] = method_page(codebook(questionnaire), db.frame, fieldwork(taken))
        written += _write(texts, files)
        return written + _describe(place, files, questionnaire, described, written, taken.stamp)


def _save(
    paths: list[Path],
    files: Files,
    taken: Snapshot,
    survey: Survey,
    language: Language,
) -> list[Exported]:
    written = []
    with workplace(paths[0].parent) as place:
        for path in paths:
            columns = frame(taken, survey, path.stem)
            title = survey.questionnaire.title.in_(language)
            save_sav(columns, place / path.name, title, language, taken.stamp)
            copy_into(files[path], place / path.name)
            written.append(Exported(path, columns[0].rows))
    return written


def _texts(
    place: Path, survey: Survey, tables: Sequence[DataTable], language: Language
) -> dict[Path, str]:
    """Codebook and questionnaire, which need no database."""
    book = codebook(survey.questionnaire)
    texts = {f"codebook-{one}.txt": printed(book, one) for one in LANGUAGES}
    texts |= {"codebook.ddi.xml": ddi(survey, tables, language)}
    texts |= {f"questionnaire-{one}.txt": form(book, one) for one in LANGUAGES}
    texts |= {name: _script(name) for name in SCRIPTS}
    return {place / name: words for name, words in texts.items()}


def _script(name: str) -> str:
    """A program that makes the main figures of the report from the files beside it."""
    return resources.files("db.exports.scripts").joinpath(name).read_text(encoding="utf-8")


def _write(texts: dict[Path, str], files: Files) -> list[Exported]:
    for path, words in texts.items():
        files[path].write(words)
    return [Exported(path, 0, is_table=False) for path in texts]


def _describe(
    place: Path,
    files: Files,
    asked: type[Questionnaire],
    tables: Sequence[DataTable],
    written: list[Exported],
    stamp: DataStamp,
) -> list[Exported]:
    """What lies in the folder, and its checksums, when all else is written."""
    last = [Exported(place / name, 0, is_table=False) for name in (READ_ME, SUMS)]
    files[place / READ_ME].write(read_me(asked, tables, [*written, *last], stamp))
    files[place / SUMS].write(_sums(files))
    return last


def _sums(files: Files) -> str:
    """As `sha256sum` writes them, of every file but their own."""
    named = sorted((path.name, file) for path, file in files.items() if path.name != SUMS)
    return "".join(f"{checksum(file)}  {name}\n" for name, file in named)
