"""What the report keeps to itself, and what is told of it."""

import shutil
from contextlib import closing
from pathlib import Path

from db.open_database import open_database
from interviewer.publish.export_request import UNWATCHED, Order
from interviewer.publish.report import write_report
from tests.interviewer.publish.report.raw import Raw
from tests.interviewer.publish.report.season import AT, FINISHED
from tests.support.pages import Page


class TestWhatIsNotShown:
    def test_nobody_s_name_number_or_address(self, page: Page, raw: Raw) -> None:
        rows = raw.ask("select person, phone, email from contact_point")
        rows += raw.ask("select name, name, name from interviewer")
        hidden = {value for row in rows for value in row if value}
        assert len(hidden) > 50
        assert not [value for value in hidden if value in page.source]

    def test_no_note_to_the_coordinator(self, page: Page, raw: Raw) -> None:
        """The invented people say the same things in several places: those are quotations."""
        told = [one.get("experience", {}) for one in raw.documents]
        quoted = [one.get(id) for one in told for id in ("challenges_text", "benefits_text")]
        notes = [one["assessment"].get("private_note") for one in raw.documents]
        notes = [note for note in notes if isinstance(note, str) and note not in quoted]
        assert not [note for note in notes if note in page.source]

    def test_no_small_number_of_persons(self, page: Page) -> None:
        """Nobody can be picked out among those who answered."""
        for id in ("right_person", "respondent_certainty", "respondent_phone", "respondent_email"):
            numbers = [row[0] for row in page.table(f"tabell-{id}").values()]
            assert not {"1", "2", "3", "4"} & set(numbers)


class TestWhatIsTold:
    def test_where_it_is_and_what_to_read(self, played: Path, tmp_path: Path) -> None:
        copy = shutil.copy(played, tmp_path / "copy.sqlite")
        out = tmp_path / "rapport.html"
        with closing(open_database(Path(copy), create=False)) as database:
            told = write_report(database, Order(out, at=AT), UNWATCHED).lines()
        name, count, over_time, quotes = told
        assert (name, count) == (str(out), f"Med i rapporten: {FINISHED} intervjuer")
        assert over_time.endswith("Del ikke en ny før de nye er minst 5.")
        assert quotes.endswith("Les dem som er med, før rapporten deles.")
        assert "19. mai 2015" in out.read_text(encoding="utf-8")
