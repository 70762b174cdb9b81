"""Whoever does not answer in time is hung up on: by one thread, however many are waited for."""

from threading import Event, active_count

from db.patience import Patience

SOON, LATE = 0.01, 60.0


class TestPatience:
    def test_it_hangs_up_on_whom_it_waits_for_too_long(self) -> None:
        """Also where it was about to wait long for somebody else."""
        late, soon = Event(), Event()
        patience = Patience(Event.set)
        with patience.within(LATE, late), patience.within(SOON, soon):
            assert soon.wait(LATE)
        assert not late.is_set()

    def test_what_is_over_is_left_alone(self) -> None:
        """A connection that was given back may be another's by then."""
        first, second = Event(), Event()
        patience = Patience(Event.set)
        with patience.within(SOON, first):
            pass
        with patience.within(2 * SOON, second):
            assert second.wait(LATE)
        assert not first.is_set()

    def test_a_line_that_is_gone_stops_nobody(self) -> None:
        """The next one is hung up on all the same."""

        def hang_up(line: Event | None) -> None:
            assert line is not None, "there is a line"
            line.set()

        line, patience = Event(), Patience(hang_up)
        with patience.within(SOON, None), patience.within(SOON, line):
            assert line.wait(LATE)

    def test_it_is_one_thread(self) -> None:
        """A thread for each would take longer to start than what is waited for."""
        patience = Patience(Event.set)
        before = active_count()
        for _ in range(20):
            with patience.within(LATE, Event()):
                assert active_count() <= before + 1
