"""A text that is only read aloud."""

from typing import Annotated, Any, ClassVar, Final, Literal

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem, Message
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import Missing
from schemas.questionnaire.types.chosen_types import UntoldType
from schemas.questionnaire.types.descriptions import EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice


class InfoType(UntoldType):
    """A text to read; Enter when it has been read."""

    name = "info"
    python: ClassVar[Any] = Literal["read"]
    on_paper = ""
    entry = EntryForm.read_aloud
    rules = ()
    how = "Trykk Enter"

    def refusing(self, missing: Missing) -> AnswerProblem:
        """What is said of Vet ikke and Vil ikke svare: nothing was asked that could be known."""
        return AnswerProblem(ONLY_READ)

    def read(self, words: str, reading: Reading) -> Any:
        """Refuses what is typed: the text is only read aloud."""
        raise AnswerProblem(ONLY_READ)

    def show(self, value: Any, language: Language, frame: Frame) -> str:
        """A mark that the text was read."""
        return _READ_ALOUD.in_(language)

    def form_field(self, codes: str) -> FormField:
        """The type `note` of XLSForm."""
        return FormField("note")

    def practise(self, dice: Dice, knows: Practice) -> Any:
        """The invented person listens to the text."""
        return READ


READ: Final = "read"
Read = Annotated[Literal["read"], InfoType()]
"""The answer to what is only read aloud."""

_READ_ALOUD: Final = Text("Lest opp", nn="Lese opp", en="Read aloud")
# ── What is said ─────────────────────────────────────────────────────────────────────────────────

ONLY_READ: Final = Message("A-READ", "Dette skal bare leses opp. Trykk Enter når det er gjort.")
