"""What the screens say: every sentence is met, in one language; times are written in one way."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import interviewer
from interviewer.words import WORDS

SOURCES = tuple(file.read_text("utf-8") for file in Path(interviewer.__file__).parent.rglob("*.py"))
ROOMS = ("schemas", "db", "interviewer")
OURS = re.compile(r"from schemas\.language\.text import [^\n]*\bText\b")
TOLD_IN_THREE = (
    "schemas/surveys/",  # the questions, their codes, and the letters of each survey
    "schemas/questionnaire/",  # what is said of every answer in data
    "schemas/codebook/",
    "schemas/frame/design.py",  # the survey's nouns, put into questions
    "schemas/language/text.py",
    "schemas/calls/letter.py",
    "schemas/calls/calls.py",  # codes of the exported tables, here and below
    "schemas/calls/departments.py",
    "schemas/calls/outcome_rows.py",
    "schemas/calls/outcomes.py",
    "schemas/review/classes.py",
    "schemas/review/consents.py",
    "schemas/review/decisions.py",
    "db/exports/",
    "interviewer/publish/overview_letter.py",  # sent to respondents
)
"""Where texts are in three languages: what respondents hear and get, and what data are called."""
SENTENCES = Counter(
    name for part in WORDS.__mro__[1:-1] for name in vars(part) if not name.startswith("_")
)


class TestSentences:
    """They lie in several files and are met under one name."""

    def test_each_is_used(self) -> None:
        used = {
            node.attr
            for source in SOURCES
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "WORDS"
        }
        assert sorted(SENTENCES.keys() - used) == []

    def test_no_name_is_taken_twice(self) -> None:
        assert [name for name, times in SENTENCES.items() if times > 1] == []


def _translated(source: str) -> Iterator[int]:
    """The lines at which a text brings more than bokmål."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            named = {word.arg for word in node.keywords} & {"nn", "en"}
            if node.func.id == "Text" and (len(node.args) > 1 or named - {None}):
                yield node.lineno


class TestLanguages:
    """The screens are in bokmål alone; the questions, and what is sent or exported, in three."""

    def test_no_sentence_of_the_screens_is_translated(self) -> None:
        """Nothing would show the translation: one language well is better than three in part."""
        top = Path(interviewer.__file__).parents[1]
        files = (file for room in ROOMS for file in sorted((top / room).rglob("*.py")))
        told = [
            f"{name}:{line}"
            for file in files
            if not (name := file.relative_to(top).as_posix()).startswith(TOLD_IN_THREE)
            and OURS.search(source := file.read_text("utf-8"))
            for line in _translated(source)
        ]
        assert told == []


class TestGlossary:
    """One term for one meaning: the words that another one was chosen for are not used."""

    NOT: Final = re.compile(
        r"\bleid(?:en|er|ene)?\b|\bklassifikasjon|\bførstelinje|\bhenvist\b|\bsvarere?n\b|\bsatsene\b"
        r"|\bi ringelisten\b|\bløs avtale|\bdelt tjeneste|\bden rette\b|\bmed grunn\b"
        r"|\btrukket ut\b"
        r"|\bFalt ut under|\butgave|\bDel (?:fjerner|sier)|\bhalve dag\b|\bveid med\b"
        r"|\bbekreft svaret\b|\ber galt?\b|\bklassen gal\b",
        re.IGNORECASE,
    )
    FILES: Final = ("interviewer", "schemas/calls", "schemas/review", "schemas/questionnaire", "db")

    def test_no_sentence_has_a_word_of_the_other_column(self) -> None:
        """Of everything that is said by the rooms; what a survey says has tests of its own."""
        top = Path(interviewer.__file__).parents[1]
        told = [
            f"{file.relative_to(top)}: {words}"
            for room in self.FILES
            for file in sorted((top / room).rglob("*.py"))
            if self.NOT.search(source := file.read_text("utf-8"))
            for words in _said(source)
            if self.NOT.search(words)
        ]
        assert told == []


def _said(source: str) -> Iterator[str]:
    """The strings of a file, the help of its commands among them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


class TestTimes:
    """How a day and a time are written is decided in `schemas.calls.workdays` only."""

    def test_nobody_writes_them_in_a_way_of_their_own(self) -> None:
        own_way = re.compile(r"%[HMdm]|\.day\}|ZoneInfo")
        assert [found for source in SOURCES for found in own_way.findall(source)] == []
