"""How pages are made: templates in which every text is escaped, and one style for all of them."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from interviewer.publish.lengths import lengths, pieces, place, side_by_side
from schemas.frame.units import Unit
from schemas.language.dates import clock, long_date
from schemas.language.numerals import show_number
from schemas.language.phone import show_phone
from schemas.language.text import capital


def render(template: str, **values: Any) -> str:
    """A whole page."""
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("interviewer.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "number": show_number,
        "phone": show_phone,
        "day": long_date,
        "clock": clock,
        "date": lambda written: long_date(date.fromisoformat(written)),
        "bare": bare,
        "capital": capital,
        "together": together,
        "lengths": lengths,
        "pieces": pieces,
        "side_by_side": side_by_side,
        "place": place,
        "letter": letter,
        "kind": lambda block: type(block).__name__,
    }
    made.globals["style"] = Markup(style())
    for name in ("search", "highlight"):
        script = _ours(f"{name}.js")
        made.globals[name] = Markup(script)
        made.globals[f"{name}_mark"] = _mark(script)
    return made


@cache
def style() -> str:
    """The style sheet; our own, so it may stand in the page as it is."""
    return _ours("style.css")


def _ours(name: str) -> str:
    loader = PackageLoader("interviewer.publish")
    return loader.get_source(Environment(autoescape=True), name)[0]


def _mark(script: str) -> str:
    """By what a page knows the only script that may run in it."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def bare(url: str) -> str:
    """A web address as people read it."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def letter(address: str, about: str) -> str:
    """The link by which somebody writes to an address, with what it is about filled in.

    >>> letter("post@eksempel.no", "Feil: Bø & Sauherad")
    'mailto:post@eksempel.no?subject=Feil%3A%20B%C3%B8%20%26%20Sauherad'
    """
    return f"mailto:{quote(address, safe='@')}?subject={quote(about)}"


def together(shared: Sequence[Unit]) -> str:
    """The units of a shared service, as one says them; the group where it is another one."""
    groups = {one.group for one in shared}
    names = [one.label if groups - {shared[0].group} else one.name for one in shared]
    return f"{', '.join(names[:-1])} og {names[-1]}"
