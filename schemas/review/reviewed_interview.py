"""A finished interview with what a coordinator has decided about it: the stuff of publishing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from schemas.calls.parts import Parts, said
from schemas.language.text import Text
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.classes import Class
from schemas.review.decisions import Decision
from schemas.review.permission import may_be_listed, permission, waits_for_the_text
from schemas.review.sharing_parts import SharingParts


@dataclass(frozen=True, slots=True)
class ReviewedInterview:
    """A finished interview, and what was decided about it.

    `covered` are the units that a coordinator has confirmed as parts of this service, `apart` those
    that turned out not to be, and `disputed` those that something else speaks against, with what.
    What is `excluded` is kept off the list, whatever it is; what `belongs_to` another unit's
    service, as confirmed, has no line of its own unless it is a service itself.  Where this has not
    been `reviewed`, `before` is the last revision that was.  What they said to being listed `later`
    goes before what they answered.  `on` is the day when they answered.
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
    later: Decision | None = None
    covered: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    disputed: Mapping[str, Text] = field(default_factory=dict)
    belongs_to: str | None = None
    before: ReviewedInterview | None = None
    on: date | None = None

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

    # ── What may be published ────────────────────────────────────────────────────────────────────

    @property
    def permission(self) -> Any:
        """What they said to being listed; None where nobody was asked, or there is no answer."""
        return permission(self.parts.publishing, self.document, self.later)

    @property
    def has_refused(self) -> bool:
        """Whether they have said that they do not want to be listed."""
        asked = self.permission is not None
        return asked and not may_be_listed(self.parts.publishing, self.document, self.later)

    @property
    def wants_to_see(self) -> bool:
        """Whether they want to see first what will stand there."""
        return waits_for_the_text(self.parts.publishing, self.document, self.later)

    @property
    def may_be_named(self) -> bool:
        """Whether the unit may be named in public with what it said: by itself, and by us.

        Whoever wants to see the text first has said no word about it until it is released.
        """
        agreed = may_be_listed(self.parts.publishing, self.document, self.later)
        return agreed and not self.excluded and (self.released or not self.wants_to_see)

    @property
    def contact(self) -> tuple[str, str, str, str]:
        """Whom one may contact in public: name, number, e-mail and web address."""
        asked, later = self.parts.publishing, self.later
        if later is not None and later.consent is not None:
            return later.consent.shown
        if asked is None:
            return "", "", "", ""
        name, phone, email, url = (self.said(one) or "" for one in asked.shown)
        return name, phone, email, url

    # ── Whose service it is ──────────────────────────────────────────────────────────────────────

    @property
    def named(self) -> frozenset[str]:
        """The other units of the service: those it tells of, and those that were confirmed."""
        shared = self.sharing
        partners = shared.partners_in(self.document, self.unit_id) if shared else frozenset()
        return (partners | self.covered) - {self.unit_id}

    @property
    def told_host(self) -> str:
        """The unit that the service belongs to, as the interview tells it."""
        shared = self.sharing
        return shared.host_in(self.document, self.unit_id) if shared else self.unit_id
