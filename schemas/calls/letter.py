"""The questions in writing, for those who want to see them first: text to paste into an e-mail.

Not the whole instrument: who we are, what we mean by the words, and what a survey wants people to
have thought of.  The call still comes; a letter with ninety questions would be a form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from schemas.frame.design import FrameDesign
from schemas.language.dates import short_date
from schemas.language.text import INVENTED, Language, Text
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questionnaire import Questionnaire

_GREETING = Text("Hei!", nn="Hei!", en="Hello,")
_WHY = Text(
    "Som avtalt på telefon får du her spørsmålene vi vil stille om {unit}. Du trenger ikke å "
    "svare skriftlig: Vi ringer deg om noen dager. Det er frivillig å delta.",
    nn="Som avtalt på telefon får du her spørsmåla vi vil stille om {unit}. Du treng ikkje å "
    "svare skriftleg: Vi ringjer deg om nokre dagar. Det er frivillig å delta.",
    en="As agreed on the phone, here are the questions we would like to ask about {unit}. You "
    "need not answer in writing: we will call you in a few days. Taking part is voluntary.",
)
_WORDS = Text("Slik bruker vi ordene", nn="Slik bruker vi orda", en="What we mean by the words")
_QUESTIONS = Text("Dette spør vi om", nn="Dette spør vi om", en="What we ask about")
_KEPT = Text(
    "Navn, telefonnummer og e-post til den vi snakker med, slettes etter {day}.",
    nn="Namn, telefonnummer og e-post til den vi snakkar med, blir sletta etter {day}.",
    en="Name, telephone number and e-mail of whoever we talk to are deleted after {day}.",
)
_BYE = Text("Vennlig hilsen", nn="Venleg helsing", en="Kind regards")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDesign:
    """What a survey puts in the letter.

    `asks` are the questions, by id; `instead` is what some of them say in writing, where what is
    said on the telephone would be wrong.  `more` tells what else will be asked, and `sender` who
    writes.
    """

    asks: tuple[str, ...]
    more: Text
    sender: Text
    instead: Mapping[str, Text] = field(default_factory=dict)


def letter(
    design: LetterDesign,
    questionnaire: type[Questionnaire],
    frame: FrameDesign,
    facts: Preloads,
    language: Language,
    kept_until: date | None = None,
) -> str:
    """The text of the e-mail, in `language`; it holds nothing about the person.

    It says until when it is kept who they are, where a day has been said.
    """

    def said(words: Text) -> str:
        return facts.fill(words.in_(language), frame)

    why = _WHY.in_(language).replace("{unit}", facts.unit_name)
    lines = [said(_GREETING), "", why, ""]
    if questionnaire.definitions:
        defined = (said(definition.text) for definition in questionnaire.definitions)
        lines += [said(_WORDS), "", *defined, ""]
    lines += [said(_QUESTIONS), ""]
    for number, id in enumerate(design.asks, start=1):
        lines.append(f"{number}. {said(design.instead.get(id, questionnaire.by_id[id].text))}")
    signed = [said(_BYE), facts.interviewer, said(design.sender), ""]
    kept = [told_until(kept_until, language), ""] if kept_until else []
    return "\n".join([*lines, "", said(design.more), "", *kept, *signed])


def told_until(day: date, language: Language) -> str:
    """Until when it is kept who somebody is, as whoever answers is told."""
    return _KEPT.in_(language).replace("{day}", short_date(day))


def letter_of(text: str, language: Language, *, practice: bool) -> str:
    """A letter, which says before anything else where it is only `practice`."""
    return f"{INVENTED.in_(language)}\n\n{text}" if practice else text
