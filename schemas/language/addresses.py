"""E-mail and web addresses as they are dictated, pasted and copied out of other programs."""

import re
from typing import Final

from pydantic_core import PydanticCustomError

from schemas.questionnaire.answers import email_address, web_address
from schemas.questionnaire.messages import AnswerProblem

_AT: Final = re.compile(
    r" *(?:[(\[{] *(?:at|krøllalfa|alfakrøll) *[)\]}]) *| (?:at|krøllalfa|alfakrøll) ", re.I
)
_DOT: Final = re.compile(r" *(?:[(\[{] *(?:dot|punktum) *[)\]}]) *| (?:dot|punktum) ", re.I)
_EMAIL_WITHIN: Final = re.compile(r"[^@\s,;<>\"()\[\]:]+@[\w-]+(?:\.[\w-]+)+")
_AROUND: Final = " \u00a0<>\"'«»“”.,;"


def read_email(typed: str) -> str:
    """One e-mail address, without the trimmings that other programs put around it."""
    address = re.sub(r"^<?mailto: *([^?]*).*", r"\1", typed, flags=re.I).strip(_AROUND)
    if _is_email(address):
        return address
    raise _not_an_email(address)


def _is_email(address: str) -> bool:
    try:
        return bool(email_address(address))
    except PydanticCustomError:
        return False


def _not_an_email(address: str) -> AnswerProblem:
    within = _EMAIL_WITHIN.findall(address)
    if len(within) > 1:
        return AnswerProblem("A-EMAIL-TWO")
    spelt = _DOT.sub(".", _AT.sub("@", address))
    if spelt != address and _is_email(spelt):
        return AnswerProblem("A-MEANT", guess=spelt)
    if within and re.search(rf"(?:[<(:]\s*|^){re.escape(within[0])}", address):
        return AnswerProblem("A-EMAIL-ONLY", guess=within[0])
    return AnswerProblem(_email_fault(address))


def _email_fault(address: str) -> str:
    name, at, place = address.rpartition("@")
    if not at:
        return "A-EMAIL-AT"
    if re.search(r"\s", address):
        return "A-EMAIL-SPACE"
    return "A-EMAIL-DOT" if name and "." not in place else "A-EMAIL"


def read_url(typed: str) -> str:
    """One web address; `https://` is put before one without a scheme."""
    address = re.sub("^(https?)://", _lower, typed.strip(_AROUND), flags=re.I)
    if "://" not in address:
        address = f"https://{address}"
    try:
        return web_address(address)
    except PydanticCustomError:
        raise AnswerProblem(_url_fault(address)) from None


def _lower(scheme: re.Match[str]) -> str:
    return scheme[0].lower()


def _url_fault(address: str) -> str:
    if re.search(r"\s", address):
        return "A-URL-SPACE"
    return "A-URL-EMAIL" if _is_email(address.removeprefix("https://")) else "A-URL"
