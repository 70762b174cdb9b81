"""The rows, one file for each thing that is measured; a new file is found by itself."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from tests.benchmarks.row import Row


def rows() -> Iterator[Row]:
    """All rows, by the names of their files (which begin with a number) and as they stand there."""
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        yield from import_module(f"{__name__}.{module.name}").ROWS
