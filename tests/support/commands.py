"""The program's commands as people type them."""

from pathlib import Path

from typer.testing import CliRunner, Result

from interviewer.cli import cli
from interviewer.failure_sentences import sentence_of
from interviewer.failures import Trouble


def run(database: Path, *words: str, typed: str = "") -> Result:
    """A command on a database, with what is typed when it asks."""
    return CliRunner().invoke(cli, ["--database", str(database), *words], input=typed)


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
