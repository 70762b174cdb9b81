"""Invented seasons, each played once in a run and copied by whoever wants to change something.

And those that were played with released versions, brought up to date once.
"""

from contextlib import closing
from pathlib import Path

import pytest

from db.open_database import open_database
from interviewer.practice.season import play
from schemas.surveys.registry import survey_called
from tests.released import Released
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


def brought_forward(factory: pytest.TempPathFactory, one: Released) -> Path:
    """The file of a released version, as this program has brought it up to date."""

    def opened(path: Path) -> None:
        open_database(one.unpacked(path), create=False).close()

    return made_once(factory, f"{one}.sqlite", opened)
