"""Keys in front of options."""

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.engine.entries.listed import no_option
from schemas.language.option_keys import OPTION_KEYS


def option_of(press: Press, count: int) -> int | None:
    """Which of `count` options a key stands in front of; any other character says which there are.

    None is for keys that are no characters, and for ? and !.
    """
    return place_of(press, OPTION_KEYS[:count])


def place_of(press: Press, keys: str) -> int | None:
    """The same for options that have these `keys`."""
    place = keys.find(press.char.lower()) if press.char else -1
    if place >= 0:
        return place
    if press.char and keycap_of(press) not in {Keycap.F7, Keycap.F8}:
        raise no_option(keys)
    return None
