"""Which questions tell that a service is shared between units, where a survey has such services."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.calls.parts import said
from schemas.questionnaire.answers import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingParts:
    """The questions about a service that several units have together.

    `cooperation` asks whether it is shared: `is_shared` is the answer that says so.  `partners` are
    the other units and `host` the one it belongs to; `covered_by` asks those without a service
    whose they have a part in.  `name` is what the service is called.
    """

    cooperation: str
    is_shared: Choice
    partners: str
    host: str
    covered_by: str
    name: str

    def questions(self) -> Iterator[str]:
        """Every question that plays a part."""
        yield from (self.cooperation, self.partners, self.host, self.covered_by, self.name)

    def partners_in(self, document: Mapping[str, Any], unit_id: str) -> frozenset[str]:
        """The other units of the service that an interview with `unit_id` is about."""
        named = said(document, self.partners) or ()
        return frozenset({*named, self.host_in(document, unit_id)} - {unit_id})

    def host_in(self, document: Mapping[str, Any], unit_id: str) -> str:
        """The unit that the service belongs to, as the interview tells it."""
        return next(iter(said(document, self.host) or ()), unit_id)

    def shares(self, document: Mapping[str, Any]) -> bool:
        """Whether the interview says that the service is shared."""
        return bool(said(document, self.cooperation) == self.is_shared.name)

    def covering(self, document: Mapping[str, Any]) -> frozenset[str]:
        """The units that may have a service for this one, as the interview tells it."""
        return frozenset(said(document, self.covered_by) or ())

    def name_in(self, document: Mapping[str, Any]) -> str:
        """What the service is called; empty where it has no name."""
        return str(said(document, self.name) or "")
