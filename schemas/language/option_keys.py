"""The key in front of each option of a list: what the screens show and the sentences name."""

from typing import Final

OPTION_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""One key, one option, up to 35 of them."""


def option_keys(count: int) -> str:
    """The keys in front of so many options: «1–9 eller a–f»."""
    spans = [_span(keys) for keys in (OPTION_KEYS[: min(count, 9)], OPTION_KEYS[9:count]) if keys]
    return " eller ".join(spans)


def _span(keys: str) -> str:
    return keys if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"
