"""The call list in groups with headings, and one line for many that wait for the same reason."""

from itertools import groupby, pairwise
from uuid import UUID

import pytest

from db.case_rows import CaseRows
from interviewer.screens.call_list.draw import draw_call_list
from interviewer.screens.call_list.groups import MANY
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lines import Alike
from schemas.calls.ranking.rules import RULES, ListGroup, ListPlace
from tests.support.keyboard import Keyboard


def listed(kari: Keyboard) -> CallList:
    """The list that is on the screen."""
    assert isinstance(kari.screen, CallList)
    return kari.screen


class TestTheGroups:
    def test_follow_one_another_as_the_rules_do(self) -> None:
        """A heading never moves a case before one that is to be called first."""
        groups = [rule.group for rule in RULES if rule.place is ListPlace.callable]
        assert [group for group, _ in groupby(groups)] == [
            ListGroup.now,
            ListGroup.leads,
            ListGroup.again,
            ListGroup.new,
            ListGroup.waited,
        ]

    def test_have_a_heading_with_their_number(self, kari: Keyboard) -> None:
        assert " MANGLER NUMMER  442" in kari.picture()

    def test_are_gone_while_one_searches(self, kari: Keyboard) -> None:
        """What fits comes in the order in which it fits."""
        kari.type("halden")
        assert "MANGLER NUMMER  " not in kari.picture()
        kari.keys("escape")
        assert "MANGLER NUMMER  " in kari.picture()

    def test_are_made_once_for_all_keys(self, kari: Keyboard) -> None:
        """What all cases are listed as is worked out when they are read, and not at every key."""
        kari.keys("down")
        before = listed(kari)
        kari.keys("down", "pagedown")
        kari.type("halden")
        kari.keys("escape")
        after = listed(kari)
        assert after is not before
        assert after.groups is before.groups
        assert (after.lines is before.lines, after.ids is before.ids) == (True, True)

    def test_a_key_looks_through_no_lines(
        self, kari: Keyboard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The mark is known by where a key put it: of ever so many cases none is looked at."""
        looked: list[UUID] = []
        monkeypatch.setattr(Alike, "nth", lambda lines, id: looked.append(id))
        for key in ("down", "down", "up", "pagedown", "end"):
            kari.keys(key)
            assert "▸" in kari.picture()
        assert looked == []

    def test_back_in_the_list_no_case_is_made_to_find_the_marked_one(
        self, kari: Keyboard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Only those that are seen are."""
        kari.type("halden")
        kari.keys("enter")
        made: list[int] = []
        usual = CaseRows.case

        def case(rows: CaseRows, place: int) -> CaseState:
            made.append(place)
            return usual(rows, place)

        monkeypatch.setattr(CaseRows, "case", case)
        kari.keys("escape")
        assert listed(kari).lit is not None
        kari.picture()
        assert len(set(made)) < 40

    def test_the_marked_line_is_always_seen(self, kari: Keyboard) -> None:
        """Headings take room, too."""
        for _ in range(45):
            kari.keys("pagedown")
            assert "▸" in kari.picture()


@pytest.fixture
def busy(kari: Keyboard) -> Keyboard:
    """As many cases as are listed on one line, each rung in vain at the same time of day."""
    for number, place in enumerate(("halden", "moss", "sarpsborg", "hvaler", "aremark")):
        kari.type(place)
        kari.keys("enter", "enter")
        kari.type(f"6917450{number}")
        kari.keys("enter", "f9", "1", "enter", "escape", "escape")
    return kari


class TestManyThatWait:
    def test_stand_on_one_line(self, busy: Keyboard) -> None:
        """With how many they are, and why; Enter lists them one by one, and Esc folds them."""
        assert len(listed(busy).ranked.waiting) == MANY
        reason = "Ikke svar én gang midt på dagen – prøv om"
        (line,) = (one for one in busy.picture().splitlines() if reason in one)
        assert line.startswith(f"▸… {MANY} saker ")
        busy.keys("enter")
        assert listed(busy).folded == {}
        assert busy.picture().count("Ikke svar én gang") == MANY
        busy.keys("escape")
        assert list(listed(busy).folded.values()) == [MANY]

    @pytest.mark.parametrize("rows", range(8, 20))
    def test_no_heading_stands_last(self, busy: Keyboard, rows: int) -> None:
        """However many lines there are: below each is at least one of its cases."""
        lines = [str(line) for line in draw_call_list(listed(busy), busy.around(80, rows))]
        for heading, below in pairwise(lines):
            assert "NUMMER  4" not in heading or "#" in below

    def test_are_found_by_name_all_the_same(self, busy: Keyboard) -> None:
        busy.type("moss")
        busy.keys("enter")
        assert isinstance(busy.screen, Card)
        assert busy.screen.unit.name == "Moss"
