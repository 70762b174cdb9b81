"""How things look.  A colour never says anything that a word or sign does not say too."""

from typing import Final

from rich.style import Style

PAPER: Final = Style(color="#dfe5ec", bgcolor="#14191f")
BAR: Final = Style(color="#f4f7fa", bgcolor="#22466b", bold=True)
WAY: Final = Style(color="#dfe5ec", bgcolor="#1b2a3a")
FOOT: Final = Style(color="#c3ccd6", bgcolor="#1b2a3a")
FOOT_KEY: Final = Style(color="#ffd479", bgcolor="#1b2a3a", bold=True)

QUIET: Final = Style(color="#93a1b0")
STRONG: Final = Style(color="#ffffff", bold=True)
ALOUD: Final = Style(color="#ffffff", bold=True)
SILENT: Final = Style(color="#a9c7e8", italic=True)
KEY: Final = Style(color="#ffd479", bold=True)
CHOSEN: Final = Style(color="#9be59b", bold=True)
LIT: Final = Style(color="#ffffff", bgcolor="#2f5d8a", bold=True)
TYPED: Final = Style(color="#ffffff", bgcolor="#26313d")
CURSOR: Final = Style(color="#14191f", bgcolor="#ffd479")
DEFINED: Final = Style(color="#e6dcc3")
WAY_HERE: Final = Style(color="#9be59b", bold=True)

ERROR: Final = Style(color="#ffffff", bgcolor="#a02c2c", bold=True)
WARNING: Final = Style(color="#1a1a1a", bgcolor="#f0b429", bold=True)
GOOD: Final = Style(color="#0f2414", bgcolor="#8fd694", bold=True)
