"""An e-mail address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from schemas.language.addresses import NO_EMAIL, is_email, read_email
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.types.descriptions import Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.word_types import WordsType


def _email(value: str) -> str:
    if not is_email(value):
        raise AnswerProblem(NO_EMAIL)
    return value


@dataclass(frozen=True)
class EmailType(WordsType):
    """One e-mail address."""

    longest: int | None = 254

    name = "email"
    is_free_text = False
    wanted = "en e-postadresse"

    @property
    def forms(self) -> tuple[Callable[[str], str], ...]:
        """Mail could be sent to it."""
        return (_email,)

    def read(self, words: str, reading: Reading) -> str:
        """Without what other programs put around it."""
        return read_email(words)

    def practise(self, dice: Dice, knows: Practice) -> str:
        """The invented person's own address."""
        return knows.email


Email = Annotated[str, EmailType()]
