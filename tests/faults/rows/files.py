"""What synchronised folders and people do to a file that is in use."""

import shutil
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from db.interviews import record_answer
from db.problems import DatabaseProblem
from tests.faults.desk import Desk, desk
from tests.faults.fault import Fault, Found

Happens = Callable[[Desk, Path, Path], object]
"""What is done to the file, given a copy of it."""

BEFORE = 3
"""Answers that are stored before it happens."""


def deleted(times: int, folder: Path) -> Found:
    """Nothing may be acknowledged into a file without a name."""
    return _each(times, folder, lambda at, file, copy: file.unlink())


def replaced(times: int, folder: Path) -> Found:
    """Another file under the same name."""
    return _each(times, folder, lambda at, file, copy: copy.replace(file))


def written_over(times: int, folder: Path) -> Found:
    """An older copy in the same file: to the system nothing has happened."""

    def over(_: Desk, file: Path, copy: Path) -> None:
        file.write_bytes(copy.read_bytes())

    return _each(times, folder, over)


def _each(times: int, folder: Path, happens: Happens) -> Found:
    found = Found()
    for number in range(times):
        place = folder / str(number)
        place.mkdir()
        found += _once(place / "file.db", happens)
        shutil.rmtree(place)
    return found


def _once(file: Path, happens: Happens) -> Found:
    """An answer that is acknowledged afterwards is one that is lost."""
    with desk(file) as at:
        copy = Path(shutil.copy(file, file.with_name("copy")))
        answers = at.answers()
        for entry in islice(answers, BEFORE):
            at.store(entry)
        happens(at, file, copy)
        try:
            record_answer(at.db, at.lease, next(answers))
        except DatabaseProblem as problem:
            return Found(1, BEFORE, crashed=problem.code == "DB-ERROR")
        return Found(1, BEFORE + 1, lost=1)


FAULTS = (
    Fault("the file deleted while in use", deleted, 5, 50),
    Fault("the file replaced by a copy while in use", replaced, 5, 50),
    Fault("the file written over by an older copy", written_over, 5, 50),
)
