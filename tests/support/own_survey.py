"""A survey of a test's own, in a folder that the program finds beside the others."""

import sys
from pathlib import Path

import pytest

from schemas import surveys

NAME = "schools-2031"

QUESTIONS = """
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer, Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section

class Colour(Choice):
    red = Text("Rød", nn="Raud", en="Red")
    blue = Text("Blå", nn="Blå", en="Blue")

class Walls(Section, heading="Veggene"):
    colour: Answer[Colour] = ask("Hvilken farge har veggene?")

class Schools(Questionnaire, name="schools", version="2031.1", heading=Text("Skoler")):
    walls: Walls
SURVEY = Schools
"""
"""What can be read of it; each test spoils it in its own way."""


def folder_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The survey's folder, so far empty, in one that is looked through for surveys."""
    made = folder / "schools_2031"
    made.mkdir()
    (made / "__init__.py").touch()
    monkeypatch.setattr(surveys, "__path__", [*surveys.__path__, str(folder)])
    monkeypatch.delitem(sys.modules, "schemas.surveys.schools_2031", raising=False)
    return made
