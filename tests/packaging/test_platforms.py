"""Nothing needs Unix to be imported: a Windows laptop imports the program, and the suite, whole."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).parents[2]

UNIX: Final = frozenset(
    {"crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource"}
    | {"syslog", "termios", "tty"}
)
"""Modules that Python has on Unix alone."""

GUARD: Final = "sys.platform != 'win32'"
"""Under which they may be imported: mypy knows it, too."""


def unguarded(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of each module of Unix that is imported whenever the file is."""
    yield from _among(ast.parse(source).body)


def _among(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    for one in body:
        if isinstance(one, ast.If) and ast.unparse(one.test) == GUARD:
            continue
        for name in _imported(one):
            if name.partition(".")[0] in UNIX:
                yield one.lineno, name
        if isinstance(one, ast.If | ast.Try | ast.With | ast.ClassDef):
            inside = (*one.body, *getattr(one, "orelse", ()))
            yield from _among([each for each in inside if isinstance(each, ast.stmt)])


def _imported(one: ast.stmt) -> list[str]:
    if isinstance(one, ast.Import):
        return [each.name for each in one.names]
    return [one.module or ""] if isinstance(one, ast.ImportFrom) else []


class TestImports:
    def test_none_of_unix_alone(self) -> None:
        """In the program and in its tests; the file and the line are told."""
        files = [one for room in ("interviewer", "db", "schemas", "tests") for one in of(room)]
        assert len(files) > 500
        found = [
            f"{file.relative_to(CHECKOUT)}:{line} imports {name}"
            for file in files
            for line, name in unguarded(file.read_text(encoding="utf-8"))
        ]
        assert not found

    def test_are_found_wherever_they_stand(self) -> None:
        """But in a function, which only Unix comes to, and under the guard."""
        assert [*unguarded("import os, pty")] == [(1, "pty")]
        assert [*unguarded("try:\n    from fcntl import flock\nfinally:\n    pass")] == [
            (2, "fcntl")
        ]
        assert not [*unguarded("def f():\n    import pwd")]
        assert not [*unguarded(f"if {GUARD}:\n    import pwd")]


def of(room: str) -> Iterator[Path]:
    """Every file of Python in it."""
    return (CHECKOUT / room).rglob("*.py")
