"""Telephone numbers as municipalities' pages, signatures and lists have them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.language.messages import AnswerProblem
from schemas.language.phone import is_phone, read_phone, show_phone
from schemas.language.phones_within import phone_within, phones_within

ONE = [
    ("Telefon: 22 33 44 55", "+4722334455"),
    ("Tlf.nr. 22 33 44 55", "+4722334455"),
    ("Tlf. nr.: 22 33 44 55", "+4722334455"),
    ("Telefonnummer: 22334455", "+4722334455"),
    ("Mobilnr. 918 22 334", "+4791822334"),
    ("Sentralbordet: 22 33 44 55", "+4722334455"),
    ("T: 22 33 44 55", "+4722334455"),
    ("m: 918 22 334", "+4791822334"),
    ("Direkte: 22 33 44 55", "+4722334455"),
    ("+ 47 22 33 44 55", "+4722334455"),
    ("(47) 22 33 44 55", "+4722334455"),
    ("22 33 44 55.", "+4722334455"),
    ("22\u00a033\u00a044\u00a055", "+4722334455"),
    ("22\u201133\u201144\u201155", "+4722334455"),
    ("116117", "116117"),
    ("116 117", "116117"),
    ("tlf. 116 117", "116117"),
    ("02580", "02580"),
]

SEVERAL = [
    ("22 33 44 55 el. 918 22 334", "22334455 91822334"),
    ("22 33 44 55 eller 918 22 334", "22334455 91822334"),
    ("22 33 44 55 evt. 918 22 334", "22334455 91822334"),
    ("22 33 44 55 (mobil 918 22 334)", "22334455 91822334"),
    ("22 33 44 55 (918 22 334)", "22334455 91822334"),
    ("Tlf: 22 33 44 55, mob: 918 22 334", "22334455 91822334"),
    ("T: 22 33 44 55 M: 918 22 334", "22334455 91822334"),
    ("22 33 44 55 - 918 22 334", "22334455 91822334"),
    ("22 33 44 55 – 918 22 334", "22334455 91822334"),
    ("22 33 44 55 / 918 22 334", "22334455 91822334"),
    ("22 33 44 55; 918 22 334", "22334455 91822334"),
    ("22334455 91822334", "22334455 91822334"),
    ("+47 22 33 44 55 +47 918 22 334", "+4722334455 +4791822334"),
    ("(+47) 22 33 44 55 / (+47) 918 22 334", "+4722334455 +4791822334"),
    ("Legevakt 116 117 eller 22 33 44 55", "116117 22334455"),
    ("Ola Prøve 22 33 44 55, Kari Prøve 918 22 334", "22334455 91822334"),
    ("02580 / 22 33 44 55", "02580 22334455"),
]

DAYS = ["2015-03-02", "22.03.2015", "22.3.2015", "2015-03-02T10:00:00"]

AMONG_OTHERS = [
    ("22 33 44 55 (sentralbord)", "22334455"),
    ("22 33 44 55, linje 12", "22334455"),
    ("22 33 44 55 tast 2", "22334455"),
    ("22 33 44 55/56", "22334455"),
    ("kl. 9-15: 22 33 44 55", "22334455"),
    ("Telefon 22 33 44 55 / Faks 22 33 44 56", "22334455"),
    ("Faks 22 33 44 56, tlf. 22 33 44 55", "22334455"),
    ("22 33 44 56 (faks), 22 33 44 55", "22334455"),
    ("T: 22 33 44 55 F: 22 33 44 56", "22334455"),
    ("Telefaks: 22 33 44 56 Telefon: 22 33 44 55", "22334455"),
]


def code(typed: str) -> str:
    """Why it is not taken."""
    with pytest.raises(AnswerProblem) as caught:
        read_phone(typed)
    return caught.value.code


class TestOneNumber:
    """Labels, spaces, dots and dashes do not matter."""

    @pytest.mark.parametrize(("typed", "stored"), ONE)
    def test_it_is_read(self, typed: str, stored: str) -> None:
        """In any usual Norwegian form."""
        assert read_phone(typed) == stored
        assert is_phone(stored)

    @given(st.from_regex(r"\+47[2-9][0-9]{7}", fullmatch=True))
    def test_one_of_the_usual_length_can_be_dialled(self, stored: str) -> None:
        """What is known of all numbers in the world says the same, and takes a while to load."""
        assert is_phone(stored)
        assert phonenumbers.is_possible_number(phonenumbers.parse(stored, None))

    def test_the_help_lines(self) -> None:
        """The legevakt has six digits, read aloud three by three."""
        assert show_phone("116117") == "116 117"

    @pytest.mark.parametrize("typed", ["112", "1881", "117117", "22 33 44 5", "22 33 44 55 12"])
    def test_too_short_or_too_long(self, typed: str) -> None:
        """The sentence denies no number that there is."""
        with pytest.raises(AnswerProblem) as caught:
            read_phone(typed)
        assert caught.value.code == "A-PHONE-LENGTH"
        assert "02800" in caught.value.sentence


class TestSeveral:
    """Who types one writes one; a file has its first taken."""

    @pytest.mark.parametrize(("text", "numbers"), SEVERAL)
    def test_two(self, text: str, numbers: str) -> None:
        """In whatever words they are told apart."""
        assert phones_within(text) == tuple(numbers.split())
        assert code(text) == "A-PHONE-TWO"

    @pytest.mark.parametrize(("text", "number"), AMONG_OTHERS)
    def test_one_among_other_things(self, text: str, number: str) -> None:
        """A fax machine answers nobody."""
        assert phones_within(text) == (number,)
        assert code(text) == "A-PHONE-ONLY"

    def test_only_a_fax(self) -> None:
        """It is said, and not taken."""
        assert code("Faks: 22 33 44 56") == "A-PHONE-FAX"

    @pytest.mark.parametrize(
        "day", ["2015-03-02", "22.03.2015", "22.3.2015", "2015-03-02T10:00:00"]
    )
    def test_a_day(self, day: str) -> None:
        """A cell of a spreadsheet beside the one that was meant: it was taken for somebody's."""
        assert code(day) == "A-PHONE-DATE"
        assert phones_within(f"Ringt {day}: 22 33 44 55") == ("22334455",)
        assert read_phone("20 15 03 02") == "+4720150302"

    def test_none(self) -> None:
        """Digits of something else are no number."""
        assert phones_within("Org.nr. 123, 22 33 44, postboks 4567") == ()

    @pytest.mark.parametrize(
        ("text", "both"),
        [
            ("Hilde Ås, 95 11 22 33", ("95 11 22 33", "Hilde Ås")),
            ("Hilde Ås (tlf. 95112233)", ("95112233", "Hilde Ås")),
            ("95 11 22 33 Hilde Ås", ("95 11 22 33", "Hilde Ås")),
            ("Hilde95112233", ("95112233", "Hilde")),
            ("Hilde, 2. etasje", None),
            ("95 11 22 33", None),
            ("Hilde 95 11 22 33 el. 69 28 91 23", None),
        ],
    )
    def test_beside_a_name(self, text: str, both: tuple[str, str] | None) -> None:
        """As it is dictated in one breath: what is the number, and what is not."""
        assert phone_within(text) == both
