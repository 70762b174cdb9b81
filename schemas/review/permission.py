"""What a service has allowed to be published, and what must be kept back until it has.

Whoever wants to see the text first has allowed nothing until a coordinator has released it.  Where
a survey asks nobody, nothing may be published.
"""

from collections.abc import Mapping
from typing import Any

from schemas.calls.parts import PublishingParts, said
from schemas.questionnaire.apart import APART, is_said
from schemas.review.decisions import Decision, DecisionKind


def permission(
    publishing: PublishingParts | None, document: Mapping[str, Any], later: Decision | None = None
) -> Any:
    """What they said to being listed; None where nobody was asked, or there is no answer.

    What they said `later`, to a coordinator, goes before what they answered.
    """
    if publishing is None:
        return None
    if later is not None:
        return publishing.yes.name if later.kind is DecisionKind.consented else later.kind.name
    return said(document, publishing.question)


def may_be_listed(
    publishing: PublishingParts | None, document: Mapping[str, Any], later: Decision | None = None
) -> bool:
    """Whether they have agreed to stand on a public list."""
    told = permission(publishing, document, later)
    return publishing is not None and told in publishing.may_be_listed


def waits_for_the_text(
    publishing: PublishingParts | None, document: Mapping[str, Any], later: Decision | None = None
) -> bool:
    """Whether they want to see first what will stand there."""
    if publishing is None:
        return False
    return bool(permission(publishing, document, later) == publishing.after_check.name)


def still_said(
    publishing: PublishingParts | None,
    document: Mapping[str, Any],
    later: Decision | None,
    revision: int,
) -> Decision | None:
    """What they said later, unless they have said no in an interview since: that counts at once."""
    if publishing is None or later is None or (later.revision or 0) >= revision:
        return later
    told = said(document, publishing.question)
    return later if told is None or told in publishing.may_be_listed else None


def may_be_shown(
    publishing: PublishingParts | None,
    document: Mapping[str, Any],
    *,
    released: bool,
    told_since: bool = False,
) -> bool:
    """Whether the public contact details of the answers may be shown.

    `released` is whether the text has been, and `told_since` whether they have said anything of
    being listed after the interview: no, or other details, which take the place of these.
    """
    if told_since or not may_be_listed(publishing, document):
        return False
    return released or not waits_for_the_text(publishing, document)


def held_back(
    publishing: PublishingParts | None,
    document: dict[str, Any],
    *,
    released: bool,
    told_since: bool = False,
) -> dict[str, Any]:
    """The document without the public contact details, unless they may be shown."""
    if publishing is None or may_be_shown(
        publishing, document, released=released, told_since=told_since
    ):
        return document
    shown = publishing.shown
    return {name: _without(section, shown) for name, section in document.items()}


def _without(section: Any, shown: tuple[str, ...]) -> Any:
    """Why somebody has not answered says nothing of anybody."""
    if not isinstance(section, dict) or section.keys().isdisjoint(shown):
        return section
    hidden = {id for id in shown if is_said(section.get(id)) or section.get(id) == APART}
    if not hidden:
        return section
    return {id: None if id in hidden else answer for id, answer in section.items()}
