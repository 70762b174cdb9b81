"""How a day and a time are written, on a clock in Norway."""

from datetime import UTC, date, datetime

from schemas.language.dates import (
    clock,
    date_and_clock,
    day_and_clock,
    local,
    long_date,
    running_clock,
)


class TestInWords:
    """One way to write a time wherever it is read; only a clock that runs looks like a clock."""

    AT = datetime(2015, 2, 4, 11, 4, 5, tzinfo=UTC)

    def test_times(self) -> None:
        assert clock(self.AT) == "kl. 12.04"
        assert day_and_clock(self.AT) == "4.2. kl. 12.04"
        assert date_and_clock(self.AT) == "4.2.2015 kl. 12.04"
        assert running_clock(self.AT) == "12:04:05"

    def test_days(self) -> None:
        """A moment by the calendar in Norway: there it may be tomorrow already."""
        assert long_date(date(2015, 3, 5)) == "5. mars 2015"
        assert long_date(datetime(2015, 3, 4, 23, 30, tzinfo=UTC)) == "5. mars 2015"


def test_local() -> None:
    """UTC inside, Norway on screen."""
    assert local(datetime(2015, 7, 1, 8, tzinfo=UTC)).hour == 10
