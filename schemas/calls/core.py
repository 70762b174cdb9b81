"""When an interview that is not whole is of use: what matters most has been answered."""

from schemas.calls.parts import Parts
from schemas.questionnaire.walk import Key, Route


def is_begun(walked: Route, parts: Parts) -> bool:
    """Whether the right person has agreed."""
    return Key(parts.begins) in walked.places


def has_core(walked: Route, parts: Parts) -> bool:
    """Whether what matters most has been answered: in a roster, for one of its items."""
    core = (walked.by_question.get(question) for question in parts.core)
    return all(any(map(walked.answered, steps)) for steps in core if steps)
