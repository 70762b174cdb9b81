"""The form for ODK and Kobo, as their own programs read it."""

import re
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from db.exports.xlsform import write_xlsform
from schemas.frame.register import register
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey

pyxform: Any = pytest.importorskip("pyxform.xls2xform", reason="pyxform is not installed")


def form_of(survey: Survey, folder: Path) -> str:
    """The survey's form, as a file."""
    frame = register(survey.frame)
    path = folder / "skjema.xlsx"
    return str(write_xlsform(path, survey.questionnaire, frame, database=folder / "db"))


def rows_of(form: Path) -> list[dict[str, Any]]:
    """The rows of its questions."""
    import openpyxl  # type: ignore[import-untyped]

    header, *rows = openpyxl.load_workbook(form)["survey"].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("survey", list(map(survey_called, names())), ids=names())
class TestTheForm:
    """Of every survey, in all three languages."""

    def test_pyxform_accepts_it(self, survey: Survey, tmp_path: Path) -> None:
        """And has nothing to say about it."""
        made = pyxform.convert(form_of(survey, tmp_path), validate=False)
        assert made.warnings == []
        for language in ("Bokmål (nb)", "Nynorsk (nn)", "English (en)"):
            assert f'lang="{language}"' in made.xform
        rosters = {roster.more.id for roster in survey.questionnaire.rosters.values()}
        for question in survey.questionnaire.by_id:
            assert f"/{question}" in made.xform or question in rosters

    @pytest.mark.slow
    @pytest.mark.skipif(not which("java"), reason="Java is not installed: no ODK Validate")
    def test_odk_validate_accepts_it(self, survey: Survey, tmp_path: Path) -> None:
        """ODK Collect, which reads forms as it does, opens it: no circle, no unknown function."""
        assert pyxform.convert(form_of(survey, tmp_path), validate=True).warnings == []

    def test_no_rule_looks_at_its_own_question(self, survey: Survey, tmp_path: Path) -> None:
        """A constraint does; whether something is asked or must be, its answer cannot decide."""
        form_of(survey, tmp_path)
        for row in rows_of(tmp_path / "skjema.xlsx"):
            for rule in ("required", "relevant"):
                written = str(row[rule] or "")
                assert f"${{{row['name']}}}" not in written, row["name"]
                assert not re.search(r"(?<![\w'])\.(?!\w)", written), row["name"]
