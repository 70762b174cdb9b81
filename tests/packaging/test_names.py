"""One meaning a word: a name that stands in two rooms is two things to whoever looks for it."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
ROOMS = ("schemas", "db", "interviewer")
SURVEYS = CHECKOUT / "schemas" / "surveys"

INSTEAD = {
    "work": "services, task",
    "playback": "restore",
    "consequences": "dispositions",
    "informant": "contact_updates",
    "line": "text_field",
    "order": "export_request",
    "products": "catalogue",
    "material": "report_data",
    "telling": "running, failure_sentences",
    "named": "database_option, before_command",
    "usage": "norwegian_cli, help",
    "paper": "console",
    "who": "signing",
    "typed": "answer_args",
    "obstacles": "edit_checks",
    "fingers": "keystrokes",
    "stories": "scenarios",
    "reveal": "claim_comparison",
    "tally": "frequencies",
    "facts": "preloads",
    "codes": "code_lists",
    "desk": "loop",
    "room": "host",
    "turn": "reaction",
    "mode": "screen",
}
"""Modules of private poetry that there once were, and what the field calls what is in them."""

CLASSES = {"Work", "Line", "Material", "Paper", "Story", "Tally", "Facts", "Desk", "Room", "Turn"}
"""Classes that went with them."""


@pytest.fixture(scope="module")
def modules() -> list[Path]:
    """Every module of ours."""
    return [path for room in ROOMS for path in sorted((CHECKOUT / room).rglob("*.py"))]


@pytest.fixture(scope="module")
def classes(modules: list[Path]) -> list[tuple[str, Path]]:
    """Every class, and where it stands."""
    return [
        (node.name, path)
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]


def test_no_two_classes_bear_one_name(classes: list[tuple[str, Path]]) -> None:
    """But those of surveys, which know nothing of each other."""
    found: dict[str, list[Path]] = defaultdict(list)
    for name, path in classes:
        if path.parent == SURVEYS or SURVEYS not in path.parents:
            found[name].append(path.relative_to(CHECKOUT))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_what_was_renamed_stays_renamed(
    modules: list[Path], classes: list[tuple[str, Path]]
) -> None:
    """A module or package of an old name says what it is called instead."""
    rooms = {path.parent for path in modules}
    old = [path for path in (*modules, *rooms) if path.stem in INSTEAD]
    assert {str(path.relative_to(CHECKOUT)): INSTEAD[path.stem] for path in old} == {}
    assert [name for name, _ in classes if name in CLASSES] == []


MANY = 15
"""More modules in a room than that, and a stranger wants a map of it."""

ONE_EACH = {"types", "words", "services", "versions"}
"""Rooms with a module for each type of question, part of the program, subject, or step."""


def test_a_room_of_many_modules_says_what_lies_where(modules: list[Path]) -> None:
    """In its docstring, by name: none is left out, and none is told of that is gone."""
    by_room: dict[Path, set[str]] = defaultdict(set)
    for path in modules:
        by_room[path.parent].add(path.stem)
    for room, names in by_room.items():
        if len(names) > MANY and room.name not in ONE_EACH and SURVEYS not in room.parents:
            told = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
            named = set(re.findall(r"`([a-z_]+)`", told))
            rooms = {path.name for path in room.iterdir() if path.is_dir()}
            assert named - rooms == names - {"__init__"}, room
