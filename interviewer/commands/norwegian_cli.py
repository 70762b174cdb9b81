"""Typer in Norwegian: the help pages, and what is wrong with a command line.

All that Typer passes through gettext is in a catalogue, and what it takes as a setting is set.  The
rest it writes in English whatever the language, and is exchanged where it is written: the line that
shows how a command is written, what `--help` does, the bounds of a number, and what is wrong with a
command line, for which it has exceptions, but no words of ours.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import typer
from typer import core
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from interviewer.failures import Trouble

Does = TypeVar("Does", bound=Callable[..., Any])

REQUIRED: Final = "må være med"

CATALOGUE: Final = {
    "Options": "Valg",
    "Arguments": "Argumenter",
    "Commands": "Kommandoer",
    "default: {default}": "ellers: {default}",
    "(dynamic)": "(regnes ut)",
    "env var: {var}": "eller variabelen: {var}",
    "required": REQUIRED,
    "Aborted!": "Avbrutt!",
    "Missing command.": "Kommandoen mangler.",
    "No such command {name!r}.": "Kommandoen «{name}» finnes ikke.",
}
"""All that Typer passes through gettext; a test holds it to that."""

# The stdlib's gettext asks the environment for a language; ours is the same on every machine.
vars(core)["_"] = lambda message: CATALOGUE.get(message, message)

PHRASES: Final = (
    (r"Show this message and exit\.", "Vis denne hjelpen."),
    (r"x>=(\d+)", r"minst \1"),
)
"""What Typer says in a row without asking, and what we say: before the lines are broken."""

USAGE: Final = ((r"\{([^}]*)\}", r"\1"), (r"(\])?\.\.\.", r" …\1"))
"""The same for the line that shows how a command is written."""


def _said(words: str, phrases: Iterable[tuple[str, str]]) -> str:
    for theirs, ours in phrases:
        words = re.sub(theirs, ours, words)
    return words


def _row(name: str, text: str) -> tuple[str, str]:
    """An option with its values, or an argument, which must be there unless it stands in brackets
    in the line above; what type it has in Python is no help.
    """
    if not name.startswith("-"):
        name, text = re.sub(r" <.*>$", "", name), text.removesuffix(f"  [{REQUIRED}]")
    return name, _said(text, PHRASES)


class HelpPage(typer.Context.formatter_class):  # type: ignore[misc, valid-type]  # a class in a variable
    """A help page in Norwegian."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is written."""
        super().write_usage(prog, _said(args, USAGE), "Bruk: ")

    def write_dl(self, rows: Iterable[tuple[str, str]], *widths: int) -> None:
        """Names, and what each is for."""
        super().write_dl([_row(*row) for row in rows], *widths)


class Context(typer.Context):
    """What a command is run in; its help pages are Norwegian."""

    formatter_class = HelpPage


class Command(TyperCommand):
    """A command whose help page is Norwegian throughout."""

    context_class = Context


class NorwegianGroup(TyperGroup):
    """A group of commands whose help page is Norwegian throughout."""

    context_class = Context


OPTIONS: Final = "[VALG]"


class Commands(typer.Typer):
    """Commands that speak Norwegian, and tell no local variables."""

    def __init__(
        self, help: str = "", group: type[NorwegianGroup] = NorwegianGroup, **settings: Any
    ) -> None:
        super().__init__(
            help=help,
            cls=group,
            options_metavar=OPTIONS,
            subcommand_metavar="KOMMANDO …",
            suggest_commands=False,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(
        self, name: str | None = None, *, cls: type[TyperCommand] | None = None, **settings: Any
    ) -> Callable[[Does], Does]:
        """Another command."""
        return super().command(name, cls=cls or Command, options_metavar=OPTIONS, **settings)

    def run(self) -> int:
        """Do what the command line says; the exit status.  Trouble where it makes no sense."""
        try:
            return self(prog_name=self.info.name, standalone_mode=False) or 0
        except typer.Abort:
            raise Trouble("CLI-STOPPED", "Avbrutt. Ingenting er gjort.") from None
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
    (r"(Kommandoen .*)", "{}"),  # from the catalogue
    (r"unexpected extra argument\S* \((.*)\)", "«{}» er for mye."),
    (r"Option '([^']*)' requires", "Valget «{}» skal ha noe etter seg."),
    (r"Option '([^']*)' does not take", "Valget «{}» skal ikke ha noe etter seg."),
    (r"No such option: (\S*)", "Valget «{}» finnes ikke."),
    (r"is not one of (.*)\.", "Velg mellom {}."),
    (r"valid integer|valid number", "Skriv et tall."),
    (r"greater than or equal to (\S+)", "Skriv et tall som er minst {}."),
    (r"", "Kommandoen kan ikke forstås."),
)
"""What Typer says, and what we say; the last fits whatever else there is."""


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
