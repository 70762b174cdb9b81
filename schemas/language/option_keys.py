"""The key in front of each option of a list: what the screens show and the sentences name."""

from typing import Final

OPTION_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""One key, one option, up to 35 of them."""

DIGITS: Final = OPTION_KEYS[:9]
LETTERS: Final = OPTION_KEYS[9:]
"""The keys of two lists that stand together: neither moves the other's."""


def option_keys(count: int) -> str:
    """The keys in front of so many options: «1–9 eller a–f»."""
    spans = [_span(keys) for keys in (OPTION_KEYS[: min(count, 9)], OPTION_KEYS[9:count]) if keys]
    return " eller ".join(spans)


def keys_from(first: str, count: int) -> str:
    """So many keys, from this one on: «a–f»."""
    start = OPTION_KEYS.index(first)
    keys = OPTION_KEYS[start : start + count]
    return _span(keys)


def _span(keys: str) -> str:
    return keys if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"
