"""Words in the colour of their part of the picture."""

from rich.text import Text as Styled

from interviewer.draw.theme import Role


def inked(words: str, role: Role) -> Styled:
    """`words` as that part looks, and nothing else: what is joined to them has its own look.

    A `Text` with a style of its own would give that to all that is put behind it.
    """
    return Styled("").append(words, role)
