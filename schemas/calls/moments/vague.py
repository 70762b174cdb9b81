"""What people say who do not say when: refused, with what it may mean to choose from."""

import re
from collections.abc import Mapping
from typing import Final

from schemas.calls.moments.moment_problems import MomentProblem

_WEEK: Final = "(?:uke|uken|uka|veke|veka)"
_NEXT: Final = f"(?:i )?(?:neste|til) {_WEEK}"
_LATER: Final = "(?:litt )?(?:senere|seinere|seinare|sent|seint)"
_FIRST: Final = "(?:i |på )?(?:begynnelsen|byrjinga|starten) av|tidlig(?: i)?|tidleg(?: i)?|først i"
_LAST: Final = "(?:mot |i |på )?(?:slutten av|sent i|seint i)"

_MAY_MEAN: Final[Mapping[str, tuple[str, str]]] = {
    "om (?:litt|(?:en|ei) (?:liten |lita )?stund)|snart"
    f"|(?:{_LATER}|utpå dagen)(?: i dag)?": (
        "om en halv time", "om 2 timer"),
    "nå|no|med (?:en|ein) gong|med en gang|straks|snarest(?: mulig)?|asap|fortest mulig"
    "|om (?:et|ett|eit) (?:lite )?(?:øyeblikk|augeblink)|om (?:en|ein) augneblink"
    "|så snart som mulig": ("om 5 minutter", "om en halv time"),
    "når som helst|når det passer|når du vil|en gang|ein gong|en dag|hver dag": (
        "i morgen kl. 10", "i morgen etter lunsj"),
    "samme tid i morgen|same tid i morgon": ("om 1 dag", "i morgen kl. 10"),
    f"samme? tid {_NEXT}": ("om en uke", "om en uke kl. 10"),
    "dagen etter|dagen derpå|neste dag": ("i morgen kl. 10", "i overmorgen kl. 10"),
    f"(?:{_FIRST}) {_NEXT}": ("mandag neste uke kl. 10", "tirsdag neste uke kl. 10"),
    f"midt(?:en av| i) {_NEXT}": ("onsdag neste uke kl. 10", "torsdag neste uke kl. 10"),
    f"{_LAST} {_NEXT}": ("torsdag neste uke kl. 10", "fredag neste uke kl. 10"),
    f"{_NEXT}(?: (?:en gang|ein gong))?": ("tirsdag neste uke kl. 10", "onsdag neste uke kl. 10"),
    f"{_LAST} (?:denne )?{_WEEK}": ("torsdag kl. 10", "fredag kl. 10"),
    "(?:før|innen|til) helg(?:a|en|i)": ("torsdag kl. 10", "fredag kl. 10"),
    "(?:etter|før) (?:jobb|arbeidstid|middag)|i pausen"
    "|(?:(?:mot |på )?slutten av|sent på|seint på) dagen": (
        "i dag kl. 15", "i morgen kl. 9"),
    "(?:i )?neste (?:måned|månad)|om noen måneder|(?:i |mot )?slutten av måneden|månedsslutt": (
        "om en måned kl. 10", "den 28. kl. 10"),
    "(?:til|i|på) høsten?|til hausten|etter (?:sommer)?ferien": ("1.9. kl. 10", "15.9. kl. 10"),
    "(?:til|på) våren": ("1.4. kl. 10", "15.4. kl. 10"),
    "(?:til|i|på) sommeren?|før (?:sommer)?ferien": ("1.6. kl. 10", "15.6. kl. 10"),
    "(?:på|i) nyåret|på nyttåret": ("etter nyttår kl. 10", "15. januar kl. 10"),
    "før (?:jul|jula)": ("1. desember kl. 10", "15. desember kl. 10"),
}  # fmt: skip


def refuse_vague_times(text: str) -> None:
    """`MomentProblem` with two times to choose from, for a text that is one of these whole."""
    for pattern, instead in _MAY_MEAN.items():
        if re.fullmatch(pattern, text.rstrip(" .,!?")):
            raise MomentProblem("M-WHEN", instead, typed=text)
