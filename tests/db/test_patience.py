"""Whoever does not answer in time is hung up on: by one thread, however many are waited for."""

from threading import Event, active_count, current_thread
from time import monotonic, sleep

import pytest

from db import patience
from db.patience import Patience

SOON, LATE = 0.01, 60.0


class TestPatience:
    def test_it_hangs_up_on_whom_it_waits_for_too_long(self) -> None:
        """Also where it was about to wait long for somebody else."""
        late, soon = Event(), Event()
        waits = Patience(Event.set)
        with waits.within(LATE, late), waits.within(SOON, soon):
            assert soon.wait(LATE)
        assert not late.is_set()

    def test_what_is_over_is_left_alone(self) -> None:
        """A connection that was given back may be another's by then."""
        first, second = Event(), Event()
        waits = Patience(Event.set)
        with waits.within(SOON, first):
            pass
        with waits.within(2 * SOON, second):
            assert second.wait(LATE)
        assert not first.is_set()

    def test_a_line_that_is_gone_stops_nobody(self) -> None:
        """The next one is hung up on all the same."""

        def hang_up(line: Event | None) -> None:
            assert line is not None, "there is a line"
            line.set()

        line, waits = Event(), Patience(hang_up)
        with waits.within(SOON, None), waits.within(SOON, line):
            assert line.wait(LATE)

    def test_it_is_one_thread(self) -> None:
        """A thread for each would take longer to start than what is waited for."""
        waits = Patience(Event.set)
        before = active_count()
        for _ in range(20):
            with waits.within(LATE, Event()):
                assert active_count() <= before + 1

    def test_it_sleeps_while_all_is_answered_in_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A thread that is woken for each statement makes it wait, and has nothing to do."""
        looks, waits = 0, Patience(Event.set)

        def now() -> float:
            nonlocal looks
            looks += current_thread() is waits._thread
            return monotonic()

        monkeypatch.setattr(patience, "monotonic", now)
        for _ in range(20):
            with waits.within(LATE, Event()):
                sleep(SOON / 10)
            sleep(SOON / 10)
        assert looks == 1
