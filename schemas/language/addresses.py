"""E-mail and web addresses as they are dictated, pasted and copied out of other programs."""

import re
from typing import Final

from schemas.language.messages import MEANT, AnswerProblem, Message

_AT: Final = re.compile(
    r" *(?:[(\[{] *(?:at|krøllalfa|alfakrøll) *[)\]}]) *| (?:at|krøllalfa|alfakrøll) ", re.I
)
_DOT: Final = re.compile(r" *(?:[(\[{] *(?:dot|punktum) *[)\]}]) *| (?:dot|punktum) ", re.I)
_EMAIL_WITHIN: Final = re.compile(r"[^@\s,;<>\"()\[\]:]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL: Final = re.compile(r"[^@\s,;<>]+@[\w-]+(\.[\w-]+)+")
_URL: Final = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#]\S*)?")
_AROUND: Final = " \u00a0<>\"'«»“”.,;"


def read_email(typed: str) -> str:
    """One e-mail address, without the trimmings that other programs put around it."""
    address = re.sub(r"^<?mailto: *([^?]*).*", r"\1", typed, flags=re.I).strip(_AROUND)
    if is_email(address):
        return address
    raise _not_an_email(address)


def has_email(words: str) -> bool:
    """Whether an address stands among other words."""
    return _EMAIL_WITHIN.search(words) is not None


def email_within(words: str) -> tuple[str, str] | None:
    """The address that stands among other words, and those; None where there is none.

    >>> email_within("Hilde Ås, hilde@halden.no")
    ('hilde@halden.no', 'Hilde Ås')
    """
    found = _EMAIL_WITHIN.search(words)
    if found is None:
        return None
    both = (words[: found.start()].strip(_AROUND), words[found.end() :].strip(_AROUND))
    rest = " ".join(filter(None, both))
    return (found[0], rest) if any(map(str.isalpha, rest)) else None


def is_email(address: str) -> bool:
    """Whether mail could be sent to it: something, an @, and a domain with a dot."""
    return bool(_EMAIL.fullmatch(address))


def _not_an_email(address: str) -> AnswerProblem:
    within = _EMAIL_WITHIN.findall(address)
    if len(within) > 1:
        return AnswerProblem(EMAIL_TWO)
    spelt = _DOT.sub(".", _AT.sub("@", address))
    if spelt != address and is_email(spelt):
        return AnswerProblem(MEANT, guess=spelt)
    if within and re.search(rf"(?:[<(:]\s*|^){re.escape(within[0])}", address):
        return AnswerProblem(EMAIL_ONLY, guess=within[0])
    return AnswerProblem(_email_fault(address))


def _email_fault(address: str) -> Message:
    name, at, place = address.rpartition("@")
    if not at:
        return EMAIL_AT
    if re.search(r"\s", address):
        return EMAIL_SPACE
    return EMAIL_DOT if name and "." not in place else NO_EMAIL


def read_url(typed: str) -> str:
    """One web address; `https://` is put before one without a scheme."""
    address = re.sub("^(https?)://", _lower, typed.strip(_AROUND), flags=re.I)
    if "://" not in address:
        address = f"https://{address}"
    if not is_url(address):
        raise AnswerProblem(_url_fault(address))
    return address


def is_url(address: str) -> bool:
    """Whether it is a web address with its scheme."""
    return bool(_URL.fullmatch(address))


def _lower(scheme: re.Match[str]) -> str:
    return scheme[0].lower()


def _url_fault(address: str) -> Message:
    if re.search(r"\s", address):
        return URL_SPACE
    return URL_EMAIL if is_email(address.removeprefix("https://")) else NO_URL


# ── What is said ─────────────────────────────────────────────────────────────────────────────────

NO_EMAIL: Final = Message("A-EMAIL", "Skriv en e-postadresse, for eksempel kari.lie@eksempel.no.")
EMAIL_ONLY: Final = Message("A-EMAIL-ONLY", "Skriv bare adressen: {guess}")
EMAIL_AT: Final = Message(
    "A-EMAIL-AT", "Det mangler en @ i adressen, for eksempel kari.lie@eksempel.no."
)
EMAIL_DOT: Final = Message(
    "A-EMAIL-DOT", "Adressen må ha punktum etter @, for eksempel eksempel.no."
)
EMAIL_SPACE: Final = Message(
    "A-EMAIL-SPACE", "E-postadresser har ikke mellomrom. Spør om det skal være punktum."
)
EMAIL_TWO: Final = Message(
    "A-EMAIL-TWO", "Her står det to adresser. Skriv én, og den andre i merknaden (F4)."
)
NO_URL: Final = Message("A-URL", "Skriv nettadressen slik: www.eksempel.no/side")
URL_SPACE: Final = Message(
    "A-URL-SPACE", "Nettadresser har ikke mellomrom. Skriv den uten, eller skriv bare én adresse."
)
URL_EMAIL: Final = Message(
    "A-URL-EMAIL", "Dette er en e-postadresse. Her skal det stå en nettside: www.eksempel.no/side"
)
