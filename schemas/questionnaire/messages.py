"""Every sentence that says why an answer cannot be taken, and what to write instead.

A code is stable: people look it up, help pages and tests refer to it.  The words may be polished.
Most sentences fit on one line of a small terminal, even with what was typed put in.
"""

from collections.abc import Mapping
from typing import Final

from schemas.language.option_keys import option_keys
from schemas.language.text import Language, Text
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Kind, Missing


class AnswerProblem(Exception):
    """An answer that cannot be taken: a stable `code` and a sentence in each language.

    `str()` is the code alone, because what people typed must not end up in logs.
    """

    def __init__(self, code: str, **context: object) -> None:
        super().__init__(code)
        self.code = code
        self.text = Text(*(_filled(MESSAGES[code], context, language) for language in _LANGUAGES))

    def sentence(self, language: Language = "nb") -> str:
        """What is wrong, and what to write instead."""
        return self.text.in_(language)


_LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")  # in the order of Text's fields


def _filled(message: Text, context: Mapping[str, object], language: Language) -> str:
    # Braces in what people typed are safe: only the message itself is read as a template.
    words = {name: _words(name, value, language) for name, value in context.items()}
    return message.in_(language).format(**words)


def _words(name: str, value: object, language: Language) -> str:
    words = value.in_(language) if isinstance(value, Text) else str(value)
    room = ROOM.get(name, 24)
    return words if len(words) <= room else words[: room - 1] + "…"


ROOM: Final[Mapping[str, int]] = {"guess": 56, "or_else": 56, "what": 56, "how": 56}
"""So much is put in: what was typed is only to be known again, but a guess is to be copied."""

WAYS_OUT: Final[Mapping[tuple[Missing, ...], Text]] = {
    (): Text(".", ".", "."),
    (DONT_KNOW,): Text(
        ", eller trykk F7 (vet ikke).",
        ", eller trykk F7 (veit ikkje).",
        ", or press F7 (don't know).",
    ),
    (DONT_KNOW, REFUSED): Text(
        ", eller trykk F7 (vet ikke) / F8 (vil ikke svare).",
        ", eller trykk F7 (veit ikkje) / F8 (vil ikkje svare).",
        ", or press F7 (don't know) / F8 (refused).",
    ),
}
"""How a required answer can be done without, by what the question allows."""

WANTED: Final[Mapping[Kind, Text]] = {
    Kind.integer: Text("et helt tall", "eit heilt tal", "a whole number"),
    Kind.decimal: Text("et tall", "eit tal", "a number"),
    Kind.year: Text("et årstall", "eit årstal", "a year"),
    Kind.month: Text("en måned", "ein månad", "a month"),
    Kind.text: Text("svaret med ord", "svaret med ord", "the answer in words"),
    Kind.longtext: Text("svaret med ord", "svaret med ord", "the answer in words"),
    Kind.phone: Text("et telefonnummer", "eit telefonnummer", "a telephone number"),
    Kind.email: Text("en e-postadresse", "ei e-postadresse", "an e-mail address"),
    Kind.url: Text("en nettadresse", "ei nettadresse", "a web address"),
}
"""What is to be written, by the type of question."""

WAYS: Final[Mapping[Kind, Text]] = {
    Kind.info: Text("Trykk Enter", "Trykk Enter", "Press Enter"),
    Kind.single: Text("Trykk {keys}", "Trykk {keys}", "Press {keys}"),
    Kind.multi: Text("Trykk {keys} og Enter", "Trykk {keys} og Enter", "Press {keys} and Enter"),
    Kind.units: Text("Skriv litt av navnet", "Skriv litt av namnet", "Type some of the name"),
    Kind.roster: Text("Trykk 1 eller 2", "Trykk 1 eller 2", "Press 1 or 2"),
}
"""How an answer is chosen, by the type of question."""


def ways(kind: Kind, count: int) -> Text:
    """How one of `count` options is chosen."""
    words = WAYS[kind]
    return Text(*(words.in_(one).format(keys=option_keys(count)) for one in _LANGUAGES))


MESSAGES: Final[Mapping[str, Text]] = {
    # ── Any question ─────────────────────────────────────────────────────────────────────────
    "A-REQUIRED": Text(
        "Skriv {what}{or_else}",
        "Skriv {what}{or_else}",
        "Write {what}{or_else}",
    ),
    "A-CHOOSE": Text("{how}{or_else}", "{how}{or_else}", "{how}{or_else}"),
    "A-MISSING": Text(
        "«{label}» kan ikke brukes her. Spør om igjen, ta det nærmeste.",
        "«{label}» kan ikkje brukast her. Spør om igjen, ta det næraste.",
        "“{label}” cannot be used here. Ask again, take the nearest.",
    ),
    "A-READ": Text(
        "Dette skal bare leses opp. Trykk Enter når det er gjort.",
        "Dette skal berre lesast opp. Trykk Enter når det er gjort.",
        "This is only to be read aloud. Press Enter when that is done.",
    ),
    "A-INVALID": Text(
        "Svaret passer ikke til spørsmålet. Svar på nytt.",
        "Svaret passar ikkje til spørsmålet. Svar på nytt.",
        "The answer does not fit the question. Answer it again.",
    ),
    # ── Choosing ─────────────────────────────────────────────────────────────────────────────
    "A-KEY": Text(
        "Den tasten står ikke foran noe svar. Trykk {keys}.",
        "Den tasten står ikkje framfor noko svar. Trykk {keys}.",
        "That key stands in front of no answer. Press {keys}.",
    ),
    "A-KEYS": Text(
        "Det du skrev, ble ikke lagret: her svarer du med {keys}.",
        "Det du skreiv, vart ikkje lagra: her svarer du med {keys}.",
        "What you typed was not stored: here you answer with {keys}.",
    ),
    "A-CODE": Text(
        "Det svaret står ikke på listen. Velg et som gjør det.",
        "Det svaret står ikkje på lista. Vel eit som gjer det.",
        "That answer is not on the list. Choose one that is.",
    ),
    "A-EXCLUDES": Text(
        "«{label}» kan ikke velges sammen med noe annet. Ta bort det ene.",
        "«{label}» kan ikkje veljast saman med noko anna. Ta bort det eine.",
        "“{label}” excludes the others. Take one of them away.",
    ),
    "A-UNIT": Text(
        "Enheten {unit} finnes ikke i registeret. Søk den fram på navn.",
        "Eininga {unit} finst ikkje i registeret. Søk ho fram på namn.",
        "Unit {unit} is not in the register. Search for it by name.",
    ),
    "A-UNITS-MANY": Text(
        "Velg høyst {most}; nå er det {count}.",
        "Vel høgst {most}; no er det {count}.",
        "Choose {most} at most; now there are {count}.",
    ),
    "A-ITEMS-MANY": Text(
        "Det er plass til {most}. Skriv resten i merknaden (F4).",
        "Det er plass til {most}. Skriv resten i merknaden (F4).",
        "There is room for {most}. Put the rest in the remark (F4).",
    ),
    # ── Numbers ──────────────────────────────────────────────────────────────────────────────
    "A-NUMBER": Text(
        "«{typed}» er ikke et tall. Skriv det med sifre, for eksempel {example}.",
        "«{typed}» er ikkje eit tal. Skriv det med siffer, til dømes {example}.",
        "“{typed}” is not a number. Use digits, for example {example}.",
    ),
    "A-NUMBER-ONLY": Text(
        "Skriv bare tallet: {guess}",
        "Skriv berre talet: {guess}",
        "Write the number alone: {guess}",
    ),
    "A-MEANT": Text(
        "Mente du {guess}? Skriv det slik.",
        "Meinte du {guess}? Skriv det slik.",
        "Did you mean {guess}? Write it like that.",
    ),
    "A-DIGITS": Text(
        "Skriv tallet med sifrene 0–9.",
        "Skriv talet med siffera 0–9.",
        "Write the number with the digits 0–9.",
    ),
    "A-ONE-NUMBER": Text(
        "Skriv ett tall, ikke flere. Spør hva som er nærmest.",
        "Skriv eitt tal, ikkje fleire. Spør kva som er næraste.",
        "Write one number, not several. Ask which is nearest.",
    ),
    "A-PERCENT": Text(
        "Skriv et tall, ikke prosent: 50 % av 1 er 0,5.",
        "Skriv eit tal, ikkje prosent: 50 % av 1 er 0,5.",
        "Write a number, not a percentage: 50% of 1 is 0,5.",
    ),
    "A-WHOLE": Text(
        "Skriv et helt tall, uten desimaler.",
        "Skriv eit heilt tal, utan desimalar.",
        "Write a whole number, without decimals.",
    ),
    "A-DECIMALS": Text(
        "Skriv høyst {most} desimaler, for eksempel 2,25.",
        "Skriv høgst {most} desimalar, til dømes 2,25.",
        "Write {most} decimals at most, for example 2,25.",
    ),
    "A-TWO-WAYS": Text(
        "«{typed}» kan leses på to måter. Skriv {whole} eller {decimal}.",
        "«{typed}» kan lesast på to måtar. Skriv {whole} eller {decimal}.",
        "“{typed}” can be read in two ways. Write {whole} or {decimal}.",
    ),
    "A-NUMBER-LONG": Text(
        "Tallet er for langt. Skriv det på nytt.",
        "Talet er for langt. Skriv det på nytt.",
        "The number is too long. Write it again.",
    ),
    "A-RANGE": Text(
        "Skriv et tall fra {low} til {high}.",
        "Skriv eit tal frå {low} til {high}.",
        "Write a number from {low} to {high}.",
    ),
    "A-MIN": Text(
        "Skriv et tall som er minst {low}.",
        "Skriv eit tal som er minst {low}.",
        "Write a number that is at least {low}.",
    ),
    "A-MAX": Text(
        "Skriv et tall som er høyst {high}.",
        "Skriv eit tal som er høgst {high}.",
        "Write a number that is at most {high}.",
    ),
    # ── Years and months ─────────────────────────────────────────────────────────────────────
    "A-YEAR": Text(
        "Skriv året med fire sifre, for eksempel {example}.",
        "Skriv året med fire siffer, til dømes {example}.",
        "Write the year with four digits, for example {example}.",
    ),
    "A-YEAR-SHORT": Text(
        "Mente du {guess}? Skriv året med fire sifre.",
        "Meinte du {guess}? Skriv året med fire siffer.",
        "Did you mean {guess}? Write the year with four digits.",
    ),
    "A-YEAR-ONLY": Text(
        "Skriv bare årstallet: {guess}",
        "Skriv berre årstalet: {guess}",
        "Write the year alone: {guess}",
    ),
    "A-ONE-YEAR": Text(
        "Skriv ett årstall, ikke flere. Spør hva som er nærmest.",
        "Skriv eitt årstal, ikkje fleire. Spør kva som er næraste.",
        "Write one year, not several. Ask which is nearest.",
    ),
    "A-YEAR-RANGE": Text(
        "Skriv et årstall fra {low} til {high}.",
        "Skriv eit årstal frå {low} til {high}.",
        "Write a year from {low} to {high}.",
    ),
    "A-MONTH": Text(
        "Skriv måneden som et tall fra 1 til 12, eller med navn, for eksempel mars.",
        "Skriv månaden som eit tal frå 1 til 12, eller med namn, til dømes mars.",
        "Write the month as 1 to 12, or its Norwegian name, for example mars.",
    ),
    "A-MONTH-TWO": Text(
        "«{typed}» kan være {months}. Skriv litt mer av navnet.",
        "«{typed}» kan vere {months}. Skriv litt meir av namnet.",
        "“{typed}” can be {months}. Write a little more of the name.",
    ),
    # ── Words ────────────────────────────────────────────────────────────────────────────────
    "A-LONG": Text(
        "Teksten er {count} tegn; det er plass til {most}. Kort den ned.",
        "Teksten er {count} teikn; det er plass til {most}. Kort han ned.",
        "The text is {count} characters; there is room for {most}. Shorten it.",
    ),
    "A-INVISIBLE": Text(
        "Svaret har ingenting som kan leses. Skriv det på nytt.",
        "Svaret har ingenting som kan lesast. Skriv det på nytt.",
        "There is nothing to read in the answer. Write it again.",
    ),
    "A-CONTROL": Text(
        "Svaret har tegn som ikke kan lagres. Skriv det på nytt.",
        "Svaret har teikn som ikkje kan lagrast. Skriv det på nytt.",
        "The answer has characters that cannot be stored. Write it again.",
    ),
    "A-LINES": Text(
        "Skriv svaret på én linje.",
        "Skriv svaret på éi linje.",
        "Write the answer on one line.",
    ),
    # ── Telephone numbers ────────────────────────────────────────────────────────────────────
    "A-PHONE": Text(
        "Skriv et telefonnummer, for eksempel 22 33 44 55.",
        "Skriv eit telefonnummer, til dømes 22 33 44 55.",
        "Write a telephone number, for example 22 33 44 55.",
    ),
    "A-PHONE-LENGTH": Text(
        "Norske numre har 8 sifre, dette har {count}. Utenlandske skrives med + først.",
        "Norske nummer har 8 siffer, dette har {count}. Utanlandske skriv ein med + først.",
        "Norwegian numbers have 8 digits, this has {count}. Begin foreign ones with +.",
    ),
    "A-PHONE-START": Text(
        "Norske numre med 8 sifre begynner med 2–9. Se på det første sifferet.",
        "Norske nummer med 8 siffer byrjar med 2–9. Sjå på det første sifferet.",
        "Norwegian 8-digit numbers begin with 2–9. Look at the first digit.",
    ),
    "A-PHONE-SIGN": Text(
        "Skriv bare sifre; «{sign}» kan ikke slås. Internnummer hører til i merknaden.",
        "Skriv berre siffer; «{sign}» kan ikkje slåast. Internnummer skriv du i merknaden.",
        "Write digits only; “{sign}” cannot be dialled. Extensions go in the remark.",
    ),
    "A-PHONE-ONLY": Text(
        "Skriv bare nummeret: {guess}",
        "Skriv berre nummeret: {guess}",
        "Write the number alone: {guess}",
    ),
    "A-PHONE-TWO": Text(
        "Her står det to numre. Skriv ett, og det andre i merknaden (F4).",
        "Her står det to nummer. Skriv eitt, og det andre i merknaden (F4).",
        "There are two numbers. Write one, and the other in the remark (F4).",
    ),
    "A-PHONE-COUNTRY": Text(
        "Ingen land har det nummeret. Se på sifrene etter +.",
        "Ingen land har det nummeret. Sjå på siffera etter +.",
        "No country has that number. Look at the digits after +.",
    ),
    "A-PHONE-FOREIGN": Text(
        "Nummeret er for kort eller for langt for landet. Les det opp og tell sifrene.",
        "Nummeret er for kort eller for langt for landet. Les det opp og tel siffera.",
        "The number is too short or too long for its country. Read it back and count.",
    ),
    # ── Addresses ────────────────────────────────────────────────────────────────────────────
    "A-EMAIL": Text(
        "Skriv en e-postadresse, for eksempel kari.lie@kommune.no.",
        "Skriv ei e-postadresse, til dømes kari.lie@kommune.no.",
        "Write an e-mail address, for example kari.lie@kommune.no.",
    ),
    "A-EMAIL-ONLY": Text(
        "Skriv bare adressen: {guess}",
        "Skriv berre adressa: {guess}",
        "Write the address alone: {guess}",
    ),
    "A-EMAIL-AT": Text(
        "Det mangler en @ i adressen, for eksempel kari.lie@kommune.no.",
        "Det manglar ein @ i adressa, til dømes kari.lie@kommune.no.",
        "There is no @ in the address, as in kari.lie@kommune.no.",
    ),
    "A-EMAIL-DOT": Text(
        "Etter @ må det stå et sted med punktum i, for eksempel kommune.no.",
        "Etter @ må det stå ein stad med punktum i, til dømes kommune.no.",
        "After the @ there must be a place with a dot, such as kommune.no.",
    ),
    "A-EMAIL-SPACE": Text(
        "E-postadresser har ikke mellomrom. Spør om det skal være punktum.",
        "E-postadresser har ikkje mellomrom. Spør om det skal vere punktum.",
        "E-mail addresses have no spaces. Ask whether it should be a dot.",
    ),
    "A-EMAIL-TWO": Text(
        "Her står det to adresser. Skriv én, og den andre i merknaden (F4).",
        "Her står det to adresser. Skriv éi, og den andre i merknaden (F4).",
        "There are two addresses. Write one, and the other in the remark (F4).",
    ),
    "A-URL": Text(
        "Skriv nettadressen slik: www.kommune.no/side",
        "Skriv nettadressa slik: www.kommune.no/side",
        "Write the web address like this: www.kommune.no/side",
    ),
    "A-URL-SPACE": Text(
        "Nettadresser har ikke mellomrom. Skriv den uten, eller skriv bare én adresse.",
        "Nettadresser har ikkje mellomrom. Skriv ho utan, eller skriv berre éi adresse.",
        "Web addresses have no spaces. Write it without, or write one address only.",
    ),
    "A-URL-EMAIL": Text(
        "Dette er en e-postadresse. Her skal det stå en nettside: www.kommune.no/side",
        "Dette er ei e-postadresse. Her skal det stå ei nettside: www.kommune.no/side",
        "This is an e-mail address. A web page is wanted: www.kommune.no/side",
    ),
}
