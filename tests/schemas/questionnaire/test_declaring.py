"""A questionnaire that contradicts itself is refused when its class is made: a code, a sentence."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import create_model

from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Answer, Choice
from schemas.questionnaire.checks import soft
from schemas.questionnaire.conditions import Condition
from schemas.questionnaire.declaring import MESSAGES, DeclarationProblem
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Roster, Section, asked
from schemas.questionnaire.types import ShortText


class Colour(Choice):
    red = Text("Rød")
    blue = Text("Blå")


class Taste(Choice):
    sweet = Text("Søt")
    other = Text("Annet")


class First(Section):
    colour: Answer[Colour] = ask("Hvilken farge?", must=True)
    taste: Answer[Taste] = ask("Hvilken smak?")
    taste_other: Answer[ShortText] = other(taste)


NAMED = {"name": "made", "version": "1", "heading": "Laget"}
COLOUR: Any = given(asked(First).colour)


def second(when: Condition) -> type[Section]:
    """A section with one question that is asked on a condition."""

    class Second(Section):
        why: Answer[ShortText] = ask("Hvorfor?", when=when)

    return Second


def made(*sections: type[Section]) -> type[Questionnaire]:
    """A questionnaire of these sections, in this order."""
    parts: Any = {f"part_{number}": (one, ...) for number, one in enumerate(sections, start=1)}
    return create_model("Made", __base__=Questionnaire, __cls_kwargs__=NAMED, **parts)


def later() -> None:
    made(second(COLOUR.is_(Colour.red)), First)


def unknown() -> None:
    made(second(COLOUR.is_(Colour.red)))


def of_another_list() -> None:
    made(First, second(COLOUR.is_(Taste.sweet)))


def never_possible() -> None:
    made(First, second(COLOUR.is_(DONT_KNOW)))


def same_id() -> None:
    class Again(Section):
        colour: Answer[Colour] = ask("Hvilken farge nå?")

    made(First, Again)


def same_as_a_roster() -> None:
    class Items(Roster):
        part_2: Answer[ShortText] = ask("Hva?")

    made(First, Items)


def same_label() -> None:
    class Doubled(Choice):
        red = Text("Rød", en="Red")
        crimson = Text("Rød", en="Crimson")


def no_text_for_other() -> None:
    class Half(Section):
        taste: Answer[Taste] = ask("Hvilken smak?")


def no_code_other() -> None:
    class Half(Section):
        colour: Answer[Colour] = ask("Hvilken farge?")
        colour_other: Answer[ShortText] = other(colour)


def check_elsewhere() -> None:
    class Checked(Section):
        size: Answer[ShortText] = ask("Hvor stor?")
        checks = (
            soft("too_red", on=asked(First).colour, when=given(size).answered, says="For rød."),
        )

    made(Checked)


def check_looks_elsewhere() -> None:
    class Checked(Section):
        size: Answer[ShortText] = ask("Hvor stor?")
        checks = (soft("too_red", on=size, when=COLOUR.answered, says="For rød."),)

    made(Checked)


def check_twice() -> None:
    class Checked(Section):
        size: Answer[ShortText] = ask("Hvor stor?")
        checks = (
            soft("big", on=size, when=given(size).answered, says="Stor."),
            soft("big", on=size, when=given(size).has_value, says="Større."),
        )

    made(Checked)


def no_type() -> None:
    class Odd(Section):
        shape: Answer[bytes] = ask("Hvilken form?")


def no_limit() -> None:
    class Odd(Section):
        shape: Answer[ShortText] = ask("Hvilken form?", at_most=3)


def no_question() -> None:
    given("colour")


class TestRefused:
    @pytest.mark.parametrize(
        ("make", "code", "names"),
        [
            (later, "Q-LATER", ["why", "colour"]),
            (unknown, "Q-UNKNOWN", ["why", "colour"]),
            (of_another_list, "Q-CODE", ["why", "colour", "sweet", "red, blue"]),
            (never_possible, "Q-CODE", ["why", "colour", "dont_know"]),
            (same_id, "Q-ID", ["colour", "part_1", "part_2"]),
            (same_as_a_roster, "Q-ID", ["part_2"]),
            (same_label, "Q-LABEL", ["Doubled", "Rød"]),
            (no_text_for_other, "Q-OTHER", ["taste", "taste_other"]),
            (no_code_other, "Q-NO-OTHER", ["colour", "colour_other"]),
            (check_elsewhere, "Q-CHECK", ["too_red", "colour"]),
            (check_looks_elsewhere, "Q-UNKNOWN", ["too_red", "colour"]),
            (check_twice, "Q-CHECK-ID", ["big"]),
            (no_type, "Q-TYPE", ["shape", "bytes"]),
            (no_limit, "Q-LIMIT", ["shape", "text"]),
            (no_question, "Q-NAME", ["colour"]),
        ],
    )
    def test_with_a_code_and_a_sentence_that_says_where(
        self, make: Callable[[], None], code: str, names: list[str]
    ) -> None:
        with pytest.raises(DeclarationProblem) as refused:
            make()
        assert refused.value.code == code
        assert all(name in str(refused.value) for name in names)

    def test_every_message_is_tried(self) -> None:
        (mark,) = TestRefused.test_with_a_code_and_a_sentence_that_says_where.pytestmark  # type: ignore[attr-defined]
        assert {code for _, code, _ in mark.args[1]} == set(MESSAGES)

    def test_every_message_says_what_to_do(self) -> None:
        for code, message in MESSAGES.items():
            assert re.fullmatch(r"Q(-[A-Z]+)+", code)
            assert len(re.findall(r"[.:](?: |$)", message)) >= 2, message


class TestTaken:
    def test_what_stands_above(self) -> None:
        built = made(First, second(COLOUR.is_(Colour.red)))
        assert list(built.by_id) == ["colour", "taste", "taste_other", "why"]

    def test_a_missing_answer_that_the_question_takes(self) -> None:
        made(First, second(given(asked(First).taste).is_(DONT_KNOW, REFUSED)))

    def test_a_check_may_look_at_what_follows(self) -> None:
        """It is tried again when that has been answered."""

        class Checked(Section):
            size: Answer[ShortText] = ask("Hvor stor?")
            weight: Answer[ShortText] = ask("Hvor tung?")
            checks = (soft("heavy", on=size, when=given(weight).answered, says="Tung."),)

        assert made(Checked).checks_on["size"]
