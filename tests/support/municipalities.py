"""The units that most tests are about: the municipalities of 2014, and Oslo's districts."""

from typing import Final

from schemas.frame.register import register
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN

FRAME: Final = register(DESIGN)
