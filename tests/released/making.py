"""The making of the small database of a version that is released, with the program of that day.

A practice season in a few of the survey's units, as `ringerunde demo` makes it.  Then a coordinator
decides about some, one interview is sent back, and one stops in the middle of a word.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from db.database import Database
from db.finished import finished
from db.histories import histories
from db.interviews import keep_place
from db.open_database import open_database
from db.people import sit_down
from db.records import Place
from interviewer import services
from interviewer.practice.season import play
from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.survey import Survey
from tests.released import decided, interviews_among
from tests.support.commands import run, said

UNITS: Final = 40
"""Enough for the interviews and what is under way beside them."""

SEASON: Final = timedelta(days=90)
"""Longer than the practice season lasts."""


def sample_of(survey: Survey) -> Frame:
    """A few units from all over the register."""
    units = register(survey.frame).units
    return Frame(survey.frame, units[:: max(1, len(units) // UNITS)])


def make(survey: Survey, sample: Frame, path: Path) -> None:
    """A database of the survey, filled with today's version."""
    with closing(
        open_database(path, create=True, survey=survey, sample=sample, practice=True, durable=False)
    ) as db:
        play(db, interviews_among(sample), seed=survey.year)
        if len(sample) > 1:
            leave_in_the_middle(db)
        with db.look() as reads:
            interviews = finished(reads)
    for words in decisions(survey, interviews):
        result = run(path, "review", *words, "--by", "Berit Tenktvik")
        assert result.exit_code == 0, said(result)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")


def decisions(survey: Survey, interviews: list[FinishedInterview]) -> Iterator[tuple[str, ...]]:
    """What the coordinator decides, as it is typed."""
    for one, what in zip(interviews[1:], decided(len(interviews)), strict=False):
        yield what, one.unit_id, *more_to_say(survey, one)[what]


def more_to_say(survey: Survey, one: FinishedInterview) -> dict[str, tuple[str, ...]]:
    """What a coordinator types behind the unit, for each decision."""
    other = next(k for k in survey.classes.of_interviews() if k is not one.derived)
    asked = next(question.id for question in survey.questionnaire.by_id.values() if question.codes)
    return {
        "accept": (),
        "override": (other.name, "--reason", "De har svart for en annen."),
        "return": ("--question", asked, "--reason", "Gjelder det hele året?"),
    }


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
