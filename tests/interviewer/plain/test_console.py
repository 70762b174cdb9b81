"""Lines from a pipe: the end of it, or a signal, ends the conversation and loses nothing."""

import os
import signal
import sys
from collections.abc import Iterator
from io import FileIO
from itertools import count

import pytest

from db.database import Database
from interviewer.commands.plain_practice import rehearse
from interviewer.plain import console
from interviewer.plain.console import talk
from interviewer.plain.talk import Talk
from interviewer.practice.before import bring_in
from interviewer.words import WORDS
from schemas.questionnaire.types.dice import Dice
from tests.support.keyboard import HALDEN, NOON, file_of
from tests.support.platforms import needs_signals

SIGNALS = tuple(name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, any_hour: None) -> Iterator[FileIO]:
    """Where lines are written that the program reads as its input."""
    kept = {name: signal.getsignal(getattr(signal, name)) for name in SIGNALS}
    here, there = os.pipe()
    # No more lines before the other end is closed: on Windows that waits for whoever reads there.
    with os.fdopen(here) as source, FileIO(there, "w") as lines:
        monkeypatch.setattr(sys, "stdin", source)
        yield lines
    for name, handler in kept.items():
        signal.signal(getattr(signal, name), handler)


class TestPractising:
    """`ringerunde demo --plain`: the conversations one after the other, each in its case."""

    def test_what_somebody_says_and_the_advice(
        self,
        typed: FileIO,
        database: Database,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """In the first the advice comes by itself; what is put down is not taken up again."""
        database.practice = True
        bring_in(database, Dice(1), NOON)
        typed.write(b"Kari Lie\n\n/legg\n1\n\n/esc\n/esc\n\n/r\xc3\xa5d\n/avslutt\n/avslutt\n")
        assert rehearse(database) == 0
        said = capsys.readouterr().out.splitlines()
        assert said.count(str(WORDS.practice)) == 3
        switchboard = next(line for line in said if line.startswith("Sentralbordet: «Halden"))
        assert said[said.index(switchboard) + 1].startswith("Råd: F5, b Servicetorg, 1 Satt over.")
        assert "Øvelse 2 av 7: Feil avdeling" in said
        assert said[-1] == "Øvelsen er avsluttet."  # nothing of it is there to go on with


@needs_signals
class TestTheEnd:
    """Whatever ends it, the call can be gone on with."""

    def test_of_the_lines(
        self, typed: FileIO, database: Database, capsys: pytest.CaptureFixture[str]
    ) -> None:
        typed.write("Kåre Øst\n\n69 21 60 00\n\n1\n".encode())
        typed.close()
        assert talk(database, HALDEN, "test@pc") == 0
        said = capsys.readouterr().out.splitlines()
        assert any(one.startswith("Er du den som har ansvar for") for one in said)
        assert said[-1].startswith("Avsluttet midt i en oppringning.")
        (attempt,) = file_of(database, HALDEN).attempts
        assert (attempt.interviewer, attempt.ended_at) == ("Kåre Øst", None)

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_by_a_signal(
        self,
        number: signal.Signals,
        typed: FileIO,
        database: Database,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Ctrl+C or a shutdown, in between two lines: what was said before it is stored."""
        typed.write(b"Kari Lie\n\n69 21 60 00\n")
        before, turns = console._next, count(1)

        def interrupted(lines: console._Lines, spoken: Talk) -> str | None:
            if next(turns) == len(("name", "rings", "number", "now")):
                os.kill(os.getpid(), number)
            return before(lines, spoken)

        monkeypatch.setattr(console, "_next", interrupted)
        assert talk(database, HALDEN, "test@pc") == 1
        typed.close()
        assert "Avsluttet midt i en oppringning." in capsys.readouterr().out
