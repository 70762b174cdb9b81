"""What parts a picture has.  How each looks, a palette says; the drawing names no colour.

A colour never says anything that a word or sign does not say too.
"""

from typing import Final, NewType

Role = NewType("Role", str)
"""A part of a picture, by what it is there for."""

PAPER: Final = Role("paper")
"""All that is nothing else."""
BAR: Final = Role("bar")
"""Where we are, at the top; below it the way to whom we speak with, and the keys at the foot."""
WAY: Final = Role("way")
FOOT: Final = Role("foot")
FOOT_KEY: Final = Role("foot_key")

QUIET: Final = Role("quiet")
STRONG: Final = Role("strong")
ALOUD: Final = Role("aloud")
"""What is read to the one on the line."""
ALOUD_BEFORE: Final = Role("aloud_before")
"""What was read before it, and is not read again."""
SILENT: Final = Role("silent")
"""What is for the interviewer alone."""
KEY: Final = Role("key")
CHOSEN: Final = Role("chosen")
LIT: Final = Role("lit")
"""The line of a list that one stands on."""
TYPED: Final = Role("typed")
CURSOR: Final = Role("cursor")
DEFINED: Final = Role("defined")
"""A definition, which may be read aloud."""
WAY_HERE: Final = Role("way_here")
"""The one who is on the line, and what is certain."""

CAUTION: Final = Role("caution")
"""What one must know, and nothing must be done about at once: it does not shout."""
ERROR: Final = Role("error")
WARNING: Final = Role("warning")
GOOD: Final = Role("good")
