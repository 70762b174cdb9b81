"""Finding a survey by its name, and saying what is wrong with one that cannot be read."""

from pathlib import Path

import pytest

from schemas.questionnaire.declaring import DeclarationProblem
from schemas.surveys.part import BrokenSurvey
from schemas.surveys.registry import NoSuchSurvey, names, survey_called
from tests.support.own_survey import NAME, QUESTIONS, folder_beside


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a survey beside the others."""
    return folder_beside(tmp_path, monkeypatch)


def test_one_that_there_is_not() -> None:
    """The error has the names of those that there are."""
    with pytest.raises(NoSuchSurvey) as problem:
        survey_called("schools-2099")
    assert problem.value.names == tuple(names())


class TestOneThatCannotBeRead:
    """Whoever writes a survey and starts the program is told where to look."""

    @pytest.mark.parametrize(
        ("right", "wrong", "place"),
        [
            (
                "Answer[Colour] = ask(",
                "Answer[Colours] = ask(",
                "linje 13: NameError: name 'Colours'",
            ),
            ("walls: Walls", "walls: Wall", "linje 16: NameError: name 'Wall'"),
            ("blue =", "red =", "linje 10: TypeError: 'red' already defined"),
            ("Schools(Q", "School(Q", "linje 17: NameError: name 'Schools'"),
            ("class Colour(Choice):", "class Colour(Choice)", "linje 8: SyntaxError: expected ':'"),
        ],
    )
    def test_in_which_line(self, folder: Path, right: str, wrong: str, place: str) -> None:
        """A route that points to no name, two codes of one name, and what is no Python at all."""
        (folder / "survey.py").write_text(QUESTIONS.replace(right, wrong), "utf-8")
        with pytest.raises(BrokenSurvey) as problem:
            survey_called(NAME)
        assert f"{NAME} kan ikke leses: survey.py, {place}" in str(problem.value)

    def test_where_the_questionnaire_says_it_itself(self, folder: Path) -> None:
        """What has a code of its own is not wrapped in another."""
        asked = 'ask("Hvor?", when=given(colour).is_(Size.big))'
        size = 'class Size(Choice):\n    big = Text("Stor", nn="Stor", en="Big")\n'
        wrong = QUESTIONS.replace("\nclass Walls", f"\n{size}\nclass Walls")
        wrong = wrong.replace(
            "\nclass Schools", f"    where: Answer[Size] = {asked}\n\nclass Schools"
        )
        (folder / "survey.py").write_text(wrong, "utf-8")
        with pytest.raises(DeclarationProblem) as problem:
            survey_called(NAME)
        assert problem.value.code == "Q-CODE"
