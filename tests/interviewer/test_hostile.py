"""Hostile text, everywhere that text goes: shown harmlessly, and stored whole after cleaning."""

import unicodedata

import pytest

from interviewer.engine.long_text import too_long
from schemas.language.clean import one_line
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.parse import parse
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import READING
from tests.support.hostile import HOSTILE
from tests.support.keyboard import SIZES, TO_THE_NAME, Keyboard

HARMLESS = "\n\u200c\u200d"


def cleaned(text: str) -> str:
    """What is left of it on one line."""
    return one_line(text)


def looks_harmless(kari: Keyboard) -> None:
    """Nothing on the screen commands a terminal or turns text round; no link, no markup eaten."""
    for columns, rows in SIZES:
        for char in set(kari.picture(columns, rows)):
            assert char in HARMLESS or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}


def refused_as_name(text: str) -> str | None:
    """The code of what is said of it; None where it is taken, cleaned."""
    try:
        assert parse(PhaseTwo.by_id["respondent_name"], text, READING) == cleaned(text)
    except AnswerProblem as refused:
        return refused.code
    return None


every_text = pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))


class TestWhatWasNotSeen:
    """Whoever pastes is told that something is gone; where nothing is, nothing is said."""

    @pytest.mark.parametrize("text", ["Ka\u200bri", "\x1b[31mKari", "Kari\x00"])
    def test_is_told(self, on_line: Keyboard, text: str) -> None:
        on_line.keys(*TO_THE_NAME)
        on_line.paste(text)
        assert "Tegn som ikke synes, er tatt ut" in on_line.picture()
        on_line.keys("enter")
        assert on_line.stored()[Key("respondent_name")] == "Kari"

    @pytest.mark.parametrize("text", ["Kari Lie", "Kari\tLie", "Kari\r\nLie", "Ka\u030are"])
    def test_other_forms_of_what_is_seen(self, on_line: Keyboard, text: str) -> None:
        on_line.keys(*TO_THE_NAME)
        on_line.paste(text)
        assert "Tegn som ikke synes" not in on_line.picture()


@every_text
class TestPasted:
    """Pasted with one stroke into everything that takes text; what is too long is refused there."""

    def test_name_of_the_interviewer(self, kari: Keyboard, text: str) -> None:
        """Who is calling stands on every screen."""
        kari.keys("ctrl+p")
        kari.paste(text)
        looks_harmless(kari)
        kari.keys("enter")
        looks_harmless(kari)
        kari.dials()
        looks_harmless(kari)

    def test_note(self, on_line: Keyboard, text: str) -> None:
        """The note of a call, and the case card that shows it."""
        on_line.keys("f9", "1")
        on_line.paste(text)
        looks_harmless(on_line)
        on_line.keys("enter")
        looks_harmless(on_line)
        if (refused := too_long(cleaned(text))) is not None:
            assert refused.code in on_line.picture()
            return
        assert on_line.file().attempts[0].note == cleaned(text)


class TestPastedOneAfterTheOther:
    """The same texts, where one can stand in for the next."""

    def test_answer(self, on_line: Keyboard) -> None:
        """A short text is stored as it was cleaned, or refused with a reason and kept."""
        on_line.keys(*TO_THE_NAME)
        for text in HOSTILE:
            on_line.keys("end", "ctrl+u")
            on_line.paste(text)
            looks_harmless(on_line)
            on_line.keys("enter")
            looks_harmless(on_line)
            if code := refused_as_name(text):
                assert code in on_line.picture()
            else:
                assert on_line.stored()[Key("respondent_name")] == cleaned(text)
                on_line.keys("pageup")
            assert on_line.at == "respondent_name"

    def test_search(self, kari: Keyboard) -> None:
        """The call list."""
        for text in HOSTILE:
            kari.keys("escape")
            kari.paste(text)
            looks_harmless(kari)

    def test_overview(self, on_line: Keyboard) -> None:
        """The search in the overview."""
        for text in HOSTILE:
            on_line.keys("f6")
            on_line.paste(text)
            looks_harmless(on_line)
            on_line.keys("escape")

    def test_remark(self, on_line: Keyboard) -> None:
        """A remark is stored whole, and stands below its question."""
        for text in HOSTILE:
            on_line.keys("f4", "end", "ctrl+u")
            on_line.paste(text)
            looks_harmless(on_line)
            on_line.keys("enter")
            looks_harmless(on_line)
            if (refused := too_long(cleaned(text))) is not None:
                assert refused.code in on_line.picture()
                on_line.keys("end", "ctrl+u", "escape")
                continue
            assert on_line.entries()[-1].remark == cleaned(text)

    def test_contact(self, on_line: Keyboard) -> None:
        """Name, title and department; the way at the top of the screen shows them."""
        for text in HOSTILE:
            on_line.keys("f12", "enter")
            for way in ((), ("down", "down"), ("down",)):
                on_line.keys(*way, "end", "ctrl+u")
                on_line.paste(text)
            looks_harmless(on_line)
            on_line.keys("escape")
            looks_harmless(on_line)
            (board,) = on_line.file().contacts
            assert (board.person, board.role, board.department_name) == (cleaned(text),) * 3

    def test_numbers(self, on_line: Keyboard) -> None:
        """What is no phone number is refused with a reason, and not lost."""
        on_line.keys("f12", "enter", "down")
        for text in HOSTILE:
            on_line.keys("end", "ctrl+u")
            on_line.paste(text)
            on_line.keys("enter")
            looks_harmless(on_line)
            assert on_line.call.panel is not None


class TestTyped:
    """Typed character by character, what nobody can see never gets in."""

    def test_answer(self, on_line: Keyboard) -> None:
        """Only what can be seen stands on the line."""
        on_line.keys(*TO_THE_NAME)
        for text in (one for one in HOSTILE if len(one) < 100):
            on_line.keys("end", "ctrl+u")
            on_line.burst(*text)
            looks_harmless(on_line)
            assert on_line.call.talk.entry is not None
            assert on_line.call.talk.entry.typed.isprintable()
