"""The definitions that the interviewer can open on a question and read aloud."""

from schemas.questionnaire import Definition
from schemas.text import Text

OFFER = Definition(
    "tilbud",
    Text(
        "Lærings- og mestringstilbud",
        "Lærings- og meistringstilbod",
        "Learning and mastery offer",
    ),
    Text(
        "gruppebaserte tilbud til personer som har langvarige helseutfordringer, og til deres "
        "pårørende. Målet er økt mestring og bedre livskvalitet. Tilbudet er planlagt, "
        "gjennomført og evaluert i sidestilt samarbeid mellom fagpersoner og erfarne brukere.",
        "gruppebaserte tilbod til personar som har langvarige helseutfordringar, og til dei "
        "pårørande deira. Målet er auka meistring og betre livskvalitet. Tilbodet er planlagt, "
        "gjennomført og evaluert i sidestilt samarbeid mellom fagpersonar og erfarne brukarar.",
        "offers in groups to people who have long-term health challenges, and to their relatives. "
        "The aim is better mastery and a better quality of life. The offer is planned, delivered "
        "and evaluated by professionals and experienced users working together as equals.",
    ),
)

SERVICE = Definition(
    "tjeneste",
    Text(
        "Lærings- og mestringstjeneste",
        "Lærings- og meistringsteneste",
        "Learning and mastery service",
    ),
    Text(
        "enten et senter, en avdeling eller en enhet i kommunen som har lærings- og "
        "mestringstilbud, eller en ansatt koordinator, leder eller kontaktperson som koordinerer "
        "tilbudene. Ett enkeltstående tilbud er ikke en tjeneste.",
        "anten eit senter, ei avdeling eller ei eining i kommunen som har lærings- og "
        "meistringstilbod, eller ein tilsett koordinator, leiar eller kontaktperson som "
        "koordinerer tilboda. Eitt enkeltståande tilbod er ikkje ei teneste.",
        "either a centre, a department or a unit in the municipality that has learning and "
        "mastery offers, or an employed coordinator, leader or contact person who coordinates "
        "the offers. A single offer on its own is not a service.",
    ),
)

LONG_TERM = Definition(
    "langvarig",
    Text(
        "Langvarige helseutfordringer",
        "Langvarige helseutfordringar",
        "Long-term health challenges",
    ),
    Text(
        "kronisk sykdom, vedvarende fysisk eller psykisk belastning, eller nedsatt funksjonsevne.",
        "kronisk sjukdom, vedvarande fysisk eller psykisk belastning, eller nedsett funksjonsevne.",
        "chronic disease, lasting physical or mental strain, or reduced ability to function.",
    ),
)

EQUALS = Definition(
    "sidestilt",
    Text("Sidestilt samarbeid", "Sidestilt samarbeid", "Working together as equals"),
    Text(
        "brukererfaring og fagkunnskap teller likt, både når tilbudet planlegges, når det "
        "gjennomføres og når det evalueres.",
        "brukarerfaring og fagkunnskap tel likt, både når tilbodet blir planlagt, når det blir "
        "gjennomført og når det blir evaluert.",
        "the experience of users and the knowledge of professionals count the same, when the "
        "offer is planned, when it is delivered and when it is evaluated.",
    ),
)

NOT_ALONE = Definition(
    "ikke",
    Text("Regnes ikke med alene", "Blir ikkje rekna med åleine", "Does not count on its own"),
    Text(
        "livsstilskurs om kosthold eller røykeslutt som ikke er rettet mot personer med "
        "langvarige helseutfordringer, og KiD (kurs i depresjonsmestring) og KiB (kurs i mestring "
        "av belastninger) når de ikke følger arbeidsmåten over.",
        "livsstilskurs om kosthald eller røykeslutt som ikkje er retta mot personar med "
        "langvarige helseutfordringar, og KiD (kurs i depresjonsmeistring) og KiB (kurs i "
        "meistring av belastningar) når dei ikkje følgjer arbeidsmåten over.",
        "lifestyle courses on diet or smoking that are not aimed at people with long-term health "
        "challenges, and KiD (course in coping with depression) and KiB (course in coping with "
        "strain) when they do not follow the way of working above.",
    ),
)

DEFINITIONS = (OFFER, SERVICE, LONG_TERM, EQUALS, NOT_ALONE)
