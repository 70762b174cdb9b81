"""Shared services: what one interview settles, and who disagrees."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.frame import Surroundings, bar, framed
from interviewer.draw.page import LIT_SIGN, Page
from interviewer.keys import Action
from interviewer.review.shared import Row, SharedServices, place
from interviewer.words import WORDS, say

_SHARED_KEYS = (
    (Action.ENTER, WORDS.key_confirm),
    (Action.REMOVE, WORDS.key_apart),
    (Action.CLOSE, WORDS.key_queue),
)


def draw_shared(mode: SharedServices, around: Surroundings) -> list[Styled]:
    """Each service with the cases it would settle, and who disagrees."""
    body = Page(around.columns).say(str(WORDS.shared_title), theme.STRONG).blank()
    row = mode.marked
    if mode.reason is not None and row and row.unit:
        body.say(say(WORDS.shared_reason, unit=place(row.unit))).typing(mode.reason)
    else:
        for number, one in enumerate(mode.rows):
            lit = number == min(mode.lit, len(mode.rows) - 1)
            body.say(_shared(one, lit), theme.LIT if lit else theme.PAPER, hang=4)
            if lit:
                body.focus = len(body.lines) - 1
        if not mode.rows:
            body.say(str(WORDS.shared_none))
    top = [bar(around, f"Ringerunde · {WORDS.review_shared}", mode.who.name)]
    return framed(around, top, body, mode.notice, _SHARED_KEYS)


def _shared(row: Row, lit: bool) -> str:
    sign, proposal = LIT_SIGN if lit else " ", row.proposal
    if row.unit is None:
        words = say(
            WORDS.shared_row,
            service=proposal.service or "–",
            host=place(proposal.host),
            settles=len(proposal.settles),
            disagree=len(proposal.disagree),
        )
        return f"{sign} {words}"
    if row.disagreement is None:
        return f"{sign}   {place(row.unit)}"
    others = ", ".join(map(place, row.disagreement.others))
    conflict = row.disagreement.conflict.label
    words = say(WORDS.shared_disagrees, conflict=conflict, others=others)
    return f"{sign} ! {place(row.unit)}: {words}"
