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
        "En lærings- og mestringstjeneste er enten et senter, en avdeling eller en enhet i "
        "kommunen som har lærings- og mestringstilbud, eller en ansatt koordinator, leder eller "
        "kontaktperson som koordinerer tilbudene. Et enkeltstående tilbud er ikke en tjeneste."
    ): (
        "Ei lærings- og meistringsteneste er anten eit senter, ei avdeling eller ei eining i "
        "kommunen som har lærings- og meistringstilbod, eller ein tilsett koordinator, leiar "
        "eller kontaktperson som koordinerer tilboda. Eit enkeltståande tilbod er ikkje ei "
        "teneste.",
        "A learning and mastery service is either a centre, department or unit in the "
        "municipality that runs learning and mastery programmes, or an employed coordinator, "
        "leader or contact person who coordinates them. A single programme is not a service.",
    ),
    "Langvarige helseutfordringer": ("Langvarige helseutfordringar", "Long-term health challenges"),
    (
        "Med langvarige helseutfordringer mener vi kronisk sykdom, vedvarende fysisk eller "
        "psykisk belastning, eller nedsatt funksjonsevne."
    ): (
        "Med langvarige helseutfordringar meiner vi kronisk sjukdom, vedvarande fysisk eller "
        "psykisk belastning, eller nedsett funksjonsevne.",
        "By long-term health challenges we mean chronic illness, lasting physical or mental "
        "strain, or reduced functioning.",
    ),
    "Livsstilskurs, KiD og KiB": ("Livsstilskurs, KiD og KiB", "Lifestyle courses, KiD and KiB"),
    (
        "Noen tilbud regnes ikke som lærings- og mestringstilbud: livsstilskurs om kosthold "
        "eller røykeslutt som ikke er rettet mot personer med langvarige helseutfordringer, og "
        "KiD (kurs i depresjonsmestring) og KiB (kurs i mestring av belastninger) når de ikke "
        "følger arbeidsmåten for lærings- og mestringstilbud."
    ): (
        "Nokre tilbod blir ikkje rekna som lærings- og meistringstilbod: livsstilskurs om "
        "kosthald eller røykeslutt som ikkje er retta mot personar med langvarige "
        "helseutfordringar, og KiD (kurs i depresjonsmeistring) og KiB (kurs i meistring av "
        "belastningar) når dei ikkje følgjer arbeidsmåten for lærings- og meistringstilbod.",
        "Some courses do not count as learning and mastery programmes: lifestyle courses on "
        "diet or quitting smoking that are not aimed at people with long-term health "
        "challenges, and KiD (course in coping with depression) and KiB (course in coping with "
        "strain) when they do not follow the learning and mastery way of working.",
    ),
    (
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for læring "
        "og mestring innen helse. Vi ringer alle kommuner og bydeler for å få oversikt over "
        "lærings- og mestringstjenester. Samtalen tar omtrent et kvarter, mindre hvis dere ikke "
        "har en slik tjeneste. Svarene om tjenesten brukes i en nasjonal oversikt og i "
        "statistikk. Det er frivillig å delta, og du kan når som helst trekke deg."
    ): (
        "God dag, eg heiter {intervjuer} og ringjer frå Nasjonal kompetanseteneste for læring "
        "og meistring innan helse. Vi ringjer alle kommunar og bydelar for å få oversikt over "
        "lærings- og meistringstenester. Samtalen tek omtrent eit kvarter, mindre om de ikkje "
        "har ei slik teneste. Svara om tenesta blir brukte i ei nasjonal oversikt og i "
        "statistikk. Det er frivillig å delta, og du kan når som helst trekkje deg.",
        "Hello, my name is {intervjuer}, and I am calling from the Norwegian National Advisory "
        "Unit on Learning and Mastery in Health. We are calling every municipality and city "
        "district to get an overview of learning and mastery services. The call takes about "
        "fifteen minutes, less if you have no such service. The answers about the service are "
        "used in a national overview and in statistics. Taking part is voluntary, and you may "
        "withdraw at any time.",
    ),
    (
        "Er du den som har ansvar for, eller kjenner best til, lærings- og mestringsarbeidet i "
        "{kommune}?"
    ): (
        "Er du den som har ansvar for, eller kjenner best til, lærings- og meistringsarbeidet i "
        "{kommune}?",
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
        "Are you happy for us to use this definition in the rest of the call?",
    ),
    (
        "Les definisjonen «Lærings- og mestringstilbud». Er respondenten usikker, les også "
        "«Livsstilskurs, KiD og KiB»."
    ): (
        "Les definisjonen «Lærings- og meistringstilbod». Er respondenten usikker, les òg "
        "«Livsstilskurs, KiD og KiB».",
        "Read the definition “Learning and mastery programme”. If the respondent is unsure, "
        "read “Lifestyle courses, KiD and KiB” as well.",
    ),
    (
        "Har {kommune} i dag lærings- og mestringstilbud slik jeg beskrev dem, alene eller "
        "sammen med andre kommuner?"
    ): (
        "Har {kommune} i dag lærings- og meistringstilbod slik eg skildra dei, åleine eller "
        "saman med andre kommunar?",
        "Does {kommune} today run learning and mastery programmes as I described them, alone or "
        "with other municipalities?",
    ),
    "Er tilbudene gruppebaserte?": ("Er tilboda gruppebaserte?", "Are the programmes group-based?"),
    "Er de for personer med langvarige helseutfordringer, eller for pårørende til dem?": (
        "Er dei for personar med langvarige helseutfordringar, eller for pårørande til dei?",
        "Are they for people with long-term health challenges, or for their relatives?",
    ),
    "Planlegges de sammen med erfarne brukere?": (
        "Blir dei planlagde saman med erfarne brukarar?",
        "Are they planned together with experienced service users?",
    ),
    "Gjennomføres de sammen med erfarne brukere?": (
        "Blir dei gjennomførte saman med erfarne brukarar?",
        "Are they delivered together with experienced service users?",
    ),
    "Evalueres de sammen med erfarne brukere?": (
        "Blir dei evaluerte saman med erfarne brukarar?",
        "Are they evaluated together with experienced service users?",
    ),
    "Omtrent hvilket år startet de første av disse tilbudene?": (
        "Omtrent kva år starta dei første av desse tilboda?",
        "In about which year did the first of these programmes start?",
    ),
    "Hvordan er tilbudene organisert i kommunen?": (
        "Korleis er tilboda organiserte i kommunen?",
        "How are the programmes organised in the municipality?",
    ),
    (
        "Svarene tyder på at tilbudene ikke kommer inn under definisjonen. Les «Lærings- og "
        "mestringstilbud» på nytt. Stemmer svarene?"
    ): (
        "Svara tyder på at tilboda ikkje kjem inn under definisjonen. Les «Lærings- og "
        "meistringstilbod» på nytt. Stemmer svara?",
        "The answers suggest that the programmes do not meet the definition. Read “Learning and "
        "mastery programme” again. Are the answers right?",
    ),
    "Rådmannen oppga i 2014 at kommunen hadde en tjeneste. Stemmer svaret?": (
        "Rådmannen opplyste i 2014 at kommunen hadde ei teneste. Stemmer svaret?",
        "In 2014 the chief executive reported a service. Is the answer right?",
    ),
    (
        "Rådmannen oppga i 2014 at kommunen ikke hadde tilbud, men tilbudene startet før 2014. "
        "Stemmer svaret?"
    ): (
        "Rådmannen opplyste i 2014 at kommunen ikkje hadde tilbod, men tilboda starta før 2014. "
        "Stemmer svaret?",
        "In 2014 the chief executive reported no programmes, but they started before 2014. Is "
        "the answer right?",
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
    "Hvilke kommuner samarbeider om tjenesten?": (
        "Kva kommunar samarbeider om tenesta?",
        "Which municipalities run the service together?",
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
    "Hvor langt er dere kommet?": ("Kor langt er de komne?", "How far along are you?"),
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
    "Er videreføringen sikret?": ("Er vidareføringa sikra?", "Is its continuation secured?"),
    "Til hvilket år er videreføringen sikret?": (
        "Til kva år er vidareføringa sikra?",
        "Until which year is its continuation secured?",
    ),
    "Er tjenesten forankret i en plan?": (
        "Er tenesta forankra i ein plan?",
        "Is the service written into a plan?",
    ),
    "Hvordan kommer deltakerne i kontakt med tjenesten?": (
        "Korleis kjem deltakarane i kontakt med tenesta?",
        "How do participants get in contact with the service?",
    ),
    "En interkommunal tjeneste må ha minst én annen kommune enn den intervjuede.": (
        "Ei interkommunal teneste må ha minst éin annan kommune enn den intervjua.",
        "An inter-municipal service needs at least one municipality besides this one.",
    ),
    "Vertskommunen må være kommunen som er intervjuet, eller en av dem den samarbeider med.": (
        "Vertskommunen må vere kommunen som er intervjua, eller ein av dei han samarbeider med.",
        "The host must be the municipality interviewed or one of those it works with.",
    ),
    "Tjenesten ble etablert før de første tilbudene startet. Stemmer svaret?": (
        "Tenesta vart etablert før dei første tilboda starta. Stemmer svaret?",
        "The service was established before the first programmes started. Is the answer right?",
    ),
    "Det er ansatte i tjenesten, men ingen årsverk. Stemmer svaret?": (
        "Det er tilsette i tenesta, men ingen årsverk. Stemmer svaret?",
        "There are employees, but no full-time equivalents. Is the answer right?",
    ),
    "Over 10 årsverk er uvanlig mange. Stemmer svaret?": (
        "Over 10 årsverk er uvanleg mange. Stemmer svaret?",
        "More than 10 full-time equivalents is unusual. Is the answer right?",
    ),
    "Har dere flere tilbud?": ("Har de fleire tilbod?", "Do you have more programmes?"),
    "Hva heter tilbudet?": ("Kva heiter tilbodet?", "What is the programme called?"),
    "Spør: «Har dere flere tilbud?» til respondenten sier nei.": (
        "Spør: «Har de fleire tilbod?» til respondenten seier nei.",
        "Ask: “Do you have more programmes?” until the respondent says no.",
    ),
    "Er det for én diagnose, for en gruppe diagnoser eller på tvers av diagnoser?": (
        "Er det for éin diagnose, for ei gruppe diagnosar eller på tvers av diagnosar?",
        "Is it for one diagnosis, for a group of diagnoses or across diagnoses?",
    ),
    "Hvem er det for?": ("Kven er det for?", "Who is it for?"),
    "Er pårørende med?": ("Er pårørande med?", "Do relatives take part?"),
    "Hva slags opplegg er det?": ("Kva slags opplegg er det?", "What kind of programme is it?"),
    "Spør ved behov.": ("Spør ved behov.", "Ask if needed."),
    "Hvor mange slike kurs eller grupper ble gjennomført i fjor?": (
        "Kor mange slike kurs eller grupper vart gjennomførte i fjor?",
        "How many such courses or groups were run last year?",
    ),
    "To tilbud kan ikke ha samme navn.": (
        "To tilbod kan ikkje ha same namn.",
        "Two programmes cannot have the same name.",
    ),
    "Det er flere enn 40 deltakere per kurs eller gruppe. Stemmer svaret?": (
        "Det er fleire enn 40 deltakarar per kurs eller gruppe. Stemmer svaret?",
        "That is more than 40 participants per course or group. Is the answer right?",
    ),
    "Tilbudet ble ikke gjennomført i fjor, og kan ikke ha hatt deltakere.": (
        "Tilbodet vart ikkje gjennomført i fjor, og kan ikkje ha hatt deltakarar.",
        "The programme was not run last year, and cannot have had participants.",
    ),
    "Brukermedvirkning og kompetanse": (
        "Brukarmedverknad og kompetanse",
        "User involvement and training",
    ),
    "Hvor kommer de erfarne brukerne fra?": (
        "Kvar kjem dei erfarne brukarane frå?",
        "Where do the experienced service users come from?",
    ),
    "Får de erfarne brukerne honorar?": (
        "Får dei erfarne brukarane honorar?",
        "Are the experienced service users paid a fee?",
    ),
    "Har ansatte fått opplæring i helsepedagogikk?": (
        "Har tilsette fått opplæring i helsepedagogikk?",
        "Have the staff had training in patient education?",
    ),
    "Hvem holdt opplæringen?": ("Kven heldt opplæringa?", "Who gave the training?"),
    "Ingen av tilbudene regnes som lærings- og mestringstilbud. Stemmer svarene?": (
        "Ingen av tilboda blir rekna som lærings- og meistringstilbod. Stemmer svara?",
        "None of the programmes counts as a learning and mastery programme. Are the answers right?",
    ),
    "Samarbeider dere med et lærings- og mestringssenter i helseforetaket?": (
        "Samarbeider de med eit lærings- og meistringssenter i helseføretaket?",
        "Do you work with a learning and mastery centre in the health trust?",
    ),
    "Hvilket lærings- og mestringssenter?": (
        "Kva lærings- og meistringssenter?",
        "Which learning and mastery centre?",
    ),
    "Hva samarbeider dere om?": ("Kva samarbeider de om?", "What do you work together on?"),
    "Er samarbeidet avtalefestet?": (
        "Er samarbeidet avtalefesta?",
        "Is the collaboration set down in an agreement?",
    ),
    "Er det klart hvem som har ansvar for hvilke tilbud, dere eller helseforetaket?": (
        "Er det klart kven som har ansvar for kva tilbod, de eller helseføretaket?",
        "Is it clear who is responsible for which programmes, you or the health trust?",
    ),
    "Hvem andre samarbeider dere med?": (
        "Kven andre samarbeider de med?",
        "Who else do you work with?",
    ),
    "Planer": ("Planar", "Plans"),
    "Har kommunen planer om å etablere en lærings- og mestringstjeneste?": (
        "Har kommunen planar om å etablere ei lærings- og meistringsteneste?",
        "Does the municipality plan to establish a learning and mastery service?",
    ),
    "Hvilket år skal tjenesten etter planen etableres?": (
        "Kva år skal tenesta etter planen bli etablert?",
        "In which year do you plan to set up the service?",
    ),
    "Hvordan skal tjenesten organiseres?": (
        "Korleis skal tenesta organiserast?",
        "How will it be organised?",
    ),
    "Skal tjenesten være kommunal eller interkommunal?": (
        "Skal tenesta vere kommunal eller interkommunal?",
        "Will it be municipal or inter-municipal?",
    ),
    "Hvilke kommuner skal samarbeide?": (
        "Kva kommunar skal samarbeide?",
        "Which municipalities will run it together?",
    ),
    "Hva er grunnen til at det ikke er planer?": (
        "Kva er grunnen til at det ikkje er planar?",
        "Why are there no plans?",
    ),
    (
        "Kan det finnes slike tilbud i en annen avdeling eller i en nabokommune som dere "
        "samarbeider med?"
    ): (
        "Kan det finnast slike tilbod i ei anna avdeling eller i ein nabokommune som de "
        "samarbeider med?",
        "Could there be such programmes in another department, or in a neighbouring "
        "municipality that you work with?",
    ),
    "Hvilken kommune har slike tilbud?": (
        "Kva kommune har slike tilbod?",
        "Which municipality has such programmes?",
    ),
    "Gevinster og utfordringer": ("Gevinstar og utfordringar", "Benefits and challenges"),
    "Vil du utdype utfordringene?": (
        "Vil du utdjupe utfordringane?",
        "Would you like to say more about the challenges?",
    ),
    "Hvilke gevinster ser dere?": ("Kva gevinstar ser de?", "What benefits do you see?"),
    "Vil du utdype gevinstene?": (
        "Vil du utdjupe gevinstane?",
        "Would you like to say more about the benefits?",
    ),
    "Kan vi ringe igjen om et års tid for å holde oversikten oppdatert?": (
        "Kan vi ringje igjen om eit års tid for å halde oversikta oppdatert?",
        "May we call again in about a year to keep the overview up to date?",
    ),
    "Passer svarene med definisjonen?": (
        "Passar svara med definisjonen?",
        "Do the answers fit the definition?",
    ),
    "Hvorfor er det et grensetilfelle?": (
        "Kvifor er det eit grensetilfelle?",
        "Why is it a borderline case?",
    ),
    "Telefonintervju om kommunale lærings- og mestringstjenester": (
        "Telefonintervju om kommunale lærings- og meistringstenester",
        "Telephone interview about municipal learning and mastery services",
    ),
    "Kan vi føre dere opp i den nasjonale oversikten på nettet?": (
        "Kan vi føre dykk opp i den nasjonale oversikta på nettet?",
        "May we list you in the national overview on the web?",
    ),
}


def text(words: str) -> Text:
    """A sentence of this survey in all its languages."""
    return translated(Text(words), TRANSLATIONS)
