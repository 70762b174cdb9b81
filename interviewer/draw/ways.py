"""What can be decided, one key each, and what F1 says of it."""

from collections.abc import Iterable
from typing import Final

from rich.text import Text as Styled

from interviewer.controls.actions import Meaning
from interviewer.controls.keys import OPTION_KEYS
from interviewer.draw.bars import LEAST_ROWS, Surroundings
from interviewer.draw.columns import Option
from interviewer.draw.page import Page
from interviewer.words import WORDS
from schemas.language.text import Text

MOST: Final = 6
"""So many lines they may take; where there are more of them, they stand in two columns."""


def ways_on(around: Surroundings, labels: Iterable[Text]) -> list[Styled]:
    """What can be done, one key each: it stays in sight, however far down one reads."""
    page = Page(around.columns).blank(1 if around.rows > LEAST_ROWS else 0)
    return page.options([Option(str(label)) for label in labels], room=MOST).rule().lines


def key_of(way: Text, labels: Iterable[Text]) -> str:
    """The key in front of one of them."""
    return OPTION_KEYS[list(labels).index(way)]


def ways_help(labels: Iterable[Text]) -> tuple[Meaning, ...]:
    """What each of them does, by its key."""
    return tuple((key, _WAYS[label]) for key, label in zip(OPTION_KEYS, labels, strict=False))


_WAYS: Final = {
    WORDS.review_accept: WORDS.help_accept,
    WORDS.review_override: WORDS.help_override,
    WORDS.review_return: WORDS.help_return,
    WORDS.review_discard: WORDS.help_discard,
    WORDS.review_include: WORDS.help_include,
    WORDS.review_exclude: WORDS.help_exclude,
    WORDS.review_release: WORDS.help_release,
    WORDS.review_consent: WORDS.help_consent,
    WORDS.review_edit: WORDS.help_edit,
    WORDS.withdraw: WORDS.help_withdraw,
    WORDS.case_return: WORDS.help_case_return,
    WORDS.case_not_found: WORDS.help_not_found,
    WORDS.case_out_of_frame: WORDS.help_out_of_frame,
    WORDS.case_give_up: WORDS.help_give_up,
    WORDS.case_card: WORDS.help_card,
    WORDS.case_interview: WORDS.help_to_interview,
    WORDS.case_consent: WORDS.help_case_consent,
}
"""What can be decided, in a sentence each."""
