"""What takes seconds to make, made by one of the processes of a run for all of them."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

PATIENCE: Final = 0.05
"""Seconds between two looks at whether the other process is done."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The file of this name, made by whoever asks first; to be copied, never written to.

    Where making it fails, it fails for that process, and the next one tries.
    """
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # a folder each, inside one for the whole run
        shared = shared.parent
    file, turn = shared / name, shared / f"{name}.turn"
    while not file.exists():
        if not _taken(turn):
            time.sleep(PATIENCE)
            continue
        try:
            if not file.exists():
                _make(file, make)
        finally:
            turn.rmdir()
    return file


def _taken(turn: Path) -> bool:
    """Whether it is our turn: only one process can make a folder."""
    try:
        turn.mkdir()
    except FileExistsError:
        return False
    return True


def _make(file: Path, make: Callable[[Path], object]) -> None:
    """Under another name until it is whole."""
    half = file.with_name(f"half-{file.name}")
    half.unlink(missing_ok=True)
    make(half)
    half.replace(file)
