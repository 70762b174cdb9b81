"""The code lists of an earlier phase: what a unit claimed, and why an interview differs from it."""

from schemas.questionnaire.answers import Choice


class Claim(Choice):
    """What a unit said that it has.  Each survey with an earlier phase has its own."""


class Difference(Choice):
    """Why an interview found something else than was claimed, or that it did not: the survey's."""
