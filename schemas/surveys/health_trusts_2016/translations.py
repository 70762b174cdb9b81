"""The sentences of the questionnaire in nynorsk and English, under their bokmål.

The questionnaire itself is written in bokmål, so that it can be read; a sentence without a
translation is shown in bokmål.  In the order in which the sentences first stand there."""

from typing import Final

from schemas.language.text import Text, Translations, translated
from schemas.surveys.shared.translations import SHARED

TRANSLATIONS: Final[Translations] = {
    **SHARED,
    "Lærings- og mestringssenter": (
        "Lærings- og meistringssenter",
        "Learning and mastery centre",
    ),
    (
        "Et lærings- og mestringssenter er en enhet i helseforetaket eller sykehuset som legger "
        "til rette for opplæring av pasienter og pårørende, og som har egne ansatte til det."
    ): (
        "Eit lærings- og meistringssenter er ei eining i helseføretaket eller sjukehuset som legg "
        "til rette for opplæring av pasientar og pårørande, og som har eigne tilsette til det.",
        "A learning and mastery centre is a unit in the health trust or hospital that arranges "
        "the education of patients and their relatives, and has employees of its own for it.",
    ),
    (
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for læring "
        "og mestring innen helse. Vi kartlegger lærings- og mestringsvirksomheten i alle "
        "helseforetak. Samtalen tar omtrent tjue minutter. Svarene brukes i et notat og som "
        "grunnlag for prioriteringer. Det er frivillig å delta, og du kan når som helst trekke "
        "deg."
    ): (
        "God dag, eg heiter {intervjuer} og ringjer frå Nasjonal kompetanseteneste for læring "
        "og meistring innan helse. Vi kartlegg lærings- og meistringsverksemda i alle "
        "helseføretak. Samtalen tek omtrent tjue minutt. Svara blir brukte i eit notat og som "
        "grunnlag for prioriteringar. Det er frivillig å delta, og du kan når som helst trekkje "
        "deg.",
        "Hello, my name is {intervjuer}, and I am calling from the Norwegian National Advisory "
        "Unit on Learning and Mastery in Health. We are mapping learning and mastery activities "
        "in all health trusts. The call takes about twenty minutes. The answers are used in a "
        "report and as a basis for priorities. Taking part is voluntary, and you may withdraw "
        "at any time.",
    ),
    "Er du leder eller nøkkelperson for lærings- og mestringsvirksomheten i {foretak}?": (
        "Er du leiar eller nøkkelperson for lærings- og meistringsverksemda i {foretak}?",
        "Are you the leader or a key person for learning and mastery activities in {foretak}?",
    ),
    "Hvilken del av {foretak} arbeider du i?": (
        "Kva del av {foretak} arbeider du i?",
        "Which part of {foretak} do you work in?",
    ),
    "Sentrene": ("Sentera", "The centres"),
    "Hvordan er pasient- og pårørendeopplæringen organisert i {foretak}?": (
        "Korleis er pasient- og pårørandeopplæringa organisert i {foretak}?",
        "How is the education of patients and relatives organised in {foretak}?",
    ),
    "Har dere flere sentre?": ("Har de fleire senter?", "Do you have more centres?"),
    "Hva heter senteret?": ("Kva heiter senteret?", "What is the centre called?"),
    "Spør: «Har dere flere sentre?» til respondenten sier nei.": (
        "Spør: «Har de fleire senter?» til respondenten seier nei.",
        "Ask: “Do you have more centres?” until the respondent says no.",
    ),
    "Hvor ligger senteret?": ("Kvar ligg senteret?", "Where is the centre?"),
    "Når ble senteret etablert?": (
        "Når vart senteret etablert?",
        "When was the centre established?",
    ),
    "Hvor mange ansatte har senteret?": (
        "Kor mange tilsette har senteret?",
        "How many employees does the centre have?",
    ),
    "Hvor mange årsverk utgjør de ansatte i senteret til sammen?": (
        "Kor mange årsverk utgjer dei tilsette i senteret til saman?",
        "How many full-time equivalents do the employees of the centre make up altogether?",
    ),
    "Hva gjør senteret?": ("Kva gjer senteret?", "What does the centre do?"),
    "Hvor i organisasjonen ligger senteret?": (
        "Kvar i organisasjonen ligg senteret?",
        "Where in the organisation is the centre?",
    ),
    "To sentre kan ikke ha samme navn.": (
        "To senter kan ikkje ha same namn.",
        "Two centres cannot have the same name.",
    ),
    "Det er ansatte i senteret, men ingen årsverk. Stemmer svaret?": (
        "Det er tilsette i senteret, men ingen årsverk. Stemmer svaret?",
        "There are employees in the centre, but no full-time equivalents. Is the answer right?",
    ),
    "Styring og prioritering": ("Styring og prioritering", "Governance and priorities"),
    "I hvor stor grad styrer sykehusets ledelse virksomheten?": (
        "I kor stor grad styrer leiinga ved sjukehuset verksemda?",
        "To what extent does the management of the hospital direct the activities?",
    ),
    "Er virksomheten omtalt i foretakets strategiplan?": (
        "Er verksemda omtalt i strategiplanen til føretaket?",
        "Are the activities mentioned in the strategic plan of the trust?",
    ),
    "Hvem avgjør hvilke pasientgrupper som får tilbud?": (
        "Kven avgjer kva pasientgrupper som får tilbod?",
        "Who decides which groups of patients get programmes?",
    ),
    "Vil du utdype hvem som avgjør?": (
        "Vil du utdjupe kven som avgjer?",
        "Would you like to say more about who decides?",
    ),
    "Har virksomheten eget budsjett?": (
        "Har verksemda eige budsjett?",
        "Do the activities have a budget of their own?",
    ),
    "Rapporteres aktiviteten?": (
        "Blir aktiviteten rapportert?",
        "Are the activities reported?",
    ),
    "Hvilke grupper har dere tilbud til i dag?": (
        "Kva grupper har de tilbod til i dag?",
        "Which groups do you have programmes for today?",
    ),
    "Er tilbudet til barn og unge fast eller ved behov?": (
        "Er tilbodet til barn og unge fast eller ved behov?",
        "Is the programme for children and young people permanent, or run when needed?",
    ),
    "Hvordan er tilbudet tilrettelagt for personer med minoritetsspråklig bakgrunn?": (
        "Korleis er tilbodet lagt til rette for personar med minoritetsspråkleg bakgrunn?",
        "How is the programme adapted for people with a minority language background?",
    ),
    "Hvor mange kurs og samlinger ble holdt siste kalenderår?": (
        "Kor mange kurs og samlingar vart haldne siste kalenderår?",
        "How many courses and gatherings were held in the last calendar year?",
    ),
    "Er grupper blitt uten tilbud de siste tre årene?": (
        "Er grupper blitt utan tilbod dei siste tre åra?",
        "Have any groups been left without a programme in the last three years?",
    ),
    "Hvilke grupper er blitt uten tilbud?": (
        "Kva grupper er blitt utan tilbod?",
        "Which groups have been left without a programme?",
    ),
    "Det er flere enn 60 deltakere per kurs eller samling. Stemmer svaret?": (
        "Det er fleire enn 60 deltakarar per kurs eller samling. Stemmer svaret?",
        "That is more than 60 participants in each course or gathering. Is the answer right?",
    ),
    "Når ingen kurs eller samlinger ble holdt, kan det ikke ha vært deltakere.": (
        "Når ingen kurs eller samlingar vart haldne, kan det ikkje ha vore deltakarar.",
        "Where no courses or gatherings were held, there cannot have been any participants.",
    ),
    "Hvor mange kommuner og bydeler samarbeider dere med om læring og mestring?": (
        "Kor mange kommunar og bydelar samarbeider de med om læring og meistring?",
        "How many municipalities and city districts do you work with on learning and mastery?",
    ),
    "Hva samarbeider dere med kommunene om?": (
        "Kva samarbeider de med kommunane om?",
        "What do you work on together with the municipalities?",
    ),
    "Er samarbeidet med kommunene avtalefestet?": (
        "Er samarbeidet med kommunane avtalefesta?",
        "Is the collaboration with the municipalities set down in an agreement?",
    ),
    "Får dere støtte fra den regionale funksjonen?": (
        "Får de støtte frå den regionale funksjonen?",
        "Do you get support from the regional function?",
    ),
    "Holder dere helsepedagogiske kurs for kommuner?": (
        "Held de helsepedagogiske kurs for kommunar?",
        "Do you hold courses in patient education for municipalities?",
    ),
    "Utfordringer og framtid": ("Utfordringar og framtid", "Challenges and the future"),
    "Hvordan ser du på framtiden for læring og mestring i {foretak}?": (
        "Korleis ser du på framtida for læring og meistring i {foretak}?",
        "How do you see the future of learning and mastery in {foretak}?",
    ),
    "Vil du utdype hvordan du ser på framtiden?": (
        "Vil du utdjupe korleis du ser på framtida?",
        "Would you like to say more about how you see the future?",
    ),
    "Kjente respondenten alle sentrene?": (
        "Kjende respondenten alle sentera?",
        "Did the respondent know all the centres?",
    ),
    "Telefonintervju om lærings- og mestringsvirksomheten i helseforetakene": (
        "Telefonintervju om lærings- og meistringsverksemda i helseføretaka",
        "Telephone interview about learning and mastery activities in the health trusts",
    ),
    "Kan vi føre opp sentrene i den nasjonale oversikten på nettet?": (
        "Kan vi føre opp sentera i den nasjonale oversikta på nettet?",
        "May we list the centres in the national overview on the web?",
    ),
}


def text(words: str) -> Text:
    """A sentence of this survey in all its languages."""
    return translated(Text(words), TRANSLATIONS)
