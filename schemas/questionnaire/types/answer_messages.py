"""What is said of answers to more than one type of question; the rest stands with its type."""

from collections.abc import Mapping
from typing import Final

from schemas.language.messages import Message
from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Missing

WAYS_OUT: Final[Mapping[tuple[Missing, ...], Text]] = {
    (): Text(".", ".", "."),
    (DONT_KNOW,): Text(
        ", eller trykk F7 (vet ikke).",
        ", eller trykk F7 (veit ikkje).",
        ", or press F7 (don't know).",
    ),
    (DONT_KNOW, REFUSED): Text(
        ", eller trykk F7 (vet ikke) / F8 (vil ikke svare).",
        ", eller trykk F7 (veit ikkje) / F8 (vil ikkje svare).",
        ", or press F7 (don't know) / F8 (refused).",
    ),
}
"""How a required answer can be done without, by what the question allows."""

REQUIRED: Final = Message(
    "A-REQUIRED",
    "Skriv {what}{or_else}",
    "Skriv {what}{or_else}",
    "Write {what}{or_else}",
)
CHOOSE: Final = Message(
    "A-CHOOSE",
    "{how}{or_else}",
    "{how}{or_else}",
    "{how}{or_else}",
)
NO_MISSING: Final = Message(
    "A-MISSING",
    "«{label}» kan ikke brukes her. Spør igjen, og velg det som er nærmest.",
    "«{label}» kan ikkje brukast her. Spør igjen, og vel det som er nærast.",
    "“{label}” cannot be used here. Ask again and take the closest answer.",
)
INVALID: Final = Message(
    "A-INVALID",
    "Svaret passer ikke til spørsmålet. Svar på nytt.",
    "Svaret passar ikkje til spørsmålet. Svar på nytt.",
    "The answer does not fit the question. Answer it again.",
)
NO_CODE: Final = Message(
    "A-CODE",
    "Det svaret står ikke på listen. Velg et som gjør det.",
    "Det svaret står ikkje på lista. Vel eit som gjer det.",
    "That answer is not on the list. Choose one that is.",
)
TOO_LONG: Final = Message(
    "A-LONG",
    "Teksten er {count} tegn; det er plass til {most}. Kort den ned.",
    "Teksten er {count} teikn; det er plass til {most}. Kort han ned.",
    "The text is {count} characters; there is room for {most}. Shorten it.",
)
CONTROL: Final = Message(
    "A-CONTROL",
    "Svaret har tegn som ikke kan lagres. Skriv det på nytt.",
    "Svaret har teikn som ikkje kan lagrast. Skriv det på nytt.",
    "The answer has characters that cannot be stored. Write it again.",
)
BETWEEN: Final = Message(
    "A-RANGE",
    "Skriv et tall fra {low} til {high}.",
    "Skriv eit tal frå {low} til {high}.",
    "Write a number from {low} to {high}.",
)
AT_LEAST: Final = Message(
    "A-MIN",
    "Skriv et tall som er minst {low}.",
    "Skriv eit tal som er minst {low}.",
    "Write a number that is at least {low}.",
)
AT_MOST: Final = Message(
    "A-MAX",
    "Skriv et tall som er høyst {high}.",
    "Skriv eit tal som er høgst {high}.",
    "Write a number that is at most {high}.",
)
