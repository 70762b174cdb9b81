"""The definitions that several surveys read aloud: what is compared must mean the same."""

from schemas.questionnaire.questions import Definition
from schemas.surveys.shared.translations import text

OFFER = Definition(
    "tilbud",
    text("Lærings- og mestringstilbud"),
    text(
        "Lærings- og mestringstilbud er gruppebaserte tilbud til personer som har langvarige "
        "helseutfordringer, og til pårørende. Målet er økt mestring og bedre livskvalitet. "
        "Tilbudene blir planlagt, gjennomført og evaluert i sidestilt samarbeid mellom "
        "fagpersoner og erfarne brukere."
    ),
)

EQUALS = Definition(
    "sidestilt",
    text("Sidestilt samarbeid"),
    text(
        "Sidestilt samarbeid betyr at brukererfaring og fagkunnskap teller like mye når "
        "tilbudet planlegges, når det gjennomføres og når det evalueres."
    ),
)
