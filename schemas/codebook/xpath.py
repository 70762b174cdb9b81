"""Routes and checks as XPath, for forms that other programs fill in.

What is read is the wording of a `Predicate`, the same that stands in the codebook:

    coordination = {centre, unit} & not (hosted_in ∋ other | staff > 10)

A condition about something that a form does not know, such as phase one's claim, has no XPath.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import Final

_TOKEN: Final = re.compile(r"\s*(\{[^}]*\}|[()&|=≠∋∃∀∈⊆<>✓×]|[\w-]+|\S)")

NO_VALUE: Final = ("dont_know", "refused")
"""Codes of a form that stand for missing answers."""


class NoXPath(Exception):
    """The condition cannot be said in XPath."""


NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})


def xpath(
    condition: str,
    known: Container[str],
    *,
    own: str = "",
    repeats: Mapping[str, str] = NOWHERE,
    single: Container[str] = (),
) -> str | None:
    """The condition over the questions `known`; `own` is the one that it is a constraint of.

    `repeats` are the questions that are asked again and again, each with the name of its repeat;
    `single` are those with one unit at most.
    """
    try:
        return _Reader(condition, known, own, repeats, single).whole()
    except NoXPath:
        return None


class _Reader:
    """Reads a condition from left to right: `|` binds weakest, then `&`."""

    def __init__(
        self,
        condition: str,
        known: Container[str],
        own: str,
        repeats: Mapping[str, str],
        single: Container[str],
    ) -> None:
        self._tokens = _TOKEN.findall(condition)
        self._known = known
        self._own = own
        self._repeats = repeats
        self._single = single

    def whole(self) -> str:
        written = self._either()
        if self._tokens:
            raise NoXPath
        return written

    def _either(self) -> str:
        return self._joined("|", "or", self._all)

    def _all(self) -> str:
        return self._joined("&", "and", self._one)

    def _joined(self, sign: str, word: str, part: Callable[[], str]) -> str:
        parts = [part()]
        while self._tokens[:1] == [sign]:
            self._take()
            parts.append(part())
        return parts[0] if len(parts) == 1 else f"({f' {word} '.join(parts)})"

    def _one(self) -> str:
        token = self._take()
        if token == "(":
            return self._closed()
        if token == "not":
            self._expect("(")
            return f"not({self._closed()})"
        if token in ("∃", "∀"):
            return self._among_items(token)
        if self._tokens[:1] == ["complete"]:
            self._take()
            return _some(self._repeat(token))
        if self._tokens[:1] == ["⊆"]:
            self._take()
            return self._within(token)
        return self._comparison(self._question(token))

    def _within(self, token: str) -> str:
        """There is a value, and all of it is in one of the others."""
        value, others = self._question(token), self._take().strip("{}").split(", ")
        if token not in self._single and not (others[1:] == [] and others[0] in self._single):
            raise NoXPath  # several in several: `selected` looks for one
        among = _any(f"selected({self._question(one)}, {value})" for one in others)
        return f"({_given(value)} and {among})"

    def _among_items(self, sign: str) -> str:
        """Something that is so in one item of a repeat, or in every one."""
        question = self._take()
        repeat = self._repeat(self._repeats.get(question, ""))
        self._expect("∈")
        holds = _any(f"{question} = {value}" for value in self._values())
        if sign == "∃":
            return _some(f"{repeat}[{holds}]")
        return f"({_some(repeat)} and count({repeat}[not({holds})]) = 0)"

    def _repeat(self, name: str) -> str:
        if name not in self._repeats.values():
            raise NoXPath
        return f"${{{name}}}"

    def _closed(self) -> str:
        inside = self._either()
        self._expect(")")
        return inside

    def _comparison(self, left: str) -> str:
        match self._take():
            case "=":
                return _any(f"{left} = {value}" for value in self._values())
            case "≠":
                return f"({' and '.join([_given(left), *self._differs(left)])})"
            case "∋":
                return _any(f"selected({left}, {value})" for value in self._values())
            case "✓":
                apart = [f"{left} != '{code}'" for code in NO_VALUE]
                return f"({' and '.join([_given(left), *apart])})"
            case ("<" | ">") as sign:
                return self._measured(left, sign)
        raise NoXPath

    def _differs(self, left: str) -> list[str]:
        return [f"{left} != {value}" for value in self._values() if value != "''"]

    def _measured(self, left: str, sign: str) -> str:
        token = self._take()
        if not token.isdigit():
            right = self._question(token)
            return f"({_given(left)} and {_given(right)} and {left} {sign} {right})"
        if self._tokens[:1] != ["×"]:
            return f"({_given(left)} and {left} {sign} {token})"
        self._take()
        right = self._question(self._take())
        return f"({_given(left)} and {_given(right)} and {left} {sign} {token} * {right})"

    def _values(self) -> list[str]:
        token = self._take()
        words = token.strip("{}").split(", ")
        if not all(re.fullmatch(r"\w+", word) for word in words):
            raise NoXPath
        return [self._value(word) for word in words]

    def _value(self, word: str) -> str:
        if word in self._known:
            raise NoXPath  # a comparison of two answers: none of our routes has one
        if word == "not_asked":
            return "''"
        return word if word.isdigit() else f"'{word}'"

    def _question(self, token: str) -> str:
        if token == self._own:
            return "."
        if token not in self._known:
            raise NoXPath
        return f"${{{token}}}"

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise NoXPath

    def _take(self) -> str:
        if not self._tokens:
            raise NoXPath
        return str(self._tokens.pop(0))


def _given(value: str) -> str:
    return f"{value} != ''"


def _some(items: str) -> str:
    return f"count({items}) > 0"


def _any(parts: Iterable[str]) -> str:
    several = list(parts)
    return several[0] if len(several) == 1 else f"({' or '.join(several)})"
