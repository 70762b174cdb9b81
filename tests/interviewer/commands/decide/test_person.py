"""`ringerunde person` and `retain`, and what `review withdraw` does with copies."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import backups, check_backup, last_head
from db.database import Database
from db.persons.looking import look_for
from db.trail.trail import examine, holds
from schemas.review.finished_interviews import FinishedInterview
from tests.interviewer.commands.decide.desk import again, content
from tests.support.commands import run, said

Done = Callable[..., str]


@pytest.fixture
def done(path: Path) -> Done:
    """A command that is done, signed by Berit; what it prints."""

    def command(*words: str, typed: str = "") -> str:
        result = run(path, *words, "--by", "Berit", typed=typed)
        assert result.exit_code == 0, said(result)
        return result.output

    return command


@pytest.fixture
def refused(path: Path) -> Done:
    """A command that is refused and has changed nothing; the sentence."""

    def command(*words: str, typed: str = "") -> str:
        before = content(path)
        result = run(path, *words, "--by", "Berit", typed=typed)
        assert content(path) == before
        return said(result)

    return command


@pytest.fixture
def her(service: FinishedInterview) -> str:
    """Who was interviewed in Fusa."""
    return str(service.said("respondent_name"))


class TestShowing:
    def test_tells_all_that_is_held(self, done: Done, her: str) -> None:
        """By unit: where it stands and what; and where else it may be."""
        printed = done("person", "show", her)
        assert "1241 Fusa (Hordaland)" in printed
        assert f"kontaktpunkt, navn: {her}" in printed
        assert "Loggen har når radene ble endret" in printed
        assert "Kopien" in printed

    def test_tells_what_reaches_others_too(self, done: Done, path: Path, her: str) -> None:
        """A number, and an address as of an office."""
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            shared = "phone = '+4722334455', email = 'post@fylket.no'"
            file.execute(f"UPDATE contact_point SET {shared} WHERE person <> ''")
        printed = done("person", "show", her)
        assert "Nummeret 22334455 har hun sammen med andre." in printed
        assert "Adressen post@fylket.no har hun sammen med andre." in printed

    def test_of_nobody_says_so(self, refused: Done) -> None:
        for typed, code in [("Ingen Herborg", "PERSON-NONE"), ("K", "PERSON-SHORT")]:
            assert refused("person", "show", typed).endswith(f"({code})")


class TestCorrecting:
    def test_is_done_wherever_it_is_a_field(
        self, done: Done, db: Database, service: FinishedInterview, her: str
    ) -> None:
        """A new revision of the answers, and how a contact point read before is kept."""
        printed = done("person", "correct", her, "--name", "Kari Rettsen")
        assert "Fusa (Hordaland): svarene er rettet, i en ny revisjon." in printed
        now = again(db, service)
        assert (now.revision, now.said("respondent_name")) == (2, "Kari Rettsen")
        assert {one.table for one in look_for(db, "Kari Rettsen").held} >= {
            "contact_point", "person_answer", "person_revision",
        }  # fmt: skip

    def test_needs_what_is_right(self, refused: Done, her: str) -> None:
        assert refused("person", "correct", her).endswith("(PERSON-NOTHING)")


class TestErasing:
    def test_asks_once_and_tells_first(self, refused: Done, her: str) -> None:
        for typed in ["", "ja\n"]:
            sentence = refused("person", "erase", her, typed=typed)
            assert sentence == "Ikke bekreftet. Ingenting er slettet. (PERSON-NOT-ERASED)"

    def test_leaves_nothing_but_the_copies(self, done: Done, db: Database, her: str) -> None:
        """Which are named, each of them."""
        printed = done("person", "erase", her, typed=f"{her.upper()}\n")
        assert "Slettet fra 1 sak. Signert Berit. Har noen den åpen," in printed
        assert look_for(db, her).held == ()
        (copy,) = backups(Path(db.where))
        assert f"Står fortsatt i kopien {copy}" in " ".join(printed.split())

    def test_who_stood_in_no_case_is_erased_from_none(self, done: Done, db: Database) -> None:
        """But from what a code is called: nobody has a case open that she was in."""
        done("review", "code", "final_remarks", "Viser til Ragnhild Øverland")
        printed = done("person", "erase", "Ragnhild Øverland", "--yes")
        assert printed.splitlines()[0] == "Slettet. Signert Berit."
        assert look_for(db, "Ragnhild Øverland").held == ()

    def test_deletes_the_copies_on_demand(self, done: Done, db: Database, her: str) -> None:
        done("person", "erase", her, "--yes", "--copies", "delete")
        assert backups(Path(db.where)) == ()

    def test_rewrites_the_copies_on_demand(self, done: Done, db: Database, her: str) -> None:
        """They are whole, name nobody in any byte, and the log goes on from where they ended."""
        file = Path(db.where)
        printed = done("person", "erase", her, "--yes", "--copies", "rewrite")
        assert "er skrevet om. Det står ikke der lenger." in " ".join(printed.split())
        (copy,) = backups(file)
        check_backup(copy)
        for one in (copy, file):
            assert her.encode() not in one.read_bytes()
        head = last_head(file)
        with db.read() as session:
            assert head
            assert holds(session, head)
            found = examine(session)
        assert (found.broken, found.changed, found.vanished) == (None, (), ())
        with closing(sqlite3.connect(copy)) as opened:
            told = opened.execute("SELECT count(*) FROM erasure").fetchone()
        assert told == (1,)

    def test_reaches_the_copies_that_somebody_asked_for(
        self, done: Done, db: Database, path: Path, her: str
    ) -> None:
        """Where they were put; of one that has been moved it is told that it may still hold her."""
        for name in ("kopi.sqlite", "flyttet.sqlite"):
            assert run(path, "backup", str(path.with_name(name))).exit_code == 0
        path.with_name("flyttet.sqlite").rename(path.with_name("et annet sted"))
        path.with_name("flyttet.sqlite").write_bytes(b"of somebody else")
        printed = " ".join(done("person", "erase", her, "--yes", "--copies", "rewrite").split())
        assert f"Kopien {path.with_name('kopi.sqlite')} er skrevet om" in printed
        assert f"som ble lagt i {path.with_name('flyttet.sqlite')}" in printed
        assert her.encode() not in path.with_name("kopi.sqlite").read_bytes()
        assert path.with_name("flyttet.sqlite").read_bytes() == b"of somebody else"


class TestWithdrawing:
    @pytest.mark.parametrize("how", ["delete", "rewrite"])
    def test_reaches_the_copies(
        self, done: Done, db: Database, service: FinishedInterview, her: str, how: str
    ) -> None:
        """Of which none holds anything of them any more."""
        done("review", "withdraw", service.unit_id, "--yes", "--copies", how)
        files = [Path(db.where), *backups(Path(db.where))]
        assert len(files) == (1 if how == "delete" else 2)
        assert not any(her.encode() in one.read_bytes() for one in files)

    def test_reaches_later_the_copies_that_were_kept(
        self, done: Done, db: Database, service: FinishedInterview, her: str
    ) -> None:
        """As it says: the same command again, with what is to become of them."""
        told = done("review", "withdraw", service.unit_id, "--yes", "--copies", "keep")
        assert "kjør kommandoen igjen med --copies" in told
        assert "er slettet." in done("review", "withdraw", service.unit_id, "--copies", "delete")
        assert list(backups(Path(db.where))) == []
        again = done("review", "withdraw", service.unit_id, "--copies", "delete")
        assert "Ingen av kopiene har noe igjen fra" in again


class TestRetaining:
    def test_says_what_holds_and_what_goes(self, done: Done) -> None:
        assert "Ingen har sagt hvor lenge personer oppbevares." in done("retain")
        printed = done("retain", "--until", "31.12.2099")
        assert "Personer oppbevares til og med 31. desember 2099. Signert Berit." in printed
        assert "kontaktpunkt: " in printed
        assert "til og med 31. desember 2099 (Berit)." in done("retain")

    def test_erases_nobody_before_the_day(self, done: Done, refused: Done) -> None:
        done("retain", "--until", "31.12.2099")
        assert refused("retain", "--erase", "--yes").endswith("(RETAIN-EARLY)")
        assert refused("retain", "--until", "snart").endswith("(RETAIN-DATE)")

    def test_erases_everybody_when_it_has_gone_by(
        self, done: Done, db: Database, path: Path, everybody: frozenset[bytes]
    ) -> None:
        """Told at the start, asked once, and then nobody is left; the services are."""
        printed = done("retain", "--until", "1.1.2016")
        assert "Dagen er gått. Slett dem nå: " in printed
        assert "Når dagen er gått" not in printed
        told = run(path, "status")
        assert "Personer skulle oppbevares til og med 1. januar 2016" in told.output
        done("retain", "--erase", "--copies", "delete", typed="slett alle\n")
        left = path.read_bytes()
        assert [name for name in everybody if name in left] == []
        with db.read() as session:
            assert session.connection().exec_driver_sql("SELECT count(*) FROM revision").scalar()
        assert "De ble slettet" in done("retain")
        assert "skulle oppbevares" not in run(path, "status").output

    @pytest.fixture
    def everybody(self, path: Path) -> Iterator[frozenset[bytes]]:
        """Everybody who is a contact point."""
        with closing(sqlite3.connect(path)) as opened:
            names = opened.execute("SELECT person FROM contact_point WHERE person <> ''")
            yield frozenset(name.encode() for (name,) in names)
