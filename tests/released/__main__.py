"""Make the database of today's version: `python -m tests.released NAME-OF-THE-SURVEY`.

A practice season in a few of the survey's units, as `ringerunde demo` makes it.  Then a coordinator
decides about some, one interview is sent back, and one stops in the middle of a word.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

from db.engine import Database, open_database
from db.finished import finished
from db.histories import histories
from db.interviews import keep_place
from db.people import sit_down
from db.records import Place
from interviewer import services
from interviewer.practice.season import play
from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.registry import survey_called
from schemas.surveys.survey import Survey
from tests.released import Released
from tests.support.commands import run, said

INTERVIEWS: Final = 14
UNITS: Final = 40
"""Enough for the interviews and what is under way beside them; of three, two are finished."""

SEASON: Final = timedelta(days=90)
"""Longer than the practice season lasts."""


def sample_of(survey: Survey) -> Frame:
    """A few units from all over the register."""
    units = register(survey.frame).units
    return Frame(survey.frame, units[:: max(1, len(units) // UNITS)])


def make(survey: Survey, path: Path) -> None:
    """A database of the survey, filled with today's version."""
    with closing(
        open_database(path, create=True, survey=survey, sample=sample_of(survey), durable=False)
    ) as db:
        play(db, min(INTERVIEWS, len(db.frame) - 1), seed=survey.year)
        leave_in_the_middle(db)
        with db.read() as session:
            interviews = finished(session)
    for words in decisions(survey, interviews):
        result = run(path, "review", *words, "--by", "Berit Tenktvik")
        assert result.exit_code == 0, said(result)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")


def decisions(survey: Survey, interviews: list[FinishedInterview]) -> Iterator[tuple[str, ...]]:
    """What the coordinator decides, as it is typed."""
    *accepted, overridden, returned = interviews[:5]
    for one in accepted:
        yield "accept", one.unit_id
    other = next(k for k in survey.classes.of_interviews() if k is not overridden.derived)
    yield "override", overridden.unit_id, other.name, "--reason", "De har svart for en annen."
    asked = next(question.id for question in survey.questionnaire.by_id.values() if question.codes)
    yield "return", returned.unit_id, "--question", asked, "--reason", "Gjelder det hele året?"


def leave_in_the_middle(db: Database) -> None:
    """An open interview that somebody holds, with half an answer: the power went."""
    at = db.survey.practice.begins + SEASON
    who = sit_down(db, UUID(int=1), "Kari Tenktlie", "kontoret", at)
    case_id = next(one.case_id for one in histories(db) if one.interview == "open")
    opened = services.open_case(db, case_id, who, at)
    assert opened.interview is not None
    last = opened.interview.entries[-1]
    place = Place(opened.interview.interview.id, last.question, last.item, "Halvferd", at)
    keep_place(db, opened.lease, place)


def main(name: str) -> None:
    """Make the database of a survey, unless its version has one."""
    survey = survey_called(name)
    kept = Released(survey, survey.questionnaire.version)
    if kept.has_file:
        sys.exit(f"{kept.file} is there already, and is never made anew")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.sqlite"
        make(survey, path)
        kept.pack(path)
    print(kept.file, f"{kept.file.stat().st_size // 1024} kB")  # noqa: T201


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(sys.argv[1])
