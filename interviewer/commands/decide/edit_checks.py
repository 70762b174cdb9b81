"""What stands in the way of an edit: the conditions under which an interview may be completed."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from interviewer.commands.decide.answer_args import choices
from interviewer.commands.decide.show_unit import named
from interviewer.failures import Trouble
from interviewer.words import WORDS

if TYPE_CHECKING:
    from interviewer.engine.conversation import Conversation
    from interviewer.engine.held_case import HeldCase
    from schemas.frame.units import Unit
    from schemas.questionnaire.walk import Firing, Key, Step


def unchanged(heading: str, lines: Iterable[str]) -> Trouble:
    """All that is wrong, line by line; and that nothing has been changed."""
    return Trouble(
        "R-EDIT",
        "Ingenting er endret. Rett dette i samme kommando (-8 er «vet ikke», -9 «vil ikke svare»).",
        (f"{heading}:", *(f"  {line}" for line in lines)),
    )


def require_on_route(talk: "Conversation", given: "Mapping[Key, str]") -> None:
    """An answer to what is not asked would be set aside: it is not taken silently."""
    off = [name for key, name in given.items() if key not in talk.walked.places]
    if off:
        raise unchanged("Det spørres ikke om dette, slik svarene nå er", off)


def require_whole(call: "HeldCase", meant: "Unit") -> None:
    """The conditions under which an interview may be completed."""
    talk = call.talk
    hard = [one for one in talk.open_checks if one.check.hard]
    soft = [one for one in talk.open_checks if not one.check.hard]
    missing = [_missing(step) for step in talk.walked.unanswered]
    if not call.has_agreed:
        raise unchanged(
            "Svarene stopper i innledningen", ["Da er det ikke noe intervju å fullføre."]
        )
    if missing or talk.open_checks:
        wrong = [f"{_on(one)}: {one.check.says}" for one in hard]
        ask = [f"{_on(one)}: {one.check.says} --confirm {_id(one)}=GRUNN" for one in soft]
        raise unchanged(
            f"Dette mangler før intervjuet med {meant.label} er helt", missing + wrong + ask
        )
    if call.lacks_evidence:
        raise unchanged("Et nei fra sentralbordet holder ikke", ["To avdelinger må si det samme."])


def _missing(step: "Step") -> str:
    codes = choices(step.question) or str(step.question.text)
    empty = f" ({WORDS.may_be_empty})" if step.question.empty_allowed else ""
    return f"{named(step.question.id, step.number)}=… {codes}{empty}"


def _on(one: "Firing") -> str:
    return named(one.step.question.id, one.step.number)


def _id(one: "Firing") -> str:
    return named(one.check.id, one.step.number)
