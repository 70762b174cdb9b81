"""A number is dialled when somebody wants it dialled: no Enter too many rings anybody."""

from datetime import timedelta

from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.ringing import Dialling, RingAnyway
from interviewer.screens.card.state import Card
from tests.support.keyboard import HALDEN, Keyboard

NUMBER = "69174500"
TWICE_A_DAY = "Nummeret er ringt to ganger i dag"
OUTSIDE = "Utenfor ringetiden, som begynner i morgen kl. 08.30"


def rung(kari: Keyboard) -> Keyboard:
    """Halden's switchboard on the line, under its number."""
    kari.keys("enter", "enter", *NUMBER, "enter")
    return kari


def asked(kari: Keyboard) -> RingAnyway:
    """What is asked before it is rung."""
    assert isinstance(kari.card.panel, RingAnyway), kari.card.panel
    return kari.card.panel


def calls(kari: Keyboard) -> int:
    """How many there have been to Halden."""
    return len(kari.file().attempts)


class TestAfterACall:
    """The next Enter never rings."""

    def test_an_enter_too_many(self, kari: Keyboard) -> None:
        """`F9 1 Enter Enter` says what the call came to, and asks; one more puts the case down."""
        rung(kari).keys("f9", "1", "enter", "enter")
        assert asked(kari).against == ("Ikke svar én gang midt på dagen – prøv om formiddagen",)
        assert "Oppringningen er lagret: Ikke svar." in kari.picture()
        assert "Ringe Sentralbord  69 17 45 00 nå?" in kari.picture()
        kari.keys("enter")
        assert isinstance(kari.screen, CallList)
        assert calls(kari) == 1

    def test_also_in_a_burst(self, kari: Keyboard) -> None:
        """Typed faster than it is stored, they lead to the same."""
        rung(kari).burst("f9", "1", "enter", "enter", "enter")
        assert isinstance(kari.screen, CallList)
        assert calls(kari) == 1

    def test_a_lead_to_be_rung_now(self, kari: Keyboard) -> None:
        """Nothing speaks against it: it is asked all the same, and one key rings."""
        rung(kari).keys("f5", "e", "2", "tab", *"69174501", "escape", "f9", "enter", "enter")
        kari.keys("enter")
        assert asked(kari).against == ()
        assert "Følg det nye sporet nå." in kari.picture()
        assert "Ringe Frisklivssentral  69 17 45 01 nå?" in kari.picture()
        kari.keys("1")
        assert isinstance(kari.screen, Call)
        assert calls(kari) == 2

    def test_where_no_number_is_known(self, on_line: Keyboard) -> None:
        """The number is asked for; Enter on nothing asks once more."""
        on_line.keys("f9", "6", "enter", "enter")
        assert isinstance(on_line.card.panel, Dialling)
        on_line.keys("enter", "enter")
        assert isinstance(on_line.screen, CallList)
        assert calls(on_line) == 1

    def test_a_call_that_was_none(self, kari: Keyboard) -> None:
        """Opened by mistake and taken back: it is not opened again by the next Enter."""
        rung(kari).keys("f9", "0", "1", "enter")
        assert asked(kari).against == ()
        assert calls(kari) == 0

    def test_by_way_of_the_interview(self, kari: Keyboard) -> None:
        """F6 and back to the card is no way around it."""
        rung(kari).keys("enter", "1", "1", "f9", "1", "1", "enter", "f6", "escape", "enter")
        assert asked(kari).against

    def test_on_purpose(self, kari: Keyboard) -> None:
        """Esc goes to the card; the digit in the question rings."""
        rung(kari).keys("f9", "1", "enter", "enter", "escape")
        assert kari.card.panel is None
        kari.keys("enter", "1")
        assert isinstance(kari.screen, Call)


class TestAgainstARule:
    """What a rule speaks against is asked once, with the rule in words."""

    def test_a_case_that_waits(self, kari: Keyboard) -> None:
        """Opened again from the list, by Enter or by the digit of the contact point."""
        rung(kari).keys("f9", "1", "enter", "escape", *"halden", "enter")
        for key in ("enter", "1"):
            kari.keys(key)
            assert asked(kari).against[0].startswith("Ikke svar én gang midt på dagen")
            kari.keys("escape")

    def test_an_appointment_ahead(self, kari: Keyboard) -> None:
        """They have been promised another time."""
        rung(kari).keys("f9", "c", *"i morgen 10:30", "enter", "enter", "escape")
        kari.keys(*"halden", "enter", "enter")
        assert asked(kari).against == ("Avtale i morgen kl. 10.30 med Sentralbord",)

    def test_outside_the_hours(self, kari: Keyboard) -> None:
        """After three o'clock nobody is there."""
        kari.wait(timedelta(hours=4))
        rung(kari)
        assert asked(kari).against == (OUTSIDE,)
        assert calls(kari) == 0
        kari.keys("1")
        assert isinstance(kari.screen, Call)
        assert kari.file().contacts[0].phone == f"+47{NUMBER}"

    def test_the_number_is_kept(self, kari: Keyboard) -> None:
        """Typed, and not rung now: it stands on the card, and nobody has to find it again."""
        kari.wait(timedelta(hours=4))
        rung(kari).keys("escape")
        assert "69 17 45 00" in kari.picture()
        kari.keys("enter")
        assert asked(kari).against == (OUTSIDE,)
        assert [one.phone for one in kari.file().contacts] == [f"+47{NUMBER}"]
        assert calls(kari) == 0

    def test_a_number_that_has_had_its_calls(self, kari: Keyboard) -> None:
        """Also where it is another municipality's too: some share a switchboard."""
        rung(kari).keys("f9", "8", "escape", "enter", "escape")
        kari.keys(*"0104", "enter", "enter", *NUMBER, "enter")
        assert isinstance(kari.screen, Call)
        kari.keys("f9", "8", "escape", "enter", "escape")
        kari.keys(*"0105", "enter", "enter", *NUMBER, "enter")
        assert asked(kari).against == (TWICE_A_DAY,)

    def test_several_rules(self, kari: Keyboard) -> None:
        """Each is said."""
        rung(kari).keys("f9", "2", "enter", "enter", "1", "f9", "2", "enter", "escape")
        kari.wait(timedelta(hours=4))
        kari.keys(*"halden", "enter", "enter")
        assert asked(kari).against[-2:] == (TWICE_A_DAY, OUTSIDE)

    def test_with_the_coordinator(self, kari: Keyboard) -> None:
        """Whose case it is now is said."""
        rung(kari).keys("f9", "j", "enter", "escape", *"halden", "enter", "enter")
        (words,) = asked(kari).against
        assert words.startswith("Hos koordinator: Til koordinator")

    def test_whoever_rings_us(self, kari: Keyboard) -> None:
        """They are on the phone already: nothing is asked."""
        rung(kari).keys("f9", "1", "enter", "escape", "ctrl+r", *"halden", "enter")
        assert "Trykk tallet foran den som ringer, så begynner samtalen." in kari.picture(120, 40)
        kari.keys("1")
        assert isinstance(kari.screen, Call)
        assert "jeg heter Kari og er fra Nasjonal" in kari.picture()

    def test_nothing_against_it(self, kari: Keyboard) -> None:
        """A new case within the hours is rung at once."""
        kari.keys("enter", "enter", *NUMBER, "enter")
        assert isinstance(kari.screen, Call)
        assert calls(kari) == 1

    def test_the_panel_itself(self, kari: Keyboard) -> None:
        """A key in front of nothing says which there are; F1 explains the two."""
        rung(kari).keys("f9", "1", "enter", "enter", "7")
        assert isinstance(kari.screen, Card)
        assert kari.card.notice is not None
        assert kari.card.notice.code == "A-KEY"
        kari.keys("f1")
        assert "Ring likevel." in kari.picture()
        kari.keys("escape", "2")
        assert isinstance(kari.screen, CallList)
        assert kari.file(HALDEN).holder is None


class TestAWrongNumber:
    """It is somebody's at home: nobody is rung there again because Enter was pressed."""

    def test_another_one_is_asked_for(self, kari: Keyboard) -> None:
        rung(kari).keys("f9", "l", "enter", "escape", *"halden", "enter", "enter")
        assert isinstance(kari.card.panel, Dialling)
        assert calls(kari) == 1
        kari.keys(*"69174501", "enter")
        assert kari.file().attempts[-1].phone == "+4769174501"

    def test_nor_is_it_the_number_on_the_card(self, kari: Keyboard) -> None:
        """It stands on the contact point, with what is wrong with it."""
        rung(kari).keys("f9", "7", "enter")
        assert kari.card.number == ""
        assert "69 17 45 00" in kari.picture()


class TestWhatTheCaseWaitsFor:
    """After every call the card says how it ended, what follows, and until when it waits."""

    def test_a_refusal(self, kari: Keyboard) -> None:
        """A coordinator decides, and when at the earliest."""
        rung(kari).keys("f9", "g", *"ikke tid", "enter")
        told = " ".join(kari.picture().split())
        assert "Koordinatoren avgjør om de skal spørres igjen, tidligst om 5 virkedager." in told
        assert "Saken venter til mandag 9.3. kl. 08.30." in told

    def test_they_ring_back(self, kari: Keyboard) -> None:
        """The rest of the day is theirs."""
        rung(kari).keys("f5", "e", "3", "escape", "f9", "enter", "enter")
        told = " ".join(kari.picture().split())
        assert "De ringer tilbake. Gjør de ikke det, ring neste virkedag." in told
        assert "Saken venter til i morgen kl. 08.30." in told


class TestRefusedForEver:
    """Nobody rings there any more, by no key, and the foot names none that would."""

    def test_names_no_key_that_rings(self, kari: Keyboard) -> None:
        rung(kari).keys("f9", "h", *"nei", "enter", "1")
        assert not kari.card.may_ring
        foot = kari.picture().splitlines()[-3:]
        assert not [key for key in ("Enter", "Ctrl+Y", "Ctrl+T") if key in " ".join(foot)]
        kari.keys("ctrl+t")
        assert kari.handed == []
        assert "S-REFUSED" in kari.picture()
