"""Numbers as they are said in times: the words, and what they count."""

from typing import Final

NUMBERS: Final = {
    "en": 1, "ett": 1, "et": 1, "ei": 1, "ein": 1, "eit": 1, "eitt": 1, "to": 2, "tre": 3,
    "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16,
    "sytten": 17, "atten": 18, "nitten": 19, "tjue": 20, "tjuefem": 25, "tretti": 30,
    "trettifem": 35, "førti": 40, "førtifem": 45, "femti": 50, "femtifem": 55,
}  # fmt: skip
ARTICLES: Final = frozenset({"en", "et", "ei", "ein", "eit"})
"""«En mandag» is some Monday: by themselves these words are no hour."""
ORDINALS: Final = (
    "første|fyrste", "andre|annen", "tredje", "fjerde", "femte", "sjette",
    "sjuende|syvende|sjuande", "åttende|åttande", "niende|niande", "tiende|tiande",
    "ellevte", "tolvte", "trettende|trettande", "fjortende|fjortande", "femtende|femtande",
    "sekstende|sekstande", "syttende|syttande", "attende|attande", "nittende|nittande",
    "tjuende|tjuande", "tjueførste|tjuefyrste", "tjueandre", "tjuetredje", "tjuefjerde",
    "tjuefemte", "tjuesjette", "tjuesjuende|tjuesyvende", "tjueåttende", "tjueniende",
    "trettiende", "trettiførste",
)  # fmt: skip
"""The days of a month, in words: the first is the 1st."""


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


WORD: Final = _any_of(list(NUMBERS))
HOUR_WORD: Final = _any_of([word for word in NUMBERS if word not in ARTICLES])
NUMBER: Final = rf"(?:[0-9]{{1,3}}|(?:{WORD})\b)"


ORDINAL: Final = _any_of([form for forms in ORDINALS for form in forms.split("|")])
MINUTE_WORD: Final = "null null|femten|tjue|tjuefem|tretti|trettifem|førti|førtifem|femti|femtifem"
"""The minutes that are said behind the hour: "elleve femten"."""


def number(word: str) -> int:
    """The number that digits or a word say."""
    return int(word) if word.isdigit() else NUMBERS[word]


def ordinal(word: str) -> int:
    """The day of a month that digits or a word say."""
    if word.isdigit():
        return int(word)
    return 1 + next(at for at, forms in enumerate(ORDINALS) if word in forms.split("|"))
