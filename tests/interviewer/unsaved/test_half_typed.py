"""Words that wait for their Enter come back after a kill, wherever one types: nothing is asked of a
program that is killed, so they lie aside a second after they were typed."""

import os
from typing import Any
from uuid import uuid4

import pytest

from db.database import Database
from db.people import sit_down
from db.records import Place, Signed
from interviewer.engine.entries.written import UnitsOf
from interviewer.engine.kept_verbs import KEPT
from interviewer.services.persons import erase_person, look_for_person
from interviewer.services.unsaved import DRAFT
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.code_lists.outlook import Challenge
from tests.interviewer.unsaved.aside import FULL, Aside
from tests.support.keyboard import NOON, TO_THE_NAME, TO_THE_OFFERS, Faulty, Keyboard
from tests.support.municipalities import FRAME

TO_CALL = ("enter", "enter")
"""From the card of a case whose switchboard has no number yet into the call."""

WORDS = {
    "a note about the case": (("f8", *"Ring Åse"), "Ring Åse"),
    "a note for whoever rings next": ((*TO_CALL, "f9", "1", *"Prøv Å"), "Prøv Å"),
    "when to ring": ((*TO_CALL, "f9", "c", *"i morgen kl"), "i morgen kl"),
    "whom to reach": ((*TO_CALL, "f5", "e", "2", *"Anne Be"), "Anne Be"),
    "half a number": ((*TO_CALL, "f5", "e", "2", "enter", *"6928"), "6928"),
    "a remark below something else": (
        (*TO_CALL, "enter", "f4", *"Hun nølte", "f9", "1", *"Prøv Å"),
        "Prøv Å",
    ),
}
"""What one types where, and what is shown of it at the next start."""


@pytest.fixture
def kari(database: Database) -> Keyboard:
    """Kari on the card of Halden."""
    kari = Keyboard(database).sits_down()
    kari.keys("enter")
    return kari


@pytest.fixture
def remarking(database: Database) -> Keyboard:
    """Kari, half way in a remark on somebody's name."""
    kari = Keyboard(database).sits_down().dials()
    kari.keys(*TO_THE_NAME, "f4", *"Hun nøl")
    return kari


class TestARemark:
    """Which question it is on, and what to press, is said; and one goes on in it."""

    def test_is_offered(self, remarking: Keyboard, database: Database) -> None:
        remarking.mind()
        told = " ".join(Keyboard(database).picture().split())
        assert (
            "En merknad · Halden (Østfold) Hva er navnet ditt? "
            "Merknad til spørsmålet, som F4 fortsetter der: Hun nøl "
            "1 Lagre det, og fortsett akkurat der du var"
        ) in told

    def test_goes_on(self, remarking: Keyboard, database: Database, aside: Aside) -> None:
        """With one key at its question, which a remark does not answer; with another in it."""
        remarking.mind()
        again = Keyboard(database, at=remarking.now, seed=1)
        again.keys("1")
        assert (again.at, again.entries()[-1].remark) == ("respondent_name", "Hun nøl")
        again.keys("f4", *"te", "enter")
        assert again.entries()[-1].remark == "Hun nølte"
        again.mind()
        assert aside.files == []

    def test_goes_on_at_the_first_question(self, kari: Keyboard, database: Database) -> None:
        """Where nothing else has been stored of the interview, not even where she stood."""
        kari.keys(*TO_CALL, "f4", *"Hun nøl")
        first = kari.at
        kari.mind()
        again = Keyboard(database, at=kari.now, seed=1)
        again.keys("1")
        assert (again.at, again.entries()[-1].remark) == (first, "Hun nøl")

    def test_is_not_wanted(self, remarking: Keyboard, database: Database, aside: Aside) -> None:
        remarking.mind()
        again = Keyboard(database, at=remarking.now, seed=1)
        again.keys("3")
        assert aside.files == []
        assert not any(one.remark for one in again.entries())

    def test_beside_an_answer_that_is_half_typed(self, kari: Keyboard, database: Database) -> None:
        """Each in its place."""
        kari.keys(*TO_CALL, *TO_THE_NAME, *"Anne", "f4", *"Hun nøl")
        kari.mind()
        kari.mind()
        again = Keyboard(database, at=kari.now, seed=1)
        again.keys("1")
        entry = again.call.talk.entry
        assert entry is not None
        assert (entry.typed, again.entries()[-1].remark) == ("Anne", "Hun nøl")


class TestAnAnswerOfSeveral:
    """What is crossed off, or chosen, before Enter says that it was all, comes back as well."""

    @pytest.fixture
    def crossing(self, kari: Keyboard) -> Keyboard:
        """Kari has crossed off two challenges, and goes on."""
        kari.keys(*TO_CALL, *TO_THE_OFFERS, "1", "f6", *"største utfordringene", "enter", "1", "3")
        kari.mind()
        return kari

    def test_codes(self, crossing: Keyboard, database: Database) -> None:
        again = Keyboard(database, at=crossing.now, seed=1)
        again.keys("1")
        assert [mark for mark in "123" if f"{mark} [x]" in again.picture()] == ["1", "3"]
        again.keys("enter")
        assert again.stored()[Key("challenges")] == (Challenge.economy, Challenge.premises)

    def test_not_what_has_been_answered(self, crossing: Keyboard, database: Database) -> None:
        crossing.keys("enter", "pageup")
        crossing.mind()
        assert crossing.call.talk.place == (Key("challenges"), "")

    def test_is_told_by_its_words(self, crossing: Keyboard) -> None:
        """Where it could not be stored, and lies aside."""
        who, talk = crossing.call.who, crossing.call.talk
        assert talk.entry is not None
        place = Place(talk.interview_id, "challenges", None, talk.entry.typed, NOON)
        (words,) = KEPT["keep_place"].words(who, (None, place))
        assert words == "Økonomiske rammer, Små eller uegnede lokaler"

    def test_units(self) -> None:
        """With the letters of the next one."""
        empty = UnitsOf(FRAME, one=False)
        chosen = empty.paste("moss").done()
        assert isinstance(chosen, UnitsOf)
        half = chosen.paste("hal")
        again = empty.remembering(half.typed)
        assert (again.chosen, again.line.text) == (("0104",), "hal")
        assert empty.remembering("hal").line.text == "hal"


class TestWhereverOneTypes:
    """A second later the words lie aside, and are shown at the next start."""

    @pytest.mark.parametrize(("keys", "words"), WORDS.values(), ids=WORDS)
    def test_it_comes_back(
        self, kari: Keyboard, database: Database, keys: tuple[str, ...], words: str
    ) -> None:
        kari.keys(*keys)
        kari.mind()
        assert words in Keyboard(database, at=kari.now).picture()

    def test_the_reason_of_a_coordinator(self, practice: Database) -> None:
        told: dict[str, Any] = {"seat": "berit@pc", "reviewing": True}
        berit = Keyboard(practice, NOON.replace(day=17), **told).sits_down("Berit")
        berit.keys("enter", "2", "5", *"Bare livsstil")
        berit.mind()
        assert "Bare livsstil" in Keyboard(practice, berit.now, **told).picture()

    def test_what_nobody_types_lies_nowhere(self, kari: Keyboard, aside: Aside) -> None:
        """An answer that is half typed has its place in the database; a search is typed again."""
        kari.keys(*TO_CALL, *TO_THE_NAME, *"Anne", "f6", *"rolle")
        kari.mind()
        kari.mind()
        assert aside.files == []


class TestNoLongerThanItMust:
    """It may tell of somebody: what is stored, or given up, lies nowhere any more."""

    @pytest.mark.parametrize("key", ["enter", "escape", "f9"])
    def test_stored(self, remarking: Keyboard, aside: Aside, key: str) -> None:
        remarking.mind()
        assert "Hun nøl" in aside.text
        remarking.keys(key)
        assert remarking.entries()[-1].remark == "Hun nøl"
        assert aside.files == []

    def test_given_up(self, kari: Keyboard, aside: Aside) -> None:
        """Escape twice, and a second later it is gone; or at once, where one leaves."""
        kari.keys("f8", *"Ring Åse")
        kari.mind()
        kari.keys("escape", "escape")
        kari.mind()
        assert aside.files == []
        kari.keys("f8", *"Ring Åse")
        kari.mind()
        kari.keys("escape", "escape", "ctrl+q")
        assert kari.left
        assert aside.files == []

    def test_while_something_else_is_stored(self, remarking: Keyboard, aside: Aside) -> None:
        """The case is held longer while one writes: the words stay where they are."""
        remarking.mind()
        remarking.wait(remarking.call.lease.expires_at - remarking.now)
        remarking.mind()
        assert "Hun nøl" in aside.text

    def test_where_the_words_stay_nothing_is_written(
        self, remarking: Keyboard, aside: Aside
    ) -> None:
        """However long they stand there."""
        remarking.mind()
        (written,) = aside.files
        there = written.stat().st_ino, written.stat().st_mtime_ns
        remarking.mind()
        assert (written.stat().st_ino, written.stat().st_mtime_ns) == there

    def test_what_was_not_whole_when_the_program_was_killed(
        self, remarking: Keyboard, database: Database, aside: Aside
    ) -> None:
        """Another window may be writing it; a minute later nobody is."""
        remarking.mind()
        (whole,) = aside.files
        half = whole.with_name(f"{whole.name}{DRAFT}")
        half.write_text("Hun n", encoding="utf-8")
        Keyboard(database, at=remarking.now)
        assert half.exists()
        os.utime(half, (NOON.timestamp(), NOON.timestamp()))
        Keyboard(database, at=remarking.now)
        assert not half.exists()
        assert "Hun nøl" in aside.text

    def test_where_storing_fails_it_is_kept_as_it_was_told_to_be(
        self, disk: Faulty, database: Database
    ) -> None:
        """With what was typed since, and no older words in its place."""
        kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
        kari.keys(*TO_THE_NAME, "f4", *"Hun nøl")
        kari.mind()
        disk.problem = FULL
        kari.keys(*"te", "enter")
        assert "Hun nølte" in Keyboard(database, at=kari.now).picture()

    def test_not_of_somebody_who_is_erased(
        self, remarking: Keyboard, database: Database, aside: Aside
    ) -> None:
        remarking.keys(*"te, Anne Berg")
        remarking.mind()
        turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
        file = look_for_person(database, "Anne Berg")
        assert file.aside == 1
        erase_person(database, Signed(uuid4(), turid.id, NOON), "Anne Berg", file)
        assert "Anne" not in aside.text
