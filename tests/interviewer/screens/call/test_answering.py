"""What cannot be an answer: it is said which keys there are, and how typing goes on from there."""

from sqlalchemy import select

from db.database import Database
from db.records import AnswerEntry
from db.statements import fetch, table_of
from db.tables import InterviewRow
from interviewer.engine.entries.written import TypedAnswer
from interviewer.screens.call.panels.check import CheckPanel
from tests.support.keyboard import TO_THE_OFFERS, Keyboard


def go_to(kari: Keyboard, question: str) -> None:
    """Over the overview, which finds a question by its name."""
    kari.keys("f6", *question, "enter")
    assert kari.at == question


def text(kari: Keyboard) -> str:
    """What stands in the line."""
    entry = kari.call.talk.entry
    assert isinstance(entry, TypedAnswer)
    return entry.line.text


def asked(kari: Keyboard) -> str:
    """Which check is open."""
    panel = kari.call.panel
    assert isinstance(panel, CheckPanel)
    return panel.fired.check.id


def entries(keyboard: Keyboard) -> tuple[AnswerEntry, ...]:
    """What is stored of the interview."""
    kept = keyboard.kept()
    assert kept
    return kept.entries


def stepped(database: Database) -> list[list[str | None]]:
    """The steps back that are stored with the interview."""
    with database.read() as session:
        (row,) = fetch(session, select(table_of(InterviewRow)))
    return list(row.steps_back)


class TestKeysInFrontOfNothing:
    """A list says which keys it has."""

    def test_one_answer(self, on_line: Keyboard) -> None:
        """On a question with three options."""
        on_line.keys(*TO_THE_OFFERS)
        for key in ("9", "0", "z", "space"):
            on_line.keys(" " if key == "space" else key)
            assert on_line.at == "has_offers"
            assert "Ingen svar har den tasten. Trykk 1–3. (A-KEY)" in on_line.picture()
        on_line.keys("1")
        assert "A-KEY" not in on_line.picture()

    def test_more_offers(self, on_line: Keyboard) -> None:
        """At the end of an offer, where there are two ways on."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_participants")
        on_line.keys("pagedown")
        assert on_line.at == "offers"
        on_line.keys("3")
        assert "Trykk 1–2. (A-KEY)" in on_line.picture()

    def test_words_in_a_list(self, on_line: Keyboard) -> None:
        """Enter behind words does not pass over them; once that is told, it goes on."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_targets")
        on_line.burst("2", *"mmm", "enter")
        assert on_line.at == "offer_targets"
        assert "Det du skrev, ble ikke lagret: Her svarer du med 1–" in on_line.picture()

    def test_enter_once_more(self, on_line: Keyboard) -> None:
        """Whoever has read it goes on with Enter: here there is nothing to go on with."""
        on_line.keys(*TO_THE_OFFERS, *"vet ikke", "enter")
        assert "A-KEYS" in on_line.picture()
        on_line.keys("enter")
        assert "Trykk 1–3, eller trykk F7 (vet ikke). (A-CHOOSE)" in on_line.picture()

    def test_the_right_key_after_the_wrong_one(self, on_line: Keyboard) -> None:
        """It answers at once."""
        on_line.keys(*TO_THE_OFFERS, "9", "3")
        assert on_line.at != "has_offers"


class TestNumbersAfterAnError:
    """Digits go on behind a number that can still become right; else they begin a new one."""

    def year(self, kari: Keyboard, *typed: str) -> str:
        """What stands in the line for a year from 1900 on."""
        kari.keys(*TO_THE_OFFERS, "1")
        go_to(kari, "offers_since")
        kari.keys(*typed)
        return text(kari)

    def test_an_unfinished_year(self, on_line: Keyboard) -> None:
        """201, Enter, 2: the last digit was missing."""
        assert self.year(on_line, *"201", "enter", "2") == "2012"

    def test_a_short_year(self, on_line: Keyboard) -> None:
        """No year that is asked for begins with 15."""
        assert self.year(on_line, *"15", "enter", *"2012") == "2012"

    def test_a_year_to_come(self, on_line: Keyboard) -> None:
        """No digit makes 2050 smaller."""
        assert self.year(on_line, *"2050", "enter", "2") == "2"

    def test_a_slip_behind_a_year(self, on_line: Keyboard) -> None:
        """What is no number is put right, not typed anew."""
        assert self.year(on_line, *"2012x", "enter", "backspace") == "2012"

    def test_a_number_that_is_too_great(self, on_line: Keyboard) -> None:
        """It can only be typed anew."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_participants")
        on_line.keys(*"6000", "enter")
        assert "A-RANGE" in on_line.picture()
        on_line.keys("8")
        assert text(on_line) == "8"

    def test_a_number_with_a_letter(self, on_line: Keyboard) -> None:
        """It stands, and what is typed goes on behind it."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_participants")
        on_line.keys(*"12x", "enter", "y")
        assert text(on_line) == "12xy"


class TestObjections:
    """What the answers are held against: what must be put right comes first."""

    def test_the_answers_stand_in_the_order_of_their_keys(self, on_line: Keyboard) -> None:
        """Whoever has read them knows which digit is whose."""
        self.at_the_check(on_line)
        told = self.answers_of(on_line)
        assert len(told) == 2
        on_line.keys("1")
        assert [line.lstrip("▸ ")[2:] for line in self.answers_of(on_line)] == told

    def answers_of(self, kari: Keyboard) -> list[str]:
        """The lines that say a question and its answer."""
        lines = (line.strip() for line in kari.picture().splitlines())
        return [line for line in lines if "?  " in line]

    def at_the_check(self, kari: Keyboard) -> None:
        """Never held, yet with participants: two checks say no."""
        kari.keys(*TO_THE_OFFERS, "1")
        go_to(kari, "offer_courses")
        kari.keys("0", "enter", *"50", "enter")

    def test_hard_ones_first(self, on_line: Keyboard) -> None:
        """The footer tells only keys that act."""
        self.at_the_check(on_line)
        seen = on_line.picture()
        assert asked(on_line) == "participants_without_courses"
        assert "Enter" not in seen
        assert "Esc Ta det senere" in seen

    def test_then_what_stood_behind_it(self, on_line: Keyboard) -> None:
        """Held once, it is still many."""
        self.at_the_check(on_line)
        on_line.keys("1", "1", "pageup", "1", "enter")
        assert asked(on_line) == "many_participants"

    def test_a_soft_one_is_asked_when_nothing_hard_stands_before_it(
        self, on_line: Keyboard
    ) -> None:
        """Even if what it is about was not touched again."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "coordination")
        on_line.keys("1")
        go_to(on_line, "staff")
        on_line.keys("5", "enter", *"20", "enter")
        assert asked(on_line) == "fte_above_staff"
        on_line.keys("1", "1", "pageup", *"30", "enter")
        assert asked(on_line) == "fte_above_ten"

    def test_steps_back_wait_for_what_is_said_next(self, on_line: Keyboard) -> None:
        """Nobody waits for a disk who only looks; with the next answer they are stored."""
        on_line.keys(*TO_THE_OFFERS, "1")
        before = entries(on_line)
        on_line.keys("pageup", "pageup", "pagedown")
        went = [one.to.question for one in on_line.call.steps_back]
        assert (len(went), len(entries(on_line))) == (2, len(before))
        on_line.keys("2")
        assert on_line.call.steps_back == ()
        stored = entries(on_line)[-1].steps_back
        assert isinstance(stored, list)
        assert [one[0] for one in stored if isinstance(one, list)] == went

    def test_steps_back_that_nothing_follows_are_stored_in_and_after_the_call(
        self, on_line: Keyboard, database: Database
    ) -> None:
        """Each once, with whoever was on the line and in which call: also where that is opened and
        ends again, and where the interview is gone on with afterwards."""
        on_line.keys(*TO_THE_OFFERS, "1", "pageup", "pageup")
        went = [one.to.question for one in on_line.call.steps_back]
        on_line.keys("f9", "j", "enter", "ctrl+z", "pageup", "f9", "j", "enter")
        steps, (call,) = stepped(database), on_line.file().attempts
        assert [one[0] for one in steps][:2] == went
        assert len(steps) == len({tuple(one) for one in steps}) >= 2
        assert {tuple(one[3:5]) for one in steps} == {(call.contact_id.hex, call.id.hex)}
        on_line.keys("f6", "pageup", "escape")
        (after,) = stepped(database)[len(steps) :]
        assert after[3:] == [call.contact_id.hex, None, steps[0][5]]

    def test_steps_back_are_told_once_when_somebody_else_comes_on_the_line(
        self, on_line: Keyboard
    ) -> None:
        """With the first of what is asked anew, and with nothing after it."""
        on_line.keys(*TO_THE_OFFERS, "1", "pageup", "pageup")
        went = [one.to.question for one in on_line.call.steps_back]
        before = len(entries(on_line))
        on_line.keys("f5", "b", "1", "enter", "1", "1")
        told = [one.steps_back for one in entries(on_line)[before:]]
        assert [len(some) for some in told if isinstance(some, list)] == [len(went)]

    def test_answers_typed_ahead_are_no_reason(self, on_line: Keyboard) -> None:
        """A reason is words."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_courses")
        on_line.keys("1", "enter", *"50", "enter")
        assert "Enter" not in on_line.picture()
        on_line.keys("2", *"01", "enter")
        assert "S-REASON" in on_line.picture()
        assert on_line.call.talk.open_checks
        on_line.keys(" ", *"åpent møte", "enter")
        assert on_line.call.talk.open_checks == ()

    def test_a_key_in_front_of_nothing(self, on_line: Keyboard) -> None:
        """It says which there are."""
        self.at_the_check(on_line)
        on_line.keys("7")
        assert "Trykk 1–2. (A-KEY)" in on_line.picture()

    def test_taking_an_offer_out(self, on_line: Keyboard) -> None:
        """Enter does nothing there, and is not in the footer."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_participants")
        on_line.keys("pagedown", "down", "delete")
        seen = on_line.picture()
        assert "Fjerne «" in seen
        assert "Esc Behold" in seen
        assert "Enter" not in seen.splitlines()[-1]

    def test_none_out_that_is_not_marked(self, on_line: Keyboard) -> None:
        """Delete stands beside the list: what it wants is told."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offer_participants")
        on_line.keys("pagedown", "delete")
        assert "Merk linjen med ↑↓ først, så fjerner Delete den." in on_line.picture()
        assert on_line.call.panel is None


class TestNothingTyped:
    """Enter on nothing: what is wanted."""

    def test_what_is_to_be_written(self, on_line: Keyboard) -> None:
        """A year, with the way out of it."""
        on_line.keys(*TO_THE_OFFERS, "1")
        go_to(on_line, "offers_since")
        on_line.keys("enter")
        words = "Skriv et årstall, eller trykk F7 (vet ikke)"
        assert words in on_line.picture()

    def test_what_is_read_aloud(self, on_line: Keyboard) -> None:
        """Vet ikke is no answer to a greeting."""
        on_line.keys("f7")
        assert "Dette skal bare leses opp. Trykk Enter når det er gjort. (A-READ)" in (
            on_line.picture()
        )


class TestTheFooter:
    """What asks for a question, or for somebody on the line, is told only where there is one."""

    def test_where_no_question_stands(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "3", "escape")
        assert "Intervjuet stopper her" in on_line.picture()
        for told in ("F4 Merknad", "F7 ?", "F8 !"):
            assert told not in on_line.picture()
        on_line.keys("pageup")
        for told in ("F4 Merknad", "F12 Hvem"):
            assert told in on_line.picture()

    def test_where_there_is_no_call_to_hang_up(self, on_line: Keyboard) -> None:
        """The interview stops there, too: PgUp leads on, and F9 nowhere."""
        on_line.keys("enter", "2", *"i morgen 10:30", "enter", "enter", "enter", "escape", "f6")
        assert "Intervjuet stopper her. PgUp går" in on_line.picture()
        assert "F9" not in on_line.picture()

    def test_where_nothing_is_found(self, on_line: Keyboard) -> None:
        """Enter goes where there is a line to go to."""
        on_line.keys("f6", *"pass")
        assert "Enter Gå dit" in on_line.picture()
        on_line.keys(*"xyz")
        assert "Gå dit" not in on_line.picture()
        on_line.keys("enter")
        assert "Enter gjør ingenting her" in on_line.picture()

    def test_where_it_must_be_answered(self, on_line: Keyboard) -> None:
        """What a question does not take is not offered: whether she says yes, one knows."""
        on_line.keys("enter")
        assert on_line.at == "consent"
        assert "F7 ?" not in on_line.picture()
        assert "F8 !" not in on_line.picture()
        on_line.keys("1", "1", *"Kari", "enter")
        assert on_line.at == "respondent_role"
        for told in ("F7 ?", "F8 !"):
            assert told in on_line.picture()

    def test_where_nobody_is_on_the_line(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "1", "1", "f9", "e", "enter", *"travelt", "enter", "f6")
        assert "Ingen på linjen" in on_line.picture()
        assert "F12" not in on_line.picture()
        assert "F4 Merknad" in on_line.picture()


class TestFindingAQuestion:
    """F6 searches what one has read on the screen, and the ids besides."""

    def test_with_the_name_that_was_put_in(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "1", "pageup", "f6", *"mestringsarbeidet i halden", "enter")
        assert on_line.at == "right_person"


class TestLanguage:
    """The greeting is in the form of Norwegian that the unit writes."""

    def test_nynorsk_is_told_beside_the_section(self, kari: Keyboard) -> None:
        """The rest of the screen is in bokmål, and so nothing is said of that."""
        kari.keys(*"volda", "enter", "enter", *"70058700", "enter")
        assert "A. Innleiing · nynorsk" in kari.picture()
        assert "heiter Kari" in kari.picture()
        kari.keys("ctrl+l", "ctrl+l")
        assert "nynorsk" not in kari.picture()
