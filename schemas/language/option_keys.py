"""The key in front of each option of a list: what the screens show and the sentences name."""

from collections.abc import Sequence
from typing import Final

OPTION_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""One key, one option, up to 35 of them."""

DIGITS: Final = OPTION_KEYS[:9]
LETTERS: Final = OPTION_KEYS[9:]
"""The keys of two lists that stand together: neither moves the other's."""


def option_keys(count: int) -> str:
    """The keys in front of so many options: «1–9 eller a–f»."""
    return said_keys(OPTION_KEYS[:count])


def said_keys(keys: str) -> str:
    """Keys as they are said, digits and letters apart: «1–9 eller a–f», «a–u»."""
    parts = ([key for key in keys if key in kind] for kind in (DIGITS, LETTERS))
    return " eller ".join(_span(part) for part in parts if part)


def _span(keys: Sequence[str]) -> str:
    return keys[0] if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"
