"""The sentences of the questionnaire in nynorsk and English, under their bokmål.

The questionnaire itself is written in bokmål, so that it can be read; a sentence without a
translation is shown in bokmål.  In the order in which the sentences first stand there."""

from typing import Final

from schemas.language.text import Text, Translations, translated
from schemas.surveys.shared.translations import SHARED

TRANSLATIONS: Final[Translations] = {
    **SHARED,
    "Lærings- og mestringstjeneste": (
        "Lærings- og meistringsteneste",
        "Learning and mastery service",
    ),
    (
        "enten et senter, en avdeling eller en enhet i kommunen som har lærings- og "
        "mestringstilbud, eller en ansatt koordinator, leder eller kontaktperson som "
        "koordinerer tilbudene. Ett enkeltstående tilbud er ikke en tjeneste."
    ): (
        "anten eit senter, ei avdeling eller ei eining i kommunen som har lærings- og "
        "meistringstilbod, eller ein tilsett koordinator, leiar eller kontaktperson som "
        "koordinerer tilboda. Eitt enkeltståande tilbod er ikkje ei teneste.",
        "either a centre, a department or a unit in the municipality that has learning and "
        "mastery offers, or an employed coordinator, leader or contact person who coordinates "
        "the offers. A single offer on its own is not a service.",
    ),
    "Langvarige helseutfordringer": ("Langvarige helseutfordringar", "Long-term health challenges"),
    ("kronisk sykdom, vedvarende fysisk eller psykisk belastning, eller nedsatt funksjonsevne."): (
        "kronisk sjukdom, vedvarande fysisk eller psykisk belastning, eller nedsett funksjonsevne.",
        "chronic disease, lasting physical or mental strain, or reduced ability to function.",
    ),
    "Regnes ikke med alene": ("Blir ikkje rekna med åleine", "Does not count on its own"),
    (
        "livsstilskurs om kosthold eller røykeslutt som ikke er rettet mot personer med "
        "langvarige helseutfordringer, og KiD (kurs i depresjonsmestring) og KiB (kurs i "
        "mestring av belastninger) når de ikke følger arbeidsmåten over."
    ): (
        "livsstilskurs om kosthald eller røykeslutt som ikkje er retta mot personar med "
        "langvarige helseutfordringar, og KiD (kurs i depresjonsmeistring) og KiB (kurs i "
        "meistring av belastningar) når dei ikkje følgjer arbeidsmåten over.",
        "lifestyle courses on diet or smoking that are not aimed at people with long-term "
        "health challenges, and KiD (course in coping with depression) and KiB (course in "
        "coping with strain) when they do not follow the way of working above.",
    ),
    "Vil du utdype?": ("Vil du utdjupe?", "Would you like to say more?"),
    (
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for læring "
        "og mestring innen helse. Vi ringer alle kommuner og bydeler for å få oversikt over "
        "lærings- og mestringstjenester. Samtalen tar omtrent et kvarter, og kortere hvis "
        "dere ikke har en slik tjeneste. Svarene om tjenesten brukes i en nasjonal oversikt "
        "og i statistikk. Det er frivillig å delta, og du kan trekke deg underveis."
    ): (
        "God dag, eg heiter {intervjuer} og ringjer frå Nasjonal kompetanseteneste for læring "
        "og meistring innan helse. Vi ringjer alle kommunar og bydelar for å få oversikt over "
        "lærings- og meistringstenester. Samtalen tek omtrent eit kvarter, og kortare om de "
        "ikkje har ei slik teneste. Svara om tenesta blir brukte i ei nasjonal oversikt og i "
        "statistikk. Det er frivillig å delta, og du kan trekkje deg undervegs.",
        "Good day, my name is {intervjuer}, and I am calling from the Norwegian National "
        "Advisory Unit on Learning and Mastery in Health. We are calling every municipality "
        "and city district to get an overview of learning and mastery services. It takes "
        "about a quarter of an hour, and less if you have no such service. The answers about "
        "the service are used in a national overview and in statistics. Taking part is "
        "voluntary, and you may withdraw along the way.",
    ),
    (
        "Er du den som har ansvar for, eller kjenner best til, lærings- og mestringsarbeidet "
        "i {kommune}?"
    ): (
        "Er du den som har ansvar for, eller kjenner best til, lærings- og meistringsarbeidet "
        "i {kommune}?",
        "Are you the one who is responsible for, or knows most about, the work with learning "
        "and mastery in {kommune}?",
    ),
    "Hvilken del av kommunen arbeider du i?": (
        "Kva del av kommunen arbeider du i?",
        "Which part of the municipality do you work in?",
    ),
    "Avklaring": ("Avklaring", "Screening"),
    "Er det greit for deg at vi bruker denne forståelsen i resten av samtalen?": (
        "Er det greitt for deg at vi bruker denne forståinga i resten av samtalen?",
        "Is it all right with you that we use this understanding in the rest of the call?",
    ),
    (
        "Les definisjonen «Lærings- og mestringstilbud». Ved usikker: Les også «Regnes ikke "
        "med alene»."
    ): (
        "Les definisjonen «Lærings- og meistringstilbod». Ved usikker: Les òg «Blir ikkje "
        "rekna med åleine».",
        "Read the definition “Learning and mastery offer”. If unsure, read “Does not count on "
        "its own” as well.",
    ),
    (
        "Har {kommune} i dag lærings- og mestringstilbud slik jeg beskrev dem, alene eller "
        "sammen med andre kommuner?"
    ): (
        "Har {kommune} i dag lærings- og meistringstilbod slik eg skildra dei, åleine eller "
        "saman med andre kommunar?",
        "Does {kommune} today have learning and mastery offers as I described them, alone or "
        "together with other municipalities?",
    ),
    "Er tilbudene gruppebaserte?": ("Er tilboda gruppebaserte?", "Are the offers in groups?"),
    "Er de for personer med langvarige helseutfordringer, eller deres pårørende?": (
        "Er dei for personar med langvarige helseutfordringar, eller dei pårørande deira?",
        "Are they for people with long-term health challenges, or their relatives?",
    ),
    "Planlegges de sammen med erfarne brukere?": (
        "Blir dei planlagde saman med erfarne brukarar?",
        "Are they planned together with experienced users?",
    ),
    "Gjennomføres de sammen med erfarne brukere?": (
        "Blir dei gjennomførte saman med erfarne brukarar?",
        "Are they delivered together with experienced users?",
    ),
    "Evalueres de sammen med erfarne brukere?": (
        "Blir dei evaluerte saman med erfarne brukarar?",
        "Are they evaluated together with experienced users?",
    ),
    "Omtrent hvilket år startet de første av disse tilbudene?": (
        "Omtrent kva år starta dei første av desse tilboda?",
        "In about which year did the first of these offers start?",
    ),
    "Hvordan er tilbudene samlet i kommunen?": (
        "Korleis er tilboda samla i kommunen?",
        "How are the offers brought together in the municipality?",
    ),
    (
        "Svarene tyder på at tilbudet ikke fyller definisjonen. Les definisjonen «Lærings- og "
        "mestringstilbud» på nytt og bekreft."
    ): (
        "Svara tyder på at tilbodet ikkje fyller definisjonen. Les definisjonen «Lærings- og "
        "meistringstilbod» på nytt og stadfest.",
        "The answers suggest that the offer does not meet the definition. Read the definition "
        "“Learning and mastery offer” again and confirm.",
    ),
    "Rådmannen oppga i 2014 at kommunen har en tjeneste. Bekreft svaret.": (
        "Rådmannen opplyste i 2014 at kommunen har ei teneste. Stadfest svaret.",
        "In 2014 the chief executive said that the municipality has a service. Confirm.",
    ),
    (
        "Rådmannen oppga i 2014 at kommunen ikke har tilbud, men tilbudene startet før 2014. "
        "Bekreft svaret."
    ): (
        "Rådmannen opplyste i 2014 at kommunen ikkje har tilbod, men tilboda starta før 2014. "
        "Stadfest svaret.",
        "In 2014 the chief executive said that there are no offers, but the offers started "
        "before 2014. Confirm.",
    ),
    "Organisering": ("Organisering", "Organisation"),
    "Hva heter tjenesten?": ("Kva heiter tenesta?", "What is the service called?"),
    "Hva er tjenesten en del av, eller knyttet til?": (
        "Kva er tenesta ein del av, eller knytt til?",
        "What is the service part of, or connected to?",
    ),
    "Er tjenesten kommunal eller interkommunal?": (
        "Er tenesta kommunal eller interkommunal?",
        "Is the service municipal or inter-municipal?",
    ),
    "Hvilke kommuner samarbeider?": (
        "Kva kommunar samarbeider?",
        "Which municipalities cooperate?",
    ),
    "Hvilken kommune er vertskommune?": (
        "Kva kommune er vertskommune?",
        "Which municipality is the host?",
    ),
    "Når ble tjenesten etablert?": (
        "Når vart tenesta etablert?",
        "When was the service established?",
    ),
    "I hvilken måned ble tjenesten etablert?": (
        "I kva månad vart tenesta etablert?",
        "In which month was the service established?",
    ),
    "Hvor langt er dere kommet?": ("Kor langt er de komne?", "How far have you come?"),
    "Hvor mange ansatte har oppgaver i tjenesten?": (
        "Kor mange tilsette har oppgåver i tenesta?",
        "How many employees have tasks in the service?",
    ),
    "Hvor mange årsverk utgjør det til sammen?": (
        "Kor mange årsverk utgjer det til saman?",
        "How many full-time equivalents is that altogether?",
    ),
    "Hvordan er tjenesten finansiert?": (
        "Korleis er tenesta finansiert?",
        "How is the service funded?",
    ),
    "Er videreføringen sikret?": ("Er vidareføringa sikra?", "Is its future secured?"),
    "Til hvilket år?": ("Til kva år?", "Until which year?"),
    "Er tjenesten forankret i en plan?": (
        "Er tenesta forankra i ein plan?",
        "Is the service part of a plan?",
    ),
    "Hvordan kommer deltakerne til tjenesten?": (
        "Korleis kjem deltakarane til tenesta?",
        "How do participants come to the service?",
    ),
    "En interkommunal tjeneste må ha minst én annen kommune enn den intervjuede.": (
        "Ei interkommunal teneste må ha minst éin annan kommune enn den intervjua.",
        "An inter-municipal service needs at least one municipality besides this one.",
    ),
    "Vertskommunen må være den intervjuede eller en av dem som samarbeider.": (
        "Vertskommunen må vere den intervjua eller ein av dei som samarbeider.",
        "The host must be the municipality interviewed or one of those it works with.",
    ),
    "Tjenesten ble etablert før de første tilbudene startet. Bekreft årstallet.": (
        "Tenesta vart etablert før dei første tilboda starta. Stadfest årstalet.",
        "The service was established before the first offers started. Confirm the year.",
    ),
    "Det er ansatte i tjenesten, men ingen årsverk. Bekreft svaret.": (
        "Det er tilsette i tenesta, men ingen årsverk. Stadfest svaret.",
        "There are employees, but no full-time equivalents. Confirm.",
    ),
    "Over 10 årsverk er uvanlig mange. Bekreft svaret.": (
        "Over 10 årsverk er uvanleg mange. Stadfest svaret.",
        "More than 10 full-time equivalents is unusual. Confirm.",
    ),
    "Har dere flere?": ("Har de fleire?", "Do you have more?"),
    "Hva heter tilbudet?": ("Kva heiter tilbodet?", "What is the offer called?"),
    "Spør: «Har dere flere?» til respondenten sier nei.": (
        "Spør: «Har de fleire?» til respondenten seier nei.",
        "Ask: “Do you have more?” until the respondent says no.",
    ),
    "Er det for én diagnose, en gruppe diagnoser, eller på tvers?": (
        "Er det for éin diagnose, ei gruppe diagnosar, eller på tvers?",
        "Is it for one diagnosis, a group of diagnoses, or across them?",
    ),
    "Hvem er det for?": ("Kven er det for?", "Whom is it for?"),
    "Er pårørende med?": ("Er pårørande med?", "Do relatives take part?"),
    "Hva slags opplegg er det?": ("Kva slags opplegg er det?", "What sort of offer is it?"),
    "Spør ved behov.": ("Spør ved behov.", "Ask if needed."),
    "Hvor er erfarne brukere med?": (
        "Kvar er erfarne brukarar med?",
        "Where do experienced users take part?",
    ),
    "Hvor mange ganger ble det holdt siste kalenderår?": (
        "Kor mange gonger vart det halde siste kalenderår?",
        "How many times was it held in the last calendar year?",
    ),
    "To tilbud kan ikke ha samme navn.": (
        "To tilbod kan ikkje ha same namn.",
        "Two offers cannot have the same name.",
    ),
    "Det er flere enn 40 deltakere per gang. Bekreft svaret.": (
        "Det er fleire enn 40 deltakarar per gong. Stadfest svaret.",
        "That is more than 40 participants each time. Confirm.",
    ),
    "Tilbudet ble ikke holdt siste kalenderår, og kan ikke ha hatt deltakere.": (
        "Tilbodet vart ikkje halde siste kalenderår, og kan ikkje ha hatt deltakarar.",
        "The offer was not held last calendar year, and cannot have had participants.",
    ),
    "Brukermedvirkning og kompetanse": (
        "Brukarmedverknad og kompetanse",
        "User involvement and competence",
    ),
    "Hvor kommer de erfarne brukerne fra?": (
        "Kvar kjem dei erfarne brukarane frå?",
        "Where do the experienced users come from?",
    ),
    "Får de erfarne brukerne honorar?": (
        "Får dei erfarne brukarane honorar?",
        "Are the experienced users paid a fee?",
    ),
    "Har ansatte fått opplæring i helsepedagogikk?": (
        "Har tilsette fått opplæring i helsepedagogikk?",
        "Have employees been trained in health pedagogy?",
    ),
    "Hvem holdt opplæringen?": ("Kven heldt opplæringa?", "Who gave the training?"),
    "Ingen av tilbudene regnes som lærings- og mestringstilbud.": (
        "Ingen av tilboda blir rekna som lærings- og meistringstilbod.",
        "None of the offers counts as a learning and mastery offer.",
    ),
    "Samarbeider dere med et lærings- og mestringssenter i helseforetaket?": (
        "Samarbeider de med eit lærings- og meistringssenter i helseføretaket?",
        "Do you cooperate with a learning and mastery centre in the health trust?",
    ),
    "Hvilket?": ("Kva for eit?", "Which one?"),
    "Om hva?": ("Om kva?", "On what?"),
    "Er samarbeidet avtalefestet?": (
        "Er samarbeidet avtalefesta?",
        "Is the cooperation set down in an agreement?",
    ),
    "Er det klart hvem som har ansvar for hvilke tilbud, dere eller helseforetaket?": (
        "Er det klart kven som har ansvar for kva tilbod, de eller helseføretaket?",
        "Is it clear who is responsible for which offers, you or the health trust?",
    ),
    "Hvem andre samarbeider dere med?": (
        "Kven andre samarbeider de med?",
        "Whom else do you cooperate with?",
    ),
    "Planer": ("Planar", "Plans"),
    "Har kommunen planer om å etablere en lærings- og mestringstjeneste?": (
        "Har kommunen planar om å etablere ei lærings- og meistringsteneste?",
        "Does the municipality plan to establish a learning and mastery service?",
    ),
    "Hvilket år skal tjenesten etter planen etableres?": (
        "Kva år skal tenesta etter planen bli etablert?",
        "In which year is the service planned to be established?",
    ),
    "Hvordan skal tjenesten organiseres?": (
        "Korleis skal tenesta organiserast?",
        "How is the service to be organised?",
    ),
    "Skal tjenesten være kommunal eller interkommunal?": (
        "Skal tenesta vere kommunal eller interkommunal?",
        "Is the service to be municipal or inter-municipal?",
    ),
    "Hvilke kommuner skal samarbeide?": (
        "Kva kommunar skal samarbeide?",
        "Which municipalities are to cooperate?",
    ),
    "Hva er grunnen?": ("Kva er grunnen?", "What is the reason?"),
    (
        "Kan det finnes slike tilbud i en annen avdeling eller i en nabokommune som dere "
        "samarbeider med?"
    ): (
        "Kan det finnast slike tilbod i ei anna avdeling eller i ein nabokommune som de "
        "samarbeider med?",
        "Could there be such offers in another department, or in a neighbouring municipality "
        "that you cooperate with?",
    ),
    "Hvilken kommune?": ("Kva kommune?", "Which municipality?"),
    "Gevinster og utfordringer": ("Gevinstar og utfordringar", "Benefits and challenges"),
    "Hvilke gevinster ser dere?": ("Kva gevinstar ser de?", "What benefits do you see?"),
    "Kan vi føre opp tjenesten i den nasjonale oversikten på nett?": (
        "Kan vi føre opp tenesta i den nasjonale oversikta på nett?",
        "May we list the service in the national overview on the web?",
    ),
    "Passer svarene med definisjonen?": (
        "Passar svara med definisjonen?",
        "Do the answers fit the definition?",
    ),
    "Hvorfor er det i grenseland?": ("Kvifor er det i grenseland?", "Why is it in the borderland?"),
    "Telefonintervju om kommunale lærings- og mestringstjenester": (
        "Telefonintervju om kommunale lærings- og meistringstenester",
        "Telephone interview about municipal learning and mastery services",
    ),
}


def text(words: str) -> Text:
    """A sentence of this survey in all its languages."""
    return translated(Text(words), TRANSLATIONS)
