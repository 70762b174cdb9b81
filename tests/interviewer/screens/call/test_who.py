"""F12: who is on the line.  Whom one knows is one key, and nobody is written over."""

import pytest

from interviewer.screens.card.state import Card
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import ContactPoint
from schemas.questionnaire.walk import Key
from tests.support.keyboard import TO_THE_NAME, Keyboard


@pytest.fixture
def anne(on_line: Keyboard) -> Keyboard:
    """Anne has been spoken with at the healthy life centre; nobody is on the line."""
    on_line.keys("f12", "enter", "tab", *"69174500", "escape")
    on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter")
    on_line.keys("f12", "1", "tab", *"69174501", "escape")
    on_line.keys("f9", "4", "1", *"senere", "enter")
    return on_line


def people(kari: Keyboard) -> dict[str, ContactPoint]:
    """The contact points of the case, by what they are called."""
    return {one.label: one for one in kari.file().contacts}


def rings(kari: Keyboard, label: str) -> None:
    """From the card after a call to somebody on the line, whatever speaks against it."""
    place = [one.label for one in kari.file().in_use].index(label)
    kari.keys(str(place + 1))
    if isinstance(kari.screen, Card):
        kari.keys("1")


class TestWhoAnswers:
    def test_a_known_person_is_one_key(self, anne: Keyboard) -> None:
        """At the switchboard it is Anne herself who answers: no name is asked."""
        rings(anne, "Sentralbord")
        anne.keys("f12")
        assert "2 Frisklivssentral (Anne)" in anne.picture()
        anne.keys("2")
        told = "På linjen er nå Frisklivssentral (Anne). Innledningen leses på nytt."
        assert told in anne.picture()
        anne.keys(*TO_THE_NAME)
        assert anne.at == "respondent_role"
        assert anne.stored()[Key("respondent_name")] == "Anne"
        assert len(people(anne)) == 2

    def test_nobody_after_the_call(self, anne: Keyboard) -> None:
        """In the interview without ringing: whoever was there last is not on the line any more."""
        anne.keys("f6", "f12")
        assert anne.call.attempt is None
        assert "Ingen er på linjen." in anne.picture()
        anne.keys("escape")
        assert isinstance(anne.screen, Card)

    def test_a_colleague_is_somebody_new(self, anne: Keyboard) -> None:
        """By the key: same place, same number, and Anne is who she was."""
        before = people(anne)["Frisklivssentral (Anne)"]
        rings(anne, "Frisklivssentral (Anne)")
        anne.keys("f12", "3")
        told = "Ny person på linjen: Frisklivssentral. Innledningen leses på nytt."
        assert told in anne.picture()
        anne.keys(*TO_THE_NAME, *"Bjørn", "enter")
        assert people(anne)["Frisklivssentral (Anne)"] == before
        colleague = people(anne)["Frisklivssentral (Bjørn)"]
        assert (colleague.phone, colleague.source) == (before.phone, before.label)
        assert anne.call.on_line == colleague

    def test_another_name_is_another_person(self, anne: Keyboard) -> None:
        """Where nobody pressed a key, but the name that is given is not hers."""
        rings(anne, "Frisklivssentral (Anne)")
        assert anne.at == "respondent_role"  # Anne, as we know her
        anne.keys("pageup", "ctrl+u", *"Bjørn", "enter")
        assert {"Frisklivssentral (Anne)", "Frisklivssentral (Bjørn)"} <= set(people(anne))
        assert people(anne)["Frisklivssentral (Bjørn)"].knows is Knowledge.is_the_one

    def test_a_name_that_cannot_be_an_answer(self, on_line: Keyboard) -> None:
        """Too long, from a file or pasted: it is asked for after all, and nothing is in the way."""
        on_line.keys("f5", "e", "1", "f12", "f12")
        on_line.paste("x" * 10_000)
        on_line.keys("escape", *TO_THE_NAME)
        assert on_line.at == "respondent_name"

    def test_a_slip_in_the_same_breath_is_corrected(self, on_line: Keyboard) -> None:
        """A name that was just typed is the same person's, written right."""
        on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Ane", "enter", "pageup", "backspace")
        on_line.keys(*"ne", "enter")
        assert set(people(on_line)) == {"Sentralbord", "Frisklivssentral (Anne)"}
