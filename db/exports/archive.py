"""One folder with all that a data archive asks for, made of one moment of the database.

There are no contacts in it, whoever asks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from db.engine import Database
from db.exports.csv import csv_sheets, fill_csv
from db.exports.frames import frame
from db.exports.pages import checksum, fieldwork, method_page, read_me
from db.exports.running import USUAL, Exported, Options, absolute, copy_into, export, workplace
from db.exports.snapshot import Snapshot
from db.exports.spss import save_sav
from db.exports.statistics import ready, rows_in
from db.exports.tables import INTERVIEWS
from db.exports.wide import rosters
from schemas.codebook import codebook
from schemas.ddi import ddi
from schemas.form import form
from schemas.phase_two import PhaseTwo
from schemas.printed import printed
from schemas.questionnaire import Questionnaire
from schemas.text import LANGUAGES, Language

METHOD: Final = "method.txt"
READ_ME: Final = "README.txt"
SUMS: Final = "SHA256SUMS"

Files = dict[Path, TextIO]


def write_archive(
    db: Database,
    folder: Path,
    *,
    at: datetime,
    language: Language = "nb",
    questionnaire: type[Questionnaire] = PhaseTwo,
    options: Options = USUAL,
) -> list[Exported]:
    """Write the whole folder, or nothing; raises `NotInstalled` where pyreadstat is missing."""
    ready()
    options = replace(options, contacts=False)
    sheets = csv_sheets(questionnaire, False, language, plain=True, contacts=False)
    place, tables = absolute(folder), [INTERVIEWS, *rosters(questionnaire)]
    saved = [place / f"{name}.sav" for name in tables]
    listed = [place / f"{table.name}.csv" for table in sheets.all]
    texts = {place / name: words for name, words in _texts(questionnaire, language).items()}
    last = [place / METHOD, place / READ_ME, place / SUMS]
    paths = [*saved, *listed, *texts, *last]
    with export(db, paths, questionnaire, options) as (opened, taken):
        files = dict(zip(paths, opened, strict=True))
        written = _save(saved, files, taken, questionnaire, language)
        csv = {path: files[path] for path in listed}
        written += fill_csv(sheets, taken, csv, True, options.progress)
        texts[place / METHOD] = method_page(codebook(questionnaire), fieldwork(taken))
        for path, words in texts.items():
            files[path].write(words)
            written.append(Exported(path, 0, is_table=False))
        written += [Exported(path, 0, is_table=False) for path in last[1:]]
        files[place / READ_ME].write(read_me(codebook(questionnaire), written, at))
        files[place / SUMS].write(_sums(files))
    return written


def _save(
    paths: list[Path],
    files: Files,
    taken: Snapshot,
    questionnaire: type[Questionnaire],
    language: Language,
) -> list[Exported]:
    written = []
    with workplace(paths[0].parent) as place:
        for path in paths:
            columns = frame(taken, questionnaire, path.stem)
            title = questionnaire.title.in_(language)
            save_sav(columns, place / path.name, title, language)
            copy_into(files[path], place / path.name)
            written.append(Exported(path, rows_in(columns)))
    return written


def _texts(questionnaire: type[Questionnaire], language: Language) -> dict[str, str]:
    """Codebook and questionnaire, which need no database."""
    book = codebook(questionnaire)
    texts = {f"codebook-{one}.txt": printed(book, one) for one in LANGUAGES}
    texts |= {"codebook.ddi.xml": ddi(questionnaire, language)}
    return texts | {f"questionnaire-{one}.txt": form(book, one) for one in LANGUAGES}


def _sums(files: Files) -> str:
    """As `sha256sum` writes them, of every file but their own."""
    named = sorted((path.name, file) for path, file in files.items() if path.name != SUMS)
    return "".join(f"{checksum(file)}  {name}\n" for name, file in named)
