"""Commands that not every survey has: help lists those of the survey that is there.

Which that is, is known where a survey or a database is named, or one lies in the usual place.
Where it cannot be known, as on a server that nobody has asked yet, help lists what any survey has.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import typer

from interviewer.before_command import Named
from interviewer.commands.norwegian_cli import Command, NorwegianGroup
from interviewer.failures import Trouble

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

Called: TypeAlias = Callable[["Survey"], str | None]
"""What a command is called in a survey; None where the survey has nothing that it is about."""


class SurveyCommand(Command):
    """A command about a part that not every survey has; it may have another name in each."""

    called: Called

    def names_in(self, surveys: "Iterable[Survey]") -> Iterator[str]:
        """What it is called in some surveys."""
        found = (type(self).called(one) for one in surveys)
        yield from dict.fromkeys(name for name in found if name)


def where(called: Called) -> type[SurveyCommand]:
    """A command of the surveys in which it is called something."""
    return type("SurveyCommand", (SurveyCommand,), {"called": staticmethod(called)})


EARLIER: Final = where(lambda survey: survey.earlier_name.command if survey.earlier_name else None)
"""Commands that are called as the earlier phase is."""

GROUP: Final = "--group"


class GroupCommand(Command):
    """Which takes the groups of the survey by what its exports call them, too: `--county`."""

    def parse_args(self, context: Any, args: list[str]) -> list[str]:
        """The words behind it, with one name for that option."""
        from schemas.surveys.registry import names, survey_called

        own = {f"--{survey_called(name).frame.group_column}" for name in names()}
        return super().parse_args(context, [GROUP if one in own else one for one in args])


class SurveyGroup(NorwegianGroup):
    """A group of commands, some of them of some surveys only."""

    def list_commands(self, context: Any) -> list[str]:
        """Those of the survey that is there, as it calls them."""
        surveys = tuple(_surveys_there(context))
        return [name for one in self.commands.values() for name in _names(one, surveys)]

    def get_command(self, context: Any, name: str) -> Any:
        """The command that any survey calls so: in another one it says what that has not."""
        own = self.commands.get(name)
        if own and not isinstance(own, SurveyCommand):
            return own
        others = (one for one in self.commands.values() if isinstance(one, SurveyCommand))
        return next((one for one in others if name in one.names_in(_every_survey())), None)


def _names(command: Any, surveys: "Iterable[Survey]") -> Iterable[str]:
    if isinstance(command, SurveyCommand):
        return command.names_in(surveys)
    return (command.name,)


def _surveys_there(context: typer.Context) -> "Iterator[Survey]":
    """The survey that is named, or that of the database that is there; else every one."""
    named = context.obj
    known = _survey_of(named) if isinstance(named, Named) else None
    if known:
        yield known
    else:
        yield from _every_survey()


def _survey_of(named: Named) -> "Survey | None":
    from db.survey_in_file import survey_in_file
    from schemas.surveys.registry import NoSuchSurvey, survey_called

    try:
        return named.find_survey() or survey_called(survey_in_file(named.place))
    except (Trouble, NoSuchSurvey):  # told of when something is to be done there
        return None


def _every_survey() -> "Iterator[Survey]":
    from schemas.surveys.registry import names, survey_called

    return map(survey_called, names())
