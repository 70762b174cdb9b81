"""What questions have in common whose answers are numbers, be they amounts, years or months."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from pydantic import Field

from schemas.language.numerals import show_number
from schemas.questionnaire.conditions import YearOfInterview
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.base import limits_around
from schemas.questionnaire.types.descriptions import Limit, Limits
from schemas.questionnaire.types.written_types import WrittenType


@dataclass(frozen=True)
class NumbersType(WrittenType):
    """Numbers from `low` to `high`; None is no limit."""

    low: Any = None
    high: Any = None

    is_words = False
    is_free_text = False

    @property
    @abstractmethod
    def form(self) -> tuple[Any, ...]:
        """What pydantic has to check besides the limits."""

    @property
    def rules(self) -> tuple[Any, ...]:
        """In the right form, and within the limits."""
        limits = {"ge": self.low, "le": self.high}
        fixed = {sign: limit for sign, limit in limits.items() if limit is not None}
        return (*self.form, Field(**fixed)) if fixed else self.form

    def narrowed(self, annotation: Any) -> Self:
        """With the limits that stand around it."""
        low, high, _ = limits_around(annotation)
        return replace(
            self, low=self.low if low is None else low, high=self.high if high is None else high
        )

    def limits(self, facts: Preloads) -> tuple[Any, Any]:
        """The lowest and the highest value."""
        return self.low, self.high

    @property
    def stated(self) -> Limits:
        """The lowest and the highest value, as the codebook states them."""
        return Limits(_stated(self.low), _stated(self.high))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The type with its limits."""
        limits = data["limits"] or {}
        ends = (limits.get("least"), limits.get("most"))
        return cls(*(None if end is None else cls.limit(end) for end in ends))

    @classmethod
    @abstractmethod
    def limit(cls, stated: Any) -> Any:
        """A limit, from the words of the codebook."""

    def hint(self, facts: Preloads) -> str:
        """The limits, where there are two."""
        low, high = self.limits(facts)
        if low is None or high is None:
            return ""
        return f"{self.written(low)}–{self.written(high)}"

    def written(self, value: Any) -> str:
        """With a comma, and spaces where it is long."""
        return show_number(value)


def _stated(end: Any) -> Limit | None:
    return end if end is None or isinstance(end, YearOfInterview) else str(end)
