"""What two databases say differently about a case, on the coordinator's screens."""

from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from db.database import Database
from db.interviews import record_answer
from db.merge.conflicts import conflicts
from db.merge.handing_out import hand_out
from db.merge.merging import merge
from db.open_database import open_database
from db.people import sit_down
from interviewer.own_settings import read_settings
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from tests.db.desk import Desk
from tests.db.rounds import SERVICE
from tests.db.world import NOON, later
from tests.support.keyboard import Keyboard
from tests.support.municipalities import FRAME


@pytest.fixture
def berit(database: Database, tmp_path: Path) -> Keyboard:
    """Berit at her queue, after Åse's laptop was merged: both she and the office interviewed."""
    file = tmp_path / "åse.sqlite"
    åse = sit_down(database, uuid4(), "Åse", "åse@kontor", NOON)
    hand_out(database, åse, file, read_settings(), NOON, later(600), {FRAME["0101"].group.id})
    with closing(open_database(file, create=False)) as part:
        hers = Desk(part)
        record_answer(part, hers.lease, hers.entry(hers.begin(), "has_offers", "yes"))
        hers.talked(**SERVICE)
    Desk(database).talked(has_offers="no", plans="no", no_service_reason=("economy",))
    merge(database, file, later(700))
    return Keyboard(database, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")


def test_is_counted_listed_shown_and_settled(berit: Keyboard, database: Database) -> None:
    """F6 among the cases lists them; the case shows both answers; F6 there says what stands."""
    assert "motstrid: 1" in berit.picture()
    (before,) = conflicts(database)
    berit.keys("f4", "f6", "f6", "f6")
    assert "Motstrid: to filer" in berit.picture()
    berit.keys("enter")
    assert isinstance(berit.screen, DecideCase)
    assert "intervjuet to ganger. F6 avklarer." in berit.picture()
    assert "has_offers: Ja | –" in berit.picture()
    berit.keys("f6")
    assert "· intervjuet to ganger" in berit.picture()
    assert "Intervju 1 gjelder i stedet" in berit.picture()
    berit.keys("escape", "f6", "2")
    assert "motstriden er avklart" in berit.picture()
    assert "intervjuet to ganger" not in berit.picture()
    (after,) = conflicts(database, settled=True)
    assert (after.standing, after.others) == (before.others[0], (before.standing,))
    berit.keys("escape")
    assert isinstance(berit.screen, Cases)
    assert "motstrid" not in berit.picture()


def test_what_was_settled_meanwhile_is_not_settled_again(
    berit: Keyboard, database: Database
) -> None:
    """The other coordinator was first, at the keyboard or by command."""
    berit.keys("f4", "f6", "f6", "f6", "enter", "f6")
    other = Keyboard(database, seat="cato@pc", seed=8, reviewing=True).sits_down("Cato")
    other.keys("f4", "f6", "f6", "f6", "enter", "f6", "1")
    assert conflicts(database) == []
    berit.keys("1")
    assert "En annen har avgjort noe i saken" in berit.picture()
