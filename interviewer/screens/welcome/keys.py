"""What the keys lead to where it is asked who is calling."""

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from interviewer.controls.actions import FIND, HELP, QUIT, Action, KeyNote, KeyTable
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.engine.text_field import TextField
from interviewer.screens.destinations import ToList, ToResume
from interviewer.screens.welcome.state import ALIKE, Welcome
from interviewer.words import WORDS, say
from schemas.language.clean import LONGEST_NAME, clean, plain

if TYPE_CHECKING:
    from interviewer.services import SatDown


def pressed(screen: Welcome, press: Press) -> Reaction:
    """What a key leads to."""
    reaction = KEYS.led(screen, press)
    if reaction:
        return reaction
    if keycap_of(press) in {Keycap.UP, Keycap.DOWN} and screen.shown:
        return Reaction(replace(screen, lit=_moved(screen, press), asked=False))
    line = typed(screen.line, press)
    return Reaction(_with(screen, line) if line else screen)


def pasted(screen: Welcome, text: str, press: Press) -> Reaction:
    """The name with pasted text."""
    return Reaction(_with(screen, screen.line.paste(text)))


def _with(screen: Welcome, line: TextField) -> Welcome:
    return replace(screen, line=line, lit=None, asked=False)


def _moved(screen: Welcome, press: Press) -> int:
    if screen.lit is None:
        return 0 if move_of(press) > 0 else len(screen.shown) - 1
    return moved(screen.lit, press, len(screen.shown))


def _left(screen: Welcome) -> Reaction:
    if screen.asked:
        return Reaction(replace(screen, asked=False))
    return Reaction(screen.before or screen)


def _named(screen: Welcome, press: Press) -> Reaction:
    from interviewer.services import begin  # which the first picture need not wait for

    typed_name = " ".join(clean(screen.line.text, one_line=True).split())
    name = typed_name if screen.lit is None else screen.shown[screen.lit]
    if not name:
        return Reaction(screen.told(Notice(WORDS.name_missing, "S-NAME")))
    if len(name) > LONGEST_NAME and name not in screen.known:
        words = say(WORDS.name_long, count=len(name), most=LONGEST_NAME)
        return Reaction(screen.told(Notice(words, "S-NAME")))
    if not screen.asked and _may_be_another(screen, name):
        known = WORDS.name_choose if screen.shown else WORDS.name_mend
        told = Notice(say(WORDS.name_new, name=name, known=known), tone=Tone.warning)
        return Reaction(replace(screen, asked=True).told(told))
    sits = task(begin, press.id, name, screen.seat, press.at, reviewing=screen.reviewing)

    def then(sat: "SatDown") -> ToList | ToResume:
        if sat.left is not None or sat.unsaved:
            return ToResume(sat.who, sat.found, press.at, sat.left, sat.unsaved)
        return ToList(sat.who, sat.found, press.at)

    return storing(screen, sits, then)


def _may_be_another(screen: Welcome, name: str) -> bool:
    known = [plain(one) for one in screen.known]
    if plain(name) in known:
        return False
    like = screen.shown or get_close_matches(plain(name), known, 1, ALIKE)
    return screen.before is not None or bool(like)


KEYS: Final[KeyTable[Welcome]] = KeyTable(
    WORDS.keys_at_start,
    (
        HELP,
        KeyNote(WORDS.help_type, WORDS.help_name),
        KeyNote(Keycap.DOWN, WORDS.help_known),
        Action(Keycap.ENTER, WORDS.help_named, _named, word=WORDS.key_on),
        Action(
            Keycap.ESCAPE,
            WORDS.help_not_named,
            lambda screen, press: _left(screen),
            word=WORDS.key_return,
            told=lambda screen: bool(screen.before or screen.asked),
        ),
        FIND,
        QUIT,
    ),
)
