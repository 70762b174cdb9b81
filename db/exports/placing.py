"""Putting several whole files in their places, so that new ones never stand beside old ones.

No system renames several files at once.  So it is written down first, in a file of its own, which
is to go where; then all that is in the way goes aside, and then the new ones come.  A program that
is ended in the middle leaves files missing, not mixed, and whoever writes in the folder next does
what was written down.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

PLAN: Final = ".ringerunde-", ".plan"
"""How the name of such a file begins and ends."""


def put_in_place(drafts: Mapping[Path, Path]) -> None:
    """Rename each file to its target in the same folder; where one cannot be, all is as it was.

    Raises OSError.
    """
    folder = next(iter(drafts)).parent
    plan = _write_plan(folder, drafts)
    aside: dict[Path, Path] = {}
    try:
        for target in drafts.values():
            _set_aside(target, aside, plan)
        for draft, target in drafts.items():
            draft.replace(target)
    except BaseException:
        _take_back(drafts, aside)
        plan.unlink()
        raise
    keep_names(folder)
    _clear_away([*aside.values(), plan])


def finish_placing(folder: Path) -> None:
    """Do what a program that was ended in the middle had written down. Raises OSError."""
    for plan in folder.glob("*".join(PLAN)):
        for draft, target in _planned(plan):
            with suppress(FileNotFoundError):  # it has its place
                draft.replace(target)
        keep_names(folder)
        _clear_away([*folder.glob(f".*{plan.stem}.old"), plan])


def keep_names(folder: Path) -> None:
    """New names, too, survive a power cut, where the system can promise that of a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_plan(folder: Path, drafts: Mapping[Path, Path]) -> Path:
    """The plan, under its name only when it is whole."""
    plan = folder / uuid4().hex.join(PLAN)
    unfinished = plan.with_suffix(".tmp")
    names = [(draft.name, target.name) for draft, target in drafts.items()]
    try:
        with unfinished.open("x", encoding="utf-8") as file:
            json.dump(names, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(plan)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    keep_names(folder)
    return plan


def _planned(plan: Path) -> Iterator[tuple[Path, Path]]:
    """Drafts and their targets; of names in another folder, which we never write, nothing."""
    try:
        names = json.loads(plan.read_text(encoding="utf-8"))
        pairs = [(Path(draft), Path(target)) for draft, target in names]
    except (ValueError, TypeError, RecursionError):
        return
    for draft, target in pairs:
        if draft.name == str(draft) and target.name == str(target):
            yield plan.with_name(draft.name), plan.with_name(target.name)


def _set_aside(target: Path, aside: dict[Path, Path], plan: Path) -> None:
    """What lay there before, under another name until all is well."""
    if target.exists():
        aside[target] = target.with_name(f".{target.name}{plan.stem}.old")
        target.rename(aside[target])


def _take_back(drafts: Mapping[Path, Path], aside: Mapping[Path, Path]) -> None:
    for draft, target in drafts.items():
        if target in aside:
            aside[target].replace(target)
        elif not draft.exists():
            target.unlink(missing_ok=True)


def _clear_away(files: list[Path]) -> None:
    """What is not needed any more; the new files are in their places, and that is what counts."""
    for file in files:
        with suppress(OSError):
            file.unlink()
