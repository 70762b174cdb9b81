"""The first start: nobody has a number, and the screen says what to do; a file is brought in."""

from pathlib import Path

import pytest

from db.database import Database
from interviewer.quoting import quoted
from tests.support.keyboard import Keyboard
from tests.support.phase_one_file import csv_of, row_of

HALDEN = row_of(
    "0101",
    navn="Halden",
    svart_dato="2014-11-03",
    tilbud="ja",
    organisering="senter",
    kontakt_navn="Kari Lie",
    kontakt_telefon="69 17 45 00",
)


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    """A switchboard."""
    file = tmp_path / "kontakter.csv"
    file.write_text("enhet;avdeling;person;telefon\n0104;Sentralbord;;69 24 80 00\n", "utf-8")
    return file


class TestNobodyHasANumber:
    """442 cases that cannot be rung are no answer to what to do now."""

    def test_it_says_what_to_do(self, kari: Keyboard) -> None:
        """In the words of the survey, with the keys and the commands; the list is still there."""
        seen = " ".join(kari.picture().split())
        assert "Ingen av de 442 sakene har et telefonnummer ennå." in seen
        assert "F4 henter inn en fil: svarene fra fase én, eller kontaktpunkter." in seen
        assert "spør om nummeret (Sentralbord)" in seen
        assert "▸# Halden (Østfold)" in seen

    def test_commands_can_be_typed(self, kari: Keyboard, database: Database) -> None:
        """They name the database, where it is not the one that a command takes by itself."""
        seen = "".join(kari.picture().split())
        place = "".join(quoted(str(database.file)).split())
        for file in ("phase-one", "contacts"):
            assert f"ringerunde--database{place}import{file}FIL" in seen

    def test_not_once_somebody_was_rung(self, kari: Keyboard) -> None:
        """Whoever types a number has begun."""
        kari.dials().keys("f9", "1", "enter", "escape", "escape")
        assert "Ingen av de" not in kari.picture()


class TestAFile:
    """Looked into first, and stored by another Enter."""

    def test_contacts(self, kari: Keyboard, contacts: Path) -> None:
        kari.keys("f4", "tab")
        kari.paste(f"'{contacts}'")
        kari.keys("enter")
        assert "1 rad: 1 nytt kontaktpunkt." in kari.picture()
        assert "Ingenting er endret ennå" in kari.picture()
        kari.keys("enter")
        assert "Hentet inn: 1 nytt kontaktpunkt." in kari.picture()
        assert "Ingen av de" not in kari.picture()

    def test_the_answers_of_an_earlier_phase(self, kari: Keyboard, tmp_path: Path) -> None:
        file = tmp_path / "fase1.csv"
        file.write_bytes(csv_of([HALDEN]))
        kari.keys("f4")
        assert "▸ Svarene fra fase én, med kontaktpersonene" in kari.picture()
        kari.type(str(file))
        kari.keys("enter", "enter")
        assert "Hentet inn: 1 nytt svar, 1 nytt kontaktpunkt." in kari.picture()

    def test_one_of_the_other_kind(self, kari: Keyboard, contacts: Path, tmp_path: Path) -> None:
        """No column is to be added to it: Tab chooses what it holds.

        That is said first: where the path is long, all else is more than there is room for.
        """
        far = tmp_path / "OneDrive - Norsk helseforening" / "Lærings- og mestringstjenester 2015"
        far.mkdir(parents=True)
        file = far / "fase1.csv"
        file.write_bytes(csv_of([HALDEN]))
        for place, first in ((contacts.rename(far / contacts.name), ()), (file, ("tab",))):
            kari.keys("f4", *first)
            kari.type(str(place))
            kari.keys("enter")
            assert "Det er noe annet i filen" in kari.picture()
            kari.keys("tab", "enter")
            assert "Ingenting er endret ennå" in kari.picture()
            kari.keys("escape")

    def test_one_that_must_be_corrected(self, kari: Keyboard, tmp_path: Path) -> None:
        """It says where, and stores nothing, however often Enter is pressed."""
        file = tmp_path / "kontakter.csv"
        file.write_text("enhet;avdeling;person;telefon\n9999;Sentralbord;;12\n", "utf-8")
        kari.keys("f4", "tab")
        kari.type(str(file))
        kari.keys("enter", "enter", "enter")
        assert "linje 2" in kari.picture()
        assert "Ingenting er endret. Rett filen" in kari.picture()

    def test_none_there(self, kari: Keyboard) -> None:
        """As the command says it; Esc leads back."""
        kari.keys("f4", *"/finnes/ikke.csv", "enter")
        assert "Ingenting er endret" in kari.picture()
        kari.keys("escape")
        assert "Ringeliste" in kari.picture()
