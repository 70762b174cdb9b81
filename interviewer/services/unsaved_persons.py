"""What lies aside without somebody: as it is erased in the tables, in every text of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from schemas.review.sought import ERASED, Sought, TellingQuestions, taken_out

_EMPTY: Final = frozenset({"person", "role", "phone", "email", "dead", "wrong", "draft"})
"""Where nothing stands rather than that it was erased."""


def without(told: Any, sought: Sought, asked: TellingQuestions, key: str = "") -> Any:
    """What is told as JSON, without her."""
    match told:
        case {"$": str(), "is": str()}:
            return told  # an id, a moment or a code
        case {"$": "AnswerEntry", "question": str(question), "value": value}:
            rest = _each(told, sought, asked)
            return {**rest, "value": taken_out(sought, value, asked, question)}
        case {"$": "Questionnaire"} | {"$": "Confirmation"}:
            return taken_out(sought, told, asked)
        case {"$": "ContactPoint"}:
            return _contact(_each(told, sought, asked), _is_hers(told, sought))
        case Mapping():
            return _each(told, sought, asked)
        case list():
            return [without(one, sought, asked, key) for one in told]
        case str() if sought.is_in(told):
            return "" if key in _EMPTY else ERASED
    return told


def _each(told: Mapping[str, Any], sought: Sought, asked: TellingQuestions) -> dict[str, Any]:
    return {key: without(one, sought, asked, key) for key, one in told.items()}


def _is_hers(told: Mapping[str, Any], sought: Sought) -> bool:
    """Whether a contact point is she: by her name, or by her number where nobody is named."""
    person = str(told.get("person") or "")
    reached = any(sought.is_in(str(told.get(name) or "")) for name in ("phone", "email"))
    return sought.is_in(person) or (reached and not person.strip())


def _contact(told: dict[str, Any], hers: bool) -> dict[str, Any]:
    return {**told, **dict.fromkeys(("person", "role", "phone", "email"), "")} if hers else told
