"""The sentences that several surveys share, in nynorsk and English, under their bokmål."""

from typing import Final

from schemas.language.text import Text, Translations, translated

SHARED: Final[Translations] = {
    "Lærings- og mestringstilbud": ("Lærings- og meistringstilbod", "Learning and mastery offer"),
    (
        "gruppebaserte tilbud til personer som har langvarige helseutfordringer, og til deres "
        "pårørende. Målet er økt mestring og bedre livskvalitet. Tilbudet er planlagt, "
        "gjennomført og evaluert i sidestilt samarbeid mellom fagpersoner og erfarne brukere."
    ): (
        "gruppebaserte tilbod til personar som har langvarige helseutfordringar, og til dei "
        "pårørande deira. Målet er auka meistring og betre livskvalitet. Tilbodet er "
        "planlagt, gjennomført og evaluert i sidestilt samarbeid mellom fagpersonar og "
        "erfarne brukarar.",
        "offers in groups to people who have long-term health challenges, and to their "
        "relatives. The aim is better mastery and a better quality of life. The offer is "
        "planned, delivered and evaluated by professionals and experienced users working "
        "together as equals.",
    ),
    "Sidestilt samarbeid": ("Sidestilt samarbeid", "Working together as equals"),
    (
        "brukererfaring og fagkunnskap teller likt, både når tilbudet planlegges, når det "
        "gjennomføres og når det evalueres."
    ): (
        "brukarerfaring og fagkunnskap tel likt, både når tilbodet blir planlagt, når det "
        "blir gjennomført og når det blir evaluert.",
        "the experience of users and the knowledge of professionals count the same, when the "
        "offer is planned, when it is delivered and when it is evaluated.",
    ),
    "Hva?": ("Kva?", "What?"),
    "Forhåndsutfylt når den er kjent. Les opp og bekreft.": (
        "Ferdig utfylt når han er kjend. Les opp og stadfest.",
        "Filled in already where it is known. Read out and confirm.",
    ),
    "Innledning": ("Innleiing", "Introduction"),
    "Passer det at jeg stiller deg noen spørsmål nå?": (
        "Passar det at eg stiller deg nokre spørsmål no?",
        "Is it convenient if I ask you some questions now?",
    ),
    "Hva er navnet ditt?": ("Kva er namnet ditt?", "What is your name?"),
    "Hvilken stilling har du?": ("Kva stilling har du?", "What is your position?"),
    "Hvilket direkte telefonnummer har du?": (
        "Kva direkte telefonnummer har du?",
        "What is your direct telephone number?",
    ),
    "Hvilken e-postadresse har du?": ("Kva e-postadresse har du?", "What is your e-mail?"),
    "Årsverkene kan ikke være flere enn de ansatte.": (
        "Årsverka kan ikkje vere fleire enn dei tilsette.",
        "There cannot be more full-time equivalents than employees.",
    ),
    "Tilbudene": ("Tilboda", "The offers"),
    "Hvor mange deltok til sammen?": (
        "Kor mange deltok til saman?",
        "How many took part altogether?",
    ),
    "Samhandling": ("Samhandling", "Collaboration"),
    "Hva er de største utfordringene?": (
        "Kva er dei største utfordringane?",
        "What are the greatest challenges?",
    ),
    "Skriv sitatet så ordrett som mulig.": (
        "Skriv sitatet så ordrett som mogleg.",
        "Write down what is said as literally as possible.",
    ),
    "Avslutning": ("Avslutning", "Closing"),
    "Hvilke kontaktopplysninger kan stå der? Først: Hvilken kontaktperson?": (
        "Kva kontaktopplysningar kan stå der? Først: Kva kontaktperson?",
        "Which contact details may stand there? First: which contact person?",
    ),
    "Hvilket telefonnummer kan stå der?": (
        "Kva telefonnummer kan stå der?",
        "Which telephone number may stand there?",
    ),
    "Hvilken e-postadresse kan stå der?": (
        "Kva e-postadresse kan stå der?",
        "Which e-mail address may stand there?",
    ),
    "Hvilken nettadresse kan stå der?": (
        "Kva nettadresse kan stå der?",
        "Which web address may stand there?",
    ),
    "Ønsker dere noe fra oss?": ("Ønskjer de noko frå oss?", "Would you like anything from us?"),
    "Er det noe du vil legge til?": (
        "Er det noko du vil leggje til?",
        "Is there anything you would like to add?",
    ),
    "Tusen takk for hjelpen!": ("Tusen takk for hjelpa!", "Thank you very much for your help!"),
    "Oversikten trenger minst én av telefon, e-post og nettadresse.": (
        "Oversikta treng minst éin av telefon, e-post og nettadresse.",
        "The overview needs at least one of telephone, e-mail and web address.",
    ),
    "Etter samtalen": ("Etter samtalen", "After the call"),
    "Hvor sikker virket respondenten?": (
        "Kor sikker verka respondenten?",
        "How sure did the respondent seem?",
    ),
    "Notat til koordinator (eksporteres aldri sammen med svarene).": (
        "Notat til koordinator (blir aldri eksportert saman med svara).",
        "Note to the coordinator (never exported with the answers).",
    ),
}


def text(words: str) -> Text:
    """A sentence that several surveys share, in all its languages."""
    return translated(Text(words), SHARED)
