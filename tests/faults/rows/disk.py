"""The disk is full, and then it is not."""

import subprocess
from dataclasses import replace
from itertools import islice
from pathlib import Path

from db.interviews import record_answer
from db.problems import DiskFull
from tests.db.full_disk import fill
from tests.faults.desk import Desk, desk
from tests.faults.fault import Fault, Found, NotHere, judged


def full(times: int, folder: Path) -> Found:
    """Filled by somebody else before every answer, and freed again."""
    small = folder / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        raise NotHere("mounting a small disk is not allowed here")
    try:
        with desk(small / "full.db") as at:
            return _filled(times, at, small / "ballast")
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


FAULTS = (Fault("full disk, then room again, SQLite", full, 10, 100),)
