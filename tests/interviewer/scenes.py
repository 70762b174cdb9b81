"""The main screens, each reached by the keys that a person would press.

The pictures of them are in `pictures/`; `python -m tests.interviewer.scenes` draws them anew.
"""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from db.engine import open_database
from interviewer.draw.frame import Surroundings
from interviewer.draw.picture import draw
from interviewer.player import Player

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 40))

Scene = Callable[[Player], None]


def who_is_calling(player: Player) -> None:
    """The only question before the first call."""
    player.type("Kari Li")


def call_list(player: Player) -> None:
    """All units, the first one marked."""
    player.type("Kari Lie")
    player.keys("enter")


def searching(player: Player) -> None:
    """A name that two municipalities share."""
    call_list(player)
    player.type("våler")


def case_card(player: Player) -> None:
    """A case after a call that ended with a number for somebody else."""
    searching(player)
    player.keys("enter", "enter")
    player.type("69 28 91 00")
    player.keys("enter", "f5", "2", "1", "f5", "5", "2")
    player.type("Anne Berg")
    player.keys("enter")
    player.type("69 28 91 23")
    player.keys("escape", "f9", "enter")
    player.type("Anne er der til kl. 14")
    player.keys("enter")


def whom_to_ring(player: Player) -> None:
    """The switchboard's number is asked for, once."""
    searching(player)
    player.keys("enter", "enter")
    player.type("69 28")


def reading_aloud(player: Player) -> None:
    """On the line: the introduction."""
    whom_to_ring(player)
    player.type(" 91 00")
    player.keys("enter")


def sent_on(player: Player) -> None:
    """A redirect: the departments."""
    reading_aloud(player)
    player.keys("f5")


def sent_on_how(player: Player) -> None:
    """A redirect: how."""
    sent_on(player)
    player.keys("2")


def found(player: Player) -> None:
    """The right person, two departments on, and the definitions read."""
    sent_on(player)
    player.keys("2", "1", "f5", "5", "1", "enter", "1", "1")
    player.type("Anne Berg")
    player.keys("enter", "enter", "enter", "enter", "enter", "1")


def question(player: Player) -> None:
    """The question that decides, with its definition open."""
    found(player)
    player.keys("f2")


def several(player: Player) -> None:
    """A question with several answers, one marked."""
    found(player)
    player.keys("1", *"11111")
    player.type("2010")
    player.keys("enter", "1")
    player.type("Frisk i Våler")
    player.keys("enter", "2", "5")


def check(player: Player) -> None:
    """A check that fires: more full-time equivalents than people."""
    several(player)
    player.keys("enter", "1", "f7", "f7", "1", "3", "enter", "4", "enter")


def missing_answer(player: Player) -> None:
    """Vet ikke where it cannot be."""
    found(player)
    player.keys("1", *"11111", "f7", "1", "f7")


def roster(player: Player) -> None:
    """Two offers, and whether there are more."""
    check(player)
    player.keys("1", "backspace", "2", "enter")
    player.keys("1", "enter", "1", "1", "enter", "1", "enter")
    for name in ("Leve med kols", "Mestring av smerte"):
        player.type(name)
        player.keys("enter", "1", "5", "enter", "3", "1", "1", "2", "enter", "2", "enter")
        player.type("18")
        player.keys("enter")
        if name == "Leve med kols":
            player.keys("1")


def overview(player: Player) -> None:
    """Everything on the route, and where to jump."""
    roster(player)
    player.keys("f6")


def hanging_up(player: Player) -> None:
    """How did the call end?"""
    roster(player)
    player.keys("f9")


def help_page(player: Player) -> None:
    """What the keys do."""
    reading_aloud(player)
    player.keys("f1")


SCENES: tuple[Scene, ...] = (
    who_is_calling,
    call_list,
    searching,
    whom_to_ring,
    case_card,
    reading_aloud,
    sent_on,
    sent_on_how,
    question,
    several,
    missing_answer,
    check,
    roster,
    overview,
    hanging_up,
    help_page,
)


@contextmanager
def played(scene: Scene) -> Iterator[Player]:
    """The scene, played on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "scene.sqlite", create=True)
        chance = random.Random(scene.__name__)
        start = datetime(2015, 3, 17, 9, 30, tzinfo=UTC)
        player = Player(database, start, lambda: UUID(int=chance.getrandbits(128), version=4))
        scene(player)
        yield player
        database.close()


def picture(player: Player, columns: int, rows: int) -> str:
    """The screen as text."""
    lines = draw(player.mode, Surroundings(columns, rows, player.now))
    assert len(lines) == rows
    assert all(line.cell_len <= columns for line in lines)
    return "".join(line.plain.rstrip() + "\n" for line in lines)


def picture_file(scene: Scene, columns: int, rows: int) -> Path:
    """Where the picture lies."""
    return PICTURES / f"{scene.__name__}-{columns}x{rows}.txt"


def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    for scene in SCENES:
        with played(scene) as player:
            for columns, rows in SIZES:
                file = picture_file(scene, columns, rows)
                file.write_text(picture(player, columns, rows), encoding="utf-8")


if __name__ == "__main__":
    main()
