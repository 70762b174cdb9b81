"""What belongs to one survey stands in its folder: nobody else names its questions or modules."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.surveys.registry import names, survey_called
from tests.support.installation import CHECKOUT

ROOMS = ("schemas", "db", "interviewer")
SURVEYS = CHECKOUT / "schemas" / "surveys"

TABLES_OF_THE_TIME = CHECKOUT / "db" / "migrations"
"""Migrations name columns that tables had once; they are never edited."""

FOLDERS = {folder.name for folder in SURVEYS.iterdir() if folder.is_dir()}

IDS = {
    id
    for name in names()
    for id in (
        *survey_called(name).questionnaire.by_id,
        *survey_called(name).questionnaire.sections,
    )
}


def sources() -> Iterator[Path]:
    """Every module that is no survey's."""
    for room in ROOMS:
        for path in sorted((CHECKOUT / room).rglob("*.py")):
            apart = TABLES_OF_THE_TIME in path.parents or any(
                SURVEYS / folder in path.parents for folder in FOLDERS
            )
            if not apart:
                yield path


def named_in(tree: ast.AST) -> Iterator[str]:
    """The ids of questions and sections, and the surveys' modules, with the lines they stand in."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(id)) if id in IDS:
                yield f"line {node.lineno}: {id}"
            case ast.ImportFrom(module=str(module)) if FOLDERS & {*module.split(".")[2:3]}:
                if module.startswith("schemas.surveys."):
                    yield f"line {node.lineno}: {module}"


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_names_no_question_and_no_survey(path: Path) -> None:
    """Else a survey could not be changed, or another one added, in its folder alone."""
    assert list(named_in(ast.parse(path.read_text("utf-8")))) == []
