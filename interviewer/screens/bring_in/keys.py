"""What the keys lead to while a file is brought in: Enter looks into it, Enter again stores it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from interviewer.controls.actions import FIND, HELP, QUIT, Action, KeyNote, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Next, Notice, Reaction, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.screens.bring_in.state import BringIn
from interviewer.screens.destinations import ToList
from interviewer.services.bring_in import FileSeen, bring_in, look_into
from interviewer.services.listing import Listing
from interviewer.words import WORDS
from schemas.language.clean import one_line


def pressed(screen: BringIn, press: Press) -> Reaction:
    """What a key leads to."""
    reaction = KEYS.led(screen, press)
    if reaction:
        return reaction
    line = typed(screen.line, press)
    return Reaction(screen.typing(line) if line else screen)


def pasted(screen: BringIn, text: str, press: Press) -> Reaction:
    """The place with pasted text, as where a file is dragged into the terminal."""
    words = one_line(text).strip("'\"")
    return Reaction(screen.typing(screen.line.insert(words)))


def _on(screen: BringIn, press: Press) -> Reaction:
    place = screen.line.text.strip()
    if not place:
        return Reaction(screen.told(Notice(WORDS.bring_place_missing, "S-PLACE")))
    file = Path(place).expanduser()
    if screen.seen is not None and screen.seen.may:
        who = screen.who
        brings = task(bring_in, screen.holds, file, who, press.at)
        return storing(screen, brings, lambda found: _brought(screen, found, press), drops=True)
    looks = task(look_into, screen.holds, file)
    return storing(screen, looks, lambda seen: replace(screen, seen=seen), drops=True)


def _brought(screen: BringIn, found: tuple[str, Listing] | FileSeen, press: Press) -> Next:
    if isinstance(found, FileSeen):
        return replace(screen, seen=found)
    words, listing = found
    return ToList(screen.who, listing, press.at, notice=Notice(words, tone=Tone.good))


KEYS: Final[KeyTable[BringIn]] = KeyTable(
    WORDS.keys_bringing_in,
    (
        HELP,
        KeyNote(WORDS.help_type, WORDS.help_bring_place),
        Action(Keycap.ENTER, WORDS.help_bring_on, _on, word=WORDS.key_on),
        Action(
            Keycap.TAB,
            WORDS.help_bring_kind,
            lambda screen, press: Reaction(screen.turned()),
            word=WORDS.key_other_file,
            there=lambda screen: len(screen.kinds) > 1,
        ),
        Action(
            Keycap.ESCAPE,
            WORDS.help_bring_not,
            lambda screen, press: Reaction(screen.before),
            word=WORDS.key_back_to_list,
        ),
        FIND,
        QUIT,
    ),
)
