"""Sentences in the languages we speak, and how numbers, addresses and names are written."""


class Explained(Exception):
    """Something that a person is told, under a stable `code`; `retryable` may go well later."""

    code: str
    retryable: bool = False
