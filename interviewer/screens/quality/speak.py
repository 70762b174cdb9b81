"""Quality for the ear: one sentence a line, the marked one last, as what Enter opens."""

from interviewer.controls.actions import KeyTable
from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, Typing
from interviewer.screens.quality.keys import OWN_KEYS
from interviewer.screens.quality.state import OwnQuality
from interviewer.words import WORDS
from schemas.review.quality.sentences import amount, behind_words, told


def speak_own_quality(screen: OwnQuality, around: Surroundings) -> Spoken:
    """One's own measures, each in a sentence; or what is behind one."""
    keys: KeyTable[OwnQuality] = OWN_KEYS
    return Spoken(
        (OwnQuality, screen.measure),
        tuple(_lines(screen)),
        Typing.picks,
        footer=keys.footer(screen),
        help=keys.help(screen),
    )


def _lines(screen: OwnQuality) -> list[str]:
    if screen.own is None:
        return [str(WORDS.quality_none_own)]
    if screen.measure is None:
        return [amount(screen.own), *map(told, screen.measured)]
    chosen = screen.marked_measure
    assert chosen is not None, "a measure was chosen"
    label = screen.who.frame.label
    behind = (f"{label(one.unit_id)}: {behind_words(chosen.measure, one)}" for one in screen.behind)
    return [told(chosen), *behind]
