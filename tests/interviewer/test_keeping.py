"""`backup`, `restore` and `check`, and what a damaged file is told with."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from db.backup import backups
from db.database import Database
from db.problems import SpoiltMoment
from interviewer.cli import cli
from interviewer.commands.keeping import restore
from interviewer.failures import Trouble
from interviewer.places import begin_at, command_at, open_at
from tests.support.held import held


@pytest.fixture
def place(database: Database) -> Path:
    """Where a database lies that nobody has open."""
    database.close()
    return Path(database.where)


def run(monkeypatch: pytest.MonkeyPatch, place: Path, *typed: str) -> None:
    """A command on that database."""
    monkeypatch.setattr(sys, "argv", ["ringerunde", "--database", str(place), *typed])
    assert cli.run() == 0


class TestCommands:
    def test_there_and_back(
        self,
        place: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        copy = tmp_path / "kopi.sqlite"
        run(monkeypatch, place, "backup", str(copy))
        run(monkeypatch, place, "restore", str(copy))
        told = capsys.readouterr().out
        assert f"Sikkerhetskopi: {copy}" in told
        assert "Det som lå der, ligger i" in told

    def test_all_is_well(
        self, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        run(monkeypatch, place, "check")
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == 23
        assert all(line.startswith("✓") for line in lines)

    def test_something_is_not(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Which makes the exit status one."""
        folder = place.parent / "OneDrive"
        folder.mkdir()
        moved = place.rename(folder / place.name)
        monkeypatch.setenv("RINGERUNDE_ANY_DRIVE", "1")
        with pytest.raises(Trouble) as trouble:
            run(monkeypatch, moved, "check")
        assert trouble.value.code == "CHECK"

    def test_a_synchronised_folder_is_refused(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With advice, and until somebody insists; also for a database that is to be made."""
        folder = place.parent / "Dropbox"
        folder.mkdir()
        for opens in (open_at, begin_at):
            with pytest.raises(Trouble) as trouble:
                opens(str(folder / "ny.sqlite"))
            assert trouble.value.code == "DB-DRIVE"
            assert "Mappen «Dropbox» synkroniseres" in trouble.value.sentence
        assert not list(folder.iterdir())
        monkeypatch.setenv("RINGERUNDE_ANY_DRIVE", "1")
        begin_at(str(folder / "ny.sqlite")).close()

    def test_a_server_has_its_own_ways(self, tmp_path: Path) -> None:
        with pytest.raises(Trouble) as trouble:
            restore("postgresql://localhost/runde", tmp_path / "x.sqlite")
        assert trouble.value.code == "BACKUP-SERVER"


class TestEveryDay:
    def test_the_first_start_makes_one(self, place: Path) -> None:
        for opened in (begin_at(str(place)), begin_at(str(place)), open_at(str(place))):
            opened.close()
        assert len(backups(place)) == 1

    def test_without_room_for_it_one_works_on(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And is told."""
        place.with_name(f"{place.name}-backups").touch()
        with closing(begin_at(str(place))) as opened:
            assert opened.warnings[0].startswith("Fikk ikke skrevet en hel kopi")

    @pytest.mark.parametrize(
        ("start", "half", "code"),
        [(b"", True, "DB-DAMAGED"), (bytes(16), False, "DB-DAMAGED"), (b"", False, "DB-MISSING")],
        ids=["the end is gone", "the beginning is written over", "all of it is gone"],
    )
    def test_a_damaged_file_leads_to_it(
        self, place: Path, start: bytes, half: bool, code: str
    ) -> None:
        begin_at(str(place)).close()
        (kept,) = backups(place)
        content = place.read_bytes()
        left = content[: len(content) // 2] if half else start and content[len(start) :]
        place.write_bytes(start + left)
        with pytest.raises(Trouble) as trouble:
            open_at(str(place))
        assert trouble.value.code == code
        assert (
            f"Hent den fram med «{command_at(str(place), 'restore', str(kept))}»."
            in trouble.value.sentence
        )


def test_what_goes_wrong_at_a_start(place: Path) -> None:
    """Until when persons are kept cannot be read: that is told, and the file is let go of."""
    id, noon = uuid4().hex, "2015-03-02 12:00:00.000000"
    with closing(sqlite3.connect(place)) as file, file:
        file.execute("INSERT INTO interviewer VALUES (?, 'Åse', 'her', ?, ?)", (id, noon, noon))
        file.execute("INSERT INTO retention VALUES (?, 'aldri', ?, ?)", (id, id, noon))
    with pytest.raises(SpoiltMoment):
        open_at(str(place))
    assert not list(held(place))
