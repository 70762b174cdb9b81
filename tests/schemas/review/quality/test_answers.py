"""What one document shows: what nobody knew, what stands empty, what was answered all alike."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schemas.language.text import Text
from schemas.questionnaire.answers import Answer, Choice, Scale
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types import Several, ShortText
from schemas.review.quality.answers import LONG_ENOUGH, alike, count_answers


class YesOrNo(Choice):
    """Of a row of questions."""

    yes = Text("Ja")
    no = Text("Nei")


class HowMuch(Scale):
    """Of another question."""

    much = Text("Mye")
    little = Text("Lite")


class Row(Section, heading="Rekken"):
    """Three alike, and one that is not."""

    one: Answer[YesOrNo] = ask("En?")
    two: Answer[YesOrNo] = ask("To?")
    three: Answer[YesOrNo] = ask("Tre?")
    how_much: Answer[HowMuch] = ask("Hvor mye?", must=True)
    why: Answer[ShortText] = ask("Hvorfor?")


class Thing(Roster, heading="Ting", more="Flere?"):
    """What there may be several of."""

    kind: Answer[YesOrNo] = ask("Er den ny?")
    colours: Answer[Several[HowMuch]] = ask("Hvor mye?")


class Ours(Section, heading="Etterpå", aloud=False):
    """What nobody is asked."""

    note: Answer[ShortText] = ask("Notat")


class Small(Questionnaire, name="small", version="1", heading="Lite skjema"):
    """A row, a roster, and what is only for us."""

    row: Row
    things: tuple[Thing, ...] = ()
    ours: Ours


UNKNOWN, REFUSED, NOT_ASKED = (
    {"missing": state} for state in ("dont_know", "refused", "not_asked")
)


def document(**row: Any) -> dict[str, Any]:
    """A document with these answers in its row."""
    said = {"one": "yes", "two": "no", "three": "yes", "how_much": "much", "why": "Derfor"} | row
    return {"facts": {}, "row": said, "things": [], "ours": {"note": None}}


class TestMissingAnswers:
    """Each is out of the questions that may be answered so, and were asked."""

    def test_only_what_may_be_unknown_is_counted(self) -> None:
        """`how_much` must have an answer, and the note is asked of nobody."""
        found = count_answers(Small, document(one=UNKNOWN, two=REFUSED))
        assert (found.unknown, found.may_be_unknown) == (1, 4)
        assert (found.refused, found.may_be_refused) == (1, 4)

    def test_what_may_stand_empty(self) -> None:
        """The short text, and nothing that is only for us."""
        found = count_answers(Small, document(why=None))
        assert (found.empty, found.may_be_empty) == (1, 1)

    def test_what_was_not_asked_is_out_of_nothing(self) -> None:
        """A question off the route is neither answered nor left out."""
        found = count_answers(Small, document(one=NOT_ASKED, two=NOT_ASKED, why=NOT_ASKED))
        assert (found.may_be_unknown, found.may_be_empty) == (1, 0)


class TestStraightAnswers:
    """Questions with the same codes in a row, and the entries of a roster."""

    def test_a_row_is_three_questions_with_the_same_codes(self) -> None:
        assert alike(Row) == (("one", "two", "three"),)
        assert alike(Thing) == ()

    def test_all_alike_is_straight(self) -> None:
        found = count_answers(Small, document(two="yes"))
        assert (found.straight, found.rows) == (1, 1)
        assert count_answers(Small, document()).straight == 0

    def test_a_row_that_was_hardly_asked_is_none(self) -> None:
        assert count_answers(Small, document(one=NOT_ASKED)).rows == 0

    def test_entries_that_are_all_alike(self) -> None:
        """Three of them, in every closed question."""
        entry = {"kind": "yes", "colours": ["much"]}
        found = count_answers(Small, document() | {"things": [entry] * 3})
        assert (found.straight, found.rows) == (1, 2)
        other = count_answers(
            Small, document() | {"things": [entry, entry, entry | {"kind": "no"}]}
        )
        assert (other.straight, other.rows) == (0, 2)
        assert count_answers(Small, document() | {"things": [entry] * (LONG_ENOUGH - 1)}).rows == 1


SAID = st.sampled_from(["yes", "no", None, UNKNOWN, REFUSED, NOT_ASKED])


@given(st.fixed_dictionaries(dict.fromkeys(("one", "two", "three", "why"), SAID)))
def test_a_part_is_never_more_than_what_it_is_out_of(said: dict[str, Any]) -> None:
    """Whatever was answered."""
    found = count_answers(Small, document(**said))
    assert 0 <= found.unknown <= found.may_be_unknown
    assert 0 <= found.refused <= found.may_be_refused
    assert 0 <= found.straight <= found.rows
