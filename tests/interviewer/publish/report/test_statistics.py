"""The season for SPSS: every code of every closed question, counted by SQL written by hand.

Read back by pyreadstat, and where it is installed by PSPP, which knows nothing of ours.
"""

import csv
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from db.exports.export_tables import InterviewStatus
from db.exports.spss import write_sav
from db.open_database import open_database
from schemas.codebook.columns import LONGEST
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.interviewer.publish.report.raw import Raw

pyreadstat: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
pytest.importorskip("pandas", reason="the extra spss is not installed")

Counted = dict[str, Counter[int | None]]
"""How many rows have each number, by column; None where nothing stands."""

CLASSES: Final = ("service", "offers_only", "planning", "borderline", "none", "covered")

ASKED: Final = """
select case coalesce(json_extract(document, '{path}.missing'), json_type(document, '{path}'))
       when 'not_asked' then -7 when 'dont_know' then -8 when 'refused' then -9
       else coalesce({number}, -7) end, count(*)
from {view} group by 1
"""
"""A section that was not on the way is not in the document at all."""


def numbered(value: str, slugs: tuple[str, ...]) -> str:
    """The position of a slug in its list, from 1."""
    whens = (f"when '{slug}' then {number}" for number, slug in enumerate(slugs, start=1))
    return f"case {value} {' '.join(whens)} end"


def columns(question: Question, path: str) -> Iterator[tuple[str, str]]:
    """The columns of a question, and the number that stands there in SQL."""
    if question.type.name == "single":
        slugs = tuple(code.name for code in question.codes)
        yield question.id, numbered(f"json_extract(document, '{path}')", slugs)
        return
    for number, code in enumerate(question.codes, start=1):
        name = f"{question.id}__{code.name}"
        among = f"select 1 from json_each(document, '{path}') where value = '{code.name}'"
        chosen = f"case json_type(document, '{path}') when 'array' then exists({among}) end"
        yield name if len(name) <= LONGEST else f"{question.id}__{number}", chosen


def by_sql(raw: Raw, *, offers: bool) -> Counted:
    """Every coded column of the interviews, or of the offers."""
    counted: Counted = {}
    for name, section in PhaseTwo.sections.items():
        if issubclass(section, Roster) is not offers:
            continue
        for question in section.questions:
            if question.type.name in {"single", "multi"}:
                path = f"$.{question.id}" if offers else f"$.{name}.{question.id}"
                for column, number in columns(question, path):
                    view = "offer" if offers else "finished"
                    sql = ASKED.format(path=path, number=number, view=view)
                    counted[column] = Counter(dict(raw.ask(sql)))
    return counted


def decided_by_sql(raw: Raw) -> Counted:
    """The class that follows from the answers, and the one that a coordinator has set."""
    said = {"class": "derived", "decision": "decided"}
    select = "select {}, count(*) from finished group by 1"
    return {
        column: Counter(dict(raw.ask(select.format(numbered(of, CLASSES)))))
        for column, of in said.items()
    }


@pytest.fixture(scope="module", params=["interviews", "offers"])
def table(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sav(played: Path, table: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The season as a file for SPSS."""
    file = tmp_path_factory.mktemp("sav") / f"{table}.sav"
    with closing(open_database(played, create=False)) as database:
        write_sav(database, file, table=table)
    return file


@pytest.fixture(scope="module")
def expected(raw: Raw, table: str) -> Counted:
    if table == "offers":
        return by_sql(raw, offers=True)
    return by_sql(raw, offers=False) | decided_by_sql(raw)


class TestEveryCode:
    def test_is_counted_by_pyreadstat(self, sav: Path, expected: Counted) -> None:
        frame, _ = pyreadstat.read_sav(str(sav), user_missing=True)
        frame = frame[frame["status"] == InterviewStatus.complete.number]
        for column, counts in expected.items():
            told = Counter(None if value != value else int(value) for value in frame[column])
            assert told == counts, column

    @pytest.mark.skipif(not shutil.which("pspp"), reason="PSPP is not installed")
    def test_is_counted_by_pspp(self, sav: Path, expected: Counted) -> None:
        """And what is missing is missing there: no per cent is of it."""
        told = dict(zip(expected, frequencies(sav, list(expected)), strict=True))
        for column, counts in expected.items():
            missing = {code: n for code, n in counts.items() if code is None or code < 0}
            valid = {code: n for code, n in counts.items() if code not in missing}
            assert told[column] == (valid, missing), column

    def test_has_something_missing_for_every_reason(self, expected: Counted) -> None:
        """Or the comparison would not tell much."""
        codes = Counter[int | None]()
        for counts in expected.values():
            codes += counts
        assert {-9, -8, 0, 1, 2, 3} <= set(codes)
        assert len(expected) > 10


Frequencies = tuple[dict[int | None, int], dict[int | None, int]]


def frequencies(sav: Path, names: list[str]) -> Iterator[Frequencies]:
    """Column by column what PSPP calls valid, and what it calls missing."""
    out = sav.with_suffix(".csv")
    syntax = (
        f"SET TNUMBERS=VALUES.\nGET FILE='{sav}'.\nSELECT IF (status = 1).\n"
        f"FREQUENCIES /VARIABLES={' '.join(names)} /STATISTICS=NONE.\n"
    )
    answer = subprocess.run(
        ["pspp", "-o", str(out), "-"], input=syntax, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr + answer.stdout
    for shown in out.read_text(encoding="utf-8").split("\n\n"):
        yield _table(list(csv.reader(shown.splitlines())))


def _table(rows: list[list[str]]) -> Frequencies:
    """The first column says what the rows are until it says something else."""
    kind, found = "", {"Valid": dict[int | None, int](), "Missing": dict[int | None, int]()}
    for first, code, count, *_ in rows[2:]:
        kind = first or kind
        if kind in found:
            found[kind][int(code) if code != "." else None] = int(count)
    return found["Valid"], found["Missing"]
