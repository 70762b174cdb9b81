"""Appointments: what is said before one is made."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from schemas.calls.appointment_check import Verdict, check_appointment
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.call_window import CallWindow
from schemas.calls.settings import Settings
from schemas.language.dates import OSLO

IDA, OLA = UUID(int=1), UUID(int=2)
HERE, THERE = UUID(int=10), UUID(int=11)


def at(text: str) -> datetime:
    """A moment by the clock in Norway."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


NOW = at("2015-03-10 10:00")
ONE = Appointment(
    UUID(int=100), HERE, at("2015-03-12 10:30"), 15, AppointmentKind.hard,
    UUID(int=20), "", None, IDA, NOW,
)  # fmt: skip
OTHER = replace(ONE, id=UUID(int=101), case_id=THERE)


def check(appointment: Appointment, *others: Appointment) -> Verdict:
    """The verdict by the default settings."""
    return check_appointment(appointment, others, NOW, CallWindow(), {THERE: "Bø (Telemark)"})


def codes(appointment: Appointment, *others: Appointment) -> list[str]:
    """What is warned about."""
    return [remark.code for remark in check(appointment, *others).warnings]


class TestNothingToSay:
    """An ordinary appointment passes."""

    def test_in_the_window(self) -> None:
        """Neither refused nor warned about."""
        assert check(ONE) == Verdict(None)


class TestThePast:
    """It is refused, and the sentence says what to write."""

    def test_yesterday(self) -> None:
        """With weekday and date."""
        refused = check(replace(ONE, due=at("2015-03-09 10:00"))).refused
        assert refused
        assert refused.code == "P-PAST"
        assert refused.sentence == (
            "Mandag 9. mars kl. 10.00 er passert. Skriv et senere tidspunkt,"
            " for eksempel «om 20 min» eller «i morgen 10:30»."
        )

    def test_this_very_moment(self) -> None:
        """That is no appointment either."""
        assert check(replace(ONE, due=NOW)).refused

    def test_the_next_minute(self) -> None:
        """May be kept."""
        assert check(replace(ONE, due=at("2015-03-10 10:01"))).refused is None


class TestClashes:
    """Nobody is on two telephones."""

    @pytest.mark.parametrize(
        ("due", "clashes"),
        [
            ("10:15", False), ("10:16", True), ("10:30", True), ("10:44", True), ("10:45", False),
        ],
    )  # fmt: skip
    def test_overlap(self, due: str, clashes: bool) -> None:
        """One that ends when the other begins is none."""
        assert codes(ONE, replace(OTHER, due=at(f"2015-03-12 {due}"))) == ["P-CLASH"] * clashes

    def test_it_names_the_other(self) -> None:
        """With place and time."""
        (remark,) = check(ONE, OTHER).warnings
        assert remark.sentence == "Du har en avtale med Bø (Telemark) kl. 10.30–10.45."

    def test_somebody_elses(self) -> None:
        """Concerns nobody."""
        assert codes(ONE, replace(OTHER, made_by=OLA)) == []

    def test_it_is_whose_it_must_be_with(self) -> None:
        """Made by Ola, but only with Ida."""
        assert codes(ONE, replace(OTHER, made_by=OLA, only_with=IDA)) == ["P-CLASH"]

    def test_made_for_somebody_else(self) -> None:
        """Ida makes one for Ola, who has another."""
        (remark,) = check(replace(ONE, only_with=OLA), replace(OTHER, made_by=OLA)).warnings
        assert remark.sentence.startswith("Intervjueren har en avtale")

    def test_closed_ones_are_over(self) -> None:
        """Kept or called off."""
        assert codes(ONE, replace(OTHER, closed_at=NOW)) == []

    def test_the_one_it_replaces(self) -> None:
        """A case has one open appointment at most."""
        assert codes(ONE, ONE, replace(OTHER, case_id=HERE)) == []


class TestOutsideTheWindow:
    """Warned about; the appointment may overrule it."""

    @pytest.mark.parametrize(
        "due",
        [
            "2015-03-12 08:00", "2015-03-12 11:15", "2015-03-12 14:50",
            "2015-03-12 17:00",
        ],
    )  # fmt: skip
    def test_outside(self, due: str) -> None:
        """Early, at lunch, late."""
        assert codes(replace(ONE, due=at(due))) == ["P-WINDOW"]

    def test_a_day_on_which_nobody_works(self) -> None:
        """It is named, and so is the next day on which somebody does."""
        (remark,) = check(replace(ONE, due=at("2015-03-14 10:00"))).warnings
        assert remark.code == "P-DAY"
        assert remark.sentence == (
            "14.3. er en lørdag: Da ringes det ikke. Neste virkedag er mandag 16.3. Esc retter "
            "tiden."
        )

    def test_also_while_one_practises(self) -> None:
        """One rings at any hour then, but the people one rings work as usual."""
        window = Settings().at_any_hour().call_window
        assert window.is_open(at("2015-03-14 10:00"))
        assert not window.of_offices.is_open(at("2015-03-14 10:00"))

    def test_its_end_in_the_lunch_break(self) -> None:
        """Is no reason to warn: whoever is spoken with is spoken with to the end."""
        assert codes(replace(ONE, due=at("2015-03-12 10:50"))) == []

    def test_it_says_the_rule(self) -> None:
        """From the settings."""
        (remark,) = check(replace(ONE, due=at("2015-03-12 17:00"))).warnings
        assert remark.sentence == f"Avtalen er utenfor ringetiden. {CallWindow().sentence()}"

    def test_a_holiday(self) -> None:
        """Is named, and that is enough."""
        (remark,) = check(replace(ONE, due=at("2015-04-03 10:00"))).warnings
        assert remark.code == "P-HOLIDAY"
        assert remark.sentence == "3.4. er langfredag, en offentlig fridag."

    def test_up_to_the_last_minute(self) -> None:
        """It ends as the pause begins."""
        assert codes(replace(ONE, due=at("2015-03-12 10:45"))) == []


class TestAnAppointment:
    """What it knows of itself."""

    def test_a_naive_time(self) -> None:
        """Could be any moment of two."""
        with pytest.raises(ValueError, match="aware"):
            replace(ONE, due=datetime(2015, 3, 12, 10))  # noqa: DTZ001 - that is the point

    def test_whose_it_is(self) -> None:
        """Whom it must be with, else whoever made it."""
        assert ONE.interviewer_id == IDA
        assert replace(ONE, only_with=OLA).interviewer_id == OLA
