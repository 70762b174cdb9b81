"""One sentence in the languages we speak."""

from dataclasses import dataclass
from typing import Literal, get_args

from schemas.translations import TRANSLATIONS

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


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


def text(words: str | Text) -> Text:
    """A plain string is bokmål, translated where `translations` has the sentence."""
    return words if isinstance(words, Text) else Text(words, *TRANSLATIONS.get(words, ()))
