"""Keys in front of options."""

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.engine.entries.listed import no_option


def option_of(press: Press, count: int) -> int | None:
    """Which of `count` options a key stands in front of; any other character says which there are.

    None is for keys that are no characters, and for ? and !.
    """
    if press.option is not None and press.option < count:
        return press.option
    if press.char and keycap_of(press) not in {Keycap.F7, Keycap.F8}:
        raise no_option(count)
    return None
