"""What the keys lead to while open answers are put under codes."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from interviewer.controls.actions import (
    FIND,
    HELP,
    MOVES,
    QUIT,
    Action,
    KeyNote,
    KeyTable,
    panel,
)
from interviewer.controls.asking import asked
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.on_desk import TO_QUEUE
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.engine.task import task
from interviewer.engine.text_field import TextField
from interviewer.screens.coding.state import (
    ChoosingCode,
    CodingAnswers,
    CodingPanel,
    CodingQuestions,
    NewCode,
    OtherName,
    Seeking,
)
from interviewer.services import coding as services
from interviewer.words import WORDS, say
from schemas.language.text import ended
from schemas.review.coding.answers import AnswerToCode, Coding, CodingState
from schemas.review.coding.open_codes import OpenCode

# ── The questions ────────────────────────────────────────────────────────────────────────────────


def pressed_on_questions(screen: CodingQuestions, press: Press) -> Reaction:
    """What a key leads to in the list of questions."""
    if move_of(press):
        return Reaction(replace(screen, lit=moved(screen.lit, press, len(screen.questions))))
    return QUESTION_KEYS.led(screen, press) or Reaction(screen)


def _open(screen: CodingQuestions, press: Press) -> Reaction:
    if not screen.questions:
        return Reaction(screen)
    return Reaction(screen.opened(screen.questions[screen.lit]))


# ── One answer ───────────────────────────────────────────────────────────────────────────────────


def pressed(screen: CodingAnswers, press: Press) -> Reaction:
    """What a key leads to on an answer."""
    if screen.panel is not None:
        return _in_panel(screen, screen.panel, press)
    if move_of(press):
        return Reaction(screen.at(moved(screen.place, press, len(screen.order))))
    if (code := _code_of(screen, press)) is not None:
        return Reaction(screen.toggled(code))
    return KEYS.led(screen, press) or Reaction(screen)


def _code_of(screen: CodingAnswers, press: Press) -> OpenCode | None:
    if press.option is None or press.option >= len(screen.codes):
        return None
    return screen.codes[press.option]


def _enter(screen: CodingAnswers, press: Press) -> Reaction:
    if not screen.chosen:
        words = say(WORDS.coding_choose, none=Keycap.DELETE.shown)
        return Reaction(screen.told(Notice(words, "S-CODE-NONE", Tone.warning)))
    return _coded(screen, press, tuple(one for one in screen.codes if one.id in screen.chosen))


def _none(screen: CodingAnswers, press: Press) -> Reaction:
    return _coded(screen, press, ())


def _coded(screen: CodingAnswers, press: Press, codes: tuple[OpenCode, ...]) -> Reaction:
    """The answer, and with it all that are like it and not coded yet."""
    names = ", ".join(one.label for one in codes) or str(WORDS.coding_under_none)
    more = len(screen.alike) - 1
    place = say(WORDS.coding_and_alike, place=screen.where, more=more) if more else screen.where
    words = say(WORDS.coding_stored, place=place, codes=names)

    def then(codings: tuple[Coding, ...]) -> CodingAnswers:
        after = screen.coded(codings)
        is_last = not after.desk.left(screen.question.id)
        told = f"{ended(words)} {WORDS.coding_finished}" if is_last else words
        return after.told(Notice(told, tone=Tone.good))

    ids = tuple(one.id for one in codes)
    answers = tuple((one.answer, ids) for one in screen.alike)
    return storing(screen, task(services.code_answers, press.signed_by(screen.who), answers), then)


def _undo(screen: CodingAnswers, press: Press) -> Reaction:
    """What was coded last in this visit stands as it stood before."""
    if not screen.stored:
        told = Notice(WORDS.coding_nothing_undone, "S-UNDO", Tone.warning)
        return Reaction(screen.told(told))

    def then(codings: tuple[Coding, ...]) -> CodingAnswers:
        after = screen.undone(codings)
        return after.told(Notice(say(WORDS.coding_undone, place=after.where), tone=Tone.good))

    before = tuple((one.answer, _under(screen, one)) for one in screen.stored[-1])
    return storing(screen, task(services.code_answers, press.signed_by(screen.who), before), then)


def _under(screen: CodingAnswers, one: AnswerToCode) -> tuple[UUID, ...] | None:
    """The codes that an answer was under as it reads; None where it was not coded."""
    if one.coding is None or one.state is not CodingState.coded:
        return None
    return tuple(code.id for code in screen.desk.codes.now(one.coding.codes))


# ── What is typed ────────────────────────────────────────────────────────────────────────────────


def _in_panel(screen: CodingAnswers, panel: CodingPanel, press: Press) -> Reaction:
    if keycap_of(press) is Keycap.ESCAPE:
        return Reaction(replace(screen, panel=None))
    match panel:
        case ChoosingCode():
            code = _code_of(screen, press)
            line = TextField.of(code.label, fresh=True) if code else None
            chosen = OtherName(code, line) if code and line else panel
            return Reaction(replace(screen, panel=chosen))
        case OtherName(other=OpenCode() as other):
            return _joined(screen, panel.code, other, press)
        case _:
            return _typed(screen, panel, press)


def _typed(screen: CodingAnswers, panel: NewCode | OtherName | Seeking, press: Press) -> Reaction:
    def then(words: str) -> Reaction:
        if isinstance(panel, Seeking):
            return _sought(screen, words)
        if not words:
            return Reaction(screen.told(Notice(WORDS.coding_name_missing, "S-CODE-NAME")))
        return _named(screen, panel, words, press)

    def keep(line: TextField) -> CodingAnswers:
        return replace(screen, panel=replace(panel, line=line))

    return asked(screen, panel.line, press, keep, then, missing=None)


def _named(screen: CodingAnswers, panel: NewCode | OtherName, words: str, press: Press) -> Reaction:
    known = screen.desk.codes.called(screen.question.id, words)
    if isinstance(panel, NewCode):
        if known is not None:  # it is there already, and what was meant
            return Reaction(replace(screen.taking([known]), panel=None))
        id, choose = press.another(1), True
    else:
        if known is not None and known.id != panel.code.id:
            return Reaction(replace(screen, panel=replace(panel, other=known)))
        id, choose = panel.code.id, False
    named = task(services.name_code, press.signed_by(screen.who), id, screen.question.id, words)
    return storing(screen, named, lambda word: screen.said(word, choose=choose))


def _joined(screen: CodingAnswers, code: OpenCode, other: OpenCode, press: Press) -> Reaction:
    """One key more, as it cannot be undone."""
    if keycap_of(press) is not Keycap.ENTER:
        return Reaction(replace(screen, panel=None))
    joined = task(services.join_codes, press.signed_by(screen.who), code.id, other.id)
    return storing(screen, joined, screen.said)


def _sought(screen: CodingAnswers, words: str) -> Reaction:
    after = replace(screen, words=words, panel=None)
    if not after.order:
        told = Notice(say(WORDS.coding_found_none, letters=words), "S-CODE-SEEK", Tone.warning)
        return Reaction(screen.told(told))
    return Reaction(after.at(0))


def pasted(screen: CodingAnswers, text: str, press: Press) -> Reaction:
    """The open line with pasted text."""
    if screen.panel is None or isinstance(screen.panel, ChoosingCode):
        return Reaction(screen)
    line = screen.panel.line.paste(text)
    return Reaction(replace(screen, panel=replace(screen.panel, line=line)))


def keys_of(screen: CodingAnswers) -> "KeyTable[CodingAnswers] | KeyTable[object]":
    """The keys as they are just now."""
    match screen.panel:
        case None:
            return KEYS
        case ChoosingCode():
            return CHOOSING
        case OtherName(other=OpenCode()):
            return JOINING
        case Seeking():
            return SEEKING
        case _:
            return NAMING


QUESTION_KEYS: Final[KeyTable[CodingQuestions]] = KeyTable(
    WORDS.coding_title,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_coding_open, _open, word=WORDS.key_open),
        MOVES,
        TO_QUEUE,
        FIND,
        QUIT,
    ),
)
KEYS: Final[KeyTable[CodingAnswers]] = KeyTable(
    WORDS.coding_title,
    (
        HELP,
        KeyNote("1–9 a–z", WORDS.help_coding_options),
        Action(Keycap.ENTER, WORDS.help_coding_next, _enter, word=WORDS.key_coding_next),
        Action(
            Keycap.SPACE,
            WORDS.help_coding_take,
            lambda screen, press: Reaction(screen.taking(screen.suggested)),
            word=WORDS.key_coding_take,
            told=lambda screen: bool(screen.suggested),
        ),
        Action(Keycap.DELETE, WORDS.help_coding_none, _none, word=WORDS.key_coding_none),
        Action(
            Keycap.F2,
            WORDS.help_coding_new,
            lambda screen, press: Reaction(replace(screen, panel=NewCode())),
            word=WORDS.key_coding_new,
        ),
        Action(
            Keycap.F12,
            WORDS.help_coding_name,
            lambda screen, press: Reaction(replace(screen, panel=ChoosingCode())),
            word=WORDS.key_coding_name,
            there=lambda screen: bool(screen.codes),
        ),
        Action(
            Keycap.F6,
            WORDS.help_coding_seek,
            lambda screen, press: Reaction(replace(screen, panel=Seeking())),
            word=WORDS.key_coding_seek,
        ),
        Action(
            Keycap.CTRL_Z,
            WORDS.help_coding_undo,
            _undo,
            word=WORDS.key_undo,
            told=lambda screen: bool(screen.stored),
        ),
        KeyNote("↑ ↓", WORDS.help_coding_moves),
        Action(
            Keycap.ESCAPE,
            WORDS.help_coding_back,
            lambda screen, press: Reaction(screen.left),
            word=WORDS.key_coding_questions,
        ),
        FIND,
        QUIT,
    ),
)
_DECIDES: Final = (
    KeyNote(Keycap.ENTER, WORDS.help_decides, WORDS.key_save),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
)
NAMING: Final = panel(KeyNote(WORDS.help_type, WORDS.panel_write), *_DECIDES)
JOINING: Final = panel(*_DECIDES)
SEEKING: Final = panel(
    KeyNote(WORDS.help_type, WORDS.help_coding_seek),
    KeyNote(Keycap.ENTER, WORDS.help_coding_seek, WORDS.key_coding_seek),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
)
CHOOSING: Final = panel(
    KeyNote("1–9 a–z", WORDS.help_coding_name),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
)
