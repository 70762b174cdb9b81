"""What a good interviewer would press now, to a reply and with whatever is open on the screen."""

from collections.abc import Sequence

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.draw.prompter import Advice
from interviewer.engine.contact_changes import FIELDS
from interviewer.engine.entries.entry import Entry
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from interviewer.engine.text_field import TextField
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import Agreed, HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import HOW, RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, say
from interviewer.words.practising import PRACTISING
from schemas.calls.calls import Redirect
from schemas.calls.moments.moments import read_moment
from schemas.frame.design import Noun
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Choice, Missing, code_keys
from schemas.surveys.rehearsal import MORE, PutOn, Reply, RingsOff

_MISSING = {DONT_KNOW.missing: Keycap.F7, REFUSED.missing: Keycap.F8}


def advise(call: Call, reply: Reply) -> Advice | None:
    """The keys, and how one says them; None where there is nothing to advise."""
    match call.panel:
        case None:
            return _at_question(call, reply)
        case RedirectPanel() as panel:
            return _redirecting(panel, reply.put_on)
        case ContactPanel() as panel:
            return _filling_in(panel, reply.put_on)
        case HangUpPanel() as panel:
            return _hanging_up(call, panel, reply.rings_off)
        case JumpPanel() as panel:
            return _jumping(call, panel)
        case RemarkPanel() as panel:
            return _typing(panel.line, reply.remark)
        case CheckPanel() as panel:
            return _correcting(call, panel)
        case RevealPanel() as panel:
            return _explaining(panel, reply)
        case _:
            return close()


def close() -> Advice:
    """What is open is none of what is practised now."""
    return _plain(Keycap.ESCAPE, PRACTISING.shuts)


def seek(line: TextField, text: str) -> Advice:
    """A text to be searched for, as it is typed anywhere else."""
    return _typing(line, text)


def take_back(call: Call) -> Advice:
    """What was done last was not what was said: what is written over it is closed first."""
    undoes = Keycap.CTRL_Z.names[0]
    if call.is_writing:
        return Advice((Keycap.ESCAPE.names[0], undoes), str(PRACTISING.closes_and_undoes))
    return Advice((undoes,), str(PRACTISING.undoes))


def is_slip(reply: Reply, given: object) -> bool:
    """Whether an answer that is chosen from a list is not what was said; of words nobody knows."""
    meant = [one.answer for one in (reply, reply.again) if one and one.answer is not None]
    chosen = _chosen(given)
    return bool(chosen and meant) and all(chosen != _names(one) for one in meant)


def _chosen(given: object) -> set[str]:
    """The codes of an answer that was chosen from a list, or why there is none."""
    several = given if isinstance(given, tuple) else (given,)
    named = {one.name for one in several if isinstance(one, Choice)}
    if isinstance(given, Missing):
        return set() if given == NOT_ASKED else {given.missing}
    return named


def _names(answer: str | tuple[str, ...]) -> set[str]:
    return {answer} if isinstance(answer, str) else set(answer)


def is_done(call: Call, put_on: PutOn) -> bool:
    """Whether it has been noted in this call that we were sent on so."""
    return any(_is_that(call, leg, put_on) for leg in call.file.redirects)


def _is_that(call: Call, leg: Redirect, put_on: PutOn) -> bool:
    if call.attempt is None or leg.attempt_id != call.attempt.id or leg.to_id is None:
        return False
    to = call.contact(leg.to_id)
    return to.department is put_on.department and leg.how is put_on.how


def _plain(key: Keycap, words: object) -> Advice:
    return Advice((key.names[0],), str(words))


# ── On the question ──────────────────────────────────────────────────────────────────────────────


def _at_question(call: Call, reply: Reply) -> Advice | None:
    entry = call.talk.entry
    if reply.remark and call.talk.at and not call.talk.remarks.get(call.talk.at):
        keys = (Keycap.F4.names[0], *reply.remark, Keycap.ENTER.names[0])
        return Advice(keys, say(PRACTISING.remark, text=reply.remark))
    if reply.answer is not None and entry is not None:
        return _answering(entry, reply.answer)
    if entry is None and call.talk.finished and reply.rings_off is None:
        return _plain(Keycap.ENTER, PRACTISING.completes)
    if reply.put_on is not None:
        return _sent_on(reply.put_on)
    return _rung_off(reply.rings_off) if reply.rings_off else None


def _sent_on(put_on: PutOn) -> Advice:
    department, how = put_on.department.own_key, _how_key(put_on)
    words = say(
        PRACTISING.redirect,
        department=_keyed(department, put_on.department.label),
        how=_keyed(how, put_on.how.label),
    )
    return Advice((Keycap.F5.names[0], department, how), words)


def _how_key(put_on: PutOn) -> str:
    return OPTION_KEYS[HOW.index(put_on.how)]


def _keyed(key: str, label: object) -> str:
    """A key, and what stands behind it."""
    return say(PRACTISING.keyed, key=key, label=label)


def _rung_off(rings_off: RingsOff) -> Advice:
    outcome = rings_off.outcome
    if outcome is None or outcome.row.key is None:
        return _plain(Keycap.F9, say(PRACTISING.hang_up, outcome=PRACTISING.suggested))
    named = _keyed(outcome.row.key, outcome.label)
    return Advice((Keycap.F9.names[0], outcome.row.key), say(PRACTISING.hang_up, outcome=named))


def _answering(entry: Entry, answer: str | Sequence[str]) -> Advice | None:
    if isinstance(answer, str) and answer in _MISSING:
        key = _MISSING[answer]
        return Advice((key.names[0],), key.shown)
    match entry:
        case OneOf(codes=codes):
            return Advice(*_picked(codes, (answer,) if isinstance(answer, str) else answer))
        case SomeOf(codes=codes, chosen=chosen):
            named = [one for one in answer if one not in {code.name for code in chosen}]
            keys, words = _picked(codes, named)
            enter = Keycap.ENTER
            return Advice((*keys, enter.names[0]), ", ".join(filter(None, (words, enter.shown))))
        case TypedAnswer(line=line):
            return _typing(line, str(answer))
        case ItemsOf(noun=noun):
            return _another(noun) if answer == MORE else _no_more()
        case UnitsOf():
            return None
        case _:
            return _plain(Keycap.ENTER, PRACTISING.read)


def _another(noun: Noun) -> Advice:
    return Advice(("1",), _keyed("1", say(WORDS.more_yes, an_item=noun.a)))


def _no_more() -> Advice:
    return Advice(("2",), _keyed("2", WORDS.more_no))


def _picked(codes: Sequence[Choice], named: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The keys of these codes, and how one says them."""
    names = [code.name for code in codes]
    places = [names.index(one) for one in named]
    keys = tuple(code_keys(codes)[place] for place in places)
    said = [_keyed(key, codes[place].label) for key, place in zip(keys, places, strict=True)]
    return keys, str(PRACTISING.between).join(said)


def _typing(line: TextField, text: str, *, saves: bool = False) -> Advice:
    """A text, unless it stands there, in place of what does; then Enter, or what `saves` it."""
    done = Keycap.ESCAPE if saves else Keycap.ENTER
    if _same(line.text, text):
        words = PRACTISING.saves if saves else PRACTISING.enter_keeps if text else PRACTISING.empty
        return _plain(done, words)
    begun = "" if line.fresh or not text.startswith(line.text) else line.text
    erases = bool(line.text) and not (begun or (line.fresh and text))
    before = (Keycap.CTRL_U.names[0],) if erases else ()
    said = (
        Keycap.CTRL_U.shown if erases else "",
        say(PRACTISING.write, text=text) if text else "",
        str(PRACTISING.then_save) if saves else done.shown,
    )
    return Advice((*before, *text[len(begun) :], done.names[0]), ", ".join(filter(None, said)))


def _same(one: str, other: str) -> bool:
    """Whether they are the same but for spaces: numbers are shown in groups."""
    return "".join(one.split()) == "".join(other.split())


# ── In what is open on it ────────────────────────────────────────────────────────────────────────


def _redirecting(panel: RedirectPanel, put_on: PutOn | None) -> Advice:
    if put_on is None:
        return _plain(Keycap.ESCAPE, PRACTISING.not_sent_on)
    how = _how_key(put_on)
    chosen = panel.known.department if panel.known else panel.department
    if panel.is_chosen and chosen is not put_on.department:
        return _plain(Keycap.ESCAPE, PRACTISING.elsewhere)
    if panel.is_chosen:
        return Advice((how,), _keyed(how, put_on.how.label))
    key = put_on.department.own_key
    return Advice((key,), _keyed(key, put_on.department.label))


def _jumping(call: Call, panel: JumpPanel) -> Advice:
    """To what is missing, where that is marked."""
    found = panel.found(call)
    marked = found[min(panel.lit, len(found) - 1)] if found else None
    wants = marked and (marked.fired or marked.step in call.talk.walked.unanswered)
    return _plain(Keycap.ENTER, PRACTISING.goes_there) if wants else close()


def _filling_in(panel: ContactPanel, put_on: PutOn | None) -> Advice:
    """The name first, then the number; the last of them closes and saves.

    Only of whoever one is put through to: the form may be open on somebody else.
    """
    if put_on and panel.contact.department is not put_on.department:
        put_on = None
    wanted = {"person": put_on.person, "phone": put_on.phone} if put_on else {}
    known = [name for name, text in wanted.items() if text]
    here = tuple(FIELDS)[panel.at]
    if here not in known:
        return _plain(Keycap.ESCAPE, PRACTISING.saves)
    return _typing(panel.lines[panel.at], wanted[here], saves=here == known[-1])


def _correcting(call: Call, panel: CheckPanel) -> Advice:
    """The answer that the check objects to is the one to correct."""
    if not panel.choosing:
        key = OPTION_KEYS[panel.ways.index(WORDS.check_correct)]
        return Advice((key,), _keyed(key, WORDS.check_correct))
    about = panel.about(call)
    key, asked = OPTION_KEYS[0], call.talk.questionnaire.by_id[about[0].question]
    return Advice((key,), _keyed(key, call.talk.said(asked.text, "nb")))


def _explaining(panel: RevealPanel, reply: Reply) -> Advice:
    """Why something else was claimed; nothing where it was the same."""
    if not panel.differs:
        return _plain(Keycap.ENTER, Keycap.ENTER.shown)
    named = [one for one in panel.reasons if one.name == reply.answer]
    if not named:
        return Advice((), str(PRACTISING.whatever_fits))
    key = OPTION_KEYS[panel.reasons.index(named[0])]
    return Advice((key,), _keyed(key, named[0].label))


def _is_as_said(call: Call, agreed: Agreed, said: str) -> bool:
    """Whether it is the time that was said; where none was, whether there is nothing against it."""
    if not said:
        return not agreed.remarks
    window, one = call.who.settings.call_window.of_offices, agreed.appointment
    return read_moment(said, one.made_at, window).at == one.due


def _hanging_up(call: Call, panel: HangUpPanel, rings_off: RingsOff | None) -> Advice:
    if rings_off is None:
        return _plain(Keycap.ESCAPE, PRACTISING.not_over)
    if panel.outcome is None:
        outcome = rings_off.outcome
        if outcome is None or outcome.row.key is None:
            suggested = _plain(Keycap.ENTER, PRACTISING.suggested)
            return suggested if panel.suggested else _plain(Keycap.ESCAPE, PRACTISING.not_over)
        return Advice((outcome.row.key,), _keyed(outcome.row.key, outcome.label))
    if panel.outcome is not (rings_off.outcome or panel.suggested):
        return _plain(Keycap.ESCAPE, PRACTISING.other_outcome)
    if panel.for_ever:
        return Advice((OPTION_KEYS[0],), str(PRACTISING.closes))
    if panel.when is not None and panel.agreed is None:
        return _typing(panel.when, rings_off.when)
    if panel.agreed is not None and not _is_as_said(call, panel.agreed, rings_off.when):
        return _plain(Keycap.ESCAPE, PRACTISING.other_time)
    return _typing(panel.note, rings_off.note)
