"""What is asked before something is decided: the line to type, and what a withdrawal erases."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from db.records import CaseFile, InterviewFile
from interviewer.controls.asking import Withdrawing
from interviewer.controls.consenting import Consenting
from interviewer.draw import theme
from interviewer.draw.case_file import answered
from interviewer.draw.clicks import ListRow
from interviewer.draw.page import Page
from interviewer.engine.consenting import FIELDS
from interviewer.engine.text_field import TextField
from interviewer.words import WORDS, say
from schemas.frame.units import Unit
from schemas.language.text import Text
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.earlier_phase import EarlierPhase
from schemas.surveys.survey import Survey


def draw_withdrawing(
    body: Page,
    panel: Withdrawing,
    unit: Unit,
    survey: Survey,
    file: CaseFile,
    kept: InterviewFile | None,
    now: datetime,
) -> None:
    """What is erased and what is kept, before the name is typed that does it."""
    body.say(say(WORDS.withdraw_title, place=unit.label), theme.STRONG).blank()
    if file.holder and file.holder.until > now:
        body.say(say(WORDS.withdraw_holder, name=file.holder.name), theme.CAUTION)
    body.say(str(WORDS.withdraw_erased), theme.STRONG)
    for words in _erased(file, kept, survey.questionnaire):
        body.say(f"· {words}", indent=3, hang=2)
    body.say(str(WORDS.withdraw_kept), theme.STRONG)
    for words in _left(survey.earlier, file):
        body.say(f"· {words}", indent=3, hang=2)
    body.say(str(WORDS.withdraw_files), theme.QUIET).blank()
    body.say(say(WORDS.withdraw_type, name=f"«{unit.name}»"), theme.WARNING)
    body.typing(panel.line)


def draw_consenting(body: Page, panel: Consenting) -> None:
    """A line for each thing that is noted."""
    body.say(str(WORDS.consent_title), theme.STRONG).blank()
    labels = [FIELDS.get(name, WORDS.consent_answer) for name in panel.fields]
    draw_fields(body, labels, panel.lines, panel.at)
    body.blank().say(str(WORDS.consent_hint), theme.QUIET)


def draw_fields(body: Page, labels: Iterable[Text], lines: Sequence[TextField], lit: int) -> None:
    """Fields one below the other, each behind what it is called."""
    for place, (label, line) in enumerate(zip(labels, lines, strict=True)):
        here, first = place == lit, len(body.lines)
        name = f"{'›' if here else ' '} {label!s:>16}  "
        if here:
            body.typing(line, name)
        else:
            body.say(name + line.text, theme.PAPER)
        body.stands_for(ListRow(place, here), first)


def _erased(file: CaseFile, kept: InterviewFile | None, asks: type[Questionnaire]) -> Iterator[str]:
    if kept and kept.entries:
        latest = {(one.question, one.item): one.remark for one in kept.entries}
        remarks = sum(map(bool, latest.values()))
        yield say(WORDS.withdraw_answers, answers=answered(kept, asks), remarks=remarks)
    personal = [one for one in file.contacts if one.person or not one.department.is_front_line]
    if personal:
        yield say(WORDS.withdraw_people, people=", ".join(one.label for one in personal))
    yield say(WORDS.withdraw_notes, calls=sum(bool(call.note) for call in file.attempts))


def _left(earlier: EarlierPhase | None, file: CaseFile) -> Iterator[str]:
    yield str(WORDS.withdraw_kept_calls)
    if earlier and file.form:
        yield str(earlier.words.kept)
    yield str(WORDS.withdraw_kept_fact)
