"""What is asked before something is decided: the line to type, and what a withdrawal erases."""

from collections.abc import Iterator
from datetime import datetime

from db.records import CaseFile, InterviewFile
from interviewer.controls.asking import Withdrawing
from interviewer.draw import theme
from interviewer.draw.case_file import answered
from interviewer.draw.page import Page
from interviewer.words import WORDS, say
from schemas.frame.units import Unit
from schemas.review.earlier_phase import EarlierPhase


def draw_withdrawing(
    body: Page,
    panel: Withdrawing,
    unit: Unit,
    earlier: EarlierPhase | None,
    file: CaseFile,
    kept: InterviewFile | None,
    now: datetime,
) -> None:
    """What is erased and what is kept, before the name is typed that does it."""
    body.say(say(WORDS.withdraw_title, place=unit.label), theme.STRONG).blank()
    if file.holder and file.holder.until > now:
        body.say(say(WORDS.withdraw_holder, name=file.holder.name), theme.CAUTION)
    body.say(str(WORDS.withdraw_erased), theme.STRONG)
    for words in _erased(file, kept):
        body.say(f"· {words}", indent=3, hang=2)
    body.say(str(WORDS.withdraw_kept), theme.STRONG)
    for words in _left(earlier, file):
        body.say(f"· {words}", indent=3, hang=2)
    body.say(str(WORDS.withdraw_files), theme.QUIET).blank()
    body.say(say(WORDS.withdraw_type, name=f"«{unit.name}»"), theme.WARNING)
    body.typing(panel.line)


def _erased(file: CaseFile, kept: InterviewFile | None) -> Iterator[str]:
    if kept and kept.entries:
        latest = {(one.question, one.item): one.remark for one in kept.entries}
        remarks = sum(map(bool, latest.values()))
        yield say(WORDS.withdraw_answers, answers=answered(kept), remarks=remarks)
    personal = [one for one in file.contacts if one.person or not one.department.is_front_line]
    if personal:
        yield say(WORDS.withdraw_people, people=", ".join(one.label for one in personal))
    yield say(WORDS.withdraw_notes, calls=sum(bool(call.note) for call in file.attempts))


def _left(earlier: EarlierPhase | None, file: CaseFile) -> Iterator[str]:
    yield str(WORDS.withdraw_kept_calls)
    if earlier and file.form:
        yield str(earlier.words.kept)
    yield str(WORDS.withdraw_kept_fact)
