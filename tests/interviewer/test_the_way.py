"""The way to the right person, in a real terminal.

Switchboard → service desk → dead end → back to the lead that the switchboard gave → found →
interview; and the next interviewer sees the way before dialling.

`python -m tests.interviewer.test_the_way` plays it and prints every station's screen: a recording.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal

PROGRAM = (sys.executable, "-m", "interviewer")
CHECKOUT = Path(__file__).parents[2]
WAY = "Sentralbord ─▸ Frisklivssentral"

Station = tuple[str, str]
"""What happens, and the screen then."""


def seat(database: Path, home: Path) -> Terminal:
    """One interviewer's window; another home is another machine's settings."""
    command = [*PROGRAM, "--database", str(database)]
    env = {"HOME": str(home), "LOGNAME": home.name, "USER": home.name}
    return Terminal(command, columns=80, rows=24, cwd=CHECKOUT, env=env)


def the_way(folder: Path) -> Iterator[Station]:
    """The stations of the search, one after the other."""
    database = folder / "runde.sqlite"
    with ExitStack() as windows:
        kari = windows.enter_context(seat(database, made(folder / "kari")))
        kari.wait_for("Hvem er du?")
        kari.type("Kari Lie\rhalden\r")
        kari.wait_for("Ingen kontaktpunkter ennå")
        kari.type("\r69 17 45 00\r")
        if kari.wait_for(re.compile("Ja, ring nå|God dag"))[0] == "Ja, ring nå":
            kari.type("1")  # whatever day and hour it is
        kari.wait_for("God dag")
        yield "Sentralbordet svarer", kari.text

        kari.press("F5")
        kari.type("e2")  # a number for the healthy life centre: a lead
        kari.wait_for("Hvem er dette? Frisklivssentral")
        kari.type("Åse Sørlie\r918 22 334")
        kari.press("Escape")
        kari.wait_for("God dag")
        kari.press("F5")
        kari.type("b1")  # but first they put us through to the service desk
        kari.wait_for("Sentralbord ─▸ ● Servicetorg")
        yield "Satt over til servicetorget", kari.text

        kari.press("F5")
        kari.type("0")
        kari.wait_for("Blindveien er notert")
        yield "Blindvei", kari.text

        kari.press("F9")
        kari.wait_for("▸a Feil avdeling, vet ikke hvem")
        kari.type("\r\r")
        kari.wait_for("Enter ringer Frisklivssentral (Åse Sørlie)")
        kari.wait_for(WAY)
        yield "Tilbake til sporet som ikke er brukt", kari.text

        kari.type("\r")
        kari.wait_for("Ja, ring nå")
        kari.type("1")
        kari.wait_for("Sentralbord ─▸ ● Frisklivssentral (Åse Sørlie)")
        kari.type("\r11\r\r\r\r\r")
        kari.wait_for("Er det greit for deg")
        yield "Funnet", kari.text

        kari.type("13")
        kari.wait_for("planer om å etablere")
        kari.type("41\r31")
        kari.wait_for("Ønsker dere noe fra oss")
        kari.type("5\r\r\r")
        kari.wait_for("Ingen på linjen")
        kari.type("41\r")
        kari.wait_for("Alt er besvart")
        kari.type("\r")
        kari.wait_for("fullført og lagret")
        yield "Intervjuet er fullført", kari.text

        ola = windows.enter_context(seat(database, made(folder / "ola")))
        ola.wait_for("Hvem er du?")
        ola.type("Ola Ås\rhalden\r")
        ola.wait_for("Intervjuet er fullført")
        yield "Den neste intervjueren ser veien", ola.text


def made(folder: Path) -> Path:
    """A folder that is there."""
    folder.mkdir()
    return folder


@pytest.mark.slow
@needs_a_pseudo_terminal
def test_the_way(tmp_path: Path) -> None:
    stations = dict(the_way(tmp_path))
    assert "Frisklivssentral (Åse Sørlie)" in stations["Funnet"]
    last = stations["Den neste intervjueren ser veien"]
    assert "Veien: Sentralbord ─▸ Frisklivssentral (Åse Sørlie) ✓" in last
    assert "Feil avdeling, vet ikke hvem" in last
    assert "er rett person" in last


def main() -> None:
    """Play it and print the recording."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (title, screen) in enumerate(the_way(Path(folder)), start=1):
            sys.stdout.write(f"\n{number}. {title}\n{'─' * 80}\n{screen}\n")


if __name__ == "__main__":
    main()
