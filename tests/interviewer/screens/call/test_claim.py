"""Phase one's claim: hidden until section B is answered, shown once, and the difference named."""

from datetime import UTC, datetime

import pytest

from db.database import Database
from db.import_plans import apply_claim_forms
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.support.claim_forms import claim_form
from tests.support.keyboard import TO_THE_OFFERS, Keyboard

CLAIM = "Rådmannen oppga"


@pytest.fixture
def claimed(database: Database, kari: Keyboard) -> Keyboard:
    """Halden said in 2014 that it has a service; its switchboard is on the line."""
    row = claim_form(
        unit_id="0101",
        answered_on=datetime(2014, 11, 3, tzinfo=UTC).date(),
        offers=ClaimedOffers.ja,
        organisation=ClaimedOrganisation.senter,
    )
    apply_claim_forms(database, [row], datetime(2015, 1, 1, tzinfo=UTC))
    return kari.dials()


def screening(kari: Keyboard, *coordination: str) -> None:
    """Section B: offers of the right kind, organised somehow."""
    kari.keys(*TO_THE_OFFERS, "1", *"11111")
    kari.type("2010")
    kari.keys("enter", *coordination)


class TestTheClaim:
    """It does not colour the conversation, and is not forgotten either."""

    def test_hidden_until_section_b_is_answered(self, claimed: Keyboard) -> None:
        claimed.keys(*TO_THE_OFFERS)
        assert "Rådmannen" not in claimed.picture(120, 40)

    def test_confirmed_with_enter(self, claimed: Keyboard) -> None:
        screening(claimed, "1")
        assert isinstance(claimed.call.panel, RevealPanel)
        assert f"{CLAIM}: Har en tjeneste" in claimed.picture()
        claimed.keys("enter")
        assert claimed.call.panel is None
        reveal = claimed.file().reveal
        assert reveal is not None
        assert (reveal.claim, reveal.reason) == ("service", "confirmed")

    def test_at_the_side_once_it_was_shown(self, claimed: Keyboard) -> None:
        """Of a wide screen, below what the phase is called."""
        screening(claimed, "1")
        claimed.keys("enter")
        lines = [line.partition("│")[2].strip() for line in claimed.picture(120, 60).splitlines()]
        heading = next(place for place, line in enumerate(lines) if line.startswith("── fase én ─"))
        assert lines[heading + 1] == "Har en tjeneste"

    def test_the_difference_is_named(self, claimed: Keyboard) -> None:
        screening(claimed, "5")
        assert isinstance(claimed.call.panel, RevealPanel)
        assert "Samtalen viser: Har tilbud, ingen tjeneste" in claimed.picture()
        claimed.keys("2")
        reveal = claimed.file().reveal
        assert reveal is not None
        assert reveal.reason == "single_offer"
        # The reason for the difference is the reason for the warning, too: it is asked for once.
        kept = claimed.kept()
        assert kept is not None
        assert [one.reason for one in kept.confirmations] == ["Bare et enkelt tilbud"]
        assert claimed.call.talk.open_checks == ()

    def test_the_wrong_reason(self, claimed: Keyboard) -> None:
        """`Ctrl+Z` asks again, and later F6 does, where what was claimed can be found."""
        screening(claimed, "5")
        claimed.keys("1", "ctrl+z")
        assert "Velg på nytt hvorfor det er forskjell." in claimed.picture()
        claimed.keys("2")
        assert claimed.call.talk.open_checks == ()
        claimed.keys(*"Svein", "enter", "f6", *"fase", "enter")
        assert isinstance(claimed.call.panel, RevealPanel)
        claimed.keys("3")
        reveal, kept = claimed.file().reveal, claimed.kept()
        assert reveal is not None
        assert kept is not None
        assert reveal.reason == "lifestyle"
        assert kept.confirmations[-1].reason == "Livsstilskurs, KiD eller KiB"

    def test_looked_at_again(self, claimed: Keyboard) -> None:
        """Esc leaves the reason as it was: nobody has to choose because of a look."""
        screening(claimed, "5")
        claimed.keys("2", "f6", *"fase", "enter")
        assert "Esc Lukk" in claimed.picture()
        claimed.keys("escape")
        assert claimed.call.panel is None
        reveal = claimed.file().reveal
        assert reveal is not None
        assert reveal.reason == "single_offer"

    @pytest.mark.parametrize(
        ("then", "undone"),
        [
            (("f5", "e", "4", "escape"), "Frisklivssentral"),
            (("f4", *"delt", "enter"), "merknaden"),
            (("pageup", "4"), "svaret"),
        ],
    )
    def test_what_was_done_after_it_is_undone_first(
        self, claimed: Keyboard, then: tuple[str, ...], undone: str
    ) -> None:
        """The reason is asked again when it is the last thing, and not before."""
        screening(claimed, "5")
        claimed.keys("2", *then, "ctrl+z")
        assert claimed.call.panel is None
        assert undone in " ".join(claimed.picture().split())

    def test_shown_once(self, claimed: Keyboard) -> None:
        screening(claimed, "1")
        claimed.keys("enter")
        claimed.type("Friskliv")
        claimed.keys("enter")
        assert claimed.call.panel is None

    def test_without_phase_one_there_is_nothing_to_show(self, on_line: Keyboard) -> None:
        screening(on_line, "1")
        assert on_line.call.panel is None
