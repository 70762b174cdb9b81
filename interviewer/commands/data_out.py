"""What a command prints for files and programs: UTF-8, whatever letters the console has."""

import sys

import typer


def print_data(words: str) -> None:
    """Print it as bytes where it goes to a file or a program; a console gets its own letters.

    `ringerunde settings > settings.toml` is written in the letters of the console on Windows, and
    nobody could read it again.
    """
    typer.echo(words if sys.stdout.isatty() else words.encode(), nl=False)
