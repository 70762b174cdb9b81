"""What somebody said about being on the public list, from what a coordinator typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from interviewer.words import WORDS, say
from schemas.frame.fold import fold
from schemas.language import Explained
from schemas.language.addresses import read_email, read_url
from schemas.language.clean import one_line
from schemas.language.dates import short_date
from schemas.language.messages import AnswerProblem
from schemas.language.phone import read_phone
from schemas.language.text import Text
from schemas.review.consents import Consent, ConsentHow

FIELDS: Final[Mapping[str, Text]] = {
    "given_by": WORDS.consent_given_by,
    "given_on": WORDS.consent_given_on,
    "how": WORDS.consent_how,
    "contact": WORDS.consent_contact,
    "phone": WORDS.consent_phone,
    "email": WORDS.consent_email,
    "url": WORDS.consent_url,
}
"""What is noted, in its order; the last four are what may stand on the list."""

ANSWER: Final = tuple(FIELDS)[:3]
"""What is noted of an answer that brings no contact details."""


@dataclass(frozen=True)
class ConsentProblem(Explained):
    """What was typed cannot be noted: in which field, and what to write instead."""

    field: str
    sentence: str
    code: str


def read_consent(typed: Mapping[str, str], today: date, *, listed: bool) -> Consent:
    """The consent that was typed, a text for each field; raises ConsentProblem.

    Whoever is to be `listed` must be reachable in one way at least.
    """
    found: dict[str, Any] = {name: _read(name, typed.get(name, ""), today) for name in FIELDS}
    consent = Consent(**found)
    if listed and not consent.can_be_reached:
        raise ConsentProblem("phone", str(WORDS.consent_reach), "R-CONSENT")
    return consent


def _read(name: str, typed: str, today: date) -> object:
    words = one_line(typed)
    try:
        return _READERS[name](words, today)
    except AnswerProblem as problem:
        raise ConsentProblem(name, problem.sentence, problem.code) from None
    except ValueError as problem:
        raise ConsentProblem(name, str(problem), "R-CONSENT") from None


def _who(words: str, today: date) -> str:
    if not words:
        raise ValueError(WORDS.consent_who_missing)
    return words


def _day(words: str, today: date) -> date:
    """A day as it is written here, or as machines do; none that is still to come."""
    found = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?", words)
    try:
        if found:
            day, month, year = found.groups()
            on = date(int(year or today.year), int(month), int(day))
        else:
            on = date.fromisoformat(words) if words else today
    except ValueError:
        raise ValueError(say(WORDS.consent_day, example=short_date(today))) from None
    if on > today:
        raise ValueError(WORDS.consent_day_to_come)
    return on


def _how(words: str, today: date) -> ConsentHow:
    typed = _squeezed(words)
    found = [one for one in ConsentHow if typed in _ways_to_say(one)]
    if len(found) != 1:
        ways = ", ".join(str(one.label).split()[-1] for one in ConsentHow)
        raise ValueError(say(WORDS.consent_how_unknown, ways=ways))
    return found[0]


def _ways_to_say(one: ConsentHow) -> set[str]:
    """Its name, its words, and the last of them, which is what one is asked to write."""
    words = str(one.label)
    return {one.name, _squeezed(words), _squeezed(words.split()[-1])}


def _squeezed(words: str) -> str:
    """Folded, and e-post as epost is."""
    return fold(words).replace(" ", "")


def _if_any(read: Callable[[str], str]) -> Callable[[str, date], str]:
    return lambda words, today: read(words) if words else ""


_READERS: Final[Mapping[str, Callable[[str, date], object]]] = {
    "given_by": _who,
    "given_on": _day,
    "how": _how,
    "contact": lambda words, today: words,
    "phone": _if_any(read_phone),
    "email": _if_any(read_email),
    "url": _if_any(read_url),
}
