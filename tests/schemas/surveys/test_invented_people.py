"""Invented people, of whom there may be several in one story."""

from schemas.questionnaire.types.dice import Dice
from schemas.surveys.invented_people import invented_name


def test_somebody_else() -> None:
    """Whoever is in the case already is not named as somebody else; others are as by the dice."""
    first, second = (invented_name(dice) for dice in [Dice(2015)] * 2)
    assert first != second
    assert invented_name(Dice(2015), {first}) == second
    assert invented_name(Dice(2015), {second}) == first
