"""On a question: definitions, remarks, checks, the overview, and the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.database import Database
from interviewer.controls.keys import OPTION_KEYS
from interviewer.draw.bars import Surroundings, bar
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call_list.state import CallList
from interviewer.words import WORDS
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.keyboard import NOON, TO_THE_NAME, TO_THE_OFFERS, Keyboard


class TestDefinitions:
    """F2 opens a definition to read aloud, and the next one after it."""

    def test_one_key(self, on_line: Keyboard) -> None:
        """The question's own first; Esc closes it, and the question is where it was."""
        on_line.keys(*TO_THE_OFFERS, "f2")
        own = PhaseTwo.by_id["has_offers"].definitions[0]
        assert str(own.text)[:40] in on_line.picture()
        on_line.keys("escape")
        assert str(own.text)[:40] not in on_line.picture()
        assert on_line.at == "has_offers"

    def test_all_in_turn(self, on_line: Keyboard) -> None:
        """F2 again and again goes through all of them, each once."""
        on_line.keys(*TO_THE_OFFERS)
        seen = set()
        for _ in PhaseTwo.definitions:
            on_line.keys("f2")
            words = on_line.picture(120, 60)
            seen |= {one.id for one in PhaseTwo.definitions if f" ┃ {str(one.text)[:40]}" in words}
        assert seen == {one.id for one in PhaseTwo.definitions}

    def test_at_the_end(self, on_line: Keyboard) -> None:
        """Where no question stands any more, whatever else is told there."""
        on_line.keys("enter", "2", "f9", "escape")
        assert on_line.at is None
        on_line.keys("f2")
        assert f"┃ {str(PhaseTwo.definitions[0].text)[:40]}" in on_line.picture()


class TestPasting:
    """Text from elsewhere goes where typed text would."""

    def test_what_was_said_before_is_about_something_else(self, on_line: Keyboard) -> None:
        """As with any key: what is pasted is not what was wrong."""
        on_line.keys(*TO_THE_NAME, *"69174500", "enter")
        assert on_line.call.notice is not None
        on_line.paste(" Kari Lie")
        assert on_line.call.notice is None
        assert "› 69174500 Kari Lie" in on_line.picture()

    def test_in_what_is_open_on_top(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "c", *"i fjor", "enter")
        assert on_line.call.notice is not None
        on_line.paste(" ")
        assert on_line.call.notice is None


class TestRemarks:
    """F4: a remark on the question at hand, answered or not."""

    def test_too_long_a_remark_is_told_and_stands(self, on_line: Keyboard) -> None:
        """As in answers: what no export would have room for is never cut behind one's back."""
        on_line.keys("f4")
        on_line.paste("START " + "ord og blå " * 4000)
        on_line.keys("enter")
        assert "Det er plass til 4000" in on_line.picture()
        on_line.keys("ctrl+u", *"kort", "enter")
        assert on_line.entries()[-1].remark == "kort"

    def test_of_a_long_question_there_is_its_beginning(self, on_line: Keyboard) -> None:
        """Two lines of it are enough to know it again; when one comes back to it, too."""
        on_line.keys("f4", "x")
        title, more, below = on_line.picture().split("Merknad til «God dag")[1].split("\n")[:3]
        assert title
        assert more.endswith("…»")
        assert below == ""
        on_line.keys("f5", "b", "1")
        again = on_line.picture().split("F4 fortsetter merknaden til «God dag")[1]
        assert again.split("\n")[1].endswith("…»")

    def test_saved_however_it_is_left(self, on_line: Keyboard) -> None:
        """Enter, Esc and F4 all save it."""
        for leave in ("enter", "escape", "f4"):
            on_line.keys("f4", "end", *leave[:2], leave)
            assert on_line.entries()[-1].remark.endswith(leave[:2])
        assert "Merknad: " in on_line.picture()

    def test_it_stays_with_the_answer(self, on_line: Keyboard) -> None:
        """An answer given after it does not take it away."""
        on_line.keys("enter", "f4", *"nølte", "enter", "1")
        last = on_line.entries()[-1]
        assert (last.question, last.value, last.remark) == ("consent", "yes", "nølte")

    def test_nothing_opens_again(self, on_line: Keyboard) -> None:
        """A remark on an answer that led somewhere does not lead there once more."""
        on_line.keys("enter", "2", "escape", "escape", "pageup", "f4", "x", "enter")
        assert on_line.call.panel is None


class TestSomethingElse:
    """The code «Annet» asks what, and the screen still tells of what."""

    def test_what(self, on_line: Keyboard) -> None:
        """The question above and the answer to it; in the language that is read out."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6", *"coordination", "enter")
        place = [code.name for code in PhaseTwo.by_id["coordination"].codes].index("other")
        on_line.keys(OPTION_KEYS[place])
        assert on_line.at == "coordination_other"
        assert (
            "   Hvordan er tilbudene organisert i kommunen?\n   Annet\n   Hva?\n"
            in on_line.picture()
        )
        on_line.keys("ctrl+l", "ctrl+l")
        assert "\n   Other\n   What?\n" in on_line.picture()


class TestOverview:
    """F6: the route, with what is missing and open; and what has fallen off it."""

    def test_what_is_set_aside(self, on_line: Keyboard) -> None:
        """At the end, each with its answer; nobody can jump there, and Enter says why."""
        on_line.keys(*TO_THE_OFFERS, "1", "1", "2", "escape", "escape", "escape", "3", "f6")
        on_line.keys(*"gruppebaserte")
        seen = on_line.picture()
        assert "Satt til side: 2" in seen
        assert "▸ Er tilbudene gruppebaserte?  · Ja" in seen
        on_line.keys("enter")
        assert isinstance(on_line.call.panel, JumpPanel)
        assert "S-ASIDE" in on_line.picture()

    def test_not_among_what_is_missing(self, on_line: Keyboard) -> None:
        """They want nothing."""
        on_line.keys(*TO_THE_OFFERS, "1", "1", "escape", "escape", "3", "f6", "tab")
        assert "Satt til side" not in on_line.picture(120, 60)

    def test_tab_says_where_it_leads(self, on_line: Keyboard) -> None:
        """To what is missing, and from there to all of it."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6")
        assert "Tab Mangler" in on_line.picture()
        on_line.keys("tab")
        seen = on_line.picture()
        assert "Tab Alt" in seen
        assert "Tab viser alt" in seen

    def test_of_an_offer(self, on_line: Keyboard) -> None:
        """With its number, as on the route."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6", *"offer_name", "enter", *"Diabetes", "enter")
        on_line.keys("f6", *"has_offers", "enter", "3", "f6", *"offer_name")
        assert "▸ 1. Hva heter tilbudet?  · Diabetes" in on_line.picture()

    def test_a_check_by_its_own_words(self, on_line: Keyboard) -> None:
        """Somebody remembers what it said, not which question it was on."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6", *"offer_courses", "enter", "1", "enter")
        on_line.keys(*"50", "enter", "3", "f6", *"flere enn 40")
        assert "▸ Åpent: Det er flere enn 40 deltakere per kurs eller gruppe." in on_line.picture()


class TestChecks:
    """A soft check is corrected, confirmed with a reason, or taken later."""

    def test_confirmed(self, on_line: Keyboard) -> None:
        """With a reason, which is stored; an empty one is asked for."""
        self._missing_the_definition(on_line)
        on_line.keys("2", "enter")
        assert "S-REASON" in on_line.picture()
        on_line.keys(*"åpent møte", "enter")
        kept = on_line.kept()
        assert kept is not None
        assert [one.reason for one in kept.confirmations] == ["åpent møte"]
        assert on_line.call.talk.open_checks == ()

    def test_corrected(self, on_line: Keyboard) -> None:
        """Back at the question it belongs to."""
        self._missing_the_definition(on_line)
        on_line.keys("1", "1")
        assert on_line.at == "has_offers"

    def test_later(self, on_line: Keyboard) -> None:
        """The interview goes on, and the overview has it at the top."""
        self._missing_the_definition(on_line)
        on_line.keys("3", "f6")
        assert isinstance(on_line.call.panel, JumpPanel)
        assert on_line.call.panel.rows[0].fired is not None
        on_line.keys("enter")
        assert on_line.at == "has_offers"

    def test_only_what_is_missing(self, on_line: Keyboard) -> None:
        """Tab leaves open checks and unanswered questions; Tab again, everything."""
        self._missing_the_definition(on_line)
        on_line.keys("3", "f6")
        panel = on_line.call.panel
        assert isinstance(panel, JumpPanel)
        everything = panel.found(on_line.call)
        on_line.keys("tab")
        panel = on_line.call.panel
        assert isinstance(panel, JumpPanel)
        wanted = panel.found(on_line.call)
        assert wanted[0].fired is not None
        assert {row.step for row in wanted[1:]} == set(on_line.call.talk.walked.unanswered)
        assert "Hopp til noe som mangler" in on_line.picture()
        on_line.keys("tab")
        assert on_line.call.panel == replace(panel, missing=False)
        assert len(wanted) < len(everything)

    def test_confirmed_until_it_changes(self, on_line: Keyboard) -> None:
        """Another answer than the one that was confirmed opens it again."""
        self._missing_the_definition(on_line)
        on_line.keys("2", *"åpent", "enter", "pageup", "3")
        assert on_line.call.talk.open_checks != ()

    def _missing_the_definition(self, kari: Keyboard) -> None:
        kari.keys(*TO_THE_OFFERS, "1", "3", *"1111")
        assert isinstance(kari.call.panel, CheckPanel)


class TestTheEnd:
    """Past the last question: what stands in the way, or done."""

    def test_something_is_missing(self, on_line: Keyboard) -> None:
        """It is named, and Enter shows where it is."""
        down = ["pagedown"] * 30
        on_line.keys(*TO_THE_NAME, *down, "escape", *down, "escape", *down)  # past both goodbyes
        assert on_line.at is None
        assert "Hva er navnet ditt?" in on_line.picture()
        on_line.keys("enter", "enter")
        assert on_line.at == "respondent_name"

    def test_a_removed_offer_with_the_mark_on_it(self, on_line: Keyboard) -> None:
        """The mark goes to an offer that is there, and Enter goes into that one."""
        on_line.keys(*TO_THE_OFFERS, "1", *["f7"] * 7, "5", *"A", "enter", *["f7"] * 7)
        on_line.keys("f6", *"har dere flere", "enter", "1", *"B", "enter")
        on_line.keys("f6", *"har dere flere", "enter", "down", "delete", "1", "enter")
        assert on_line.call.talk.at == Key("offer_name", 2)

    def test_completed(self, on_line: Keyboard) -> None:
        """The case is let go of, and the list says what became of it."""
        on_line.keys(*TO_THE_OFFERS, "3", "5", "1", "enter", "3", "1", "1", *["enter"] * 3)
        on_line.keys("1", "1", "enter", "enter")
        assert isinstance(on_line.screen, CallList)
        assert "fullført og lagret" in on_line.picture()
        kept = on_line.kept()
        assert kept is not None
        assert kept.revision is not None
        assert not kept.interview.open


class TestEvidence:
    """ "We have no such service" must come from somebody who can know."""

    def none_here(self, kari: Keyboard) -> None:
        """Whoever is on the line answers for the municipality: no offers, no plans."""
        kari.keys("enter", "1", "2", *"Per", "enter", "f7", "f7", "f7", "f7", "1", "3")

    def test_not_from_the_switchboard(self, on_line: Keyboard) -> None:
        self.none_here(on_line)
        assert "S-EVIDENCE" in " ".join(on_line.picture().split())
        on_line.keys("4", "1", "enter", "3", "1", "5", "enter", "enter", "enter", "4", "1", "enter")
        on_line.keys("enter")
        kept = on_line.kept()
        assert kept is not None
        assert kept.revision is None
        assert on_line.file().attempts[0].outcome is None

    def test_from_a_department(self, on_line: Keyboard) -> None:
        on_line.keys("f5", "d", "1")
        self.none_here(on_line)
        assert "S-EVIDENCE" not in on_line.picture()


class TestLanguage:
    """Ctrl+L: the same questions on nynorsk or in English, also after the next start."""

    def test_nynorsk_and_english(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "ctrl+l")
        assert "Passar det" in on_line.picture()
        on_line.keys("ctrl+l")
        assert "1 ( ) Yes" in on_line.picture()

    def test_remembered(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "ctrl+l", "1")
        kept = on_line.kept()
        assert kept is not None
        assert kept.interview.language == "nn"
        assert kept.entries[-1].language == "nn"


class TestTheTitle:
    """Where we are, how long, when it was saved and who: there is room for the clocks."""

    @pytest.mark.parametrize("practice", [False, True])
    def test_long_names_give_way(self, practice: bool) -> None:
        around = Surroundings(80, 24, NOON, practice=practice)
        place = "Evje og Hornnes (Aust-Agder) · oppringning 12 · 00:05"
        line = bar(around, place, "lagret 20:15:04 · Kari Anne Nordmann-Johannessen").plain
        assert len(line) == 80
        assert "· 00:05" in line or practice  # the mark of practice is longer than any clock
        assert "lagret 20:15:04" in line
        assert (str(WORDS.practice) in line) == practice


class TestAClockThatIsSetBack:
    """In the middle of a call: how long it took and what came after what is known all the same."""

    def test_how_long_it_took(self, on_line: Keyboard) -> None:
        on_line.wait(timedelta(minutes=5))
        on_line.now -= timedelta(hours=1)
        assert "· 05:0" in on_line.picture()
        on_line.keys("f9", "1", "enter")
        (call,) = on_line.file().attempts
        assert call.ended_at is not None
        assert call.ended_at < call.started_at
        assert call.seconds is not None
        assert 300 <= call.seconds < 310
        assert call.lasted == timedelta(seconds=call.seconds)

    def test_who_sent_us_where(self, on_line: Keyboard) -> None:
        """The way goes as it was told, not as the clock went."""
        on_line.keys("f5", "b", "1")
        on_line.now -= timedelta(hours=1)
        on_line.keys("f5", "e", "1")
        assert "Sentralbord ─▸ Servicetorg ─▸ ● Frisklivssentral" in on_line.picture()
        first, second = on_line.file().redirects
        assert second.at < first.at

    def test_where_one_goes_on(self, on_line: Keyboard, database: Database) -> None:
        """Behind the last answer, though it is older than the place by the clock."""
        on_line.keys(*TO_THE_NAME)
        on_line.mind()
        on_line.now -= timedelta(hours=1)
        on_line.keys(*"Kari", "enter")
        again = Keyboard(database)
        again.keys("enter")
        assert again.at == "respondent_role"
