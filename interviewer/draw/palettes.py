"""How the parts of a picture look: on dark or light paper, in high contrast, or without colours.

Every pair of colours that meets has a contrast of at least 4.5 to 1, and what is read aloud 7 to 1
(WCAG 2.2, AA and AAA); a test works it out.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from rich.style import Style

from interviewer.draw.theme import Role
from schemas.language.text import Text


class Palette(NamedTuple):
    """One way to look; `name` is written in the settings, `label` is shown."""

    name: str
    label: Text
    dark: bool
    styles: Mapping[Role, Style]


def _palette(name: str, label: Text, styles: str, *, dark: bool = True) -> Palette:
    rows = (line.split(maxsplit=1) for line in styles.strip().splitlines())
    return Palette(name, label, dark, {Role(role): Style.parse(look) for role, look in rows})


DARK: Final = _palette(
    "dark",
    Text("mørkt"),
    """
    paper     #dfe5ec on #14191f
    bar       bold #f4f7fa on #22466b
    way       #dfe5ec on #1b2a3a
    foot      #c3ccd6 on #1b2a3a
    foot_key  bold #ffd479 on #1b2a3a
    quiet     #93a1b0
    strong    bold #ffffff
    aloud     bold #ffffff on #213650
    aloud_before #b9c6d4 on #213650
    silent    italic #a9c7e8
    key       bold #ffd479
    chosen    bold #9be59b
    lit       bold #ffffff on #2f5d8a
    typed     #ffffff on #26313d
    cursor    #14191f on #ffd479
    defined   #e6dcc3
    way_here  bold #9be59b
    caution   bold #f0b429
    error     bold #ffffff on #a02c2c
    warning   bold #1a1a1a on #f0b429
    good      bold #0f2414 on #8fd694
    """,
)
LIGHT: Final = _palette(
    "light",
    Text("lyst"),
    """
    paper     #26303b on #fbf9f4
    bar       bold #ffffff on #22466b
    way       #26303b on #e6ecf2
    foot      #3d4854 on #e6ecf2
    foot_key  bold #774600 on #e6ecf2
    quiet     #55606c
    strong    bold #000000
    aloud     bold #000000 on #e4ebf3
    aloud_before #46525f on #e4ebf3
    silent    italic #285079
    key       bold #774600
    chosen    bold #17602a
    lit       bold #ffffff on #22598f
    typed     #000000 on #dfe6ee
    cursor    #ffffff on #774600
    defined   #57471c
    way_here  bold #17602a
    caution   bold #8a3d00
    error     bold #ffffff on #a02c2c
    warning   bold #1a1a1a on #f0b429
    good      bold #0f2414 on #8fd694
    """,
    dark=False,
)
CONTRAST: Final = _palette(
    "contrast",
    Text("høy kontrast"),
    """
    paper     #ffffff on #000000
    bar       bold #000000 on #ffffff
    way       #ffffff on #000000
    foot      #ffffff on #000000
    foot_key  bold #ffff00 on #000000
    quiet     #d0d0d0
    strong    bold #ffffff
    aloud     bold #ffffff on #00306b
    aloud_before #d0d0d0 on #00306b
    silent    italic #8be9ff
    key       bold #ffff00
    chosen    bold #5dff8f
    lit       bold #000000 on #ffff00
    typed     #ffffff on #303030
    cursor    #000000 on #8be9ff
    defined   #ffe9a8
    way_here  bold #5dff8f
    caution   bold #ffc000
    error     bold #ffffff on #b00000
    warning   bold #000000 on #ffc000
    good      bold #000000 on #5dff8f
    """,
)
COLOURLESS: Final = _palette(
    "colourless",
    Text("uten farger"),
    """
    paper     none
    bar       bold reverse
    way       none
    foot      none
    foot_key  bold
    quiet     none
    strong    bold
    aloud     bold
    aloud_before none
    silent    italic
    key       bold
    chosen    bold
    lit       bold reverse
    typed     underline
    cursor    bold underline
    defined   none
    way_here  bold
    caution   bold
    error     bold reverse
    warning   bold reverse
    good      bold reverse
    """,
)
"""The terminal's own colours: for whoever has set NO_COLOR.  The terminal's own cursor, which many
draw by turning a cell round, must not stand on one that is turned round already."""

PALETTES: Final = {one.name: one for one in (DARK, LIGHT, CONTRAST)}
"""What one can choose among, by name."""
