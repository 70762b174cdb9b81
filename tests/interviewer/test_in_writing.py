"""«Can you send it in writing?» The text is on the clipboard and in a file; we ring again."""

from db.appointments import all_open
from db.engine import Database
from interviewer.places import data_folder
from interviewer.screen import Copy
from schemas.calls.workdays import local
from schemas.questionnaire.preloads import Preloads
from schemas.surveys.municipal_services_2015.letter import letter
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.keyboard import Keyboard

FACTS = Preloads(unit_id="0101", unit_name="Halden", year=2015, interviewer="Kari")


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


class TestTheLetter:
    """What is in it: who we are, what the words mean, what we ask."""

    def test_it_asks_what_decides(self) -> None:
        text = letter(PhaseTwo, FACTS, "nb")
        assert "om Halden" in text
        assert "Har Halden i dag lærings- og mestringstilbud" in text
        assert all(one.text.nb in text for one in PhaseTwo.definitions)
        assert "{" not in text

    def test_in_nynorsk_too(self) -> None:
        assert "Dette spør vi om" in letter(PhaseTwo, FACTS, "nn")
        assert "Venleg helsing" in letter(PhaseTwo, FACTS, "nn")
