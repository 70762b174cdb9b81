"""What data are described by: a survey's questions, its sample, and its classes."""

from typing import Protocol

from schemas.frame.design import FrameDesign
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.classes import Class


class Described(Protocol):
    """A survey, as far as the columns of its data depend on it."""

    @property
    def questionnaire(self) -> type[Questionnaire]:
        """The questionnaire whose answers the data are."""

    @property
    def frame(self) -> FrameDesign:
        """What the units of the survey are."""

    @property
    def classes(self) -> type[Class]:
        """What the units are found to be."""
