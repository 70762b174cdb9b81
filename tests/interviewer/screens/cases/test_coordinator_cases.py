"""The cases that wait for a coordinator: the list, one case, what is decided, a withdrawal.

Kari calls and Berit decides, each at her own keyboard, on one database.
"""

from datetime import timedelta
from uuid import UUID

import pytest

from db.case_decisions import decisions_about
from db.cases import case_id_of, open_case
from db.engine import Database
from interviewer.commands.decide.edit import edit
from interviewer.commands.decide.edit_request import EditRequest
from interviewer.commands.decide.signing import coordinator
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.queue.state import Queue
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.listing import ListedCase
from schemas.calls.ranking.rules import ListPlace
from schemas.review.decisions import DecisionKind
from tests.support.keyboard import Keyboard

MOSS, HALDEN = case_id_of("0104"), case_id_of("0101")
ANNE = "69 28 91 23"


@pytest.fixture
def berit(database: Database) -> Keyboard:
    """Berit the coordinator, at her queue."""
    return Keyboard(database, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")


def calls(kari: Keyboard, place: str, outcome: Outcome, note: str = "") -> None:
    """Kari rings somewhere, the call ends with an outcome, and she goes on to the list."""
    kari.type(place)
    kari.keys("enter", "enter")
    if isinstance(kari.screen, Card):  # there is no number yet
        kari.type(f"69 17 45 {len(place):02}")  # a number of its own: one rests between calls
        kari.keys("enter")
    kari.keys("f9", outcome.row.key or "")
    kari.type(note)
    kari.keys("enter", *("1" if outcome.refuses_for_ever else ""), "escape")


def looks(berit: Keyboard, later: timedelta = timedelta(seconds=20)) -> Cases:
    """Berit looks at her cases, as they are a little later."""
    berit.wait(later)
    berit.mind()
    berit.keys("f4")
    return cases_of(berit)


def cases_of(berit: Keyboard) -> Cases:
    """The list of cases, which must be on the screen."""
    assert isinstance(berit.screen, Cases)
    return berit.screen


def opens(berit: Keyboard, place: str) -> DecideCase:
    """Berit finds a case by what she types, and opens it."""
    looks(berit)
    berit.type(place)
    berit.keys("enter")
    return case_of(berit)


def case_of(berit: Keyboard) -> DecideCase:
    """One case, which must be on the screen."""
    assert isinstance(berit.screen, DecideCase)
    return berit.screen


def waiting(berit: Keyboard) -> list[str]:
    """The units that wait for her, in their order."""
    return [line.case.unit.id for line in cases_of(berit).lines]


def kinds(database: Database, case_id: UUID = HALDEN) -> list[DecisionKind]:
    """What has been decided about a case."""
    return [one.kind for one in decisions_about(database, case_id)]


def in_call_list(kari: Keyboard, case_id: UUID = HALDEN) -> ListedCase:
    """Where Kari finds a case a little later, and why."""
    kari.wait(timedelta(minutes=2))
    kari.mind()
    assert isinstance(kari.screen, CallList)
    return next(line for line in kari.screen.ranked if line.case.case_id == case_id)


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
        assert "★ spor" in shown
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


@pytest.fixture
def turid(practice: Database) -> Keyboard:
    """Turid the coordinator, at the queue of that season."""
    return Keyboard(practice, seat="turid@pc", seed=9, reviewing=True).sits_down("Turid")


def first_interview(turid: Keyboard) -> ReviewCase:
    """The first interview in the queue, opened."""
    turid.keys("enter")
    assert isinstance(turid.screen, ReviewCase)
    return turid.screen


def interviewed(turid: Keyboard) -> DecideCase:
    """The case of the first interview in the queue, opened among the cases."""
    assert isinstance(turid.screen, Queue)
    name = turid.screen.items[0].interview.unit_id
    turid.keys("f4")
    turid.type(name)
    turid.keys("enter")
    return case_of(turid)


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
