"""Keys in front of options."""

from interviewer.controls.keys import Action, Press, action_of
from interviewer.engine.entry import no_option


def option_of(press: Press, count: int) -> int | None:
    """Which of `count` options a key stands in front of; any other character says which there are.

    None is for keys that are no characters, and for ? and !.
    """
    if press.option is not None and press.option < count:
        return press.option
    if press.char and action_of(press) not in {Action.DONT_KNOW, Action.REFUSE}:
        raise no_option(count)
    return None
