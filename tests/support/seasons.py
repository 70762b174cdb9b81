"""Invented seasons, each played once in a run and copied by whoever wants to change something."""

from contextlib import closing
from pathlib import Path

import pytest

from db.engine import open_database
from interviewer.practice.season import play
from schemas.surveys.registry import survey_called
from tests.support.made_once import made_once


def season_of(
    factory: pytest.TempPathFactory,
    interviews: int,
    seed: int,
    survey: str = "municipal-services-2015",
) -> Path:
    """The file of a season with so many finished interviews, and cases that are under way."""

    def played(path: Path) -> None:
        asked = survey_called(survey)
        with closing(open_database(path, create=True, survey=asked, durable=False)) as database:
            play(database, interviews, seed)

    return made_once(factory, f"{survey}-{interviews}-{seed}.sqlite", played)
