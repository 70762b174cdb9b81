"""The numbers that a project may set."""

import tomllib
from contextlib import suppress
from dataclasses import fields
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_window import CallWindow
from schemas.calls.settings import Settings, SettingsProblem
from schemas.language.dates import OSLO


def problems(text: str) -> tuple[str, ...]:
    """What is wrong with a settings file."""
    with pytest.raises(SettingsProblem) as caught:
        Settings.from_toml(text)
    return caught.value.sentences


class TestDefaults:
    """Nothing needs to be set."""

    def test_an_empty_file(self) -> None:
        """Gives the numbers we work by."""
        settings = Settings.from_toml("")
        assert settings == Settings()
        assert (settings.max_attempts, settings.calls_a_day_to_number) == (8, 2)
        assert settings.appointment_minutes == 15
        assert settings.call_window == CallWindow()

    def test_only_what_differs(self) -> None:
        """The rest keeps its default."""
        settings = Settings.from_toml('max_attempts = 6\n[call_window]\nopens = "9.00"\n')
        assert settings.max_attempts == 6
        assert settings.call_window.opens == time(9)
        assert settings.call_window.closes == time(15)

    def test_clock_times_as_toml_has_them(self) -> None:
        """With seconds and without quotes, too."""
        assert Settings.from_toml("[call_window]\nopens = 09:15:00").call_window.opens == time(
            9, 15
        )

    def test_no_pause(self) -> None:
        """TOML has no null: an empty list is none."""
        assert Settings.from_toml("[call_window]\npause = []").call_window.pause is None

    def test_a_mark_at_the_beginning(self) -> None:
        """Windows' Notepad puts one there."""
        assert Settings.from_toml("\ufeffmax_attempts = 5").max_attempts == 5


class TestAFileThatIsNone:
    def test_nested_without_end(self) -> None:
        """Told as anything else that is wrong."""
        (told,) = problems(f"max_attempts = {'[' * 5000}{']' * 5000}")
        assert told.startswith("For mange [")

    def test_a_number_longer_than_any(self) -> None:
        """Python itself reads no more than some thousand digits."""
        assert problems(f"max_attempts = {'9' * 5000}") == (
            "Et tall har altfor mange sifre. Skriv et lite tall.",
        )


class TestTheFile:
    """A settings file with every key, its meaning and its value."""

    def test_it_says_the_defaults(self) -> None:
        """Read back it changes nothing."""
        assert Settings.from_toml(Settings().to_toml()) == Settings()

    def test_every_key_is_in_it(self) -> None:
        """With a comment in Norwegian above."""
        text = Settings().to_toml()
        assert tomllib.loads(text).keys() == {one.name for one in fields(Settings)}
        assert "# En avtale varer så mange minutter.\nappointment_minutes = 15\n" in text
        assert "[call_window]\n" in text

    def test_it_says_what_was_set(self) -> None:
        """Not only the defaults."""
        changed = Settings(
            max_attempts=3, dial_prefix="0", call_window=CallWindow(days=("mandag",), pause=None)
        )
        assert Settings.from_toml(changed.to_toml()) == changed

    def test_a_day_without_an_end(self) -> None:
        """No minute before midnight, and no second of it, is left out."""
        read = Settings.from_toml(Settings().at_any_hour().to_toml())
        midnight = datetime(2015, 3, 15, tzinfo=OSLO)
        minute = (midnight - timedelta(seconds=one, milliseconds=1) for one in range(60))
        assert all(map(read.call_window.is_open, (midnight, *minute)))


class TestWhatIsWrong:
    """Each mistake is told with its key and what to write instead."""

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (
                'max_attempts = "8"',
                "max_attempts: skriv et helt tall fra 1 til 99, for eksempel 8.",
            ),
            ("max_attempts = 0", "max_attempts: skriv et helt tall fra 1 til 99, for eksempel 8."),
            (
                "max_attempts = true",
                "max_attempts: skriv et helt tall fra 1 til 99, for eksempel 8.",
            ),
            (
                "appointment_minutes = 1.5",
                "appointment_minutes: skriv et helt tall fra 1 til 480, for eksempel 15.",
            ),
            (
                "hold_back_minutes = -1",
                "hold_back_minutes: skriv et helt tall fra 0 til 480, for eksempel 20.",
            ),
            (
                'dial_prefix = "null"',
                "dial_prefix: skriv høyst seks tegn av 0–9, *, # og + i anførselstegn,"
                ' for eksempel "0".',
            ),
            (
                'overview_contact = "kari"',
                "overview_contact: skriv en e-postadresse i anførselstegn,"
                ' for eksempel "post@eksempel.no".',
            ),
            (
                "[call_window]\nopens = 8",
                'call_window.opens: skriv et klokkeslett, for eksempel "08:30".',
            ),
            (
                '[call_window]\ncloses = "25:00"',
                'call_window.closes: skriv et klokkeslett, for eksempel "15:00".',
            ),
            (
                '[call_window]\npause = ["11:00"]',
                "call_window.pause: skriv to klokkeslett (eller [] for ingen pause),"
                ' for eksempel ["11:00", "11:45"].',
            ),
            (
                '[call_window]\ndays = ["monday"]',
                "call_window.days: «monday» kan ikke stå der. Skriv en liste av ukedager (mandag,"
                " tirsdag, onsdag, torsdag, fredag, lørdag, søndag), for eksempel "
                '["mandag", "tirsdag"].',
            ),
            (
                "call_window = 3",
                "call_window: skriv en tabell med overskriften [call_window].",
            ),
            (
                '[call_window]\nopens = "16:00"',
                "call_window: sett klokkeslettene i rekkefølge: opens, pause, afternoon_from,"
                " closes, for eksempel 08:30, 11:00–11:45, 13:00, 15:00.",
            ),
            ("max_atempts = 8", "max_atempts: finnes ikke. Mente du max_attempts?"),
            (
                '[call_window]\nopen = "08:30"',
                "call_window.open: finnes ikke. Mente du call_window.opens?",
            ),
            (
                "max_attempts = 8\ndial_prefix 0",
                "Linje 2, tegn 13: kan ikke leses. Skriv navn = verdi,"
                " for eksempel max_attempts = 8.",
            ),
        ],
    )
    def test_sentences(self, text: str, sentence: str) -> None:
        """In Norwegian, to be acted upon."""
        assert problems(text) == (sentence,)

    def test_a_key_like_none(self) -> None:
        """All keys are named then."""
        (sentence,) = problems("xyz = 1")
        assert sentence.startswith("xyz: finnes ikke. Skriv en av max_attempts, calls_a_day")

    def test_a_key_in_the_wrong_table(self) -> None:
        """It is told where it stands."""
        (sentence,) = problems("[call_window]\nmax_attempts = 8")
        assert sentence == "call_window.max_attempts: finnes ikke. Mente du max_attempts?"

    def test_all_at_once(self) -> None:
        """Nobody has to try again for each of them."""
        assert len(problems('max_attempts = 0\nfoo = 1\n[call_window]\nopens = "x"')) == 3

    def test_an_unfinished_file(self) -> None:
        """Without a place to name, the end is named."""
        (sentence,) = problems("max_attempts = ")
        assert "kan ikke leses" in sentence

    @given(text=st.text())
    def test_any_text(self, text: str) -> None:
        """Settings or sentences; nothing else is ever raised."""
        with suppress(SettingsProblem):
            assert Settings.from_toml(text)


class TestTheRulesInWords:
    """What is on screen is made from the numbers."""

    def test_default(self) -> None:
        """As they are shown."""
        assert Settings().rules() == (
            "Det ringes mandag–fredag kl. 08.30–15.00, utenom 11.00–11.45, ikke på offentlige "
            "fridager.",
            "Etter 8 forsøk uten intervju ser koordinatoren på saken.",
            "Høyst 2 oppringninger om dagen til samme nummer.",
            "En avtale varer 15 minutter.",
        )

    def test_one(self) -> None:
        """Is in the singular."""
        rules = Settings(calls_a_day_to_number=1, appointment_minutes=1).rules()
        assert "Høyst 1 oppringning om dagen til samme nummer." in rules
        assert "En avtale varer 1 minutt." in rules
