"""Things that other processes do to the same database, and how to start and kill them."""

import multiprocessing
import os
import pkgutil
import signal
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Final, TypeVar
from uuid import UUID, uuid4

import db as storage
import schemas
from db.backup import back_up_daily, copies
from db.backup_places import is_backed_up
from db.cases import case_id_of, take_case
from db.database import Database
from db.exports.csv import write_csv
from db.health import check
from db.histories import histories
from db.interviews import record_answer
from db.moving import move
from db.open_database import open_database
from db.people import sit_down
from db.persons.copies import delete
from db.problems import DatabaseProblem, HeldByAnother
from db.records import Interviewer, InterviewRecord, Lease
from schemas.language import Explained
from tests.db.world import NOON, entry_of
from tests.support.municipalities import FRAME

Done = TypeVar("Done")

PATIENCE: Final = 60.0
"""Seconds that one tries again."""

METHODS = multiprocessing.get_all_start_methods()
CONTEXT = multiprocessing.get_context("forkserver" if "forkserver" in METHODS else "spawn")
CONTEXT.set_forkserver_preload(["tests.db.processes"])


def start(job: Callable[..., None], *args: object) -> tuple[BaseProcess, Connection]:
    """Start a job in a process of its own; the pipe gives what it says, then its end."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=job, args=(theirs, *args), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return process, ours


def heard(pipe: Connection) -> list[object]:
    """Everything said until the process was gone."""
    said = []
    while True:
        try:
            said.append(pipe.recv())
        except (EOFError, OSError):
            pipe.close()
            return said


KILL: Final = getattr(signal, "SIGKILL", signal.SIGTERM)
"""What ends a process at once: on Windows that is the other one, which nothing there can catch."""

KILLED: Final = (-KILL, int(KILL))
"""How a process has ended that was killed, as one platform tells it or the other."""


def crashed(processes: Iterable[BaseProcess], *endings: int) -> int:
    """How many ended otherwise than they were to: by themselves, unless something else is said."""
    ended = []
    for process in processes:
        process.join()
        ended.append(process.exitcode not in (endings or (0,)))
    return sum(ended)


def until_done(verb: Callable[[], Done]) -> Done:
    """As the program does: again and again, as long as it is told that it may be tried again."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return verb()
        except DatabaseProblem as problem:
            if not problem.retryable or time.monotonic() > until:
                raise


def record_until_killed(
    say: Connection, path: Path, lease: Lease, interview: InterviewRecord, who: Interviewer
) -> None:
    """Store answers for ever, and acknowledge each one only when it is stored."""
    db = open_database(path, create=False)
    while True:
        entry = entry_of(interview, who, value="x" * 500)
        record_answer(db, lease, entry)
        say.send(entry.id)


def claim_everything(say: Connection, place: str, name: str, count: int) -> None:
    """Try to take the first cases, each until somebody has it; say which became ours."""
    db = open_database(place, create=False)
    me = until_done(lambda: sit_down(db, uuid4(), name, name, NOON))
    for case_id in first_cases(count):
        if _claim(db, case_id, me):
            say.send(case_id)
    db.close()


def first_cases(count: int) -> list[UUID]:
    """The cases of the first units in the register."""
    return [case_id_of(unit.id) for unit in FRAME.units[:count]]


def _claim(db: Database, case_id: UUID, me: Interviewer) -> bool:
    try:
        until_done(lambda: take_case(db, case_id, me.id, NOON))
    except HeldByAnother:
        return False
    return True


def make_new(say: Connection, path: Path) -> None:
    """A first start."""
    db = open_database(path, create=True)
    say.send(len(histories(db)))
    db.close()


def open_as_nobody(say: Connection, path: Path) -> None:
    """Open a database without any rights; say the problem's code."""
    _become_nobody()
    try:
        open_database(path, create=True).close()
    except DatabaseProblem as problem:
        say.send(f"{problem.code} {problem}")


def keep_as_nobody(say: Connection, path: Path, closed: Path) -> None:
    """Look after a database of one's own whose backups are somebody else's, and write where one
    may not look: say each problem's code, the copies, and what `check` finds of them."""
    for room in (schemas, storage):  # a checkout of root's may lie where nobody else can look
        _load_all_of(room)
    open_database(path, create=False).close()
    _become_nobody()
    db = open_database(path, create=False)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: back_up_daily(path, NOON.date()),
        lambda: move(db, str(closed / "there.db"), NOON),
        lambda: write_csv(db, closed / "there"),
        lambda: delete(copies(path)),
    )
    for verb in verbs:
        try:
            verb()
        except Explained as problem:
            say.send(problem.code)
    db.rewrite_file()
    say.send((is_backed_up(path, NOON.date()), copies(path), [*check(db, NOON)][-1].found))
    db.close()


def _become_nobody() -> None:
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def _load_all_of(room: ModuleType) -> None:
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if not found.name.startswith("db.migrations.env"):  # which migrates
            import_module(found.name)


def open_older(say: Connection, place: str) -> None:
    """Bring an older database up to date; say when that begins, and when it is done."""
    say.send("begun")
    open_database(place, create=False).close()
    say.send("done")


def die_behind(say: Connection, place: str, revision: str) -> None:
    """Bring an older database up to date, and be killed when one of its migrations is done."""
    from alembic.runtime.migration import HeadMaintainer, RevisionStep

    noted = HeadMaintainer.update_to_step

    def note(self: HeadMaintainer, step: RevisionStep) -> None:
        noted(self, step)
        if step.revision.revision == revision:
            os.kill(os.getpid(), KILL)

    HeadMaintainer.update_to_step = note  # type: ignore[method-assign,assignment]
    open_database(place, create=False).close()
    say.send("alive")
