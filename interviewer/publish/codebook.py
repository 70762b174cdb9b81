"""The codebook: for people, for programs, for archives, or as a form; printed, or in a file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from interviewer.failures import Trouble
from interviewer.publish.export_request import Order, WrittenFiles
from schemas.codebook.changes import Release, UndeclaredChange
from schemas.language.text import Language

if TYPE_CHECKING:
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

Format = Literal["text", "json", "ddi", "xlsform"]


def require_declared(survey: "Survey") -> None:
    """Trouble where the questionnaire was changed and nobody has declared how."""
    from schemas.surveys.versions import check_declared

    try:
        check_declared(survey)
    except UndeclaredChange as change:
        what = "Skjemaet er endret uten at det er meldt hvordan, så ingen kodebok gjelder."
        raise Trouble(change.code, " ".join((what, *change.sentences))) from None


def in_version(survey: "Survey", version: str | None) -> "Survey":
    """The survey as it was in a version of its questionnaire; Trouble where there never was one.

    Without a version: as it is today, with what earlier versions asked, and until when.
    """
    from schemas.surveys import versions

    asked = versions.with_history(survey)
    if version is not None:
        known = versions.in_version(survey, version)
        if known is None:
            there_are = ", ".join(release.version for release in survey.releases)
            raise Trouble(
                "CODEBOOK-VERSION", f"Skjemaet har ingen versjon {version}. Det finnes {there_are}."
            )
        asked = known
    return replace(survey, questionnaire=asked, releases=(Release(asked.version),))


def codebook_words(survey: "Survey", format: Format, language: Language) -> str:
    """The instrument as text; `xlsform` has none, it is a workbook."""
    from schemas.codebook.codebook import codebook
    from schemas.codebook.ddi import ddi
    from schemas.codebook.printed import printed

    asked = survey.questionnaire
    if format == "ddi":
        from db.exports.sheets import data_tables

        return ddi(survey, data_tables(survey), language)
    if format == "json":
        return json.dumps(codebook(asked).as_json(), ensure_ascii=False, indent=2) + "\n"
    return printed(codebook(asked), language)


def write_codebook(
    survey: "Survey", frame: "Frame", format: Format, order: Order, database: Path
) -> WrittenFiles:
    """The same in a file: a form has the units of the sample.  `database` is never replaced."""
    from db.exports.writing import Exported, absolute

    out = absolute(order.out)
    if format == "xlsform":
        from db.exports.xlsform import write_xlsform

        write_xlsform(out, survey.questionnaire, frame, database=database, force=order.force)
    else:
        _write(out, codebook_words(survey, format, order.language), order.force, database)
    return WrittenFiles((Exported(out, 0, is_table=False),))


def _write(out: Path, words: str, force: bool, database: Path) -> None:
    from db.exports.files import new_files

    with new_files([out], force=force, database=database) as (file,):
        file.write(words)
