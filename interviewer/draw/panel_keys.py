"""The footer while something is open on top of the question: only keys that act there."""

from interviewer.calling.call import Panel
from interviewer.calling.panels.check import CheckPanel
from interviewer.calling.panels.hang_up import HangUpPanel
from interviewer.calling.panels.help import HelpPanel
from interviewer.calling.panels.jump import JumpPanel
from interviewer.calling.panels.redirect import RedirectPanel
from interviewer.calling.panels.remark import RemarkPanel
from interviewer.calling.panels.remove import RemovePanel
from interviewer.calling.panels.reveal import RevealPanel
from interviewer.draw.frame import Keys
from interviewer.draw.help import HELP_KEYS
from interviewer.keys import Action
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
