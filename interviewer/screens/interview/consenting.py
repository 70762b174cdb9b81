"""What they have said about the public list since the interview: noted line by line."""

from dataclasses import replace
from typing import Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.text_keys import typed
from interviewer.engine.consenting import ANSWER, ConsentProblem, read_consent
from interviewer.screens.interview.state import Consenting
from interviewer.words import WORDS
from schemas.frame.fold import fold
from schemas.language.dates import local
from schemas.review.consents import Consent
from schemas.review.decisions import DecisionKind

_STEPS: Final[dict[Keycap | None, int]] = {
    Keycap.ENTER: 1,
    Keycap.TAB: 1,
    Keycap.DOWN: 1,
    Keycap.SHIFT_TAB: -1,
    Keycap.UP: -1,
}

_KINDS: Final = {"ja": DecisionKind.consented, "nei": DecisionKind.declined}


def is_done(panel: Consenting, press: Press) -> bool:
    """Whether the key says that all has been typed: a no brings no contact details."""
    said_no = _KINDS.get(fold(panel.lines[0].text)) is DecisionKind.declined
    last = len(ANSWER) if said_no else len(panel.lines) - 1
    return keycap_of(press) is Keycap.ENTER and panel.at >= last


def pressed(panel: Consenting, press: Press) -> Consenting:
    """The lines after any other key."""
    key = keycap_of(press)
    if key in _STEPS:
        return replace(panel, at=min(max(panel.at + _STEPS[key], 0), len(panel.lines) - 1))
    line = typed(panel.lines[panel.at], press)
    return panel.with_line(line) if line else panel


def told(panel: Consenting, press: Press) -> tuple[DecisionKind, Consent]:
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


def at_fault(panel: Consenting, problem: ConsentProblem) -> Consenting:
    """With the line that cannot be noted marked."""
    return replace(panel, at=panel.fields.index(problem.field))
