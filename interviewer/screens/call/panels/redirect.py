"""Being sent on: F5, whom or where to, how.  Three keys, because a transfer takes seconds.

Whom one knows in the case comes first, each with a digit; a department, where somebody new sits,
has the same letter in every case.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from db.records import CaseFile
from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS, Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import task
from interviewer.words import WORDS, say
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint, Redirect, next_number
from schemas.calls.departments import Department
from schemas.calls.whom_to_dial import leads
from schemas.language.option_keys import DIGITS
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call

KNOWN: Final = 5
"""So many lines there are above the departments at 80×24, the last one for all the others."""

HOW: Final = tuple(how for how in RedirectHow if how is not RedirectHow.dead_end)


@dataclass(frozen=True, slots=True)
class RedirectPanel:
    """Whom one knows in the case first, or which department; the key for how logs it.

    With `every`, all whom one knows are listed: there are more of them than digits.
    """

    department: Department | None = None
    known: ContactPoint | None = None
    every: bool = False

    @property
    def is_chosen(self) -> bool:
        """Whether only how is left to say."""
        return self.department is not None or self.known is not None

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) in {Keycap.ESCAPE, Keycap.F5}:
            return Reaction(call.opening(None if self == RedirectPanel() else RedirectPanel()))
        if self.is_chosen:
            return self._how(call, press)
        if keycap_of(press) is Keycap.ZERO:
            return _logged(call, press, RedirectPanel(), RedirectHow.dead_end)
        chosen = offered_to(call, self).get(press.char.lower())
        return Reaction(call.opening(chosen) if chosen else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call

    def _how(self, call: "Call", press: Press) -> Reaction:
        if keycap_of(press) is Keycap.ENTER:
            return _logged(call, press, self, RedirectHow.transferred)
        if press.option is not None and press.option < len(HOW):
            return _logged(call, press, self, HOW[press.option])
        return Reaction(call)


def offered_to(call: "Call", panel: RedirectPanel) -> dict[str, RedirectPanel]:
    """Where we may be sent, by the key for it: whom one knows in the case, then the departments."""
    known = [RedirectPanel(known=one) for one in call.file.in_use if one != call.on_line]
    if panel.every:
        return dict(zip(OPTION_KEYS, known, strict=False))
    if len(known) > KNOWN:
        known[KNOWN - 1 :] = [RedirectPanel(every=True)]
    by_letter = {one.own_key: RedirectPanel(one) for one in call.who.survey.departments}
    return {**dict(zip(DIGITS, known, strict=False)), **by_letter}


def _logged(call: "Call", stamp: Stamp, chosen: RedirectPanel, how: RedirectHow) -> Reaction:
    department, from_ = chosen.department, call.on_line
    assert from_ is not None, "a call has somebody at the other end"
    known = chosen.known or _known(call, department, from_, how)
    to = known or (_contact(call, stamp, department, from_) if department else None)
    return sent_to(call, stamp, to, how, is_new=known is None, knows=_shown_by(from_, how))


def sent_to(
    call: "Call",
    stamp: Stamp,
    to: ContactPoint | None,
    how: RedirectHow,
    *,
    is_new: bool,
    knows: Knowledge | None,
    told: Text = WORDS.redirected,
) -> Reaction:
    """Somebody else is to be spoken with, or nobody; `knows` is what that tells of who was there.

    Whoever comes on the line, as it is `told`, is asked anew what the first section asks.
    """
    from_ = call.on_line
    assert call.attempt is not None, "only somebody on the line can send us on"
    assert from_ is not None, "a call has somebody at the other end"
    leg = Redirect(
        id=stamp.id,
        case_id=call.file.case_id,
        number=next_number(call.file.redirects),
        attempt_id=call.attempt.id,
        from_id=from_.id,
        to_id=to.id if to else None,
        how=how,
        said="",
        at=stamp.at,
    )
    talk, said = call.talk.new_person() if how is RedirectHow.transferred else (call.talk, ())
    said, new = said if call.begun else (), to if is_new else None
    anew = services.entries_of(call.lease, leg.id, said, call.speaking, leg.at)
    logs = task(services.log_redirect, call.lease, leg, new, knows, anew)
    steps = () if anew else call.steps_back  # stored with what is asked anew
    there = replace(call, talk=talk, steps_back=steps)
    return storing(call, logs, lambda file: _after(there, file, how, to, told))


def _after(
    call: "Call",
    file: CaseFile,
    how: RedirectHow,
    to: ContactPoint | None,
    told: Text,
) -> "Call":
    sent = replace(call, file=file, definition=None)
    if to is None:
        return sent.opening(None).told(Notice(str(WORDS.dead_end_noted), tone=Tone.good))
    contact = sent.contact(to.id)
    if how is RedirectHow.transferred:
        sent = replace(sent, talk=replace(sent.talk, known=contact.known)).to_somebody_else()
        words = say(told, place=contact.place, whom=contact.label)
        kept = f" {WORDS.remark_kept}" if sent.half_written else ""
        return sent.told(Notice(f"{words}{kept}", tone=Tone.good))
    noted = Notice(say(WORDS.lead_noted, place=contact.place), tone=Tone.good)
    wanted = ContactPanel.of(contact, lead=True).at_what_is_missing()
    return sent.opening(wanted).told(noted)


def _known(
    call: "Call", department: Department | None, from_: ContactPoint, how: RedirectHow
) -> ContactPoint | None:
    """A place we know already: the one switchboard, or the lead we are being put through to."""
    same = [c for c in call.file.in_use if c.department is department and c.id != from_.id]
    if department and department.is_front_line:
        return next(iter(same), None)
    file = call.file
    waiting = leads(file.contacts, file.attempts, file.redirects)
    pointed_to = [contact for contact in same if contact in waiting]
    return pointed_to[-1] if pointed_to and how is RedirectHow.transferred else None


def _contact(
    call: "Call", stamp: Stamp, department: Department, from_: ContactPoint
) -> ContactPoint:
    id, case_id = stamp.another(1), call.file.case_id
    return ContactPoint.named(id, case_id, department, from_.label, stamp.at)


def _shown_by(contact: ContactPoint, how: RedirectHow) -> Knowledge | None:
    """What being sent on tells of who did it, unless more is known already."""
    if how is RedirectHow.dead_end:
        return Knowledge.does_not_know if contact.knows is Knowledge.unknown else None
    vague = {Knowledge.unknown, Knowledge.does_not_know}
    return Knowledge.knows_who if contact.knows in vague else None
