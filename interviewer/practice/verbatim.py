"""What interviewers write who play with invented people."""

from typing import Final

NOTES: Final = (
    "",
    "",
    "Prøv direkte neste gang.",
    "Hyggelig, men travelt i dag.",
    "Best å ringe rett etter lunsj.",
)
TIMES: Final = ("i morgen 10:30", "om 2 dager kl 9", "i morgen kl 12.15")
