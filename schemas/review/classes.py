"""The classes that a survey puts its units in: each survey has its own."""

from schemas.questionnaire.answers import Choice


class Class(Choice):
    """What a unit has, or is taken to have: the base of every survey's classes."""
