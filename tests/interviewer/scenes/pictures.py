"""Every scene, played, and what the screen looks like then, as text."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from db.cases import load_register
from db.open_database import open_database
from interviewer.draw.bars import Surroundings
from interviewer.places import DATABASE_VARIABLE
from interviewer.practice.season import play
from interviewer.screens.picture import draw
from tests.interviewer.scenes.calling import CALLING, IN_SEASON
from tests.interviewer.scenes.desk import DESK
from tests.interviewer.scenes.scene import Pictured, Scene

PICTURES = Path(__file__).parents[1] / "pictures"
SIZES = ((80, 24), (120, 40))

SCENES: tuple[Scene, ...] = (*CALLING, *DESK)


@contextmanager
def played(scene: Scene, season: Path) -> Iterator[Pictured]:
    """The scene, played on a database of its own: a copy of the season where it needs one."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        path, desk = Path(folder) / "scene.sqlite", scene in DESK
        environment.setenv(DATABASE_VARIABLE, str(path))  # the usual one: no picture names it
        begun = desk or scene in IN_SEASON
        path.write_bytes(season.read_bytes() if begun else _new_file())
        with closing(open_database(path, create=False)) as database:
            chance = random.Random(scene.__name__)
            start = datetime(2015, 3, 17, 9, 30, tzinfo=UTC)
            player = Pictured(
                database,
                start,
                lambda: UUID(int=chance.getrandbits(128), version=4),
                reviewing=desk,
            )
            scene(player)
            yield player


def all_played() -> Iterator[tuple[Scene, Pictured]]:
    """Every scene, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        season = Path(folder) / "season.sqlite"
        play_season(season)
        for scene in SCENES:
            with played(scene, season) as player:
                yield scene, player


@cache
def _new_file() -> bytes:
    """A database with all cases, where nothing has happened."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.sqlite"
        with closing(open_database(path, create=True, durable=False)) as database:
            load_register(database)
        return path.read_bytes()


def play_season(path: Path) -> None:
    """A database with enough of a season in it that some cases wait for a coordinator."""
    with closing(open_database(path, create=True, durable=False)) as database:
        play(database, 20, 2015)


def around(
    player: Pictured, columns: int, rows: int, *, practice: bool = False, in_ascii: bool = False
) -> Surroundings:
    """What the real screen would tell the picture."""
    return Surroundings(
        columns,
        rows,
        player.now,
        ran=player.ran,
        practice=practice or player.prompt is not None,
        prompt=player.prompt,
        in_ascii=in_ascii,
    )


def picture(
    player: Pictured, columns: int, rows: int, *, practice: bool = False, in_ascii: bool = False
) -> str:
    """The screen as text."""
    surroundings = around(player, columns, rows, practice=practice, in_ascii=in_ascii)
    lines = draw(player.screen, surroundings)
    assert len(lines) == rows
    assert all(line.cell_len <= columns for line in lines)
    assert not any(line.style for line in lines)  # which what stands behind would inherit
    return "".join(line.plain.rstrip() + "\n" for line in lines)


def picture_file(scene: Scene, columns: int, rows: int) -> Path:
    """Where the picture lies."""
    return PICTURES / f"{scene.__name__}-{columns}x{rows}.txt"
