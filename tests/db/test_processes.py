"""Several interviewers at once."""

import threading
from pathlib import Path

import pytest

from db.database import Database
from db.interviews import load_interview, record_answer
from tests.db.processes import claim_everything, crashed, first_cases, heard, open_older, start
from tests.db.world import World

CASES, INTERVIEWERS = 25, 3


@pytest.mark.slow
class TestClaiming:
    def claimed(self, place: str) -> list[object]:
        """Several processes try to take the same cases; everything they got."""
        names = [f"interviewer {n}" for n in range(INTERVIEWERS)]
        team = [start(claim_everything, place, name, CASES) for name in names]
        got = [case for _, pipe in team for case in heard(pipe)]
        assert crashed(process for process, _ in team) == 0
        return got

    def test_no_case_is_given_to_two(
        self, request: pytest.FixtureRequest, db: Database, with_cases: None
    ) -> None:
        """Everybody tries every case; each case goes to exactly one."""
        on_server = "postgresql" in request.node.name
        place = request.getfixturevalue("postgresql_address") if on_server else db.where
        claimed = self.claimed(place)
        assert sorted(map(str, claimed)) == sorted(map(str, first_cases(CASES)))

    def test_whoever_falls_over_is_counted(self, tmp_path: Path) -> None:
        """What the others do in her place hides nothing: she has ended with an error."""
        process, pipe = start(open_older, str(tmp_path / "not there.db"))
        assert heard(pipe) == ["begun"]
        assert crashed([process]) == crashed([process], -9) == 1


class TestThreads:
    def test_a_writer_and_readers_do_not_disturb_each_other(self, world: World) -> None:
        """One thread saves in order while others read: everything is stored, in order."""
        interview = world.interview()
        entries = [world.entry(interview, value=n) for n in range(40)]
        seen: list[list[int]] = [[], []]
        done = threading.Event()

        def read(lengths: list[int]) -> None:
            while not done.is_set():
                lengths.append(len(load_interview(world.db, interview.id).entries))

        readers = [threading.Thread(target=read, args=(lengths,)) for lengths in seen]
        for reader in readers:
            reader.start()
        for entry in entries:
            record_answer(world.db, world.lease, entry)
        done.set()
        for reader in readers:
            reader.join()
        assert load_interview(world.db, interview.id).entries == tuple(entries)
        assert all(lengths == sorted(lengths) for lengths in seen)
