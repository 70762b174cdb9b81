"""What was kept is offered at the next start, to whoever may have it, and stored once."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from db.database import Database
from db.interviews import record_answer
from db.leases import release, take_case
from db.people import sit_down
from db.records import AnswerEntry, Signed
from interviewer import services
from interviewer.screens.call_list.state import CallList
from interviewer.screens.resume.state import Resume, WayOn
from interviewer.services.persons import erase_person, look_for_person
from interviewer.services.unsaved import place_of, unsaved
from schemas.review.sought import NOT_ASKED
from tests.interviewer.unsaved.aside import FULL, Aside
from tests.support.keyboard import HALDEN, NOON, Faulty, Keyboard


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
        assert "Her ligger noe som Kari skrev, og som ikke er lagret." in ola.picture()
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
