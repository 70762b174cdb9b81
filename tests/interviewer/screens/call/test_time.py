"""Time is in sight: the clock and what has been promised in a call, and the day outside it."""

from datetime import timedelta

import pytest

from interviewer.draw import theme
from interviewer.screens.picture import draw
from schemas.calls.settings import Settings
from tests.support.keyboard import Keyboard


@pytest.fixture
def promised(kari: Keyboard) -> Keyboard:
    """At twelve, Kari has promised to ring Halden at 12.25; Moss is on the line."""
    kari.dials().keys("f9", "c", *"12:25", "enter", *"spør etter Anne", "enter", "escape")
    kari.keys(*"moss", "enter", "enter", "enter")
    return kari


def top(kari: Keyboard, columns: int = 80) -> str:
    """The line at the top."""
    return kari.picture(columns, 24).splitlines()[0]


class TestInACall:
    """Whoever listens has no hand free to look for a clock."""

    def test_the_clock(self, promised: Keyboard) -> None:
        assert "kl. 12.00" in top(promised)
        assert "⏰" not in top(promised)

    def test_from_ten_minutes_before(self, promised: Keyboard) -> None:
        """When and where, and how long that is."""
        promised.wait(timedelta(minutes=16))
        assert "⏰ kl. 12.25 Halden om 9 minutter" in top(promised)
        assert "Moss (Østfold)" in top(promised)
        assert "16:" in top(promised)

    @pytest.mark.parametrize("columns", [80, 120])
    def test_from_its_minute_on(self, promised: Keyboard, columns: int) -> None:
        """In words, and in the colour of what must be acted on, across the whole screen."""
        promised.wait(timedelta(minutes=30))
        assert "⏰ NÅ: avtale kl. 12.25 med Halden (Østfold)" in top(promised, columns)
        line = draw(promised.screen, promised.around(columns, 24))[0]
        styled = sum(span.end - span.start for span in line.spans if span.style == theme.WARNING)
        assert styled >= len(line.plain) or line.style == theme.WARNING

    def test_not_of_the_one_on_the_line(self, kari: Keyboard) -> None:
        """The appointment that this call keeps is no other."""
        kari.dials().keys("f9", "c", *"om 8 min", "enter", "enter")
        kari.wait(timedelta(minutes=9))
        kari.keys("enter", "enter", "1")
        assert kari.call.attempt is not None
        assert "⏰" not in top(kari)


class TestMyDay:
    """On the call list: what there has been, and what is left."""

    def test_nothing_yet(self, kari: Keyboard) -> None:
        assert "I dag" not in kari.picture()

    def test_counted(self, promised: Keyboard) -> None:
        """Calls, interviews, minutes on the phone, appointments left."""
        promised.wait(timedelta(minutes=3))
        promised.keys("f9", "1", "enter", "escape", "escape")
        seen = promised.picture()
        assert "I dag: 2 oppringninger · 0 intervjuer · 1 avtale igjen · 3 min i telefonen" in seen
        assert "1 avtale igjen" in seen

    def test_a_break(self, promised: Keyboard) -> None:
        """After an hour and a half without one, by default; after a break no more."""
        promised.wait(timedelta(minutes=95))
        promised.keys("f9", "1", "enter", "escape", "escape")
        assert "Du har ringt i 1 time og 35 minutter uten pause" in promised.picture()
        promised.wait(timedelta(minutes=12))
        promised.mind()
        assert "uten pause" not in promised.picture()

    def test_it_is_a_setting(self) -> None:
        """With 0 nothing is said."""
        assert "break_after_minutes = 90" in Settings().to_toml()


class TestAnAppointmentIsKept:
    """When that person was reached, also nine minutes early."""

    @pytest.mark.parametrize(("outcome", "kept"), [("e", True), ("b", False), ("1", False)])
    def test_nine_minutes_early(self, kari: Keyboard, outcome: str, kept: bool) -> None:
        """Anne is reached; or she is not there, or nobody is."""
        kari.keys("enter", "f5", "e", *"Anne Berg", "enter", *"69287123", "escape")
        kari.keys("down", "enter", "f9", "c", *"om 20 min", "enter", "enter")
        assert kari.file().appointment is not None
        kari.wait(timedelta(minutes=11))
        kari.keys("1", "1", "f9", outcome, "enter", "enter")
        assert (kari.file().appointment is None) is kept
