"""The power goes: what a disk may hold then, made from the writes and syncs of a real run.

What was synced is there.  Of what was written since, any part may be, and of a write any of its
sectors; that names of files are kept is taken for granted, as the journal stays where it is.
"""

import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.fault import Fault, Found, NotHere

ANSWERS: Final = 40
SECTOR: Final = 512
CHECKOUT: Final = Path(__file__).parents[3]
CALLS: Final = "pwrite64,write,ftruncate,fsync,fdatasync"
_CALL: Final = re.compile(
    r'(?:\d+ +)?(\w+)\((\d+)<([^>]*)>(?:, "((?:\\x..)*)", \d+)?(?:, (\d+))?\) += +(\d+)'
)


@dataclass(frozen=True, slots=True)
class Event:
    """A write to a file, a cut of it to a length, a sync of it, or an answer acknowledged."""

    kind: str
    file: str = ""
    at: int = 0
    data: bytes = b""


def power_cuts(times: int, folder: Path) -> Found:
    """So many cuts at random moments of one run."""
    file = folder / "power.db"
    events = list(_events(_traced(file, folder / "strace.log"), file))
    begun = next(n for n, one in enumerate(events) if one.data == b"begun")
    found = Found()
    for number in range(times):
        cut = random.randrange(begun, len(events) + 1)
        found += _after(events[:cut], folder / f"cut-{number}", file)
    return found


def _traced(file: Path, log: Path) -> Path:
    strace = shutil.which("strace")
    if strace is None:
        raise NotHere("strace is not installed")
    traced = [strace, "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    recorder = [sys.executable, "-m", "tests.faults.recorder", str(file), str(ANSWERS)]
    done = subprocess.run([*traced, *recorder], cwd=CHECKOUT, capture_output=True, text=True)
    if done.returncode:
        raise NotHere(f"strace cannot look: {done.stderr.strip()[-80:]}")
    return log


def _events(log: Path, file: Path) -> Iterator[Event]:
    ours = {str(file): "database", f"{file}-journal": "journal"}
    for line in log.read_text(encoding="ascii").splitlines():
        if not (found := _CALL.match(line)):
            continue
        call, number, path, data, offset, _ = found.groups()
        path = bytes.fromhex(path.replace("\\x", "")).decode() if "\\x" in path else path
        if call == "write" and number == "1":
            yield Event("said", data=_bytes(data).strip())
        elif path in ours:
            kind = "sync" if call.endswith("sync") else call
            yield Event(kind, ours[path], int(offset or 0), _bytes(data or ""))


def _bytes(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))


def _after(events: Sequence[Event], folder: Path, file: Path) -> Found:
    """What is found in the morning."""
    folder.mkdir()
    for name in ("database", "journal"):
        image = _image([one for one in events if one.file == name])
        (folder / (file.name + {"database": "", "journal": "-journal"}[name])).write_bytes(image)
    told = {one.data.decode() for one in events if one.kind == "said"} - {"begun"}
    try:
        with closing(sqlite3.connect(folder / file.name)) as morning:
            is_whole = morning.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            answers = [row[0] for row in morning.execute("SELECT value FROM answer_entry")]
    except sqlite3.Error:
        return Found(1, len(told), lost=len(told), crashed=1)
    finally:
        shutil.rmtree(folder)
    stored = {answer.strip('"') for answer in answers}
    return Found(1, len(told), len(told - stored), len(answers) - len(stored), not is_whole)


def _image(events: Sequence[Event]) -> bytes:
    """All up to the last sync, and any of what came after it."""
    synced = max((n for n, one in enumerate(events) if one.kind == "sync"), default=-1)
    image = bytearray()
    for number, one in enumerate(events):
        if number <= synced or random.random() < 0.5:
            _apply(image, one, torn=number > synced)
    return bytes(image)


def _apply(image: bytearray, one: Event, *, torn: bool) -> None:
    if one.kind == "ftruncate":
        del image[one.at :]
        image.extend(bytes(one.at - len(image)))
    elif one.kind in {"pwrite64", "write"}:
        image.extend(bytes(max(0, one.at + len(one.data) - len(image))))
        for start in range(0, len(one.data), SECTOR):
            if not torn or random.random() < 0.5:
                sector = one.data[start : start + SECTOR]
                image[one.at + start : one.at + start + len(sector)] = sector


FAULTS = (Fault("power cut, from the writes of a run, SQLite", power_cuts, 100, 600),)
