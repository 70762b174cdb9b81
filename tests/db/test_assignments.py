"""Cases are given to somebody and taken back, with notes that both sides see: on both databases."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from db.assignments import give, givings, take_back
from db.call_list import states
from db.case_notes import notes_about, write_note
from db.cases import open_case
from db.merge.handing_out import hand_out
from db.people import join, rename, retire
from db.problems import NeverAgain, NotFound, PersonRetired
from db.records import Interviewer, Signed
from db.summaries import untrue
from db.withdrawal import withdraw
from schemas.calls.settings import Settings
from tests.db.world import HALDEN, NOON, World, later
from tests.support.municipalities import FRAME

GROUP = FRAME.units[0].group.id
"""Halden's county; Åse has Halden open."""


@pytest.fixture
def kari(world: World) -> Interviewer:
    """Somebody to give cases to."""
    return world.person("Kari")


def signed(world: World) -> Signed:
    """By Åse, now."""
    return Signed(uuid4(), world.aase.id, world.now())


def owner(world: World, case: UUID = HALDEN) -> str | None:
    """Whose a case is on the call list; the summaries are what the histories say."""
    with world.db.read() as session:
        assert untrue(session) == 0
    found = states(world.db, Settings()).find(case).given_to
    return found.name if found else None


class TestGiving:
    """The latest counts, and all of it is kept."""

    def test_it_is_hers_on_the_list_and_on_the_card(self, world: World, kari: Interviewer) -> None:
        assert give(world.db, signed(world), {kari.id: [HALDEN]}) == 1
        assert owner(world) == "Kari"
        given = open_case(world.db, HALDEN).given_to
        assert given is not None
        assert given.name == "Kari"

    def test_it_is_known_who_has_had_it(self, world: World, kari: Interviewer) -> None:
        give(world.db, signed(world), {kari.id: [HALDEN]})
        take_back(world.db, signed(world), [HALDEN])
        give(world.db, signed(world), {world.aase.id: [HALDEN]})
        told = [(one.to, one.by) for one in givings(world.db, HALDEN)]
        assert told == [("Kari", "Åse"), (None, "Åse"), ("Åse", "Åse")]
        assert owner(world) == "Åse"

    def test_what_is_hers_already_is_not_given_again(self, world: World, kari: Interviewer) -> None:
        """Nor is what is sent twice."""
        once = signed(world)
        assert give(world.db, once, {kari.id: [HALDEN]}) == 1
        assert give(world.db, once, {kari.id: [HALDEN]}) == 0
        assert len(list(givings(world.db, HALDEN))) == 1

    def test_all_of_it_or_nothing(self, world: World, kari: Interviewer) -> None:
        with pytest.raises(NotFound):
            give(world.db, signed(world), {kari.id: [HALDEN], uuid4(): [HALDEN]})
        assert owner(world) is None


class TestPeople:
    """Whoever has cases may be called otherwise, be the same as another, or stop."""

    def test_another_name(self, world: World, kari: Interviewer) -> None:
        give(world.db, signed(world), {kari.id: [HALDEN]})
        rename(world.db, kari.id, "Kari Lie")
        assert owner(world) == "Kari Lie"

    def test_one_of_two(self, world: World, kari: Interviewer) -> None:
        give(world.db, signed(world), {kari.id: [HALDEN]})
        join(world.db, world.aase.id, kari.id, later(60 * 24))
        assert owner(world) == "Åse"

    def test_whoever_stops_leaves_them_to_all(self, world: World, kari: Interviewer) -> None:
        """And is given no more."""
        give(world.db, signed(world), {kari.id: [HALDEN]})
        retire(world.db, kari.id, NOON)
        assert owner(world) is None
        with pytest.raises(PersonRetired):
            give(world.db, signed(world), {kari.id: [HALDEN]})


class TestInAFile:
    """A file is a way to carry cases that are given: there is one notion of whose they are."""

    def test_what_is_in_it_is_given(self, world: World, kari: Interviewer, tmp_path: Path) -> None:
        file, until = tmp_path / "kari.sqlite", later(60 * 24 * 7)
        hand_out(world.db, kari, file, Settings(), world.now(), until, {GROUP})
        every = [one for one in states(world.db, Settings()) if one.unit.group.id == GROUP]
        assert [one.given_to.name for one in every if one.given_to] == ["Kari"] * (len(every) - 1)

    def test_what_is_given_to_another_is_not_in_it(
        self, world: World, kari: Interviewer, tmp_path: Path
    ) -> None:
        every = [one for one in states(world.db, Settings()) if one.unit.group.id == GROUP]
        give(world.db, signed(world), {world.aase.id: [every[1].case_id]})
        made = hand_out(world.db, kari, tmp_path / "k.sqlite", Settings(), NOON, later(60), {GROUP})
        assert (len(made.cases), made.others) == (len(every) - 2, 2)


class TestNotes:
    """What they tell each other."""

    def test_in_the_order_in_which_they_were_written(self, world: World, kari: Interviewer) -> None:
        """By whoever it is, whether she holds the case or not."""
        write_note(world.db, signed(world), HALDEN, "Ring etter ferien")
        by_kari = Signed(uuid4(), kari.id, world.now())
        write_note(world.db, by_kari, HALDEN, "Gjort")
        write_note(world.db, by_kari, HALDEN, "Gjort")
        told = [(one.name, one.words) for one in open_case(world.db, HALDEN).notes]
        assert told == [("Åse", "Ring etter ferien"), ("Kari", "Gjort")]
        assert len(notes_about(world.db, HALDEN)) == 2

    def test_whoever_withdraws_is_in_none(self, world: World) -> None:
        write_note(world.db, signed(world), HALDEN, "Kari Dal er på ferie")
        withdraw(world.db, signed(world), HALDEN)
        assert notes_about(world.db, HALDEN) == ()
        with pytest.raises(NeverAgain):
            write_note(world.db, signed(world), HALDEN, "Kari Dal")
