"""Being sent on: three keys while it rings, and a new person on the line."""

import pytest

from interviewer.controls.contact_form import ContactPanel
from interviewer.screens.call.panels.redirect import RedirectPanel, offered_to
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.language.option_keys import LETTERS
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.code_lists import HasOffers
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.keyboard import TO_THE_NAME, TO_THE_OFFERS, Keyboard

BROKEN_OFF = ("f9", "enter", "enter", "enter")
"""Hung up in the middle, no time agreed on, no note."""


class TestThreeKeys:
    """F5, the department, how: the redirect is stored, and the new place is on the line."""

    def test_transferred(self, on_line: Keyboard) -> None:
        """F5 e 1: put through to the healthy life centre; the way there is on the screen."""
        on_line.keys("f5", "e", "1")
        (leg,) = on_line.file().redirects
        assert leg.how is RedirectHow.transferred
        assert on_line.call.on_line == on_line.call.contact(leg.to_id or leg.id)
        assert on_line.call.panel is None
        assert "Sentralbord ─▸ ● Frisklivssentral" in on_line.picture()

    def test_enter_for_the_usual(self, on_line: Keyboard) -> None:
        """F5 e Enter: how is nearly always that they put us through."""
        on_line.keys("f5", "e", "enter")
        assert on_line.file().redirects[0].how is RedirectHow.transferred

    def test_every_department(self, on_line: Keyboard) -> None:
        """Each of the departments has its own key."""
        for letter, office in zip(LETTERS[: len(Office)], Office, strict=True):
            on_line.keys("f5", letter, "1")
            assert on_line.call.on_line is not None
            assert on_line.call.on_line.department is office

    def test_only_a_number(self, on_line: Keyboard) -> None:
        """F5 d 2: they gave a number; nobody new is on the line, but there is a lead to fill in."""
        on_line.keys("f5", "d", "2")
        assert isinstance(on_line.call.panel, ContactPanel)
        assert on_line.file().redirects[0].how is RedirectHow.number_given
        assert on_line.call.on_line == on_line.call.file.contacts[0]
        on_line.type("Kari Lie")
        on_line.keys("enter")
        on_line.type("69 17 45 00")
        on_line.keys("escape")
        assert on_line.file().contacts[1].person == "Kari Lie"
        assert on_line.file().contacts[1].phone == "+4769174500"

    def test_a_dead_end(self, on_line: Keyboard) -> None:
        """F5 0: they do not know, and know nobody who does."""
        on_line.keys("f5", "0")
        (leg,) = on_line.file().redirects
        assert leg.how is RedirectHow.dead_end
        assert leg.to_id is None
        assert on_line.file().contacts[0].knows is Knowledge.does_not_know
        assert "Blindveien er notert" in on_line.picture()
        on_line.keys("f9", "enter", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.wrong_department

    @pytest.mark.parametrize("key", ["escape", "f5"])
    def test_second_thoughts(self, on_line: Keyboard, key: str) -> None:
        """Esc, or F5, goes to the departments, and then to the question; nothing is stored."""
        on_line.keys("f5", "e", key)
        assert on_line.call.panel == RedirectPanel()
        on_line.keys(key)
        assert on_line.call.panel is None
        assert on_line.file().redirects == ()

    def test_back_to_the_switchboard(self, on_line: Keyboard) -> None:
        """A case has one switchboard: being sent back there makes no second one."""
        on_line.keys("f5", "e", "1", "f5", "1", "1")
        assert len(on_line.file().contacts) == 2
        assert on_line.call.on_line == on_line.call.file.contacts[0]

    def test_nobody_on_the_line(self, on_line: Keyboard) -> None:
        """Without a call nobody can send us on, and F5 says so."""
        on_line.keys("enter", "f9", "1", "enter", "f6", "f5")
        assert on_line.call.panel is None
        assert "Ingen er på linjen" in on_line.picture()


class TestInTheMiddle:
    """A redirect in the middle of the interview: the introduction anew, the rest set aside."""

    def test_asked_anew(self, on_line: Keyboard) -> None:
        """The new person is greeted first; the answers so far wait until somebody will answer."""
        on_line.keys(*TO_THE_OFFERS, "1", "1", "1", "f5", "d", "1")
        assert on_line.at == "intro"
        assert "svar satt til side til noen sier ja til å svare" in on_line.picture()
        assert Key("consent") not in on_line.stored()
        assert on_line.stored()[Key("has_offers")] is HasOffers.yes

    def test_and_back(self, on_line: Keyboard) -> None:
        """When the new person has agreed, what was answered stands again."""
        on_line.keys(*TO_THE_OFFERS, "1", "1", "1", "f5", "d", "1", *TO_THE_NAME)
        on_line.keys(*"Ola", "enter")
        assert "satt til side" not in on_line.picture()
        assert on_line.call.talk.walked.view.answers[Key("has_offers")] is HasOffers.yes

    def test_who_said_what(self, on_line: Keyboard) -> None:
        """Every answer remembers the informant, the call and the interviewer."""
        on_line.keys(*TO_THE_OFFERS, "1", "f5", "d", "1", *TO_THE_NAME)
        board, health = on_line.file().contacts
        by = {(one.question, one.informant_id) for one in on_line.entries()}
        assert ("has_offers", board.id) in by
        assert ("right_person", health.id) in by
        (call,) = on_line.file().attempts
        assert {one.attempt_id for one in on_line.entries()} == {call.id}
        assert {one.interviewer_id for one in on_line.entries()} == {call.interviewer_id}

    def test_what_is_known_already(self, on_line: Keyboard) -> None:
        """The one we come back to is known: nobody is asked for a name that was given."""
        on_line.keys("f5", "b", "1", *TO_THE_NAME, *"Ola", "enter", "f5", "1", "1")
        on_line.keys("f5", "b", "1", *TO_THE_NAME)
        assert on_line.at == "respondent_role"
        assert on_line.stored()[Key("respondent_name")] == "Ola"


class TestPutThroughWithoutAWord:
    """Rung at the switchboard, and somebody answers who sits elsewhere: F5 was forgotten."""

    def test_the_switchboard_stays_the_switchboard(self, on_line: Keyboard) -> None:
        """The way there is drawn all the same, and the number is not the respondent's own."""
        on_line.keys(*TO_THE_NAME, *"Per", "enter", "enter", "e", "enter", "enter")
        front, per = on_line.file().contacts
        assert (front.department, front.person) == (Office.switchboard, "")
        assert front.knows is Knowledge.knows_who
        assert (per.department, per.person) == (Office.healthy_life_centre, "Per")
        assert per.knows is Knowledge.is_the_one
        assert [leg.how for leg in on_line.file().redirects] == [RedirectHow.transferred]
        assert "Sentralbord ─▸ ● Frisklivssentral (Per) ✓" in on_line.picture()
        assert Key("respondent_phone") in on_line.stored()
        assert per.phone == ""

    def test_somebody_who_does_sit_there(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_NAME, *"Per", "enter", "enter", "a")
        (front,) = on_line.file().contacts
        assert (front.department, front.person) == (Office.switchboard, "")
        assert on_line.file().redirects == ()


class TestItIsSomebodyElse:
    """ "Det er en annen" opens the redirect by itself."""

    def test_right_person(self, on_line: Keyboard) -> None:
        """3 at `right_person`: the departments are there; two more keys, and a new person is."""
        on_line.keys("enter", "1", "3")
        assert isinstance(on_line.call.panel, RedirectPanel)
        on_line.keys("e", "1")
        assert on_line.at == "intro"
        assert on_line.file().contacts[0].knows is Knowledge.knows_who

    def test_a_slip_of_the_finger(self, on_line: Keyboard) -> None:
        """ "Ja" corrected to "det er en annen" takes the tick off the switchboard again."""
        on_line.keys("enter", "1", "1", "pageup", "3")
        assert on_line.file().contacts[0].knows is Knowledge.unknown

    def test_another_department(self, on_line: Keyboard) -> None:
        """Without offers here, but perhaps in another department: who is asked at once."""
        on_line.keys(*TO_THE_OFFERS, "3", "5", "1", "enter")
        assert on_line.at == "knows_other_unit"
        on_line.keys("1")
        assert isinstance(on_line.call.panel, RedirectPanel)


class TestSeveralCalls:
    """One interview over several calls, with several informants."""

    def test_the_same_person_again(self, on_line: Keyboard) -> None:
        """Rung again, the one who answered goes on where we stopped."""
        on_line.keys(*TO_THE_OFFERS, *BROKEN_OFF, "enter", "enter", "1")
        assert on_line.at == "has_offers"
        greets = "Fortsetter: Si hvem du er, og at intervjuet stanset for"
        assert greets in " ".join(on_line.picture().split())
        on_line.keys("1")
        first, second = on_line.file().attempts
        by_call = {one.question: one.attempt_id for one in on_line.entries()}
        assert by_call["consent"] == first.id
        assert by_call["has_offers"] == second.id

    def test_nothing_had_been_begun(self, on_line: Keyboard) -> None:
        """All that was stored is undone, and nobody had answered: nothing goes on."""
        on_line.keys("f4", *"feil", "enter", "ctrl+z", "f9", "6", "enter", "enter", "enter", "1")
        assert len(on_line.file().attempts) == 2
        assert on_line.at == "intro"
        assert "Fortsetter" not in on_line.picture()

    def test_the_same_person_where_she_sits(self, on_line: Keyboard) -> None:
        """Reached by way of the switchboard, and rung again where she said that she sits."""
        on_line.keys(*TO_THE_NAME, *"Anne", "enter", "enter", "e", "enter", "enter", "1")
        assert on_line.at == "has_offers"
        on_line.keys(*BROKEN_OFF, "enter", "enter", "1")
        assert on_line.at == "has_offers"
        assert on_line.call.on_line is not None
        assert on_line.call.on_line.label == "Frisklivssentral (Anne)"

    def test_somebody_else(self, on_line: Keyboard) -> None:
        """Another contact is rung: asked the introduction anew, and the rest comes back."""
        on_line.keys(*TO_THE_OFFERS, "1", "f5", "d", "2", "escape", *BROKEN_OFF)
        on_line.keys("2", "enter", "1")
        assert on_line.at == "intro"
        on_line.keys(*TO_THE_NAME)
        assert on_line.call.talk.walked.view.answers[Key("has_offers")] is HasOffers.yes
        said = (one for one in on_line.entries() if one.attempt_id)
        assert len({one.informant_id for one in said}) == 2

    def test_it_did_not_suit(self, on_line: Keyboard) -> None:
        """Rung again at a better time, the same person is asked again whether it suits."""
        on_line.keys("enter", "2", "enter", *"i morgen 10:30", "enter", "enter")
        on_line.keys("1", "enter", "1")
        assert on_line.at == "intro"
        on_line.keys(*TO_THE_NAME)
        assert on_line.at == "respondent_name"

    def test_another_interviewer(self, on_line: Keyboard) -> None:
        """Ola goes on with what Kari began, and each answer knows who typed it."""
        on_line.keys(*TO_THE_OFFERS, *BROKEN_OFF, "escape", "ctrl+p")
        on_line.sits_down("Ola").dials().keys("1")
        on_line.keys("1")
        typed_by = {one.question: one.interviewer_id for one in on_line.entries()}
        assert typed_by["consent"] != typed_by["has_offers"]


class TestWhomWeKnow:
    """The contact points of the case come first, each with a digit."""

    @pytest.fixture
    def anne(self, on_line: Keyboard) -> Keyboard:
        """Anne has been spoken with, and we are back at the switchboard."""
        on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter", "f5", "1", "1")
        return on_line

    def key_of(self, kari: Keyboard, name: str) -> str:
        """The key in front of somebody in the list."""
        offered = offered_to(kari.call, RedirectPanel())
        return next(key for key, one in offered.items() if one.known and name in one.known.label)

    def test_put_through_again(self, anne: Keyboard) -> None:
        """Nobody is made twice, and the tick on the way stays."""
        anne.keys("f5")
        assert "Frisklivssentral (Anne), kjent" in anne.picture()
        anne.keys(self.key_of(anne, "Anne"), "1")
        assert len(anne.file().contacts) == 2
        assert "Sentralbord ─▸ ● Frisklivssentral (Anne) ✓" in anne.picture()
        anne.keys(*TO_THE_NAME)
        assert anne.at == "respondent_role"
        assert anne.stored()[Key("respondent_name")] == "Anne"

    def test_pointed_to_again(self, anne: Keyboard) -> None:
        """A number for somebody known is written on whom we know."""
        anne.keys("f5", self.key_of(anne, "Anne"), "2", *"69174501", "escape")
        _, known = anne.file().contacts
        assert (known.person, known.phone) == ("Anne", "+4769174501")

    def test_not_whoever_is_on_the_line(self, on_line: Keyboard) -> None:
        """Nor anybody who was retired."""
        on_line.keys("f5", "e", "4", *"Anne", "escape", "ctrl+z", "f5")
        assert not any(one.known for one in offered_to(on_line.call, RedirectPanel()).values())

    def test_second_thoughts(self, anne: Keyboard) -> None:
        anne.keys("f5", self.key_of(anne, "Anne"), "escape")
        assert anne.call.panel == RedirectPanel()

    def test_first_and_by_digit(self, anne: Keyboard) -> None:
        """Whom we know stands before the departments, whose letters they do not move."""
        anne.keys("f5")
        offered = offered_to(anne.call, RedirectPanel())
        assert [key for key, one in offered.items() if one.known] == ["1"]
        assert offered["e"].department is Office.healthy_life_centre
        assert anne.picture().index("(Anne), kjent") < anne.picture().index("Servicetorg")

    def test_known_to_the_last_digit(self, anne: Keyboard) -> None:
        """Whose name and number we know is asked neither; the lead is noted at once."""
        anne.keys("f5", self.key_of(anne, "Anne"), "2", *"69174501", "escape")
        anne.keys("f5", self.key_of(anne, "Anne"), "2")
        assert anne.call.panel is None
        assert "er notert som spor" in anne.picture()

    @pytest.mark.parametrize("how", ["2", "3", "4"])
    def test_a_lead_is_told_when_it_is_stored(self, on_line: Keyboard, how: str) -> None:
        """Whoever it is, with the number; or where it is, if that is all that was said."""
        on_line.keys("f5", "e", how, *"Ola", "tab", *"69174501", "escape")
        told = "Lagret som spor: Frisklivssentral (Ola), 69 17 45 01."
        assert told in on_line.picture()
        on_line.keys("f5", "b", how, "escape")
        assert "Lagret som spor: Servicetorg." in on_line.picture()

    def test_more_than_there_is_room_for(self, on_line: Keyboard) -> None:
        """The departments keep their place: the last digit shows all whom one knows."""
        for _ in range(10):
            on_line.keys("f5", "e", "4", "escape")
        on_line.keys("f5", "5")
        offered = offered_to(on_line.call, RedirectPanel(every=True))
        assert list(offered) == list("123456789a")
        on_line.keys("a", "1")
        assert on_line.call.on_line == on_line.call.file.contacts[10]

    def test_no_two_read_alike(self, on_line: Keyboard) -> None:
        """Of two nameless ones at one place, the list says what tells them apart."""
        on_line.keys("f5", "e", "4", "tab", *"69174501", "escape")
        on_line.keys("f5", "e", "4", "tab", *"69174502", "escape", "f5")
        assert "Frisklivssentral, tlf. …4501, kjent" in on_line.picture()
        assert "Frisklivssentral, tlf. …4502, kjent" in on_line.picture()
        on_line.keys("escape", "f12")
        assert "Frisklivssentral, tlf. …4501" in on_line.picture()


class TestALongName:
    def test_the_number_is_never_cut(self, on_line: Keyboard) -> None:
        """The name gives way to the number that was dialled, wherever the way leads."""
        long = "Avdeling for læring og mestring, rehabilitering og folkehelse i indre Østfold"
        on_line.keys("f12", "enter", "tab", *"69174500", "escape", "f9", "1", "enter")
        on_line.keys("enter", "1")
        on_line.keys("f5", "e", "1", "f12", "enter", *["tab"] * 3, *long, "escape")
        line = on_line.picture().splitlines()[1]
        assert line.rstrip().endswith("69 17 45 00")
        assert "● Avdeling for læring og mestring" in line
