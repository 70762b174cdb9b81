"""Who rings what, for the ear: a sentence for each, of which one is marked."""

from collections.abc import Iterator

from interviewer.draw.bars import Surroundings
from interviewer.draw.clicks import ListRow
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.distribution.draw import counts, headings, rows, title
from interviewer.screens.distribution.keys import KEYS
from interviewer.screens.distribution.state import Distribution
from interviewer.words import WORDS
from schemas.language.numerals import show_number


def speak_distribution(screen: Distribution, around: Surroundings) -> Spoken:
    """Everybody, or the groups for one of them."""
    page = SpokenPage().rule(title(screen))
    for number, words in enumerate(_sentences(screen)):
        page.row(words, ListRow(number, number == screen.marked))
    if not screen.lines:
        page.say(str(WORDS.give_nobody))
    place = screen.to
    return spoken(screen, KEYS, page.said, Typing.moves, place=place, around=counts(screen))


def _sentences(screen: Distribution) -> Iterator[str]:
    heads = [str(head).lower() for head in headings(screen)]
    for name, numbers in rows(screen):
        told = (f"{head} {show_number(one)}" for head, one in zip(heads, numbers, strict=True))
        yield f"{name}: {', '.join(told)}"
