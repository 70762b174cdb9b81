"""A finished interview with what a coordinator has decided about it: what is published of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from schemas.calls.parts import Parts, said
from schemas.language.text import Text
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.classes import Class
from schemas.review.sharing_parts import SharingParts

KEPT_APART: Final = Text("En koordinator har sagt at den ikke er med")


@dataclass(frozen=True, slots=True)
class ReviewedInterview:
    """A finished interview, and what was decided about it.

    `covered` are the units that a coordinator has confirmed as parts of this service, `apart` those
    that turned out not to be, and `disputed` those that something else speaks against, with what.
    What is `excluded` is kept off the list, whatever it is; what `belongs_to` another unit's
    service, as confirmed, has no line of its own unless it is a service itself.
    """

    unit_id: str
    document: Mapping[str, Any]
    klass: Class | None
    questionnaire: type[Questionnaire]
    parts: Parts
    sharing: SharingParts | None = None
    reviewed: bool = False
    included: bool = False
    excluded: bool = False
    released: bool = False
    covered: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    disputed: Mapping[str, Text] = field(default_factory=dict)
    belongs_to: str | None = None

    def said(self, question: str | None) -> Any:
        """A stored answer; None where there is no value, for whatever reason."""
        return said(self.document, question)

    @property
    def is_own(self) -> bool:
        """Whether the unit has what is looked for itself."""
        return self.klass is not None and self.klass.is_own

    @property
    def respondent(self) -> str:
        """Who answered, by name; empty where nobody has told."""
        asked = self.questionnaire.by_id.values()
        return " ".join(self.said(one.id) or "" for one in asked if one.known_as == "person")

    @property
    def _named(self) -> frozenset[str]:
        shared, own = self.sharing, {self.unit_id}
        partners = shared.partners_in(self.document, self.unit_id) if shared else frozenset()
        return (partners | self.covered) - own

    @property
    def _host(self) -> str:
        shared = self.sharing
        return shared.host_in(self.document, self.unit_id) if shared else self.unit_id

    @property
    def left_out(self) -> Mapping[str, Text]:
        """The units that it names and that are not listed with it, and why."""
        disputed = {one: why for one, why in self.disputed.items() if one not in self.covered}
        why = {**disputed, **dict.fromkeys(self.apart, KEPT_APART)}
        return {one: why[one] for one in sorted(self._named & why.keys())}

    @property
    def partners(self) -> frozenset[str]:
        """The units that share the service, without the one that was interviewed."""
        return self._named - self.left_out.keys()

    @property
    def host(self) -> str:
        """The unit that the service belongs to."""
        return self._host if self._host in self.partners else self.unit_id
