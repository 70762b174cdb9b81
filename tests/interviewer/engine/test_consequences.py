"""What a call leads to fits what was said on it, and nothing that was typed is lost with it."""

from datetime import timedelta

import pytest

from db.database import Database
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.ringing import RingAnyway
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.outcomes import Outcome
from tests.support.keyboard import TO_THE_NAME, TO_THE_OFFERS, Keyboard

NUMBER = "69174500"


@pytest.fixture
def front(kari: Keyboard) -> Keyboard:
    """Halden's switchboard on the line, under its number."""
    kari.keys("enter", "enter", *NUMBER, "enter")
    return kari


def typed(kari: Keyboard) -> str:
    """What stands in the question."""
    assert kari.call.talk.entry is not None
    return kari.call.talk.entry.typed


class TestTheyRingBack:
    """ "De ringer tilbake" is not "ring the new lead now"."""

    def test_said_when_hanging_up(self, front: Keyboard) -> None:
        front.keys("f5", "e", "3", "escape", "f9", "enter")
        assert "De ringer tilbake. Gjør de ikke det, ring neste virkedag." in front.picture()

    def test_said_on_the_card(self, front: Keyboard) -> None:
        """Whoever wants to ring them all the same is asked, with what was promised."""
        front.keys("f5", "e", "3", *"Anne", "escape", "f9", "enter", "enter", "enter")
        assert isinstance(front.card.panel, RingAnyway)
        (words,) = front.card.panel.against
        assert words.startswith("Frisklivssentral (Anne) skal ringe tilbake")
        assert "De ringer tilbake." in front.picture()

    def test_in_the_list(self, front: Keyboard) -> None:
        """The case waits until the next working day."""
        front.keys("f5", "e", "3", "escape", "f9", "enter", "enter", "escape", *"halden")
        assert "skal ringe tilbake, ellers ring i morgen kl. 08.30" in front.picture(200, 40)

    def test_a_lead_is_rung_now(self, front: Keyboard) -> None:
        """Where they gave a number, the words are the old ones."""
        front.keys("f5", "e", "2", "escape", "f9", "enter")
        assert "Følg det nye sporet nå." in front.picture()


class TestSentOn:
    """ "Sendt videre" asks to whom."""

    def test_asked(self, front: Keyboard) -> None:
        front.keys("f9", "8")
        assert isinstance(front.call.panel, RedirectPanel)
        assert "Hvem ble du sendt videre til?" in front.picture()
        front.keys("e", "2", *"Anne", "escape")
        assert isinstance(front.call.panel, HangUpPanel)
        assert front.call.panel.outcome is Outcome.redirected
        front.keys("enter")
        (leg,) = front.file().redirects
        assert leg.how is RedirectHow.number_given
        assert front.file().attempts[0].outcome is Outcome.redirected

    def test_they_did_not_say(self, front: Keyboard) -> None:
        """Esc leaves it at that."""
        front.keys("f9", "8", "escape", "enter")
        assert front.file().attempts[0].outcome is Outcome.redirected
        assert front.file().redirects == ()

    def test_known_already(self, front: Keyboard) -> None:
        """Whoever has noted the lead is not asked again."""
        front.keys("f5", "e", "2", "escape", "f9", "8")
        assert isinstance(front.call.panel, HangUpPanel)

    def test_put_through_after_all(self, front: Keyboard) -> None:
        """While one asks, they are put through: the call goes on."""
        front.keys("f9", "8", "e", "1")
        assert front.call.panel is None
        assert front.call.below == ()
        assert front.at == "intro"


class TestTheyDoNotKnow:
    """`F9 a` says of whoever was on the line what F5 0 does."""

    def test_marked(self, front: Keyboard) -> None:
        front.keys("f9", "a", "enter")
        assert front.file().contacts[0].knows is Knowledge.does_not_know

    def test_whoever_was_put_through_to(self, front: Keyboard) -> None:
        front.keys("f5", "b", "1", "f9", "a", "enter")
        first, second = front.file().contacts
        assert first.knows is Knowledge.knows_who
        assert second.knows is Knowledge.does_not_know

    def test_not_against_what_is_known(self, front: Keyboard) -> None:
        """Who has named somebody knows who."""
        front.keys("f5", "e", "4", "escape", "f9", "a", "enter")
        assert front.file().contacts[0].knows is Knowledge.knows_who


class TestAskFor:
    """ "Spør etter NN" survives that NN was not there."""

    def test_the_lead_stays(self, front: Keyboard) -> None:
        front.keys("f5", "e", "4", *"Kari Lie", "escape", "f9", "enter", "enter")
        assert "Spør etter Frisklivssentral (Kari Lie)" in front.picture()
        front.keys("enter", "1", "f9", "b", "enter", "enter")
        assert "Spør etter Frisklivssentral (Kari Lie)" in front.picture()
        assert "Enter ringer Sentralbord" in front.picture()

    def test_with_a_time(self, front: Keyboard) -> None:
        """When they said when she is back, that is with her."""
        front.keys("f5", "e", "4", *"Kari Lie", "escape", "f9", "enter", "enter", "enter", "1")
        front.keys("f9", "b", *"i morgen 10:30", "enter", "enter")
        assert "Spør etter Frisklivssentral (Kari Lie)" in front.picture()
        agreed, (_, her) = front.file().appointment, front.file().contacts
        assert agreed is not None
        assert agreed.contact_id == her.id

    def test_the_right_person_out_today(self, front: Keyboard) -> None:
        """Whoever was found through the switchboard is asked for again."""
        front.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter", "f9", "e", "enter", "enter")
        front.keys("1", "1", "f9", "b", "enter", "enter")
        assert "Spør etter Frisklivssentral (Anne)" in front.picture()


class TestTheWrongNumber:
    """A private person, another place: the number is marked, and not rung again."""

    @pytest.mark.parametrize(("key", "words"), [("l", "Feil nummer"), ("7", "ikke i bruk")])
    def test_marked(self, front: Keyboard, key: str, words: str) -> None:
        front.keys("f9", key, "enter")
        assert f"69 17 45 00  ✗ {'Nummeret er ' if key == '7' else ''}{words}" in front.picture()
        front.keys("escape", *"halden")
        assert isinstance(front.screen, CallList)
        assert front.screen.lines[0].rule.name == "no_number"


class TestUnsure:
    """ "Usikker" shows the second definition at once, above what is asked next."""

    def test_shown(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_NAME, *"Kari", "enter", "f7", "f7", "f7", "f7")
        assert on_line.at == "definition_read"
        assert "gruppebaserte tilbud" in on_line.picture()
        on_line.keys("2")
        assert on_line.at == "has_offers"
        assert "Noen tilbud regnes ikke som" in on_line.picture()
        on_line.keys("escape")
        assert "Noen tilbud regnes ikke som" not in on_line.picture()

    def test_whoever_is_sure(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_OFFERS)
        assert "┃" not in on_line.picture()


class TestHalfTyped:
    """Text that is no answer yet survives hanging up, leaving, and somebody else on the line."""

    @pytest.fixture
    def writing(self, front: Keyboard) -> Keyboard:
        """In the middle of a year, on a question far in."""
        front.keys(*TO_THE_OFFERS, *"111111", *"20")
        assert front.at == "offers_since"
        return front

    def test_hanging_up(self, writing: Keyboard) -> None:
        """At once, before the second in which it would have been kept; and when rung again."""
        writing.keys("f9", "1", "1", "enter", "f6")
        assert (writing.at, typed(writing)) == ("offers_since", "20")
        writing.keys("escape", "enter", "1")
        assert (writing.at, typed(writing)) == ("offers_since", "20")

    def test_leaving(self, writing: Keyboard, database: Database) -> None:
        writing.keys("ctrl+q", "ctrl+q")
        assert writing.left
        again = Keyboard(database, seed=1)
        again.keys("enter")
        assert (again.at, typed(again)) == ("offers_since", "20")

    def test_a_remark_when_leaving(self, writing: Keyboard) -> None:
        writing.keys("f4", *"vet ikke helt", "ctrl+q", "ctrl+q")
        assert writing.left
        assert writing.entries()[-1].remark == "vet ikke helt"

    def test_somebody_else(self, writing: Keyboard) -> None:
        """The next one is introduced; then it stands there again."""
        writing.keys("f5", "e", "1", *TO_THE_NAME, *"Ola", "enter", "f7", "f7", "f7", "f7")
        assert (writing.at, typed(writing)) == ("offers_since", "20")

    def test_somebody_else_and_then_leaving(self, writing: Keyboard, database: Database) -> None:
        """Also when the program stops in the middle of the introduction."""
        writing.keys("f5", "e", "1", "enter")
        writing.wait(timedelta(seconds=2))
        writing.keys("ctrl+q", "ctrl+q")
        again = Keyboard(database, seed=1)
        again.keys("enter")
        assert again.at == "consent"
        again.keys("1", "1", *"Ola", "enter", "f7", "f7", "f7", "f7")
        assert (again.at, typed(again)) == ("offers_since", "20")

    def test_elsewhere(self, writing: Keyboard) -> None:
        """Left with F6 for another question, it is what is kept."""
        writing.keys("f6", *"gruppebaserte", "enter", "f9", "1", "1", "enter", "f6")
        assert (writing.at, typed(writing)) == ("offers_since", "20")

    def test_not_what_was_said_of_themselves(self, front: Keyboard) -> None:
        """Half a name is not the next one's."""
        front.keys(*TO_THE_NAME, *"Ka", "f5", "e", "1", *TO_THE_NAME)
        assert front.at == "respondent_name"
        assert typed(front) == ""
