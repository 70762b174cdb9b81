"""The invented coordinator: there is something to publish then, and something left to decide."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db.database import Database
from db.open_database import open_database
from db.public_list import read_overview
from db.review_desk import read_desk, shared_services
from interviewer.practice.coordinator import decide_some
from schemas.calls.settings import Settings
from schemas.surveys.registry import names
from tests.db.desk import standings
from tests.support.seasons import season_of

SEASONS = {"municipal-services-2015": (12, 2021), "health-trusts-2016": (20, 2016)}
"""The interviews and the seed of those that other tests have played too."""


@pytest.mark.parametrize("name", tuple(names()))
def test_leaves_something_to_publish_and_something_to_decide(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the survey; and the same again from the same seed."""
    season = season_of(tmp_path_factory, *SEASONS[name], name)
    decided = []
    for copy in ("one", "two"):
        file = shutil.copy(season, tmp_path / f"{copy}.sqlite")
        with closing(open_database(file, create=False, durable=False)) as db:
            decide_some(db, 2021)
            decided.append(_counted(db))
    assert decided[0] == decided[1]


def _counted(db: Database) -> tuple[object, ...]:
    items, listed = read_desk(db, Settings()).items, read_overview(db)
    assert listed is not None
    assert listed.entries
    assert any(one.is_decided for one in items)
    assert not all(one.is_decided for one in items)
    if db.survey.sharing:
        assert any(one.settled for one in shared_services(db).proposals)
    decided = {unit: one.klass for unit, one in standings(db).items()}
    return decided, listed.entries, listed.beside


def test_has_nothing_to_do_where_nothing_is_finished(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "empty.sqlite", create=True, durable=False)) as db:
        decide_some(db, 1)
        assert standings(db) == {}
