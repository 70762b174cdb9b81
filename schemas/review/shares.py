"""Shares in whole per cent, as every table and figure prints them."""


def percent(count: int, of: int) -> int | None:
    """A whole number of per cent, rounded half up; None when there is nothing to divide by.

    100 is all of them and 0 is nobody, never nearly so.

    >>> percent(18, 144), percent(31, 144), percent(275, 276), percent(1, 276)
    (13, 22, 99, 1)
    """
    if not of:
        return None
    rounded = (200 * count + of) // (2 * of)
    return min(max(rounded, 1), 99) if 0 < count < of else rounded


def in_per_cent(count: int, of: int) -> str:
    """The same as it is printed: a share that only rounds to nobody or to all says so.

    >>> in_per_cent(18, 144), in_per_cent(1, 470), in_per_cent(275, 276), in_per_cent(0, 0)
    ('13\xa0%', '<1\xa0%', '>99\xa0%', '–')
    """
    if not of:
        return "–"
    rounded = (200 * count + of) // (2 * of)
    if rounded == 0 and count:
        return "<1\xa0%"
    return ">99\xa0%" if rounded == 100 and count < of else f"{rounded}\xa0%"
