"""Parts of a survey that are fetched when they are first asked for."""

from dataclasses import replace

import pytest

from schemas.calls.letter import LetterDesign
from schemas.codebook.changes import Release
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import soft
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types import ShortText
from schemas.surveys.part import BrokenSurvey, LiesIn
from schemas.surveys.registry import FIRST, names, survey_called
from schemas.surveys.survey import SurveyFault

SURVEY = survey_called(FIRST)
SCRIPT = SURVEY.practice
LETTER = LetterDesign(asks=("no_such",), more=Text("Det tar to minutter."), sender=Text("Oss"))
RELEASE = (Release("0"),)
PhaseTwo = SURVEY.questionnaire


def lying(name: str) -> LiesIn:
    """A part that lies in this module."""
    return LiesIn(__name__, __name__.rpartition(".")[2], name)


class TestAPart:
    def test_is_fetched_on_asking(self) -> None:
        """And from then on it is there."""
        survey = replace(SURVEY, practice=lying("SCRIPT"))
        assert survey.practice is SCRIPT
        assert survey.practice is SCRIPT

    def test_is_held_against_the_questionnaire_when_it_comes(self) -> None:
        """It is no better when it is asked for again."""
        survey = replace(SURVEY, letter=lying("LETTER"))
        for _ in range(2):
            with pytest.raises(SurveyFault, match="no_such"):
                _ = survey.letter

    def test_is_not_kept_with_a_reason_where_it_tells_of_somebody(self) -> None:
        """Answers that a check is confirmed for lie beside the reason: not who somebody is."""

        class Opening(Section, heading="Åpning"):
            name: Answer[ShortText] = ask("Hva heter du?", personal=True)
            checks = (soft("no_name", on=name, when=given(name).has_value, says="Sikkert?"),)

        class Short(Questionnaire, name="short", version="1", heading="Kort"):
            opening: Opening

        with pytest.raises(SurveyFault, match="no_name kan bekreftes, og ser på name"):
            replace(SURVEY, questionnaire=Short, releases=(Release("1"),))

    def test_is_held_against_the_questionnaire_when_that_comes(self) -> None:
        """Whichever of them is asked for first."""
        survey = replace(SURVEY, questionnaire=lying("PhaseTwo"), releases=lying("RELEASE"))
        assert survey.releases is RELEASE
        with pytest.raises(SurveyFault, match="Siste versjon"):
            _ = survey.questionnaire

    def test_that_cannot_be_read(self) -> None:
        """Says so as a survey does that cannot."""
        survey = replace(SURVEY, report=lying("NO_SUCH"))
        with pytest.raises(BrokenSurvey, match=f"{FIRST} kan ikke leses"):
            _ = survey.report


@pytest.mark.parametrize("name", list(names()))
def test_all_parts_of_a_survey_fit_together(name: str) -> None:
    """As the program sees to it while somebody looks at the first list."""
    survey = survey_called(name)
    assert survey.fetch_all() is survey
