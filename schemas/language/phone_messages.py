"""What is said of a telephone number that cannot be taken."""

from typing import Final

from schemas.language.messages import Message

NO_PHONE: Final = Message("A-PHONE", "Skriv et telefonnummer, for eksempel 22 33 44 55.")
PHONE_LENGTH: Final = Message(
    "A-PHONE-LENGTH",
    "Antall sifre: {count}. Norske har 8, eller er som 02800. Skriv + før utenlandske.",
)
PHONE_START: Final = Message(
    "A-PHONE-START", "Norske numre med 8 sifre begynner med 2–9. Se på det første sifferet."
)
PHONE_SIGN: Final = Message(
    "A-PHONE-SIGN", "Skriv bare sifre. «{sign}» kan ikke slås. Internnummer hører til i merknaden."
)
PHONE_ONLY: Final = Message("A-PHONE-ONLY", "Skriv bare nummeret: {guess}")
PHONE_TWO: Final = Message(
    "A-PHONE-TWO", "Her står det to numre. Skriv ett, og det andre i merknaden (F4)."
)
PHONE_COUNTRY: Final = Message(
    "A-PHONE-COUNTRY", "Landkoden finnes ikke. Kontroller sifrene etter +."
)
PHONE_FOREIGN: Final = Message(
    "A-PHONE-FOREIGN",
    "Nummeret er for kort eller for langt for landet. Les det opp og tell sifrene.",
)
PHONE_FAX: Final = Message(
    "A-PHONE-FAX", "Dette er et faksnummer. Skriv et nummer som noen svarer på."
)
PHONE_DATE: Final = Message(
    "A-PHONE-DATE", "Dette er en dato, ikke et telefonnummer. Skriv nummeret."
)
