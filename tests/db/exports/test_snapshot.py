"""What is copied out of the database for an export: no more than its tables are made of."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from db.engine import Database
from db.exports.csv import write_csv
from db.exports.export_tables import INTERVIEWS, Interview
from db.exports.sheets import Sheets
from db.exports.snapshot import snapshot
from db.exports.stored_text import dashed
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from schemas.calls.settings import Settings
from tests.db.desk import Desk


@pytest.fixture
def desk(on_file: Database, with_cases: None) -> Desk:
    """A case with a finished interview."""
    desk = Desk(on_file)
    desk.talked(has_offers="no")
    return desk


class TestWhatIsCopied:
    def test_for_the_interviews_are_no_calls_and_no_paradata(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """SPSS and Stata get one table; everything that was typed is a hundred times as long."""
        with snapshot(desk.db, tmp_path, Settings(), {INTERVIEWS}) as taken:
            counts = taken.finished.count, taken.calls.count, taken.typed.count
            assert (*counts, len(taken.record.cases)) == (1, 0, 0, 0)

    def test_for_every_table_is_everything(self, desk: Desk, tmp_path: Path) -> None:
        """Each case among them, interviewed or not."""
        with snapshot(desk.db, tmp_path, Settings()) as taken:
            assert taken.calls.count == 1
            assert taken.completed.count == 1
            assert len(taken.record.cases) == len(desk.db.frame)

    def test_ids_are_texts(self, desk: Desk, tmp_path: Path) -> None:
        """Nobody makes an object of an id that is only written; files have dashes in it."""
        with snapshot(desk.db, tmp_path, Settings(), {"calls"}) as taken:
            (call,) = taken.calls
        assert isinstance(call.id, str)
        assert len(dashed(call.id)) == 36


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
