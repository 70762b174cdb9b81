"""The disk is full, and then it is not."""

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from db.interviews import record_answer
from db.problems import DiskFull
from tests.db.full_disk import fill, leave
from tests.faults.desk import Desk, desk
from tests.faults.fault import Fault, Found, NotHere, judged
from tests.support.commands import run, said

WRITTEN: Final = (
    ("overview", "--out", "{}/oversikt", "--force"),
    ("report", "full", "--out", "{}/rapport.html", "--force"),
    ("export", "csv", "--out", "{}/tabeller", "--force"),
    ("export", "xlsx", "--out", "{}/tabeller.xlsx", "--force"),
    ("export", "json", "--out", "{}/dokumenter", "--force"),
    ("export", "archive", "--out", "{}/arkiv", "--force"),
    ("backup", "{}/kopi.db"),
)
"""What is written out, each as it is typed, into a folder."""

ROOM: Final = 8192
"""Bytes that are left, at most: too few for any of it."""


def written_out(times: int, folder: Path) -> Found:
    """What is written out is told not to be; what lay there before is whole, and nothing half."""
    database = folder / "all.db"
    with desk(database), _small_disk(folder) as small:
        return sum(
            (_not_written(database, small, words) for words in islice(cycle(WRITTEN), times)),
            Found(),
        )


def _not_written(database: Path, small: Path, words: tuple[str, ...]) -> Found:
    order = tuple(one.replace("{}", str(small)) for one in words)
    if "--force" in words:
        assert run(database, *order).exit_code == 0
    before, ballast = _files(small), small / "ballast"
    fill(ballast)
    leave(ballast, random.randint(0, ROOM))
    told = run(database, *order)
    ballast.unlink()
    after = _files(small)
    lost = sum(after.get(file) != content for file, content in before.items())
    is_told = told.exit_code != 0 and "S-ERROR" not in said(told)
    return Found(1, len(before), lost, len(after.keys() - before.keys()), not is_told)


def _files(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def full(times: int, folder: Path) -> Found:
    """Filled by somebody else before every answer, and freed again."""
    with _small_disk(folder) as small, desk(small / "full.db") as at:
        return _filled(times, at, small / "ballast")


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    """A disk of sixteen megabytes; raises NotHere where none can be mounted."""
    small = folder / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        raise NotHere("mounting a small disk is not allowed here")
    try:
        yield small
    finally:
        subprocess.run(["umount", str(small)], check=True)


def _filled(times: int, at: Desk, ballast: Path) -> Found:
    acknowledged, too_soon = [], 0
    for entry in islice(at.answers(), times):
        long = replace(entry, value=f"{entry.value} {'x' * 20_000}")
        fill(ballast)
        try:
            record_answer(at.db, at.lease, long)
            too_soon += 1
        except DiskFull:
            ballast.unlink()
            at.store(long)
        acknowledged.append(long.value)
        ballast.unlink(missing_ok=True)
    return judged(times, acknowledged, at.stored()) + Found(crashed=too_soon)


FAULTS = (
    Fault("full disk, then room again, SQLite", full, 10, 100),
    Fault("full disk, where files are written out", written_out, len(WRITTEN), 70),
)
