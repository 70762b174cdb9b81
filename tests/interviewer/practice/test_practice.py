"""The first screen of `ringerunde demo`: there at once, while the data behind it are being made."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple
from uuid import uuid4

import pytest

from db import call_list
from db.call_list import states
from db.database import Database
from db.histories import histories
from db.open_database import open_database
from db.people import sit_down
from db.plain_sql import key
from db.ready_statements import ReadyStatement, Touched
from db.seats import who_sits_here
from db.statements import Values
from db.tables import CodebookRow
from interviewer.commands import practice
from interviewer.engine.task import task
from interviewer.practice.office_hours import OFFICES
from interviewer.practice.practice_interviewer import PracticeInterviewer
from interviewer.practice.season import INTERVIEWERS, play
from interviewer.screens.call_list.state import CallList
from interviewer.screens.welcome.state import Welcome
from interviewer.services.caller import Caller
from interviewer.terminal.app import Meanwhile, Ringerunde
from interviewer.terminal.painting import BLINK
from interviewer.terminal.player import Player
from schemas.calls.ranking.listing import rank
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.listening import told
from tests.interviewer.conftest import Copies
from tests.interviewer.terminal.test_burst import post, quiet

A_WHILE = 30.0
"""Seconds; longer than any test waits, and nobody waits for ever."""


class TestWhileOneReads:
    """The data are made behind the screen that asks for a name."""

    async def test_the_first_screen_is_there_before_the_data(self, copies: Copies) -> None:
        """It says so; and whoever has typed the name gets the list when they are there."""
        enough, seen = Event(), []

        def make(database: Database, leaving: Event) -> None:
            seen.append(who_sits_here(database, "test@pc"))
            enough.wait(A_WHILE)

        database = copies()
        app = Ringerunde(lambda: database, "test@pc", practice=True, meanwhile=make)
        async with app.run_test() as pilot:
            while not isinstance(app.loop.screen, Welcome):
                await pilot.pause()
            post(app, *"Kari")
            await pilot.pause()
            assert "Øvelsesdataene lages" in _shown(app)
            post(app, "enter")
            await pilot.pause(2 * BLINK)
            assert isinstance(app.loop.screen, Welcome)
            assert "så snart øvelsesdataene er ferdige" in _shown(app)
            enough.set()
            await quiet(app, pilot)
            assert isinstance(app.loop.screen, CallList)
        assert seen == [None]

    async def test_who_is_calling_is_asked_before_there_is_a_database(self, copies: Copies) -> None:
        """Nobody can have sat in a new one.  What there is to tell of where it lies, is told when
        it is there.
        """
        enough, told = Event(), "Mappen kan leses av andre."

        def opens() -> Database:
            enough.wait(A_WHILE)
            database = copies()
            database.warnings = (told,)
            return database

        app = Ringerunde(opens, "test@pc", practice=True, meanwhile=lambda database, leaving: None)
        async with app.run_test() as pilot:
            post(app, "K")
            await pilot.pause()
            assert isinstance(app.loop.screen, Welcome)
            assert not app.loop.saving
            assert app.loop.screen.line.text == "K"
            enough.set()
            app.store(task(lambda _: None)).result(A_WHILE)
            await pilot.pause()
            assert told in _shown(app)

    async def test_what_goes_wrong_there_ends_the_program(self, copies: Copies) -> None:
        """Half a season would look like a whole one."""

        def make(database: Database, leaving: Event) -> None:
            raise ValueError

        database = copies()
        app = Ringerunde(lambda: database, "test@pc", practice=True, meanwhile=make)
        async with app.run_test():
            app.store(task(lambda _: None)).result(A_WHILE)
        assert isinstance(app.failure, ValueError)

    def test_nobody_waits_for_it_to_leave(self, copies: Copies) -> None:
        """Between two calls the season ends when it is not wanted any more."""
        leaving, database = Event(), copies()
        leaving.set()
        assert play(database, 3, 1, leaving).calls == 0

    @pytest.mark.parametrize("stays", [True, False])
    def test_a_database_that_is_kept_is_a_whole_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stays: bool
    ) -> None:
        """Where one leaves before it is, there is none."""
        kept = tmp_path / "kept.sqlite"

        def run(
            opens: Callable[[], Database],
            *,
            practice: bool,
            meanwhile: Meanwhile,
            prompter: object,
        ) -> int:
            leaving = Event()
            with closing(opens()) as database:
                if not stays:
                    leaving.set()
                meanwhile(database, leaving)
            return 0

        monkeypatch.setattr(practice, "require_terminal", lambda: None)
        monkeypatch.setattr(practice, "run", run)
        assert practice.practise(str(kept), SURVEY, ui=True, interviews=0, seed=1) == 0
        assert kept.exists() is stays


def _shown(app: Ringerunde) -> str:
    return "\n".join(strip.text for strip in app.picture.render_lines(app.picture.region))


class Seen(NamedTuple):
    """What was seen of a season while it was played."""

    keys: int
    asked: list[str]
    """Every statement."""
    alone: int
    """Answers that were stored by themselves, of all the `answers`."""
    answers: int
    listed: list[bool]
    """For every list that was read as a whole: whether it was within something else."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Of some interviews as the demo has them."""
    pressed, alone, listed = list[str](), list[bool](), list[bool]()
    keys, carry_out, read_all = Player.keys, Database._alone, call_list._read_all

    def press(player: Player, *names: str) -> None:
        pressed.extend(names)
        keys(player, *names)

    def store(db: Database, ready: ReadyStatement, values: Values) -> Touched:
        alone.append("answer_entry" in ready.text)
        return carry_out(db, ready, values)

    def read(db: Database, *told: Any) -> Any:
        listed.append(db.is_together)
        return read_all(db, *told)

    path = tmp_path_factory.mktemp("seen") / "practice.sqlite"
    with (
        pytest.MonkeyPatch.context() as watch,
        closing(open_database(path, create=True, durable=False)) as database,
    ):
        watch.setattr(Player, "keys", press)
        watch.setattr(Database, "_alone", store)
        watch.setattr(call_list, "_read_all", read)
        with told(database) as asked:
            play(database, 6, 2015)
        with database.look() as reads:
            ((answers,),) = reads.rows("SELECT count(*) FROM answer_entry")
    return Seen(len(pressed), asked, sum(alone), answers, listed)


class TestWhatItReads:
    """Counted, so that it cannot creep back: a season is some thousand keys."""

    MOST_PER_KEY = 1.1
    """Statements; most keys only change what is on the screen.  A change of a case sums it up, and
    of what is known of it only what has changed is read again."""

    def test_few_statements_a_key(self, seen: Seen) -> None:
        """And the codebook goes in once."""
        assert len(INTERVIEWERS) < len(seen.asked) < self.MOST_PER_KEY * seen.keys
        name = CodebookRow.__tablename__
        assert sum(f"INSERT INTO {name}" in one for one in seen.asked) == 1

    def test_what_is_said_in_a_call_is_stored_as_one(self, seen: Seen) -> None:
        """Else each answer were a transaction of its own, which takes longer than the answer."""
        assert seen.alone < seen.answers / 10

    def test_a_list_is_not_read_in_the_midst_of_one(self, seen: Seen) -> None:
        """It would be read as a whole: however a call ends, what was said is stored before."""
        assert seen.listed
        assert not any(seen.listed)

    def test_what_is_said_in_a_call_that_fails_is_not(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing holds on to the file, which is taken away then."""

        def out_of_luck(*told: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(PracticeInterviewer, "_check", out_of_luck)
        path = tmp_path / "practice.sqlite"
        with closing(open_database(path, create=True, durable=False)) as database:
            with pytest.raises(KeyboardInterrupt) as failed:
                play(database, 12, 2015)
            assert not database.is_together, "while it is told where that was"
            assert failed.type is KeyboardInterrupt
            calls = [call for one in histories(database) for call in one.attempts]
            (going_on,) = [call for call in calls if call.ended_at is None]
            with database.look() as reads:
                said = f"SELECT 1 FROM answer_entry WHERE attempt_id = {key(going_on.id)}"
                assert not reads.rows(said)


@pytest.mark.slow
class TestAtAnyHour:
    """Somebody may want to practise at night, and on Christmas Day."""

    def test_invented_people_answer(self, tmp_path: Path) -> None:
        """The season has just been, and there is somebody to ring."""
        at = datetime(2026, 12, 25, 3, tzinfo=UTC)
        with closing(open_database(tmp_path / "practice.sqlite", create=True, durable=False)) as db:
            db.practice = True
            play(db, 1, 2015, begins=OFFICES.next_open(at - timedelta(days=4)))
            calls = [call for one in histories(db) for call in one.attempts]
            assert all(at - timedelta(days=5) < call.started_at < at for call in calls)
            settings = Caller.of(sit_down(db, uuid4(), "Kari", "her", at), db).settings
            listed = rank(states(db, settings), at, uuid4(), settings)
            assert len(listed.callable) > 400
