"""Progress for the ear: what `ringerunde status` prints, row by row, and no map."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken, tables_read_out
from interviewer.screens.progress.keys import KEYS
from interviewer.screens.progress.state import ProgressView
from interviewer.words import WORDS


def speak_progress(screen: ProgressView, around: Surroundings) -> Spoken:
    """The figures; of those that change meanwhile, only what they are now."""
    from interviewer.publish.status import status_parts

    who, page = screen.who, SpokenPage()
    known = who.survey, who.frame, screen.cases, screen.now, who.settings
    _, *parts = status_parts(*known, with_map=False)  # the first is the time, which is always new
    tables_read_out(page, parts)
    return spoken(screen, KEYS, page.said, Typing.listens, around=str(WORDS.review_progress))
