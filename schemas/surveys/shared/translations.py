"""The sentences that several surveys share, in nynorsk and English, under their bokmål."""

from typing import Final

from schemas.language.text import Text, Translations, translated

SHARED: Final[Translations] = {
    "Lærings- og mestringstilbud": (
        "Lærings- og meistringstilbod",
        "Learning and mastery programme",
    ),
    (
        "Lærings- og mestringstilbud er gruppebaserte tilbud til personer som har langvarige "
        "helseutfordringer, og til pårørende. Målet er økt mestring og bedre livskvalitet. "
        "Tilbudene blir planlagt, gjennomført og evaluert i sidestilt samarbeid mellom "
        "fagpersoner og erfarne brukere."
    ): (
        "Lærings- og meistringstilbod er gruppebaserte tilbod til personar som har langvarige "
        "helseutfordringar, og til pårørande. Målet er auka meistring og betre livskvalitet. "
        "Tilboda blir planlagde, gjennomførte og evaluerte i sidestilt samarbeid mellom "
        "fagpersonar og erfarne brukarar.",
        "Learning and mastery programmes are group-based programmes for people who have "
        "long-term health challenges, and for their relatives. The aim is better coping and "
        "quality of life. They are planned, delivered and evaluated by professionals and "
        "experienced service users working together as equals.",
    ),
    "Sidestilt samarbeid": ("Sidestilt samarbeid", "Working together as equals"),
    (
        "Sidestilt samarbeid betyr at brukererfaring og fagkunnskap teller like mye når "
        "tilbudet planlegges, når det gjennomføres og når det evalueres."
    ): (
        "Sidestilt samarbeid vil seie at brukarerfaring og fagkunnskap tel like mykje når "
        "tilbodet blir planlagt, gjennomført og evaluert.",
        "Working together as equals means that users' experience and professional knowledge "
        "carry equal weight when a programme is planned, delivered and evaluated.",
    ),
    "Hva?": ("Kva?", "What?"),
    "Forhåndsutfylt når det er kjent. Les opp og få det bekreftet.": (
        "Ferdig utfylt når det er kjent. Les opp og få det stadfesta.",
        "Filled in where known. Read it back and check it.",
    ),
    "Innledning": ("Innleiing", "Introduction"),
    "Passer det at jeg stiller deg noen spørsmål nå?": (
        "Passar det at eg stiller deg nokre spørsmål no?",
        "Is now a good time to ask you a few questions?",
    ),
    "Hva er navnet ditt?": ("Kva er namnet ditt?", "What is your name?"),
    "Hvilken stilling har du?": ("Kva stilling har du?", "What is your position?"),
    "Hvilket direkte telefonnummer har du?": (
        "Kva direkte telefonnummer har du?",
        "What is your direct telephone number?",
    ),
    "Hvilken e-postadresse har du?": ("Kva e-postadresse har du?", "What is your e-mail address?"),
    "Årsverkene kan ikke være flere enn de ansatte.": (
        "Årsverka kan ikkje vere fleire enn dei tilsette.",
        "There cannot be more full-time equivalents than employees.",
    ),
    "Tilbudene": ("Tilboda", "The programmes"),
    "Hvor mange deltok til sammen?": (
        "Kor mange deltok til saman?",
        "How many took part altogether?",
    ),
    "Hva er erfarne brukere med på?": (
        "Kva er erfarne brukarar med på?",
        "What are experienced service users involved in?",
    ),
    "Samhandling": ("Samhandling", "Collaboration"),
    "Hva er de største utfordringene?": (
        "Kva er dei største utfordringane?",
        "What are the greatest challenges?",
    ),
    "Skriv sitatet så ordrett som mulig.": (
        "Skriv sitatet så ordrett som mogleg.",
        "Write the quotation down as close to word for word as you can.",
    ),
    "Avslutning": ("Avslutning", "Closing"),
    "Hvem kan stå der som kontaktperson?": (
        "Kven kan stå der som kontaktperson?",
        "Who may we list as the contact person?",
    ),
    "Hvilket telefonnummer kan stå der?": (
        "Kva telefonnummer kan stå der?",
        "Which telephone number may we list?",
    ),
    "Hvilken e-postadresse kan stå der?": (
        "Kva e-postadresse kan stå der?",
        "Which e-mail address may we list?",
    ),
    "Hvilken nettadresse kan stå der?": (
        "Kva nettadresse kan stå der?",
        "Which web address may we list?",
    ),
    "Ønsker dere noe fra oss?": ("Ønskjer de noko frå oss?", "Would you like anything from us?"),
    "Er det noe du vil legge til?": (
        "Er det noko du vil leggje til?",
        "Is there anything you would like to add?",
    ),
    "Tusen takk for hjelpen!": ("Tusen takk for hjelpa!", "Thank you very much for your help!"),
    "Oppgi minst ett av disse: telefonnummer, e-postadresse eller nettadresse.": (
        "Oppgi minst eitt av desse: telefonnummer, e-postadresse eller nettadresse.",
        "Give at least one of these: telephone number, e-mail address or web address.",
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
