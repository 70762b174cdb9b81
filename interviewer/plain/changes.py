"""What is said when something has changed, and no more than that."""

from collections.abc import Iterator, Sequence
from typing import Final

from interviewer.controls.screen import Notice, Tone
from interviewer.draw.spoken import Spoken, Typing, for_the_ear, lit_before
from interviewer.words import say
from interviewer.words.speaking import SPOKEN

HOW: Final = {
    Typing.picks: SPOKEN.picks,
    Typing.marks: SPOKEN.marks,
    Typing.writes: SPOKEN.writes,
    Typing.lines: SPOKEN.lines,
    Typing.seeks: SPOKEN.seeks,
    Typing.moves: SPOKEN.moves,
    Typing.reads: SPOKEN.reads,
    Typing.listens: SPOKEN.listens,
}
"""What may be typed, said where it is something else than it was."""

TONES: Final = {Tone.error: SPOKEN.error, Tone.warning: SPOKEN.warning}

MANY: Final = 15
"""From so many lines on, one looks for one of them rather than hear them all."""


def noticed(notice: Notice) -> str:
    """A message, with a word for how it is meant."""
    words = for_the_ear(f"{notice.text} ({notice.code})" if notice.code else str(notice.text))
    tone = TONES.get(notice.tone)
    return say(tone, text=words) if tone else words


def news(told: Spoken, spoken: Spoken) -> Iterator[str]:
    """What has not been said yet; somewhere else, all that one needs to go on there."""
    known = {what for what, _ in told.around}
    yield from (words for what, words in spoken.around if what not in known)
    if spoken.place == told.place:
        yield from (words for words in spoken.lines if _is_new(words, told))
    elif spoken.typing is Typing.seeks and len(spoken.lines) > MANY:
        yield from _few(spoken.lines)
    else:
        yield from _without_same_choice(told, spoken)


def _is_new(words: str, told: Spoken) -> bool:
    return words not in told.lines and lit_before(words) not in told.lines


def _few(lines: Sequence[str]) -> Iterator[str]:
    """The heading, what is marked, and how many there are below the heading."""
    heading, *listed = lines
    yield heading
    yield from (words for words in listed if words.startswith(str(SPOKEN.lit)))
    yield say(SPOKEN.many, count=len(listed))


def _without_same_choice(told: Spoken, spoken: Spoken) -> Iterator[str]:
    """The lines; but of the very choice that there was before, only that it is the same."""
    choice = _choice(spoken)
    if len(choice) < 2 or choice != _choice(told):
        yield from spoken.lines
        return
    yield from spoken.lines[: -len(choice)]
    yield say(SPOKEN.as_before, first=choice[0][0], last=choice[-1][0])


def _choice(spoken: Spoken) -> tuple[str, ...]:
    """The options that stand last, each behind its key."""
    if spoken.typing not in {Typing.picks, Typing.marks}:
        return ()
    taken = list[str]()
    for words in reversed(spoken.lines):
        if words[1:2] != " ":
            break
        taken.insert(0, words)
    return tuple(taken)
