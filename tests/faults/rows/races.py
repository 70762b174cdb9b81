"""Several want the same case at the same time."""

from collections import Counter
from functools import partial
from pathlib import Path

from db.cases import load_register
from db.open_database import open_database
from tests.db.processes import claim_everything, crashed, first_cases, heard, start
from tests.db.server import fresh_database, server, text_of
from tests.faults.fault import Fault, Found
from tests.faults.team import at_work, place_for

INTERVIEWERS = 4
CASES = 50


def on_a_file(times: int, folder: Path) -> Found:
    """Four processes on one file."""
    found = Found()
    for number in range(times):
        found += _claimed(str(folder / f"race-{number}.db"))
    return found


def on_a_server(times: int, folder: Path) -> Found:
    """Four connections to one server."""
    found = Found()
    with server() as address:
        for _ in range(times):
            with fresh_database(address) as ours:
                found += _claimed(text_of(ours))
    return found


def _claimed(place: str) -> Found:
    """A case that two have is one that is doubled, and one that nobody got is lost."""
    db = open_database(place, create=True)
    load_register(db)
    db.close()
    names = [f"intervjuer {number}" for number in range(INTERVIEWERS)]
    team = [start(claim_everything, place, name, CASES) for name in names]
    got = Counter(case for _, pipe in team for case in heard(pipe))
    missed = len(set(first_cases(CASES)) - set(got))
    ended_badly = crashed(process for process, _ in team)
    return Found(1, len(got), missed, sum(got.values()) - len(got), ended_badly)


def _team(processes: int, cases: int, folder: Path, *, on_a_file: bool) -> Found:
    with place_for(folder, on_a_file=on_a_file) as place:
        return at_work(place, processes, cases).found


_on_a_file, _on_a_server = partial(_team, 4, on_a_file=True), partial(_team, 20, on_a_file=False)

FAULTS = (
    Fault("50 cases claimed by four at once, SQLite", on_a_file, 2, 10),
    Fault("50 cases claimed by four at once, PostgreSQL", on_a_server, 2, 10),
    Fault(
        "a team of four at work on all cases, SQLite", partial(_team, 4, on_a_file=True), 20, 442
    ),
    Fault(
        "a team of 20 at work on all cases, PostgreSQL",
        partial(_team, 20, on_a_file=False),
        40,
        442,
    ),
)
