"""Who is calling, for the ear."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, Typing, spoken
from interviewer.screens.welcome.keys import KEYS
from interviewer.screens.welcome.state import Welcome
from interviewer.words import WORDS, say
from interviewer.words.speaking import SPOKEN


def speak_welcome(screen: Welcome, around: Surroundings) -> Spoken:
    """The question, and who is known."""
    known = (say(SPOKEN.known, names=", ".join(screen.known)),) if screen.known else ()
    lines = (str(WORDS.who_is_it), *known)
    return spoken(screen, KEYS, lines, Typing.writes)
