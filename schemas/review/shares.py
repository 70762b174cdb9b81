"""Shares in whole per cent, as every table and figure prints them."""

from typing import Self


class Percent(int):
    """A whole number of per cent, which says so where it only rounds to nobody or to all.

    As a number it is never nobody or all then: a bar has a length, and a file a number.
    """

    nearly: str

    def __new__(cls, value: int, nearly: str = "") -> Self:
        """`nearly` stands before it: `<` or `>`."""
        made = super().__new__(cls, value)
        made.nearly = nearly
        return made

    def __str__(self) -> str:
        return f"{self.nearly}{int(self)}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def percent(count: int, of: int) -> Percent | None:
    """A whole number of per cent, rounded half up; None when there is nothing to divide by.

    >>> [str(percent(*one)) for one in ((18, 144), (31, 144), (275, 276), (1, 470), (0, 3))]
    ['13', '22', '>99', '<1', '0']
    """
    if not of:
        return None
    rounded = (200 * count + of) // (2 * of)
    if rounded == 0 and count:
        return Percent(1, "<")
    return Percent(99, ">") if rounded == 100 and count < of else Percent(rounded)


def in_per_cent(count: int, of: int) -> str:
    """The same as it is printed.

    >>> in_per_cent(18, 144), in_per_cent(1, 470), in_per_cent(0, 0)
    ('13\xa0%', '<1\xa0%', '–')
    """
    share = percent(count, of)
    return "–" if share is None else f"{share}\xa0%"
