"""A web address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from schemas.language.addresses import NO_URL, is_url, read_url
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.types.descriptions import Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.word_types import WordsType


def _url(value: str) -> str:
    if not is_url(value):
        raise AnswerProblem(NO_URL)
    return value


@dataclass(frozen=True)
class UrlType(WordsType):
    """One web address, with its scheme."""

    longest: int | None = 2000

    name = "url"
    is_free_text = False
    wanted = "en nettadresse"

    @property
    def forms(self) -> tuple[Callable[[str], str], ...]:
        """A browser could open it."""
        return (_url,)

    def read(self, words: str, reading: Reading) -> str:
        """With or without its scheme."""
        return read_url(words)

    def practise(self, dice: Dice, knows: Practice) -> str:
        """The invented person's own website."""
        return knows.website


Url = Annotated[str, UrlType()]
