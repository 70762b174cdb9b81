"""What the letter to a health trust asks: what somebody may want to look up before the call."""

from typing import Final

from schemas.calls.letter import LetterDesign
from schemas.language.text import Text
from schemas.surveys.shared.sender import NK_LMH

LETTER: Final = LetterDesign(
    asks=(
        "organised",
        "centre_staff",
        "led_by_management",
        "in_strategy",
        "decides_groups",
        "offer_groups",
        "offers_last_year",
        "municipalities",
        "challenges",
        "future",
    ),
    instead={
        "centre_staff": Text(
            "Hvor mange ansatte og hvor mange årsverk har hvert lærings- og mestringssenter?",
            nn="Kor mange tilsette og kor mange årsverk har kvart lærings- og meistringssenter?",
            en="How many employees and full-time equivalents does each learning and mastery "
            "centre have?",
        ),
        "offers_last_year": Text(
            "Hvor mange kurs og samlinger ble holdt siste kalenderår, og hvor mange deltok?",
            nn="Kor mange kurs og samlingar vart haldne siste kalenderår, og kor mange deltok?",
            en="How many courses and gatherings were held in the last calendar year, and how many "
            "took part?",
        ),
    },
    more=Text(
        "Vi spør også om budsjett og rapportering, brukermedvirkning og samarbeid med kommunene. "
        "Det tar omtrent tjue minutter.",
        nn="Vi spør òg om budsjett og rapportering, brukarmedverknad og samarbeid med kommunane. "
        "Det tek om lag tjue minutt.",
        en="We also ask about budget and reporting, user involvement and collaboration with the "
        "municipalities. It takes about twenty minutes.",
    ),
    sender=NK_LMH,
)
