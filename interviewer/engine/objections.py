"""Which checks an answer has set off: what is to be resolved or confirmed before going on."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from interviewer.engine.conversation import Conversation
from interviewer.services.news import Said
from schemas.questionnaire.condition_values import about
from schemas.questionnaire.walk import Firing, Key

Identity: TypeAlias = tuple[str, int | None, tuple[tuple[Key, Any], ...]]
"""What makes a check the same as before: the answers that it is about."""


def objections(before: Conversation, now: Conversation, said: Iterable[Said]) -> tuple[Firing, ...]:
    """The checks that have opened with what was just said, those to be resolved first.

    Where one to be resolved is out of the way, those that stood behind it are looked at anew.
    """
    if not now.open_checks:  # nearly always
        return ()
    known = {_identity(one) for one in before.open_checks}
    freed = _behind_hard_ones(before) - _behind_hard_ones(now)
    told = {one.key.question for one in said}

    def has_opened(one: Firing) -> bool:
        is_about_it = not told.isdisjoint(asked.id for asked in about(one.check.when))
        return _identity(one) in freed or (_identity(one) not in known and is_about_it)

    opened = filter(has_opened, now.open_checks)
    return tuple(sorted(opened, key=lambda one: not one.check.hard))


def _behind_hard_ones(talk: Conversation) -> set[Identity]:
    """The soft checks on a question that a hard one objects to, which is shown first."""
    hard = {one.step for one in talk.open_checks if one.check.hard}
    soft = (one for one in talk.open_checks if not one.check.hard)
    return {_identity(one) for one in soft if one.step in hard}


def _identity(fired: Firing) -> Identity:
    return fired.check.id, fired.step.item, fired.evidence
