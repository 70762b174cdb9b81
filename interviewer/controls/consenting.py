"""What they have said about the public list outside the interview: noted line by line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from interviewer.controls.actions import KeyNote, panel
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen
from interviewer.controls.text_keys import typed
from interviewer.engine.consenting import ANSWER, FIELDS, ConsentProblem, read_consent
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS, say
from schemas.frame.fold import fold
from schemas.language.dates import local
from schemas.review.consents import Consent
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Consenting:
    """They have said yes or no outside the interview: who, when, how, what may stand there."""

    lines: tuple[TextField, ...] = tuple(EMPTY for _ in ("answer", *FIELDS))
    at: int = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """What each line is for."""
        return ("answer", *FIELDS)

    @property
    def line(self) -> TextField:
        """The line that is typed in."""
        return self.lines[self.at]

    def with_line(self, line: TextField) -> "Consenting":
        """With this in the line that is typed in."""
        return replace(self, lines=(*self.lines[: self.at], line, *self.lines[self.at + 1 :]))


M = TypeVar("M", bound=Screen)


def consented(
    screen: M,
    panel: Consenting,
    press: Press,
    keep: Callable[[Consenting], M],
    then: Callable[[DecisionKind, Consent], Reaction],
) -> Reaction:
    """What a key does to the lines: Enter on the last notes them, or says which one is wrong."""
    if not _is_done(panel, press):
        return Reaction(keep(_after(panel, press)))
    try:
        return then(*_told(panel, press))
    except ConsentProblem as problem:
        field = FIELDS.get(problem.field, WORDS.consent_answer)
        words = say(WORDS.consent_refused, field=field, sentence=problem.sentence)
        marked = keep(replace(panel, at=panel.fields.index(problem.field)))
        return Reaction(marked.told(Notice(words, problem.code)))


_STEPS: Final[dict[Keycap | None, int]] = {
    Keycap.ENTER: 1,
    Keycap.TAB: 1,
    Keycap.DOWN: 1,
    Keycap.SHIFT_TAB: -1,
    Keycap.UP: -1,
}

_KINDS: Final = {"ja": DecisionKind.consented, "nei": DecisionKind.declined}


def _is_done(panel: Consenting, press: Press) -> bool:
    """Whether the key says that all has been typed: a no brings no contact details."""
    said_no = _KINDS.get(fold(panel.lines[0].text)) is DecisionKind.declined
    last = len(ANSWER) if said_no else len(panel.lines) - 1
    return keycap_of(press) is Keycap.ENTER and panel.at >= last


def _after(panel: Consenting, press: Press) -> Consenting:
    """The lines after any other key."""
    key = keycap_of(press)
    if key in _STEPS:
        return replace(panel, at=min(max(panel.at + _STEPS[key], 0), len(panel.lines) - 1))
    line = typed(panel.line, press)
    return panel.with_line(line) if line else panel


def _told(panel: Consenting, press: Press) -> tuple[DecisionKind, Consent]:
    """What was typed, and whether it is a yes; raises ConsentProblem."""
    answer, *lines = (line.text for line in panel.lines)
    kind = _KINDS.get(fold(answer))
    if kind is None:
        raise ConsentProblem("answer", str(WORDS.consent_yes_or_no), "R-CONSENT")
    listed = kind is DecisionKind.consented
    words = dict(zip(panel.fields[1:], lines, strict=True))
    if not listed:
        words = {name: words[name] for name in ANSWER}
    return kind, read_consent(words, local(press.at).date(), listed=listed)


CONSENTING: Final = panel(
    KeyNote(Keycap.TAB, WORDS.help_line),
    KeyNote(Keycap.ENTER, WORDS.help_decides, WORDS.key_save),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
)
"""What its keys are called."""
