"""What a coordinator types before something is decided: a reason, or a name that confirms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.turn import Mode, Notice, Turn
from interviewer.words import WORDS, say
from schemas.clean import clean
from schemas.register import Unit
from schemas.search import fold, names_of


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """The respondent withdraws: as it cannot be undone, one key is not enough."""

    line: Line = EMPTY


M = TypeVar("M", bound=Mode)


def asked(
    mode: M,
    line: Line,
    press: Press,
    keep: Callable[[Line], M],
    then: Callable[[str], Turn],
) -> Turn:
    """What a key does to a reason that is being typed: with Enter it is used, if there is one."""
    if action_of(press) is not Action.ENTER:
        typed = line.press(press)
        return Turn(keep(typed) if typed else mode)
    words = clean(line.text, one_line=True)[0].strip()
    if not words:
        return Turn(mode.told(Notice(WORDS.review_reason_missing, "S-REASON")))
    return then(words)


def confirmed(mode: Mode, unit: Unit, words: str, turn: Turn) -> Turn:
    """The turn, if what was typed names the unit."""
    if fold(words) in names_of(unit):
        return turn
    return Turn(mode.told(Notice(say(WORDS.withdraw_other_name, name=unit.name), "S-NAME")))
