"""A number for the world outside: the clipboard, or the computer's own telephone program."""

from interviewer.controls.keys import Keycap
from interviewer.controls.screen import Copy, Notice, Reaction, Screen, Telephone, Tone
from interviewer.words import WORDS, say


def handed(screen: Screen, number: str, action: Keycap) -> Reaction:
    """A number for the clipboard or the telephone program, and a word about it."""
    if action is Keycap.CTRL_Y:
        said = Notice(say(WORDS.copied, number=number), tone=Tone.good)
        return Reaction(screen.told(said), hands=Copy(number))
    said = Notice(say(WORDS.telephoned, number=number), tone=Tone.good)
    return Reaction(screen.told(said), hands=Telephone(number))
