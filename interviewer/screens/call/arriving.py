"""A case as it is stored, as it is worked on: in a call, or without one."""

from dataclasses import replace

from interviewer.screens.call.notices import asked_back, going_on
from interviewer.screens.call.state import Call
from interviewer.screens.destinations import ToCall


def call_of(there: ToCall) -> Call:
    """The case as it is worked on; who comes straight to the end is offered what is left."""
    call = Call.taken_up(there.who, there.opened, there.at, there.attempt_id, there.found)
    call = replace(call, rung=there.rung, line_since=there.line_since, they_rang=there.they_rang)
    if there.anew:
        return replace(call, talk=call.talk.to_first_open(), to_ask=there.to_ask)
    if there.standing_at is not None:
        call = replace(call, talk=call.talk.jump(there.standing_at[0]))
    told = asked_back(there.asks_back) if there.asks_back else there.notice
    # What one is told on the way in is not written over: the next answer offers what is left.
    if told:
        return call.told(told)
    offered = call.before_leaving()
    if there.attempt_id is None or there.line_since is None or offered.panel or not call.talk.at:
        return offered
    begun, asks = there.opened.interview, there.who.survey.questionnaire
    return offered.told(going_on(begun, asks, there.attempt_id, there.at))
