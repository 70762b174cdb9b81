"""The cases that wait for a coordinator: who is in the list, in which order, and why."""

from datetime import timedelta

from interviewer.screens.cases.state import Cases
from interviewer.screens.queue.state import Queue
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.rules import ListPlace
from tests.interviewer.screens.cases.desk import ANNE, calls, cases_of, looks, opens, waiting
from tests.support.keyboard import Keyboard


class TestTheList:
    """Who waits for a coordinator, the longest first, and why; and anybody else, by typing."""

    def test_what_an_interviewer_sends_on(self, kari: Keyboard, berit: Keyboard) -> None:
        calls(kari, "halden", Outcome.to_coordinator, "De er slått sammen")
        berit.wait(timedelta(minutes=1))
        berit.mind()
        assert "saker hos deg: 1" in berit.picture()
        looks(berit)
        shown = " ".join(berit.picture().split())
        assert "Halden (Østfold) 1 forsøk · siden" in shown
        assert "Til koordinator (kl." in shown

    def test_the_longest_waiting_first(self, kari: Keyboard, berit: Keyboard) -> None:
        calls(kari, "moss", Outcome.wrong_department)
        kari.wait(timedelta(minutes=10))
        calls(kari, "halden", Outcome.to_coordinator)
        looks(berit)
        assert waiting(berit) == ["0104", "0101"]

    def test_a_refusal_that_may_be_asked_again(self, kari: Keyboard, berit: Keyboard) -> None:
        """Not at once: when five working days have gone."""
        calls(kari, "halden", Outcome.refusal_soft, "Har ikke tid nå")
        looks(berit)
        assert waiting(berit) == []
        berit.keys("escape")
        looks(berit, timedelta(days=8))
        assert waiting(berit) == ["0101"]
        assert "skal de spørres igjen?" in berit.picture()

    def test_so_many_attempts(self, kari: Keyboard, berit: Keyboard) -> None:
        for _ in range(8):
            calls(kari, "halden", Outcome.no_answer)
            kari.wait(timedelta(days=1))
        looks(berit, timedelta(days=8))
        assert "Åtte forsøk uten intervju" in berit.picture()

    def test_any_case_by_the_number_of_somebody_in_it(
        self, kari: Keyboard, berit: Keyboard
    ) -> None:
        """A respondent phones to withdraw, and all there is to go by is the display."""
        kari.dials()
        kari.keys("f5", "e", "2", *"Anne Berg", "enter", *ANNE, "escape")
        looks(berit)
        assert waiting(berit) == []
        berit.type(ANNE.replace(" ", ""))
        assert waiting(berit) == ["0101"]
        assert "Hos en annen: Hos Kari" in berit.picture()

    def test_somebody_rings(self, kari: Keyboard, berit: Keyboard) -> None:
        """The same key as everywhere: what is typed next finds the case."""
        berit.keys("ctrl+r")
        assert "Noen ringer: skriv sted" in berit.picture()
        berit.keys(*"haldn", "ctrl+r", *"moss")
        assert waiting(berit)[0] == "0104"

    def test_somebody_rings_while_a_card_is_open(self, berit: Keyboard) -> None:
        """The case is put down, and one is where one looks for another."""
        opens(berit, "halden")
        berit.keys("6", "ctrl+r")
        assert "Noen ringer: skriv sted" in berit.picture()
        berit.type("moss")
        assert waiting(berit)[0] == "0104"

    def test_somebody_rings_while_answers_are_corrected(self, turid: Keyboard) -> None:
        turid.keys("enter", "7", "ctrl+r")
        assert "Noen ringer: skriv sted" in turid.picture()
        assert isinstance(turid.screen, Cases)

    def test_nothing_is_found(self, berit: Keyboard) -> None:
        looks(berit)
        berit.type("qqqq")
        assert "Ingenting passer med «qqqq»" in berit.picture()
        berit.keys("enter", "down")
        assert waiting(berit) == []
        berit.keys("escape", "escape")
        assert isinstance(berit.screen, Queue)

    def test_is_alive(self, kari: Keyboard, berit: Keyboard) -> None:
        looks(berit)
        calls(kari, "halden", Outcome.to_coordinator)
        assert waiting(berit) == []
        berit.wait(timedelta(seconds=20))
        berit.mind()
        assert waiting(berit) == ["0101"]

    def test_the_next_search_begins_anew(self, berit: Keyboard) -> None:
        """Whoever has been in a case and comes back does not have to clear the line."""
        opens(berit, "halden")
        berit.keys("escape", *"moss")
        assert waiting(berit)[0] == "0104"

    def test_the_other_lists(self, kari: Keyboard, berit: Keyboard) -> None:
        """Who has no number to ring, and what coordinators have closed."""
        calls(kari, "halden", Outcome.number_dead)
        looks(berit)
        berit.keys("f6")
        lines = cases_of(berit).lines
        assert lines[0].case.unit.id == "0101"
        assert {line.rule.place for line in lines} == {ListPlace.needs_number}
        berit.keys("enter", "4", *"Finnes ikke", "enter", "f6")
        assert waiting(berit) == ["0101"]
        assert "Gitt opp" in berit.picture()

    def test_help(self, berit: Keyboard) -> None:
        looks(berit)
        berit.keys("f1")
        assert "De som venter på deg, de som mangler nummer" in berit.picture()
        berit.keys("escape")
        assert "Venter på deg" in berit.picture()
