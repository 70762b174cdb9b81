"""Every survey that this program has: each is a folder beside this file, found by its name."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

from schemas import surveys
from schemas.surveys.part import fetched

if TYPE_CHECKING:  # a survey takes a while to import, and its name alone is often enough
    from schemas.surveys.survey import Survey

FIRST: Final = "municipal-services-2015"
"""The survey of a new database when nobody names one."""


class NoSuchSurvey(LookupError):
    """There is no survey of that name here; `names` are those that there are."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        self.names = tuple(names())


def names() -> Iterator[str]:
    """The names of all surveys, in order."""
    for one in iter_modules(surveys.__path__):
        # A folder without a survey of its own holds what several share.
        if one.ispkg and find_spec(f"{surveys.__name__}.{one.name}.survey"):
            yield one.name.replace("_", "-")


@cache
def survey_called(name: str) -> "Survey":
    """The survey of that name; raises `NoSuchSurvey` and `BrokenSurvey`.

    `DeclarationProblem` and `SurveyFault` say what contradicts itself in it.
    """
    if name not in names():
        raise NoSuchSurvey(name)
    module = f"{surveys.__name__}.{name.replace('-', '_')}.survey"
    survey: Survey = fetched(name, module, "SURVEY")
    return survey
