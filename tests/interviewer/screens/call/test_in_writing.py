"""«Can you send it in writing?» The text is on the clipboard and in a file; we ring again."""

from datetime import date
from uuid import uuid4

from db.database import Database
from db.people import sit_down
from db.persons.retention import keep_until
from db.records import Signed
from interviewer.controls.screen import Copy
from interviewer.places import data_folder
from interviewer.screens.call.state import Call
from interviewer.screens.card.state import Card
from schemas.calls.letter import letter
from schemas.language.dates import local
from schemas.language.text import INVENTED, Language
from schemas.questionnaire.preloads import Preloads
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.municipal_services_2015.survey import SURVEY
from schemas.surveys.survey import Survey
from tests.support.keyboard import NOON, Keyboard
from tests.support.open_appointments import all_open

FACTS = Preloads(unit_id="0101", unit_name="Halden", year=2015, interviewer="Kari")
AHUS = Preloads(unit_id="AHUS", unit_name="Ahus", year=2016, interviewer="Kari")


def written(survey: Survey, facts: Preloads, language: Language = "nb") -> str:
    """The letter of a survey."""
    return letter(survey.letter, survey.questionnaire, survey.frame, facts, language)


class TestInWriting:
    """One outcome does it all."""

    def test_clipboard_file_and_appointment(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys("f9", "d")
        on_line.type("post@halden.kommune.no")
        on_line.keys("enter")
        (copied,) = on_line.handed
        assert isinstance(copied, Copy)
        kept = (data_folder() / "brev" / "0101.txt").read_text(encoding="utf-8")
        assert kept == copied.text
        (agreed,) = all_open(database)
        assert f"{local(agreed.due):%A}" == "Thursday"
        assert agreed.note == "post@halden.kommune.no"
        told = " ".join(on_line.picture(120, 40).split())
        assert "Brevet med spørsmålene er skrevet: " in told
        assert "/brev/0101.txt" in told.replace(" ", "")

    def test_a_name_is_no_address(self, on_line: Keyboard) -> None:
        """Where the letter cannot be sent to what was noted, nobody hangs up yet."""
        on_line.keys("f9", "d", *"Guri", "enter")
        assert isinstance(on_line.screen, Call)
        assert "A-EMAIL" in on_line.picture()
        on_line.keys(*", guri@halden.no", "enter")
        assert isinstance(on_line.screen, Card)

    def test_what_is_practised_lies_apart(self, database: Database) -> None:
        """It must not be in the place of a letter to somebody, and says so wherever it is."""
        database.practice = True
        kari = Keyboard(database).sits_down().dials()
        kari.keys("f9", "d", *"post@halden.no", "enter")
        assert not (data_folder() / "brev").exists()
        kept = (data_folder() / "øvelse" / "brev" / "0101.txt").read_text(encoding="utf-8")
        assert kept.startswith(f"{INVENTED}\n\nHei!")
        (copied,) = kari.handed
        assert copied == Copy(kept)


class TestUntilWhen:
    """A coordinator has said until when it is kept who was called."""

    def test_whoever_answers_is_told(self, database: Database) -> None:
        """Behind the opening text, in the language of the interview, and in the letter."""
        berit = sit_down(database, uuid4(), "Berit", "berit@pc", NOON)
        keep_until(database, Signed(uuid4(), berit.id, NOON), date(2017, 12, 31))
        kari = Keyboard(database).sits_down().dials()
        assert "slettes etter 31.12.2017." in " ".join(kari.picture().split())
        kari.keys("f9", "d", *"post@halden.no", "enter")
        (copied,) = kari.handed
        assert isinstance(copied, Copy)
        assert "slettes etter 31.12.2017." in copied.text

    def test_nothing_is_promised_that_nobody_has_said(self, on_line: Keyboard) -> None:
        assert "slettes etter" not in on_line.picture()
        assert "slettes etter" not in written(SURVEY, FACTS)


class TestTheLetter:
    """What is in it: who we are, what the words mean, what we ask."""

    def test_it_asks_what_decides(self) -> None:
        text = written(SURVEY, FACTS)
        assert "om Halden" in text
        assert "Har Halden i dag lærings- og mestringstilbud slik vi beskriver dem her" in text
        assert all(one.text.nb in text for one in SURVEY.questionnaire.definitions)
        assert "{" not in text

    def test_in_nynorsk_too(self) -> None:
        text = written(SURVEY, FACTS, "nn")
        assert "Dette spør vi om" in text
        assert "Venleg helsing" in text

    def test_each_survey_asks_its_own(self) -> None:
        text = written(TRUSTS, AHUS)
        assert "1. Hvordan er pasient- og pårørendeopplæringen organisert i Ahus?" in text
        assert "kommunene" in text
        assert "Halden" not in text
        assert "{" not in text
