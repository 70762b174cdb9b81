"""Words as they are compared: two spellings of one name are the same once they are folded."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ø": "o", "å": "a", "æ": "ae", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th"}
)
_BETWEEN: Final = re.compile(r"[\W_]+")
_LONG_A: Final = re.compile("aa+")
_OE: Final = re.compile("oe+")


@lru_cache(maxsize=16_384)  # the names in the call list are the same from one look to the next
def fold(text: str) -> str:
    """`text` as it is compared: small letters, no accents, æ as ae, ø and oe as o, å and aa as a.

    >>> fold("Kárášjohka / HÅLOGALAND-Sør")
    'karasjohka halogaland sor'
    """
    letters = text.casefold()
    if not letters.isascii():
        letters = letters.translate(_LETTERS)
    if not letters.isascii():  # few names have other letters, and this takes long
        parts = unicodedata.normalize("NFKD", letters)
        letters = "".join(one for one in parts if not _is_accent(one)).casefold()
    words = letters if letters.isalnum() else _BETWEEN.sub(" ", letters).strip()
    if "oe" in words:  # as in hardly any name
        words = _OE.sub("o", words)
    return _LONG_A.sub("a", words) if "aa" in words else words


def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"
