"""Where files lie on Windows, who can read them there, and what an open one does.

What only asks how paths are read is tried everywhere; what asks the system, only there.
"""

import shutil
import sys
from pathlib import Path, PureWindowsPath

import pytest

from db.backup import back_up, restore
from db.cases import open_case
from db.database import Database
from db.drives import unsafe
from db.open_database import open_database
from db.permissions import is_ones_own, told_on_windows
from db.problems import DatabaseProblem, FileInUse
from tests.db.world import HALDEN, NOON

ENV = {"USERPROFILE": r"C:\Users\kari", "LOCALAPPDATA": r"C:\Users\kari\AppData\Local"}

on_windows = pytest.mark.skipif(
    sys.platform != "win32", reason="an open file is locked on Windows alone"
)


class TestWhoCanRead:
    """Windows closes a person's own folders to others; a file has no mode of its own."""

    @pytest.mark.parametrize(
        "folder",
        [
            r"C:\Users\kari\AppData\Local\ringerunde",
            r"c:\users\KARI\Documents",
            "C:/Users/kari/runder",
        ],
    )
    def test_ones_own(self, folder: str) -> None:
        """In whatever letters and strokes it is typed."""
        assert is_ones_own(PureWindowsPath(folder), ENV)
        assert told_on_windows(PureWindowsPath(folder), ENV) == ()

    @pytest.mark.parametrize(
        "folder",
        [r"C:\Users\kari2", r"C:\Users\Public", r"D:\runder", r"\\server\felles", "C:runder"],
    )
    def test_anybodys(self, folder: str) -> None:
        """Another drive, a folder of all, a share, and one that only begins like ours."""
        (told,) = told_on_windows(PureWindowsPath(folder), ENV)
        assert folder in told
        assert "Flytt databasen" in told

    def test_where_the_surroundings_say_nothing(self) -> None:
        """Nobody is told that it is closed."""
        assert not is_ones_own(PureWindowsPath(r"C:\Users\kari"), {"USERPROFILE": ""})


class TestWhereItShouldNotLie:
    @pytest.mark.parametrize(
        ("path", "words"),
        [
            (r"C:\Users\kari\OneDrive - LHL\runde.sqlite", "synkroniseres"),
            (r"D:\Dropbox\runde.sqlite", "synkroniseres"),
            (r"G:\Min disk\runde.sqlite", "synkroniseres"),
            (r"\\server\felles\runde.sqlite", "nettverksstasjon"),
            (r"\\?\UNC\server\felles\runde.sqlite", "nettverksstasjon"),
        ],
    )
    def test_others_write_there(self, path: str, words: str) -> None:
        """Folders that are synchronised, and shares, with and without a letter."""
        assert words in (unsafe(PureWindowsPath(path), mounts="") or "")

    def test_a_drive_of_ones_own(self) -> None:
        """The usual place."""
        path = PureWindowsPath(r"C:\Users\kari\AppData\Local\ringerunde\ringerunde.sqlite")
        assert unsafe(path, mounts="") is None
        assert unsafe(PureWindowsPath(rf"\\?\{path}"), mounts="") is None


class TestLongPaths:
    def test_more_than_260_characters(self, tmp_path: Path, new_file: Path) -> None:
        """It is opened, or there is a sentence."""
        folder = tmp_path.joinpath(*("en mappe med et langt navn " * 3,) * 4)
        try:
            folder.mkdir(parents=True)
            file = folder / "runde.sqlite"
            shutil.copy(new_file, file)
        except OSError:
            pytest.skip("longer paths are not switched on here")
        assert len(str(file)) > 260
        try:
            open_database(file, create=False).close()
        except DatabaseProblem as problem:
            assert str(problem).endswith(".")  # noqa: PT017 - either is right


@on_windows
class TestAnOpenFile:
    def test_is_not_taken_away(self, on_file: Database) -> None:
        """So nothing is acknowledged into a file that is gone."""
        assert on_file.file is not None
        with pytest.raises(PermissionError):
            on_file.file.unlink()

    def test_is_not_restored_over(
        self, on_file: Database, file: Path, tmp_path: Path, with_cases: None
    ) -> None:
        """Somebody works in it: that is said, and nothing has moved."""
        copy = tmp_path / "kopi.db"
        back_up(file, copy)
        open_case(on_file, HALDEN)
        with pytest.raises(FileInUse, match="Lukk det"):
            restore(file, copy, NOON)
        assert {one.name for one in tmp_path.iterdir()} >= {"kopi.db", "runde.db"}
        on_file.close()
        assert restore(file, copy, NOON) is not None

    def test_that_another_program_has_locked(self, new_file: Path, file: Path) -> None:
        """As a virus scanner or a backup does: a sentence, and not a trace."""
        shutil.copy(new_file, file)
        import ctypes

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
        kernel.CreateFileW.restype = ctypes.c_void_p
        alone, read, there = 0, 0x80000000, 3
        handle = ctypes.c_void_p(kernel.CreateFileW(str(file), read, alone, None, there, 0, None))
        try:
            with pytest.raises(DatabaseProblem):
                open_database(file, create=False)
        finally:
            kernel.CloseHandle(handle)
        open_database(file, create=False).close()
