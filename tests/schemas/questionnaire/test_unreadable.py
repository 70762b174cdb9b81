"""Answers that somebody has written into the database, and no questionnaire can read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.questionnaire.answers import Unreadable
from schemas.questionnaire.document import read_document
from schemas.questionnaire.show import show
from schemas.questionnaire.unreadable import MARK, laid_out, load, marked, readable
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.registry import names, survey_called
from tests.db.rounds import SERVICE, finish
from tests.support.conversations import FACTS
from tests.support.municipalities import FRAME

WHOLE: dict[str, Any] = finish(**SERVICE).model_dump(mode="json")

PLACES = [
    (name, id, None if isinstance(content, dict) else 1)
    for name, content in WHOLE.items()
    if name in PhaseTwo.sections
    for id in (content if isinstance(content, dict) else content[0])
]

DEEP: Any = json.loads("[" * 900 + "]" * 900)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=3,
)


def with_answer(name: str, id: str, item: int | None, stored: Any) -> dict[str, Any]:
    """The interview with something else in one place."""
    document: dict[str, Any] = json.loads(json.dumps(WHOLE))
    section = document[name] if item is None else document[name][item - 1]
    section[id] = stored
    return document


class TestOne:
    """An answer that cannot be read is apart from the others, as it stands."""

    def test_is_found_where_it_stands(self) -> None:
        document = with_answer("screening", "has_offers", None, "sometimes")
        read, bad = readable(PhaseTwo, document)
        assert bad == {Key("has_offers"): Unreadable("sometimes")}
        others = {id: one for id, one in WHOLE["screening"].items() if id != "has_offers"}
        assert read == {**WHOLE, "screening": others}

    def test_is_marked_where_it_is_exported(self) -> None:
        document = with_answer("offers", "offer_kind", 1, 7)
        content, count = marked(PhaseTwo, document)
        assert (content["offers"][0]["offer_kind"], count) == (MARK, 1)
        assert content["offers"][1] == WHOLE["offers"][1]

    def test_is_shown_among_the_others(self) -> None:
        """All that was asked is there, though no route leads to it."""
        read, bad = readable(PhaseTwo, with_answer("screening", "has_offers", None, "sometimes"))
        route = laid_out(PhaseTwo, read, bad, FACTS)
        step = next(step for step in route.steps if step.question.id == "has_offers")
        assert show(step.question, route.answer(step), FRAME) == '«"sometimes"» (kan ikke leses)'
        assert {step.question.id for step in route.steps} > {"consent", "fte", "offer_kind"}

    @pytest.mark.parametrize("stored", [DEEP, "x" * 1000, "\x1b[31mrødt", {"a": {"b": []}}])
    def test_is_shown_harmlessly(self, stored: Any) -> None:
        """However long, deep or full of signs it is."""
        words = Unreadable(stored).words
        assert len(words) <= 81
        assert words.isprintable()


class TestNone:
    def test_a_whole_interview_stays_what_it_is(self) -> None:
        """The very same: nothing is copied where nothing is wrong."""
        read, bad = readable(PhaseTwo, WHOLE)
        assert read is WHOLE
        assert not bad
        assert marked(PhaseTwo, WHOLE) == (WHOLE, 0)

    @pytest.mark.parametrize("survey", tuple(names()))
    def test_what_is_surely_an_answer_is_one(self, survey: str) -> None:
        """So a code is known without a look at any rule: a command would make a hundred."""
        for question in survey_called(survey).questionnaire.by_id.values():
            for stored in question.type.surely:
                assert not isinstance(load(question, stored), Unreadable), (question.id, stored)


class TestWhateverStandsThere:
    @given(place=st.sampled_from(PLACES), stored=ANYTHING)
    def test_the_rest_can_be_read(self, place: tuple[str, str, int | None], stored: Any) -> None:
        """Without it, every single answer has the form of its question."""
        document = with_answer(*place, stored)
        read, bad = readable(PhaseTwo, document)
        PhaseTwo.model_validate(read)
        assert bad.keys() <= {Key(place[1], place[2])}
        laid_out(PhaseTwo, read, bad, FACTS)

    @given(stored=ANYTHING.filter(bool), name=st.sampled_from(list(PhaseTwo.sections)))
    def test_a_whole_section(self, stored: Any, name: str) -> None:
        read, bad = readable(PhaseTwo, {**WHOLE, name: stored})
        PhaseTwo.model_validate(read)
        marked(PhaseTwo, {**WHOLE, name: stored})
        laid_out(PhaseTwo, read, bad, FACTS)

    @pytest.mark.parametrize("name", [*PhaseTwo.sections, "confirmed"])
    def test_nothing_where_a_section_should_be(self, name: str) -> None:
        """It is exported as one that was not asked, and stops nothing."""
        content, count = marked(PhaseTwo, {**WHOLE, name: None})
        assert (content.get(name) or None, count) == (None, 0)
        assert None not in content.values()

    @given(stored=ANYTHING.filter(lambda one: one != {}))
    def test_a_whole_document(self, stored: Any) -> None:
        _, bad = readable(PhaseTwo, stored)
        assert bad

    def test_what_is_read_is_read_as_ever(self) -> None:
        assert read_document(PhaseTwo, readable(PhaseTwo, WHOLE)[0]) == finish(**SERVICE)
