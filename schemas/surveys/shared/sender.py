"""Who asks."""

from typing import Final

from schemas.language.text import Text

NK_LMH: Final = Text(
    "Nasjonal kompetansetjeneste for læring og mestring innen helse (NK LMH)",
    nn="Nasjonal kompetanseteneste for læring og meistring innan helse (NK LMH)",
    en="Norwegian National Advisory Unit on Learning and Mastery in Health (NK LMH)",
)
