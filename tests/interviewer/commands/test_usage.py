"""What is wrong with a command line is told in Norwegian; so is how to write it."""

import inspect
import io
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
import typer.core
import typer.main
from typer.core import TyperGroup

from interviewer.__main__ import main
from interviewer.cli import GROUPS, SINGLE, cli, declared
from interviewer.commands import declared as declared_room
from interviewer.commands.help_page import PAGE, help_page
from interviewer.commands.norwegian_cli import CATALOGUE
from interviewer.failures import Trouble
from interviewer.own_settings import read_settings
from interviewer.places import settings_file
from schemas.calls.settings import Settings
from tests.interviewer.commands.help_page import page as page_of_typer
from tests.support.platforms import needs_links_and_pipes

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|default|required|exit|env)\b")

CODED = re.compile(r"<(str|int|path|list)\b|[{}]|<=|\.\.\.")
"""What means something to programmers only, and the end of a line that was cut."""


class TestMistakes:
    """One sentence: what is wrong, and where to read how it is written."""

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("export csv", "«--out MAPPE» mangler. Se «ringerunde export csv --help»."),
            ("import phase-one", "«FIL» mangler. Se «ringerunde import phase-one --help»."),
            ("expor csv", "Kommandoen «expor» finnes ikke. Se «ringerunde --help»."),
            ("demo --quick", "Valget «--quick» finnes ikke. Se «ringerunde demo --help»."),
            ("demo --seed x", "«--seed TALL»: Skriv et tall. Se «ringerunde demo --help»."),
            ("demo --interviews -1", "«--interviews TALL»: Skriv et tall som er minst 0."),
            ("demo --seed", "Valget «--seed» skal ha noe etter seg."),
            ("report transition --force=1", "Valget «--force» skal ikke ha noe etter seg."),
            ("status halden os", "«halden os» er for mye. Se «ringerunde status --help»."),
            ("codebook --format pdf", "«--format»: Velg mellom 'text', 'json', 'ddi', 'xlsform'."),
        ],
    )
    def test_are_told(self, typed: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "argv", ["ringerunde", *typed.split()])
        with pytest.raises(Trouble) as trouble:
            cli.run()
        assert trouble.value.sentence.startswith(told)
        assert trouble.value.code == "CLI-USAGE"

    def test_a_new_database_is_made_by_the_call_list(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A command never makes one."""
        monkeypatch.setattr(sys, "argv", ["ringerunde", "--new", "status"])
        with pytest.raises(Trouble) as trouble:
            cli.run()
        assert trouble.value.code == "CLI-NEW"

    @pytest.mark.parametrize(
        "address",
        ["postgresql://aase:hemmelig@x.no/runde", "postgresql://aase@x.no/runde?password=hemmelig"],
    )
    def test_a_password_is_not_for_the_command_line(
        self, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Others on the machine could read it while the program runs; it is not repeated."""
        monkeypatch.setattr(sys, "argv", ["ringerunde", "--database", address, "status"])
        with pytest.raises(Trouble) as trouble:
            cli.run()
        assert trouble.value.code == "CLI-PASSWORD"
        assert "hemmelig" not in trouble.value.sentence

    def test_end_with_a_status(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["ringerunde", "expor"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 1
        told = capsys.readouterr().err
        assert told == "Kommandoen «expor» finnes ikke. Se «ringerunde --help». (CLI-USAGE)\n"


def commands(command: Any, *path: str) -> Iterator[tuple[str, ...]]:
    """Every command there is, as it is typed."""
    yield path
    if isinstance(command, TyperGroup):
        context = command.make_context(None, [], resilient_parsing=True)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), *path, name)


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """The help page of every command, on the smallest screen; asked for once."""
    return [page_of(*command) for command in commands(typer.main.get_command(cli))]


def page_of(*command: str) -> str:
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(io.StringIO()) as told:
        patched.setenv("COLUMNS", "80")
        patched.setattr(sys, "argv", ["ringerunde", *command, "--help"])
        assert cli.run() == 0
    return told.getvalue()


def test_the_page_that_is_written_down_is_what_typer_makes() -> None:
    """`uv run python -m tests.interviewer.commands.help_page` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page_of_typer()


def test_the_page_is_broken_anew_in_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """By Typer, which takes longer."""
    monkeypatch.setenv("COLUMNS", "60")
    assert help_page() is None


class TestTheTableOfCommands:
    """Where each of them is declared, so that only one need be loaded."""

    @pytest.mark.parametrize("place", SINGLE)
    def test_has_all_that_belong_to_no_group(self, place: str) -> None:
        """In their order."""
        assert tuple(typer.main.get_group(declared(place)).commands) == SINGLE[place]

    def test_has_every_module_in_which_commands_are_declared(self) -> None:
        """Another one would never be found."""
        folder = Path(inspect.getfile(declared_room)).parent
        modules = {file.stem for file in folder.iterdir() if not file.stem.startswith("_")}
        named = {place.partition(".")[0] for place in (*SINGLE, *GROUPS.values())}
        assert named == modules - {"options"}


class TestHelp:
    """Norwegian throughout, for every command, and for people who do not program."""

    def test_has_no_english(self, pages: list[str]) -> None:
        assert [one for one in pages if not one.startswith("Bruk: ringerunde")] == []
        assert [one for one in pages if ENGLISH.search(one)] == []

    def test_names_no_types_and_cuts_nothing(self, pages: list[str]) -> None:
        assert [one for one in pages if CODED.search(one)] == []

    def test_is_translated_where_typer_asks_for_it(self) -> None:
        """Every phrase that it asks for, and none that it does not ask for any more.

        `rich_utils` asks for more, and is not used: what it draws is for a wide terminal.
        """
        asked = re.findall(r'\b_\("([^"]*)"\)', inspect.getsource(typer.core))
        assert CATALOGUE.keys() == set(asked)

    def test_fits_on_the_screen(self, pages: list[str]) -> None:
        lines = [line for page in pages for line in page.splitlines()]
        assert [line for line in lines if len(line) > 80] == []


WRITTEN = '# Så mange forsøk.\nmax_attempts = 6\n[call_window]\ndays = ["lørdag"]\n'


def save_settings(content: bytes) -> Path:
    """The settings file, with that in it."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


class TestSettings:
    """What holds, as it is written in the settings file."""

    def test_can_be_read_back(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["ringerunde", "settings"])
        assert cli.run() == 0
        assert Settings.from_toml(capsys.readouterr().out) == read_settings()

    def test_in_a_file_they_are_utf8_whatever_the_console_is(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """`ringerunde settings > settings.toml` on a console of Windows-1252."""
        console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
        monkeypatch.setattr(sys, "stdout", console)
        monkeypatch.setattr(sys, "argv", ["ringerunde", "settings"])
        assert cli.run() == 0
        assert "så mange forsøk" in console.buffer.getvalue().decode()

    @pytest.mark.parametrize(
        "saved",
        [
            *(WRITTEN.encode(one) for one in ("utf-8", "utf-8-sig", "utf-16", "cp1252")),
            WRITTEN.encode("utf-16-le"),
            WRITTEN.encode().decode("cp850").encode("utf-16"),
            WRITTEN.replace("\n", "\r\r\n").encode(),
            WRITTEN.replace("\n", "\r").encode(),
            f"\u200b{WRITTEN}\x1a".encode(),
            WRITTEN.replace("lørdag", "Lørdag").encode(),
        ],
    )
    def test_are_read_as_windows_writes_them(self, saved: bytes) -> None:
        """By an editor, by cmd, by PowerShell that takes our UTF-8 for the console's letters."""
        save_settings(saved)
        settings = read_settings()
        assert (settings.max_attempts, settings.call_window.days) == (6, ("lørdag",))

    def test_letters_of_another_code_page(self) -> None:
        """What was read is shown, so that it can be seen what went wrong."""
        save_settings(WRITTEN.encode("cp865"))
        with pytest.raises(Trouble) as caught:
            read_settings()
        assert "«l›rdag» kan ikke stå der. Skriv en liste av ukedager" in caught.value.sentence

    def test_an_ending_that_windows_hides(self) -> None:
        """Somebody saved it in an editor that adds .txt."""
        save_settings(b"").rename(f"{settings_file()}.txt")
        with pytest.raises(Trouble) as caught:
            read_settings()
        assert "Kall filen settings.toml, uten .txt." in caught.value.sentence

    @pytest.mark.parametrize("content", [bytes(5000), bytes([35]) * 1_000_001])
    def test_none_at_all(self, content: bytes) -> None:
        """Zeros, as a power cut leaves them, or far too much: told, not taken for an empty one."""
        save_settings(content)
        with pytest.raises(Trouble, match="S-SETTINGS") as caught:
            read_settings()
        assert "er ingen innstillingsfil, eller er skadet" in caught.value.sentence

    @needs_links_and_pipes
    @pytest.mark.parametrize(
        ("to", "told"),
        [("settings.toml", "fører tilbake til seg selv"), ("gone", "noe som ikke finnes")],
    )
    def test_a_link_that_leads_nowhere(self, to: str, told: str) -> None:
        """More rights would not help, and what somebody has set is not passed over."""
        save_settings(b"").unlink()
        settings_file().symlink_to(to)
        with pytest.raises(Trouble) as caught:
            read_settings()
        assert told in caught.value.sentence

    def test_letters_of_nobody(self) -> None:
        """What to do is said."""
        save_settings(b"# \x81\nmax_attempts = 6\n")
        with pytest.raises(Trouble) as caught:
            read_settings()
        assert "Lagre den som UTF-8" in caught.value.sentence
