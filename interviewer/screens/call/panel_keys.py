"""The footer while something is open on top of the question: only keys that act there."""

from interviewer.controls.keys import Keycap
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
            return (Keycap.F2, (Keycap.ESCAPE, WORDS.check_later))
        case CheckPanel():
            return ((Keycap.ENTER, WORDS.key_save), (Keycap.ESCAPE, WORDS.key_return))
        case RemovePanel():
            return ((Keycap.ESCAPE, WORDS.key_keep),)
        case JumpPanel():
            return ((Keycap.ENTER, WORDS.key_go_there), Keycap.UP, Keycap.DOWN, Keycap.ESCAPE)
        case RevealPanel(differs=differs):
            return () if differs else (Keycap.ENTER,)
        case HangUpPanel(outcome=None, suggested=None) | RedirectPanel(department=None):
            return (Keycap.ESCAPE,)
        case HangUpPanel() if panel.is_noting:
            return ((Keycap.ENTER, WORDS.key_hang_up), Keycap.ESCAPE)
        case RemarkPanel():
            return ((Keycap.ENTER, WORDS.key_save), Keycap.ESCAPE)
        case _:
            return (Keycap.ENTER, Keycap.ESCAPE)
