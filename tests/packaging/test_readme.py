"""The front door tells the truth: every command, option and key of the program is in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from interviewer.cli import cli
from interviewer.controls.keys import Keycap
from schemas.language.numerals import counted
from schemas.surveys.registry import FIRST, survey_called
from tests.interviewer.scenes.pictures import PICTURES
from tests.packaging import readme_keys
from tests.packaging.readme_keys import section

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
OTHERS = ("CONTRIBUTING", "SECURITY")
PLACE = re.compile(r"`((?:schemas|db|interviewer|tests|\.github)/[\w/.]+)`")
PICTURE = re.compile(r"<!-- picture: (\S+) -->\n```text\n(.*?)```", re.DOTALL)


def commands(command: Any, name: str = "ringerunde") -> Iterator[tuple[str, Any]]:
    """The program's commands, by what one types."""
    yield name, command
    if isinstance(command, TyperGroup):
        context = command.make_context(None, [], resilient_parsing=True)
        for sub in command.list_commands(context):
            yield from commands(command.get_command(context, sub), f"{name} {sub}")


COMMANDS = dict(commands(typer.main.get_command(cli)))


def test_every_command_is_in_it() -> None:
    names = [name for name, one in COMMANDS.items() if not hasattr(one, "commands")]
    assert [name for name in names if f"`{name}" not in README] == []


def test_how_many_exercises_there_are() -> None:
    """As the first words of it say, and the practice itself."""
    exercises = counted(len(survey_called(FIRST).practice.rehearsals), "øvelser")
    assert f"`ringerunde demo` tar deg gjennom {exercises} " in README


def test_every_option_is_in_it() -> None:
    parameters = [one for command in COMMANDS.values() for one in command.params]
    options = {name for one in parameters for name in (*one.opts, *one.secondary_opts)}
    assert {one for one in options if one.startswith("--") and one not in README} == set()


def test_the_keys_of_every_screen_are_in_it() -> None:
    """As its table has them: `uv run python -m tests.packaging.readme_keys` writes them anew."""
    assert README.partition(readme_keys.BEGINS)[2].partition(readme_keys.ENDS)[0] == section()


def test_every_key_is_in_it() -> None:
    keys = {key for keycap in Keycap for key in keycap.shown.split()}
    assert {key for key in keys if f"`{key}`" not in README} == set()


def test_the_pictures_are_those_of_the_screens() -> None:
    found = PICTURE.findall(README)
    assert found
    for name, shown in found:
        assert shown == (PICTURES / f"{name}.txt").read_text(encoding="utf-8")


def test_the_two_commands_are_those_that_ci_runs() -> None:
    assert "python3 -m uv run ringerunde" in README
    assert "python3 -m uv run pytest" in README
    assert "-m uv run" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")


PAGES = [README, *((CHECKOUT / ".github" / f"{one}.md").read_text("utf-8") for one in OTHERS)]


def test_every_place_named_is_there() -> None:
    """In what the next engineer reads, too: a file or folder that was moved is named anew."""
    named = [one for page in PAGES for one in re.findall(PLACE, page)]
    assert len(named) > 50
    assert [one for one in named if not (CHECKOUT / one).exists()] == []


def test_every_module_to_run_is_there() -> None:
    """As one types it behind `python -m`."""
    named = {one for page in PAGES for one in re.findall(r"python -m (tests[\w.]*)", page)}
    assert len(named) > 10
    places = {one: CHECKOUT / one.replace(".", "/") for one in named}
    runs = {one for one, at in places.items() if (at / "__main__.py").exists()}
    assert named == runs | {one for one, at in places.items() if at.with_suffix(".py").exists()}
