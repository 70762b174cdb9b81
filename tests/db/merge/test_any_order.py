"""Whatever is done with the same cases in two files, they may come back in any order."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.calls import add_contact, hang_up, update_contact
from db.interviews import record_answer
from db.persons.erasing import erase
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.desk import Desk
from tests.db.merge.acts import OF_EVERYBODY, act
from tests.db.merge.laptops import (
    at,
    differing,
    handed_out_twice,
    laptop,
    merged_in,
)

BERIT, HER_NUMBER = "Berit Bakk", "+4790011223"


@pytest.fixture(scope="module")
def parted(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of the same cases."""
    return handed_out_twice(made, tmp_path_factory.mktemp("parted"), Desk.known)


@pytest.mark.parametrize("seed", range(5))
def test_any_order_gives_the_same(seed: int, parted: Path, tmp_path: Path) -> None:
    """Whatever two people and the office do with them, and whichever file comes first."""
    office = Path(shutil.copytree(parted, tmp_path / "office", copy_function=shutil.copy))
    chance = random.Random(seed)
    with at(office / "hele.db") as db:
        for _ in range(chance.randrange(3)):
            act(Desk(db), chance)
    for name in ("åse", "bo"):
        with laptop(office / f"{name}.db") as away:
            for _ in range(chance.randrange(1, 7)):
                act(away, chance)
    shutil.copy(office / "åse.db", office / "senere.db")
    with laptop(office / "senere.db") as away:
        act(away, chance)
    orders = ("åse", "bo", "senere"), ("senere", "åse", "bo"), ("bo", "senere", "åse")
    assert differing([merged_in(order, office) for order in orders]) == set(), seed


def knows_berit(desk: Desk) -> None:
    """She is known: rung, noted, half interviewed; and it was she who told of somebody else."""
    her = replace(desk.known(), person=BERIT, phone=HER_NUMBER)
    update_contact(desk.db, desk.lease, her)
    call = desk.dial(her)
    said = desk.entry(desk.begin(), "respondent_name", BERIT)
    record_answer(desk.db, desk.lease, replace(said, remark=f"{BERIT} er på ferie"))
    note = f"Spør etter {BERIT}"
    hang_up(desk.db, desk.lease, call.id, Outcome.no_answer, note, desk.now())
    told_of = replace(desk.contact(Office.rehabilitation), source=f"Sentralbord ({BERIT})")
    add_contact(desk.db, desk.lease, told_of)
    update_contact(desk.db, desk.lease, replace(told_of, person="Kari Dal"))


@pytest.fixture(scope="module")
def met(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files in which Berit is known."""
    return handed_out_twice(made, tmp_path_factory.mktemp("met"), knows_berit)


@pytest.mark.parametrize("seed", range(3))
def test_who_is_erased_stays_erased(seed: int, met: Path, tmp_path: Path) -> None:
    """Whatever others do with the cases that she was in, and whichever file comes first."""
    office = Path(shutil.copytree(met, tmp_path / "office", copy_function=shutil.copy))
    chance = random.Random(seed)
    erasing = chance.choice([["hele"], ["åse"], ["hele", "bo"]])
    for name in ("hele", "åse", "bo"):
        with laptop(office / f"{name}.db") as away:
            for turn in range(chance.randrange(3)):
                act(away, chance, OF_EVERYBODY)
                if turn == 0 and name in erasing:
                    erase(away.db, away.sign(), BERIT)
            erase(away.db, away.sign(), BERIT if name in erasing else "Ingen Her")
    orders = ("åse", "bo"), ("bo", "åse"), ("bo", "åse", "bo")
    found = [merged_in(order, office) for order in orders]
    assert differing(found) == set(), seed
    assert [row for one in found for rows in one.values() for row in rows if "Berit" in row] == []
