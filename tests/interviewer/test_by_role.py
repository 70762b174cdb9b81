"""Every screen, on a server, by each of those who log in there."""

import random
from collections.abc import Iterator, Mapping
from contextlib import closing, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import URL

from db.cases import load_register
from db.moving import move
from db.open_database import open_database
from db.problems import NoRights
from db.server.rights import prepare
from interviewer import services
from interviewer.failures import Trouble
from interviewer.services.caller import by_login
from interviewer.terminal.player import Player
from tests.db.server import NoServerHere, fresh_database, server, text_of
from tests.db.team import let_in
from tests.interviewer.scenes import calling, desk
from tests.interviewer.scenes.calling import IN_SEASON
from tests.interviewer.scenes.desk import DESK
from tests.interviewer.scenes.pictures import SCENES, SIZES, picture, picture_file, play_season
from tests.interviewer.scenes.scene import Scene
from tests.support.made_once import made_once

pytestmark = pytest.mark.slow

INTERVIEWER, COORDINATOR, READER = "proeve_aase", "proeve_turid", "proeve_leif"
START: Final = datetime(2015, 3, 17, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A season of practice, in a file that is only read."""
    return made_once(tmp_path_factory, "scenes.sqlite", play_season)


@pytest.fixture(scope="module")
def places(season: Path) -> Iterator[Mapping[bool, URL]]:
    """On a server, after the lines of the README: the same, and one where nothing has happened."""
    pytest.importorskip("psycopg", exc_type=ImportError)
    try:
        with server() as address, fresh_database(address) as new, fresh_database(address) as begun:
            with closing(open_database(season, create=False)) as file:
                move(file, text_of(begun), datetime.now(UTC))
            for place in (new, begun):
                with closing(open_database(text_of(place), create=True)) as owner:
                    load_register(owner)
                    with owner.fill() as connection:
                        prepare(connection, owner.survey)
            with closing(open_database(text_of(new), create=False)) as owner:
                let_in(owner)
            yield {False: new, True: begun}
    except NoServerHere as reason:
        pytest.skip(str(reason))


class Watched(Player):
    """Somebody at the keyboard, to whom nothing of what she does is refused."""

    prompt = None

    def settle(self) -> None:
        """Everything that was typed is dealt with."""
        super().settle()
        notice = self.screen.notice
        assert self.loop.problem is None, self.loop.problem
        assert notice is None or not str(notice.code).startswith(("DB-", "S-ERROR", "R-RIGHTS")), (
            notice
        )


def already_there(player: Player) -> None:
    """Nobody is asked for a name: whoever has logged in is known."""


NAMELESS = {calling.who_is_calling, calling.somebody_else, calling.practising, calling.own_quality}
"""Scenes that are about a name that is typed, or about practice."""


def offered(picture: str) -> list[str]:
    """The keys at the bottom of a picture."""
    return picture.splitlines()[-2:]


class Enough(Exception):
    """It was not in earnest."""


@pytest.mark.parametrize(
    "scene", [one for one in SCENES if one not in NAMELESS], ids=lambda one: str(one.__name__)
)
def test_every_screen(
    scene: Scene, places: Mapping[bool, URL], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the same keys lead on a file, they lead on a server; and nothing is refused.

    On a file it is pictured: what can be pressed there tells one screen from the other.
    """
    pictured = picture_file(scene, *SIZES[0]).read_text("utf-8")
    monkeypatch.setattr(calling, "call_list", already_there)
    monkeypatch.setattr(desk, "queue", already_there)
    reviewing = scene in DESK
    who = COORDINATOR if reviewing else INTERVIEWER
    place = places[reviewing or scene in IN_SEASON].set(username=who)
    chance = random.Random(scene.__name__)
    with closing(open_database(text_of(place), create=False)) as database:
        by_login(database)
        own = nullcontext() if scene is desk.persons_named else database.together()
        with suppress(Enough), own:  # a file is written from a transaction of its own
            player: Any = Watched(
                database, START, lambda: UUID(int=chance.getrandbits(128), version=4),
                reviewing=reviewing,
            )  # fmt: skip
            getattr(desk if reviewing else calling, scene.__name__)(player)
            assert offered(picture(player, *SIZES[0])) == offered(pictured)
            raise Enough


def test_the_coordinators_screens_are_closed_to_others(places: Mapping[bool, URL]) -> None:
    """With a sentence that says why; and to a reader the program does not open."""
    place = text_of(places[True].set(username=INTERVIEWER))
    with closing(open_database(place, create=False)) as database:
        with pytest.raises(Trouble) as trouble:
            Player(database, START, lambda: UUID(int=1), reviewing=True)
        assert trouble.value.code == "R-RIGHTS"
    place = text_of(places[True].set(username=READER))
    with closing(open_database(place, create=False)) as database, pytest.raises(NoRights):
        services.start(database, "")
