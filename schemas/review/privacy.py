"""Persons in free text: their numbers of all kinds, addresses, the respondent's own name.

What is exported without contacts should not name anybody, and nothing else looks into free text.
Pure: it finds and says where; a person decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from schemas.calls.parts import Parts
from schemas.frame.frame import Frame
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section


class Sign(Choice):
    """By what somebody can be recognised."""

    national_id = Text("fødselsnummer")
    account = Text("kontonummer")
    phone = Text("telefonnummer")
    email = Text("e-postadresse")
    street = Text("gateadresse")
    person = Text("navn på en kontaktperson")


class PersonFound(NamedTuple):
    """Where somebody can be recognised: `where` is a question, or a column of another table.

    What a code of a question is called is of no unit.
    """

    unit_id: str
    where: str
    item: int | None
    sign: Sign
    words: str

    def told(self, frame: Frame) -> str:
        """Which unit, where, and what."""
        number = f" ({self.item})" if self.item else ""
        words = " ".join(self.words.split())  # a number may be broken between two lines
        unit = f"{self.unit_id} {frame[self.unit_id].name}" if self.unit_id else "En kode"
        return f"{unit}, {self.where}{number}: {self.sign.label} «{words}»"


# ── In one text ──────────────────────────────────────────────────────────────────────────────────

_EMAIL: Final = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d(?:\D{0,2}\d){4}")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_ELEVEN: Final = re.compile(r"(?<![\d+])\d(?:[ .\-\u00a0]?\d){10}(?![\d])")
"""Eleven digits, as people part them: of a person, or of a bank account."""

_ROAD: Final = (
    r"(?i:gat[ae]n?|gt\.?|veg(?:en)?|vei(?:en)?|vn\.?|allé(?:en)?|plass(?:en)?|bakken|stien"
    r"|svingen|kroken|lia|åsen|tunet|toppen|torget|brygg[ea]|haugen|løkka|smauet|veita|kaia|jordet)"
)
_NAME: Final = r"[A-ZÆØÅ][\w'’-]*\s"
_STREET: Final = re.compile(
    rf"(?<!\w)(?:(?:{_NAME}){{1,3}}{_ROAD}|(?:{_NAME}){{0,3}}(?=[A-ZÆØÅ])[\w-]*?{_ROAD})"
    r"\s\d{1,4}(?:[a-z]|\s?[A-H])?(?![\w]|[.,]?\d)"
)
"""A street with a number, as it is said: the name of a street alone is nobody's address."""

_POST_BOX: Final = re.compile(r"(?i)(?<!\w)(?:postboks|pb\.?)\s\d{1,5}(?!\d)")

SHORTEST: Final = 3
"""Letters of a name that is looked for alone: shorter ones are words of the language, too."""


def look(text: str, name: str = "") -> Iterator[tuple[Sign, str]]:
    """Everything in `text` that points to a person; `name` is the respondent's."""
    if _DIGIT.search(text):  # as in every number and address, and in few texts
        if _DIGITS.search(text):  # the matcher is slow to load and to run
            yield from _numbers_in(text)
        for words in (*_STREET.finditer(text), *_POST_BOX.finditer(text)):
            yield Sign.street, words.group().strip()
    if "@" in text:
        for address in _EMAIL.findall(text):
            yield Sign.email, address
    if said := parts_in(text, name):
        yield Sign.person, said


def may_point(text: str, name: str = "") -> bool:
    """Whether `look` may find anything in `text`, or in one of several texts below each other.

    It is a quick look: hardly any interview has anything in all its texts.
    """
    if _DIGIT.search(text) and any(form.search(text) for form in (_DIGITS, _STREET, _POST_BOX)):
        return True
    return "@" in text or bool(parts_in(text, name))


def _numbers_in(text: str) -> Iterator[tuple[Sign, str]]:
    """Of persons and of accounts first: what is left may be a telephone's."""
    import phonenumbers

    rest = text
    for found in _ELEVEN.finditer(text):
        if sign := _sign_of(re.sub(r"\D", "", found.group())):
            yield sign, found.group()
            rest = rest.replace(found.group(), " ", 1)
    for match in phonenumbers.PhoneNumberMatcher(rest, "NO"):
        yield Sign.phone, match.raw_string


def _sign_of(eleven: str) -> Sign | None:
    """What eleven digits are; one digit that was mistyped in a number does not hide whose it is."""
    if _has_a_birthday(eleven):
        return Sign.national_id
    weighed = sum(int(d) * weight for d, weight in zip(eleven, _WEIGHTS, strict=True))
    return Sign.account if weighed % 11 == 0 else None


_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""By which the last digit of an account number is checked."""


def _has_a_birthday(eleven: str) -> bool:
    """Whether it begins with a day and a month: 40 more to the day is a D-number, to the month one
    that a hospital gives, and 80 more to the month is one to test with.
    """
    day, month = int(eleven[:2]), int(eleven[2:4])
    return 1 <= day % 40 <= 31 and day <= 71 and 1 <= month % 40 <= 12 and month <= 92


def masked(text: str, name: str = "") -> str:
    """The text with what points to a person replaced by what it is, in brackets.

    >>> masked("Ring Kari på 69 17 45 00", "Kari Lie")
    'Ring [navn] på [telefonnummer]'
    """
    if not may_point(text, name):
        return text
    for sign, words in list(look(text, name)):
        if sign is Sign.person:
            text = _WORD.sub(lambda found: _unnamed(found.group(), name), text)
        else:
            text = text.replace(words, f"[{sign.label}]")
    return text


def _unnamed(word: str, name: str) -> str:
    return "[navn]" if _is_name(word, _parts(name)) else word


def parts_in(text: str, name: str) -> str:
    """The parts of the name that stand in the text as words with a capital letter."""
    parts = _parts(name)
    if not any(map(text.casefold().__contains__, parts)):  # to find the words takes longer
        return ""
    # Most words are asked about here, and few are capital.
    found = [one for one in _WORD.findall(text) if one[0].isupper() and _is_name(one, parts)]
    return " ".join(dict.fromkeys(found))


def _is_name(word: str, parts: frozenset[str]) -> bool:
    bare = word.casefold()
    return word[0].isupper() and (bare in parts or bare.removesuffix("s") in parts)


@lru_cache(1024)
def _parts(name: str) -> frozenset[str]:
    return frozenset(part.casefold() for part in _WORD.findall(name) if len(part) >= SHORTEST)


# ── In a whole interview ─────────────────────────────────────────────────────────────────────────


class Search:
    """Looks through the free text of interviews that is exported without contacts."""

    def __init__(self, questionnaire: type[Questionnaire], parts: Parts) -> None:
        self._sections = {
            name: (section, [one.id for one in section.questions if is_searched(one, parts)])
            for name, section in questionnaire.sections.items()
        }
        self._places = {name: ids for name, (_, ids) in self._sections.items()}
        self._places["confirmed"] = ["reason"]

    def may_find(self, document: Any, name: str) -> bool:
        """Whether there may be hits in a document as it is stored, whatever stands there."""
        return may_point("\n".join(self._texts(document)), name)

    def _texts(self, document: Any) -> Iterator[str]:
        there = document if isinstance(document, dict) else {}
        for section, ids in self._places.items():
            stored = there.get(section)
            for answers in stored if isinstance(stored, list) else (stored,):
                if isinstance(answers, dict):
                    yield from (one for one in map(answers.get, ids) if isinstance(one, str))

    def document(
        self, unit_id: str, document: Mapping[str, Any], name: str
    ) -> Iterator[PersonFound]:
        """Hits in answers, and in the reasons given for confirmed checks; the `name` is that of
        whoever answered.
        """
        for section, (kind, ids) in self._sections.items():
            for number, answers in _each(kind, document.get(section)):
                for id in ids:
                    if isinstance(text := answers.get(id), str):  # as of most questions nothing is
                        yield from hits(unit_id, id, text, number, name)
        for one in document.get("confirmed", ()):
            yield from hits(unit_id, one["check"], one["reason"], one.get("item"), name)


def is_searched(question: Question, parts: Parts) -> bool:
    """Whether people write freely there, and it is exported without contacts."""
    public = parts.publishing.shown if parts.publishing else ()
    apart = question.personal or question.private or question.id in public
    return question.type.is_free_text and not apart


def _each(section: type[Section], stored: Any) -> Iterable[tuple[int | None, Mapping[str, Any]]]:
    if issubclass(section, Roster):
        return list(enumerate(stored or (), start=1))
    return [(None, stored or {})]


def hits(
    unit_id: str, where: str, text: Any, item: int | None = None, name: str = ""
) -> list[PersonFound]:
    """What is found in one text; in what is no text, nothing."""
    if not isinstance(text, str):
        return []
    return [PersonFound(unit_id, where, item, sign, words) for sign, words in look(text, name)]
