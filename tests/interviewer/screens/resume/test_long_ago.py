"""A call that the program stopped in goes on within the hour; later nobody is on the line."""

from datetime import timedelta

from db.database import Database
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from schemas.calls.outcomes import Outcome
from tests.interviewer.unsaved.aside import FULL
from tests.support.keyboard import NOON, TO_THE_NAME, Faulty, Keyboard

SOON, TOMORROW = NOON + timedelta(minutes=15), NOON + timedelta(days=1)


def stopped(kari: Keyboard) -> None:
    """Kari is asked for the name of whoever answers, and the power goes."""
    kari.dials().keys(*TO_THE_NAME)


class TestLongAgo:
    """Whoever comes back tomorrow rings again, and yesterday's call has not lasted a day."""

    def test_within_the_hour_it_goes_on(self, kari: Keyboard, database: Database) -> None:
        """The line may be open still."""
        stopped(kari)
        again = Keyboard(database, SOON)
        assert "1 Fortsett akkurat der du var" in again.picture()
        again.keys("1")
        assert again.at == "respondent_name"
        assert again.call.attempt is not None

    def test_it_may_be_open_in_another_window(self, kari: Keyboard, database: Database) -> None:
        """The first window still runs, and holds the case: that the program stopped is not so."""
        kari.dials().keys(*TO_THE_NAME)
        again = Keyboard(database, SOON)
        assert "åpen i et annet vindu ennå" in again.picture()
        assert "stoppet:" not in again.picture()

    def test_tomorrow_one_rings_again(self, kari: Keyboard, database: Database) -> None:
        """When the call ended is not known; the questions go on where they stopped."""
        stopped(kari)
        again = Keyboard(database, TOMORROW)
        assert "1 Gå til sakskortet" in again.picture()
        assert "et annet vindu" not in again.picture()
        again.keys("1")
        assert isinstance(again.screen, Card)
        (call,) = again.file().attempts
        assert call.end_unknown
        assert call.lasted is None
        again.keys("enter", "enter")
        assert again.at == "respondent_name"
        assert len(again.file().attempts) == 2

    def test_as_long_as_it_is_asked_for(self, kari: Keyboard, database: Database) -> None:
        """The question has stood there all night: what it would lead to by now is shown first."""
        stopped(kari)
        again = Keyboard(database, SOON)
        again.wait(TOMORROW - SOON)
        again.keys("1")
        assert "1 Gå til sakskortet" in again.picture()
        again.keys("1")
        assert isinstance(again.screen, Card)
        assert again.file().attempts[0].end_unknown

    def test_what_was_not_stored_is_stored_first(self, database: Database) -> None:
        """How the call ended was on its way; that is known, then."""
        disk = Faulty(database)
        kari = Keyboard(disk).sits_down()  # type: ignore[arg-type]
        stopped(kari)
        disk.problem = FULL
        kari.keys("f9", "6", "1", *"Strømmen gikk", "enter")
        again = Keyboard(database, TOMORROW)
        assert "1 Lagre det, og gå til sakskortet" in again.picture()
        again.keys("1")
        assert isinstance(again.screen, Card)
        (call,) = again.file().attempts
        assert (call.outcome, call.note) == (Outcome.technical, "Strømmen gikk")
        assert call.ended_at is not None
        assert call.ended_at < SOON
        assert not call.end_unknown

    def test_words_that_led_to_nothing_keep_nobody_from_the_list(
        self, kari: Keyboard, database: Database
    ) -> None:
        """They are offered again at the next start."""
        stopped(kari)
        kari.keys("f9", "1", "1", *"Prøv Å")
        kari.loop.end(kari._press("end"))
        kari.settle()
        again = Keyboard(database, SOON)
        assert "Prøv Å" in again.picture()
        again.keys("escape")
        assert isinstance(again.screen, CallList)
        assert "Prøv Å" in Keyboard(database, SOON).picture()


class TestWhatIsSaid:
    """The screen speaks of what there is, and answers every key."""

    def test_of_a_call_only_where_one_may_be_open(self, kari: Keyboard, database: Database) -> None:
        stopped(kari)
        assert "listen (en åpen oppringning får «slutt ukjent»)" in Keyboard(database).picture()
        kari.keys("f9", "6", "1", "enter")
        again = Keyboard(database, SOON)
        assert "2 Gå til ringelisten" in again.picture()
        assert "oppringning" not in again.picture()

    def test_a_letter_is_told_to_do_nothing(self, kari: Keyboard, database: Database) -> None:
        """It may have been meant for the question that one was at."""
        stopped(kari)
        again = Keyboard(database, SOON)
        again.keys("x")
        assert "x gjør ingenting her" in again.picture()
        again.keys("1")
        assert again.at == "respondent_name"
