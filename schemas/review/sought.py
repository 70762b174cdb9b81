"""One person, by every name, number and address she is known by: where she is named in a text.

Whoever asks what is held about her, and whoever erases it, looks with the same eyes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from schemas.language.clean import plain
from schemas.review.privacy import masked, parts_in

ERASED: Final = "[slettet]"
"""What stands where somebody was named."""

NOT_ASKED: Final = {"missing": "not_asked"}
"""The stored form of an answer that was somebody's name, number or address, and is gone."""

FEWEST_DIGITS: Final = 5
"""A telephone number has so many digits at least; a number with fewer can be anything."""

_APART: Final = r"[ .\-\u00a0()/]{0,2}"
_ABROAD: Final = re.compile(r"^(?:\+|00)47")
_NOBODY: Final = re.compile(r"(?!)")


def is_email(typed: str) -> bool:
    """Whether somebody is looked for by an address."""
    return "@" in typed


def is_number(typed: str) -> bool:
    """Whether somebody is looked for by a telephone number."""
    digits = sum(sign.isdigit() for sign in typed)
    return digits >= FEWEST_DIGITS and not any(sign.isalpha() for sign in typed)


@dataclass(frozen=True)
class Sought:
    """A person, by all that she is known by.

    Where `everybody` is meant, these are the people of one case: then every note goes, for it may
    be about any of them, and so does whatever looks like a number or an address.
    """

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    everybody: bool = False

    @classmethod
    def of(cls, typed: str) -> Sought:
        """Whoever is meant by a name, a number or an address."""
        words = " ".join(typed.split())
        if is_email(words):
            return cls(emails=frozenset({words.casefold()}))
        if is_number(words):
            return cls(numbers=frozenset({digits_of(words)}))
        return cls(names=frozenset({plain(words)} - {""}))

    def __or__(self, other: Sought) -> Sought:
        return Sought(
            self.names | other.names,
            self.numbers | other.numbers,
            self.emails | other.emails,
            self.everybody or other.everybody,
        )

    def __bool__(self) -> bool:
        return bool(self.names or self.numbers or self.emails or self.everybody)

    def is_in(self, text: str) -> bool:
        """Whether she is named in a text."""
        return self._known.search(text) is not None

    def is_meant(self, text: str) -> bool:
        """Whether a text may be about her, of a case in which she is known: a first name will do.

        What is not is somebody else's, with a name of her own.
        """
        if self.everybody:
            return bool(text.strip())
        return self.is_in(text) or any(parts_in(text, name) for name in self.names)

    def without(self, text: str, *, free: bool) -> str:
        """The text without her; of everybody also what looks like a number, where people write
        `free`ly.
        """
        left = self._known.sub(ERASED, text)
        return masked(left) if self.everybody and free else left

    @cached_property
    def _known(self) -> re.Pattern[str]:
        ways = [*map(_name, self.names), *map(_number, self.numbers), *map(_email, self.emails)]
        return re.compile("|".join(sorted(ways, key=len, reverse=True)), re.I) if ways else _NOBODY


def digits_of(number: str) -> str:
    """The digits of a number as it is dialled here."""
    return re.sub(r"\D", "", _ABROAD.sub("", re.sub(r"[^\d+]", "", number)))


def _name(name: str) -> str:
    """A name as it may be written: first name first, or the family name."""
    words = [re.escape(word) for word in name.split()]
    ways = [r"[\s\u00a0]+".join(words)]
    if len(words) > 1:
        ways.append(rf"{words[-1]},\s*" + r"\s+".join(words[:-1]))
    return rf"(?<!\w)(?:{'|'.join(ways)})s?(?!\w)"


def _number(digits: str) -> str:
    return rf"(?:(?:\+|(?<!\w)00){_APART}47{_APART}|(?<![\w+])){_APART.join(digits)}(?!\w)"


def _email(address: str) -> str:
    return rf"(?<![\w.+%-]){re.escape(address)}(?![\w-])"


# ── In stored answers ────────────────────────────────────────────────────────────────────────────


def leaves(stored: Any) -> Iterator[str]:
    """Every text in what is stored as JSON."""
    match stored:
        case str():
            yield stored
        case Mapping():
            for one in stored.values():
                yield from leaves(one)
        case list() | tuple():
            for one in stored:
                yield from leaves(one)


@dataclass(frozen=True, slots=True)
class TellingQuestions:
    """Questions by their ids: those whose answers are `personal`, nothing but who somebody is and
    how she is reached, and those that are answered in `free` text.

    Whoever has told her `names` has told what is `unnamed`, too: her position, which in a small
    place is who she is, and what was noted in private.
    """

    personal: frozenset[str]
    free: frozenset[str]
    names: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()


def without_unnamed(stored: Any, asked: TellingQuestions) -> Any:
    """What is stored of an interview, as if nobody had been asked for what tells of her
    without her name."""
    match stored:
        case {"question": str(id), "value": str()} if id in asked.unnamed:
            return {**stored, "value": NOT_ASKED}
        case Mapping():
            return {
                key: NOT_ASKED
                if key in asked.unnamed and isinstance(one, str)
                else without_unnamed(one, asked)
                for key, one in stored.items()
            }
        case list() | tuple():
            return [without_unnamed(one, asked) for one in stored]
    return stored


def taken_out(sought: Sought, stored: Any, asked: TellingQuestions, question: str = "") -> Any:
    """What is stored, without her.

    The answer to a personal question is no answer any more, for without her nothing is left of it;
    in all others, she alone is taken out.
    """
    match stored:
        case {"question": str(id), "value": value}:
            kept = {key: taken_out(sought, one, asked, key) for key, one in stored.items()}
            return {**kept, "value": taken_out(sought, value, asked, id)}
        case Mapping():
            return {key: taken_out(sought, one, asked, key) for key, one in stored.items()}
        case [str(id), item, value] if id in asked.personal | asked.free:
            return [id, item, taken_out(sought, value, asked, id)]
        case list() | tuple():
            return [taken_out(sought, one, asked, question) for one in stored]
        case str() if question in asked.personal and (sought.everybody or sought.is_in(stored)):
            return NOT_ASKED
        case str():
            return sought.without(stored, free=question in asked.free)
    return stored
