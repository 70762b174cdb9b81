"""Every key in everything that opens on top of a question: it does something, or says why not."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

import pytest

from db.database import Database
from db.import_plans import apply_claim_forms
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import NAMED_KEYS, Keycap, Press
from interviewer.controls.text_keys import EDITING
from interviewer.screens.call.keys import pressed as led
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.panels.remove import RemovePanel
from interviewer.screens.call.state import Call
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.support.claim_forms import claim_form
from tests.support.keyboard import NOON, TO_THE_OFFERS, Keyboard

TO_A_CHECK = (
    *TO_THE_OFFERS,
    "1",
    *"11111",
    *"2010",
    "enter",
    "1",
    *"Frisk",
    *("enter", "2", "5", "enter", "1", "f7", "f7", "1", "3", "enter", "4", "enter"),
)
"""From "God dag" to more full-time equivalents than people."""

TO_A_WARNING = (
    *(*TO_THE_OFFERS, "1", "f6", *"offer_courses", "enter"),
    *("1", "enter", *"50", "enter"),
)
"""To fifty participants a course, which may be so."""

PANELS: dict[str, tuple[type, Sequence[str]]] = {
    "a remark": (RemarkPanel, ("enter", "f4", *"har delt", "left")),
    "departments": (RedirectPanel, ("f5",)),
    "how": (RedirectPanel, ("f5", "e")),
    "outcomes": (HangUpPanel, ("f9",)),
    "a note": (HangUpPanel, ("f9", "1", *"ingen der", "left")),
    "a time": (HangUpPanel, ("f9", "c", *"i morgen 10", "left")),
    "a time said back": (HangUpPanel, ("f9", "c", *"i morgen 10", "enter", *"Kari", "left")),
    "questions": (JumpPanel, ("f6", *"navn", "left")),
    "who": (ContactPanel, ("f12", "enter", *"Anne Berg", "left")),
    "a check": (CheckPanel, TO_A_CHECK),
    "which answer": (CheckPanel, (*TO_A_WARNING, "1")),
    "the reason": (CheckPanel, (*TO_A_WARNING, "2", *"delt stilling", "left")),
    "help": (HelpPanel, ("f1",)),
    "help on help": (HelpPanel, ("f5", "f1")),
}
"""What opens, and the keys that lead there from "God dag"."""


def key(name: str, char: str = "") -> Press:
    """A key, by the name Textual has for it."""
    return Press(NOON, UUID(int=7), name, char)


CHARS = {name: char for char, name in NAMED_KEYS.items()} | {"0": "0"}


def acts_or_tells(call: Call, keycap: Keycap) -> bool:
    """Whether every name of a key leads to something, or to a sentence."""
    for name in keycap.names:
        reaction = led(call, key(name, CHARS.get(name, "")))
        screen = reaction.screen
        changed = reaction.task or reaction.hands or screen != call.told(None)
        told = isinstance(screen, Call) and screen.notice is not None
        if not (changed or told):
            return False
    return True


BY_THE_LOOP = {Keycap.CTRL_Q, Keycap.CTRL_G}
"""Keys that reach no screen: they do the same on all of them."""


def dead_keys(call: Call) -> list[str]:
    """The keys that do nothing, and do not say so."""
    return [one.name for one in Keycap if one not in BY_THE_LOOP and not acts_or_tells(call, one)]


def typed(call: Call) -> object:
    """The text of a panel in which one writes."""
    return getattr(call.panel, "line", None) or getattr(call.panel, "reason", None)


class TestEveryKey:
    """The table of all keys, walked through every panel."""

    @pytest.mark.parametrize("panel", PANELS)
    def test_does_something_or_says_why_not(self, on_line: Keyboard, panel: str) -> None:
        kind, keys = PANELS[panel]
        on_line.keys(*keys)
        assert isinstance(on_line.call.panel, kind)
        assert dead_keys(on_line.call) == []

    def test_on_a_question(self, on_line: Keyboard) -> None:
        """Where nothing is open, too; and where nobody is on the line."""
        on_line.keys("enter")
        assert dead_keys(on_line.call) == []
        on_line.keys("1", "1", *"Kari", "f9", "1", "enter", "f6", "x", "y", "left")
        assert dead_keys(on_line.call) == []
        on_line.keys("f4", *"ab", "left")
        assert dead_keys(on_line.call) == []

    @pytest.mark.parametrize("panel", PANELS)
    def test_is_never_typed_where_it_should_act(self, on_line: Keyboard, panel: str) -> None:
        """An F-key or a control key leaves the text in the panel as it was."""
        on_line.keys(*PANELS[panel][1])
        before = typed(on_line.call)
        for keycap in set(Keycap) - EDITING - BY_THE_LOOP - {Keycap.SPACE, Keycap.ZERO}:
            reaction = led(on_line.call, key(keycap.names[0]))
            after = reaction.screen
            same_panel = isinstance(after, Call) and type(after.panel) is type(on_line.call.panel)
            assert not same_panel or typed(cast(Call, after)) in (before, None)

    @pytest.mark.parametrize("panel", PANELS)
    def test_the_footer_is_not_empty(self, on_line: Keyboard, panel: str) -> None:
        """It says at least how to get help, or out of it."""
        on_line.keys(*PANELS[panel][1])
        foot = " ".join(on_line.picture().splitlines()[-2:])
        assert "F1" in foot or "Esc" in foot

    @pytest.mark.parametrize("panel", [name for name in PANELS if "help" not in name])
    def test_f1_explains_the_panel(self, on_line: Keyboard, panel: str) -> None:
        """Not the question; and closing it leads back to the panel as it was."""
        on_line.keys(*PANELS[panel][1])
        before = on_line.call.panel
        on_line.keys("f1")
        assert "Ett spørsmål fram uten å svare" not in on_line.picture(100, 50)
        on_line.keys("x")
        assert on_line.call.panel == before


class TestARemarkBrokenOff:
    """ "I'll put you through", in the middle of a remark."""

    def test_put_through(self, on_line: Keyboard) -> None:
        """F5 acts, the digits after it too; the remark is stored, and F4 goes on with it."""
        on_line.keys("enter", "f4", *"har delt stilling me", "f5", "b", "1")
        assert on_line.call.panel is None
        assert on_line.call.on_line is not None
        assert on_line.call.on_line.label == "Servicetorg"
        assert "F4 fortsetter merknaden til «" in on_line.picture()
        assert "har delt stilling me" in [one.remark for one in on_line.entries()]
        on_line.keys("f4", *"d Rygge", "enter")
        assert on_line.entries()[-1].remark == "har delt stilling med Rygge"
        assert on_line.entries()[-1].question == "consent"
        assert "F4 fortsetter" not in on_line.picture()

    def test_nobody_put_us_through(self, on_line: Keyboard) -> None:
        """Esc, and it is there again with its cursor; so it is behind a number that was given."""
        on_line.keys("enter", "f4", *"har delt", "left", "f5", "escape")
        assert on_line.call.panel == RemarkPanel(
            on_line.call.talk.at or Key(""),
            typed(on_line.call),  # type: ignore[arg-type]
        )
        on_line.keys("f5", "b", "2", *"Anne", "escape", "x", "enter")
        assert on_line.entries()[-1].remark == "har delxt"

    def test_in_a_burst(self, on_line: Keyboard, database: Database) -> None:
        """As fast as the keys come."""
        on_line.burst("enter", "f4", *"har delt", "f5", "b", "1", "enter")
        assert on_line.call.talk.at == Key("consent")
        assert [one.remark for one in on_line.entries() if one.remark] == ["har delt"]

    def test_hung_up(self, on_line: Keyboard) -> None:
        """It is stored all the same."""
        on_line.keys("enter", "f4", *"legger på", "f9", "1", "enter")
        assert on_line.entries()[-1].remark == "legger på"


class TestARemarkOnWhatIsChecked:
    def test_is_about_the_answer_in_sight(self, on_line: Keyboard) -> None:
        """The next question waits beneath the check, and nobody has seen it yet."""
        on_line.keys(*TO_A_CHECK)
        assert isinstance(on_line.call.panel, CheckPanel)
        asked, waits = on_line.call.panel.fired.step.key, on_line.call.talk.at
        on_line.keys("f4", *"Usikker på tallet", "enter")
        assert isinstance(on_line.call.panel, CheckPanel)
        assert asked != waits
        assert on_line.call.talk.remarks.get(asked) == "Usikker på tallet"
        assert [one.question for one in on_line.entries() if one.remark] == [asked.question]


class TestOneOnTopOfAnother:
    """What is open comes back when what was opened on top of it closes."""

    def test_a_reason_half_typed(self, on_line: Keyboard) -> None:
        """They hang up, or so it seemed."""
        on_line.keys(*TO_A_WARNING, "2", *"delt still")
        before = on_line.call.panel
        on_line.keys("f9", "f5", "escape", "escape")
        assert on_line.call.panel == before

    def test_not_twice(self, on_line: Keyboard) -> None:
        """The key of something that waits below leads back to it, with what stands in it."""
        on_line.keys("f9", "1", *"ingen", "f5", "f9", *" der", "enter")
        assert on_line.file().attempts[-1].note == "ingen der"

    def test_a_contact_is_saved_first(self, on_line: Keyboard) -> None:
        """As by Esc."""
        on_line.keys("f12", "enter", *"Anne Berg", "f5")
        assert isinstance(on_line.call.panel, RedirectPanel)
        assert on_line.file().contacts[0].person == "Anne Berg"

    def test_taking_out(self, on_line: Keyboard) -> None:
        """To take something out of the interview is asked with live keys, too."""
        on_line.keys(*TO_A_CHECK, "1", "backspace", "2", "enter", "1", "enter", "1", "1", "enter")
        on_line.keys("1", "enter", *"Kols", "enter", "1", "5", "enter", "3", "1", "1", "2", "enter")
        on_line.keys("2", "enter", *"18", "enter", "down", "delete")
        assert isinstance(on_line.call.panel, RemovePanel)
        assert dead_keys(on_line.call) == []


class TestWhatWasClaimed:
    """The comparison, which is shown once: it goes with a reason, and with no other key."""

    @pytest.fixture
    def differing(self, database: Database, kari: Keyboard) -> Keyboard:
        """Halden said that it has a service; now it says otherwise."""
        row = claim_form(
            unit_id="0101",
            answered_on=datetime(2014, 11, 3, tzinfo=UTC).date(),
            offers=ClaimedOffers.ja,
            organisation=ClaimedOrganisation.senter,
        )
        apply_claim_forms(database, [row], datetime(2015, 1, 1, tzinfo=UTC))
        kari.dials().keys(*TO_THE_OFFERS, "1", *"11111", *"2010", "enter", "5")
        assert isinstance(kari.call.panel, RevealPanel)
        return kari

    def test_every_key(self, differing: Keyboard) -> None:
        assert dead_keys(differing.call) == []

    def test_what_closes_says_what_is_wanted(self, differing: Keyboard) -> None:
        """Esc and F6 leave it open."""
        for name in ("escape", "f6"):
            differing.keys(name)
            assert isinstance(differing.call.panel, RevealPanel)
            assert "Velg hvorfor, med tasten foran" in differing.picture()

    def test_every_reason_is_in_sight(self, differing: Keyboard) -> None:
        """On the smallest screen, beside a definition too."""
        panel = differing.call.panel
        assert isinstance(panel, RevealPanel)
        for _ in ("without one", "with one"):
            seen = set(differing.picture().split())
            assert [one for one in panel.reasons if not set(str(one.label).split()) <= seen] == []
            differing.keys("f2")

    def test_somebody_hangs_up(self, differing: Keyboard) -> None:
        """F9 acts; Esc brings it back, and a definition can be read beside it."""
        differing.keys("f9", "escape", "f2")
        assert isinstance(differing.call.panel, RevealPanel)
        assert "Lærings- og mestring" in differing.picture()
        differing.keys("2")
        assert differing.call.panel is None
