"""Not answers alone: whatever somebody has typed or decided is there at the next start."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from db.database import Database
from db.people import sit_down
from db.problems import WorkedOnSince
from db.records import Signed
from interviewer.engine import unsaved_tasks
from interviewer.screens.card.state import Card
from interviewer.screens.queue.state import Queue
from interviewer.screens.resume.state import WayOn
from interviewer.services.persons import erase_person, look_for_person
from schemas.calls.outcomes import Outcome
from tests.db.desk import standings
from tests.interviewer.unsaved.aside import FULL, Aside
from tests.support.keyboard import NOON, TO_THE_NAME, Faulty, Keyboard


def on_the_line(kari: Keyboard) -> None:
    """In a call, at the first question."""
    kari.dials()


def on_the_card(kari: Keyboard) -> None:
    """On a case that nobody is being rung in."""
    kari.keys("enter")


ENDS = {
    "SIGTERM, or a closed window": lambda kari: kari.loop.end(kari._press("end")),
    "Ctrl+Q twice": lambda kari: kari.keys("ctrl+q", "ctrl+q"),
    "the power": lambda kari: None,
}
"""How a program ends while something cannot be stored."""


class TestEverythingThatIsTyped:
    """Not answers alone: whatever somebody has typed is there at the next start, word by word."""

    @pytest.fixture
    def kari(self, disk: Faulty) -> Keyboard:
        """Kari at the list."""
        return Keyboard(disk).sits_down()  # type: ignore[arg-type]

    def again(
        self,
        kari: Keyboard,
        disk: Faulty,
        database: Database,
        keys: tuple[str, ...],
        end: Callable[[Keyboard], None] = ENDS["the power"],
    ) -> Keyboard:
        """What is found at the next start when the disk was full for these keys."""
        disk.problem = FULL
        kari.keys(*keys)
        assert kari.loop.failing
        end(kari)
        return Keyboard(database, at=kari.now)

    @pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
    def test_an_outcome_with_its_note(
        self,
        kari: Keyboard,
        disk: Faulty,
        database: Database,
        aside: Aside,
        end: Callable[[Keyboard], None],
    ) -> None:
        """However it ended; and one goes on where one would have been, on the card."""
        on_the_line(kari)
        again = self.again(kari, disk, database, ("f9", "1", *"Prøv Åse", "enter"), end)
        told = again.picture()
        assert "Slutten på en oppringning · Halden" in told
        assert Outcome.no_answer.label.nb in told
        assert "Prøv Åse" in told
        again.keys("1")
        (call,) = again.file().attempts
        assert (call.outcome, call.note) == (Outcome.no_answer, "Prøv Åse")
        assert isinstance(again.screen, Card)
        assert aside.files == []

    def test_an_outcome_of_an_interview_that_is_begun(
        self, kari: Keyboard, disk: Faulty, database: Database
    ) -> None:
        """The call is over: the card, and not the questions."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME)
        again = self.again(kari, disk, database, ("f9", "6", "1", *"Borte", "enter"))
        again.keys("1")
        assert again.file().attempts[0].outcome is Outcome.technical
        assert isinstance(again.screen, Card)

    def test_an_outcome_that_is_not_taken(
        self,
        kari: Keyboard,
        disk: Faulty,
        database: Database,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """The call has no end yet, and goes on."""

        def gone_on(*told: object) -> None:
            raise WorkedOnSince

        on_the_line(kari)
        kari.keys(*TO_THE_NAME)
        again = self.again(kari, disk, database, ("f9", "6", "1", *"Borte", "enter"))
        monkeypatch.setattr(unsaved_tasks, "_require_nothing_since", gone_on)
        again.keys("1")
        assert again.screen.ways == (WayOn.keep, WayOn.drop)  # type: ignore[attr-defined]
        again.keys("1")
        assert again.call.attempt is not None

    def test_an_appointment(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """With the outcome that it was made in; and it is kept only once it is kept."""
        on_the_line(kari)
        keys = ("f9", "c", *"i morgen 10:30", "enter", *"Spør etter Åse", "enter")
        again = self.again(kari, disk, database, keys)
        assert "Spør etter Åse" in again.picture()
        again.keys("1")
        agreed = again.file().appointment
        assert agreed is not None
        assert agreed.note == "Spør etter Åse"
        assert agreed.is_open

    def test_being_sent_on(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """To whom, and how."""
        on_the_line(kari)
        again = self.again(kari, disk, database, ("f5", "b", "1"))
        assert "En viderekobling · Halden" in again.picture()
        again.keys("1")
        (leg,) = again.file().redirects
        assert leg.how.name == "transferred"
        assert again.call.on_line is not None
        assert again.call.on_line.id == leg.to_id

    def test_whom_one_was_given(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """Name and number, as they were typed."""
        on_the_line(kari)
        kari.keys("f5", "e", "2")
        keys = (*"Anne Berg", "enter", *"69289123", "escape")
        again = self.again(kari, disk, database, keys)
        assert "Anne Berg" in again.picture()
        again.keys("1")
        anne = next(one for one in again.file().contacts if one.person == "Anne Berg")
        assert anne.phone == "+4769289123"

    def test_a_note_about_the_case(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        on_the_card(kari)
        again = self.again(kari, disk, database, ("f8", *"Ring etter ferien", "enter"))
        assert "Et notat om saken · Halden" in again.picture()
        again.keys("2")
        assert [one.words for one in again.file().notes] == ["Ring etter ferien"]

    def test_a_remark(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        on_the_line(kari)
        kari.keys("enter")
        again = self.again(kari, disk, database, ("f4", *"Hun nølte", "enter"))
        again.keys("1")
        assert [one.remark for one in again.entries()][-1:] == ["Hun nølte"]

    def test_a_half_typed_answer(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """Each second it is stored as a draft; where that fails, too."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kar")
        disk.problem = FULL
        kari.mind()
        again = Keyboard(database)
        assert "Halvskrevet tekst · Halden" in again.picture()
        again.keys("1", "i", "enter")
        assert [one.value for one in again.entries()][-1:] == ["Kari"]

    def test_what_is_half_typed_when_the_window_closes(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """Nothing has failed: what has a place of its own is stored, and the note of a call that
        goes on is given back."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kar")
        kari.loop.end(kari._press("end"))
        kari.settle()
        assert aside.files == []
        kari = Keyboard(database)
        kari.keys("1", "f9", "1", "1", *"Prøv Å")
        kari.loop.end(kari._press("end"))
        kari.settle()
        again = Keyboard(database)
        told = again.picture()
        assert "Dette ble skrevet, men ikke brukt." in told
        assert "Prøv Å" in told
        assert again.screen.ways == (WayOn.keep, WayOn.let_lie, WayOn.drop)  # type: ignore[attr-defined]
        again.keys("1")
        assert aside.files
        Keyboard(database).keys("3")
        assert aside.files == []

    def test_what_is_half_typed_when_somebody_leaves(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """A note on the card, and one of a call: by Ctrl+Q as by a closed window."""
        on_the_card(kari)
        kari.keys("f8", *"Ring Åse", "ctrl+q")
        assert kari.left
        kari = Keyboard(database)
        assert "Ring Åse" in kari.picture()
        kari.keys("2")
        assert aside.files == []
        on_the_card(kari)
        kari.keys("enter", "enter", "f9", "1", *"Prøv Å", "ctrl+q", "ctrl+q")
        assert kari.left
        assert "Prøv Å" in Keyboard(database).picture()

    def test_what_is_typed_behind_it(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """Nobody knows which question it was for: it is not stored, and not lost."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME)
        keys = (*"Kari", "enter", *"leder")
        again = self.again(kari, disk, database, keys, ENDS["Ctrl+Q twice"])
        assert "leder" in again.picture()
        again.keys("1")
        assert [one.value for one in again.entries()][-1:] == ["Kari"]
        assert aside.files, "until somebody says that it is not needed"
        last = Keyboard(database)
        assert "leder" in last.picture()
        last.keys("3")
        assert aside.files == []

    def test_stored_once_where_it_is_tried_again(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """It fails at the next start, too, in the middle of it."""
        on_the_card(kari)
        self.again(kari, disk, database, ("f8", *"Ring etter ferien", "enter"))
        disk.problem = None
        again = Keyboard(disk)  # type: ignore[arg-type]
        disk.problem = FULL
        again.keys("1")
        assert len(aside.files) == 1
        disk.problem = None
        again.retry()
        assert [one.words for one in again.file().notes] == ["Ring etter ferien"]
        assert aside.files == []

    def test_not_of_somebody_who_is_erased(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """In no text that lies there: her name and her number go, and what was said stays."""
        on_the_line(kari)
        kari.keys("f5", "e", "2")
        keys = (*"Anne Berg", "enter", *"69289123", "escape")
        again = self.again(kari, disk, database, keys)
        turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
        file = look_for_person(database, "Anne Berg")
        assert file.aside == 1
        erase_person(database, Signed(uuid4(), turid.id, NOON), "Anne Berg", file)
        assert "Anne" not in aside.text
        assert "69289123" not in aside.text
        again = Keyboard(database, at=kari.now)
        again.keys("1")
        assert aside.files == []
        assert not any(one.person or one.phone for one in again.file().contacts)

    def test_the_end_of_a_call_that_was_stored_after_all(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """The reply was lost.  What was agreed on in it, with whoever was reached, is still to be
        kept when the same is stored again."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kari", "enter")
        kari.keys("f9", "c", *"om 20 min", "enter")
        kari.loop.press(kari._press("enter"))
        kari.loop.set_aside()
        (file,) = aside.files
        kept = file.read_bytes()
        kari.settle()
        file.write_bytes(kept)
        again = Keyboard(database, at=kari.now)
        again.keys("1")
        agreed = again.file().appointment
        assert agreed is not None
        assert agreed.is_open

    def test_two_windows(self, disk: Faulty, database: Database, aside: Aside) -> None:
        """Each keeps its own."""
        disk.problem = None
        for name in ("Kari", "Ola"):
            other = Faulty(database)
            one = Keyboard(other, seat=f"{name}@pc", seed=len(name)).sits_down(name)  # type: ignore[arg-type]
            one.keys(*("Halden" if name == "Kari" else "Moss"), "enter", "f8", *"Hei")
            other.problem = FULL
            one.keys("enter")
        assert len(aside.files) == 2


class TestACoordinator:
    """What she decides, too."""

    def test_a_decision_with_its_reason(self, practice: Database) -> None:
        disk, at = Faulty(practice), NOON.replace(day=17)
        told: dict[str, Any] = {"seat": "berit@pc", "reviewing": True}
        berit: Any = Keyboard(disk, at, **told).sits_down("Berit")  # type: ignore[arg-type]
        berit.keys("enter")
        unit = berit.screen.unit
        disk.problem = FULL
        berit.keys("2", "5", *"Bare livsstilskurs", "enter", "ctrl+q", "ctrl+q")
        again = Keyboard(practice, berit.now, **told)
        shown = again.picture()
        assert f"En avgjørelse · {unit.label}" in shown
        assert "Bare livsstilskurs" in shown
        again.keys("1")
        assert isinstance(again.screen, Queue)
        review = standings(practice)[unit.id].review
        assert review is not None
        assert review.reason == "Bare livsstilskurs"
        assert Aside(practice).files == []
