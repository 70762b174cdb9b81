"""Files that are written whole, all of them, where they may be, or not at all."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from db.database import Database
from db.exports import problems
from db.exports.csv import write_csv
from db.exports.files import new_files
from db.exports.placing import finish_placing
from db.exports.writing import Options, absolute
from db.open_database import open_database
from tests.db.full_disk import little_room
from tests.support.platforms import (
    needs_a_limit_on_files,
    needs_file_modes,
    needs_fork,
    needs_links_and_pipes,
    needs_long_names_told,
)

NAMES = ("a.csv", "a.html")  # of one stem, as those of an overview are


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "ut" / "mars"


def write(folder: Path, *texts: str, force: bool = False, database: str = "/nowhere/db") -> None:
    """A file for each text."""
    targets = [folder / name for name in NAMES]
    with new_files(targets, force=force, database=Path(database)) as files:
        for file, text in zip(files, texts, strict=False):
            file.write(text)


def listed(folder: Path) -> dict[str, str]:
    """Everything in a folder, hidden files too."""
    return {path.name: path.read_text() for path in folder.iterdir()}


class TestWriting:
    def test_makes_the_folder_and_the_files(self, out: Path) -> None:
        """With nothing else beside them."""
        write(out, "en", "to")
        assert listed(out) == {"a.csv": "en", "a.html": "to"}

    @needs_file_modes
    def test_for_the_owners_eyes_only(self, out: Path) -> None:
        """Whatever the umask says."""
        before = os.umask(0)
        try:
            write(out, "en", "to")
        finally:
            os.umask(before)
        assert stat.S_IMODE((out / "a.csv").stat().st_mode) == 0o600
        assert stat.S_IMODE(out.stat().st_mode) == 0o700

    def test_nothing_is_in_its_place_before_all_is_written(self, out: Path) -> None:
        """Whoever looks meanwhile sees no half file."""
        targets = [out / name for name in NAMES]
        with new_files(targets, force=False, database=out / "db") as files:
            files[0].write("en")
            assert not any(target.exists() for target in targets)

    def test_force_replaces_what_is_there(self, out: Path) -> None:
        """And leaves nothing of it."""
        write(out, "en", "to")
        write(out, "tre", "fire", force=True)
        assert listed(out) == {"a.csv": "tre", "a.html": "fire"}


class TestTrouble:
    """An export that fails leaves the folder as it was, and says why."""

    def test_an_error_on_the_way(self, out: Path) -> None:
        """Of any kind: files and folders that were begun are gone."""
        with pytest.raises(KeyboardInterrupt):
            self._interrupted(out)
        assert not out.parent.exists()

    def _interrupted(self, out: Path) -> None:
        targets = [out / name for name in NAMES]
        with new_files(targets, force=False, database=out / "db"):
            raise KeyboardInterrupt

    @needs_a_limit_on_files
    def test_a_full_disk(self, out: Path) -> None:
        """Found out while writing."""
        with little_room(1000), pytest.raises(problems.NoRoom) as caught:
            write(out, "x" * 2_000_000)
        assert str(caught.value) == (
            f"Det er ikke plass til eksporten i {out}, og ingenting er eksportert. Frigjør "
            "plass, eller velg en annen mappe."
        )
        assert not out.parent.exists()

    @needs_a_limit_on_files
    def test_a_full_disk_at_the_last_moment(self, out: Path) -> None:
        """Found out when what was buffered is written; what was there before stays."""
        write(out, "en", "to")
        with little_room(1), pytest.raises(problems.NoRoom):
            write(out, "tre", "fire", force=True)
        assert listed(out) == {"a.csv": "en", "a.html": "to"}

    def test_one_file_that_cannot_be_replaced(
        self, out: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Then none is: on Windows, a file that Excel has open."""
        write(out, "en", "to")
        replace = Path.replace

        def locked(self: Path, target: Path) -> Path:
            if target.name == "a.html" and self.suffix == ".tmp":
                raise PermissionError(13, "locked")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", locked)
        with pytest.raises(problems.NotAllowed):
            write(out, "tre", "fire", force=True)
        assert listed(out) == {"a.csv": "en", "a.html": "to"}

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The folder cannot be made."""

        def refused(*_: object, **__: object) -> None:
            raise PermissionError(13, "no")

        monkeypatch.setattr(Path, "mkdir", refused)
        with pytest.raises(problems.NotAllowed):
            write(tmp_path / "ut", "en")

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        """Also further up."""
        (tmp_path / "ut").write_text("en")
        for folder in (tmp_path / "ut", tmp_path / "ut" / "mars"):
            with pytest.raises(problems.NotAFolder):
                write(folder, "to")
        assert listed(tmp_path) == {"ut": "en"}

    @needs_long_names_told
    @pytest.mark.parametrize("name", ["a" * 300, "å" * 140, "a/" * 3000], ids=len)
    def test_a_name_that_no_disk_takes(self, on_file: Database, tmp_path: Path, name: str) -> None:
        """A folder's, a file's, or the whole path: it was told as a fault of the program."""
        with pytest.raises(problems.NameTooLong):
            write_csv(on_file, tmp_path / name)
        with pytest.raises(problems.NameTooLong):
            absolute(tmp_path / name)


@needs_fork
class TestEndedBetweenTheRenames:
    """A program that is killed leaves no new file beside an old one, and the next one goes on."""

    @pytest.mark.parametrize("after", range(5))
    def test_leaves_files_of_one_time(self, out: Path, after: int) -> None:
        write(out, "en", "to")
        killed(after, lambda: write(out, "tre", "fire", force=True))
        there = {name: text for name, text in listed(out).items() if name in NAMES}
        assert there.items() <= {"a.csv": "en", "a.html": "to"}.items() or (
            there.items() <= {"a.csv": "tre", "a.html": "fire"}.items()
        )
        planned = any(out.glob("*.plan"))
        finish_placing(out)
        whole = {"a.csv": "tre", "a.html": "fire"} if planned else {"a.csv": "en", "a.html": "to"}
        visible = {name: text for name, text in listed(out).items() if name in NAMES}
        assert visible == whole
        assert not any(out.glob("*.old"))

    def test_a_plan_that_is_none(self, out: Path) -> None:
        """Nothing outside the folder is touched for it."""
        out.mkdir(parents=True)
        (out.parent / "viktig").write_text("viktig")
        (out / ".ringerunde-x.plan").write_text('[["a.csv", "../viktig"], ["../viktig", "b"]]')
        finish_placing(out)
        assert listed(out) == {}
        assert (out.parent / "viktig").read_text() == "viktig"


def killed(after: int, do: Callable[[], None]) -> None:
    """Do it in a process that is gone at the rename after so many."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    count = iter(range(100))
    for name in ("replace", "rename"):
        real = getattr(Path, name)

        def dies(self: Path, target: Path, real: Any = real) -> Path:
            if next(count) == after:
                os._exit(9)
            moved: Path = real(self, target)
            return moved

        setattr(Path, name, dies)
    with suppress(BaseException):
        do()
    os._exit(0)


class TestRefusing:
    def test_to_overwrite(self, out: Path) -> None:
        """One file that is there is enough; none of the others is written."""
        out.mkdir(parents=True)
        (out / "a.html").write_text("min")
        with pytest.raises(problems.FileExists):
            write(out, "en", "to")
        assert listed(out) == {"a.html": "min"}

    def test_to_overwrite_what_came_meanwhile(self, out: Path) -> None:
        """Somebody else may export at the same time."""
        targets = [out / name for name in NAMES]
        with (
            pytest.raises(problems.FileExists),
            new_files(targets, force=False, database=out / "db"),
        ):
            targets[0].write_text("min")
        assert listed(out) == {"a.csv": "min"}

    @needs_links_and_pipes
    @pytest.mark.parametrize("leads_somewhere", [True, False])
    def test_to_follow_a_link(self, out: Path, tmp_path: Path, leads_somewhere: bool) -> None:
        """Not even with force: it may lead to anything."""
        elsewhere = tmp_path / "viktig.txt"
        if leads_somewhere:
            elsewhere.write_text("viktig")
        out.mkdir(parents=True)
        (out / "a.csv").symlink_to(elsewhere)
        with pytest.raises(problems.FileIsLink):
            write(out, "en", force=True)
        assert elsewhere.exists() == leads_somewhere
        assert [path.name for path in out.iterdir()] == ["a.csv"]

    @needs_links_and_pipes
    @pytest.mark.parametrize("make", ["mkdir", "mkfifo"])
    def test_what_is_no_file(self, out: Path, make: str) -> None:
        """A folder or a pipe with the name; a pipe would have kept us waiting for ever."""
        out.mkdir(parents=True)
        getattr(os, make)(out / "a.csv")
        with pytest.raises(problems.NotAFile):
            write(out, "en", force=True)

    @pytest.mark.parametrize("ending", ["", "-journal", "-wal"])
    def test_to_overwrite_the_database(self, out: Path, ending: str) -> None:
        """By its name, or the name of one of its own files."""
        name = f"{out}/{NAMES[1]}".removesuffix(ending)
        target = Path(f"{out}/{NAMES[1]}{ending}")
        with (
            pytest.raises(problems.FileIsDatabase),
            new_files([target], force=True, database=Path(name)),
        ):
            pass

    def test_to_overwrite_the_database_under_another_name(
        self, out: Path, on_file: Database
    ) -> None:
        """A second name of the same file."""
        out.mkdir(parents=True)
        os.link(on_file.where, out / "a.csv")
        with pytest.raises(problems.FileIsDatabase):
            write(out, "en", force=True, database=on_file.where)

    @pytest.mark.parametrize("ending", ["", "-journal"])
    def test_to_overwrite_another_database(self, out: Path, on_file: Database, ending: str) -> None:
        """Nor what belongs to it, however much force there is."""
        out.mkdir(parents=True)
        shutil.copy(on_file.where, out / "a.csv")
        targets = [out / f"a.csv{ending}"]
        with (
            pytest.raises(problems.FileIsDatabase),
            new_files(targets, force=True, database=Path("/nowhere")),
        ):
            pass

    @needs_links_and_pipes
    def test_to_go_round_in_links(self, tmp_path: Path) -> None:
        """A link that leads to itself."""
        (tmp_path / "a.csv").symlink_to("a.csv")
        with pytest.raises(problems.FileIsLink):
            write(tmp_path, "en", force=True)

    def test_the_database_as_the_folder(self, on_file: Database) -> None:
        """`--out` and the database mixed up: the database is still there."""
        before = Path(on_file.where).read_bytes()
        with pytest.raises(problems.NotAFolder):
            write_csv(on_file, Path(on_file.where), options=Options(force=True))
        assert Path(on_file.where).read_bytes() == before

    def test_a_database_that_is_called_like_an_export(self, tmp_path: Path) -> None:
        """Exporting into its own folder destroys nothing."""
        path = tmp_path / "interviews.csv"
        db = open_database(path, create=True)
        before = path.read_bytes()
        with pytest.raises(problems.FileIsDatabase):
            write_csv(db, tmp_path, options=Options(force=True))
        db.close()
        assert path.read_bytes() == before
        assert not list(tmp_path.glob("offers.csv"))


def test_every_problem_says_what_is_wrong_and_what_to_do() -> None:
    """A sentence each, with a code of its own; and that nothing was exported."""
    every = problems.ExportProblem.__subclasses__()
    kinds = [kind for kind in every if kind.__module__ == problems.__name__]
    assert len({kind.code for kind in kinds}) == len(kinds) == 13
    made: dict[type[problems.ExportProblem], Any] = {
        problems.NotInstalled: partial(problems.NotInstalled, "x", "y"),
        problems.NoSuchTable: partial(problems.NoSuchTable, "x", ["y", "z"]),
        problems.TooManyRows: partial(problems.TooManyRows, "x", table="y", most=1),
        problems.CellTooLong: partial(
            problems.CellTooLong, "x", table="y", column="z", unit="0101", count=2, most=1
        ),
    }
    for kind in kinds:
        sentence = str(made[kind]() if kind in made else kind(Path("/x")))
        assert "ingenting er eksportert" in sentence
        assert sentence.count(". ") == 1, "what is wrong, and what to do"
        assert sentence.endswith(".")
        assert kind.code in str(problems.__doc__)
