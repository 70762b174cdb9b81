"""What belongs to one survey stands in its folder: nobody else names its questions, its codes, its
modules or what it asks about.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from schemas.language.text import Text
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey
from tests.support.installation import CHECKOUT

ROOMS = ("schemas", "db", "interviewer")
SURVEYS = CHECKOUT / "schemas" / "surveys"

TABLES_OF_THE_TIME = CHECKOUT / "db" / "migrations"
"""Migrations name columns that tables had once; they are never edited."""

TEMPLATES = CHECKOUT / "interviewer" / "publish" / "templates"

FOLDERS = {folder.name for folder in SURVEYS.iterdir() if folder.is_dir()}

# ── What is a survey's own ───────────────────────────────────────────────────────────────────────


def ids(survey: Survey) -> Iterator[str]:
    """Its questions and sections."""
    yield from survey.questionnaire.by_id
    yield from survey.questionnaire.sections


def codes(survey: Survey) -> Iterator[str]:
    """What can be answered, claimed and found, and the questions of an earlier phase's form."""
    for question in survey.questionnaire.by_id.values():
        yield from (code.name for code in question.codes)
    yield from survey.classes.__members__
    yield from survey.departments.__members__
    if survey.earlier:
        yield from survey.earlier.claims.__members__
        yield from survey.earlier.differences.__members__
        yield from survey.earlier.form.questions


EVERYWHERE: Final = {
    "access", "all", "clear", "confirmed", "coordinator", "covered", "decided", "decision",
    "department", "email", "group", "groups", "intro", "later", "none", "one", "other",
    "outside", "own", "part", "some", "switchboard", "together", "unit", "until", "yes",
}  # fmt: skip
"""Words that questions and codes are called by, and that mean something of their own elsewhere."""

PARTS: Final = frozenset(
    ("after_check", "consent", "cooperation", "covered_by", "private_note", "right_person")
)
"""Parts that questions play, or that answers do, are called as most surveys call those."""

IDS = {id for name in names() for id in ids(survey_called(name))}
OWN = {one for name in names() for one in (*IDS, *codes(survey_called(name)))} - EVERYWHERE - PARTS


def said(words: Text) -> Iterator[str]:
    """In bokmål and nynorsk, as they may stand in a sentence of the screens."""
    yield words.nb
    yield words.nn or words.nb


def spoken(survey: Survey) -> Iterator[str]:
    """What its units, their groups and what it looks for are called, and its earlier phase."""
    for noun in (survey.frame.unit, survey.frame.group, survey.sought):
        for form in (noun.one, noun.many, noun.the, noun.all):
            yield from (word for one in said(form) for word in re.split(r" eller | og ", one))
    yield from (kind.label.nb for kind in survey.frame.kinds)
    if survey.earlier:
        yield survey.earlier.words.name.nb


ABOUT: Final = (
    "tilbud",
    "tilbod",
    "læring",
    "mestring",
    "meistring",
    "rådmann",
    "fase 1",
    "årsverk",
)
"""What surveys are about, beside that: the stems of words."""

BEGINNINGS = {*ABOUT, *(word for name in names() for word in spoken(survey_called(name)))}
LONGEST_FIRST = sorted(map(re.escape, BEGINNINGS), key=len, reverse=True)
WORDS = re.compile(rf"\b(?:{'|'.join(LONGEST_FIRST)})|tjeneste|teneste", re.IGNORECASE)

BY_SPECIFICATION: Final = {"schemas/calls/outcomes.py": {"tjeneste", "teneste"}}
"""What the specification of the calls (calls.md) calls `no_service`: an outcome of the surveys that
name it as what having nothing comes to, and of no other.
"""

# ── Where it stands ──────────────────────────────────────────────────────────────────────────────


def sources() -> Iterator[Path]:
    """Every module that is no survey's."""
    for room in ROOMS:
        for path in sorted((CHECKOUT / room).rglob("*.py")):
            apart = TABLES_OF_THE_TIME in path.parents or any(
                SURVEYS / folder in path.parents for folder in FOLDERS
            )
            if not apart:
                yield path


def named_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The ids of questions and sections, the surveys' modules, and names that are a survey's."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(id)) if id in IDS:
                yield node.lineno, id
            case ast.ImportFrom(module=str(module)) if FOLDERS & {*module.split(".")[2:3]}:
                if module.startswith("schemas.surveys."):
                    yield node.lineno, module
            case ast.Attribute(attr=name) if name in OWN:
                yield node.lineno, name
            case ast.keyword(arg=str(name)) if name in OWN:
                yield node.value.lineno, name
            case ast.ClassDef(body=body):
                yield from ((line, name) for line, name in declared(body) if name in OWN)


def declared(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    """The fields of a class, and the members of an enum."""
    for node in body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        yield from ((node.lineno, one.id) for one in targets if isinstance(one, ast.Name))


def spoken_in(tree: ast.AST, *, docstrings: bool) -> Iterator[tuple[int, str]]:
    """Words of a survey in what people read; the docstrings of commands are their help."""
    apart = set() if docstrings else set(map(id, docstrings_in(tree)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield from ((node.lineno, found.group()) for found in WORDS.finditer(node.value))


def docstrings_in(tree: ast.AST) -> Iterator[ast.expr]:
    """The constants that are one, of a module, a class or a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            match node.body:
                case [ast.Expr(value=words), *_]:
                    yield words


def places(path: Path, found: Iterable[tuple[int, str]]) -> list[str]:
    """In words: the file, the line, and what stands there."""
    return [f"{path.relative_to(CHECKOUT).as_posix()}:{line}: {what}" for line, what in found]


def lines_with(path: Path) -> Iterator[tuple[int, str]]:
    """The same in a file that is no module, such as a template."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        yield from ((number, found.group()) for found in WORDS.finditer(line))


@pytest.fixture(scope="module")
def modules() -> dict[Path, ast.Module]:
    """Every module that is no survey's, read once for all that is asked of it."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sources()}


def test_no_module_names_a_question_or_a_survey(modules: dict[Path, ast.Module]) -> None:
    """Else a survey could not be changed, or another one added, in its folder alone."""
    named = [place for path, tree in modules.items() for place in places(path, named_in(tree))]
    assert named == []


def test_no_module_says_a_word_of_a_survey(modules: dict[Path, ast.Module]) -> None:
    """Whoever works on another one reads words that mean nothing there."""
    said = []
    for path, tree in modules.items():
        found = spoken_in(tree, docstrings=CHECKOUT / "interviewer" in path.parents)
        allowed = BY_SPECIFICATION.get(path.relative_to(CHECKOUT).as_posix(), set())
        said += places(path, (one for one in found if one[1] not in allowed))
    assert said == []


def test_no_page_has_a_word_of_a_survey() -> None:
    """A template is filled with the words of whichever survey it is."""
    pages = sorted(TEMPLATES.iterdir())
    assert [place for path in pages for place in places(path, lines_with(path))] == []


class TestTheTest:
    """It finds what it looks for, and says where."""

    def test_finds_a_field(self) -> None:
        tree = ast.parse("class Row:\n    offers_only: str\n\nrow.health_house = 1\n")
        assert list(named_in(tree)) == [(2, "offers_only"), (4, "health_house")]

    def test_finds_a_word(self) -> None:
        tree = ast.parse(
            '"""Et senter i en kommune."""\nsay("Svar fra fase én og", f"{n} kommuner")'
        )
        assert list(spoken_in(tree, docstrings=False)) == [(2, "fase én"), (2, "kommuner")]
        assert (1, "kommune") in spoken_in(tree, docstrings=True)
