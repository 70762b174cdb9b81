"""F12: who somebody is.  Each field is looked at when it is left, and Esc always leaves."""

from interviewer.controls.contact_form import ContactPanel
from schemas.calls.calls import ContactPoint
from tests.support.keyboard import TO_THE_NAME, Keyboard


def switchboard(kari: Keyboard) -> ContactPoint:
    """Who is on the line, as the database has it."""
    return kari.file().contacts[0]


class TestLeavingAField:
    """Enter, Tab and the arrows."""

    def test_a_number_that_cannot_be(self, on_line: Keyboard) -> None:
        """It is said at once, with the field's name, and the cursor stays there."""
        on_line.keys("f12", "enter", "enter", *"12", "enter")
        assert "Telefon: Antall sifre: 2. Norske har 8" in on_line.picture()
        assert "A-PHONE-LENGTH" in on_line.picture()
        assert "›          Telefon  12" in on_line.picture()

    def test_in_every_direction(self, on_line: Keyboard) -> None:
        """Up and Tab do not pass over it either."""
        for key in ("tab", "shift+tab", "up", "down"):
            on_line.keys("f12", "enter", "down", *"12", key)
            assert "A-PHONE-LENGTH" in on_line.picture()
            on_line.keys("escape", "escape")

    def test_put_right(self, on_line: Keyboard) -> None:
        """The next field, and nothing is said any more."""
        on_line.keys("f12", "enter", "enter", *"12", "enter", "ctrl+u", *"69 28 91 00", "enter")
        assert "A-PHONE" not in on_line.picture()
        assert "›         Stilling" in on_line.picture()

    def test_the_last_one(self, on_line: Keyboard) -> None:
        """Enter there saves; not with an address that cannot be."""
        on_line.keys("f12", "enter", *["enter"] * 4, *"kari", "enter")
        assert "E-post: Det mangler en @ i adressen" in on_line.picture()
        on_line.keys(*"@halden.no", "enter")
        assert on_line.call.panel is None
        assert switchboard(on_line).email == "kari@halden.no"


class TestEscape:
    """It leaves, whatever stands there; but a word is not lost before it has been said."""

    def test_what_is_right_is_stored(self, on_line: Keyboard) -> None:
        """And what is not is told: once while it can be corrected, and once when it is gone."""
        on_line.keys("f12", "enter", *"Anne Berg", "enter", *"12", "escape")
        assert "Telefon «12» kan ikke stemme. Rett det, eller Esc igjen" in on_line.picture()
        on_line.keys("escape")
        assert on_line.call.panel is None
        assert "Utelatt, for det kan ikke stemme: Telefon «12»." in on_line.picture()
        assert switchboard(on_line).person == "Anne Berg"
        assert switchboard(on_line).phone == ""

    def test_it_can_be_corrected(self, on_line: Keyboard) -> None:
        """In the field that it is about, wherever one left the form."""
        on_line.keys("f12", "enter", *"Anne Berg", "enter", *"6928912", "up", "escape")
        on_line.keys("3", "escape")
        assert on_line.call.panel is None
        assert switchboard(on_line).phone == "+4769289123"

    def test_a_long_one(self, on_line: Keyboard) -> None:
        """It is named, not repeated."""
        on_line.keys("f12", "enter", "enter", *"12" * 60, "escape")
        assert f"Telefon «{'12' * 11}1…» kan ikke stemme" in " ".join(on_line.picture().split())

    def test_nothing_else(self, on_line: Keyboard) -> None:
        """Also when there is nothing to store."""
        on_line.keys("f12", "enter", "enter", *"12", "f12", "f12")
        assert not isinstance(on_line.call.panel, ContactPanel)
        assert "S-FIELD" in on_line.picture()

    def test_a_new_one(self, kari: Keyboard) -> None:
        """On the card: the contact point is there, without the number."""
        kari.keys("enter", "f5", "c", *"Anne Berg", "enter", *"12", "escape", "escape")
        assert "S-FIELD" in kari.picture()
        assert [one.person for one in kari.file().contacts] == ["Anne Berg"]


class TestInTheWrongField:
    """A number is no name: it is asked once, and nothing is moved by itself."""

    def test_a_number_for_a_name(self, on_line: Keyboard) -> None:
        on_line.keys("f12", "enter", *"69 28 91 23", "enter")
        assert "«69 28 91 23» ser ut som et telefonnummer. Enter flytter det" in on_line.picture()
        on_line.keys("enter", *"Anne Berg", "escape")
        assert (switchboard(on_line).person, switchboard(on_line).phone) == (
            "Anne Berg",
            "+4769289123",
        )

    def test_an_address_for_a_number_and_a_name(self, on_line: Keyboard) -> None:
        """And the other way round."""
        on_line.keys("f12", "enter", "tab", *"anne@halden.no", "tab", "enter")
        on_line.keys(*"Anne Berg", "tab", "enter", "escape")
        there = switchboard(on_line)
        assert (there.person, there.phone, there.email) == ("Anne Berg", "", "anne@halden.no")

    def test_a_name_and_a_number_in_one_breath(self, on_line: Keyboard) -> None:
        """Only the number is moved; an address then likewise."""
        on_line.keys("f12", "enter", *"Anne Berg, tlf 69 28 91 23, anne@halden.no", "enter")
        assert "«anne@halden.no» ser ut som en e-postadresse." in on_line.picture()
        on_line.keys("enter", "enter")
        assert "«69 28 91 23» ser ut som et telefonnummer." in on_line.picture()
        on_line.keys("enter", "escape")
        there = switchboard(on_line)
        assert (there.person, there.phone) == ("Anne Berg", "+4769289123")
        assert there.email == "anne@halden.no"

    def test_it_may_stay(self, on_line: Keyboard) -> None:
        """Whoever is asked, and goes on, has answered."""
        on_line.keys("f12", "enter", *"12345678", "tab", "tab", *"69289123", "escape")
        assert switchboard(on_line).person == "12345678"

    def test_the_answer_to_who_it_is(self, on_line: Keyboard) -> None:
        """In the interview it is not taken: nobody is called so."""
        on_line.keys(*TO_THE_NAME, *"69289123", "enter")
        assert on_line.at == "respondent_name"
        assert "«69289123» er ikke et navn. Skriv bare navnet." in on_line.picture()
        on_line.keys("ctrl+u", *"Anne 69289123", "enter")
        assert on_line.at == "respondent_name"
        on_line.keys("f7")
        assert "«Vet ikke» kan ikke brukes her. Spør igjen, og skriv svaret." in on_line.picture()
        on_line.keys("ctrl+u", *"Anne 2", "enter")
        assert on_line.at == "respondent_role"
