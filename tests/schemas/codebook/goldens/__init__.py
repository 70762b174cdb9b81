"""What is committed of every questionnaire: its printed codebooks, and each release's as JSON.

After a change of an instrument:

    python -m tests.schemas.codebook.goldens

writes them again.  It refuses where the version is still one that was released, unless no interview
has ever been made with it and one says `--same-version`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from schemas.codebook.changes import UndeclaredChange
from schemas.codebook.codebook import codebook
from schemas.codebook.printed import printed
from schemas.language.text import LANGUAGES
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey
from schemas.surveys.versions import check_declared, today

HERE = Path(__file__).parent
SURVEYS = Path(__file__).parents[4] / "schemas" / "surveys"
REFRESH = "python -m tests.schemas.codebook.goldens"


def surveys() -> Iterator[Survey]:
    """Every survey that there is."""
    return map(survey_called, names())


def folder_of(survey: Survey) -> str:
    """What the folders of a survey are called."""
    return survey.name.replace("-", "_")


def goldens(survey: Survey) -> Iterator[tuple[Path, str]]:
    """Each golden file of a survey, and what belongs in it now."""
    book = codebook(survey.questionnaire)
    for language in LANGUAGES:
        path = HERE / folder_of(survey) / f"codebook.{language}.txt"
        yield path, printed(book, language)
    content = json.dumps(today(survey), ensure_ascii=False, indent=1) + "\n"
    version = survey.questionnaire.version
    yield SURVEYS / folder_of(survey) / "versions" / f"{version}.json", content


def refresh(survey: Survey, *, same_version: bool) -> None:
    """Write all of them; raises `UndeclaredChange` where the changes are not declared."""
    if not same_version:
        check_declared(survey)
    for path, text in goldens(survey):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


__all__ = ["REFRESH", "UndeclaredChange", "goldens", "refresh", "surveys"]
