"""The commands that import and report: what they show, what they store, and when they do not."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.cases import case_id_of, open_case
from db.claim_forms import claim_forms
from db.database import Database
from db.exports.problems import FileExists, FileIsDatabase
from db.imports.problems import BadHeading, BadRows, ImportProblem
from db.open_database import open_database
from interviewer.commands import running as telling
from interviewer.commands.imports import import_file
from interviewer.failure_sentences import sentence_of
from interviewer.failures import Trouble
from interviewer.places import NothingThere, command, default_database
from interviewer.publish.claim_figures import print_claim_figures, write_claim_figures
from interviewer.publish.export_request import UNWATCHED, Order
from interviewer.services.bring_in import FileHolds
from tests.support.bad_files import BAD, Bad
from tests.support.commands import typed_in
from tests.support.phase_one_file import HEADING, article_rows, csv_of, row_of
from tests.support.platforms import is_closed_to_others

HALDEN = row_of(
    "0101",
    navn="Halden",
    svart_dato="2014-11-03",
    tilbud="ja",
    organisering="senter",
    samarbeid_med="0111",
    kontakt_navn="Kari [bold]Lie[/]",
    kontakt_telefon="69 17 45 00",
)


@pytest.fixture
def db(database: Database) -> Database:
    """A database with the 442 cases, and nothing in them."""
    return database


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in which nothing is broken over lines."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with Halden, whose partner is Hvaler."""
    path = tmp_path / "fase1.csv"
    path.write_bytes(csv_of([HALDEN]))
    return path


def bytes_of(db: Database) -> bytes:
    """The database file, byte for byte."""
    return Path(db.where).read_bytes()


class TestPhaseOne:
    """`ringerunde import phase-one FILE`"""

    def test_what_changes_is_shown_and_stored(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The answer, the contact, and the partner that may be covered."""
        import_file(db, FileHolds.claims, file)
        shown = capsys.readouterr().out
        assert "fase1.csv: 1 rad, 1 kan importeres" in shown
        assert "Halden (Østfold)" in shown
        assert "Hvaler (Østfold)" in shown
        assert "Importert: 1 svar og 1 kontakt." in shown
        assert [row.unit_id for row in claim_forms(db)] == ["0101"]
        contacts = open_case(db, case_id_of("0101")).contacts
        assert [contact.person for contact in contacts] == ["Kari [bold]Lie[/]"]

    def test_the_same_file_twice_changes_nothing(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """And says so."""
        import_file(db, FileHolds.claims, file)
        before = bytes_of(db)
        import_file(db, FileHolds.claims, file)
        assert "Alt i filen er kjent fra før" in capsys.readouterr().out
        assert bytes_of(db) == before

    def test_a_dry_run_shows_and_does_not_store(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Not a byte."""
        before = bytes_of(db)
        import_file(db, FileHolds.claims, file, dry_run=True)
        assert bytes_of(db) == before
        shown = capsys.readouterr().out
        assert "Halden (Østfold)" in shown
        assert "Prøvekjøring: ingenting er skrevet." in shown

    def test_bad_rows_in_a_table_and_nothing_stored(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Line, column, what is wrong and what to do; what stands in the file is never markup."""
        file.write_bytes(csv_of([HALDEN, row_of("[/helse]"), row_of("9999")]))
        before = bytes_of(db)
        with pytest.raises(BadRows) as told:
            import_file(db, FileHolds.claims, file)
        assert bytes_of(db) == before
        shown = capsys.readouterr().err
        assert "«[/helse]» kan ikke være en enhet" in shown
        assert "IMPORT-UNIT-UNKNOWN" in shown
        assert sentence_of(told.value).endswith("Ingenting er importert. (IMPORT-ROWS)")

    def test_bad_rows_skipped_on_purpose(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The others are stored, and the bad ones shown all the same."""
        file.write_bytes(csv_of([HALDEN, row_of("9999")]))
        import_file(db, FileHolds.claims, file, skip_bad=True)
        assert [row.unit_id for row in claim_forms(db)] == ["0101"]
        assert "9999" in capsys.readouterr().err

    def test_several_wrong_columns_in_a_table(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """All at once, too."""
        file.write_bytes(csv_of([HALDEN], heading=[one for one in HEADING[2:] if one != "navn"]))
        with pytest.raises(BadHeading) as told:
            import_file(db, FileHolds.claims, file)
        assert "svart_dato" in capsys.readouterr().err
        assert "enhet: Kolonnen mangler." in str(told.value)

    def test_notices_of_a_kind_are_few(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Excel took the zero from every number."""
        file.write_bytes(
            csv_of([row_of(str(number)) for number in (101, 104, 105, 106, 111, 118, 119)])
        )
        import_file(db, FileHolds.claims, file)
        shown = capsys.readouterr().out
        assert shown.count("er lest som") == 5
        assert "… og 2 til av samme slag" in shown

    def test_very_many_faults(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Then it is the wrong file."""
        file.write_bytes(csv_of([row_of("9999")] * 700))
        with pytest.raises(BadRows, match="700 rader"):
            import_file(db, FileHolds.claims, file)
        assert "… og 200 feil til. Er det riktig fil?" in capsys.readouterr().err

    def test_a_corrected_file_changes_what_was_stored(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The changed ones are counted apart."""
        import_file(db, FileHolds.claims, file)
        capsys.readouterr()
        file.write_bytes(csv_of([HALDEN | {"organisering": "koordinator"}]))
        import_file(db, FileHolds.claims, file)
        assert "Importert: 1 svar." in capsys.readouterr().out

    @pytest.mark.parametrize("bad", BAD[::6], ids=lambda bad: bad.name)
    def test_nothing_of_a_bad_file_is_stored(self, db: Database, file: Path, bad: Bad) -> None:
        """Not even its good rows; the database is the same, byte for byte."""
        file.write_bytes(bad.content)
        before = bytes_of(db)
        with pytest.raises(ImportProblem):
            import_file(db, FileHolds.claims, file)
        assert bytes_of(db) == before

    def test_progress_on_a_long_file(
        self,
        db: Database,
        file: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """A bar that fills, beside the output, for whoever has waited for a moment."""
        lines = "".join(f"0101;nav;Kari {number};\n" for number in range(120))
        file.write_text(f"enhet;avdeling;person;telefon\n{lines}")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setattr(telling, "PATIENCE", 0)
        monkeypatch.setattr(telling, "REDRAW", 0)
        import_file(db, FileHolds.contacts, file, dry_run=True)
        assert "█░ 119 av 120 rader" in (told := capsys.readouterr().err)
        assert told.endswith("120 av 120 rader\r\x1b[K")


class TestContacts:
    """`ringerunde import contacts FILE`"""

    def test_contacts_are_stored_once(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The same file twice changes nothing."""
        file.write_text("enhet;avdeling;person;telefon\n101;Servicetorg;;69 17 45 00\n")
        import_file(db, FileHolds.contacts, file)
        import_file(db, FileHolds.contacts, file)
        shown = capsys.readouterr().out
        assert "Importert: 1 kontakt." in shown
        assert "Alt i filen er kjent fra før" in shown
        assert [c.phone for c in open_case(db, case_id_of("0101")).contacts] == ["+4769174500"]

    def test_what_was_recognised_is_shown_and_corrected(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """`--column OURS=THEIRS`, as often as it takes."""
        file.write_text("Kommunenr;Avdeling;Hvem;Tlf\n101;Sentralbord;Kari;69 17 45 00\n")
        import_file(db, FileHolds.contacts, file, dry_run=True, column=["person=Hvem"])
        shown = " ".join(capsys.readouterr().out.split())
        assert "Leses som telefon." in shown
        with pytest.raises(Trouble) as caught:
            import_file(db, FileHolds.contacts, file, column=["Hvem"])
        assert caught.value.code == "CLI-COLUMN"

    def test_a_corrected_list_shows_old_beside_new(
        self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Before it is replaced, also in a dry run."""
        file.write_text("enhet;avdeling;person;telefon\n101;Sentralbord;;69 17 45 00\n")
        import_file(db, FileHolds.contacts, file)
        capsys.readouterr()
        file.write_text("enhet;avdeling;person;telefon\n101;Sentralbord;;69 17 45 01\n")
        import_file(db, FileHolds.contacts, file, dry_run=True)
        shown = capsys.readouterr().out
        for words in ("Rettet i listen", "Halden", "Sentralbord", "69 17 45 00", "69 17 45 01"):
            assert words in shown

    def test_a_bad_row_stops_all(self, db: Database, file: Path) -> None:
        """Unless it is skipped on purpose."""
        file.write_text("enhet;avdeling;person;telefon\n0101;nav;;\n0104;nav;;123\n")
        with pytest.raises(BadRows):
            import_file(db, FileHolds.contacts, file)
        assert open_case(db, case_id_of("0101")).contacts == ()
        import_file(db, FileHolds.contacts, file, skip_bad=True)
        assert len(open_case(db, case_id_of("0101")).contacts) == 1


class TestTheReport:
    """`ringerunde report phase-one`"""

    @pytest.fixture
    def filled(self, db: Database, file: Path, capsys: pytest.CaptureFixture[str]) -> Database:
        """The article's file, imported."""
        file.write_bytes(csv_of(article_rows()))
        import_file(db, FileHolds.claims, file)
        capsys.readouterr()
        return db

    def test_the_article_in_the_terminal(
        self, filled: Database, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Its figures, out of the database."""
        print_claim_figures(filled)
        shown = [
            " ".join(line.replace("│", " ").split()) for line in capsys.readouterr().out.split("\n")
        ]
        for line in (
            "Svarte selv 144 33 %",
            "Kjent gjennom samarbeid 44",
            "Kjent til sammen 188",
            "Må ringes uten kontaktperson 254",
            "Har tilbud 95 66 %",
            "Har ikke tilbud 49 34 %",
            "Koordinator eller kontaktperson 18 13 %",
            "Senter eller enhet 46 32 %",
            "Felles organisering: en tjeneste 64 44 %",
            "Tilbud, men ingen tjeneste 31 22 %",
            "Har planer om en tjeneste 25 17 % 15 10",
            "Foreløpig ingen planer 31 22 % 18 13",
            "Ønsker ikke en tjeneste 0 0 % 0 0",
            "Annet 15 10 % 14 1",
            "Ikke besvart 2 1 % 2 0",
        ):
            assert line in shown

    def test_as_a_file(self, filled: Database, tmp_path: Path) -> None:
        """As Norwegian Excel opens it, for the owner's eyes."""
        out = tmp_path / "ut" / "figurer.csv"
        write_claim_figures(filled, Order(out), UNWATCHED)
        content = out.read_bytes()
        assert content.startswith(
            b"\xef\xbb\xbffigur;kode;svar;antall;prosent;antall_uten_tilbud\r\n"
        )
        lines = content.decode("utf-8-sig").split("\r\n")
        assert "0;ukjent;Må ringes uten kontaktperson;254;;" in lines
        assert "1;ja;Har tilbud;95;66;" in lines
        assert "3;ingen_planer;Foreløpig ingen planer;31;22;18" in lines
        assert is_closed_to_others(out)

    def test_never_over_a_file_or_the_database(self, filled: Database, tmp_path: Path) -> None:
        """Over a file only when told to; over the database not even then."""
        out = tmp_path / "figurer.csv"
        out.write_text("mitt")
        with pytest.raises(FileExists):
            write_claim_figures(filled, Order(out), UNWATCHED)
        assert out.read_text() == "mitt"
        write_claim_figures(filled, Order(out, force=True), UNWATCHED)
        with pytest.raises(FileIsDatabase):
            write_claim_figures(filled, Order(Path(filled.where), force=True), UNWATCHED)

    def test_before_anything_is_imported(self, db: Database) -> None:
        """There is nothing to report, and it says what to do."""
        with pytest.raises(Trouble) as told:
            print_claim_figures(db)
        assert told.value.code == "REPORT-EMPTY"
        assert command(db, "import", "phase-one", "FIL") in told.value.sentence


class TestWithoutADatabase:
    """What is brought in needs a place: the usual database is made, as by the first start."""

    CONTACTS = "enhet;avdeling;person;telefon\n0104;Sentralbord;;69 24 80 00\n"

    def test_it_is_made(self, tmp_path: Path) -> None:
        """With the register, and the contact in it; and that is said."""
        file = tmp_path / "kontakter.csv"
        file.write_text(self.CONTACTS, encoding="utf-8")
        result = typed_in("import", "contacts", str(file))
        assert result.exit_code == 0, result.output
        assert "Laget en ny database i" in result.output
        assert "Importert: 1 kontakt." in result.output
        with closing(open_database(default_database(), create=False)) as made:
            assert [one.phone for one in open_case(made, case_id_of("0104")).contacts]

    def test_not_to_try(self, tmp_path: Path) -> None:
        """A dry run shows what it would be, and leaves nothing."""
        file = tmp_path / "kontakter.csv"
        file.write_text(self.CONTACTS, encoding="utf-8")
        result = typed_in("import", "contacts", str(file), "--dry-run")
        assert "Prøvekjøring: ingenting er skrevet." in result.output
        assert not default_database().exists()

    def test_one_that_was_moved_away_is_not_replaced(self, tmp_path: Path) -> None:
        """Its interviews are somewhere; an empty one in its place would hide that."""
        file = tmp_path / "kontakter.csv"
        file.write_text(self.CONTACTS, encoding="utf-8")
        typed_in("import", "contacts", str(file))
        default_database().unlink()
        result = typed_in("import", "contacts", str(file))
        assert isinstance(result.exception, NothingThere)
        assert "«ringerunde --new»" in result.exception.sentence
