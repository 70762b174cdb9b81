"""A number for the world outside: the clipboard, or the computer's own telephone program."""

from interviewer.controls.screen import Copy, Notice, Reaction, Screen, Telephone, Tone
from interviewer.words import WORDS, say


def copied(screen: Screen, number: str) -> Reaction:
    """A number for the clipboard, and a word about it; or a word that there is none."""
    if not number:
        return Reaction(screen.told(Notice(WORDS.no_number_here, "S-NO-NUMBER", Tone.warning)))
    said = Notice(say(WORDS.copied, number=number), tone=Tone.good)
    return Reaction(screen.told(said), hands=Copy(number))


def telephoned(screen: Screen, number: str) -> Reaction:
    """A number for the telephone program, and a word about it; or a word that there is none."""
    if not number:
        return Reaction(screen.told(Notice(WORDS.no_number_here, "S-NO-NUMBER", Tone.warning)))
    said = Notice(say(WORDS.telephoned, number=number), tone=Tone.good)
    return Reaction(screen.told(said), hands=Telephone(number))
