"""What the keys lead to while a file is ordered."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from interviewer.controls.actions import FIND, HELP, QUIT, READS, Action, KeyNote, KeyTable, panel
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Next, Notice, Reaction, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.publish.export_request import Order, WrittenFiles
from interviewer.screens.destinations import ToPreview, ToWritten
from interviewer.screens.export_order.state import Asking, Ordering
from interviewer.services.publishing import Answer, Stopped, Taken, preview, write
from interviewer.words import WORDS
from schemas.language.clean import one_line
from schemas.review.privacy import PersonFound

_STEPS: Final = {Keycap.UP: -1, Keycap.DOWN: 1, Keycap.SHIFT_TAB: -1, Keycap.TAB: 1}


def pressed(screen: Ordering, press: Press) -> Reaction:
    """What a key leads to."""
    if screen.asking:
        return _asked(screen, press, screen.asking)
    return KEYS.led(screen, press) or Reaction(_typed(screen, press))


def _moved(screen: Ordering, press: Press) -> Reaction:
    keycap = keycap_of(press)
    by = _STEPS[keycap] if keycap else 0
    return Reaction(replace(screen, lit=min(max(screen.lit + by, 0), len(screen.choices))))


def pasted(screen: Ordering, text: str, press: Press) -> Reaction:
    """The place with pasted text."""
    words = one_line(text)
    return Reaction(
        screen if screen.asking else replace(screen, line=screen.line.insert(words), lit=0)
    )


def _typed(screen: Ordering, press: Press) -> Ordering:
    if screen.lit == 0:
        line = typed(screen.line, press)
        return replace(screen, line=line) if line else screen
    if keycap_of(press) is not Keycap.SPACE:
        return screen
    return replace(screen, order=screen.choices[screen.lit - 1].turned(screen.order))


def _ready(screen: Ordering, press: Press) -> Reaction:
    place = screen.line.text.strip()
    if not place:
        return Reaction(screen.told(Notice(WORDS.order_place_missing, "S-PLACE")))
    return _write(screen, replace(screen.order, out=Path(place), at=press.at), frozenset())


def _looked_at(screen: Ordering, press: Press) -> Reaction:
    """Read what would be written, in that place, and come back."""
    shows, place = screen.product.preview, screen.line.text.strip()
    if shows is None or not place:
        return Reaction(screen)

    def then(answer: tuple[str, ...] | Stopped) -> Next:
        if isinstance(answer, Stopped):
            return screen.told(Notice(answer.sentence, answer.code))
        return ToPreview(answer, press.at, screen)

    order = replace(screen.order, out=Path(place), at=press.at)
    return storing(screen, task(preview, shows, order), then)


def _write(screen: Ordering, order: Order, seen: frozenset[PersonFound]) -> Reaction:
    product, meter = screen.product.write, screen.meter
    return storing(
        screen,
        task(write, product, order, meter, seen),
        lambda answer: _answered(screen, answer, order, seen),
        drops=True,
    )


def _answered(screen: Ordering, answer: Answer, order: Order, seen: frozenset[PersonFound]) -> Next:
    if isinstance(answer, WrittenFiles):
        return ToWritten(screen.product, answer, screen.before)
    if isinstance(answer, Stopped):
        return replace(screen, asking=None).told(Notice(answer.sentence, answer.code))
    return replace(screen, asking=Asking(answer, order, seen))


def _asked(screen: Ordering, press: Press, asking: Asking) -> Reaction:
    action = keycap_of(press)
    if action is Keycap.ESCAPE:
        notice = Notice(WORDS.order_not_written, tone=Tone.warning)
        return Reaction(replace(screen, asking=None, notice=notice))
    if action is Keycap.ENTER:
        return _allowed(screen, asking)
    return Reaction(replace(screen, asking=replace(asking, scroll=asking.scroll.after(press))))


def _allowed(screen: Ordering, asking: Asking) -> Reaction:
    if isinstance(asking.about, Taken):
        return _write(screen, replace(asking.order, force=True), asking.seen)
    return _write(screen, asking.order, asking.seen.union(asking.about.hits))


KEYS: Final = KeyTable(
    WORDS.keys_order,
    (
        HELP,
        KeyNote(WORDS.help_type, WORDS.help_where),
        Action(Keycap.ENTER, WORDS.help_write, _ready, word=WORDS.key_write),
        Action(
            Keycap.F2,
            WORDS.help_preview,
            _looked_at,
            word=WORDS.preview_title,
            there=lambda screen: screen.product.preview is not None,
        ),
        Action(
            Keycap.TAB,
            WORDS.help_line,
            _moved,
            word=WORDS.key_next_field,
            also=(Keycap.DOWN, Keycap.UP, Keycap.SHIFT_TAB),
        ),
        KeyNote(WORDS.help_space, WORDS.help_next_choice),
        Action(
            Keycap.ESCAPE,
            WORDS.help_write_not,
            lambda screen, press: Reaction(screen.before),
            word=WORDS.publish_title,
        ),
        FIND,
        QUIT,
    ),
)

TAKEN: Final = panel(
    KeyNote(Keycap.ENTER, WORDS.help_yes, WORDS.key_replace),
    KeyNote(Keycap.ESCAPE, WORDS.help_no, WORDS.key_stop),
)
PERSONS: Final = panel(
    *READS,
    KeyNote(Keycap.ENTER, WORDS.help_yes, WORDS.key_write_anyway),
    KeyNote(Keycap.ESCAPE, WORDS.help_no, WORDS.key_stop),
)
WRITING: Final[KeyTable[object]] = KeyTable(WORDS.order_writing, (QUIT,))
"""While it is written, one can only leave."""


def keys_of(screen: Ordering) -> KeyTable[Ordering]:
    """What can be done here, or where something must be said yes to."""
    if screen.asking is None:
        return KEYS
    return TAKEN if isinstance(screen.asking.about, Taken) else PERSONS
