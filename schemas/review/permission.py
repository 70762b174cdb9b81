"""What a service has allowed to be published, and what must be kept back until it has.

Whoever wants to see the text first has allowed nothing until a coordinator has released it.
"""

from collections.abc import Mapping
from typing import Any, Final

from schemas.review.privacy import PUBLIC
from schemas.surveys.municipal_services_2015.code_lists import Publish

CLOSING: Final = "closing"
"""The section of the questionnaire where they say what may be published."""

MAY_BE_LISTED: Final = frozenset({Publish.yes.name, Publish.after_check.name})


def permission(document: Mapping[str, Any]) -> Any:
    """What they said to being listed; None where nobody was asked, or there is no answer."""
    answer = document.get(CLOSING, {}).get("publish")
    return None if isinstance(answer, dict) else answer


def may_be_shown(document: Mapping[str, Any], *, released: bool) -> bool:
    """Whether the public contact details may be shown; `released` is whether the text has been."""
    said = permission(document)
    return said == Publish.yes.name or (released and said == Publish.after_check.name)


def held_back(document: dict[str, Any], *, released: bool) -> dict[str, Any]:
    """The document without the public contact details, unless they may be shown."""
    if CLOSING not in document or may_be_shown(document, released=released):
        return document
    said = document[CLOSING].items()
    return {**document, CLOSING: {id: _blank(id, answer) for id, answer in said}}


def _blank(id: str, answer: Any) -> Any:
    """Why somebody has not answered says nothing of anybody."""
    return None if id.startswith(PUBLIC) and not isinstance(answer, dict) else answer
