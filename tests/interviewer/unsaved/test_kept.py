"""From the moment when storing fails, words are kept, whatever else goes wrong."""

import json
import os
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from db.database import Database
from db.people import sit_down
from db.problems import ConnectionLost, DiskFull
from interviewer.services.unsaved import drop_case, sign_anew, unsaved
from tests.interviewer.unsaved.aside import FULL, Aside, no_room
from tests.support.keyboard import NOON, Faulty, Keyboard
from tests.support.platforms import is_closed_to_others


class TestKept:
    """From the moment when storing fails, until it is stored."""

    @pytest.mark.parametrize("problem", [FULL, ConnectionLost("serveren")])
    def test_while_it_fails(
        self, asking: Keyboard, disk: Faulty, aside: Aside, problem: DiskFull
    ) -> None:
        """For the owner's eyes only, and no longer than it must."""
        disk.problem = problem
        asking.keys(*"Kari", "enter")
        assert all(map(is_closed_to_others, aside.files))
        assert "Kari" in aside.text
        disk.problem = None
        asking.retry()
        assert aside.files == []
        assert asking.entries()[-1].value == "Kari"

    def test_it_is_said_to_whoever_leaves(self, asking: Keyboard, disk: Faulty) -> None:
        disk.problem = FULL
        asking.keys(*"Kari", "enter", "ctrl+q")
        words = " ".join(asking.picture().split())
        assert "er tatt vare på her, og du får det tilbake neste gang du starter." in words

    def test_while_it_takes_long(self, asking: Keyboard, aside: Aside) -> None:
        """Nothing has failed, but the disk has worked for a second: the power may go before it is
        done."""
        asking.keys(*"Kari")
        asking.loop.press(asking._press("enter"))
        asking.loop.mind(asking.now)
        assert aside.files == []
        asking.loop.mind(asking.now)
        assert "Kari" in aside.text
        asking.settle()
        assert aside.files == []

    def test_when_the_window_is_closed_meanwhile(
        self, asking: Keyboard, database: Database, aside: Aside
    ) -> None:
        """Nothing has failed yet: it was on its way."""
        asking.keys(*"Kari")
        asking.loop.press(asking._press("enter"))
        entries = asking.entries()
        assert asking.loop.saving
        asking.loop.end(asking._press("end"))
        assert aside.files
        if asking.entries() != entries:  # it was stored while the program ended
            assert unsaved(database).deeds == ()


class TestWhereMoreGoesWrong:
    """Words are kept whatever else happens, and nothing is said of them that is not so."""

    @pytest.fixture
    def noting(self, asking: Keyboard, disk: Faulty) -> Keyboard:
        """Kari, with half a note at the end of a call."""
        asking.keys("f9", "1", "1", *"Prøv Å")
        return asking

    def test_a_window_that_is_closed_is_told_of_twice(self, noting: Keyboard, aside: Aside) -> None:
        noting.loop.end(noting._press("end"))
        noting.loop.end(noting._press("end"))
        noting.settle()
        assert "Prøv Å" in aside.text

    def test_the_disk_is_full_at_the_end(
        self, noting: Keyboard, disk: Faulty, aside: Aside
    ) -> None:
        disk.problem = FULL
        noting.loop.end(noting._press("end"))
        noting.settle()
        assert "Prøv Å" in aside.text

    def test_something_is_open_for_a_moment(self, asking: Keyboard, aside: Aside) -> None:
        """It is whoever works beneath that has typed."""
        asking.keys("f9", "1", "1", *"Prøv Å", "ctrl+f")
        asking.loop.end(asking._press("end"))
        asking.settle()
        assert "Prøv Å" in aside.text

    def test_what_is_typed_behind_it_finds_no_room(
        self, asking: Keyboard, disk: Faulty, aside: Aside, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is not said to be kept; and when there is room, it is."""
        disk.problem = FULL
        asking.keys(*"Kari", "enter")
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", no_room)
            asking.keys(*"leder")
            asking.retry()
            asking.keys("ctrl+q")
            assert "er tatt vare på" not in " ".join(asking.picture().split())
        asking.keys("ctrl+q")
        assert "leder" in aside.text

    def test_no_half_file_stays(
        self, asking: Keyboard, disk: Faulty, aside: Aside, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """However often there is no room."""
        monkeypatch.setattr(os, "fsync", no_room)
        disk.problem = FULL
        asking.keys(*"Kari", "enter")
        for _ in range(3):
            asking.retry()
        beside = aside.place
        assert not [one for one in beside.parent.iterdir() if one.name.startswith(beside.name)]

    @pytest.mark.parametrize(
        "spoils",
        [
            lambda told: told["steps"].append({}),
            lambda told: told["steps"].append("x"),
            lambda told: told["steps"][0]["args"].clear(),
            lambda told: told.update(typed=[1]),
            lambda told: told.update(at="2026-01-01T10:00:00"),
            lambda told: told["steps"][0]["args"][1].update(remark=None),
        ],
    )
    def test_a_spoilt_file_stops_no_start(
        self,
        left: Keyboard,
        database: Database,
        aside: Aside,
        spoils: Callable[[dict[str, Any]], None],
    ) -> None:
        """It is told of, or what is left of it is."""
        (file,) = aside.files
        told = json.loads(file.read_text(encoding="utf-8"))
        spoils(told)
        file.write_text(json.dumps(told), encoding="utf-8")
        file.with_name(f"{file.name}2").write_text(
            json.dumps(told | {"at": "2026-01-01T10:00:00+00:00"}), encoding="utf-8"
        )
        again = Keyboard(database)
        assert "lagret" in again.picture()
        again.keys("1")
        assert again.picture()

    def test_whoever_did_it_is_nobody_any_more(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """An older copy was put back: it is said where it lies."""
        (file,) = aside.files
        told = json.loads(file.read_text(encoding="utf-8")) | {"by": str(uuid4())}
        file.write_text(json.dumps(told), encoding="utf-8")
        seen = "".join(Keyboard(database).picture().split())
        assert "Densomskrevdet,finnesikkeidatabasen" in seen

    def test_two_are_one_person(self, disk: Faulty, database: Database) -> None:
        """What the other one did is offered to whoever they are now."""
        kari: Any = Keyboard(disk).sits_down()  # type: ignore[arg-type]
        kari.keys("enter", "f8", *"Ring etter ferien")
        disk.problem = FULL
        kari.keys("enter")
        disk.problem = None
        berit = sit_down(database, uuid4(), "Berit", "berit@pc", NOON)
        sign_anew(database, berit.id, kari.screen.who.id)
        assert "Ring etter ferien" in Keyboard(database, seat="berit@pc").picture()

    def test_a_coordinator_was_half_way_in_a_case_that_is_withdrawn(
        self, practice: Database
    ) -> None:
        """What she had typed of it goes, too."""
        told: dict[str, Any] = {"seat": "berit@pc", "reviewing": True}
        berit: Any = Keyboard(practice, NOON.replace(day=17), **told).sits_down("Berit")
        berit.keys("enter", "2", "5", *"Bare livsstilskurs")
        case_id = berit.screen.file.case_id
        berit.loop.end(berit._press("end"))
        berit.settle()
        assert "Bare livsstilskurs" in Aside(practice).text
        drop_case(practice, case_id)
        assert Aside(practice).files == []
