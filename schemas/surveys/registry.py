"""Every survey that this program has: each is a folder beside this file, found by its name."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

from schemas import surveys

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


class BrokenSurvey(ImportError):
    """What a survey is written in cannot be read: says in which file and line, and what is wrong.

    A name that is not there, two codes or two questions of one name: Python finds it by itself.
    """

    code = "U-PYTHON"

    def __init__(self, survey: str, error: Exception) -> None:
        file, line = _place(survey, error)
        what = error.msg if isinstance(error, SyntaxError) else error
        super().__init__(
            f"Undersøkelsen {survey} kan ikke leses: {file}, linje {line}: "
            f"{type(error).__name__}: {what}. Rett det, og start på nytt."
        )


def _place(survey: str, error: Exception) -> tuple[str, int | None]:
    """The last place in the survey's own folder that led to an error; else the last one of all."""
    import traceback  # most runs have no error

    if isinstance(error, SyntaxError):
        return Path(error.filename or "").name, error.lineno
    frames = [(Path(one.filename), one.lineno) for one in traceback.extract_tb(error.__traceback__)]
    own = [one for one in frames if survey.replace("-", "_") in one[0].parts]
    file, line = (own or frames)[-1]
    return file.name, line


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
    try:
        module = import_module(f"{surveys.__name__}.{name.replace('-', '_')}.survey")
        survey: Survey = module.SURVEY
    except Exception as error:
        if isinstance(getattr(error, "code", None), str):  # it has been said what is wrong
            raise
        raise BrokenSurvey(name, error) from error
    return survey
