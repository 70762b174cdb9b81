"""What stands at the side of a wide screen: what one would otherwise have to remember."""

from interviewer.words import WORDS
from tests.support.keyboard import Keyboard

WIDE = (120, 40)


def side(keyboard: Keyboard) -> list[str]:
    """The lines behind the line that parts the two."""
    lines = keyboard.picture(*WIDE).splitlines()
    return [line.partition("│")[2].rstrip() for line in lines if "│" in line]


def below(lines: list[str], heading: object) -> list[str]:
    """What stands below a heading, to the next empty line."""
    begins = next(place for place, line in enumerate(lines) if f" {heading} " in f"{line} ")
    rest = lines[begins + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


class TestTheSide:
    """One part below the other, and none where there is nothing to say."""

    def test_who_is_on_the_line_and_how_one_came_there(self, on_line: Keyboard) -> None:
        """A path: from whom to whom, what each knew, and a sign where we are."""
        on_line.keys("f5", "b", "1")
        way = [line.strip() for line in below(side(on_line), WORDS.on_line)]
        assert way[0] == "○ Sentralbord"
        assert way[1].endswith("vet hvem")
        assert way[2] == "● Servicetorg"

    def test_leads(self, on_line: Keyboard) -> None:
        """Whom somebody pointed to and nobody has tried."""
        on_line.keys("f5", "e", "2", *"Anne", "escape")
        others = below(side(on_line), WORDS.others_here)
        assert "★ Frisklivssentral (Anne)" in others[0]

    def test_remarks_and_what_was_answered_last(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "f4", *"ring etter lunsj", "enter", "1")
        lines = side(on_line)
        assert "   «ring etter lunsj»" in below(lines, WORDS.remarks_here)
        assert "   Ja" in below(lines, WORDS.said_here)

    def test_the_definition_until_it_is_opened(self, on_line: Keyboard) -> None:
        """Once, at the side or below the question; a click on it opens it."""
        on_line.keys("enter", "1", "1", *"Kari", "enter", "f7", "f7", "f7", "f7", "1")
        assert any("F2" in line for line in side(on_line))
        on_line.size = WIDE
        on_line.click("gruppebaserte")
        assert on_line.call.definition == 0
        assert not any("F2" in line for line in side(on_line))

    def test_a_long_term_keeps_its_key(self, on_line: Keyboard) -> None:
        """In English it has no room: the key that opens it is what one needs to see."""
        on_line.keys("enter", "1", "1", *"Kari", "enter", "f7", "f7", "f7", "f7", "1")
        on_line.keys("ctrl+l", "ctrl+l")
        (heading,) = (line for line in side(on_line) if "F2" in line)
        assert heading.strip().startswith("── Learning and mastery progr")
        assert "… · F2" in heading

    def test_the_appointment(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "f9", "c", *"i morgen kl 10", "enter", "enter", "f6")
        assert "3.3. kl. 10.00" in below(side(on_line), WORDS.appointment_here)[0]

    def test_a_low_screen_keeps_the_rail(self, on_line: Keyboard) -> None:
        """There is no room for a line for each section."""
        assert " A ● " in on_line.picture(120, 24)
        assert " A ● " not in on_line.picture(*WIDE)

    def test_what_is_corrected_was_said_last(self, on_line: Keyboard) -> None:
        """However far back it was asked."""
        on_line.keys("enter", "1", "1", *"Kari", "enter", "f7")
        on_line.keys("f6", *"Hva er navnet", "enter", "ctrl+u", *"Anne", "enter")
        asked, said, *_ = below(side(on_line), WORDS.said_here)
        assert "Hva er navnet ditt?" in asked
        assert "Anne" in said
