"""What is said of answers to more than one type of question; the rest stands with its type."""

from collections.abc import Mapping
from typing import Final

from schemas.language.messages import Message
from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Missing

WAYS_OUT: Final[Mapping[tuple[Missing, ...], str]] = {
    (): ".",
    (DONT_KNOW,): ", eller trykk F7 (vet ikke).",
    (DONT_KNOW, REFUSED): ", eller trykk F7 (vet ikke) / F8 (vil ikke svare).",
}
"""How a required answer can be done without, by what the question allows."""

REQUIRED: Final = Message("A-REQUIRED", "Skriv {what}{or_else}")
CHOOSE: Final = Message("A-CHOOSE", "{how}{or_else}")
NO_MISSING: Final = Message("A-MISSING", "«{label}» kan ikke brukes her. Spør igjen, og {then}.")
INVALID: Final = Message("A-INVALID", "Svaret passer ikke til spørsmålet. Svar på nytt.")
NO_CODE: Final = Message("A-CODE", "Det svaret står ikke på listen. Velg et som gjør det.")
TOO_LONG: Final = Message(
    "A-LONG", "Teksten er {count} tegn. Det er plass til {most}. Kort den ned."
)
CONTROL: Final = Message("A-CONTROL", "Svaret har tegn som ikke kan lagres. Skriv det på nytt.")
BETWEEN: Final = Message("A-RANGE", "Skriv et tall fra {low} til {high}.")
AT_LEAST: Final = Message("A-MIN", "Skriv et tall som er minst {low}.")
AT_MOST: Final = Message("A-MAX", "Skriv et tall som er høyst {high}.")

# A form of another program is filled in in each of the three languages.
BETWEEN_IN_FORM: Final = Text(
    BETWEEN.words,
    nn="Skriv eit tal frå {low} til {high}.",
    en="Write a number from {low} to {high}.",
)
AT_LEAST_IN_FORM: Final = Text(
    AT_LEAST.words,
    nn="Skriv eit tal som er minst {low}.",
    en="Write a number that is at least {low}.",
)
AT_MOST_IN_FORM: Final = Text(
    AT_MOST.words,
    nn="Skriv eit tal som er høgst {high}.",
    en="Write a number that is at most {high}.",
)
