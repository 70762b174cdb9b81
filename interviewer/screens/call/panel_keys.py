"""The footer while something is open on top of the question: only keys that act there."""

from interviewer.controls.keys import Action
from interviewer.draw.bars import Keys
from interviewer.draw.help import HELP_KEYS
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.panels.remove import RemovePanel
from interviewer.screens.call.state import Panel
from interviewer.words import WORDS


def panel_keys(panel: Panel) -> Keys:
    """The keys besides those in front of options."""
    match panel:
        case HelpPanel():
            return HELP_KEYS
        case CheckPanel(reason=None):
            return (Action.DEFINE, (Action.CLOSE, WORDS.check_later))
        case CheckPanel():
            return ((Action.ENTER, WORDS.key_save), (Action.CLOSE, WORDS.key_return))
        case RemovePanel():
            return ((Action.CLOSE, WORDS.key_keep),)
        case JumpPanel():
            return ((Action.ENTER, WORDS.key_go_there), Action.UP, Action.DOWN, Action.CLOSE)
        case RevealPanel(differs=differs):
            return () if differs else (Action.ENTER,)
        case HangUpPanel(outcome=None, suggested=None) | RedirectPanel(department=None):
            return (Action.CLOSE,)
        case HangUpPanel() if panel.is_noting:
            return ((Action.ENTER, WORDS.key_hang_up), Action.CLOSE)
        case RemarkPanel():
            return ((Action.ENTER, WORDS.key_save), Action.CLOSE)
        case _:
            return (Action.ENTER, Action.CLOSE)
