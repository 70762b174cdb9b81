"""The coordinator's screens: the queue with its reasons, decisions with theirs, shared services.

Everything is walked through on the keyboard, on a practice database.
"""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.database import Database
from db.records import Signed
from db.reviews import decide
from interviewer.commands.decide.edit import edit
from interviewer.commands.decide.edit_request import EditRequest
from interviewer.commands.decide.signing import coordinator
from interviewer.draw.bars import Surroundings
from interviewer.engine.sharing_lines import Mark
from interviewer.screens.call.state import Call
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.picture import draw
from interviewer.screens.progress.state import ProgressView
from interviewer.screens.queue.state import UNREMARKABLE, Queue
from interviewer.screens.shared_services.state import SharedServices
from interviewer.terminal.player import Player
from schemas.calls.calls import ContactPoint
from schemas.language.numerals import how_many
from schemas.review import finished_interviews
from schemas.review.decisions import DecisionKind
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db.desk import standings
from tests.interviewer.commands.decide.desk import said_to_publishing, shared_with


@pytest.fixture
def nobody_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody has interviewed for a while: there is less to look at."""
    monkeypatch.setattr(finished_interviews, "NEW", 0)


def screen(player: Player, columns: int = 80, rows: int = 24) -> str:
    """What is on the screen."""
    lines = draw(player.screen, Surroundings(columns, rows, player.now, ran=player.ran))
    assert len(lines) == rows
    assert all(line.cell_len <= columns for line in lines)
    return "\n".join(line.plain.rstrip() for line in lines)


def queue_of(player: Player) -> Queue:
    """The queue, which must be on the screen."""
    assert isinstance(player.screen, Queue)
    return player.screen


def first(player: Player) -> ReviewCase:
    """The first interview in the queue, opened."""
    player.keys("enter")
    assert isinstance(player.screen, ReviewCase)
    return player.screen


def correct(player: Player) -> None:
    """Change an answer: asked first, for it opens the interview again."""
    assert isinstance(player.screen, Call)
    player.keys("f6", *"hvor sikker", "enter", "3")
    assert "INTERVIEW-CLOSED" in screen(player)
    player.keys("enter", "3")
    assert isinstance(player.screen, Call)
    assert player.screen.talk.at is None


NOT_LISTED = "Står ikke i oversikten når den skrives neste gang:"


class TestTheQueue:
    """What to look at, why, and the longest waiting first."""

    def test_each_with_its_reasons(self, berit: Player) -> None:
        queue = queue_of(berit)
        assert queue.items
        assert all(item.whys for item in queue.items)
        first = str(queue.items[0].whys[0].label).lower()
        assert first in " ".join(screen(berit, 200).split())

    def test_all_of_them(self, berit: Player) -> None:
        berit.keys("f6")
        assert len(queue_of(berit).items) == 12

    def test_one_place(self, berit: Player) -> None:
        berit.keys("f6")
        place = queue_of(berit).items[3]
        berit.type(place.interview.unit_id)
        assert queue_of(berit).items == (place,)

    def test_a_class_or_a_reason(self, berit: Player) -> None:
        """Places are found first; then what is of that class, or here for that reason."""
        berit.type("grenseland")
        found = queue_of(berit).items
        assert found
        assert {one.interview.klass for one in found} == {Class.borderline}
        berit.keys("escape")
        berit.type("bekreftet advarsel")
        assert all(one.interview.confirmed for one in queue_of(berit).items)

    def test_home_and_end_are_the_ends_of_the_list(self, berit: Player) -> None:
        """Where something is typed, those of the words."""
        berit.keys("f6", "f6", "end")
        queue = berit.screen
        assert isinstance(queue, Queue)
        assert queue.marked == len(queue.items) - 1 > 0
        berit.keys("home")
        assert isinstance(berit.screen, Queue)
        assert berit.screen.marked == 0
        berit.keys(*"en", "home", "t")
        assert isinstance(berit.screen, Queue)
        assert berit.screen.line.text == "ten"

    def test_a_search_that_finds_nothing(self, berit: Player) -> None:
        """It says so; it does not say that there is nothing to look at."""
        assert "skriv et sted, et fylke eller et nummer" in screen(berit)
        berit.type("xyzq")
        assert "Ingenting passer med «xyzq»." in screen(berit)
        assert "Ingenting å se på nå" not in screen(berit)

    def test_stays_as_it_was_while_one_looks_elsewhere(self, berit: Player) -> None:
        """What is typed, what is shown and what is marked."""
        berit.keys("f6")
        berit.type("hordaland")
        berit.keys("down")
        before = queue_of(berit)
        assert before.marked == 1
        for key in ("f2", "f4", "f5", "f9"):
            berit.keys(key, "escape")
            assert queue_of(berit) == before

    def test_help_tells_what_the_keys_do_here(self, berit: Player) -> None:
        berit.keys("f1")
        assert "Sakene som venter på deg" in screen(berit)
        assert "Merknad til spørsmålet" not in screen(berit)
        berit.keys("escape")
        assert queue_of(berit).help is None


class TestDecisions:
    """Dated, signed, with a reason where somebody will ask for one; and then the next."""

    def test_accept(self, berit: Player, practice: Database) -> None:
        case = first(berit)
        berit.keys("1")
        standing = standings(practice)[case.file.item.interview.unit_id]
        assert standing.review is not None
        assert (standing.review.kind, standing.review.name) == (DecisionKind.accepted, "Berit")
        unit = case.file.item.interview.unit_id
        assert all(item.interview.unit_id != unit for item in queue_of(berit).items)

    def test_override_wants_a_reason(self, berit: Player, practice: Database) -> None:
        case = first(berit)
        berit.keys("2", "5", "enter")
        assert "S-REASON" in screen(berit)
        berit.type("Bare livsstilskurs")
        berit.keys("enter")
        review = standings(practice)[case.file.item.interview.unit_id].review
        assert review is not None
        assert (review.klass, review.reason) == (Class.none, "Bare livsstilskurs")

    def test_back_to_the_interviewer(self, berit: Player, practice: Database) -> None:
        case = first(berit)
        berit.keys("3")
        berit.type("has_offers")
        berit.keys("enter")
        berit.type("Spør om tilbudet finnes ennå")
        berit.keys("enter")
        asked = standings(practice)[case.file.item.interview.unit_id].returned
        assert asked is not None
        assert asked.question is not None
        assert asked.question.question == "has_offers"

    def test_what_was_sent_back_stands_in_a_list_of_its_own(self, berit: Player) -> None:
        """By whom, since when and with what; and it can be discarded there."""
        place = first(berit).place
        berit.keys("3", *"has_offers", "enter", *"Finnes det enno?", "enter", "f6")
        assert "Sendt tilbake eller åpnet igjen: de gamle svarene gjelder" in screen(berit)
        assert "åpnet igjen: 1" in screen(berit, 120)
        told = " ".join(screen(berit).split())
        assert f"▸ {place}" in told
        assert "Sendt tilbake av Berit, 17.3. kl. 10.30: «Finnes det enno?»" in told
        berit.keys("enter")
        assert "svarene her er de gamle" in screen(berit).lower()
        berit.keys("1", *"De er på ferie", "enter")
        assert f"{place}: endringene er forkastet." in screen(berit)
        assert not [one for one in queue_of(berit).desk.items if one.interview.reopened]

    def test_what_nobody_has_to_look_at_is_accepted_together(
        self, nobody_is_new: None, berit: Player, practice: Database
    ) -> None:
        """From a list, and asked once more: any other key than Enter leaves it be."""
        ready = [one for one in queue_of(berit).desk.items if one.may_be_accepted]
        assert ready
        berit.keys("f6")
        assert queue_of(berit).view is UNREMARKABLE
        berit.keys("f12", "down", "enter", "escape")
        assert not any(one.is_decided for one in queue_of(berit).desk.items)
        berit.keys("f12")
        these = how_many(len(ready), "intervju", "intervjuer")
        assert f"godtar klassen i {these} som står her" in screen(berit)
        berit.keys("enter")
        assert f"Godtatt: {len(ready)}." in screen(berit)
        assert {one.interview.unit_id for one in ready} <= standings(practice).keys()

    def test_what_they_have_said_since_is_noted(self, berit: Player, practice: Database) -> None:
        """Line by line; what cannot be is said at once, and nothing is stored."""
        unit = said_to_publishing(practice, "no", {Class.service, Class.planning}).unit_id
        berit.keys("f6", *unit, "enter", "9", *"ja", "tab", *"Kari Lie", "tab", "tab", *"brev")
        berit.keys("tab", "tab", "tab", "tab", "enter")
        assert "Telefon: Oppgi minst ett av disse" in screen(berit)
        berit.keys(*"69174500", "tab", "tab", "enter")
        told = " ".join(screen(berit).split())
        assert f"samtykke gitt utenom intervjuet. {NOT_LISTED} ikke gjennomgått." in told
        later = standings(practice)[unit].later
        assert later is not None
        assert later.consent is not None
        assert (later.consent.phone, later.consent.given_by) == ("+4769174500", "Kari Lie")
        berit.keys("escape", "f6", *unit, "enter", "9", *"nei", "tab", *"Kari", "tab", "tab")
        berit.keys(*"brev", "enter")
        told = " ".join(screen(berit).split())
        assert f"vil ikke stå i oversikten. {NOT_LISTED} har sagt nei." in told

    def test_nothing_typed_erases_nothing_and_asks_for_the_place(self, berit: Player) -> None:
        """A withdrawal has no reason to give: what is missing is the name."""
        case = first(berit)
        berit.keys("8", "enter")
        assert f"Ingenting er slettet. Skriv «{case.unit.name}»" in screen(berit)

    def test_release_is_asked_once_more(self, berit: Player, practice: Database) -> None:
        """With what is published then: one key is not enough."""
        unit = said_to_publishing(practice, "yes").unit_id
        her = coordinator(practice, "Berit", berit.now)
        edit(her, unit, EditRequest(["publish=after_check"]), revision=None)
        berit.keys("f2", "escape", "f6", *unit, "enter", "6")
        assert "Har de sett dette og godkjent det?" in screen(berit)
        assert unit not in standings(practice)
        berit.keys("enter")
        assert standings(practice)[unit].is_released

    def test_no_release_that_nobody_waits_for(self, berit: Player, practice: Database) -> None:
        unit = said_to_publishing(practice, "no").unit_id
        berit.keys("f6", *unit, "enter", "6")
        assert "OVERVIEW-TEXT" in screen(berit)
        assert unit not in standings(practice)

    def test_another_coordinator_was_first(self, berit: Player, practice: Database) -> None:
        """What Kåre decides while Berit reads is not overruled unread."""
        case = first(berit)
        interview = case.file.item.interview
        decided = (interview.interview_id, interview.revision, DecisionKind.overridden)
        signed = Signed(uuid4(), case.who.id, berit.now)
        decide(practice, signed, *decided, "Bare kurs", klass=Class.none)
        berit.keys("1")
        assert "CASE-CHANGED" in screen(berit)
        assert standings(practice)[interview.unit_id].klass is Class.none

    def test_then_the_next(self, berit: Player) -> None:
        """One works down the queue: the mark stands at the interview after the one decided."""
        second, third = queue_of(berit).items[1:3]
        berit.keys("down", "enter", "1")
        queue = queue_of(berit)
        assert queue.items[queue.marked] == third
        assert second not in queue.items

    def test_escape_decides_nothing(self, berit: Player, practice: Database) -> None:
        case = first(berit)
        berit.keys("2", "escape", "escape")
        assert case.file.item.interview.unit_id not in standings(practice)
        assert isinstance(berit.screen, Queue)

    def test_a_corrected_interview_is_looked_at_again(
        self, berit: Player, practice: Database
    ) -> None:
        case = first(berit)
        unit = case.file.item.interview.unit_id
        berit.keys("1", "f6")
        berit.type(unit)
        berit.keys("enter", "7")
        correct(berit)
        berit.keys("enter")
        again = next(i for i in queue_of(berit).items if i.interview.unit_id == unit)
        assert again.interview.revision == case.file.item.interview.revision + 1
        assert not again.is_decided


class TestTheScreenOfOneInterview:
    """The reasons, phase one, the way there, and every answer: one can read it all."""

    def test_from_top_to_bottom(self, berit: Player) -> None:
        first(berit)
        read = screen(berit)
        for _ in range(40):
            berit.keys("pagedown")
            read += screen(berit)
        assert "Klasse:" in read
        assert "Fase én:" in read
        assert "Hvor sikker virket respondenten?" in read

    def test_keys_stop_at_the_end(self, berit: Player) -> None:
        """However often one has pressed there, the first key up moves up."""
        first(berit)
        for _ in range(40):
            berit.keys("pagedown")
            end = screen(berit)
        berit.keys("up")
        assert screen(berit) != end

    def test_warnings_and_remarks_in_words(self, berit: Player) -> None:
        """As they were read on the screen of the interviewer, not as the codebook calls them."""
        queue = queue_of(berit)
        place = next(n for n, i in enumerate(queue.items) if i.interview.confirmed)
        berit.keys(*["down"] * place, "enter")
        assert isinstance(berit.screen, ReviewCase)
        shown = " ".join(screen(berit, 120, 40).split())
        confirmed = berit.screen.file.item.interview.confirmed[0]
        says = next(one.says for one in PhaseTwo.checks() if one.id == confirmed["check"])
        assert f"Bekreftet advarsel: {says} – {confirmed['reason']}" in shown
        assert confirmed["check"] not in shown

    def test_the_end_of_a_long_way(self, berit: Player) -> None:
        """Where it ends is the right person: what there is no room for is left out before that."""
        case = first(berit)
        of = (case.file.case.case_id, Office.healthy_life_centre, "", berit.now)
        people = ("Kari Lie Nordmann-Andersen", "Ola Vik Torgersen", "Liv Ås Kristoffersen")
        points = [replace(ContactPoint.named(uuid4(), *of), person=one) for one in people]
        mode = replace(case, file=replace(case.file, way=tuple(points)))
        line = draw(mode, Surroundings(80, 24, berit.now))[1].plain.rstrip()
        assert line.startswith(" … ─▸ ")
        assert line.endswith("Liv Ås Kristoffersen)")

    def test_whom_it_disagrees_with(self, berit: Player, practice: Database) -> None:
        her = coordinator(practice, "Berit", berit.now)
        edit(her, "1241", EditRequest(shared_with("samnanger", "larvik")), revision=None)
        berit.keys("f5", "enter", "escape", "f6", *"1241", "enter")
        assert "uenighet om hva som er felles (Larvik (Vestfold))" in screen(berit, 120, 40)

    def test_that_its_answers_are_being_corrected(self, berit: Player) -> None:
        """Whoever opens the answers and leaves is told where they are, and how to go on."""
        place = first(berit).place
        berit.keys("7")
        correct(berit)
        berit.keys("escape", "escape")
        assert f"▸ {place}" in screen(berit)
        assert "åpnet igjen: de gamle svarene gjelder" in screen(berit)
        berit.keys("enter")
        assert "Åpnet igjen av Berit" in screen(berit)
        assert "Godta klassen" not in screen(berit)
        berit.keys("5")
        assert isinstance(berit.screen, Call)

    def test_which_question_to_ask_again(self, berit: Player) -> None:
        """As it was asked there, with what was answered; not what was only read aloud."""
        case = first(berit)
        berit.keys("3")
        assert "{" not in screen(berit)
        assert "God dag" not in screen(berit)
        berit.type("lærings- og mestringstilbud slik jeg")
        assert f"Har {case.unit.name} i dag" in screen(berit)
        berit.type("xyz")
        assert "Ingenting passer med" in screen(berit), "an empty list says nothing"


class TestFindingAQuestion:
    """Ctrl+F finds the questions of a finished interview, by the words on the screen."""

    def test_by_its_words_and_by_the_answer(self, berit: Player) -> None:
        berit.keys("enter")
        assert isinstance(berit.screen, ReviewCase)
        walked = berit.screen.walked
        assert walked is not None
        step = next(one for one in reversed(walked.steps) if one.question.type.is_answered)
        asked = berit.screen.asked(step)
        assert asked[:30] not in screen(berit)
        berit.keys("ctrl+f", *asked[:30], "enter")
        assert isinstance(berit.screen, ReviewCase)
        assert asked[:30] in screen(berit)
        berit.keys("up")
        assert asked[:30] in screen(berit)


class TestSharedServices:
    """One interview settles several cases, if nobody disagrees."""

    def test_confirm_all(self, berit: Player, practice: Database) -> None:
        berit.keys("f5")
        assert isinstance(berit.screen, SharedServices)
        proposal = berit.screen.rows[0].proposal
        berit.keys("enter")
        decided = standings(practice)
        assert proposal.settles
        for unit in proposal.settles:
            assert decided[unit].case is not None

    def test_then_the_queue_knows(self, berit: Player) -> None:
        before = queue_of(berit).desk.shared.proposals
        berit.keys("f5", "enter", "escape")
        assert queue_of(berit).desk.shared.proposals != before

    def test_nothing_is_left(self, berit: Player) -> None:
        """What is confirmed settles no more cases."""
        berit.keys("f5", "enter")
        shown = screen(berit, 120, 40)
        assert "ingen flere å avgjøre\n" in shown
        assert "avgjør 0" not in shown

    def test_how_many_cases(self, berit: Player, practice: Database) -> None:
        her = coordinator(practice, "Berit", berit.now)
        edit(her, "1241", EditRequest(shared_with("samnanger")), revision=None)
        berit.keys("f5", "enter")
        shown = screen(berit, 120, 40)
        assert "avgjør 1 sak\n" in shown
        assert "1 saker" not in shown

    def test_one_that_does_not_belong(self, berit: Player, practice: Database) -> None:
        berit.keys("f5", "down", "delete")
        berit.type("De har sin egen")
        berit.keys("enter")
        assert isinstance(berit.screen, SharedServices)
        assert "Lagret." in screen(berit)

    def test_one_that_belongs_after_all(self, berit: Player, practice: Database) -> None:
        """Both ways, each with its reason; who was confirmed and kept apart stays in sight."""
        berit.keys("f5", "down")
        assert isinstance(berit.screen, SharedServices)
        assert berit.screen.marked is not None
        unit = berit.screen.marked.unit
        assert unit
        berit.keys("enter")
        assert ": bekreftet" in screen(berit)
        for key, covered in (("delete", False), ("enter", True)):
            while not (berit.screen.marked and berit.screen.marked.unit == unit):
                berit.keys("down")
            berit.keys(key, "enter")
            assert "S-REASON" in screen(berit)
            berit.type("Avtalen")
            berit.keys("enter")
            assert bool(standings(practice)[unit].covered_by) is covered
            assert (": hører ikke til" in screen(berit)) is not covered

    def test_one_that_disagrees(self, berit: Player, practice: Database) -> None:
        """No single key settles what sources differ on."""
        her = coordinator(practice, "Berit", berit.now)
        edit(her, "1241", EditRequest(shared_with("samnanger", "larvik")), revision=None)
        berit.keys("f5", "enter")
        assert isinstance(berit.screen, SharedServices)
        place = next(n for n, row in enumerate(berit.screen.rows) if row.unit == "0709")
        assert berit.screen.rows[place].mark is Mark.disagrees
        berit.keys(*["down"] * place, "enter")
        assert "0709" not in standings(practice)
        berit.type("Rådmannen bekrefter")
        berit.keys("enter")
        decision = standings(practice)["0709"].case
        assert decision is not None
        assert (decision.by_unit, decision.reason) == ("1241", "Rådmannen bekrefter")

    def test_nothing_left_to_confirm(self, berit: Player) -> None:
        berit.keys("f5", "enter", "enter")
        assert "S-SHARED" in screen(berit)


class TestProgress:
    """The same figures as `ringerunde status`, alive."""

    def test_alive(self, berit: Player) -> None:
        berit.keys("f2")
        assert isinstance(berit.screen, ProgressView)
        assert "av 442 avsluttet" in screen(berit)
        berit.keys("escape")
        assert isinstance(berit.screen, Queue)
