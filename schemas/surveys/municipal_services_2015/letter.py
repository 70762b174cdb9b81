"""What the letter to a municipality asks: what everybody is asked until the service is clear."""

from typing import Final

from schemas.calls.letter import LetterDesign
from schemas.language.text import Text
from schemas.surveys.shared.sender import NK_LMH

LETTER: Final = LetterDesign(
    asks=(
        "has_offers",
        "criterion_group",
        "criterion_long_term",
        "criterion_planned",
        "criterion_delivered",
        "criterion_evaluated",
        "offers_since",
        "coordination",
    ),
    instead={
        # Nobody has described anything yet.
        "has_offers": Text(
            "Har {kommune} i dag lærings- og mestringstilbud slik vi beskriver dem her, alene "
            "eller sammen med andre kommuner?",
            nn="Har {kommune} i dag lærings- og meistringstilbod slik vi skildrar dei her, åleine "
            "eller saman med andre kommunar?",
            en="Does {kommune} today run learning and mastery programmes as we describe them "
            "here, alone or with other municipalities?",
        ),
    },
    more=Text(
        "Har dere slike tilbud, spør vi også om hvordan de er organisert, hvem de er for, "
        "samarbeid, planer, utfordringer og gevinster. Det tar omtrent et kvarter.",
        nn="Har de slike tilbod, spør vi òg om korleis dei er organiserte, kven dei er for, "
        "samarbeid, planar, utfordringar og gevinstar. Det tek om lag eit kvarter.",
        en="If you have such programmes, we also ask how they are organised, who they are for, "
        "about collaboration, plans, challenges and benefits. It takes about fifteen minutes.",
    ),
    sender=NK_LMH,
)
