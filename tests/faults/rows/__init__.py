"""The lines, one file for each kind of fault; a new file is found by itself."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from tests.faults.fault import Fault


def faults() -> Iterator[Fault]:
    """All of them, by the names of their files and as they stand there."""
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        yield from import_module(f"{__name__}.{module.name}").FAULTS
