"""Bokmål is the reference; everything that a survey asks is translated, and nothing else is."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.registry import names, survey_called


@pytest.mark.parametrize("survey", list(names()))
class TestTranslations:
    """In each survey that there is."""

    def test_every_sentence_is_translated(self, survey: str) -> None:
        assert [str(text) for text in texts(survey) if not (text.nn and text.en)] == []

    def test_no_translation_is_left_over(self, survey: str) -> None:
        """A sentence that was reworded leaves its old translation behind."""
        translations = part(survey, "translations").TRANSLATIONS
        assert set(translations) - {str(text) for text in texts(survey)} == set()

    def test_every_label_of_a_code_is_translated(self, survey: str) -> None:
        codes = part(survey, "code_lists")
        for name in codes.__all__:
            for code in getattr(codes, name):
                assert code.label.nn, code
                assert code.label.en, code

    def test_blanks_to_fill_in_survive_translation(self, survey: str) -> None:
        for text in texts(survey):
            blanks = {tuple(sorted(re.findall(r"{\w+}", text.in_(one)))) for one in LANGUAGES}
            assert len(blanks) == 1, text


def texts(survey: str) -> Iterator[Text]:
    """Whatever of it is read aloud or read out."""
    asked: type[Questionnaire] = survey_called(survey).questionnaire
    for section in asked.sections.values():
        yield section.heading
    for question in asked.questions():
        yield question.text
        if question.instruction:
            yield question.instruction
    yield from (check.says for check in asked.checks())
    yield from (words for d in asked.definitions for words in (d.term, d.text))
    yield asked.title


def part(survey: str, module: str) -> Any:
    """A module of its folder."""
    return import_module(f"schemas.surveys.{survey.replace('-', '_')}.{module}")
