"""The program's commands as people type them."""

from functools import cache
from pathlib import Path

from typer import testing
from typer.main import get_command
from typer.testing import CliRunner, Result

from interviewer.cli import cli
from interviewer.failure_sentences import sentence_of
from interviewer.failures import Trouble

# All commands with their options take longer to put together than many a command to be done.
testing._get_command = cache(get_command)  # type: ignore[attr-defined]


def run(database: Path, *words: str, typed: str = "") -> Result:
    """A command on a database, with what is typed when it asks."""
    return typed_in("--database", str(database), *words, typed=typed)


def typed_in(*words: str, typed: str = "") -> Result:
    """A command as it stands, with what is typed when it asks."""
    return CliRunner().invoke(cli, list(words), input=typed)


def said(result: Result) -> str:
    """The sentence for what went wrong, on one line, with its code at the end."""
    assert result.exit_code != 0, result.output
    assert result.exception is not None, result.output
    sentence = sentence_of(result.exception)
    assert "\n" not in sentence, sentence
    return sentence


def details(result: Result) -> str:
    """The lines that stand before the sentence."""
    assert isinstance(result.exception, Trouble), result.output
    return "\n".join(result.exception.details)
