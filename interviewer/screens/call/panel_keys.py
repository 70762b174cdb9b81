"""The footer while something is open on top of the question: only keys that act there."""

from interviewer.controls.keys import Keycap
from interviewer.draw.bars import Keys
from interviewer.draw.help import HELP_KEYS
from interviewer.draw.reading import CLOSE_KEY
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

_ON = (Keycap.ENTER, WORDS.key_on)


def panel_keys(panel: Panel) -> Keys:
    """The keys besides those in front of options."""
    match panel:
        case HelpPanel():
            return HELP_KEYS
        case CheckPanel(reason=None):
            return ((Keycap.F2, WORDS.key_define), (Keycap.ESCAPE, WORDS.check_later))
        case CheckPanel():
            return ((Keycap.ENTER, WORDS.key_save), (Keycap.ESCAPE, WORDS.key_return))
        case RemovePanel():
            return ((Keycap.ESCAPE, WORDS.key_keep),)
        case JumpPanel():
            return ((Keycap.ENTER, WORDS.key_go_there), *HELP_KEYS)
        case RevealPanel(differs=differs):
            return () if differs else (_ON,)
        case HangUpPanel(outcome=None, suggested=None) | RedirectPanel(department=None):
            return (CLOSE_KEY,)
        case HangUpPanel() if panel.is_noting:
            return ((Keycap.ENTER, WORDS.key_hang_up), CLOSE_KEY)
        case RemarkPanel():
            return ((Keycap.ENTER, WORDS.key_save), CLOSE_KEY)
        case _:
            return (_ON, CLOSE_KEY)
