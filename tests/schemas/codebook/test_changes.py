"""How one version of a questionnaire becomes the next: what must be said, and what comes of it."""

from typing import Any

import pytest
from hypothesis import given as typed
from hypothesis import strategies as st

from schemas.codebook.changes import (
    Added,
    Change,
    CodesAdded,
    CodesMerged,
    CodesRemoved,
    Lifetime,
    Release,
    Removed,
    Renamed,
    Rerouted,
    carried_over,
    changes_since,
    lifetimes,
    undeclared,
)
from schemas.codebook.codebook import codebook
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer, Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types import ShortText, Whole


class Fruit(Choice):
    """What people like."""

    apple = Text("Eple")
    pear = Text("Pære")
    plum = Text("Plomme")


class FruitLater(Choice):
    """The same a year on: pears and plums are one, and there are cherries."""

    apple = Text("Eple")
    stone = Text("Pære eller plomme")
    cherry = Text("Kirsebær")


class Before(Section, heading="Frukt"):
    """As it was asked first."""

    fruit: Answer[Fruit] = ask("Hvilken frukt?", must=True)
    why: Answer[ShortText] = ask("Hvorfor?", when=given(fruit).is_(Fruit.apple))
    trees: Answer[Whole] = ask("Hvor mange trær?")


class After(Section, heading="Frukt"):
    """As it is asked now."""

    fruit: Answer[FruitLater] = ask("Hvilken frukt?", must=True)
    reason: Answer[ShortText] = ask(
        "Hvorfor?", when=given(fruit).is_(FruitLater.apple, FruitLater.cherry)
    )
    garden: Answer[ShortText] = ask("Hvor?")


class First(Questionnaire, name="fruit", version="1", heading="Frukt"):
    """The first version."""

    fruit: Before


class Second(Questionnaire, name="fruit", version="2", heading="Frukt"):
    """The second one."""

    fruit: After


def as_json(questionnaire: type[Questionnaire]) -> Any:
    """A codebook as it lies in a file."""
    return codebook(questionnaire).as_json()


OLD, NEW = as_json(First), as_json(Second)

CHANGES: tuple[Change, ...] = (
    Renamed("why", "reason"),
    Rerouted("reason"),
    Removed("trees"),
    Added("garden"),
    CodesMerged("fruit", ("pear", "plum"), "stone"),
    CodesAdded("fruit", ("cherry",)),
)


class TestDeclared:
    def test_everything(self) -> None:
        """Nothing is left to say."""
        assert undeclared(OLD, NEW, CHANGES) == ()

    def test_nothing_where_nothing_changed(self) -> None:
        """A version with other words alone needs no declaration."""
        assert undeclared(OLD, OLD, ()) == ()

    @pytest.mark.parametrize(
        ("left_out", "says"),
        [
            (CHANGES[0], "Spørsmålet why er borte"),
            (CHANGES[1], "Spørsmålet reason stilles i andre tilfeller"),
            (CHANGES[2], "Spørsmålet trees er borte"),
            (CHANGES[3], "Spørsmålet garden er nytt"),
            (CHANGES[4], "Koden pear i fruit er borte"),
            (CHANGES[5], "Koden cherry i fruit er ny"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_each_must_be(self, left_out: Change, says: str) -> None:
        """What is forgotten is named in a sentence."""
        told = tuple(change for change in CHANGES if change != left_out)
        assert any(sentence.startswith(says) for sentence in undeclared(OLD, NEW, told))

    @pytest.mark.parametrize(
        "wrong",
        [
            Added("fruit"),
            Removed("fruit"),
            Renamed("fruit", "reason"),
            Rerouted("nobody"),
            CodesAdded("fruit", ("grape",)),
            CodesRemoved("fruit", ("apple",)),
            CodesMerged("fruit", ("apple",), "grape"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_what_is_not_so_is_said_too(self, wrong: Change) -> None:
        """A declaration that does not fit the questionnaire is a slip of somebody's."""
        assert any("stemmer ikke" in one for one in undeclared(OLD, NEW, (*CHANGES, wrong)))

    def test_another_type_is_another_question(self) -> None:
        """An answer of one type cannot be taken for one of another."""

        class Typed(Section, heading="Frukt"):
            fruit: Answer[Fruit] = ask("Hvilken frukt?", must=True)
            why: Answer[ShortText] = ask("Hvorfor?", when=given(fruit).is_(Fruit.apple))
            trees: Answer[ShortText] = ask("Hvor mange trær?")

        class Third(Questionnaire, name="fruit", version="3", heading="Frukt"):
            fruit: Typed

        (sentence,) = undeclared(OLD, as_json(Third), ())
        assert "trees" in sentence
        assert "annen type" in sentence


class TestCarriedOver:
    @pytest.mark.parametrize(
        ("question", "value", "now"),
        [
            ("why", "godt", ("reason", "godt")),
            ("fruit", "pear", ("fruit", "stone")),
            ("fruit", "apple", ("fruit", "apple")),
            ("fruit", ["pear", "plum", "apple"], ("fruit", ["stone", "apple"])),
            ("fruit", {"missing": "dont_know"}, ("fruit", {"missing": "dont_know"})),
            ("trees", 4, None),
        ],
    )
    def test_an_answer(self, question: str, value: Any, now: Any) -> None:
        """Under its name of today, with its codes of today; nothing where it is not asked."""
        assert carried_over(question, value, CHANGES) == now

    def test_a_code_that_is_gone_is_asked_again(self) -> None:
        """Of several the others stay."""
        gone = [CodesRemoved("fruit", ("pear",))]
        assert carried_over("fruit", "pear", gone) is None
        assert carried_over("fruit", ["pear"], gone) is None
        assert carried_over("fruit", ["pear", "plum"], gone) == ("fruit", ["plum"])

    @typed(st.lists(st.sampled_from(CHANGES)), st.sampled_from(["apple", "pear", "plum"]))
    def test_step_by_step_is_the_same_as_at_once(self, changes: list[Change], code: str) -> None:
        """Over three versions in one go, or over each in turn."""
        at_once = carried_over("fruit", code, changes)
        step: tuple[str, Any] | None = ("fruit", code)
        for change in changes:
            step = step and carried_over(*step, [change])
        assert step == at_once


class TestReleases:
    RELEASES = (Release("1"), Release("2", (Added("a"),)), Release("3", (Added("b"),)))

    def test_changes_since_a_version(self) -> None:
        """All the later ones, in their order."""
        assert changes_since(self.RELEASES, "1") == (Added("a"), Added("b"))
        assert changes_since(self.RELEASES, "3") == ()

    def test_a_version_that_there_never_was(self) -> None:
        """Cannot be carried over."""
        with pytest.raises(KeyError):
            changes_since(self.RELEASES, "0")

    def test_since_when_and_until_when(self) -> None:
        """What the codebook says of every question."""
        found = lifetimes([OLD, NEW])
        assert found["fruit"] == Lifetime("1")
        assert found["trees"] == Lifetime("1", "1")
        assert found["garden"] == Lifetime("2")
