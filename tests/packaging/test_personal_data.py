"""What the README tells a coordinator of personal data is so."""

import re
from pathlib import Path

from db.persons.worded import worded_columns

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
TOLD = README.split("### Personal data")[1].split("\n### ")[0]


def test_every_table_that_can_hold_a_person_is_named() -> None:
    """One that is added must be told of: what is in it, and when it goes."""
    named = set(re.findall(r"`(\w+)`", TOLD.split("\n\n")[2]))
    assert named == worded_columns().keys()


def test_each_right_has_its_command() -> None:
    """Access, correction and erasure, and for how long."""
    for article, command in (
        ("art. 15", "ringerunde person show"),
        ("art. 16", "ringerunde person correct"),
        ("art. 17", "ringerunde person erase"),
        ("How long", "ringerunde retain --until"),
    ):
        (paragraph,) = (one for one in TOLD.split("\n- ") if article in one.split(":**")[0])
        assert f"`{command}" in paragraph
