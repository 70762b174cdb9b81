"""What a screen offers without being asked: what its table of keys says, and what stands on it."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text as Styled

from interviewer.controls.actions import Pressable
from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer
from interviewer.draw.clicks import labelled
from interviewer.words import WORDS
from schemas.surveys.survey import Survey

NOT_HERE = {Keycap.CTRL_F}


def by_keys(keys: Iterable[Pressable], survey: Survey | None) -> Iterator[Offer]:
    """What keys do, under the name that the footer has for it, or the first words of F1."""
    for key, word, help in keys:
        if key not in NOT_HERE:
            says = str(survey.put(help) if survey else help)
            name = str(survey.put(word) if survey else word) if word else ""
            if not name:
                name, _, says = says.rstrip(".").partition(": ")
            says = says.removeprefix(f"{name}: ")
            says = says[:1].upper() + says[1:]
            yield Offer(WORDS.find_actions, name, (key,), says, key.shown)


def on_picture(lines: Sequence[Styled]) -> Iterator[Offer]:
    """What can be chosen where it stands, by the key in front of it."""
    for key, label in labelled(lines).items():
        shown = key.shown if isinstance(key, Keycap) else key
        yield Offer(WORDS.find_options, label, (key,), shown=shown)
