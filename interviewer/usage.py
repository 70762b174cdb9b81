"""Typer in Norwegian: the help pages, and what is wrong with a command line.

Typer has no translations, so its few standing phrases are exchanged, and its errors are told by
their kind.
"""

import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from interviewer.failures import Trouble

Does = TypeVar("Does", bound=Callable[..., Any])

PHRASES: Final = {
    "Usage: ": "Bruk: ",
    "[OPTIONS]": "[VALG]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "Options:": "Valg:",
    "Arguments:": "Argumenter:",
    "Commands:": "Kommandoer:",
    "Show this message and exit.": "Vis denne hjelpen.",
    "[default: ": "[ellers: ",
    "[required]": "[må være med]",
    "[env var: ": "[eller variabelen: ",
}


def in_norwegian(page: str) -> str:
    """A help page with Typer's own phrases in Norwegian."""
    for theirs, ours in PHRASES.items():
        page = page.replace(theirs, ours)
    return page


class Command(TyperCommand):
    """A command whose help page is Norwegian throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return in_norwegian(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands whose help page is Norwegian throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return in_norwegian(super().get_help(ctx))


class Commands(typer.Typer):
    """Commands that speak Norwegian, and tell no local variables."""

    def __init__(self, help: str, **settings: Any) -> None:
        super().__init__(
            help=help,
            cls=Group,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Does], Does]:
        """Another command."""
        return super().command(name, cls=Command, **settings)

    def run(self) -> int:
        """Do what the command line says; the exit status.  Trouble where it makes no sense."""
        try:
            return self(prog_name=self.info.name, standalone_mode=False) or 0
        except typer.Abort:
            raise Trouble("CLI-STOPPED", "Avbrutt; ingenting er gjort.") from None
        except TyperException as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                typer.echo(error.message)
                return error.exit_code
            raise _trouble(error) from None


def _trouble(error: TyperException) -> Trouble:
    """What is wrong with a command line, and where to look."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "ringerunde"
    return Trouble("CLI-USAGE", f"{_wrong(error)} Se «{path} --help».")


WRONG: Final = (
    (r"No such command '([^']*)'", "Kommandoen «{}» finnes ikke."),
    (r"unexpected extra argument\S* \((.*)\)", "«{}» er for mye."),
    (r"Option '([^']*)' requires", "Valget «{}» skal ha noe etter seg."),
    (r"Option '([^']*)' does not take", "Valget «{}» skal ikke ha noe etter seg."),
    (r"No such option: (\S*)", "Valget «{}» finnes ikke."),
    (r"is not one of (.*)\.", "Velg mellom {}."),
    (r"valid integer|valid number", "Skriv et tall."),
    (r"less than or equal to (\S+)", "Skriv et tall som er høyst {}."),
    (r"greater than or equal to (\S+)", "Skriv et tall som er minst {}."),
    (r"", "Kommandoen kan ikke forstås."),
)
"""What Click says, and what we say; the last fits whatever else there is."""


def _wrong(error: TyperException) -> str:
    hint = _hint(error)
    if type(error).__name__ == "MissingParameter":
        return f"{hint} mangler."
    found = ((re.search(theirs, error.message), ours) for theirs, ours in WRONG)
    words = next(ours.format(*said.groups()) for said, ours in found if said)
    return f"{hint}: {words}" if hint else words


def _hint(error: TyperException) -> str:
    """The parameter it is about: an option with what follows it, or an argument."""
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return ""
    options = (name for name in parameter.opts if name.startswith("-"))
    return f"«{' '.join(filter(None, (next(options, None), parameter.metavar)))}»"
