"""Parts of a survey that are loaded when they are first asked for.

All of them together take longer to load than the first list takes to show, and a command seldom
needs more than a few.  So `survey.py` of a survey says where its parts lie, and here is the only
place that fetches them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, overload

from schemas.language import Explained

T = TypeVar("T")


class BrokenSurvey(Explained, ImportError):
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


def fetched(survey: str, module: str, name: str) -> Any:
    """What is called that in a module of the survey; raises `BrokenSurvey`.

    `DeclarationProblem` and `SurveyFault` say what contradicts itself in it.
    """
    try:
        return getattr(import_module(module), name)
    except Exception as error:
        if isinstance(getattr(error, "code", None), str):  # it has been said what is wrong
            raise
        raise BrokenSurvey(survey, error) from error


class LiesIn(NamedTuple):
    """A part that lies in `module` beside the one that is called `here`, under that name."""

    here: str
    module: str
    name: str

    def fetch(self, survey: str) -> Any:
        """The part; raises what `fetched` does."""
        return fetched(survey, f"{self.here.rpartition('.')[0]}.{self.module}", self.name)


class _Whole(Protocol):
    """What has parts: its name, and whether those that are there fit together."""

    @property
    def name(self) -> str: ...
    @property
    def require_fit(self) -> Callable[[], None]: ...


class SurveyPart(Generic[T]):
    """A part of a survey, given as it is, or as where it lies: then it is fetched on first asking.

    What has come is held against what is there already.
    """

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, *, default: T) -> None: ...
    def __init__(self, **default: T) -> None:
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, survey: _Whole | None, owner: type) -> T:
        if survey is None:
            if not self._default:
                raise AttributeError(self._name)  # so that the field must be given
            return self._default["default"]
        given = vars(survey)[self._name]
        if not isinstance(given, LiesIn):
            part: T = given
            return part
        vars(survey)[self._name] = part = given.fetch(survey.name)
        try:
            survey.require_fit()
        except ValueError:
            vars(survey)[self._name] = given
            raise
        return part

    def __set__(self, survey: _Whole, part: T | LiesIn) -> None:
        vars(survey)[self._name] = part
