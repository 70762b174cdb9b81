"""The questions in writing, for those who want to see them first: text to paste into an e-mail.

Not the whole instrument: who we are, what we mean by the words, and the questions that everybody
is asked until it is clear whether there is a service.  The call still comes; a letter with ninety
questions would be the form that phase one was.
"""

from collections.abc import Iterator
from typing import Final

from schemas.language.text import Language, Text
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.surveys.municipal_services_2015.frame import FRAME

_GREETING = Text("Hei!", nn="Hei!", en="Hello,")
_WHY = Text(
    "Som avtalt på telefon får du her spørsmålene vi vil stille om {kommune}. Du trenger ikke å "
    "svare skriftlig: vi ringer deg om noen dager. Det er frivillig å delta.",
    nn="Som avtalt på telefon får du her spørsmåla vi vil stille om {kommune}. Du treng ikkje å "
    "svare skriftleg: vi ringjer deg om nokre dagar. Det er frivillig å delta.",
    en="As agreed on the phone, here are the questions we would like to ask about {kommune}. You "
    "need not answer in writing: we will call you in a few days. Taking part is voluntary.",
)
_WORDS = Text("Slik bruker vi ordene", nn="Slik bruker vi orda", en="What we mean by the words")
_QUESTIONS = Text("Dette spør vi om", nn="Dette spør vi om", en="What we ask about")
_MORE = Text(
    "Har dere slike tilbud, spør vi også om hvordan de er organisert, hvem de er for, samarbeid, "
    "planer, utfordringer og gevinster. Det tar omtrent et kvarter.",
    nn="Har de slike tilbod, spør vi òg om korleis dei er organiserte, kven dei er for, samarbeid, "
    "planar, utfordringar og gevinstar. Det tek om lag eit kvarter.",
    en="If you have such programmes, we also ask how they are organised, who they are for, about "
    "collaboration, plans, challenges and benefits. It takes about fifteen minutes.",
)
_WITH_THE_LETTER: Final = {
    "has_offers": Text(
        "Har {kommune} i dag lærings- og mestringstilbud slik vi beskriver dem her, alene eller "
        "sammen med andre kommuner?",
        nn="Har {kommune} i dag lærings- og meistringstilbod slik vi skildrar dei her, åleine "
        "eller saman med andre kommunar?",
        en="Does {kommune} today run learning and mastery programmes as we describe them here, "
        "alone or with other municipalities?",
    ),
}
"""What would be wrong in writing: nobody has described anything yet."""

_ONLY_SPOKEN: Final = {"definition_read"}
"""What is asked about the call itself."""

_BYE = Text("Vennlig hilsen", nn="Venleg helsing", en="Kind regards")
_US = Text(
    "Nasjonal kompetansetjeneste for læring og mestring innen helse (NK LMH)",
    nn="Nasjonal kompetanseteneste for læring og meistring innan helse (NK LMH)",
    en="Norwegian National Advisory Unit on Learning and Mastery in Health (NK LMH)",
)


def letter(questionnaire: type[Questionnaire], facts: Preloads, language: Language) -> str:
    """The text of the e-mail, in `language`; it holds nothing about the person."""

    def said(words: Text) -> str:
        return facts.fill(words.in_(language), FRAME)

    lines = [said(_GREETING), "", said(_WHY), "", said(_WORDS), ""]
    for definition in questionnaire.definitions:
        lines.append(said(definition.text))
    lines += ["", said(_QUESTIONS), ""]
    for number, question in enumerate(_asked(questionnaire), start=1):
        lines.append(f"{number}. {said(_WITH_THE_LETTER.get(question.id, question.text))}")
    return "\n".join([*lines, "", said(_MORE), "", said(_BYE), facts.interviewer, said(_US), ""])


def _asked(questionnaire: type[Questionnaire]) -> Iterator[Question]:
    """The questions of the second section; what follows the code `other` is no question alone."""
    section = list(questionnaire.sections.values())[1]
    written = (one for one in section.questions if one.id not in _ONLY_SPOKEN)
    return (one for one in written if not one.id.endswith("_other"))
