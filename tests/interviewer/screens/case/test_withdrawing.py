"""A respondent withdraws: what is erased, what it takes, and who notices."""

import pytest

from db.cases import open_case
from db.database import Database
from interviewer.screens.call_list.state import CallList
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.queue.state import Queue
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind
from tests.interviewer.screens.cases.desk import (
    calls,
    case_of,
    first_interview,
    interviewed,
    kinds,
    opens,
    waiting,
)
from tests.support.keyboard import Keyboard


class TestAWithdrawal:
    """It says exactly what it erases, takes the name of the place, and can never be undone."""

    def test_says_what_is_erased_and_what_is_kept(self, turid: Keyboard) -> None:
        case = first_interview(turid)
        turid.keys("8")
        shown = " ".join(turid.picture(120, 40).split())
        respondent = case.file.way[-1]
        assert "Dette slettes for alltid:" in shown
        assert respondent.person in shown
        assert "Dette blir stående:" in shown
        assert f"Skriv «{case.unit.name}» og trykk Enter for å slette." in shown

    def test_one_key_is_not_enough(self, turid: Keyboard, practice: Database) -> None:
        case = first_interview(turid)
        turid.keys("8", "enter")
        turid.type("ja")
        turid.keys("enter")
        assert "Ingenting er slettet." in turid.picture()
        turid.keys("escape", "escape")
        assert isinstance(turid.screen, Queue)
        assert kinds(practice, case.file.case.case_id) == []

    @pytest.mark.parametrize("name", ["{0.name}", "{0.id}", "{0.label}"])
    def test_takes_any_name_of_the_place(
        self, turid: Keyboard, practice: Database, name: str
    ) -> None:
        """As the command does; and its number."""
        case = first_interview(turid)
        turid.keys("8")
        turid.type(name.format(case.unit))
        turid.keys("enter")
        assert kinds(practice, case.file.case.case_id) == [DecisionKind.withdrawn]

    def test_erases_from_the_review(self, turid: Keyboard, practice: Database) -> None:
        case = first_interview(turid)
        person = case.file.way[-1].person
        assert person
        turid.keys("8")
        turid.type(case.unit.name.upper())
        turid.keys("enter")
        assert "har trukket seg. Svar, navn og notater er slettet." in " ".join(
            turid.picture().split()
        )
        kept = open_case(practice, case.file.case.case_id)
        assert kept.decision is Outcome.withdrawn
        assert all(person != one.person for one in kept.contacts)
        assert isinstance(turid.screen, Queue)
        assert all(one.interview.unit_id != case.unit.id for one in turid.screen.desk.items)

    def test_after_which_nothing_can_be_decided(self, turid: Keyboard, practice: Database) -> None:
        case = interviewed(turid)
        number = next(one.phone for one in case.file.in_use if one.person and one.phone)
        turid.keys("5")
        turid.type(case.unit.name)
        turid.keys("enter", "escape")
        turid.type(number.removeprefix("+47"))
        assert case.unit.id not in waiting(turid)
        turid.keys("escape")
        turid.type(case.unit.id)
        turid.keys("enter")
        assert "Respondenten har trukket seg." in turid.picture()
        turid.keys(*"1234567")
        assert case_of(turid).panel is None
        assert kinds(practice, case.file.case_id) == [DecisionKind.withdrawn]

    def test_while_another_coordinator_looks_at_it(
        self, berit: Keyboard, database: Database
    ) -> None:
        turid = Keyboard(database, seat="turid@pc", seed=9, reviewing=True).sits_down("Turid")
        opens(turid, "halden")
        opens(berit, "halden")
        berit.keys("5")
        berit.type("Halden")
        berit.keys("enter")
        turid.keys("1", *"Ring igjen", "enter")
        assert "CASE-CLOSED" in turid.picture()
        assert kinds(database) == [DecisionKind.withdrawn]

    def test_in_the_middle_of_a_call(self, kari: Keyboard, berit: Keyboard) -> None:
        """Whoever has the case open is named, and loses it: nothing more gets in."""
        kari.dials()
        opens(berit, "halden")
        berit.keys("5")
        assert "Kari har saken åpen nå, og mister den." in berit.picture()
        berit.type("halden")
        berit.keys("enter")
        kari.keys("f5", "b", "1")
        assert "CASE-LOST" in kari.picture()
        kari.keys("escape")
        assert isinstance(kari.screen, CallList)

    def test_while_another_corrects_the_answers(self, turid: Keyboard, practice: Database) -> None:
        """Whoever has it on the screen opens nothing, and does not hold the case either."""
        case = first_interview(turid)
        berit = Keyboard(practice, seat="berit@pc", seed=8, reviewing=True).sits_down("Berit")
        first_interview(berit)
        turid.keys("8")
        turid.type(case.unit.name)
        turid.keys("enter")
        berit.keys("7")
        assert "CASE-CLOSED" in berit.picture()
        assert isinstance(berit.screen, ReviewCase)
        kept = open_case(practice, case.file.case.case_id)
        assert kept.holder is None
        assert kept.interview is not None
        assert not kept.interview.open

    def test_after_which_no_name_is_typed(self, kari: Keyboard, berit: Keyboard) -> None:
        """The card says to every key that would write one why it does not."""
        calls(kari, "halden", Outcome.to_coordinator)
        opens(berit, "halden")
        berit.keys("5", *"Halden", "enter")
        kari.type("halden")
        kari.keys("enter")
        for key in ("enter", "f5", "f12"):
            kari.keys(key)
            assert kari.card.panel is None
            assert "S-REFUSED" in kari.picture()
            kari.keys("up")
            assert "S-REFUSED" not in kari.picture()
