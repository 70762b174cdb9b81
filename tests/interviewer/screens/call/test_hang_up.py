"""Hanging up, from anywhere: the outcome with one key, a note, Enter."""

import pytest

from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.hang_up import NOBODY, TIMED, HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from schemas.calls.outcome_rows import WhenAsked
from schemas.calls.outcomes import BY_KEY, Outcome
from tests.support.keyboard import TO_THE_NAME, TO_THE_OFFERS, Keyboard

NO_OFFERS_NO_PLANS = ("3", "5", "1", "enter", "3", "1", "1", "enter", "enter", "enter")
"""From whether there are offers to the end of what is read aloud."""


def panel(kari: Keyboard) -> HangUpPanel:
    """The panel, which is open."""
    assert isinstance(kari.call.panel, HangUpPanel)
    return kari.call.panel


class TestTheOutcome:
    """F9, one key, Enter."""

    @pytest.mark.parametrize(("key", "outcome"), BY_KEY.items())
    def test_each(self, on_line: Keyboard, key: str, outcome: Outcome) -> None:
        """Every outcome has its key, and is stored with its note: it is undone, or asks once."""
        on_line.keys("f9", key)
        if outcome.row.when in TIMED:
            on_line.keys(*"i morgen 10:30", "enter")
        if outcome is Outcome.redirected:
            on_line.keys("escape")  # they did not say to whom
        note = "nå@halden.no" if outcome.row.when is WhenAsked.after_a_letter else "Nå"
        on_line.keys(*note, "enter")
        if outcome.refuses_for_ever:
            asked = on_line.picture()
            assert "Dette kan ikke angres." in asked
            assert asked.count("Ring aldri igjen") == 1
            on_line.paste("og mer")  # nobody would see it in the note
            on_line.keys("1")
        assert isinstance(on_line.screen, Card)
        (call,) = on_line.file().attempts
        assert (call.outcome, call.note) == (outcome, note)
        assert call.ended_at is not None
        on_line.keys("ctrl+z")
        (call,) = on_line.file().attempts
        assert (call.outcome is None) is not outcome.refuses_for_ever
        assert on_line.file().appointment is None

    def test_not_to_be_claimed(self) -> None:
        """A whole interview is not chosen: it is there or not.  Nor is what coordinators decide."""
        chosen = BY_KEY.values()
        assert not any(one.is_whole or one.coordinator_only for one in chosen)

    def test_a_call_with_something_in_it_is_not_taken_back(self, on_line: Keyboard) -> None:
        """Not even where that was undone: what is stored is never deleted, and 0 says so."""
        on_line.keys("f4", *"feil kommune", "enter", "ctrl+z", "f9", "0")
        assert "så den kan ikke tas bort" in on_line.picture()
        assert panel(on_line).outcome is None
        assert len(on_line.file().attempts) == 1

    def test_second_thoughts(self, on_line: Keyboard) -> None:
        """Esc goes back to the outcomes, and then to the question: the call goes on."""
        on_line.keys("f9", "1", "escape")
        assert panel(on_line).outcome is None
        on_line.keys("escape")
        assert on_line.call.panel is None
        assert on_line.file().attempts[0].ended_at is None

    @pytest.mark.parametrize("way", [(), TO_THE_NAME, (*TO_THE_NAME, "x"), TO_THE_OFFERS])
    def test_from_anywhere(self, on_line: Keyboard, way: tuple[str, ...]) -> None:
        """Wherever the interview is, also in a half-typed text."""
        on_line.keys(*way, "f9", "j", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.to_coordinator


class TestNobodyThere:
    """Whoever has answered was there: an outcome that says otherwise is a key beside the right one,
    or asks once."""

    @pytest.mark.parametrize(
        "outcome", [one for one in BY_KEY.values() if one.row.line in NOBODY], ids=str
    )
    def test_asked_once(self, on_line: Keyboard, outcome: Outcome) -> None:
        on_line.keys(*TO_THE_NAME, "f9", outcome.row.key or "")
        assert "Noen har svart på spørsmål i denne oppringningen" in on_line.picture()
        on_line.keys("enter", *"a", "2")
        assert panel(on_line).outcome is None
        on_line.keys(outcome.row.key or "", "1", *"Borte", "enter")
        (call,) = on_line.file().attempts
        assert (call.outcome, call.note) == (outcome, "Borte")

    def test_back_to_the_outcomes(self, on_line: Keyboard) -> None:
        """Esc leads there, too; nothing is pasted where nothing is written."""
        on_line.keys("enter", "3", "1")
        on_line.paste("Borte")
        on_line.keys("escape", "g")
        assert panel(on_line).note.text == ""
        assert "Noen har svart" not in on_line.picture()

    def test_not_where_we_have_only_spoken_ourselves(self, on_line: Keyboard) -> None:
        """What a conversation begins with is read out to a machine, too."""
        on_line.keys("enter", "f9", "4", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.voicemail

    def test_nor_where_we_were_put_through_to_nobody(self, on_line: Keyboard) -> None:
        """The switchboard has answered; there, nobody did, until somebody does."""
        on_line.keys(*TO_THE_NAME, "f5", "e", "1", "f9", "1")
        assert panel(on_line).is_noting
        on_line.keys("escape", "escape", "enter", "1", "f9", "1")
        assert not panel(on_line).is_noting


class TestByItself:
    """What is answered says how the call ended."""

    def test_later(self, on_line: Keyboard) -> None:
        """ "Ikke nå, men senere" suggests an appointment, and asks when."""
        on_line.keys("enter", "2")
        assert panel(on_line).suggested is Outcome.appointment
        on_line.keys("enter", *"i morgen 10:30", "enter", *"Kari", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.appointment
        assert on_line.file().attempts[0].note == "Kari"

    def test_no(self, on_line: Keyboard) -> None:
        """ "Nei" suggests a refusal that may be asked about again; a hard one is one key away."""
        on_line.keys("enter", "3")
        assert panel(on_line).suggested is Outcome.refusal_soft
        on_line.keys("enter", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.refusal_soft

    def test_a_refusal_is_no_interview(self, on_line: Keyboard) -> None:
        """With the panel closed, Enter opens it again: nothing can be completed here."""
        on_line.keys("enter", "3", "escape", "enter")
        assert panel(on_line).suggested is Outcome.refusal_soft
        on_line.keys("enter", "enter", "f6")
        on_line.keys("pagedown", "pagedown", "enter")
        kept = on_line.kept()
        assert kept is not None
        assert kept.revision is None
        assert kept.interview.open

    def test_broken_off(self, on_line: Keyboard) -> None:
        """In the middle of the interview: broken off."""
        on_line.keys(*TO_THE_OFFERS, "f9")
        assert panel(on_line).suggested is Outcome.break_off

    def test_nothing_said_yet(self, on_line: Keyboard) -> None:
        """Before anybody has agreed to anything there is nothing to suggest."""
        on_line.keys("f9")
        assert panel(on_line).suggested is None

    def test_sent_on(self, on_line: Keyboard) -> None:
        """A name or a number was given: referred on."""
        on_line.keys("f5", "d", "2", "escape", "f9")
        assert panel(on_line).suggested is Outcome.redirected


class TestTheLastAnswer:
    """When all that is read aloud has been answered, the call ends by itself."""

    def test_no_service(self, on_line: Keyboard) -> None:
        """The short interview: its outcome is stored with the last answer, and the rest is ours."""
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS_NO_PLANS)
        assert on_line.call.attempt is None
        assert on_line.file().attempts[0].outcome is Outcome.no_service
        assert on_line.at == "fit"
        assert "Ingen på linjen" in on_line.picture()
        assert "Samtalen er over, og oppringningen er lagret: Full" in on_line.picture()

    def test_left_before_it_was_completed(self, on_line: Keyboard) -> None:
        """Nothing is lost: the list says that the form is not done."""
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS_NO_PLANS, "escape", "escape")
        assert isinstance(on_line.screen, CallList)
        assert "Samtalen er ferdig, men ikke intervjuet" in on_line.picture(120, 40)
        on_line.keys("enter", "f6", "4", "1", "enter", "enter")
        kept = on_line.kept()
        assert kept is not None
        assert not kept.interview.open

    def test_a_check_first(self, on_line: Keyboard) -> None:
        """A check on the very last answer is seen to first; confirmed, it ends the call."""
        self._with_a_check_last(on_line)
        assert isinstance(on_line.call.panel, CheckPanel)
        assert on_line.call.attempt is not None
        on_line.keys("2", *"sikkert", "enter")
        assert on_line.call.attempt is None
        assert on_line.file().attempts[0].outcome is Outcome.complete

    def test_a_check_for_later(self, on_line: Keyboard) -> None:
        """Put off, it leaves the call open: the conversation is whole when nothing stands open."""
        self._with_a_check_last(on_line)
        on_line.keys("3", "f9")
        assert panel(on_line).suggested is Outcome.partial
        on_line.keys("enter", "enter", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.partial

    def test_a_check_that_nobody_has_seen_to(self, on_line: Keyboard) -> None:
        """Before the call ends, what only the respondent can settle opens by itself."""
        on_line.keys(*TO_THE_OFFERS, "1", "3", *"1111")
        assert isinstance(on_line.call.panel, CheckPanel)
        on_line.keys("3")
        self._to_the_thanks(on_line)
        on_line.keys("enter")
        assert isinstance(on_line.call.panel, JumpPanel)
        assert "Før du legger på" in on_line.picture()
        assert on_line.call.attempt is not None

    def _with_a_check_last(self, kari: Keyboard) -> None:
        """Scattered offers; everything but one criterion is answered, which is then denied."""
        kari.keys(*TO_THE_OFFERS, "1", "pagedown", *["1"] * 4, *"2010", "enter", "5")
        self._to_the_thanks(kari)
        kari.keys("enter")  # what was passed over opens by itself
        assert isinstance(kari.call.panel, JumpPanel)
        kari.keys(*"gruppebaserte", "enter")
        assert kari.at == "criterion_group"
        kari.keys("3")

    def _to_the_thanks(self, kari: Keyboard) -> None:
        """What is offered before the end is passed over."""
        for _ in range(80):
            if kari.call.panel is not None:
                kari.keys("escape")
            elif kari.at != "thanks":
                self._skip(kari)

    def _skip(self, kari: Keyboard) -> None:
        step = kari.call.talk.step
        assert step is not None
        if step.question.id == "offer_name":
            kari.keys(*"Mestring", "enter")
        elif step.question.id == "offers":
            kari.keys("2")
        elif step.question.id == "publish":
            kari.keys("3")
        elif step.question.empty_allowed:
            kari.keys("enter")
        else:
            kari.keys("f7")


class TestOpenedByMistake:
    """One Enter too many rings nobody: F9 0 takes the call back, if nothing was said on it."""

    def test_taken_back(self, on_line: Keyboard) -> None:
        """Asked once, for it cannot be undone: the second way leads back to the outcomes."""
        on_line.keys("f9", "0")
        assert "Det kan ikke angres" in on_line.picture()
        on_line.keys("2")
        assert len(on_line.file().attempts) == 1
        on_line.keys("0", "1")
        assert isinstance(on_line.screen, Card)
        assert on_line.file().attempts == ()

    def test_says_nothing_of_the_call_before(self, on_line: Keyboard) -> None:
        """That one ended before the card was left: it was not stored just now."""
        on_line.keys("f9", "2", "enter", "escape")
        on_line.type("halden")
        on_line.keys("enter", "enter", "enter", "1", "f9", "0", "1")
        assert isinstance(on_line.screen, Card)
        assert "Oppringningen er lagret" not in on_line.picture()
        on_line.keys("enter")
        assert len(on_line.file().attempts) == 1

    def test_what_was_answered_stands(self, on_line: Keyboard) -> None:
        """The introduction was cleared for somebody whom nobody has talked with."""
        on_line.keys("enter", "1", "1", *"Kari Lie", "enter", *"leder", "enter")
        on_line.keys("f9", "e", "enter", *"travelt", "enter", "f5", "e", *"Per", "enter", "escape")
        assert "Intervjuet er påbegynt: 4 svar" in on_line.picture()
        on_line.keys("2", "enter", "1")
        assert "God dag" in on_line.picture()
        on_line.keys("f9", "0", "1")
        assert "Intervjuet er påbegynt: 4 svar" in on_line.picture()
        on_line.keys("f6")
        assert "Hvilken del av kommunen arbeider du i?" in on_line.picture()
        on_line.keys("escape", "ctrl+z")
        assert "Angret utfallet" in on_line.picture(), "no answer: those stand again of themselves"
        assert len(on_line.stored()) == 5

    def test_not_after_an_answer(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "f9", "0")
        assert "åpnet ved en feil" not in on_line.picture()
        assert len(on_line.file().attempts) == 1
