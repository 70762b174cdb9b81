"""What is open on top of the question."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias
from uuid import UUID

from rich.text import Text as Styled

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.columns import Option
from interviewer.draw.contact import draw_contact, with_count
from interviewer.draw.help import keys_here
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.draw.reading import read_on
from interviewer.screens.call.draw_aloud import sought_definition
from interviewer.screens.call.draw_question import check_words
from interviewer.screens.call.keys import KEYS
from interviewer.screens.call.panel_keys import keys_of
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import (
    CLOSE_OR_NOT,
    MISTAKE_OR_NOT,
    THAT_OR_NOT,
    Agreed,
    HangUpPanel,
    nothing_happened,
)
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.identity import WhoPanel
from interviewer.screens.call.panels.jump import JumpLine, JumpPanel, claim_words
from interviewer.screens.call.panels.redirect import HOW, RedirectPanel, offered_to
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.panels.remove import REMOVE_OR_KEEP, RemovePanel
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, cut, known_again, say
from schemas.calls.calls import next_step
from schemas.calls.outcome_rows import WhenAsked
from schemas.calls.outcomes import BY_KEY, Outcome
from schemas.calls.whereabouts import Usual, usual
from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.show import show
from schemas.questionnaire.walk import Key


def draw_panel(call: Call, body: Page, room: int) -> None:
    """Whatever is open."""
    panel = call.panel
    if isinstance(panel, RedirectPanel):
        where = usual(call.found, call.unit, call.who.survey.frame)
        draw_redirect(body, panel, room, offered_to(call, panel), call.file.apart, where)
    elif isinstance(panel, HangUpPanel):
        _hang_up(call, body, panel, room)
    elif isinstance(panel, RemarkPanel):
        _remark(call, body, panel)
    elif isinstance(panel, WhoPanel):
        _who(call, body, panel, room)
    elif isinstance(panel, ContactPanel):
        draw_contact(body, panel)
    elif isinstance(panel, JumpPanel):
        _jump(call, body, panel)
    elif isinstance(panel, CheckPanel):
        _check(call, body, panel, room)
    elif isinstance(panel, RevealPanel):
        _reveal(call, body, panel, room)
    elif isinstance(panel, RemovePanel):
        _remove(call, body, panel)
    elif isinstance(panel, HelpPanel):
        under = call.below[-1] if call.below else None
        keys_here(body, (keys_of(call, under) if under else KEYS).help(call))
        read_on(body, panel.page.scroll, room)


Options: TypeAlias = Mapping[str, Option]
"""What can be chosen, by its key."""


def draw_redirect(
    body: Page,
    panel: RedirectPanel,
    room: int,
    offered: Mapping[str, RedirectPanel],
    apart: Mapping[UUID, str],
    where: Usual,
) -> None:
    """Whom we know, then the departments, with how often it was there; then how."""
    if panel.is_chosen:
        department = panel.department and panel.department.label
        chosen = apart[panel.known.id] if panel.known else department
        body.say(say(WORDS.redirect_how, department=chosen), theme.STRONG).blank()
        body.options([Option(str(how.label), lit=place == 0) for place, how in enumerate(HOW)])
        return
    named = {key: Option(_place(one, apart, where)) for key, one in offered.items()}
    body.say(str(WORDS.redirect_to), theme.STRONG)
    if panel.every:
        body.blank().options(tuple(named.values()), room - len(body.lines), keys=tuple(named))
        return
    places = {key: one for key, one in named.items() if offered[key].department}
    known = {key: one for key, one in named.items() if key not in places}
    around = 1 + (1 + len(known) if known else 0) + 2  # air, whom one knows, and the blind alley
    airy = len(body.lines) + around + _half(places) <= room
    (_with_air if airy else _close_together)(body, known, places, room)


def _half(places: Options) -> int:
    """How many lines they take side by side."""
    return -(-len(places) // 2)


def _with_air(body: Page, known: Options, places: Options, room: int) -> None:
    """Whom one knows, a line each; the departments, which stand where they always do; nobody."""
    if known:
        body.blank()
        _each(body, known)
    body.blank()
    body.options(tuple(places.values()), room - len(body.lines) - 2, keys=tuple(places))
    body.blank().option(Keycap.ZERO, WORDS.redirect_nowhere)


def _close_together(body: Page, known: Options, places: Options, room: int) -> None:
    """The same with what air there is, and the blind alley behind the departments."""
    options = {**places, Keycap.ZERO.names[0]: Option(str(WORDS.redirect_nowhere))}
    air = max(room - len(body.lines) - len(known) - _half(options), 0)
    if air > 1:
        body.blank()
    _each(body, known)
    if air:
        body.blank()
    body.options(tuple(options.values()), room - len(body.lines), keys=tuple(options))


def _each(body: Page, known: Options) -> None:
    for key, one in known.items():
        body.options((one,), keys=(key,))


def _place(offered: RedirectPanel, apart: Mapping[UUID, str], where: Usual) -> str:
    """Whoever is known in the case already, or a department."""
    if offered.known is not None:
        return say(WORDS.redirect_known, whom=apart[offered.known.id])
    if offered.department is None:
        return str(WORDS.redirect_every)
    return with_count(offered.department, where)


def _hang_up(call: Call, body: Page, panel: HangUpPanel, room: int) -> None:
    if panel.mistake:
        body.say(str(WORDS.not_dialled), theme.STRONG)
        body.say(str(WORDS.mistake_asked), theme.WARNING).blank()
        body.options([Option(str(way)) for way in MISTAKE_OR_NOT])
        return
    if panel.outcome is None:
        body.say(str(WORDS.hang_up), theme.STRONG)
        if panel.suggested:
            body.say(say(WORDS.hang_up_suggested, outcome=panel.suggested.label), theme.KEY)
        body.blank()
        choices = {
            key: Option(_ending(one), lit=one is panel.suggested) for key, one in BY_KEY.items()
        }
        by_mistake = nothing_happened(call)
        left = room - len(body.lines) - (2 if by_mistake else 0)
        body.options(tuple(choices.values()), left, keys=tuple(choices))
        if by_mistake:
            body.blank().option(Keycap.ZERO, WORDS.not_dialled)
        return
    body.say(str(panel.outcome.label), theme.STRONG)
    if call.attempt is not None:
        then = next_step(panel.outcome, call.attempt, call.file.redirects)
        body.say(then, theme.QUIET)
    if panel.outcome.row.when is WhenAsked.after_a_letter:
        body.say(str(WORDS.in_writing), theme.QUIET)
    body.blank()
    if panel.doubted:
        body.say(str(WORDS.doubted_asked), theme.WARNING).blank()
        body.options([Option(str(way)) for way in THAT_OR_NOT])
        return
    if panel.for_ever:
        body.say(str(WORDS.for_ever_asked), theme.WARNING).blank()
        body.options([Option(str(way)) for way in CLOSE_OR_NOT])
        return
    if panel.when is not None and panel.agreed is None:
        must = panel.outcome.row.when is WhenAsked.must_be_said
        body.say(str(WORDS.agreed_when if must else WORDS.agreed_when_maybe)).typing(panel.when)
        return
    if panel.agreed is not None:
        _agreed(body, panel.agreed)
    body.say(str(panel.outcome.row.note), theme.PAPER)
    body.typing(panel.note)


def _who(call: Call, body: Page, panel: WhoPanel, room: int) -> None:
    body.say(str(WORDS.who_title), theme.STRONG).blank()
    apart = call.file.apart
    corrects = say(WORDS.who_correct, whom=apart[panel.on_line.id])
    known = (apart[one.id] for one in panel.known(call))
    ways = (corrects, *known, str(WORDS.who_new))
    body.options([Option(way, lit=n == 0) for n, way in enumerate(ways)], room - len(body.lines))


def _ending(outcome: Outcome) -> str:
    """What the call came to; what ends the case for ever says so."""
    return f"{outcome.label}{WORDS.for_ever if outcome.final else ''}"


def _agreed(body: Page, agreed: Agreed) -> None:
    """The time as it was understood, said back before it is saved."""
    one = agreed.appointment
    body.say(f"✓ {agreed.words}", theme.CHOSEN)
    for remark in agreed.remarks:
        body.say(f"! {remark}", theme.CAUTION)
    who = WORDS.agreed_with_me if one.only_with else WORDS.agreed_with_anybody
    kind = say(WORDS.agreed_kind, kind=one.kind.label)
    body.say(f"{kind} · {who}", theme.QUIET).blank()


def _remark(call: Call, body: Page, panel: RemarkPanel) -> None:
    asked = call.talk.questionnaire.by_id[panel.at.question]
    words = known_again(call.talk.said(asked.text, "nb"))
    body.say(say(WORDS.remark_title, question=words), theme.STRONG)
    sought_definition(call, body)
    body.blank().typing(panel.line).blank().say(str(WORDS.remark_help), theme.QUIET)


def _jump(call: Call, body: Page, panel: JumpPanel) -> None:
    body.say(str(WORDS.jump_missing_title if panel.missing else WORDS.jump_title), theme.STRONG)
    hint = WORDS.jump_help_missing if panel.missing else WORDS.jump_help
    body.typing(panel.line, hint=str(hint)).stays().blank()
    above, found = "", panel.found(call)
    if not found:
        body.say(str(WORDS.jump_nothing))
    for place, row in enumerate(found):
        heading = _heading(call, row)
        if heading and heading != above:
            above = heading
            body.say(heading, theme.QUIET)
        spot = ListRow(place, place == panel.lit, OPENS)
        body.row(_row(call, row, body.width), spot, indent=0, hang=2)


def _heading(call: Call, row: JumpLine) -> str:
    """What stands above rows of its kind; nothing above open checks."""
    if row.fired or row.claim:
        return ""
    if row.aside:
        return say(WORDS.jump_set_aside, count=len(call.talk.walked.aside))
    return str(row.step.question.section.heading)


def _row(call: Call, row: JumpLine, width: int) -> Styled:
    """An open check; or a question, and what was answered or that it still wants an answer.

    Of a long question there stands as much as leaves the answer its place on the line.
    """
    talk, step = call.talk, row.step
    if row.fired is not None:
        return inked(shown(f"{WORDS.jump_open}: {row.fired.check.says}"), theme.KEY)
    if row.claim is not None:
        return inked(shown(claim_words(call, row.claim)), theme.QUIET)
    number = f"{step.number}. " if step.number else ""
    words, left = shown(f"{number}{talk.said(step.question.text)}"), _left(call, row)
    room = max(_WORDS_OF_QUESTION, width - _MARK - left.cell_len)
    return inked(cut(words, room), theme.PAPER) + left


def _left(call: Call, row: JumpLine) -> Styled:
    """What stands behind a question: its answer, or that it still wants one."""
    talk, step = call.talk, row.step
    if not (row.aside or talk.walked.answered(step)):
        return inked(f"  ({WORDS.jump_missing})", theme.KEY)
    answer = talk.answers.get(step.key, NOT_ASKED)
    given = shown(show(step.question, answer, talk.frame, talk.language))
    return inked(f"  · {given}", theme.QUIET)


_WORDS_OF_QUESTION, _MARK = 44, 3
"""The least of a question that stands in its row, and what stands in front and behind, in cells."""


def _check(call: Call, body: Page, panel: CheckPanel, room: int) -> None:
    style = theme.ERROR if panel.fired.check.hard else theme.WARNING
    body.say(check_words(panel.fired), style).blank()
    if panel.choosing:
        body.say(str(WORDS.check_which), theme.STRONG).blank()
        _ways(body, [_answer(call, key) for key in panel.about(call)], room)
        return
    # In the order in which they can be chosen: the one it objects to first.
    for key, _ in sorted(panel.fired.evidence, key=lambda one: one[0] != panel.fired.step.key):
        body.say(_answer(call, key), theme.QUIET, hang=2)
    sought_definition(call, body)
    body.blank()
    if panel.reason is None:
        _ways(body, panel.ways, room)
    else:
        body.say(str(WORDS.check_reason)).typing(panel.reason)


def _ways(body: Page, ways: Iterable[Text | str], room: int) -> None:
    """What can be chosen, close together: in columns where the room is short, and in sight."""
    options, left = [Option(str(way)) for way in ways], room - len(body.lines)
    body.options(options, left if len(options) > left else None)
    if len(body.lines) > room:
        body.focus = len(body.lines) - 1


def _answer(call: Call, key: Key) -> str:
    """A question, and what was answered."""
    talk, asked = call.talk, call.talk.questionnaire.by_id[key.question]
    told = show(asked, talk.answers.get(key, NOT_ASKED), talk.frame, talk.language)
    return f"{talk.said(asked.text, 'nb')}  {told}"


def _reveal(call: Call, body: Page, panel: RevealPanel, room: int) -> None:
    words = panel.earlier.words
    body.say(str(words.shown), theme.STRONG).blank()
    body.say(say(WORDS.reveal_claim, said=words.said, claim=panel.claim.label))
    body.say(say(WORDS.reveal_found, found=panel.found.label))
    sought_definition(call, body)
    body.blank()
    if panel.differs:
        body.say(str(WORDS.reveal_why), theme.STRONG)
        _ways(body, [reason.label for reason in panel.reasons], room)
    else:
        body.say(str(WORDS.reveal_same), theme.CHOSEN)


def _remove(call: Call, body: Page, panel: RemovePanel) -> None:
    name = panel.name or WORDS.unnamed
    body.say(say(WORDS.remove_title, name=name, the_item=panel.noun.the), theme.STRONG).blank()
    body.options([Option(str(way)) for way in REMOVE_OR_KEEP])
