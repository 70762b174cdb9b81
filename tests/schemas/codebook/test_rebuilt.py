"""A questionnaire read back from its codebook: the same questions, routes, checks and data."""

import json
from typing import Any

import pytest

from schemas.codebook.codebook import codebook
from schemas.codebook.rebuilt import rebuilt
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey


def as_json(questionnaire: type[Questionnaire]) -> Any:
    """The codebook as it lies in a file or a database."""
    return json.loads(json.dumps(codebook(questionnaire).as_json()))


@pytest.fixture(params=list(names()))
def survey(request: pytest.FixtureRequest) -> Survey:
    """Each survey that there is."""
    return survey_called(request.param)


class TestEverySurvey:
    def test_there_and_back(self, survey: Survey) -> None:
        """Nothing that the codebook says is lost."""
        data = as_json(survey.questionnaire)
        assert as_json(rebuilt(data, survey.preloads)) == data
