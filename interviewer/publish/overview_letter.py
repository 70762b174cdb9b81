"""The letter to those who want to see their text before it is published, ready to send."""

from typing import Final

from interviewer.publish.overview_text import entry_lines
from schemas.frame.frame import Frame
from schemas.language.text import Text
from schemas.review.overview_lines import OverviewEntry
from schemas.surveys.survey import Survey

_WHY: Final = Text(
    "Du ba om å få se teksten før den publiseres. Slik vil den stå i oversikten «{title}» på "
    "nettet:",
    nn="Du bad om å få sjå teksten før han blir publisert. Slik vil han stå i oversikta «{title}» "
    "på nettet:",
)
_ASKS: Final = Text(
    "Kan den stå slik? Svar på denne e-posten med ja, med det som skal rettes, eller med nei hvis "
    "dere ikke vil stå i oversikten. Ingenting publiseres før vi har fått svar.",
    nn="Kan han stå slik? Svar på denne e-posten med ja, med det som skal rettast, eller med nei "
    "om de ikkje vil stå i oversikta. Ingenting blir publisert før vi har fått svar.",
)
_BYE: Final = Text("Vennlig hilsen", nn="Venleg helsing")


def overview_letter(survey: Survey, frame: Frame, entry: OverviewEntry, name: str) -> str:
    """The e-mail, in the unit's own form of Norwegian, signed by whoever sends it."""
    unit = frame[entry.unit_id]
    language = unit.spoken
    assert survey.overview, "only a survey with a public list has texts to show"
    why = _WHY.in_(language).replace("{title}", survey.overview.words.title.in_(language))
    text = (f"    {line}" for line in entry_lines(frame, entry))
    signed = (_BYE.in_(language), name, survey.letter.sender.in_(language))
    return "\n".join(["Hei!", "", why, "", *text, "", _ASKS.in_(language), "", *signed, ""])
