"""What an export is made of: one moment, read where it is asked for, and nobody waits."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db.case_notes import write_note
from db.database import Database
from db.exports.csv import write_csv
from db.exports.export_tables import Interview
from db.exports.sheets import Sheets
from db.exports.snapshot import snapshot
from db.exports.spss import write_sav
from db.exports.stored_text import dashed
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from tests.db.desk import Desk
from tests.db.listening import told


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    """A case with a finished interview, in a file and on a server."""
    desk = Desk(db)
    desk.talked(has_offers="no")
    return desk


class TestAMoment:
    def test_nobody_waits_for_it_and_nobody_is_seen_in_it(self, desk: Desk) -> None:
        """Whoever stores something meanwhile does so at once; it is in the next export."""
        with snapshot(desk.db) as taken:
            before = len(list(taken.notes))
            write_note(desk.db, desk.sign(), desk.lease.case_id, "Ring etter ti.")
            after = len(list(taken.notes))
        with snapshot(desk.db) as taken:
            later = len(list(taken.notes))
        assert (before, after, later) == (0, 0, 1)

    def test_is_read_again_as_often_as_somebody_asks(self, desk: Desk) -> None:
        """No row is kept, so that many make no difference to the memory."""
        with snapshot(desk.db) as taken:
            once, twice = list(taken.finished), list(taken.finished)
        assert once == twice != []

    def test_ids_are_texts(self, desk: Desk) -> None:
        """Nobody makes an object of an id that is only written; files have dashes in it."""
        with snapshot(desk.db) as taken:
            (call,) = taken.calls
        assert isinstance(call.id, str)
        assert len(dashed(call.id)) == 36

    def test_leaves_no_copy_behind(self, desk: Desk, tmp_path: Path) -> None:
        """In the folder that somebody exports to there is what was exported, and nothing else."""
        with snapshot(desk.db):
            write_csv(desk.db, tmp_path / "ut")
        assert {one.suffix for one in (tmp_path / "ut").iterdir()} == {".csv"}


class TestWhatIsRead:
    def test_comes_in_portions_whole(self, desk: Desk) -> None:
        """As many rows as there are, none twice, on either engine."""
        counted = "SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 321"
        numbers = f"WITH RECURSIVE counted(number) AS ({counted}) SELECT number FROM counted"
        with desk.db.look() as reads:
            found = [number for some in reads.portions(numbers) for (number,) in some]
        assert found == list(range(1, 322))

    def test_for_one_table_is_no_more_than_it_is_made_of(self, desk: Desk, tmp_path: Path) -> None:
        """SPSS and Stata get the interviews; everything that was typed is a hundred times as
        long, and to tell what every case has come to takes as long again."""
        pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
        with told(desk.db) as asked:
            write_sav(desk.db, tmp_path / "data.sav")
        read = [one for one in asked if "a.steps_back" in one or "case_summary" in one]
        assert read == []


class TestAnInterview:
    @pytest.mark.parametrize("write", [write_csv, write_xlsx])
    def test_is_laid_out_once(
        self,
        write: Callable[..., object],
        desk: Desk,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """However many tables and sheets it becomes rows of."""
        laid: Counter[str] = Counter()
        usual = Sheets.interview

        def counted(sheets: Sheets[str], one: Interview) -> list[str]:
            laid[one.source.interview_id] += 1
            return usual(sheets, one)

        monkeypatch.setattr(Sheets, "interview", counted)
        write(desk.db, tmp_path / "export", options=Options())
        assert set(laid.values()) == {1}
