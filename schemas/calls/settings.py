"""The numbers that a project may set, in one file, and the rules they make, in words.

The defaults are the ones we work by; a settings file names only what differs.  Whatever it gets
wrong is told all at once, each with its key and what to write there instead.
"""

import re
from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, replace
from datetime import time
from difflib import get_close_matches
from typing import Any, Final, Literal, Self, TypeAlias, get_args

from schemas.calls.call_window import CallWindow, always
from schemas.calls.setting_kinds import (
    Address,
    Declared,
    Number,
    OneWord,
    Prefix,
    Unsuitable,
    Whether,
    setting,
)
from schemas.language.clean import clean
from schemas.language.numerals import how_many

COUNT: Final = Number(1, 99)
MINUTES: Final = Number(1, 480)
MINUTES_OR_NONE: Final = Number(0, 480)
Theme: TypeAlias = Literal["dark", "light", "contrast"]


class SettingsProblem(Exception):
    """Settings that cannot be used: one sentence for each thing to put right."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a project may set.  What each means is printed in the settings file."""

    max_attempts: int = setting(
        8, COUNT, "Etter så mange forsøk uten intervju ser koordinatoren på saken."
    )
    calls_a_day_to_number: int = setting(
        2, COUNT, "Høyst så mange oppringninger om dagen til ett nummer."
    )
    same_time_minutes: int = setting(
        60,
        MINUTES_OR_NONE,
        "Et nytt forsøk unngår samme klokkeslett med så mange minutter.",
    )
    appointment_minutes: int = setting(15, MINUTES, "En avtale varer så mange minutter.")
    appointment_early_minutes: int = setting(
        5, MINUTES_OR_NONE, "En fast avtale står øverst fra så mange minutter før tiden."
    )
    appointment_late_minutes: int = setting(
        10, MINUTES_OR_NONE, "Den står der til så mange minutter etter tiden."
    )
    hold_back_minutes: int = setting(
        20,
        MINUTES_OR_NONE,
        "Så mange minutter før en fast avtale begynner ingen et nytt intervju.",
    )
    break_after_minutes: int = setting(
        90, MINUTES_OR_NONE, "Etter så mange minutter uten pause foreslås en. 0 er aldri."
    )
    dial_prefix: str = setting(
        "", Prefix(), "Det som slås før nummeret for å komme ut av sentralen."
    )
    review_sample_percent: int = setting(
        10, Number(0, 100), "Så mange prosent av intervjuene kommer i stikkprøven."
    )
    overview_contact: str = setting(
        "",
        Address(),
        "Hit skriver den som finner en feil i oversikten. Uten adresse står det ingen.",
    )
    theme: Theme = setting(
        "dark",
        OneWord(get_args(Theme)),
        "Fargene programmet begynner med: dark (mørkt), light (lyst) eller contrast (høy "
        "kontrast). Den som har valgt med Ctrl+G, beholder sine.",
    )
    plain_signs: bool = setting(
        False,
        Whether(),
        "true er rammer og tegn med bare -, | og +, for en skrift som ikke har andre. "
        "Variabelen RINGERUNDE_ASCII går foran.",
    )
    call_window: CallWindow = CallWindow()

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """The settings in a file's text; `SettingsProblem` tells everything that is wrong."""
        told = _told_in(text) if text else {}
        wrong: list[str] = []
        window = _read_window(told.pop(WINDOW, {}), wrong)
        own: list[str] = []
        values = _read(cls, told, (), own)
        if own or wrong:
            raise SettingsProblem(*dict.fromkeys([*own, *wrong]))
        return cls(**values, call_window=window)

    def at_any_hour(self) -> Self:
        """The same for somebody who practises: invented people answer day and night."""
        return replace(self, call_window=always(self.call_window))

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


def _lines(settings: Settings | CallWindow) -> Iterator[str]:
    for one in _declared(type(settings)):
        yield from (f"# {_of(one).meaning}", f"{one.name} = {_toml(getattr(settings, one.name))}")
    # A table must come last: every line below its heading belongs to it.
    if isinstance(settings, Settings):
        yield from ("", "# Ringetiden.", f"[{WINDOW}]", *_lines(settings.call_window))


def _declared(kind: type[Settings | CallWindow]) -> tuple[Field[Any], ...]:
    return tuple(one for one in fields(kind) if one.metadata)


def _of(one: Field[Any]) -> Declared:
    declared: Declared = one.metadata["declared"]
    return declared


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if value is None:
        return "[]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, time):
        return _clock(value)
    return str(value) if isinstance(value, int) else f'"{value}"'


def _clock(value: time) -> str:
    """As people write it, where that says all of it; else as TOML has it."""
    plain = value.replace(second=0, microsecond=0)
    return f'"{value:%H:%M}"' if value == plain else value.isoformat()


# ── Reading it, and what is wrong, in Norwegian ──────────────────────────────────────────────────

WINDOW: Final = "call_window"

_ORDER: Final = (
    "call_window: sett klokkeslettene i rekkefølge:"
    " opens, pause, afternoon_from, closes, for eksempel 08:30, 11:00–11:45, 13:00, 15:00."
)


_TOO_LONG: Final = "Et tall har altfor mange sifre. Skriv et lite tall."

_TOO_DEEP: Final = "For mange [ eller { inni hverandre. Skriv navn = verdi på hver sin linje."


def _told_in(text: str) -> dict[str, Any]:
    """What a file says; raises SettingsProblem where that cannot be read."""
    import tomllib  # most projects have no file, and wait for no reader

    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise SettingsProblem(_TOO_DEEP) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsProblem(_unreadable(str(error))) from None
    except ValueError:  # more digits than Python reads
        raise SettingsProblem(_TOO_LONG) from None


def _unreadable(message: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", message)
    where = f"Linje {found[1]}, tegn {found[2]}" if found else "Slutten av filen"
    return f"{where}: kan ikke leses. Skriv navn = verdi, for eksempel max_attempts = 8."


def _read_window(told: Any, wrong: list[str]) -> CallWindow:
    """The table of its own; what is `wrong` with it is added."""
    if not isinstance(told, dict):
        wrong.append("call_window: skriv en tabell med overskriften [call_window].")
        return CallWindow()
    values = _read(CallWindow, told, (WINDOW,), wrong)
    try:
        return CallWindow() if wrong else CallWindow(**values)
    except ValueError:
        wrong.append(_ORDER)
        return CallWindow()


def _read(
    kind: type[Settings | CallWindow],
    told: dict[str, Any],
    table: tuple[str, ...],
    wrong: list[str],
) -> dict[str, Any]:
    """What is told of a table by name; what is `wrong` is added."""
    values, known = {}, {one.name: one for one in _declared(kind)}
    for name, one in known.items():
        try:
            if name in told:
                values[name] = _of(one).kind.read(told[name])
        except Unsuitable as found:
            wrong.append(_sentence(one, table, found.word))
    wrong += [_unknown(table, name) for name in told if name not in known]
    return values


def _sentence(one: Field[Any], table: tuple[str, ...], word: str) -> str:
    # Letters of another code page are seen where what was read is named.
    found = f"«{clean(word, one_line=True)}» kan ikke stå der. S" if word else "s"
    wanted = _of(one).kind.wanted(_toml(one.default))
    return f"{'.'.join((*table, one.name))}: {found}kriv {wanted}."


def _unknown(table: tuple[str, ...], key: str) -> str:
    known = {name.rpartition(".")[2]: name for name in _keys()}
    guesses = get_close_matches(key, known, n=1)
    advice = f"Mente du {known[guesses[0]]}?" if guesses else f"Skriv en av {', '.join(_keys())}."
    # A key in quotes may hold anything, even what would move the cursor.
    return f"{'.'.join((*table, clean(key, one_line=True)))}: finnes ikke. {advice}"


def _keys() -> list[str]:
    inner = (f"{WINDOW}.{one.name}" for one in _declared(CallWindow))
    return [*(one.name for one in _declared(Settings)), *inner]
