"""Shares in per cent: a few are never nobody, and nearly all are never all."""

import json

import pytest

from schemas.review.shares import in_per_cent, percent


@pytest.mark.parametrize(
    ("count", "of", "shown"),
    [
        (1, 470, "<1"),
        (2, 470, "<1"),
        (3, 470, "1"),
        (467, 470, "99"),
        (469, 470, ">99"),
        (0, 3, "0"),
    ],
)
def test_are_printed_as_they_are(count: int, of: int, shown: str) -> None:
    """Wherever they are printed; 1 of 470 is not one of a hundred."""
    share = percent(count, of)
    assert (str(share), f"{share} %") == (shown, f"{shown} %")
    assert in_per_cent(count, of) == f"{shown}\xa0%"


def test_are_numbers_in_files_and_pictures() -> None:
    """A bar has a length, and a column of numbers has numbers in it."""
    assert json.dumps([percent(1, 470), percent(469, 470), percent(1, 0)]) == "[1, 99, null]"
