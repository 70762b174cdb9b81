"""Days and hours on which people are at work."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_window import CallWindow
from schemas.calls.public_holidays import public_holidays
from schemas.calls.workdays import PartOfDay, add_working_days, holiday, is_working_day
from schemas.language.dates import OSLO

WINDOW = CallWindow()
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2014, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def at(text: str) -> datetime:
    """A moment by the clock in Norway: "2015-03-10 08:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


class TestHolidays:
    """The Norwegian public holidays, by name."""

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            ("2015-01-01", "Første nyttårsdag"),
            ("2015-04-02", "Skjærtorsdag"),
            ("2015-04-03", "Langfredag"),
            ("2015-04-06", "Andre påskedag"),
            ("2015-05-01", "Arbeidernes dag"),
            ("2015-05-14", "Kristi himmelfartsdag"),
            ("2015-05-17", "Grunnlovsdag"),
            ("2015-05-25", "Andre pinsedag"),
            ("2015-12-25", "Første juledag"),
            ("2015-12-26", "Andre juledag"),
        ],
    )
    def test_by_name(self, day: str, name: str) -> None:
        """Movable ones too."""
        assert holiday(date.fromisoformat(day)) == name

    def test_twelve_in_2015(self) -> None:
        """The Sundays among them too; Christmas Eve is a working day by law."""
        year = (date(2015, 1, 1) + timedelta(days=more) for more in range(365))
        assert len([day for day in year if holiday(day)]) == 12

    def test_as_the_package_has_them(self) -> None:
        """The package that knows all countries' holidays finds the same, by the same names."""
        for year in range(1950, 2100):
            found = country_holidays("NO", years=year, language="no").items()
            assert public_holidays(year) == {on: name.replace("; ", " og ") for on, name in found}

    def test_working_days_pass_over_easter(self) -> None:
        """From the Wednesday before Easter, the next working day is the Tuesday after it."""
        assert add_working_days(date(2015, 4, 1), 1) == date(2015, 4, 7)
        assert add_working_days(date(2015, 4, 1), 0) == date(2015, 4, 1)

    def test_over_a_weekend(self) -> None:
        """Three working days from a Friday are Wednesday."""
        assert add_working_days(date(2015, 3, 13), 3) == date(2015, 3, 18)

    @given(day=st.dates(date(2014, 1, 1), date(2016, 6, 1)), days=st.integers(1, 30))
    def test_so_many_are_passed(self, day: date, days: int) -> None:
        """Counted one by one it comes to the same."""
        end = add_working_days(day, days)
        passed = (day + timedelta(days=more) for more in range(1, (end - day).days + 1))
        assert sum(map(is_working_day, passed)) == days
        assert is_working_day(end)


class TestTheCallWindow:
    """When we ring without having an appointment."""

    @pytest.mark.parametrize(
        ("when", "is_open"),
        [
            ("2015-03-10 08:29", False),
            ("2015-03-10 08:30", True),
            ("2015-03-10 10:59", True),
            ("2015-03-10 11:00", False),
            ("2015-03-10 11:44", False),
            ("2015-03-10 11:45", True),
            ("2015-03-10 14:59", True),
            ("2015-03-10 15:00", False),
            ("2015-03-14 10:00", False),  # Saturday
            ("2015-04-02 10:00", False),  # Maundy Thursday
            ("2015-07-14 08:30", True),  # by summer time, too
        ],
    )
    def test_open(self, when: str, is_open: bool) -> None:
        """From the first minute to the last, by the clock in Norway."""
        assert WINDOW.is_open(at(when)) is is_open

    @pytest.mark.parametrize(
        ("when", "opening"),
        [
            ("2015-03-10 07:00", "2015-03-10 08:30"),
            ("2015-03-10 09:17", "2015-03-10 09:17"),
            ("2015-03-10 11:10", "2015-03-10 11:45"),
            ("2015-03-13 15:00", "2015-03-16 08:30"),
            ("2015-04-01 16:00", "2015-04-07 08:30"),  # over Easter
            ("2015-03-27 16:00", "2015-03-30 08:30"),  # over the night the clock is changed
        ],
    )
    def test_next_open(self, when: str, opening: str) -> None:
        """Now, if it is open now."""
        assert WINDOW.next_open(at(when)) == at(opening)

    @pytest.mark.parametrize(
        ("when", "opening"),
        [
            ("2015-03-10 08:30", "2015-03-10 11:45"),
            ("2015-03-10 11:45", "2015-03-11 08:30"),
            ("2015-03-13 14:00", "2015-03-16 08:30"),
        ],
    )
    def test_next_half_day(self, when: str, opening: str) -> None:
        """After lunch, or the next morning."""
        assert WINDOW.next_half_day(at(when)) == at(opening)

    @given(moment=MOMENTS)
    def test_next_open_is_open(self, moment: datetime) -> None:
        """And no earlier moment is."""
        opening = WINDOW.next_open(moment)
        assert WINDOW.is_open(opening)
        assert opening >= moment
        assert opening == moment or not WINDOW.is_open(opening - timedelta(minutes=1))

    def test_without_a_pause(self) -> None:
        """Then the day is one stretch."""
        window = CallWindow(pause=None)
        assert window.is_open(at("2015-03-10 11:15"))
        assert window.next_half_day(at("2015-03-10 09:00")) == at("2015-03-11 08:30")

    @pytest.mark.parametrize(
        ("when", "part"),
        [
            ("08:30", PartOfDay.morning), ("10:59", PartOfDay.morning),
            ("11:00", PartOfDay.midday), ("12:59", PartOfDay.midday),
            ("13:00", PartOfDay.afternoon), ("15:00", PartOfDay.afternoon),
        ],
    )  # fmt: skip
    def test_parts_of_the_day(self, when: str, part: PartOfDay) -> None:
        """Three, so that a retry can avoid those that were tried."""
        assert WINDOW.part(at(f"2015-03-10 {when}")) is part

    def test_times_must_be_in_order(self) -> None:
        """A day that ends before it begins would never be open."""
        for wrong in ({"opens": time(16)}, {"closes": time(8)}, {"pause": (time(12), time(11))}):
            with pytest.raises(ValueError, match="order"):
                CallWindow(**wrong)


class TestItsSentence:
    """The rule in words comes from the rule."""

    def test_default(self) -> None:
        """As it is shown."""
        assert WINDOW.sentence() == (
            "Det ringes mandag–fredag kl. 08.30–15.00, utenom 11.00–11.45, ikke på offentlige "
            "fridager."
        )

    def test_another(self) -> None:
        """Other days, no pause."""
        window = CallWindow(days=("tirsdag", "mandag", "fredag"), opens=time(9), pause=None)
        assert window.sentence() == (
            "Det ringes mandag, tirsdag og fredag kl. 09.00–15.00, ikke på offentlige fridager."
        )

    def test_one_day(self) -> None:
        """Without a dash."""
        assert CallWindow(days=("onsdag",)).sentence().startswith("Det ringes onsdag kl.")
