"""One case: what a coordinator reads there, what she decides, and what they say to the list."""

from datetime import timedelta

import pytest

from db.case_decisions import decisions_about
from db.cases import open_case
from db.database import Database
from interviewer.commands.decide.edit import edit
from interviewer.commands.decide.edit_request import EditRequest
from interviewer.commands.decide.signing import coordinator
from interviewer.screens.card.state import Card
from interviewer.screens.cases.state import Cases
from interviewer.screens.interview.state import ReviewCase
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.rules import ListPlace
from schemas.review.decisions import DecisionKind
from tests.interviewer.screens.cases.desk import (
    ANNE,
    HALDEN,
    calls,
    case_of,
    cases_of,
    first_interview,
    in_call_list,
    interviewed,
    kinds,
    looks,
    opens,
    waiting,
)
from tests.support.keyboard import Keyboard


class TestOneCase:
    """Everything that the decision depends on, on one page."""

    def test_the_calls_the_contacts_and_what_the_interviewer_asks(
        self, kari: Keyboard, berit: Keyboard
    ) -> None:
        kari.dials()
        kari.keys("f5", "b", "1", "f5", "e", "2", *"Anne Berg", "enter", *ANNE, "escape")
        kari.keys("f9", "j")
        kari.keys(*"Er de slått sammen?", "enter", "escape")
        opens(berit, "halden")
        shown = berit.picture(120, 40)
        assert "Notatet fra siste oppringning: Er de slått sammen?" in shown
        assert "Veien: Sentralbord ─▸ Servicetorg ─▸ " in shown
        assert "(Anne Berg)  69 28 91 23" in shown
        assert "★\u00a0spor" in shown
        assert "Fase én: svarte ikke" in shown

    def test_is_alive(self, kari: Keyboard, berit: Keyboard) -> None:
        opens(berit, "halden")
        assert "Ikke ringt ennå." in berit.picture()
        calls(kari, "halden", Outcome.no_answer)
        berit.wait(timedelta(seconds=20))
        berit.mind()
        assert "Ikke svar" in berit.picture()

    def test_a_number_is_added_on_the_card(self, kari: Keyboard, berit: Keyboard) -> None:
        """Most cases that wait need a better lead; then they go back with a word about it."""
        calls(kari, "halden", Outcome.number_dead)
        opens(berit, "halden")
        berit.keys("6")
        assert isinstance(berit.screen, Card)
        berit.keys("f5", "e", *"Anne Berg", "enter", *ANNE, "escape", "escape")
        assert cases_of(berit).ids[cases_of(berit).marked] == HALDEN
        berit.keys("enter", "1", *"Ring Anne", "enter")
        listed = in_call_list(kari)
        assert listed.rule.name == "returned"
        assert listed.contact is not None
        assert listed.contact.person == "Anne Berg"

    def test_somebody_has_it_on_screen(self, kari: Keyboard, berit: Keyboard) -> None:
        kari.dials()
        opens(berit, "halden")
        assert "Kari har saken åpen nå." in berit.picture()
        berit.keys("6")
        assert "CASE-HELD" in berit.picture()


class TestTheirWordOnTheList:
    """They may say yes or no to the public list before there is any interview."""

    def test_is_noted_on_the_case(self, berit: Keyboard, database: Database) -> None:
        """Who, when, how and what may stand there, as with the command; the case stays in sight."""
        opens(berit, "halden")
        berit.keys("7", *"ja", "enter", *"Kari Lie", "enter", "enter", *"brev", "enter", "enter")
        berit.paste("69 17 45 00")
        berit.keys("enter", "enter", "enter")
        assert "Samtykke gitt utenom intervjuet. Det gjelder når" in berit.picture()
        (noted,) = decisions_about(database, HALDEN)
        assert noted.consent is not None
        assert (noted.consent.given_by, noted.consent.phone) == ("Kari Lie", "+4769174500")
        assert "Samtykke gitt utenom intervjuet (Kari Lie" in berit.picture(120, 40)

    def test_a_no_needs_no_number(self, berit: Keyboard, database: Database) -> None:
        """And what cannot be noted is said at its line."""
        opens(berit, "halden")
        berit.keys("7", *"nei", "tab", "tab", "tab", *"brev", "enter")
        assert "Hvem sa det: Skriv hvem" in berit.picture()
        assert kinds(database) == []
        berit.keys(*"Kari", "tab", "tab", "enter")
        assert kinds(database) == [DecisionKind.declined]

    def test_is_not_stored_over_what_another_has_decided(
        self, berit: Keyboard, database: Database
    ) -> None:
        opens(berit, "halden")
        turid = Keyboard(database, seat="turid@pc", seed=9, reviewing=True).sits_down("Turid")
        opens(turid, "halden")
        turid.keys("2", *"Lett overalt", "enter")
        berit.keys("7", *"nei", "enter", *"Kari", "enter", "enter", *"brev", "enter")
        assert "CASE-CHANGED" in berit.picture()
        assert kinds(database) == [DecisionKind.not_found_after_search]


class TestSendingBack:
    """The case comes first in the call list, with what is to be done."""

    def test_with_a_message(self, kari: Keyboard, berit: Keyboard, database: Database) -> None:
        calls(kari, "halden", Outcome.to_coordinator)
        opens(berit, "halden")
        berit.keys("1", *"Prøv servicetorget", "enter")
        assert "✓ Halden (Østfold) er tilbake på ringelisten." in berit.picture()
        assert kinds(database) == [DecisionKind.returned]
        assert in_call_list(kari).rule.name == "returned"
        kari.keys("enter")
        assert "Fra koordinatoren (Berit): Prøv servicetorget" in kari.picture()

    def test_wants_a_message(self, kari: Keyboard, berit: Keyboard, database: Database) -> None:
        calls(kari, "halden", Outcome.to_coordinator)
        opens(berit, "halden")
        berit.keys("1", "space", "enter")
        assert "S-REASON" in berit.picture()
        assert kinds(database) == []

    def test_a_pasted_message(self, kari: Keyboard, berit: Keyboard, database: Database) -> None:
        opens(berit, "halden")
        berit.paste("nothing to paste into")
        berit.keys("1")
        berit.paste("Spør etter\nAnne")
        berit.keys("enter")
        assert decisions_about(database, HALDEN)[0].reason == "Spør etter Anne"

    def test_never_after_a_refusal(
        self, kari: Keyboard, berit: Keyboard, database: Database
    ) -> None:
        """Whatever else is recorded: nobody is called again who does not wish it."""
        calls(kari, "halden", Outcome.refusal_hard)
        opens(berit, "halden")
        berit.keys("1")
        assert "CASE-CLOSED" in berit.picture()
        berit.keys("4")
        assert "Saken er «Ønsker ikke å delta»" in berit.picture()
        assert "CASE-SETTLED" in berit.picture()
        assert kinds(database) == []

    def test_opens_what_was_closed(
        self, kari: Keyboard, berit: Keyboard, database: Database
    ) -> None:
        """A mistake: nothing a coordinator decides is for ever, but a withdrawal."""
        opens(berit, "halden")
        berit.keys("3", *"Slått sammen", "enter", "f6", "f6", "enter")
        assert "Lukket: Utenfor utvalget. 1 åpner saken igjen." in berit.picture()
        berit.keys("1", *"Ikke slått sammen likevel", "enter")
        assert kinds(database) == [DecisionKind.out_of_frame, DecisionKind.returned]
        assert in_call_list(kari).rule.place is ListPlace.needs_number


class TestClosing:
    """Without an interview, with the outcome that only a coordinator sets, and why."""

    @pytest.mark.parametrize(
        ("key", "kind"),
        [
            ("2", DecisionKind.not_found_after_search),
            ("3", DecisionKind.out_of_frame),
            ("4", DecisionKind.given_up),
        ],
    )
    def test_each_way(
        self, kari: Keyboard, berit: Keyboard, database: Database, key: str, kind: DecisionKind
    ) -> None:
        calls(kari, "halden", Outcome.to_coordinator)
        opens(berit, "halden")
        berit.keys(key, *"Tre uker", "enter")
        (decision,) = decisions_about(database, HALDEN)
        assert (decision.kind, decision.name, decision.reason) == (kind, "Berit", "Tre uker")
        assert f"✓ Halden (Østfold): {str(kind.label).lower()}." in berit.picture()
        closed = in_call_list(kari)
        assert (closed.case.outcome, closed.rule.place) == (kind.outcome, ListPlace.finished)

    def test_escape_decides_nothing(self, berit: Keyboard, database: Database) -> None:
        opens(berit, "halden")
        for key in "12345":
            berit.keys(key, *"hvorfor", "escape")
            assert case_of(berit).panel is None
        berit.keys("escape")
        assert isinstance(berit.screen, Cases)
        assert kinds(database) == []

    def test_a_later_decision_takes_its_place(self, berit: Keyboard, database: Database) -> None:
        opens(berit, "halden")
        berit.keys("4", *"Ingen svarer", "enter", "escape")
        berit.type("halden")
        berit.keys("enter", "2", *"Lette i tre uker", "enter")
        assert open_case(database, HALDEN).decision is Outcome.not_found_after_search
        assert kinds(database) == [DecisionKind.given_up, DecisionKind.not_found_after_search]

    def test_then_the_next(self, kari: Keyboard, berit: Keyboard) -> None:
        """One works down the list; the mark stands at the case after the one decided."""
        for place in ("moss", "halden", "sarpsborg"):
            calls(kari, place, Outcome.to_coordinator)
            kari.wait(timedelta(minutes=10))
        looks(berit)
        berit.keys("down", "enter", "4", *"Nei", "enter")
        assert waiting(berit) == ["0104", "0105"]
        assert cases_of(berit).marked == 1

    def test_somebody_else_has_decided_meanwhile(self, berit: Keyboard, database: Database) -> None:
        """Nothing is stored over what one has not read."""
        turid = Keyboard(database, seat="turid@pc", seed=9, reviewing=True).sits_down("Turid")
        opens(berit, "halden")
        opens(turid, "halden")
        turid.keys("3", *"Slått sammen", "enter")
        berit.keys("4", *"Ingen svarer", "enter")
        assert "CASE-CHANGED" in berit.picture()
        assert kinds(database) == [DecisionKind.out_of_frame]
        berit.keys("escape")
        berit.wait(timedelta(seconds=20))
        berit.mind()
        assert "Turid: Utenfor utvalget – Slått sammen" in berit.picture()
        berit.keys("4", *"Ingen svarer", "enter")
        assert kinds(database) == [DecisionKind.out_of_frame, DecisionKind.given_up]

    def test_what_is_being_typed_is_not_read_over(
        self, berit: Keyboard, database: Database
    ) -> None:
        """While somebody writes why, the page stays as it was read."""
        opens(berit, "halden")
        berit.keys("4", *"Ingen")
        read = case_of(berit).read
        berit.wait(timedelta(minutes=5))
        berit.mind()
        assert case_of(berit).read is read


class TestACaseWithAnInterview:
    """What was said goes before what closes a case; it goes back with a question."""

    def test_is_neither_closed_nor_sent_back(self, turid: Keyboard, practice: Database) -> None:
        case = interviewed(turid)
        turid.keys("1")
        assert "INTERVIEW-FINISHED" in turid.picture()
        turid.keys("2")
        assert "CASE-SETTLED" in turid.picture()
        assert kinds(practice, case.file.case_id) == []

    def test_is_opened_in_review(self, turid: Keyboard, practice: Database) -> None:
        """And from there one comes back to the cases."""
        case = interviewed(turid)
        turid.keys("7")
        assert isinstance(turid.screen, ReviewCase)
        turid.keys("1")
        assert kinds(practice, case.file.case_id) == [DecisionKind.accepted]
        assert isinstance(turid.screen, Cases)


class TestCorrecting:
    """A coordinator opens the answers that she has read, and no others."""

    def test_when_somebody_has_corrected_them_since(
        self, turid: Keyboard, practice: Database
    ) -> None:
        """The screen is old: nobody gets hold of a case for nothing."""
        case = first_interview(turid)
        berit = coordinator(practice, "Berit", turid.now)
        edit(berit, case.unit.id, EditRequest(["respondent_role=leder"]), revision=1)
        turid.keys("7")
        assert "INTERVIEW-CHANGED" in turid.picture()
        assert open_case(practice, case.file.case.case_id).holder is None
