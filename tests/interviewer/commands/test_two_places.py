"""`hand-out`, `merge` and `conflicts`, as they are typed."""

import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from db.calls import hang_up, update_contact
from db.case_notes import write_note
from db.database import Database
from db.interviews import record_answer
from db.open_database import open_database
from db.people import sit_down
from db.persons.erasing import erase
from db.trail.trail import entries
from interviewer.cli import cli
from interviewer.failures import Trouble
from interviewer.places import seat
from interviewer.services.unsaved import place_of
from schemas.calls.outcomes import Outcome
from tests.db.desk import Desk
from tests.db.rounds import SERVICE
from tests.db.world import NOON


def run(monkeypatch: pytest.MonkeyPatch, place: Path, *typed: str) -> None:
    monkeypatch.setattr(sys, "argv", ["ringerunde", "--database", str(place), *typed])
    assert cli.run() == 0


def test_from_hand_out_to_conflict(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A county to Åse; she interviews, and so does the office; both are there to choose from."""
    office = Desk(database)
    turid = sit_down(database, uuid4(), "Turid", seat(), NOON)
    place, file = Path(database.where), tmp_path / "åse.sqlite"
    with pytest.raises(Trouble) as trouble:
        run(monkeypatch, place, "hand-out", "--interviewer", "Kari", "--out", str(file))
    assert trouble.value.code == "PERSON-UNKNOWN"
    typed = ("hand-out", "--interviewer", "åse", "--county", "østfold", "--out", str(file))
    run(monkeypatch, place, *typed)
    told = capsys.readouterr().out
    assert f"til Åse i {file}" in told
    with database.read() as session:
        (handed,) = [one for one in entries(session) if one.verb == "hand_out"]
    assert handed.who == turid.id.hex  # who sits here does what is typed here
    kari = sit_down(database, uuid4(), "Kari Lie", "pc1", NOON)
    with closing(open_database(file, create=False)) as part:
        again = sit_down(part, uuid4(), "kari lie", "pc9", NOON)
        hers = Desk(part)
        record_answer(part, hers.lease, hers.entry(hers.begin(), "has_offers", "yes"))
        hers.talked(**SERVICE)
    office.lease = office.take()
    office.talked(has_offers="no", plans="no", no_service_reason=("economy",))
    run(monkeypatch, place, "merge", str(file))
    told = capsys.readouterr().out
    assert "åse.sqlite, levert ut til Åse" in told
    assert "Motstrid i 1 sak venter på en koordinator: ringerunde --database" in told
    assert "står her flere ganger. Er det én: ringerunde --database" in told
    run(monkeypatch, place, "people", "join", kari.id.hex, again.id.hex, "--yes")
    capsys.readouterr()
    run(monkeypatch, place, "conflicts")
    told = capsys.readouterr().out
    assert "0101 Halden (Østfold): intervjuet to ganger" in told
    assert "has_offers: " in told
    run(monkeypatch, place, "conflicts", "halden", "--instead", "1", "--by", "Turid")
    run(monkeypatch, place, "conflicts")
    told = capsys.readouterr().out
    assert "avklart av Turid" in told
    assert "Ingen motstrid" in told
    run(monkeypatch, place, "merge", str(file))
    told = capsys.readouterr().out
    assert "Ingenting nytt" in told
    assert "flere ganger" not in told


def test_a_file_in_which_nothing_was_done(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """That its cases are free again is nothing new in them."""
    sit_down(database, uuid4(), "Åse", seat(), NOON)
    place, file = Path(database.where), tmp_path / "åse.sqlite"
    run(monkeypatch, place, "hand-out", "--interviewer", "åse", "--out", str(file))
    capsys.readouterr()
    run(monkeypatch, place, "merge", str(file))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  Ingenting nytt i sakene: alt var her fra før."
    ]


class TestSomebodyErased:
    """On one side, while the other did not know it and wrote on in the case: that is to be read."""

    @pytest.fixture
    def office(self, database: Database) -> Desk:
        """Where Berit Moe is known."""
        office = Desk(database)
        update_contact(database, office.lease, replace(office.known(), person="Berit Moe"))
        return office

    @pytest.fixture
    def file(self, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Handed out to a laptop."""
        file = tmp_path / "åse.sqlite"
        here = Path(office.db.where)
        run(monkeypatch, here, "hand-out", "--interviewer", "åse", "--out", str(file))
        return file

    def test_here_meanwhile(
        self,
        office: Desk,
        file: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A laptop writes on: told once, with what comes in."""
        erase(office.db, office.sign(), "Berit Moe")
        with closing(open_database(file, create=False)) as part:
            hers = Desk(part)
            call = hers.dial(hers.known())
            hang_up(part, hers.lease, call.id, Outcome.busy, "Berit?", hers.now())
        run(monkeypatch, Path(office.db.where), "merge", str(file))
        assert "Her er noen slettet, og den som hadde filen, visste det ikke: Halden" in (
            capsys.readouterr().out
        )
        run(monkeypatch, Path(office.db.where), "merge", str(file))
        assert "noen slettet" not in capsys.readouterr().out

    def test_in_the_file(
        self,
        office: Desk,
        file: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Here they write on: told once, too."""
        with closing(open_database(file, create=False)) as part:
            erase(part, Desk(part).sign(), "Berit Moe")
        write_note(office.db, office.sign(), office.lease.case_id, "Berit ringer tilbake.")
        capsys.readouterr()
        run(monkeypatch, Path(office.db.where), "merge", str(file))
        told = capsys.readouterr().out
        assert "I filen var noen slettet, og det var ikke kjent her: Halden" in told

        run(monkeypatch, Path(office.db.where), "merge", str(file))
        assert "noen slettet" not in capsys.readouterr().out


def test_a_move_does_not_leave_behind_what_is_not_stored(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lies beside the old file, and would never be offered at the new place."""
    aside = place_of(database)
    aside.with_name(f"{aside.name}-1").write_text("{}")
    with pytest.raises(Trouble) as trouble:
        run(monkeypatch, Path(database.where), "move", "--to", str(tmp_path / "new.sqlite"))
    assert trouble.value.code == "MOVE-UNSAVED"
    assert not (tmp_path / "new.sqlite").exists()
