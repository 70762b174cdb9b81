"""A telephone number."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem
from schemas.language.phone import is_phone, read_phone, show_phone
from schemas.language.phone_messages import NO_PHONE
from schemas.language.text import Language
from schemas.questionnaire.types.base import Strictly
from schemas.questionnaire.types.descriptions import FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import Blanks, Cell, Cells, Spelling, cells_of_value
from schemas.questionnaire.types.word_types import WordsType


def _phone(value: str) -> str:
    if not is_phone(value):
        raise AnswerProblem(NO_PHONE)
    return value


class PhoneType(WordsType):
    """A number that can be dialled, in the form in which it is stored."""

    name = "phone"
    is_free_text = False
    wanted = "et telefonnummer"

    @property
    def rules(self) -> tuple[Any, ...]:
        """In international form, or a Norwegian short one."""
        return (Strictly, AfterValidator(_phone))

    def read(self, words: str, reading: Reading) -> str:
        """In every way in which numbers are written."""
        return read_phone(words)

    def show(self, value: str, language: Language, frame: Frame) -> str:
        """Grouped as it is read aloud."""
        return show_phone(value)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The number, as the format has numbers to call."""
        return cells_of_value(spelling.phone, blanks)

    def form_field(self, codes: str) -> FormField:
        """Text, from a keyboard of digits."""
        return FormField("text", "numbers")

    def practise(self, dice: Dice, knows: Practice) -> str:
        """A number that nobody has."""
        return read_phone(invented_phone(dice))


Phone = Annotated[str, PhoneType()]

PREFIX: Final = "20"
"""No Norwegian series begins with it: such a number is possible, but nobody has it (tested)."""


def invented_phone(dice: Dice) -> str:
    """A number that nobody has, as it is typed."""
    return f"{PREFIX}{dice.between(0, 999_999):06}"
