"""`hand-out`, `merge` and `conflicts`, as they are typed."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.cases import load_register
from db.engine import Database, open_database
from db.interviews import record_answer
from interviewer.cli import cli
from interviewer.failures import Trouble
from tests.db.desk import Desk
from tests.db.rounds import SERVICE


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
    load_register(database)
    office = Desk(database)
    place, file = Path(database.where), tmp_path / "åse.sqlite"
    with pytest.raises(Trouble) as trouble:
        run(monkeypatch, place, "hand-out", "--interviewer", "Kari", "--out", str(file))
    assert trouble.value.code == "PERSON-UNKNOWN"
    typed = ("hand-out", "--interviewer", "åse", "--county", "østfold", "--out", str(file))
    run(monkeypatch, place, *typed)
    told = capsys.readouterr().out
    assert f"til Åse i {file}" in told
    with closing(open_database(file, create=False)) as part:
        hers = Desk(part)
        record_answer(part, hers.lease, hers.entry(hers.begin(), "has_offers", "yes"))
        hers.talked(**SERVICE)
    office.lease = office.take()
    office.talked(has_offers="no", plans="no", no_service_reason=("economy",))
    run(monkeypatch, place, "merge", str(file))
    told = capsys.readouterr().out
    assert "åse.sqlite, levert ut til Åse" in told
    assert "Motstrid i 1 sak venter på en koordinator: ringerunde conflicts" in told
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
    assert "Ingenting nytt" in capsys.readouterr().out
