"""Times as people in Norway type them: understood, or explained, but never guessed."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from schemas.calls.call_window import CallWindow
from schemas.calls.moments.moment_problems import EXAMPLES, MESSAGES, MomentProblem
from schemas.calls.moments.moment_said import answer_back, written
from schemas.calls.moments.moments import LONGEST, read_moment
from schemas.language.dates import OSLO, local


def at(text: str) -> datetime:
    """A moment by the clock in Norway: "2015-03-10 08:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


NOW = at("2015-03-10 10:00")
"""A Tuesday in week 11."""


def read(typed: str, now: datetime = NOW) -> str:
    """What it means, by the clock in Norway."""
    return f"{local(read_moment(typed, now).at):%Y-%m-%d %H:%M}"


def problem(typed: str, now: datetime = NOW) -> MomentProblem:
    """Why it means nothing."""
    with pytest.raises(MomentProblem) as caught:
        read_moment(typed, now)
    return caught.value


UNDERSTOOD = """
    i dag 14                      | 10 14:00
    idag kl 14                    | 10 14:00
    i dag 10:01                   | 10 10:01
    i morgen 10:30                | 11 10:30
    I MORGEN KL. 10.30            | 11 10:30
    10.30 i morgen                | 11 10:30
    imorgen 9                     | 11 09:00
    i morra halv ni               | 11 08:30
    i morgon 10                   | 11 10:00
    i morgen ti                   | 11 10:00
    i overmorgen 9                | 12 09:00
    overmorgen 9                  | 12 09:00
    i overmorgon kl. 9            | 12 09:00

    tirs 14                       | 10 14:00
    tirs 9                        | 17 09:00
    tirs 10                       | 17 10:00
    tirsdag kl. 14.15             | 10 14:15
    tirsdag, kl. 10.              | 17 10:00
    tys 13                        | 10 13:00
    tysdag 13                     | 10 13:00
    ons. 9                        | 11 09:00
    onsdag klokken 13             | 11 13:00
    tor 13                        | 12 13:00
    torsdag 9:05                  | 12 09:05
    fre 0930                      | 13 09:30
    fredag 930                    | 13 09:30
    lørdag 11                     | 14 11:00
    laurdag 11                    | 14 11:00
    søndag 12                     | 15 12:00
    sundag 12                     | 15 12:00
    man 9                         | 16 09:00
    på mandag kl 9                | 16 09:00
    til mandag 9                  | 16 09:00
    måndag 9                      | 16 09:00
    førstkommende mandag 9        | 16 09:00
    neste tirsdag 9               | 17 09:00
    neste tirs 14                 | 17 14:00
    neste ons kl 9                | 18 09:00
    ons neste uke 9               | 18 09:00
    neste veke onsdag 9           | 18 09:00
    fredag denne uken 9           | 13 09:00
    mandag om to uker kl 10       | 23 10:00
    tirsdag om en uke kl 10       | 17 10:00
    om fjorten dager på tirsdag 9 | 24 09:00
    uke 12 onsdag kl 9            | 18 09:00
    onsdag i uke 12 09:00         | 18 09:00
    veke 13 fredag 13             | 27 13:00

    ti 14                         | 10 14:00
    ti. 14                        | 10 14:00
    ti kl 10                      | 17 10:00
    ti. kl. 10                    | 17 10:00
    ti etter lunsj                | 10 11:45
    ti på tirs                    | 17 10:00
    fredag ti                     | 13 10:00
    to 2                          | 12 14:00
    tirs.14                       | 10 14:00
    ti.14                         | 10 14:00
    kl.13                         | 10 13:00
    ti 17.3. kl 10                | 17 10:00
    19. mars to                   | 19 14:00
    to. kl. 2                     | 12 14:00
    på to 9                       | 12 09:00
    neste to 9                    | 19 09:00
    uke 12 to 9                   | 19 09:00
    ma 9                          | 16 09:00
    on. 10                        | 11 10:00
    fr kl. 9                      | 13 09:00
    lø 11                         | 14 11:00
    sø 12                         | 15 12:00
    ty 14                         | 10 14:00

    12.3. kl 9                    | 12 09:00
    12.3 09:00                    | 12 09:00
    12.3. 9                       | 12 09:00
    12.03 kl 9                    | 12 09:00
    12/3 9.30                     | 12 09:30
    12/3-15 9.30                  | 12 09:30
    12.3.2015 09:30               | 12 09:30
    12.3.15 09:30                 | 12 09:30
    2015-03-12 09:30              | 12 09:30
    12. mars kl 9                 | 12 09:00
    12 mars 9                     | 12 09:00
    12. mar. 9.15                 | 12 09:15
    9 12. mars                    | 12 09:00
    kl 9 12.3                     | 12 09:00
    12. mars 2015 kl. 9           | 12 09:00
    den 12. kl 9                  | 12 09:00
    den 12. 10.10                 | 12 10:10
    12. kl 9                      | 12 09:00
    den 12. mars klokka 9         | 12 09:00
    torsdag 12. mars kl. 9        | 12 09:00
    torsdag den 12. kl. 9         | 12 09:00
    tirsdag 24. mars kl. 10.30    | 24 10:30
    tirsdag 24. mars kl. 10.30 (om 14 dager) | 24 10:30

    14                            | 10 14:00
    kl 13                         | 10 13:00
    kl. 13                        | 10 13:00
    kl13                          | 10 13:00
    klokka 13                     | 10 13:00
    ca kl 13                      | 10 13:00
    14.30                         | 10 14:30
    14.30.                        | 10 14:30
    14:30                         | 10 14:30
    1430                          | 10 14:30
    kl 14.10                      | 10 14:10
    tirs 14.10                    | 10 14:10
    9                             | 11 09:00
    8:30                          | 11 08:30
    18                            | 10 18:00
    07:00                         | 11 07:00
    2                             | 10 14:00
    3:15                          | 10 15:15
    kl 6                          | 10 18:00
    kl 7                          | 11 07:00
    i morgen 02:30                | 11 02:30
    i morgen kl 2.30              | 11 14:30
    to                            | 10 14:00
    kl ett                        | 10 13:00
    tolv                          | 10 12:00
    halv to                       | 10 13:30
    kl halv to                    | 10 13:30
    halv 2                        | 10 13:30
    halv ett                      | 10 12:30
    halv elleve                   | 10 10:30
    halv åtte                     | 11 07:30
    halv 14                       | 10 13:30
    kvart over ti                 | 10 10:15
    kvart på to                   | 10 13:45
    kvart på ett                  | 10 12:45
    kvart over tolv               | 10 12:15
    kvart over 13                 | 10 13:15
    ti på halv tre                | 10 14:20
    fem over halv tre             | 10 14:35
    5 på 2                        | 10 13:55
    fem minutter på to            | 10 13:55
    ti over ni                    | 11 09:10
    ti på tirs                    | 17 10:00

    14 45                         | 10 14:45
    9 30 mars                     | 30 09:00
    fredag ca 10                  | 13 10:00
    fredag ca. 14.30              | 13 14:30
    rundt halv to                 | 10 13:30
    ved 10-tiden i morgen         | 11 10:00
    i 14-tida                     | 10 14:00
    9-tida mandag                 | 16 09:00
    ellevetida fredag             | 13 11:00

    etter lunsj                   | 10 11:45
    etter lunsj torsdag           | 12 11:45
    torsdag etter lunch           | 12 11:45
    fredag morra                  | 13 08:30
    før lunsj                     | 10 10:15
    midt på dagen                 | 10 11:45
    i ettermiddag                 | 10 13:00
    i ettermiddag kl 2            | 10 14:00
    i kveld kl 7                  | 10 19:00
    i kveld 19:30                 | 10 19:30
    fredag morgen                 | 13 08:30
    fredag morgen kl 9            | 13 09:00
    fredag formiddag              | 13 09:45
    fredag føremiddag             | 13 09:45
    fredag ettermiddag            | 13 13:00
    fredag etter lunsj            | 13 11:45
    fredag etter lunsj kl 1       | 13 13:00
    i morgen tidlig               | 11 08:30
    i morgen tidlig kl 6          | 11 06:00
    i morgen formiddag            | 11 09:45
    i morgen på ettermiddagen     | 11 13:00
    12.3. etter lunsj             | 12 11:45

    om 20 min                     | 10 10:20
    om 20 minutter                | 10 10:20
    om tjue minutt                | 10 10:20
    om 5m                         | 10 10:05
    om et kvarter                 | 10 10:15
    om eit kvarter                | 10 10:15
    om tre kvarter                | 10 10:45
    om en halvtime                | 10 10:30
    om en halv time               | 10 10:30
    om en time                    | 10 11:00
    om ein time                   | 10 11:00
    om halvannen time             | 10 11:30
    om 1,5 time                   | 10 11:30
    om to og en halv time         | 10 12:30
    om to timer                   | 10 12:00
    om 2 t                        | 10 12:00
    om 1 time og 20 minutter      | 10 11:20
    om en times tid               | 10 11:00
    om en halvtimes tid           | 10 10:30
    om et kvarters tid            | 10 10:15
    om tre dagers tid             | 13 10:00
    om et par timer               | 10 12:00
    om et par dager kl 10         | 12 10:00
    om to dager                   | 12 10:00
    om to dager kl 9              | 12 09:00
    om en uke                     | 17 10:00
    om ei veke                    | 17 10:00
    om 14 dager kl 10             | 24 10:00
    i overimorgen kl 9            | 12 09:00
    etter helga kl 10             | 16 10:00
    over helgen kl. 10            | 16 10:00
    tirsdag etter helga 9         | 17 09:00
    til uka onsdag 9              | 18 09:00
    om tre virkedager kl 9        | 13 09:00
"""


def _table(text: str) -> dict[str, str]:
    rows = (line.split("|") for line in text.splitlines() if line.strip())
    return {typed.strip(): result.strip() for typed, result in rows}


class TestWhatPeopleType:
    """On Tuesday 10 March 2015 at 10.00; the results are days of March."""

    def test_understood(self) -> None:
        """By the rules that the module states, in every form that people use, not one of each."""
        table = _table(UNDERSTOOD)
        assert {typed: read(typed).removeprefix("2015-03-") for typed in table} == table
        assert len(table) >= 120

    def test_on_other_days(self) -> None:
        """At the ends of weeks, months and years."""
        table = [
            ("2015-03-13 16:00", "14", "2015-03-16 14:00"),  # not on a Saturday
            ("2015-03-13 16:00", "18", "2015-03-13 18:00"),  # never in the window: today
            ("2015-04-01 16:00", "9", "2015-04-07 09:00"),  # over Easter
            ("2015-03-10 10:00", "om en måned kl 9", "2015-04-10 09:00"),
            ("2015-01-31 10:00", "om en måned kl 9", "2015-02-28 09:00"),
            ("2015-03-15 10:00", "neste tirsdag 9", "2015-03-17 09:00"),  # on a Sunday
            ("2015-03-11 10:00", "mandag om to uker 9", "2015-03-23 09:00"),
            ("2015-03-20 10:00", "den 12. kl 9", "2015-04-12 09:00"),
            ("2015-01-30 10:00", "den 31. kl 9", "2015-01-31 09:00"),
            ("2015-02-10 10:00", "den 31. kl 9", "2015-03-31 09:00"),
            ("2015-12-15 10:00", "5. januar kl 9", "2016-01-05 09:00"),
            ("2015-12-15 10:00", "uke 2 onsdag 9", "2016-01-13 09:00"),
            ("2015-12-15 10:00", "uke 53 onsdag 9", "2015-12-30 09:00"),
            ("2015-12-15 10:00", "29.2. kl 9", "2016-02-29 09:00"),
            ("2015-01-02 10:00", "24.12. kl 9", "2015-12-24 09:00"),
            ("2015-04-01 10:00", "om en virkedag kl 9", "2015-04-07 09:00"),
            ("2015-04-01 10:00", "etter påske kl 9", "2015-04-07 09:00"),
            ("2015-04-01 10:00", "mandag etter påske kl 9", "2015-04-13 09:00"),
            ("2015-04-04 10:00", "etter helga kl 9", "2015-04-07 09:00"),  # Monday is a holiday
            ("2015-05-20 10:00", "dagen etter pinse kl 9", "2015-05-26 09:00"),
            ("2015-12-15 10:00", "første arbeidsdag etter nyttår kl 9", "2016-01-04 09:00"),
            ("2015-12-15 10:00", "onsdag etter nyttår kl 9", "2016-01-06 09:00"),
        ]
        assert [(now, typed, read(typed, at(now))) for now, typed, _ in table] == table

    def test_the_week_that_was_said_is_proposed(self) -> None:
        """Only the day is missing."""
        assert problem("uke 14").instead == ("tirsdag uke 14 kl. 10", "onsdag uke 14 kl. 10")

    def test_not_before_is_at_that_time(self) -> None:
        """Which a remark tells, as that of lunch."""
        moment = read_moment("torsdag etter kl. 13", NOW)
        assert moment.at == at("2015-03-12 13:00")
        assert moment.remarks == ("«Etter» er lest som selve klokkeslettet.",)

    def test_seconds_are_rounded_up(self) -> None:
        """A moment is a whole minute and never earlier than what was said."""
        assert read("om 20 min", NOW + timedelta(seconds=1)) == "2015-03-10 10:21"

    def test_hours_are_hours_when_the_clock_is_changed(self) -> None:
        """Two hours from 01.00 are 04.00 by the clock that was set forward."""
        assert read("om to timer", at("2015-03-29 01:00")) == "2015-03-29 04:00"
        assert read("om en dag", at("2015-03-28 10:00")) == "2015-03-29 10:00"

    def test_another_window(self) -> None:
        """Parts of the day follow the settings."""
        window = CallWindow(opens=time(9), pause=(time(11, 30), time(12)))
        assert local(read_moment("etter lunsj", NOW, window).at).hour == 12
        assert local(read_moment("fredag morgen", NOW, window).at).hour == 9


NOT_UNDERSTOOD = """
                                  | M-EMPTY
    senere                        | M-WHEN
    i går                         | M-UNKNOWN
    ٣                             | M-UNKNOWN
    i natt                        | M-WORDS
    tirs eller ons 10             | M-SPAN
    tirs kl 10 eller 11           | M-SPAN
    mellom 10 og 11               | M-SPAN
    tirs 10-11                    | M-SPAN
    tirs kl. 10.30 til 11         | M-SPAN
    mellom ti og elleve           | M-SPAN
    om noen timer                 | M-VAGUE
    om to-tre dager               | M-TWO-WAYS
    om 2 eller 3 timer            | M-TWO-WAYS
    ti.                           | M-TWO-WAYS
    to etter lunsj                | M-TWO-WAYS
    ti om formiddagen             | M-TWO-WAYS
    ti 12.10                      | M-TWO-WAYS
    ti ti                         | M-TWO-WAYS
    ti to                         | M-TWO-WAYS
    to 19. mars                   | M-TWO-WAYS
    to 19.                        | M-TWO-WAYS
    10 10                         | M-TWO-WAYS
    14 15                         | M-TWO-WAYS
    etter jul kl 10               | M-TWO-WAYS
    fredag ti 10                  | M-MANY
    etter helga                   | M-TIME
    uke 12 ti                     | M-TIME
    en mandag 10                  | M-WORDS
    før 14                        | M-WORDS
    innen fredag                  | M-WORDS
    ikke tirs 10                  | M-WORDS
    om 5                          | M-TWO-WAYS
    om en halv dag                | M-WORDS
    om en uke og to timer         | M-WORDS
    12.3.9                        | M-WORDS
    10:30:00                      | M-WORDS
    9,10                          | M-WORDS
    tirs 10 (om 3 dager)          | M-WORDS
    14.10                         | M-TWO-WAYS
    12.03                         | M-TWO-WAYS
    9.10 10.10                    | M-TWO-WAYS
    ons 14.10                     | M-TWO-WAYS
    12.                           | M-TWO-WAYS
    tirs 14.                      | M-TWO-WAYS
    morgen 10                     | M-TWO-WAYS
    2015                          | M-TWO-WAYS
    i morgen 2015                 | M-TWO-WAYS
    tirs                          | M-TIME
    på mandag                     | M-TIME
    i morgen                      | M-TIME
    12.3.                         | M-TIME
    12. mars 2015                 | M-TIME
    uke 12 onsdag                 | M-TIME
    i kveld                       | M-TIME
    tirs om to uker               | M-TIME
    uke 14                        | M-DAY
    neste uke                     | M-WHEN
    uke 12 kl 9                   | M-DAY
    mandag 9 mandag 10            | M-MANY
    tirs ons 10                   | M-MANY
    i morgen 12.3. kl 10          | M-MANY
    om 20 min kl 10               | M-MANY
    i ettermiddag tidlig          | M-MANY
    12.3. 14.3. kl 9              | M-MANY
    25                            | M-CLOCK
    kl 24                         | M-CLOCK
    14.75                         | M-CLOCK
    1475                          | M-CLOCK
    tretti                        | M-CLOCK
    kvart på halv to              | M-CLOCK
    31.4. kl 9                    | M-DATE
    29.2. kl 9                    | M-DATE
    32.1. kl 9                    | M-DATE
    12.13.2015 kl 9               | M-DATE
    0000-01-01 kl 9               | M-DATE
    uke 54 mandag 10              | M-WEEK
    uke 0 mandag 10               | M-WEEK
    onsdag 24. mars kl 10         | M-WEEKDAY
    tirs 9 i morgen               | M-WEEKDAY
    mandag om tre dager kl 9      | M-WEEKDAY
    fredag ettermiddag kl 10      | M-PART
    fredag morgen 14:00           | M-PART
    i formiddag                   | M-BEGUN
    tirsdag formiddag             | M-BEGUN
    i dag 9                       | M-PAST
    i dag 10                      | M-PAST
    9.3. kl 9                     | M-PAST
    12.3.2014 kl 9                | M-PAST
    mandag denne uken 9           | M-PAST
    uke 10 mandag 10              | M-PAST
    om 0 min                      | M-PAST
    12.3.2115 kl 9                | M-FAR
    om 900 uker kl 9              | M-FAR
    om 999 måneder og 999 uker    | M-FAR
    mandag om 900 uker kl 9       | M-FAR
    29.3. 02:30                   | M-GAP
    25.10. 03:30 sommertid        | M-SEASON
    tirs 14 sommertid             | M-SEASON
"""


class TestWhatIsNoTime:
    """It is never guessed: a code, a sentence, and two texts to write instead."""

    def test_codes(self) -> None:
        """Each mistake has its own."""
        table = _table(NOT_UNDERSTOOD)
        found = {typed: problem(typed) for typed in table}
        assert {typed: one.code for typed, one in found.items()} == table
        assert {typed: str(one) for typed, one in found.items()} == table

    def test_every_code_is_shown_here(self) -> None:
        """No sentence is unseen; a page pasted by mistake has a test of its own."""
        assert set(_table(NOT_UNDERSTOOD).values()) == set(MESSAGES) - {"M-LONG"}

    def test_sentences(self) -> None:
        """They say what is wrong and what to write."""
        table = [
            (
                "tirs",
                "Når på dagen? Skriv for eksempel «tirs kl. 10» eller «tirs etter lunsj».",
            ),
            (
                "tirs eller ons 10",
                "«tirs eller ons 10» er ikke ett tidspunkt. "
                "Skriv for eksempel «tirs 10» eller «ons 10».",
            ),
            (
                "før 14",
                "Forstår ikke «før» i tidspunktet."
                " Skriv for eksempel «14» eller «tirsdag 10. mars kl. 14.00».",
            ),
            (
                "ti.",
                "«ti.» kan leses på to måter. Skriv for eksempel «tirs kl. 10» eller «kl. 10».",
            ),
            (
                "to etter lunsj",
                "«to» kan leses på to måter."
                " Skriv for eksempel «tors etter lunsj» eller «kl. 2 etter lunsj».",
            ),
            (
                "etter helga",
                "Når på dagen? Skriv for eksempel «mandag 16. mars kl. 10»"
                " eller «mandag 16. mars etter lunsj».",
            ),
            (
                "mellom 10 og 11 i morgen",
                "«mellom 10 og 11» er ikke ett tidspunkt."
                " Skriv for eksempel «kl. 10 i morgen» eller «kl. 11 i morgen».",
            ),
            (
                "14.10",
                "«14.10» kan leses på to måter."
                " Skriv for eksempel «kl. 14.10» eller «14.10. kl. 10».",
            ),
            (
                "onsdag 24. mars kl 10",
                "24. mars 2015 er en tirsdag, ikke en onsdag."
                " Skriv for eksempel «24. mars 2015 kl. 10» eller «onsdag kl. 10».",
            ),
            (
                "i dag 9",
                "Tirsdag 10. mars kl. 09.00 er passert."
                " Skriv for eksempel «i morgen 10:30» eller «tirs 14».",
            ),
            (
                "tirs 9 ons",
                "Det står to ting om dagen: «tirs» og «ons»."
                " Skriv for eksempel «tirs 9» eller «9 ons».",
            ),
        ]
        assert [(typed, problem(typed).sentence) for typed, _ in table] == table

    def test_what_to_write_can_be_written(self) -> None:
        """What a sentence proposes is itself a time, or at least one that has a time of its own."""
        proposed = [
            instead for typed in _table(NOT_UNDERSTOOD) for instead in problem(typed).instead
        ]
        codes = {instead: _code(instead) for instead in proposed}
        assert set(codes.values()) <= {None, "M-PAST", "M-WEEKDAY"}, codes

    def test_the_usual_examples(self) -> None:
        """They are good at any time."""
        assert [_code(each) for each in EXAMPLES] == [None, None]

    def test_a_page_pasted_by_mistake(self) -> None:
        """It is not read."""
        assert problem("tirs 14 " * 50).code == "M-LONG"
        assert problem("x" * LONGEST).code == "M-UNKNOWN"

    def test_what_was_typed_is_shortened(self) -> None:
        """A sentence fits on the screen."""
        assert len(problem("x" * LONGEST).sentence) < 160


def _code(typed: str) -> str | None:
    try:
        read_moment(typed, NOW)
    except MomentProblem as found:
        return found.code
    return None


class TestRemarks:
    """What is read by a rule is told."""

    @pytest.mark.parametrize(
        ("typed", "remark"),
        [
            ("fredag morgen", "«Morgen» er lest som kl. 08.30."),
            ("etter lunsj", "«Etter lunsj» er lest som kl. 11.45."),
            ("om en uke", "Samme klokkeslett som nå: 10.00."),
            ("om et par timer", "«Et par» er lest som 2."),
        ],
    )
    def test_told(self, typed: str, remark: str) -> None:
        """In a sentence of its own."""
        assert read_moment(typed, NOW).remarks == (remark,)

    def test_nothing_to_tell(self) -> None:
        """Day and time were typed."""
        assert read_moment("i morgen 10:30", NOW).remarks == ()


class TestSummerAndWinter:
    """One night has an hour too few, one an hour too many."""

    @pytest.mark.parametrize("clock", ["02:00", "02:30", "02:59"])
    def test_the_hour_that_does_not_exist(self, clock: str) -> None:
        """It is refused, and both sides of it are proposed."""
        found = problem(f"29.3.2015 {clock}")
        assert found.code == "M-GAP"
        assert "Klokken stilles fra 02.00 til 03.00" in found.sentence
        assert found.instead == ("29.3. kl. 01.30", "29.3. kl. 03.30")

    def test_around_it(self) -> None:
        """One minute lies between them."""
        before, after = (read_moment(f"29.3. {at}", NOW).at for at in ("01:59", "03:00"))
        assert after - before == timedelta(minutes=1)

    def test_the_hour_that_comes_twice(self) -> None:
        """The first is taken, and that is told."""
        moment = read_moment("25.10. 02:30", NOW)
        assert moment.at == datetime(2015, 10, 25, 0, 30, tzinfo=UTC)
        assert moment.remarks == (
            "25. oktober 2015 kommer kl. 02.30 to ganger. Dette er sommertid.",
        )

    def test_either_can_be_named(self) -> None:
        """By summer time or winter time."""
        first, second = (
            read_moment(f"25.10. 02:30 {each}", NOW) for each in ("sommertid", "vintertid")
        )
        assert second.at - first.at == timedelta(hours=1)
        assert first.remarks == second.remarks == ()

    def test_between_the_two(self) -> None:
        """Only the second is still ahead."""
        moment = read_moment("02:30", datetime(2015, 10, 25, 0, 45, tzinfo=UTC))
        assert moment.at == datetime(2015, 10, 25, 1, 30, tzinfo=UTC)
        assert "vintertid" in moment.remarks[0]

    def test_a_season_that_it_is(self) -> None:
        """May be typed on any day."""
        assert read("tirs 14 vintertid") == "2015-03-10 14:00"


class TestAnswerBack:
    """What is said before it is saved."""

    def test_answers(self) -> None:
        """Weekday, date, time, and how far ahead."""
        table = [
            ("2015-03-10 10:01", "tirsdag 10. mars kl. 10.01 (om 1 minutt)"),
            ("2015-03-10 11:00", "tirsdag 10. mars kl. 11.00 (om 1 time)"),
            ("2015-03-10 12:20", "tirsdag 10. mars kl. 12.20 (om 2 timer og 20 minutter)"),
            ("2015-03-11 10:30", "onsdag 11. mars kl. 10.30 (i morgen)"),
            ("2015-03-13 10:30", "fredag 13. mars kl. 10.30 (om 3 dager)"),
            ("2015-03-31 10:30", "tirsdag 31. mars kl. 10.30 (om 3 uker)"),
            ("2015-12-10 10:30", "torsdag 10. desember 2015 kl. 10.30 (om 39 uker)"),
            ("2016-01-05 10:30", "tirsdag 5. januar 2016 kl. 10.30 (om 43 uker)"),
            ("2015-03-10 10:00", "tirsdag 10. mars kl. 10.00 (om 0 minutter)"),
            ("2015-03-10 08:59", "tirsdag 10. mars kl. 08.59 (for 1 time og 1 minutt siden)"),
            ("2015-03-09 10:30", "mandag 9. mars kl. 10.30 (i går)"),
            ("2015-03-05 10:30", "torsdag 5. mars kl. 10.30 (for 5 dager siden)"),
        ]
        assert [(moment, answer_back(at(moment), NOW)) for moment, _ in table] == table

    def test_which_of_two(self) -> None:
        """In the hour that comes twice."""
        assert written(datetime(2015, 10, 25, 1, 30, tzinfo=UTC), NOW).endswith(
            "kl. 02.30 vintertid"
        )


MINUTES = st.integers(0, (at("2017-01-01 00:00") - at("2014-01-01 00:00")) // timedelta(minutes=1))
EDGES = [datetime(2015, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
WORDS = st.sampled_from(
    [
        *("i", "dag", "morgen", "om", "en", "to", "uker", "tirs", "tirsdag", "neste", "uke", "kl"),
        *("kl.", "9", "12.", "12.3.", "14.30", "halv", "kvart", "på", "over", "mars", "2015"),
        *("etter", "lunsj", "ettermiddag", "12/3", "02:30", "min", "timer", "den", "vintertid"),
        *(
            "ti",
            "ti.",
            "to",
            "par",
            "jul",
            "helga",
            "påske",
            "ca",
            "10-tiden",
            "mellom",
            "10",
            "on",
        ),
        *("53", "31.", "99", "måned", "virkedager", "og", ".", ",", "(", ")"),
    ]
)


def minute(number: int) -> datetime:
    """Any minute in 2014–2016."""
    return at("2014-01-01 00:00") + timedelta(minutes=number)


class TestForEveryMinute:
    """Claims that hold for anything."""

    @settings(max_examples=200)
    @given(first=MINUTES, second=MINUTES, seconds=st.integers(0, 59))
    def test_what_is_answered_is_understood(self, first: int, second: int, seconds: int) -> None:
        """What we say, typed back, is the same moment."""
        assume(first != second)
        now = minute(min(first, second)) + timedelta(seconds=seconds)
        moment = minute(max(first, second))
        assume(moment > now)
        assert read_moment(answer_back(moment, now), now).at == moment
        assert read_moment(written(moment, now), now).at == moment

    @pytest.mark.parametrize("moment", EDGES)
    def test_even_in_the_hour_that_comes_twice(self, moment: datetime) -> None:
        """Both of them."""
        assert read_moment(answer_back(moment, NOW), NOW).at == moment

    @settings(max_examples=200)
    @given(typed=st.text() | st.lists(WORDS, max_size=9).map(" ".join), now=MINUTES)
    @example(typed="om " + "9 uker " * 13, now=0)
    @example(typed="12. mars 2015 2015", now=0)
    def test_any_text(self, typed: str, now: int) -> None:
        """A whole minute ahead of now, or a problem; nothing else is ever raised."""
        try:
            moment = read_moment(typed, minute(now))
        except MomentProblem:
            return
        assert moment.at > minute(now)
        assert moment.at.tzinfo is UTC
        assert moment.at.second == moment.at.microsecond == 0
