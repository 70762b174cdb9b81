"""What is printed to be typed works when it is typed: by a shell of Unix, and by cmd."""

import shlex
from pathlib import Path

import pytest

from db.database import Database
from interviewer.places import (
    DATABASE_VARIABLE,
    NothingThere,
    command,
    command_at,
    default_database,
    made_folder,
    open_at,
)
from interviewer.quoting import quoted
from schemas.surveys.registry import survey_called


class TestQuotes:
    """Of the shell that somebody sits at."""

    @pytest.mark.parametrize(
        ("word", "typed"),
        [
            (r"C:\Users\Åse\runde.sqlite", r"C:\Users\Åse\runde.sqlite"),
            (r"C:\Users\Kari Lie\runde.sqlite", r'"C:\Users\Kari Lie\runde.sqlite"'),
            (r"\\server\felles\runde.sqlite", r"\\server\felles\runde.sqlite"),
            (r"C:\Fag & utvikling (2)\r.sqlite", r'"C:\Fag & utvikling (2)\r.sqlite"'),
            (r"C:\50% ferdig\r.sqlite", r'"C:\50% ferdig\r.sqlite"'),
            (r"C:\%ingen% her\r.sqlite", r'"C:\%ingen% her\r.sqlite"'),
            (r"C:\%FELLES%\r.sqlite", r'"C:\\"^%"FELLES"^%"\r.sqlite"'),
            (r"C:\%FELLES:~2% her\r", r'"C:\\"^%"FELLES:~2"^%" her\r"'),
            ("C:\\Kari Lie\\", '"C:\\Kari Lie\\\\"'),
            (r"C:\Kari's\r.sqlite", r'''"C:\Kari's\r.sqlite"'''),
            ("", '""'),
        ],
    )
    def test_of_cmd(self, word: str, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Double ones, which are all that it knows; none where none are needed.

        `%` is left alone but where cmd would put the value of a variable for it.
        """
        monkeypatch.setenv("FELLES", "noe annet")
        assert quoted(word, "win32") == typed

    @pytest.mark.parametrize("word", ["/home/kari/r.sqlite", "/tmp/Kari Lie's $HOME/r", "æ%ø"])
    def test_of_unix(self, word: str) -> None:
        """What comes back out is what went in."""
        assert shlex.split(quoted(word, "linux")) == [word]


class TestWhichDatabase:
    def test_one_of_ones_own_is_named(self, database: Database) -> None:
        """Or the command would work on another."""
        place = quoted(str(database.file))
        assert command(database, "review", "show", "0101") == (
            f"ringerunde --database {place} review show 0101"
        )

    def test_the_usual_one_is_not(self) -> None:
        """Every command opens it by itself."""
        made_folder()
        assert command_at(str(default_database()), "people") == "ringerunde people"

    def test_nor_is_the_one_that_the_environment_names(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(DATABASE_VARIABLE, str(database.file))
        assert command(database, "people") == "ringerunde people"

    def test_a_server_is_named_without_its_password(self) -> None:
        """Which libpq finds where it is kept, and others would see on the screen."""
        place = "postgresql://kari:hem@elig@server.example.no/runde?password=hemmelig"
        named = f"--database {quoted('postgresql://kari@server.example.no/runde')}"
        assert command_at(place, "people") == f"ringerunde {named} people"

    def test_one_that_the_environment_names_keeps_it_there(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A command finds both."""
        place = "postgresql://kari:hemmelig@server.example.no/runde"
        monkeypatch.setenv(DATABASE_VARIABLE, place)
        assert command_at(place, "people") == "ringerunde people"

    def test_how_one_is_made_where_there_is_none(self, tmp_path: Path) -> None:
        """And of which survey, where one was named."""
        file = tmp_path / "en runde.sqlite"
        trusts = survey_called("health-trusts-2016")
        with pytest.raises(NothingThere) as told:
            open_at(str(file), trusts)
        made = f"--database {quoted(str(file))} --survey health-trusts-2016 --new"
        assert f"«ringerunde {made}»" in told.value.sentence

    def test_files_are_quoted_too(self, tmp_path: Path) -> None:
        typed = command_at(None, "restore", str(tmp_path / "en kopi"))
        assert typed == f"ringerunde restore {quoted(str(tmp_path / 'en kopi'))}"
