"""What is named before a command, as a value: without Typer, so that the call list has it soon."""

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from interviewer.failures import Trouble
from interviewer.places import DATABASE_VARIABLE, default_database

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

SURVEY_VARIABLE: Final = "RINGERUNDE_SURVEY"
"""A variable of the environment, for whoever does not want to name it each time."""


class Named(NamedTuple):
    """What was named: a path or address, and a survey; None is the usual one.

    Of the command that follows, that it is one for whoever is `deciding`.
    """

    database: str | None
    survey: str | None
    deciding: bool = False

    @classmethod
    def by_environment(cls) -> "Named":
        """What the environment names, where nothing is typed."""
        return cls(os.environ.get(DATABASE_VARIABLE), os.environ.get(SURVEY_VARIABLE))

    @property
    def place(self) -> str:
        """The path or address that was named, or else the usual one of the survey."""
        return self.database or str(default_database(self.survey or None))

    def find_survey(self) -> "Survey | None":
        """The survey that was named, if any; Trouble where there is none of that name."""
        return survey_named(self.survey) if self.survey else None


def survey_named(name: str) -> "Survey":
    """The survey of that name; Trouble, with those that there are, where there is none."""
    from schemas.surveys.registry import NoSuchSurvey, survey_called

    try:
        return survey_called(name)
    except NoSuchSurvey as unknown:
        known = " eller ".join(unknown.names)
        raise Trouble(
            "CLI-SURVEY", f"Det er ingen undersøkelse som heter «{name}». Velg {known}."
        ) from None
