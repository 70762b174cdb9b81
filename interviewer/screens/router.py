"""The one list of screens: how each is reached, and how it is drawn.

It knows them all, and they know only the destinations that they name.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rich.text import Text as Styled

from interviewer import services
from interviewer.controls.help import Helped, explained
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import GoTo, Reaction, Screen
from interviewer.controls.search_line import sought_by_paste
from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken
from interviewer.screens import destinations as to
from interviewer.screens.bring_in import keys as bring_in_keys
from interviewer.screens.bring_in.draw import draw_bring_in
from interviewer.screens.bring_in.state import BringIn
from interviewer.screens.call import keys as call_keys
from interviewer.screens.call import offers as call_offers
from interviewer.screens.call.arriving import call_of
from interviewer.screens.call.draw import draw_call
from interviewer.screens.call.speak import speak_call
from interviewer.screens.call.state import Call
from interviewer.screens.call_list import keys as call_list_keys
from interviewer.screens.call_list.draw import draw_call_list
from interviewer.screens.call_list.first import arrived
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card import keys as card_keys
from interviewer.screens.card.draw import draw_card
from interviewer.screens.card.speak import speak_card
from interviewer.screens.card.state import Card
from interviewer.screens.case import keys as case_keys
from interviewer.screens.case.draw import draw_decide
from interviewer.screens.case.speak import speak_decide
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases import keys as cases_keys
from interviewer.screens.cases.draw import draw_cases
from interviewer.screens.cases.speak import speak_cases
from interviewer.screens.cases.state import Cases
from interviewer.screens.claim_matrix import keys as claim_matrix_keys
from interviewer.screens.claim_matrix.draw import draw_claim_matrix
from interviewer.screens.claim_matrix.speak import speak_claim_matrix
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.screens.coding import keys as coding_keys
from interviewer.screens.coding.draw import draw_coding_answers, draw_coding_questions
from interviewer.screens.coding.speak import speak_coding_answers, speak_coding_questions
from interviewer.screens.coding.state import CodingAnswers, CodingQuestions
from interviewer.screens.distribution import keys as distribution_keys
from interviewer.screens.distribution.draw import draw_distribution
from interviewer.screens.distribution.speak import speak_distribution
from interviewer.screens.distribution.state import Distribution
from interviewer.screens.export_order import keys as export_order_keys
from interviewer.screens.export_order.draw import draw_ordering
from interviewer.screens.export_order.speak import speak_ordering
from interviewer.screens.export_order.state import Ordering
from interviewer.screens.interview import keys as interview_keys
from interviewer.screens.interview import offers as interview_offers
from interviewer.screens.interview.draw import draw_case
from interviewer.screens.interview.speak import speak_interview
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.palette import keys as palette_keys
from interviewer.screens.palette.draw import draw_palette
from interviewer.screens.palette.opening import palette_over
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.preview import keys as preview_keys
from interviewer.screens.preview.draw import draw_preview
from interviewer.screens.preview.speak import speak_preview
from interviewer.screens.preview.state import Preview
from interviewer.screens.progress import keys as progress_keys
from interviewer.screens.progress.draw import draw_progress
from interviewer.screens.progress.speak import speak_progress
from interviewer.screens.progress.state import ProgressView
from interviewer.screens.publishing import keys as publishing_keys
from interviewer.screens.publishing.draw import draw_publishing
from interviewer.screens.publishing.speak import speak_publishing
from interviewer.screens.publishing.state import Publishing
from interviewer.screens.quality import keys as quality_keys
from interviewer.screens.quality.draw import draw_own_quality, draw_quality
from interviewer.screens.quality.speak import speak_own_quality, speak_quality
from interviewer.screens.quality.state import OwnQuality, QualityView
from interviewer.screens.queue import keys as queue_keys
from interviewer.screens.queue.draw import draw_queue
from interviewer.screens.queue.speak import speak_queue
from interviewer.screens.queue.state import Queue
from interviewer.screens.resume import keys as resume_keys
from interviewer.screens.resume.draw import draw_resume
from interviewer.screens.resume.speak import speak_resume
from interviewer.screens.resume.state import Resume
from interviewer.screens.shared_services import keys as shared_services_keys
from interviewer.screens.shared_services.draw import draw_shared
from interviewer.screens.shared_services.speak import speak_shared
from interviewer.screens.shared_services.state import SharedServices
from interviewer.screens.shown_screen import ShownScreen
from interviewer.screens.welcome import keys as welcome_keys
from interviewer.screens.welcome.draw import draw_welcome
from interviewer.screens.welcome.speak import speak_welcome
from interviewer.screens.welcome.state import Welcome
from interviewer.screens.written import keys as written_keys
from interviewer.screens.written.draw import draw_result
from interviewer.screens.written.speak import speak_result
from interviewer.screens.written.state import Result
from interviewer.words import WORDS


def draw_mode(screen: Screen, around: Surroundings) -> list[Styled]:
    """The screen that shows a state of the program at work."""
    if isinstance(screen, ActionPalette):
        return draw_palette(screen, around, draw_mode(screen.before, around))
    return SCREENS[type(screen)].draw(screen, around)


def spoken(screen: Screen, around: Surroundings) -> Spoken | None:
    """What a state says; None where there is nothing to say, or only to look at."""
    shown = SCREENS.get(type(screen))
    return shown.speak(screen, around) if shown and shown.speak else None


SCREENS: Final[Mapping[type, ShownScreen]] = {
    Welcome: ShownScreen(
        draw_welcome,
        welcome_keys.KEYS,
        welcome_keys.pressed,
        welcome_keys.pasted,
        speak_welcome,
    ),
    BringIn: ShownScreen(
        draw_bring_in, bring_in_keys.KEYS, bring_in_keys.pressed, bring_in_keys.pasted
    ),
    Resume: ShownScreen(
        draw_resume,
        resume_keys.KEYS,
        resume_keys.pressed,
        speak=speak_resume,
        stays=lambda resume: WORDS.find_not_resumed,
    ),
    CallList: ShownScreen(
        draw_call_list,
        call_list_keys.KEYS,
        call_list_keys.pressed,
        sought_by_paste,
        here=call_list_keys.keys_of,
        to_lists=lambda screen: (Keycap.ESCAPE,) if screen.choosing else None,
    ),
    Card: ShownScreen(
        draw_card,
        card_keys.KEYS,
        card_keys.pressed,
        card_keys.pasted,
        speak_card,
        here=card_keys.keys_of,
        shows=lambda screen: screen.unit,
    ),
    Call: ShownScreen(
        draw_call,
        call_keys.KEYS,
        call_keys.pressed,
        call_keys.pasted,
        speak_call,
        here=call_offers.keys_here,
        knows=call_offers.questions,
        stays=lambda call: WORDS.find_not_on_line if call.attempt else None,
    ),
    Queue: ShownScreen(
        draw_queue,
        queue_keys.KEYS,
        queue_keys.pressed,
        sought_by_paste,
        speak_queue,
        to_lists=lambda queue: (Keycap.F4,),
    ),
    ReviewCase: ShownScreen(
        draw_case,
        interview_keys.KEYS,
        interview_keys.pressed,
        interview_keys.pasted,
        speak_interview,
        here=interview_keys.keys_of,
        knows=interview_offers.questions,
    ),
    Cases: ShownScreen(
        draw_cases,
        cases_keys.KEYS,
        cases_keys.pressed,
        sought_by_paste,
        speak_cases,
        to_lists=lambda cases: None,
    ),
    DecideCase: ShownScreen(
        draw_decide,
        case_keys.KEYS,
        case_keys.pressed,
        case_keys.pasted,
        speak_decide,
        here=case_keys.keys_of,
        shows=lambda screen: screen.unit,
    ),
    SharedServices: ShownScreen(
        draw_shared,
        shared_services_keys.KEYS,
        shared_services_keys.pressed,
        shared_services_keys.pasted,
        speak_shared,
    ),
    CodingQuestions: ShownScreen(
        draw_coding_questions,
        coding_keys.QUESTION_KEYS,
        coding_keys.pressed_on_questions,
        speak=speak_coding_questions,
    ),
    CodingAnswers: ShownScreen(
        draw_coding_answers,
        coding_keys.KEYS,
        coding_keys.pressed,
        coding_keys.pasted,
        speak_coding_answers,
        here=coding_keys.keys_of,
    ),
    ProgressView: ShownScreen(
        draw_progress, progress_keys.KEYS, progress_keys.pressed, speak=speak_progress
    ),
    Distribution: ShownScreen(
        draw_distribution,
        distribution_keys.KEYS,
        distribution_keys.pressed,
        speak=speak_distribution,
    ),
    QualityView: ShownScreen(
        draw_quality, quality_keys.KEYS, quality_keys.pressed, speak=speak_quality
    ),
    OwnQuality: ShownScreen(
        draw_own_quality,
        quality_keys.OWN_KEYS,
        quality_keys.pressed_on_own,
        speak=speak_own_quality,
    ),
    Publishing: ShownScreen(
        draw_publishing, publishing_keys.KEYS, publishing_keys.pressed, speak=speak_publishing
    ),
    Preview: ShownScreen(
        draw_preview, preview_keys.KEYS, preview_keys.pressed, speak=speak_preview
    ),
    ClaimMatrixView: ShownScreen(
        draw_claim_matrix,
        claim_matrix_keys.KEYS,
        claim_matrix_keys.pressed,
        speak=speak_claim_matrix,
    ),
    Ordering: ShownScreen(
        draw_ordering,
        export_order_keys.KEYS,
        export_order_keys.pressed,
        export_order_keys.pasted,
        speak_ordering,
        here=export_order_keys.keys_of,
    ),
    Result: ShownScreen(draw_result, written_keys.KEYS, written_keys.pressed, speak=speak_result),
    ActionPalette: ShownScreen(
        draw_mode, palette_keys.KEYS, palette_keys.pressed, palette_keys.pasted
    ),
}
"""Every state of the program at work: how it is drawn, and what keys lead to in it."""


def press(screen: Screen, press: Press) -> Reaction:
    """What a key leads to; F1 explains every screen."""
    shown = SCREENS.get(type(screen))
    if shown is None:  # nothing is there yet, or any more
        return Reaction(screen)
    if keycap_of(press) is Keycap.CTRL_F and not isinstance(screen, ActionPalette):
        return Reaction(palette_over(screen, SCREENS, press))
    if isinstance(screen, Helped):
        return explained(screen, press, shown.pressed)
    return shown.pressed(screen, press)


def paste(screen: Screen, text: str, press: Press) -> Reaction:
    """What pasted text leads to: nothing while F1 explains.  What was said is not about it."""
    shown = SCREENS.get(type(screen))
    if shown is None or (isinstance(screen, Helped) and screen.help):
        return Reaction(screen)
    return shown.pasted(screen.told(None) if isinstance(screen, Helped) else screen, text, press)


def arrive(there: GoTo) -> Screen:
    """The screen that a key has led to."""
    return MADE[type(there)](there)


def _list(there: to.ToList) -> CallList | Queue | Cases:
    """Where this person works, with the case one comes from marked."""
    if isinstance(there.found, services.CoordinatorDesk):
        return _desk(Queue.of(there.who, there.found, there.at), there)
    listed = arrived(there)
    assert listed is not None, "whoever is no coordinator has the call list"
    return listed


def _desk(queue: Queue, there: to.ToList) -> Queue | Cases:
    """The queue with the interview marked; a case without a finished one is among the cases."""
    if there.rings:
        return Cases(queue).somebody_rings()
    queue = queue.told(there.notice)
    if there.marking is None:
        return queue
    finished = any(item.interview.case_id == there.marking for item in queue.desk.items)
    if finished:
        return queue.at(there.marking)
    return Cases(queue).at(there.marking).told(there.notice)


def _resume(there: to.ToResume) -> Resume:
    resume = Resume(there.who, there.found, there.at, there.left, there.unsaved)
    return resume.told(there.notice)


def _cases(there: to.ToCases) -> Cases:
    cases = Cases(there.before)
    return cases.somebody_rings() if there.rings else cases


MADE: Final[Mapping[type[GoTo], Callable[[Any], Screen]]] = {
    to.ToWelcome: Welcome.of,
    to.ToResume: _resume,
    to.ToList: _list,
    to.ToBringIn: BringIn.of,
    to.ToCard: Card.of,
    to.ToCall: call_of,
    to.ToInterview: lambda there: ReviewCase(there.who, there.file, there.before),
    to.ToCases: _cases,
    to.ToCase: lambda there: DecideCase(there.before, there.read),
    to.ToSharedServices: lambda there: SharedServices(there.before),
    to.ToCoding: lambda there: CodingQuestions(there.before, there.desk),
    to.ToProgress: lambda there: ProgressView(
        there.who, there.cases, there.now, before=there.before
    ),
    to.ToDistribution: lambda there: Distribution(there.before, there.work),
    to.ToQuality: lambda there: QualityView(
        who=there.who, read=there.read, counted_at=there.at, queue=there.before
    ),
    to.ToOwnQuality: lambda there: OwnQuality(
        who=there.who, own=there.own, counted_at=there.at, before=there.before
    ),
    to.ToPublishing: lambda there: Publishing(there.who, there.machine, there.before),
    to.ToPreview: lambda there: Preview(there.lines, there.now, before=there.before),
    to.ToClaimMatrix: lambda there: ClaimMatrixView(
        there.frame, there.earlier, there.matrix, there.now, before=there.before
    ),
    to.ToOrder: Ordering.of,
    to.ToWritten: lambda there: Result(there.product, there.written, before=there.before),
}
"""How each is made of what its destination says."""
