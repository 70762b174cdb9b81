"""What is said of a telephone number that cannot be taken."""

from typing import Final

from schemas.language.messages import Message

NO_PHONE: Final = Message(
    "A-PHONE",
    "Skriv et telefonnummer, for eksempel 22 33 44 55.",
    "Skriv eit telefonnummer, til dømes 22 33 44 55.",
    "Write a telephone number, for example 22 33 44 55.",
)
PHONE_LENGTH: Final = Message(
    "A-PHONE-LENGTH",
    "{count} sifre. Norske numre har 8 (korte 5 eller 6); skriv + før utenlandske.",
    "{count} siffer. Norske nummer har 8 (korte 5 eller 6); skriv + før utanlandske.",
    "{count} digits. Norwegian numbers have 8 (short: 5 or 6); begin others with +.",
)
PHONE_START: Final = Message(
    "A-PHONE-START",
    "Norske numre med 8 sifre begynner med 2–9. Se på det første sifferet.",
    "Norske nummer med 8 siffer byrjar med 2–9. Sjå på det første sifferet.",
    "Norwegian 8-digit numbers begin with 2–9. Look at the first digit.",
)
PHONE_SIGN: Final = Message(
    "A-PHONE-SIGN",
    "Skriv bare sifre; «{sign}» kan ikke slås. Internnummer hører til i merknaden.",
    "Skriv berre siffer; «{sign}» kan ikkje slåast. Internnummer skriv du i merknaden.",
    "Write digits only; “{sign}” cannot be dialled. Extensions go in the remark.",
)
PHONE_ONLY: Final = Message(
    "A-PHONE-ONLY",
    "Skriv bare nummeret: {guess}",
    "Skriv berre nummeret: {guess}",
    "Write the number alone: {guess}",
)
PHONE_TWO: Final = Message(
    "A-PHONE-TWO",
    "Her står det to numre. Skriv ett, og det andre i merknaden (F4).",
    "Her står det to nummer. Skriv eitt, og det andre i merknaden (F4).",
    "There are two numbers. Write one, and the other in the remark (F4).",
)
PHONE_COUNTRY: Final = Message(
    "A-PHONE-COUNTRY",
    "Landkoden finnes ikke. Kontroller sifrene etter +.",
    "Landkoden finst ikkje. Kontroller siffera etter +.",
    "There is no such country code. Check the digits after +.",
)
PHONE_FOREIGN: Final = Message(
    "A-PHONE-FOREIGN",
    "Nummeret er for kort eller for langt for landet. Les det opp og tell sifrene.",
    "Nummeret er for kort eller for langt for landet. Les det opp og tel siffera.",
    "The number is too short or too long for its country. Read it back and count.",
)
PHONE_FAX: Final = Message(
    "A-PHONE-FAX",
    "Dette er et faksnummer. Skriv et nummer som noen svarer på.",
    "Dette er eit faksnummer. Skriv eit nummer som nokon svarar på.",
    "This is a fax number. Write one that somebody answers.",
)
