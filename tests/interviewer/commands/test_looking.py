"""Figures are counted by a look into the file, where that is enough; they are the same ones."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, timedelta
from json import dumps
from pathlib import Path
from typing import Any

import pytest

from db.backup import back_up_daily
from db.backup_places import folder_of
from db.database import Database
from db.exports.csv import write_csv
from db.exports.snapshot import snapshot
from db.exports.writing import Options
from db.looked_into import LookedInto
from db.open_database import open_database
from db.problems import DatabaseProblem
from db.progress import read_all_cases
from interviewer.commands.decide.codes_listing import print_codes
from interviewer.commands.decide.queue_listing import print_list, print_opened
from interviewer.commands.decide.rules import print_reclassified
from interviewer.commands.decide.shared_listing import print_shared
from interviewer.commands.looking import look_at
from interviewer.publish.claim_matrix import print_claim_matrix
from interviewer.publish.export_request import Order
from interviewer.publish.overview import preview_lines
from interviewer.publish.quality import print_quality
from interviewer.publish.status import print_status
from schemas.calls.settings import Settings
from schemas.codebook.codebook import fingerprint_of
from schemas.language.dates import local
from schemas.surveys import versions
from schemas.surveys.registry import survey_called
from schemas.surveys.survey import Survey
from tests.support.commands import run, said

RULES = Settings()
NOW = datetime(2015, 2, 20, 11, tzinfo=UTC)


def today() -> date:
    """Asked each time: a run of all tests may last beyond midnight."""
    return local(datetime.now(UTC)).date()


@pytest.fixture
def file(practised: Path, tmp_path: Path) -> Path:
    """A file of its owner's that has been backed up today."""
    file = tmp_path / "ringerunde.sqlite"
    file.write_bytes(practised.read_bytes())
    file.chmod(0o600)
    back_up_daily(file, today())
    return file


class Opening:
    """Looks at a place; tells how often the database had to be opened."""

    def __init__(self, file: Path) -> None:
        self.file, self.times = file, 0
        self.left = ExitStack()

    def opens(self) -> Database:
        self.times += 1
        self.last = self.left.enter_context(closing(open_database(self.file, create=False)))
        return self.last

    def look(self, survey: Survey | None = None) -> Any:
        return look_at(str(self.file), survey, self.opens, self.left.enter_context)


@pytest.fixture
def opening(file: Path) -> Any:
    found = Opening(file)
    with found.left:
        yield found


def changed(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(sql)


def test_a_look_counts_what_the_opened_database_counts(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    """Case by case, and to the letter of what is printed; and nothing is opened for it."""
    seen = opening.look()
    assert isinstance(seen, LookedInto)
    print_status(seen, NOW)
    told = capsys.readouterr().out
    assert opening.times == 0
    database = opening.opens()
    assert read_all_cases(seen, RULES) == read_all_cases(database, RULES)
    print_status(database, NOW)
    assert capsys.readouterr().out == told


def written(source: Any, folder: Path, **asked: Any) -> dict[str, bytes]:
    """An export, file by file."""
    write_csv(source, folder, options=Options(**asked))
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_an_export_is_what_the_opened_database_writes(opening: Opening, tmp_path: Path) -> None:
    """To the byte; only what names persons is opened for, as the trail tells of it."""
    seen = opening.look()
    looked = written(seen, tmp_path / "looked")
    assert opening.times == 0
    assert looked == written(opening.opens(), tmp_path / "opened")
    named = written(seen, tmp_path / "named", contacts=True)
    assert named == written(opening.last, tmp_path / "again", contacts=True)
    assert opening.times == 2


def test_nobody_waits_for_an_export_of_what_is_looked_into(opening: Opening, file: Path) -> None:
    """Whoever stores something meanwhile does so at once, and it is not in it."""
    with snapshot(opening.look()) as taken:
        before = [call.note for call in taken.calls]
        changed(file, "UPDATE call_attempt SET note = 'Ring etter ti.'")
        assert [call.note for call in taken.calls] == before
    assert opening.times == 0


def refuses_to_read(seen: Any) -> None:
    """As a page that is damaged."""
    reading = {sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA}
    seen._connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_DENY if action in reading else sqlite3.SQLITE_OK
    )


def test_nobody_waits_while_what_was_looked_at_is_read_on_the_screen(
    opening: Opening, file: Path
) -> None:
    """It may stand in a pager for an hour: who stores something in the meantime does so at once."""
    seen = opening.look()
    read_all_cases(seen, RULES)
    changed(file, "UPDATE call_attempt SET note = 'Ring etter ti.'")
    with snapshot(seen) as taken:
        assert {call.note for call in taken.calls} == {"Ring etter ti."}
    assert opening.times == 0


def test_what_is_opened_instead_can_be_written_to(opening: Opening, file: Path) -> None:
    """The look that was not enough is over by then."""
    overdue(file)
    database = opening.look()
    with database.write() as session:
        session.connection().exec_driver_sql("UPDATE call_attempt SET note = ''")
    assert opening.times == 1


def test_a_writer_is_waited_for_no_longer_than_usual(
    opening: Opening, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it is opened, which says that the database is in use."""
    monkeypatch.setattr("db.sqlite.BUSY_SECONDS", 0.05)
    seen = opening.look()
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseProblem) as problem, snapshot(seen):
            pass
    assert problem.value.code == "DB-BUSY"


def test_what_cannot_be_copied_is_opened(opening: Opening) -> None:
    """And read there, or it is said why it cannot be."""
    seen = opening.look()
    refuses_to_read(seen)
    with snapshot(seen) as taken:
        assert taken.calls.count > 0
    assert opening.times == 1


def test_what_stops_halfway_is_not_mixed_with_another_moment(opening: Opening) -> None:
    """The database may have gone on since: it is said that it cannot be read now."""
    seen: Any = opening.look()
    stops = iter([1])
    with seen.look() as reads:
        portions = reads.portions("SELECT id FROM unit")
        assert next(portions)
        seen._connection.set_progress_handler(lambda: next(stops, 0), 1)
        with pytest.raises(DatabaseProblem) as problem:
            next(portions)
    assert problem.value.code == "DB-NOT-READ"
    assert opening.times == 0


REVIEWED = """
INSERT INTO decision (id, case_id, number, kind, at, decided_by, reason, interview_id, revision,
                      klass, consent_how)
SELECT i.id, i.case_id, 1, 'accepted', '2015-02-20 11:00:00.000000', i.started_by, '', i.id, 1,
       json_extract(r.classification, '$.class'), NULL
  FROM interview AS i JOIN revision AS r ON r.interview_id = i.id
"""


def test_the_public_list_is_read_where_it_can_be_there(file: Path, opening: Opening) -> None:
    """Nobody is on it before a coordinator has looked; then it takes what they have allowed."""
    changed(file, REVIEWED)
    seen = opening.look()
    assert isinstance(seen, LookedInto)
    listed = read_all_cases(seen, RULES).having.listed
    assert opening.times == 0
    assert listed
    assert listed == read_all_cases(opening.opens(), RULES).having.listed


ERASED = """
INSERT INTO decision (id, case_id, number, kind, at, decided_by, reason, interview_id, revision,
                      consent_given_by, consent_given_on, consent_how, consent_contact)
SELECT case_id, case_id, 2, 'consented', '2015-02-21 11:00:00.000000', decided_by, '',
       interview_id, 1, 'slettet', '2015-02-21', 'phone', NULL FROM decision
"""


def test_the_public_list_shows_no_contact_of_whom_was_erased(
    file: Path, opening: Opening, tmp_path: Path
) -> None:
    """Nothing stands where she stood."""
    changed(file, f"{REVIEWED};{ERASED}")
    for source in (opening.look(), opening.opens()):
        assert "None" not in "".join(preview_lines(source, Order(tmp_path / "list", force=False)))


SENT_BACK = """
UPDATE interview SET open = 1 WHERE id = (SELECT max(interview_id) FROM decision);
INSERT INTO decision (id, case_id, number, kind, at, decided_by, reason, interview_id, revision,
                      question, consent_how)
SELECT case_id, case_id, 2, 'returned', '2015-02-21 11:00:00.000000', decided_by, 'Hvor mange?',
       interview_id, 1, 'staff', NULL
  FROM decision WHERE interview_id = (SELECT max(interview_id) FROM decision);
"""


@pytest.mark.parametrize("decided", ["", REVIEWED, f"{REVIEWED};{SENT_BACK}"])
def test_what_is_looked_at_reads_as_in_the_opened_database(
    file: Path, opening: Opening, decided: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """To the letter, with what was decided and sent back; and nothing is opened for it."""
    changed(file, decided)
    seen = opening.look()
    told = [_shown(seen, capsys)]
    assert opening.times == 0
    told.append(_shown(opening.opens(), capsys))
    assert told[0] == told[1]
    assert ("Hvor mange?" in told[0]) is (SENT_BACK in decided)


def _shown(source: Any, capsys: pytest.CaptureFixture[str]) -> str:
    print_list(source, NOW, everything=True)
    print_opened(source)
    print_shared(source)
    print_reclassified(source)
    print_codes(source)
    print_quality(source, NOW)
    print_claim_matrix(source)
    return capsys.readouterr().out


def not_backed_up(file: Path) -> None:
    """Today's start makes the day's backup."""
    for one in folder_of(file).iterdir():
        one.unlink()


def open_to_others(file: Path) -> None:
    """Opening closes it, and says so."""
    file.chmod(0o644)


def overdue(file: Path) -> None:
    """Opening tells that persons should have been erased."""
    day = today() - timedelta(days=1)
    changed(
        file,
        "INSERT INTO retention (id, until, said_by, at)"
        f" SELECT id, '{day}', id, '2015-03-01 10:00:00.000000' FROM interviewer LIMIT 1",
    )


def older(file: Path) -> None:
    """Opening brings it up to date, or says that it cannot."""
    changed(file, "UPDATE alembic_version SET version_num = '0001'")


def incomplete(file: Path) -> None:
    """Opening sums up anew what somebody has taken out."""
    changed(file, "DELETE FROM case_summary WHERE lane = 'live'")


def of_a_newer_survey(file: Path) -> None:
    """Opening says that the program is too old for it."""
    changed(file, "UPDATE unit SET group_id = 'ukjent' WHERE id = '0101'")


def of_no_survey(file: Path) -> None:
    """Opening says that it is damaged."""
    changed(file, "DELETE FROM survey")


def gone(file: Path) -> None:
    """Opening says that there is nothing."""
    file.unlink()


@pytest.mark.parametrize(
    "happens",
    [
        not_backed_up,
        pytest.param(
            open_to_others, marks=pytest.mark.skipif(os.name == "nt", reason="no modes of files")
        ),
        overdue,
        older,
        incomplete,
        of_a_newer_survey,
        of_no_survey,
        gone,
    ],
)
def test_what_is_out_of_the_ordinary_is_opened(file: Path, happens: Callable[[Path], None]) -> None:
    """Opening does what there is to do, and tells it."""
    happens(file)
    opened: list[Path] = []

    def opens() -> Any:
        opened.append(file)

    with ExitStack() as left:
        assert look_at(str(file), None, opens, left.enter_context) is None
    assert opened == [file]


def test_a_day_to_erase_persons_that_is_none_is_told_of(opening: Opening, file: Path) -> None:
    """Nobody can tell whether it has gone by."""
    overdue(file)
    changed(file, "UPDATE retention SET until = 'i morgen'")
    with pytest.raises(DatabaseProblem) as problem:
        opening.look()
    assert problem.value.code == "DB-MOMENT"


@pytest.mark.parametrize("column", ["document", "classification"])
def test_a_number_where_there_should_be_more_is_read_as_ever(
    opening: Opening, file: Path, column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """SQLite keeps JSON that is a number as that number, and not as a text."""
    changed(file, f"UPDATE revision SET {column} = 5")
    told = [_shown(opening.look(), capsys), _shown(opening.opens(), capsys)]
    assert told[0] == told[1] != ""


def test_a_change_of_the_questionnaire_that_is_not_declared_is_told_of(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by whoever opens it: data of two instruments would pass for data of one."""
    monkeypatch.setattr(versions, "released", lambda *_: {"fingerprint": "another"})
    with pytest.raises(DatabaseProblem) as problem:
        opening.look()
    assert problem.value.code == "V-UNDECLARED"


def test_so_is_what_is_asked_for_as_another_survey(opening: Opening) -> None:
    """Opening says whose it is."""
    assert opening.look(survey_called("health-trusts-2016")) is opening.last
    assert isinstance(opening.look(survey_called("municipal-services-2015")), LookedInto)


def test_a_page_that_cannot_be_read_is_told_of_as_ever(
    opening: Opening,
) -> None:
    """In the midst of a look, too: then the opened database reads it, or says why it cannot."""
    seen = opening.look()
    refuses_to_read(seen)
    assert len(read_all_cases(seen, RULES).cases) == 442
    assert opening.times > 0


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE call_attempt SET started_at = 2015", "DB-MOMENT"),
        ("UPDATE call_attempt SET ended_at = 0", "DB-MOMENT"),
        ("UPDATE call_attempt SET outcome = 'nonsense'", "DB-CODE"),
        ("UPDATE case_summary SET state = '[\"'", "DB-CONTENT"),
        ("UPDATE case_summary SET state = '[\"nonsense\"]'", "DB-CONTENT"),
    ],
)
def test_what_nobody_can_read_is_told_of(opening: Opening, file: Path, sql: str, code: str) -> None:
    """As by everything else that reads it."""
    changed(file, f"PRAGMA ignore_check_constraints = ON; {sql}")
    with pytest.raises(DatabaseProblem) as problem:
        read_all_cases(opening.look(), RULES)
    assert problem.value.code == code


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE decision SET klass = 'nonsense'", "DB-CODE"),
        ("UPDATE decision SET kind = 'nonsense'", "DB-CODE"),
        ("UPDATE decision SET at = 'i går'", "DB-MOMENT"),
        ('UPDATE revision SET classification = \'{"class":"nonsense"}\'', "DB-CODE"),
        ("UPDATE revision SET fingerprint = 'nonsense'", "DB-VERSION"),
    ],
)
def test_what_nobody_can_read_in_the_queue_is_told_of(
    opening: Opening, file: Path, sql: str, code: str
) -> None:
    """By a look and by the opened database."""
    changed(file, f"PRAGMA ignore_check_constraints = ON; {REVIEWED}; {sql}")
    for source in (opening.look(), opening.opens()):
        with pytest.raises(DatabaseProblem) as problem:
            print_list(source, NOW)
        assert problem.value.code == code


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE answer_entry SET at = 'i går' WHERE seq = 2",
        "UPDATE call_attempt SET started_at = '2015-02-30 10:00:00.000000'",
        "UPDATE decision SET consent_given_on = 'i går'",
    ],
)
def test_a_moment_that_is_none_is_in_no_export(
    opening: Opening, file: Path, sql: str, tmp_path: Path
) -> None:
    """Of a look and of the opened database."""
    changed(file, f"{REVIEWED}; {sql}")
    for source in (opening.look(), opening.opens()):
        with pytest.raises(DatabaseProblem) as problem:
            written(source, tmp_path / "spoilt")
        assert problem.value.code == "DB-MOMENT"


OLDER = "UPDATE codebook SET fingerprint = 'older'; UPDATE revision SET fingerprint = 'older';"
"""The interviews were made with a version before the one that the program has."""


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        ("UPDATE claim_form SET partners = '\"Moss\"'", "claim_form.partners"),
        ("UPDATE claim_form SET answers = '[1]'", "claim_form.answers"),
        ("UPDATE claim_form SET answers = '{\"trains\": []}'", "claim_form.answers"),
        ("UPDATE answer_entry SET steps_back = '[1]' WHERE seq = 3", "answer_entry.steps_back"),
        ("UPDATE answer_entry SET steps_back = '{}' WHERE seq = 3", "answer_entry.steps_back"),
        ("UPDATE interview SET steps_back = '[[\"intro\"]]'", "interview.steps_back"),
        (f"{OLDER} UPDATE codebook SET content = '[]'", "codebook.content"),
        (f"{OLDER} UPDATE codebook SET content = '{{}}'", "codebook.content"),
        ("UPDATE case_summary SET state = '7'", "case_summary.state"),
    ],
)
def test_what_has_another_form_is_in_no_export(
    opening: Opening, file: Path, sql: str, where: str, tmp_path: Path
) -> None:
    """Of a look and of the opened database: which column it is, is said."""
    changed(file, sql)
    for source in (opening.look(), opening.opens()):
        with pytest.raises(DatabaseProblem, match=where) as problem:
            written(source, tmp_path / "spoilt")
        assert problem.value.code == "DB-CONTENT"


def test_what_nobody_has_spoilt_is_a_fault_of_the_program(
    opening: Opening, file: Path, tmp_path: Path
) -> None:
    """A codebook is known by its fingerprint: where it is as it was kept, no backup helps."""
    content: dict[str, Any] = {"sections": []}
    mark = fingerprint_of(content)
    changed(
        file, f"{OLDER.replace('older', mark)} UPDATE codebook SET content = '{dumps(content)}'"
    )
    for source in (opening.look(), opening.opens()):
        with pytest.raises(KeyError):
            written(source, tmp_path / "whole")


@pytest.mark.parametrize("words", [("status",), ("export", "csv"), ("check",)])
def test_text_where_a_number_was_is_told_of(
    file: Path, words: tuple[str, ...], tmp_path: Path
) -> None:
    """By whatever command fails over it, with its table and column."""
    changed(file, "UPDATE call_attempt SET seconds = 'zz', number = 'zz' || number")
    words += ("--out", str(tmp_path / "spoilt")) if words[0] == "export" else ()
    told = said(run(file, *words))
    assert "tabellen og feltet «call_attempt." in told
    assert told.endswith("(DB-CONTENT)")
