"""Whoever calls a verb reads in its docstring which problems it raises.

What every look and every write can raise is told once, at `Database.read` and `Database.write`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

import db
from db.database import Database
from db.exports.problems import ExportProblem
from db.imports.problems import ImportProblem
from db.problems import (
    CannotOpen,
    DatabaseProblem,
    FileReplaced,
    ForeignCode,
    NotRead,
    NotSaved,
    SpoiltContent,
    SpoiltId,
    SpoiltMoment,
    SpoiltUnit,
    Unexpected,
    UnknownCode,
    Unstorable,
)

ROOM: Final = Path(db.__file__).parent
MODULES: Final = sorted(
    ".".join(("db", *path.relative_to(ROOM).with_suffix("").parts))
    for path in ROOM.rglob("*.py")
    if path.stem != "__init__" and "migrations" not in path.parts
)

PROBLEMS: Final = (DatabaseProblem, ExportProblem, ImportProblem)

EVERY_WRITE: Final = (FileReplaced, NotSaved, Unstorable, ForeignCode, Unexpected)
EVERY_LOOK: Final = (
    FileReplaced,
    NotRead,
    UnknownCode,
    SpoiltId,
    SpoiltMoment,
    SpoiltUnit,
    SpoiltContent,
    Unexpected,
)

FAMILIES: Final = (CannotOpen, ExportProblem, ImportProblem)
"""Named instead of all their members: what is wrong with a place or a file."""


class Place(NamedTuple):
    """A function, or a method as `Class.method`, and its module."""

    module: str
    name: str


# ── Reading the source ───────────────────────────────────────────────────────────────────────────


@cache
def tree(module: str) -> ast.Module:
    """The source of a module."""
    path = ROOM.parent / f"{module.replace('.', '/')}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def functions(module: str) -> dict[str, ast.FunctionDef]:
    """Its functions and methods."""
    found: dict[str, ast.FunctionDef] = {}
    for node in tree(module).body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        found |= {prefix + one.name: one for one in inside if isinstance(one, ast.FunctionDef)}
    return found


@cache
def imported(module: str) -> dict[str, Place]:
    """What each name that it imports from this room is."""
    return {
        alias.asname or alias.name: Place(node.module or "", alias.name)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "db"
        for alias in node.names
    }


def function(at: Place, named: ast.AST) -> Place | None:
    """Which function of this room is named somewhere in another one."""
    if isinstance(named, ast.Name):
        found = imported(at.module).get(named.id, Place(at.module, named.id))
    elif isinstance(named, ast.Attribute) and isinstance(named.value, ast.Name):
        if named.value.id == "self":
            found = Place(at.module, f"{at.name.split('.')[0]}.{named.attr}")
        else:
            of = imported(at.module).get(named.value.id, Place("", ""))
            found = Place(f"{of.module}.{of.name}", named.attr)
    else:
        return None
    return found if found.module in MODULES and found.name in functions(found.module) else None


def problems_named(module: str, words: str) -> Iterator[type[Exception]]:
    """The problems that are named in a piece of source."""
    for name in re.findall(r"\b[A-Z]\w+", words):
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and issubclass(found, PROBLEMS):
            yield found


# ── What is raised ───────────────────────────────────────────────────────────────────────────────


def raised_here(at: Place) -> Iterator[type[Exception]]:
    """What a function raises itself: by name, or as another function hands it over."""
    body = functions(at.module)[at.name]
    for node in ast.walk(body):
        if isinstance(node, ast.Raise) and node.exc:
            yield from problems_named(at.module, ast.unparse(node.exc))
            yield from handed_over(at, body, node.exc)


def handed_over(at: Place, body: ast.FunctionDef, raised: ast.expr) -> Iterator[type[Exception]]:
    """The problems that functions return which are raised, or which what is raised comes from."""
    variables = {node.id for node in ast.walk(raised) if isinstance(node, ast.Name)}
    origins = [
        node.value
        for node in ast.walk(body)
        if isinstance(node, ast.Assign)
        and any(isinstance(one, ast.Name) and one.id in variables for one in node.targets)
    ]
    for origin in (raised, *origins):
        for node in ast.walk(origin):
            if place := function(at, node):
                returns = functions(place.module)[place.name].returns
                yield from problems_named(place.module, ast.unparse(returns) if returns else "")


def raised(at: Place, seen: set[Place] | None = None) -> set[type[Exception]]:
    """What a function raises, and the functions of this room that it names."""
    seen = set() if seen is None else seen
    seen.add(at)
    found = set(raised_here(at))
    for node in ast.walk(functions(at.module)[at.name]):
        place = function(at, node)
        if place and place not in seen:
            found |= raised(place, seen)
    everywhere = (*EVERY_WRITE, *EVERY_LOOK)
    return {one for one in found if one not in PROBLEMS[:1] and not issubclass(one, everywhere)}


def public() -> Iterator[Place]:
    """Everything that may be called from elsewhere."""
    for module in MODULES:
        for name in functions(module):
            if not any(part.startswith("_") for part in name.split(".")):
                yield Place(module, name)


def told(problem: type[Exception], words: str) -> bool:
    """Whether a docstring names a problem, or the family that it is of."""
    names = [problem, *(one for one in FAMILIES if issubclass(problem, one))]
    return any(re.search(rf"\b{one.__name__}\b", words) for one in names)


class TestDocstrings:
    def test_name_the_problems_that_are_raised(self) -> None:
        """Also those that are raised farther down, as long as it is in this room."""
        untold = {
            f"{at.module}: {at.name}: {problem.__name__}"
            for at in public()
            for problem in raised(at)
            if not told(problem, ast.get_docstring(functions(at.module)[at.name]) or "")
        }
        assert untold == set()

    def test_name_once_what_every_look_and_every_write_can_raise(self) -> None:
        """That the file is gone, the disk is full, somebody else is writing."""
        assert all(told(one, Database.write.__doc__ or "") for one in EVERY_WRITE)
        assert all(told(one, Database.read.__doc__ or "") for one in EVERY_LOOK)

    def test_are_read_as_they_are_meant(self) -> None:
        """A verb raises what its proof of holding the case raises, three functions down."""
        known = {one.__name__ for one in raised(Place("db.interviews", "confirm_check"))}
        assert known == {"LeaseLost", "NeverAgain", "InterviewClosed", "NotFound"}
