"""One sentence in the languages we speak."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: Final[Mapping[Language, str]] = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}
"""What each is called on the screens."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in bokmål, and in nynorsk and English where somebody has translated it."""

    nb: str
    nn: str | None = None
    en: str | None = None

    def in_(self, language: Language) -> str:
        """The sentence in `language`; bokmål where there is no translation."""
        return getattr(self, language) or self.nb

    def __str__(self) -> str:
        return self.nb


STOPS: Final = (".", "?", "!", "…")
"""What ends a sentence: a date or a name that ends so needs no other stop behind it."""


def ended(words: str) -> str:
    """`words` with a stop at the end, unless it has one.

    >>> ended("Saken venter til onsdag 21.1.")
    'Saken venter til onsdag 21.1.'
    """
    return words if words.endswith(STOPS) else f"{words}."


def filled(words: str, /, **values: object) -> str:
    """`words` with the values put in; what ends in a stop takes the place of the one behind it.

    Braces inside a value are left alone.
    """
    for name, value in values.items():
        if str(value).endswith(STOPS):
            words = words.replace(f"{{{name}}}.", f"{{{name}}}")
    return words.format(**values)


def capital(words: Text) -> Text:
    """The sentence with a capital letter first, as in a heading."""
    return Text(*(said and said[0].upper() + said[1:] for said in map(words.in_, LANGUAGES)))


Translations: TypeAlias = Mapping[str, tuple[str, str]]
"""Sentences in nynorsk and English, under their bokmål."""


def text(words: str | Text) -> Text:
    """A plain string is bokmål."""
    return words if isinstance(words, Text) else Text(words)


def translated(words: Text, translations: Translations) -> Text:
    """`words` with the translations of its sentence, where it brings none itself."""
    nn, en = translations.get(words.nb, (None, None))
    return replace(words, nn=words.nn or nn, en=words.en or en)


INVENTED: Final = Text(
    "ØVELSE – oppdiktede data", nn="ØVING – oppdikta data", en="PRACTICE – invented data"
)
"""What is said wherever something of a practice database is shown: nobody has said any of it."""
