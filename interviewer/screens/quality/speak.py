"""Quality for the ear: one sentence a line, of which one is marked, as what Enter opens."""

from collections.abc import Iterator

from interviewer.controls.actions import KeyTable
from interviewer.draw.bars import Surroundings
from interviewer.draw.clicks import ListRow
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.quality.draw import none_flagged
from interviewer.screens.quality.keys import KEYS, OWN_KEYS
from interviewer.screens.quality.state import OwnQuality, QualityPage, QualityView
from interviewer.words import WORDS
from schemas.review.quality.people import PersonQuality
from schemas.review.quality.sentences import amount, behind_words, told


def speak_quality(screen: QualityView, around: Surroundings) -> Spoken:
    """Everybody with their flags, or what is opened of it."""
    page = SpokenPage()
    title = str(WORDS.quality_title)
    if screen.person:
        _one(screen, page, screen.person)
        title = screen.name(screen.person.id)
    else:
        page.rule(str(WORDS.quality_people))
        for number, person in enumerate(screen.people):
            flags = "".join(f" {told(flag)}" for flag in person.flags)
            words = f"{screen.name(person.id)}: {amount(person)}.{flags}"
            page.row(words, ListRow(number, number == screen.marked))
        page.say(none_flagged(screen))
    keys: KeyTable[QualityView] = KEYS
    place = screen.of, screen.measure
    return spoken(screen, keys, page.said, Typing.moves, place=place, around=title)


def speak_own_quality(screen: OwnQuality, around: Surroundings) -> Spoken:
    """One's own measures, each in a sentence; or what is behind one."""
    page = SpokenPage()
    if screen.own is None:
        page.say(str(WORDS.quality_none_own))
    else:
        _one(screen, page, screen.own)
    keys: KeyTable[OwnQuality] = OWN_KEYS
    return spoken(screen, keys, page.said, Typing.moves, place=screen.measure)


def _one(screen: QualityPage, page: SpokenPage, person: PersonQuality) -> None:
    page.say(amount(person))
    chosen = screen.marked_measure
    if screen.measure and chosen:
        page.say(told(chosen))
    for number, words in enumerate(_rows(screen)):
        page.row(words, ListRow(number, number == screen.marked))


def _rows(screen: QualityPage) -> Iterator[str]:
    chosen, label = screen.marked_measure, screen.who.frame.label
    if screen.measure is None or chosen is None:
        return map(told, screen.measured)
    return (f"{label(one.unit_id)}: {behind_words(chosen.measure, one)}" for one in screen.behind)
