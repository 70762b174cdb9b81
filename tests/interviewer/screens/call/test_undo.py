"""Ctrl+Z: the last thing is taken back, by storing anew what stood before it."""

from datetime import timedelta

import pytest

from db.database import Database
from db.statements import table_of
from db.tables import UndoneRow
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.card.state import Card
from schemas.calls.call_codes import DeedKind, Knowledge
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.code_lists import HasOffers
from tests.support.keyboard import NOON, TO_THE_NAME, TO_THE_OFFERS, Keyboard

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


def told(kari: Keyboard) -> str:
    """What the screen says."""
    return str(kari.call.notice.text) if kari.call.notice else ""


def stands(kari: Keyboard) -> tuple[object, str | None]:
    """What is open, and on which question."""
    return kari.call.panel, kari.at


class TestAnAnswer:
    """One stands at its question again, with what was answered before; nothing is erased."""

    def test_the_first_one(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_OFFERS, "1", "ctrl+z")
        assert on_line.at == "has_offers"
        assert Key("has_offers") not in on_line.stored()
        assert told(on_line).startswith("Angret svaret på «Har Halden i dag")
        assert told(on_line).endswith("Det står nå: ikke besvart.")

    def test_a_changed_one(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_OFFERS, "1", "pageup", "3", "ctrl+z")
        assert on_line.stored()[Key("has_offers")] is HasOffers.yes
        assert told(on_line).endswith("Det står nå: Ja.")
        values = [one.value for one in on_line.entries() if one.question == "has_offers"]
        assert values == ["yes", "no", "yes"]

    def test_one_after_the_other(self, on_line: Keyboard) -> None:
        """Back to the first word of the call, and no further."""
        on_line.keys("enter", "1", "1", *["ctrl+z"] * 3)
        assert on_line.at == "intro"
        assert on_line.stored() == {}
        on_line.keys("ctrl+z")
        assert told(on_line) == "Det er ingenting å angre her."

    def test_what_it_told_of_people(self, on_line: Keyboard) -> None:
        """The tick goes with it."""
        on_line.keys("enter", "1", "1", "ctrl+z")
        assert on_line.file().contacts[0].knows is Knowledge.unknown
        assert "✓" not in on_line.picture().splitlines()[1]

    def test_somebody_who_sat_elsewhere(self, on_line: Keyboard) -> None:
        """Put through without a word: with the department goes the way to it."""
        on_line.keys(*TO_THE_NAME, *"Per", "enter", "enter", "e", "ctrl+z")
        assert on_line.at == "respondent_unit"
        assert on_line.file().redirects == ()
        assert [one.label for one in on_line.file().contacts if not one.is_retired] == [
            "Sentralbord"
        ]

    def test_while_a_check_is_open(self, on_line: Keyboard) -> None:
        """What set it off was a slip of the finger."""
        on_line.keys(*TO_A_CHECK)
        assert isinstance(on_line.call.panel, CheckPanel)
        on_line.keys("ctrl+z")
        assert stands(on_line) == (None, "fte")

    def test_in_a_burst(self, on_line: Keyboard) -> None:
        on_line.burst(*TO_THE_OFFERS, "1", "ctrl+z", "3")
        assert on_line.stored()[Key("has_offers")] is HasOffers.no

    def test_not_while_one_writes(self, on_line: Keyboard) -> None:
        """A remark half written is no answer."""
        on_line.keys("enter", "f4", *"har delt", "ctrl+z")
        assert told(on_line) == "Lukk det som er åpent (Esc), så kan du angre."
        on_line.keys("enter")
        assert on_line.entries()[-1].remark == "har delt"


class TestAnItem:
    """It is told by its name which of several is there again, or gone."""

    @pytest.fixture
    def offers(self, on_line: Keyboard) -> Keyboard:
        """Two offers, at "Har dere flere tilbud?"."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6", *"offer_name", "enter")
        on_line.keys(*"KOLS", "enter", *["f7"] * 7, "1", *"Kreft", "enter", *["f7"] * 7)
        return on_line

    def test_taken_out(self, offers: Keyboard) -> None:
        offers.keys("down", "delete", "1")
        assert Key("offer_name", 1) not in offers.call.talk.walked.places
        offers.keys("ctrl+z")
        assert told(offers) == "Angret: «KOLS» er med igjen, med svarene om tilbudet."
        assert Key("offer_name", 1) in offers.call.talk.walked.places

    def test_one_too_many(self, offers: Keyboard) -> None:
        offers.keys("1", "ctrl+z")
        assert told(offers) == "Angret tilbudet som ble lagt til."
        assert offers.at == "offers"

    def test_that_was_all(self, offers: Keyboard) -> None:
        offers.keys("2", "ctrl+z")
        assert told(offers) == "Angret svaret på «Har dere flere tilbud?». Det står nå: 2 så langt."


class TestARemark:
    """Back to the one before."""

    def test_undone(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "f4", *"a", "enter", "f4", *"b", "enter", "ctrl+z")
        assert on_line.entries()[-1].remark == "a"
        assert told(on_line).startswith("Angret merknaden til «")
        on_line.keys("ctrl+z")
        assert on_line.entries()[-1].remark == ""


class TestARedirect:
    """Nobody sent us on after all."""

    def test_put_through(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_NAME, *"Ola", "enter", "f5", "e", "1", "ctrl+z")
        assert (
            told(on_line)
            == "Angret viderekoblingen til Frisklivssentral. På linjen er Sentralbord."
        )
        assert on_line.file().redirects == ()
        assert on_line.at == "respondent_role"
        assert on_line.stored()[Key("respondent_name")] == "Ola"
        assert "Frisklivssentral" not in on_line.picture(120, 40).split("Svar")[0].splitlines()[1]

    def test_a_lead(self, on_line: Keyboard) -> None:
        """The contact point that it made is rung by nobody."""
        on_line.keys("f5", "e", "4", "escape", "ctrl+z")
        assert told(on_line) == "Angret sporet til Frisklivssentral."
        _, made = on_line.file().contacts
        assert made.is_retired
        assert made.retired_why == "Angret"
        assert on_line.file().contacts[0].knows is Knowledge.unknown
        on_line.keys("f9", "6", "enter")
        assert "Frisklivssentral" not in on_line.picture()

    def test_a_dead_end(self, on_line: Keyboard) -> None:
        on_line.keys("f5", "0", "ctrl+z")
        assert told(on_line) == "Angret blindveien."
        assert on_line.file().redirects == ()
        assert on_line.file().contacts[0].knows is Knowledge.unknown


class TestAnOutcome:
    """The call is open again, for another outcome; what was agreed on goes with it."""

    def test_on_the_card(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "1", *"travelt", "enter", "ctrl+z")
        assert told(on_line).startswith("Angret utfallet «Ikke svar». Oppringningen er åpen igjen")
        assert told(on_line).endswith("Notatet følger med: «travelt»")
        (call,) = on_line.file().attempts
        assert (call.outcome, call.ended_at) == (None, None)
        on_line.keys("f9", "2", "enter")
        (call,) = on_line.file().attempts
        assert (call.outcome, call.note) == (Outcome.busy, "travelt")

    def test_an_appointment(self, on_line: Keyboard) -> None:
        """And the one that it had taken the place of is there again."""
        on_line.keys("f9", "c", *"i morgen 10:30", "enter", "enter", "enter", "enter", "1")
        first = on_line.file().appointment
        on_line.keys("f9", "c", *"i morgen 13", "enter", "enter", "ctrl+z")
        assert "og avtalen tirsdag 3. mars kl. 13.00" in told(on_line)
        again = on_line.file().appointment
        assert first is not None
        assert again is not None
        assert again.due == first.due

    def test_they_do_know(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "a", "enter", "ctrl+z")
        assert on_line.file().contacts[0].knows is Knowledge.unknown

    def test_a_call_that_ended_by_itself(self, on_line: Keyboard) -> None:
        """With the last answer of a conversation."""
        whole = ("3", "5", "1", "enter", "3", "1", "1", "enter", "enter", "enter")
        on_line.keys(*TO_THE_OFFERS, *whole)
        assert on_line.call.attempt is None
        on_line.keys("ctrl+z")
        assert on_line.call.attempt is not None
        assert on_line.file().attempts[0].outcome is None

    def test_of_yesterday(self, on_line: Keyboard, database: Database) -> None:
        """The call is no longer for that: it was over, and only what came of it is told anew."""
        on_line.keys("f9", "1", "enter", "escape")
        (before,) = on_line.file().attempts
        again = Keyboard(database, NOON + timedelta(days=1), seed=1).sits_down()
        for _ in range(2):
            again.keys(*"halden", "enter", "ctrl+z")
            assert "oppringning 1 ·" not in again.picture()
            again.keys("f9", "2", "enter", "escape")
        (call,) = on_line.file().attempts
        assert (call.outcome, call.lasted) == (Outcome.busy, before.lasted)
        assert (call.ended_at, call.seconds) == (before.ended_at, before.seconds)

    def test_of_a_while_ago(self, on_line: Keyboard) -> None:
        """She has sat at the card meanwhile, and the call took no longer for that."""
        on_line.keys("f9", "1", "enter")
        (before,) = on_line.file().attempts
        on_line.now += timedelta(minutes=20)
        on_line.keys("ctrl+z", "f9", "2", "enter")
        (call,) = on_line.file().attempts
        assert (call.outcome, call.lasted) == (Outcome.busy, before.lasted)

    def test_of_a_call_that_goes_on(self, on_line: Keyboard) -> None:
        """What is answered after that was said on it: it ends when that has been."""
        on_line.keys("enter", "f9", "1", "enter")
        on_line.now += timedelta(minutes=20)
        on_line.keys("ctrl+z", "1", "f9", "e", "enter", "enter")
        (call,) = on_line.file().attempts
        assert call.outcome is Outcome.break_off
        assert call.lasted is not None
        assert call.lasted > timedelta(minutes=20)

    def test_what_was_agreed_on_yesterday(self, on_line: Keyboard, database: Database) -> None:
        """It goes with that outcome, also where it is told the next day."""
        on_line.keys("f9", "1", "enter", "escape")
        again = Keyboard(database, NOON + timedelta(days=1), seed=1).sits_down()
        again.keys(*"halden", "enter", "ctrl+z", "f9", "c", *"i morgen 10:30", "enter", "enter")
        (call,), agreed = again.file().attempts, again.file().appointment
        assert agreed is not None
        assert agreed.made_at == call.ended_at
        again.keys("ctrl+z")
        assert "og avtalen onsdag 4. mars kl. 10.30" in told(again)
        assert again.file().appointment is None

    def test_another_s(self, on_line: Keyboard) -> None:
        """What Ola reads on the card is Kari's to undo."""
        on_line.keys("f9", "6", "enter", "escape", "ctrl+p")
        on_line.sits_down("Ola").keys(*"halden", "enter", "ctrl+z")
        assert isinstance(on_line.screen, Card)
        assert on_line.card.notice is not None
        assert on_line.card.notice.code == "S-UNDO"


class TestAfterARestart:
    """What was done last is told by what is stored: by any program, as often as it is started."""

    def again(self, database: Database, *keys: str) -> Keyboard:
        """Another program, where the call goes on."""
        again = Keyboard(database, seed=1)
        again.keys("1", *keys)
        return again

    def test_answers_one_after_the_other(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*TO_THE_OFFERS, "1", "pageup", "3")
        ola = self.again(database, "ctrl+z")
        assert told(ola).endswith("Det står nå: Ja.")
        assert ola.at == "has_offers"
        ola.keys("ctrl+z")
        assert told(ola).endswith("Det står nå: ikke besvart.")
        ola.keys("ctrl+z")
        assert Key("right_person") in ola.stored()
        ola.keys(*["ctrl+z"] * 9)
        assert ola.stored() == {}
        assert told(ola) == "Det er ingenting å angre her."

    def test_who_they_are(self, on_line: Keyboard, database: Database) -> None:
        """The name goes with the answer; what was corrected by hand since stays."""
        on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Kari", "enter")
        on_line.keys("f12", *["enter"] * 5, *"kari@halden.no", "enter")
        point = on_line.file().contacts[-1]
        assert (point.person, point.email) == ("Kari", "kari@halden.no")
        self.again(database, "ctrl+z")
        point = on_line.file().contacts[-1]
        assert (point.person, point.email) == ("", "kari@halden.no")

    def test_a_redirect(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*TO_THE_NAME, *"Ola", "enter", "f5", "e", "1")
        ola = self.again(database, "ctrl+z")
        assert ola.file().redirects == ()
        assert ola.stored()[Key("respondent_name")] == "Ola"
        assert [one.label for one in ola.file().in_use] == ["Sentralbord"]

    def test_an_outcome(self, on_line: Keyboard, database: Database) -> None:
        """From the card; and then the answer before it."""
        on_line.keys("enter", "1", "f9", "1", "1", "enter", "escape")
        ola = Keyboard(database, seed=1).sits_down()
        ola.keys(*"halden", "enter", "ctrl+z")
        assert told(ola).startswith("Angret utfallet «Ikke svar».")
        ola.keys("ctrl+z")
        assert told(ola).startswith("Angret svaret på «")

    def test_both_are_kept(self, on_line: Keyboard, database: Database) -> None:
        """What was undone and that it was: who, when, and how the call had ended."""
        on_line.keys("f9", "1", *"travelt", "enter", "ctrl+z", "f9", "2", "enter")
        with database.read() as session:
            (row,) = session.connection().execute(table_of(UndoneRow).select()).all()
        (call,) = on_line.file().attempts
        assert (row.kind, row.deed_id, row.outcome) == (
            DeedKind.outcome, call.id, Outcome.no_answer
        )  # fmt: skip
        assert (row.note, row.undone_by) == ("travelt", call.interviewer_id)
        assert call.outcome is Outcome.busy


class TestForEver:
    """What cannot be undone is asked once, with what it does."""

    def test_a_refusal(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "h", *"vil ikke", "enter")
        assert "Dette kan ikke angres." in on_line.picture()
        assert on_line.picture().count("Ring aldri igjen") == 1
        assert on_line.file().attempts[0].outcome is None
        on_line.keys("enter")
        assert on_line.file().attempts[0].outcome is None
        on_line.keys("1")
        assert on_line.file().attempts[0].outcome is Outcome.refusal_hard
        on_line.keys("ctrl+z")
        assert on_line.card.notice is not None
        assert str(on_line.card.notice.text).startswith("Dette utfallet kan ikke angres")

    def test_second_thoughts(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "h", "enter", "2", "g", "enter")
        assert on_line.file().attempts[0].outcome is Outcome.refusal_soft

    def test_back(self, on_line: Keyboard) -> None:
        """Esc goes back to the note."""
        on_line.keys("f9", "h", *"nei", "enter", "escape")
        assert isinstance(on_line.call.panel, HangUpPanel)
        assert on_line.call.panel.note.text == "nei"


class TestACheck:
    def test_let_stand_and_taken_back(self, on_line: Keyboard, database: Database) -> None:
        """By one more entry: the warning is open again, also after a restart."""
        on_line.keys(*TO_THE_OFFERS, "1", "f6", *"offer_courses", "enter", "1", "enter")
        on_line.keys(*"50", "enter", "2", *"sant nok", "enter")
        settled = len(on_line.call.talk.open_checks)
        on_line.keys("ctrl+z")
        assert "Advarselen står åpen igjen" in on_line.picture()
        open_again = len(on_line.call.talk.open_checks)
        assert open_again == settled + 1
        kept = on_line.kept()
        assert kept is not None
        reasons = [one.reason for one in kept.confirmations]
        assert reasons == ["sant nok", ""]
        on_line.mind()
        again = Keyboard(database, seed=1)
        again.keys("1")
        after_a_restart = len(again.call.talk.open_checks)
        assert after_a_restart == open_again


class TestWhichAnswer:
    """ "Rett svaret" leads to the question one chooses among those the check is about."""

    @pytest.mark.parametrize(("key", "question"), [("1", "fte"), ("2", "staff")])
    def test_chosen(self, on_line: Keyboard, key: str, question: str) -> None:
        on_line.keys(*TO_A_CHECK, "1")
        assert "Hvilket svar skal rettes?" in on_line.picture()
        on_line.keys(key)
        assert stands(on_line) == (None, question)

    def test_second_thoughts(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_A_CHECK, "1", "escape")
        assert isinstance(on_line.call.panel, CheckPanel)
        assert not on_line.call.panel.choosing


class TestItIsTold:
    """Ctrl+Z stands at the foot as soon as there is something to undo, and no longer."""

    def test_in_the_interview(self, on_line: Keyboard) -> None:
        assert "Ctrl+Z" not in on_line.picture()
        on_line.keys("enter")
        assert "Ctrl+Z Angre" in on_line.picture()
        on_line.keys("ctrl+z")
        assert "Ctrl+Z" not in on_line.picture()

    def test_in_what_an_answer_has_opened(self, on_line: Keyboard) -> None:
        """Not now: the outcome is open, and the answer may have been a slip."""
        on_line.keys("enter", "2")
        assert "Ctrl+Z" not in on_line.picture()  # a time may be half written
        on_line.keys("escape")
        assert "Ctrl+Z Angre" in on_line.picture()
        on_line.keys("ctrl+z")
        assert on_line.at == "consent"
