"""What was typed or decided, and not stored when the program ended: offered, and stored once."""

import errno
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.engine import Database
from db.interviews import record_answer
from db.leases import release, take_case
from db.people import sit_down
from db.problems import ConnectionLost, DiskFull
from db.records import AnswerEntry, Signed
from interviewer import services
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.queue.state import Queue
from interviewer.screens.resume.state import Resume, WayOn
from interviewer.services.persons import erase_person, look_for_person
from interviewer.services.unsaved import drop_case, lying, place_of, sign_anew, unsaved
from schemas.calls.outcomes import Outcome
from schemas.review.sought import NOT_ASKED
from tests.db.desk import standings
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Faulty, Keyboard
from tests.support.platforms import is_closed_to_others

FULL = DiskFull("filen")


def no_room(_: int) -> None:
    """What a disk says that nothing more goes on."""
    raise OSError(errno.ENOSPC, "full")


@pytest.fixture
def disk(database: Database) -> Faulty:
    """A disk that can be told to fail."""
    return Faulty(database)


class Aside:
    """The files that lie aside of a database."""

    def __init__(self, database: Database) -> None:
        self.place = place_of(database)

    @property
    def files(self) -> list[Path]:
        """Those that are whole."""
        return lying(self.place)

    @property
    def text(self) -> str:
        """What is in the only one."""
        (file,) = self.files
        return file.read_text(encoding="utf-8")


@pytest.fixture
def aside(database: Database) -> Aside:
    """What is kept of it."""
    return Aside(database)


@pytest.fixture
def asking(disk: Faulty) -> Keyboard:
    """Kari at a question whose answer is a name."""
    kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
    kari.keys(*TO_THE_NAME)
    return kari


@pytest.fixture
def left(asking: Keyboard, disk: Faulty, database: Database) -> Keyboard:
    """The disk was full, Kari left all the same, and starts again when there is room."""
    disk.problem = FULL
    asking.keys(*"Kari", "enter", "ctrl+q", "ctrl+q")
    assert asking.left
    return Keyboard(database)


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


class TestOffered:
    """At the next start, with the question and the answer."""

    def test_it_is_shown(self, left: Keyboard) -> None:
        assert isinstance(left.screen, Resume)
        told = left.picture()
        assert "Dette er ikke lagret ennå:" in told
        assert "Et svar · Halden" in told
        assert "Hva er navnet ditt?" in told
        assert "Kari" in told

    def test_stored_and_on(self, left: Keyboard, aside: Aside) -> None:
        """Once, as it was given, and one goes on behind it."""
        left.keys("1")
        assert left.at == "respondent_role"
        assert [one.value for one in left.entries()][-1:] == ["Kari"]
        assert aside.files == []

    def test_stored_and_to_the_list(self, left: Keyboard, aside: Aside) -> None:
        left.keys("2")
        assert isinstance(left.screen, CallList)
        assert [one.value for one in left.entries()][-1:] == ["Kari"]
        assert aside.files == []

    def test_thrown_away(self, left: Keyboard, aside: Aside) -> None:
        left.keys("3")
        assert left.at == "respondent_name"
        assert "Kari" not in [one.value for one in left.entries()]
        assert aside.files == []

    def test_not_when_it_was_stored(self, left: Keyboard, database: Database, aside: Aside) -> None:
        """The reply may have been lost, and the answer not: it is not stored twice."""
        (file,) = aside.files
        kept = file.read_bytes()
        left.keys("1")
        file.write_bytes(kept)
        again = Keyboard(database)
        assert "ikke lagret ennå" not in again.picture()
        again.keys("1")
        assert [one.value for one in again.entries()].count("Kari") == 1
        assert aside.files == []

    def test_the_first_answer_of_an_interview(self, disk: Faulty, database: Database) -> None:
        """It begins the interview."""
        kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
        disk.problem = FULL
        kari.keys("enter", "ctrl+q", "ctrl+q")
        again = Keyboard(database)
        again.keys("1")
        assert len(again.entries()) == 1

    def test_of_a_case_that_nobody_holds(self, left: Keyboard, database: Database) -> None:
        """The file was written over by an older copy, in which she had not taken the case yet."""
        assert isinstance(left.screen, Resume)
        release(database, take_case(database, HALDEN, left.screen.who.id, left.now))
        again = Keyboard(database)
        assert again.screen.ways == (WayOn.store_leave, WayOn.let_lie, WayOn.drop)  # type: ignore[attr-defined]
        again.keys("1")
        assert isinstance(again.screen, CallList)
        assert [one.value for one in again.entries()][-1:] == ["Kari"]
        assert again.file().holder is None

    def test_not_to_another_at_the_seat(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """It was Kari who typed: it waits for her, and whoever sits there is told so."""
        assert isinstance(left.screen, Resume)
        release(database, take_case(database, HALDEN, left.screen.who.id, left.now))
        sit_down(database, uuid4(), "Ola", "test@pc", left.now.replace(hour=13))
        ola = Keyboard(database)
        assert isinstance(ola.screen, CallList)
        assert "Her ligger noe som Kari skrev, og som ikke ble lagret." in ola.picture()
        ola.keys("ctrl+p", *"Kari", "enter")
        assert isinstance(ola.screen, Resume), "Kari has sat down"
        ola.keys("1")
        assert aside.files == []
        assert [one.value for one in ola.entries()][-1:] == ["Kari"]

    def test_of_a_case_that_is_somebody_elses(
        self, asking: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """It is told whose it is, not mixed in, and stays until it is thrown away."""
        disk.problem = FULL
        asking.keys(*"Kari", "enter", "ctrl+q", "ctrl+q")
        ola = sit_down(database, asking._ids(), "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, asking.now + timedelta(hours=2))
        again = Keyboard(database)
        again.keys("1")
        told = " ".join(again.picture().split())
        assert "Dette kan ikke lagres nå." in told
        assert "Saken er i bruk hos Ola til" in told
        assert "Kari" in told
        again.keys("1")
        assert isinstance(again.screen, CallList)
        assert aside.files
        later = Keyboard(database)
        later.keys("3")
        assert aside.files == []

    def test_of_a_case_that_has_gone_on(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """What is newer counts: what was typed before does not come on top of it."""
        assert isinstance(left.screen, Resume)
        newer, lease = left.entries()[-1], take_case(database, HALDEN, left.screen.who.id, NOON)
        said = AnswerEntry(
            **{name: getattr(newer, name) for name in AnswerEntry.__slots__}
            | {"id": uuid4(), "at": newer.at + timedelta(days=1)}
        )
        record_answer(database, lease, said)
        again = Keyboard(database)
        again.keys("1")
        assert "CASE-SINCE" in again.picture()
        assert "Kari" not in [one.value for one in again.entries()]
        again.keys("2")
        assert aside.files == []

    def test_not_of_somebody_who_has_withdrawn(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """What was said goes, wherever it lies."""
        berit = sit_down(database, left._ids(), "Berit", "berit@pc", NOON)
        services.withdraw(database, Signed(left._ids(), berit.id, left.now), HALDEN)
        assert aside.files == []

    def test_not_of_somebody_who_is_erased(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """Her name is not in it any more, nor in what was to be put there when the power went."""
        (file_aside,) = aside.files
        draft = file_aside.with_name(f"{file_aside.name}.tmp")
        draft.write_bytes(file_aside.read_bytes())
        turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
        file = look_for_person(database, "Kari")
        assert file.aside == 1
        erase_person(database, Signed(uuid4(), turid.id, NOON), "Kari", file)
        (kept,) = unsaved(database).deeds
        assert kept.steps[0]["args"][1]["value"] == NOT_ASKED
        assert "Kari" not in aside.text
        assert not draft.exists()

    @pytest.mark.parametrize("spoilt", ["", "{", "[1]", '[{"entry": {}}]', '{"format": 2}', "[]"])
    def test_not_from_a_file_that_is_none(
        self, left: Keyboard, database: Database, aside: Aside, spoilt: str
    ) -> None:
        """It is said where it lies, and stays as it is."""
        (file,) = aside.files
        file.write_text(spoilt)
        again = Keyboard(database)
        told = again.picture(120, 40)
        assert "som ikke kan leses. Filen er ikke rørt." in " ".join(told.split())
        again.keys("1")
        assert file.read_text() == spoilt

    def test_not_from_a_newer_program(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """It may mean something else by the same words."""
        (file,) = aside.files
        told = {**json.loads(aside.text), "format": 3}
        file.write_text(json.dumps(told))
        again = Keyboard(database)
        assert "skrevet av en nyere Ringerunde" in " ".join(again.picture(120, 40).split())
        assert file.exists()

    def test_what_only_a_newer_program_does(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """A verb, or a class, that this one has no name for is said so, and made of nothing."""
        (file,) = aside.files
        file.write_text(aside.text.replace('"verb": "record"', '"verb": "os.system"'))
        again = Keyboard(database)
        assert "Noe denne versjonen av Ringerunde ikke kjenner." in again.picture()
        again.keys("1")
        assert file.exists()

    def test_from_the_version_before(
        self, left: Keyboard, database: Database, aside: Aside
    ) -> None:
        """It kept answers alone, all in one list in one file."""
        (file,) = aside.files
        told = json.loads(aside.text)
        entry = told["steps"][0]["args"][1]
        plain = {
            name: one["is"] if isinstance(one, dict) and "is" in one else one
            for name, one in entry.items()
            if name != "$"
        }
        file.unlink()
        before = place_of(database)
        old = [{"case_id": told["case"], "entry": plain, "begun": True}]
        before.write_text(json.dumps(old), encoding="utf-8")
        again = Keyboard(database)
        assert "Hva er navnet ditt?" in again.picture()
        again.keys("1")
        assert again.at == "respondent_role"
        assert [one.value for one in again.entries()][-1:] == ["Kari"]
        assert not before.exists()


def on_the_line(kari: Keyboard) -> None:
    """In a call, at the first question."""
    kari.dials()


def on_the_card(kari: Keyboard) -> None:
    """On a case that nobody is being rung in."""
    kari.keys("enter")


ENDS = {
    "SIGTERM, or a closed window": lambda kari: kari.loop.end(kari._press("end")),
    "Ctrl+Q twice": lambda kari: kari.keys("ctrl+q", "ctrl+q"),
    "the power": lambda kari: None,
}
"""How a program ends while something cannot be stored."""


class TestEverythingThatIsTyped:
    """Not answers alone: whatever somebody has typed is there at the next start, word by word."""

    @pytest.fixture
    def kari(self, disk: Faulty) -> Keyboard:
        """Kari at the list."""
        return Keyboard(disk).sits_down()  # type: ignore[arg-type]

    def again(
        self,
        kari: Keyboard,
        disk: Faulty,
        database: Database,
        keys: tuple[str, ...],
        end: Callable[[Keyboard], None] = ENDS["the power"],
    ) -> Keyboard:
        """What is found at the next start when the disk was full for these keys."""
        disk.problem = FULL
        kari.keys(*keys)
        assert kari.loop.failing
        end(kari)
        return Keyboard(database, at=kari.now)

    @pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
    def test_an_outcome_with_its_note(
        self,
        kari: Keyboard,
        disk: Faulty,
        database: Database,
        aside: Aside,
        end: Callable[[Keyboard], None],
    ) -> None:
        """However it ended; and one goes on where one would have been, on the card."""
        on_the_line(kari)
        again = self.again(kari, disk, database, ("f9", "1", *"Prøv Åse", "enter"), end)
        told = again.picture()
        assert "Slutten på en oppringning · Halden" in told
        assert Outcome.no_answer.label.nb in told
        assert "Prøv Åse" in told
        again.keys("1")
        (call,) = again.file().attempts
        assert (call.outcome, call.note) == (Outcome.no_answer, "Prøv Åse")
        assert isinstance(again.screen, Card)
        assert aside.files == []

    def test_an_appointment(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """With the outcome that it was made in; and it is kept only once it is kept."""
        on_the_line(kari)
        keys = ("f9", "c", *"i morgen 10:30", "enter", *"Spør etter Åse", "enter")
        again = self.again(kari, disk, database, keys)
        assert "Spør etter Åse" in again.picture()
        again.keys("1")
        agreed = again.file().appointment
        assert agreed is not None
        assert agreed.note == "Spør etter Åse"
        assert agreed.is_open

    def test_being_sent_on(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """To whom, and how."""
        on_the_line(kari)
        again = self.again(kari, disk, database, ("f5", "b", "1"))
        assert "En viderekobling · Halden" in again.picture()
        again.keys("1")
        (leg,) = again.file().redirects
        assert leg.how.name == "transferred"
        assert again.call.on_line is not None
        assert again.call.on_line.id == leg.to_id

    def test_whom_one_was_given(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """Name and number, as they were typed."""
        on_the_line(kari)
        kari.keys("f5", "e", "2")
        keys = (*"Anne Berg", "enter", *"69289123", "escape")
        again = self.again(kari, disk, database, keys)
        assert "Anne Berg" in again.picture()
        again.keys("1")
        anne = next(one for one in again.file().contacts if one.person == "Anne Berg")
        assert anne.phone == "+4769289123"

    def test_a_note_about_the_case(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        on_the_card(kari)
        again = self.again(kari, disk, database, ("f8", *"Ring etter ferien", "enter"))
        assert "Et notat om saken · Halden" in again.picture()
        again.keys("2")
        assert [one.words for one in again.file().notes] == ["Ring etter ferien"]

    def test_a_remark(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        on_the_line(kari)
        kari.keys("enter")
        again = self.again(kari, disk, database, ("f4", *"Hun nølte", "enter"))
        again.keys("1")
        assert [one.remark for one in again.entries()][-1:] == ["Hun nølte"]

    def test_a_half_typed_answer(self, kari: Keyboard, disk: Faulty, database: Database) -> None:
        """Each second it is stored as a draft; where that fails, too."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kar")
        disk.problem = FULL
        kari.mind()
        again = Keyboard(database)
        assert "Halvskrevet tekst · Halden" in again.picture()
        again.keys("1", "i", "enter")
        assert [one.value for one in again.entries()][-1:] == ["Kari"]

    def test_what_is_half_typed_when_the_window_closes(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """Nothing has failed: what has a place of its own is stored, and the note of a call that
        goes on is given back."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kar")
        kari.loop.end(kari._press("end"))
        kari.settle()
        assert aside.files == []
        kari = Keyboard(database)
        kari.keys("1", "f9", "1", *"Prøv Å")
        kari.loop.end(kari._press("end"))
        kari.settle()
        again = Keyboard(database)
        told = again.picture()
        assert "Dette ble skrevet, men ikke brukt." in told
        assert "Prøv Å" in told
        assert again.screen.ways == (WayOn.keep, WayOn.drop)  # type: ignore[attr-defined]
        again.keys("1")
        assert aside.files
        Keyboard(database).keys("2")
        assert aside.files == []

    def test_what_is_typed_behind_it(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """Nobody knows which question it was for: it is not stored, and not lost."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME)
        keys = (*"Kari", "enter", *"leder")
        again = self.again(kari, disk, database, keys, ENDS["Ctrl+Q twice"])
        assert "leder" in again.picture()
        again.keys("1")
        assert [one.value for one in again.entries()][-1:] == ["Kari"]
        assert aside.files, "until somebody says that it is not needed"
        last = Keyboard(database)
        assert "leder" in last.picture()
        last.keys("2")
        assert aside.files == []

    def test_stored_once_where_it_is_tried_again(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """It fails at the next start, too, in the middle of it."""
        on_the_card(kari)
        self.again(kari, disk, database, ("f8", *"Ring etter ferien", "enter"))
        disk.problem = None
        again = Keyboard(disk)  # type: ignore[arg-type]
        disk.problem = FULL
        again.keys("1")
        assert len(aside.files) == 1
        disk.problem = None
        again.retry()
        assert [one.words for one in again.file().notes] == ["Ring etter ferien"]
        assert aside.files == []

    def test_not_of_somebody_who_is_erased(
        self, kari: Keyboard, disk: Faulty, database: Database, aside: Aside
    ) -> None:
        """In no text that lies there: her name and her number go, and what was said stays."""
        on_the_line(kari)
        kari.keys("f5", "e", "2")
        keys = (*"Anne Berg", "enter", *"69289123", "escape")
        again = self.again(kari, disk, database, keys)
        turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
        file = look_for_person(database, "Anne Berg")
        assert file.aside == 1
        erase_person(database, Signed(uuid4(), turid.id, NOON), "Anne Berg", file)
        assert "Anne" not in aside.text
        assert "69289123" not in aside.text
        again = Keyboard(database, at=kari.now)
        again.keys("1")
        assert aside.files == []
        assert not any(one.person or one.phone for one in again.file().contacts)

    def test_the_end_of_a_call_that_was_stored_after_all(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """The reply was lost.  What was agreed on in it, with whoever was reached, is still to be
        kept when the same is stored again."""
        on_the_line(kari)
        kari.keys(*TO_THE_NAME, *"Kari", "enter")
        kari.keys("f9", "c", *"om 20 min", "enter")
        kari.loop.press(kari._press("enter"))
        kari.loop.set_aside()
        (file,) = aside.files
        kept = file.read_bytes()
        kari.settle()
        file.write_bytes(kept)
        again = Keyboard(database, at=kari.now)
        again.keys("1")
        agreed = again.file().appointment
        assert agreed is not None
        assert agreed.is_open

    def test_two_windows(self, disk: Faulty, database: Database, aside: Aside) -> None:
        """Each keeps its own."""
        disk.problem = None
        for name in ("Kari", "Ola"):
            other = Faulty(database)
            one = Keyboard(other, seat=f"{name}@pc", seed=len(name)).sits_down(name)  # type: ignore[arg-type]
            one.keys(*("Halden" if name == "Kari" else "Moss"), "enter", "f8", *"Hei")
            other.problem = FULL
            one.keys("enter")
        assert len(aside.files) == 2


class TestACoordinator:
    """What she decides, too."""

    def test_a_decision_with_its_reason(self, practice: Database) -> None:
        disk, at = Faulty(practice), NOON.replace(day=17)
        told: dict[str, Any] = {"seat": "berit@pc", "reviewing": True}
        berit: Any = Keyboard(disk, at, **told).sits_down("Berit")  # type: ignore[arg-type]
        berit.keys("enter")
        unit = berit.screen.unit
        disk.problem = FULL
        berit.keys("2", "5", *"Bare livsstilskurs", "enter", "ctrl+q", "ctrl+q")
        again = Keyboard(practice, berit.now, **told)
        shown = again.picture()
        assert f"En avgjørelse · {unit.label}" in shown
        assert "Bare livsstilskurs" in shown
        again.keys("1")
        assert isinstance(again.screen, Queue)
        review = standings(practice)[unit.id].review
        assert review is not None
        assert review.reason == "Bare livsstilskurs"
        assert Aside(practice).files == []


class TestWhereMoreGoesWrong:
    """Words are kept whatever else happens, and nothing is said of them that is not so."""

    @pytest.fixture
    def noting(self, asking: Keyboard, disk: Faulty) -> Keyboard:
        """Kari, with half a note at the end of a call."""
        asking.keys("f9", "1", *"Prøv Å")
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
        asking.keys("f9", "1", *"Prøv Å", "ctrl+f")
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
