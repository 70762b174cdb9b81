"""The end of a roster: whether there are more items, or that was all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final, Self

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem, Message
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import Items
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.answer_messages import INVALID
from schemas.questionnaire.types.chosen_types import UntoldType
from schemas.questionnaire.types.descriptions import Between, EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice


@dataclass(frozen=True)
class RosterType(UntoldType):
    """Which items there are, up to so many, and whether that is all of them."""

    at_most: int = 30

    name = "roster"
    python: ClassVar[Any] = Items
    on_paper = ""
    entry = EntryForm.items
    rules = ()
    how = "Trykk 1 eller 2"

    def asked_with(self, between: Between | None, at_most: int | None) -> Self | None:
        """With the number of items that its section has room for."""
        limited = self if at_most is None else replace(self, at_most=at_most)
        return limited if between is None else None

    def to_data(self) -> dict[str, Any]:
        """With the number of items, which a codebook tells of the section."""
        return super().to_data() | {"repeated": self.at_most}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """With the number of items, where it is told."""
        return cls(data["repeated"]) if data.get("repeated") else cls()

    def read(self, words: str, reading: Reading) -> Any:
        """Refuses what is typed: items are answered one by one."""
        raise AnswerProblem(INVALID)

    def accept(self, value: Any, facts: Preloads) -> Any:
        """Each item once, at least one, and no more than there is room for."""
        items: Items = super().accept(value, facts)
        if not items.items or len(set(items.items)) < len(items.items):
            raise AnswerProblem(INVALID)
        if len(items.items) > self.at_most:
            raise AnswerProblem(ITEMS_MANY, most=self.at_most)
        return items

    def show(self, value: Items, language: Language, frame: Frame) -> str:
        """How many items there are."""
        words = _ALL if value.complete else _SO_FAR
        return words.in_(language).format(count=len(value.items))

    def form_field(self, codes: str) -> FormField:
        """A form has a repeat, and asks for more by itself."""
        return FormField("")

    def practise(self, dice: Dice, knows: Practice) -> Items:
        """One more, as long as there are things to name."""
        items = knows.before if isinstance(knows.before, Items) else Items()
        if len(items.items) < knows.items:
            return items.added(max(items.items) + 1)
        return Items(items.items, complete=True)


RosterItems = Annotated[Items, RosterType()]

_ALL: Final = Text("{count} i alt", nn="{count} i alt", en="{count} in all")
_SO_FAR: Final = Text("{count} så langt", nn="{count} så langt", en="{count} so far")

ITEMS_MANY: Final = Message(
    "A-ITEMS-MANY", "Det er plass til {most}. Skriv resten i merknaden (F4)."
)
