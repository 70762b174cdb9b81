"""What must be stored is a value: a verb with its arguments, that can be looked at."""

from db.database import Database
from interviewer import services
from interviewer.engine.task import in_order, task, together, unless
from interviewer.screens import router
from interviewer.screens.call_list.state import CallList
from tests.support.keyboard import HALDEN, Keyboard


def note(db: Database, heard: list[str], word: str) -> str:
    """A verb that stores nothing but what it was told."""
    heard.append(word)
    return word.upper()


class TestAValue:
    """No database is needed to see what a key would store."""

    def test_is_equal_to_the_same_work(self) -> None:
        assert task(note, [], "a") == task(note, [], "a")
        assert task(note, [], "a") != task(note, [], "b")

    def test_says_its_verb_and_nothing_that_was_said(self) -> None:
        """So that it may stand in a log."""
        assert repr(task(note, [], "Kari Lie")) == "Task(note)"

    def test_of_a_key(self, kari: Keyboard) -> None:
        """Enter on the list would take the marked case, by her, at that time."""
        listed = kari.screen
        assert isinstance(listed, CallList)
        press = kari._press("enter")
        takes = task(services.take_case, HALDEN, listed.who, press.at, ringing=False, resume=False)
        assert router.press(listed, press).task == takes


class TestSeveral:
    """Pieces of work are put together; what comes of it is what comes of the last."""

    def test_all_or_nothing(self, database: Database) -> None:
        heard: list[str] = []
        done = together([task(note, heard, "a"), task(note, heard, "b")], task(note, heard, "c"))
        assert done.run(database) == "C"
        assert heard == ["a", "b", "c"]

    def test_one_by_one(self, database: Database) -> None:
        heard: list[str] = []
        assert in_order(task(note, heard, "a"), task(note, heard, "b")).run(database) == "B"
        assert heard == ["a", "b"]

    def test_one_unless_the_other_tells_something(self, database: Database) -> None:
        heard: list[str] = []
        assert unless(task(note, heard, ""), task(note, heard, "b")).run(database) == "B"
        assert unless(task(note, heard, "a"), task(note, heard, "c")).run(database) == "A"
        assert heard == ["", "b", "a"]

    def test_the_last_alone_is_itself(self) -> None:
        alone = task(note, [], "c")
        assert together([], alone) == alone
