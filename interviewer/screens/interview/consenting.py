"""What they have said about the public list since the interview: noted line by line."""

from dataclasses import replace
from typing import Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.text_keys import typed
from interviewer.engine.consenting import ConsentProblem, read_consent
from interviewer.screens.interview.state import Consenting
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


def is_done(panel: Consenting, press: Press) -> bool:
    """Whether the key says that all has been typed."""
    return keycap_of(press) is Keycap.ENTER and panel.at == len(panel.lines) - 1


def pressed(panel: Consenting, press: Press) -> Consenting:
    """The lines after any other key."""
    key = keycap_of(press)
    if key in _STEPS:
        return replace(panel, at=min(max(panel.at + _STEPS[key], 0), len(panel.lines) - 1))
    line = typed(panel.lines[panel.at], press)
    return panel.with_line(line) if line else panel


def consent_of(panel: Consenting, press: Press) -> Consent:
    """What was typed; raises ConsentProblem."""
    told = {name: line.text for name, line in zip(panel.fields, panel.lines, strict=True)}
    today, listed = local(press.at).date(), panel.kind is DecisionKind.consented
    return read_consent(told, today, listed=listed)


def at_fault(panel: Consenting, problem: ConsentProblem) -> Consenting:
    """With the line that cannot be noted marked."""
    return replace(panel, at=panel.fields.index(problem.field))
