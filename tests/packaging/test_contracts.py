"""Which room may know which: read from the imports themselves, so that nothing creeps back.

What is imported for its types alone counts, too, but for circles: those only matter when it runs.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from inspect import isfunction
from pathlib import Path

import pytest

from interviewer.controls.screen import GoTo
from interviewer.screens import destinations
from interviewer.screens.router import MADE, SCREENS
from interviewer.terminal.app import Ringerunde
from interviewer.terminal.keyboard import KeyByKey
from interviewer.terminal.picture import Picture

CHECKOUT = Path(__file__).parents[2]

DOWNWARDS = (
    ("__main__",),
    ("cli",),
    ("commands",),
    ("practice", "plain"),
    ("terminal",),
    ("screens",),
    ("draw",),
    ("controls",),
    ("engine",),
    ("services",),
    ("publish",),
    ("words",),
    ("before_command", "survey_parts"),
    ("own_settings", "failure_sentences", "plain_signs"),
    ("settings_text",),
    ("places",),
    ("failures", "quoting"),
)
"""The rooms of `interviewer`, each of which may import those below it."""

KNOWS_ALL_SCREENS = {"router", "picture"}


@cache
def parsed(file: Path) -> ast.Module:
    """A module, read."""
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    """What a module is called."""
    parts = file.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def files(*rooms: str) -> list[Path]:
    """Every module of a room, or of one that lies in it."""
    return [file for room in rooms for file in sorted((CHECKOUT / room).rglob("*.py"))]


NAMES = {name_of(file) for file in files("interviewer", "db", "schemas")}


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that a statement imports: what is taken out of one may be one itself."""
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        inside = [f"{node.module}.{one.name}" for one in node.names]
        yield from (name for name in inside if name in NAMES)
        if not NAMES.issuperset(inside):
            yield node.module


def imports(file: Path) -> set[str]:
    """Everything that a module imports anywhere."""
    return {name for node in ast.walk(parsed(file)) for name in imported(node)}


def when_it_runs(node: ast.AST) -> Iterator[ast.AST]:
    """The statements of a module that are ever run."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from when_it_runs(child)


def is_private(name: str) -> bool:
    """Whether a name has a line before it."""
    return name.startswith("_") and not name.startswith("__")


def is_destination(one: object) -> bool:
    """Whether it is one of the ways that a screen can name."""
    return isinstance(one, type) and issubclass(one, GoTo) and one is not GoTo


def room(module: str) -> str:
    """The room of `interviewer` that a module lies in."""
    return module.split(".")[1]


class TestTheRoomsOfTheScreens:
    """From the command line down to what a person is told."""

    def test_imports_run_downwards(self) -> None:
        level = {name: depth for depth, names in enumerate(DOWNWARDS) for name in names}
        back = [
            (name_of(file), one)
            for file in files("interviewer")
            if name_of(file) != "interviewer"
            for one in imports(file)
            if one.startswith("interviewer.") and room(one) != room(name_of(file))
            if level[room(one)] <= level[room(name_of(file))]
        ]
        assert back == []

    def test_no_screen_knows_another(self) -> None:
        """They name where a key leads; the router makes it."""
        home = CHECKOUT / "interviewer/screens"
        folders = {one.name for one in home.iterdir() if one.is_dir()}
        known = [
            (name_of(file), one)
            for file in files("interviewer/screens")
            if file.stem not in KNOWS_ALL_SCREENS
            for one in imports(file)
            if one.startswith("interviewer.screens.")
            if one.split(".")[2] in folders - {file.parent.name, file.parent.parent.name}
        ]
        assert known == []

    def test_a_state_knows_neither_its_keys_nor_its_picture(self) -> None:
        """They stand beside it and know it: a key in another place is a row in a table."""
        known = [
            (name_of(file), name)
            for file in files("interviewer/screens")
            if file.name == "state.py"
            for node in ast.walk(parsed(file))
            if isinstance(node, ast.ImportFrom) and node.module
            for name in (f"{node.module}.{one.name}" for one in node.names)
            if name.split(".")[-1] in {"Keycap", "keycap_of", "KeyTable"}
            or name.startswith("interviewer.draw.")
            or ".keys" in name.removeprefix("interviewer.controls.keys")
            or ".draw" in name
        ]
        assert known == []

    def test_every_destination_is_made(self) -> None:
        """The router knows how to make whatever a screen can name."""
        named = {one for one in vars(destinations).values() if is_destination(one)}
        assert named == set(MADE)

    def test_every_folder_is_in_the_one_list(self) -> None:
        """But the first, which is drawn before the others are loaded."""
        home = CHECKOUT / "interviewer/screens"
        folders = {one.name for one in home.iterdir() if (one / "state.py").exists()}
        assert folders - {"opening"} == {one.__module__.split(".")[2] for one in SCREENS}

    def test_a_conversation_needs_no_screen(self) -> None:
        """Neither what draws nor what knows a terminal."""
        knows = [
            (name_of(file), one)
            for file in files("interviewer/engine", "interviewer/services")
            for one in imports(file)
            if one.split(".")[0] in {"textual", "rich"}
        ]
        assert knows == []

    def test_only_one_room_knows_textual(self) -> None:
        knows = {
            room(name_of(file))
            for file in files("interviewer")
            if any(one.split(".")[0] == "textual" for one in imports(file))
        }
        assert knows == {"terminal"}


class TestNoCircles:
    """No file imports, by whatever way, one that imports it."""

    def test_there_are_none(self) -> None:
        graph = {
            name_of(file): {
                one for node in when_it_runs(parsed(file)) for one in imported(node) if one in NAMES
            }
            - {name_of(file)}
            for file in files("interviewer", "db", "schemas")
        }
        TopologicalSorter(graph).prepare()  # which says a circle, if there is one


class TestWhatTextualKeepsToItself:
    """Names with a line before them may go with any version: one file knows them."""

    THE_ONE = CHECKOUT / "interviewer/terminal/textual_parts.py"

    @pytest.mark.parametrize("file", sorted(set(files("interviewer/terminal")) - {THE_ONE}))
    def test_is_touched_in_one_file(self, file: Path) -> None:
        """Elsewhere such a name is one's own, defined in that file."""
        assert not [one for one in imports(file) if one.startswith("textual._")]
        nodes = list(ast.walk(parsed(file)))
        used = [one for one in nodes if isinstance(one, ast.Attribute)]
        made = {one.attr for one in used if isinstance(one.ctx, ast.Store)}
        made |= {one.name for one in nodes if isinstance(one, ast.FunctionDef)}
        assert {one.attr for one in used if is_private(one.attr)} <= made

    @pytest.mark.parametrize("ours", [Ringerunde, Picture, KeyByKey])
    def test_is_overridden_in_one_file(self, ours: type) -> None:
        theirs = {name for base in ours.__mro__[1:] for name in vars(base)}
        made = {name for name, what in vars(ours).items() if isfunction(what)}
        assert not {name for name in made if is_private(name)} & theirs
