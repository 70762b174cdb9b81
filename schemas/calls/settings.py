"""The numbers that a project may set, in one file, and the rules they make, in words.

The defaults are the ones we work by; a settings file names only what differs.  Whatever it gets
wrong is told all at once, each with its key and what to write there instead.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import time
from difflib import get_close_matches
from typing import Annotated, Any, Final, Literal, Self, TypeAlias, get_args

from annotated_types import Ge, Le
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from schemas.calls.workdays import WEEKDAYS, CallWindow, always
from schemas.language.addresses import is_email
from schemas.language.clean import clean
from schemas.language.numerals import how_many

Count = Annotated[int, Field(strict=True, ge=1, le=99)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=480)]
MinutesOrNone = Annotated[int, Field(strict=True, ge=0, le=480)]
Theme: TypeAlias = Literal["dark", "light", "contrast"]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]


def _address(typed: str) -> str:
    if typed and not is_email(typed):
        raise ValueError(typed)
    return typed


Address = Annotated[str, Field(strict=True), AfterValidator(_address)]


class SettingsProblem(Exception):
    """Settings that cannot be used: one sentence for each thing to put right."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class Settings(BaseModel):
    """What a project may set.  The descriptions are printed in the settings file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_attempts: Count = Field(
        8, description="Etter så mange forsøk uten intervju ser koordinatoren på saken."
    )
    calls_a_day_to_number: Count = Field(
        2, description="Høyst så mange oppringninger om dagen til ett nummer."
    )
    same_time_minutes: MinutesOrNone = Field(
        60, description="Et nytt forsøk unngår samme klokkeslett med så mange minutter."
    )
    appointment_minutes: Minutes = Field(15, description="En avtale varer så mange minutter.")
    appointment_early_minutes: MinutesOrNone = Field(
        5, description="En fast avtale står øverst fra så mange minutter før tiden."
    )
    appointment_late_minutes: MinutesOrNone = Field(
        10, description="Den står der til så mange minutter etter tiden."
    )
    hold_back_minutes: MinutesOrNone = Field(
        20,
        description="Så mange minutter før en fast avtale begynner ingen et nytt intervju.",
    )
    break_after_minutes: MinutesOrNone = Field(
        90, description="Etter så mange minutter uten pause foreslås en. 0 er aldri."
    )
    dial_prefix: Annotated[str, Field(strict=True, pattern=r"^[0-9*#+]{0,6}$")] = Field(
        "", description="Det som slås før nummeret for å komme ut av sentralen."
    )
    review_sample_percent: Percent = Field(
        10, description="Så mange prosent av intervjuene kommer i stikkprøven."
    )
    overview_contact: Address = Field(
        "",
        description="Hit skriver den som finner en feil i oversikten. Uten adresse står det ingen.",
    )
    theme: Theme = Field(
        "dark",
        description="Fargene programmet begynner med: dark (mørkt), light (lyst) eller contrast "
        "(høy "
        "kontrast). Den som har valgt med Ctrl+G, beholder sine.",
    )
    plain_signs: StrictBool = Field(
        False,
        description="true er rammer og tegn med bare -, | og +, for en skrift som ikke har andre. "
        "Variabelen RINGERUNDE_ASCII går foran.",
    )
    call_window: CallWindow = Field(CallWindow(), description="Ringetiden.")

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """The settings in a file's text; `SettingsProblem` tells everything that is wrong."""
        try:
            return cls.model_validate(tomllib.loads(text.removeprefix("\ufeff")))
        except RecursionError:
            raise SettingsProblem(_TOO_DEEP) from None
        except tomllib.TOMLDecodeError as error:
            raise SettingsProblem(_unreadable(str(error))) from None
        except ValidationError as error:
            found = error.errors(include_url=False)
            within = {one["loc"][:-1] for one in found}  # a list is too short without what is wrong
            sentences = (_sentence(one) for one in found if one["loc"] not in within)
            raise SettingsProblem(*dict.fromkeys(sentences)) from None

    def at_any_hour(self) -> Self:
        """The same for somebody who practises: invented people answer day and night."""
        return self.model_copy(update={"call_window": always(self.call_window)})

    def to_toml(self) -> str:
        """A settings file with every key, its meaning and its value."""
        return "\n".join(_lines(self))

    def rules(self) -> tuple[str, ...]:
        """The rules that follow from the settings, in words: the help of the call list has them."""
        return (
            self.call_window.sentence(),
            f"Etter {how_many(self.max_attempts, 'forsøk', 'forsøk')} uten intervju ser"
            " koordinatoren på saken.",
            f"Høyst {how_many(self.calls_a_day_to_number, 'oppringning', 'oppringninger')}"
            " om dagen til samme nummer.",
            f"En avtale varer {minutes(self.appointment_minutes)}.",
        )


def minutes(count: int) -> str:
    """So many minutes, in words.

    >>> minutes(1)
    '1 minutt'
    """
    return how_many(count, "minutt", "minutter")


# ── Writing the file ─────────────────────────────────────────────────────────────────────────────


def _lines(model: BaseModel) -> Iterator[str]:
    # A table must come last: every line below its heading belongs to it.
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from ("", f"# {field.description}", f"[{name}]", *_lines(value))
        else:
            yield from (f"# {field.description}", f"{name} = {_toml(value)}")


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if value is None:
        return "[]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else f'"{_plain(value)}"'


def _plain(value: Any) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


# ── What is wrong, in Norwegian ──────────────────────────────────────────────────────────────────

_ORDER: Final = (
    "call_window: sett klokkeslettene i rekkefølge:"
    " opens, pause, afternoon_from, closes, for eksempel 08:30, 11:00–11:45, 13:00, 15:00."
)


_TOO_DEEP: Final = "For mange [ eller { inni hverandre. Skriv navn = verdi på hver sin linje."


def _unreadable(message: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", message)
    where = f"Linje {found[1]}, tegn {found[2]}" if found else "Slutten av filen"
    return f"{where}: kan ikke leses. Skriv navn = verdi, for eksempel max_attempts = 8."


def _sentence(error: ErrorDetails) -> str:
    path = [str(step) for step in error["loc"] if isinstance(step, str) and step in _NAMES]
    if error["type"] == "extra_forbidden":
        return _unknown(path, str(error["loc"][-1]))
    if error["loc"] == ("call_window",) and error["type"] == "value_error":
        return _ORDER
    # Letters of another code page are seen where what was read is named.
    of_list = isinstance(error["loc"][-1], int) and isinstance(error["input"], str)
    found = f"«{clean(error['input'], one_line=True)}» kan ikke stå der. S" if of_list else "s"
    return f"{'.'.join(path)}: {found}kriv {_wanted(*_field(path))}."


def _unknown(path: list[str], key: str) -> str:
    # A name that exists in another table is in the path already.
    table = [step for step in path if step != key]
    known = {name.rpartition(".")[2]: name for name in _keys()}
    guesses = get_close_matches(key, known, n=1)
    advice = f"Mente du {known[guesses[0]]}?" if guesses else f"Skriv en av {', '.join(_keys())}."
    # A key in quotes may hold anything, even what would move the cursor.
    return f"{'.'.join([*table, clean(key, one_line=True)])}: finnes ikke. {advice}"


def _keys() -> list[str]:
    inner = (f"call_window.{name}" for name in CallWindow.model_fields)
    return [*(name for name in Settings.model_fields if name != "call_window"), *inner]


_NAMES: Final = {*Settings.model_fields, *CallWindow.model_fields}


def _field(path: list[str]) -> tuple[str, FieldInfo]:
    model = CallWindow if path[0] == "call_window" and len(path) > 1 else Settings
    return path[-1], model.model_fields[path[-1]]


def _wanted(name: str, field: FieldInfo) -> str:
    if name == "call_window":
        return "en tabell med overskriften [call_window]"
    if name == "days":
        return f'en liste av ukedager ({", ".join(WEEKDAYS)}), for eksempel ["mandag", "tirsdag"]'
    if name == "dial_prefix":
        return 'høyst seks tegn av 0–9, *, # og + i anførselstegn, for eksempel "0"'
    if name == "overview_contact":
        return 'en e-postadresse i anførselstegn, for eksempel "post@eksempel.no"'
    example = _toml(field.default)
    if name == "theme":
        return f"en av {', '.join(map(_toml, get_args(Theme)))}"
    if field.annotation is bool:
        return "true eller false"
    if field.annotation is int:
        return f"et helt tall {_between(field)}, for eksempel {example}"
    if name == "pause":
        return f"to klokkeslett (eller [] for ingen pause), for eksempel {example}"
    return f"et klokkeslett, for eksempel {example}"


def _between(field: FieldInfo) -> str:
    low = next(rule.ge for rule in field.metadata if isinstance(rule, Ge))
    high = next(rule.le for rule in field.metadata if isinstance(rule, Le))
    return f"fra {low} til {high}"
