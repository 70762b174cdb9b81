"""`ringerunde call CASE --plain`: a whole conversation, typed and heard line by line."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from db.cases import case_id_of
from db.database import Database
from db.problems import Busy
from schemas.calls.outcomes import Outcome
from schemas.language.phone import read_phone
from schemas.questionnaire.walk import Key
from tests.support.keyboard import HALDEN, NOON, Faulty, Keyboard, file_of, kept_of, latest
from tests.support.listener import Listener

RINGS = ("Kari Lie", "", "69 21 60 00")
"""Who is calling; Enter rings the switchboard, whose number is asked for."""

PUT_THROUGH = ("/viderekoble", "b", "1", "/f5", "e", "1")
"""To the service desk, and on to the one who knows."""

INTRODUCED = ("", "1", "1", "Anne Berg", "leder", "e", "69 21 60 01", "")
"""It suits, the right person, who she is; the e-mail address may be left empty."""

CLEARED_UP = ("1", "1", *"11111", "2010", "1")
ORGANISED = ("Frisk i Halden", "2 3", "1", "2011", "", "1", "3", "2,5", "1", "1", "1", "13")
OFFERED = ("Diabeteskurs", "1", "4", "2", "1", "123", "2", "30", "2")
INVOLVED = ("1", "1", "1", "1")
TOGETHER = ("2", "1", "1")
EXPERIENCED = ("1", "Det står og \\", "faller på én.", "1", "")
CLOSED = ("1", "Anne Berg", "69 21 60 01", "", "", "1", "1", "", "")
"""Into the overview, with a number; they want the newsletter; the goodbye has been said."""

JUDGED = ("1", "1", "")


@pytest.fixture
def kari(database: Database) -> Listener:
    """Kari, who has called Halden's switchboard and hears "God dag"."""
    listener = Listener(database)
    listener.types(*RINGS)
    return listener


@pytest.fixture
def asking(kari: Listener) -> Listener:
    """With the right person on the line, at whether there are offers."""
    kari.types(*INTRODUCED, "1")
    return kari


def stored(database: Database) -> dict[Key, Any]:
    kept = kept_of(database, HALDEN)
    return latest(kept.entries) if kept else {}


class TestAWholeConversation:
    """From who is calling to the completed interview, redirects and all."""

    def test_is_stored_as_on_the_screen(self, kari: Listener, database: Database) -> None:
        kari.types(*PUT_THROUGH, *INTRODUCED, *CLEARED_UP, *ORGANISED, *OFFERED, *INVOLVED)
        kari.types(*TOGETHER, *EXPERIENCED, *CLOSED)
        assert "Alt er besvart." in kari.types(*JUDGED)
        said = kari.types("")
        done = "Halden (Østfold): Intervjuet er fullført og lagret. F6 på kortet retter det."
        assert said[0] == done
        assert kari.talk.is_over
        file, kept = file_of(database, HALDEN), kept_of(database, HALDEN)
        assert [one.outcome for one in file.attempts] == [Outcome.complete]
        assert len(file.redirects) == 2
        assert kept is not None
        assert not kept.interview.open
        answers = stored(database)
        assert answers[Key("challenges_text")] == "Det står og\nfaller på én."
        assert answers[Key("respondent_phone")] == read_phone("69 21 60 01")
        assert answers[Key("fte")] == Decimal("2.5")
        assert [one.name for one in answers[Key("access")]] == ["self", "hospital"]
        assert answers[Key("offer_name", 1)] == "Diabeteskurs"
        assert answers[Key("offers")].complete
        assert answers[Key("fit")].name == "clear"

    def test_which_hides_nothing_that_is_read_aloud(self, asking: Listener) -> None:
        """What is read, what is not, what can be answered, and how."""
        assert asking.types("?") == [
            "Halden (Østfold), oppringning 1",
            "På linjen: Sentralbord, så Frisklivssentral (Anne Berg) ✓",
            "B. Avklaring",
            "9 av 17 besvart",
            "Har Halden i dag lærings- og mestringstilbud slik jeg beskrev dem, alene eller sammen "
            "med andre kommuner?",
            "1 Ja",
            "2 Nei, men det er planlagt",
            "3 Nei",
            "(?? er vet ikke)",
            "(Skriv tegnet foran svaret.)",
        ]


class TestWhatIsSaid:
    """What has changed, and not the whole screen again."""

    def test_an_answer_is_saved_and_the_next_question_comes(self, kari: Listener) -> None:
        assert kari.types("", "1")[:2] == [
            "Lagret.",
            "Er du den som har ansvar for, eller kjenner best til, lærings- og mestringsarbeidet i "
            "Halden?",
        ]

    def test_the_same_choice_is_not_read_again(self, asking: Listener) -> None:
        """The five criteria have the same three answers; `?` reads them."""
        assert "2 Noen av dem" in asking.types("1")
        assert asking.types("1")[1:] == [
            "Er de for personer med langvarige helseutfordringer, eller for pårørende til dem?",
            "De samme svarene som sist, 1 til 3.",
            "(?? er vet ikke, ! er vil ikke svare)",
        ]
        assert "2 Noen av dem" in asking.types("?")

    def test_a_long_list_is_not_read_through(self, asking: Listener) -> None:
        """What is marked, and how many there are; what one looks for is read."""
        said = asking.types("/hopp")
        assert said[0] == "Hopp til spørsmål …"
        assert said[1].startswith("Merket: Har Halden i dag")
        assert said[2].endswith("linjer: skriv noe du leter etter, eller ? for å høre alle.")

    def test_how_to_answer_only_where_it_is_done_otherwise(self, asking: Listener) -> None:
        """One key at each of the five criteria; then a year is typed."""
        assert "(Skriv tegnet foran svaret.)" not in asking.types("1", "1")
        said = asking.types(*"1111")
        assert said[-1].startswith("(Skriv svaret.")
        assert said[-2].startswith("(1990–")

    def test_what_cannot_be_is_told_and_what_was_typed_stands(self, asking: Listener) -> None:
        said = asking.types("1", *"11111", "20010")
        assert said[0].startswith("Feil: ")
        assert said[1:] == ["Står der: 20010"]

    def test_several_keys_where_one_answers(self, asking: Listener) -> None:
        """Nothing is guessed from a line that was meant for another question."""
        assert asking.types("12") == ["Skriv bare ett tegn: det som står foran svaret."]

    def test_who_is_on_the_line_and_how_one_came_there(self, kari: Listener) -> None:
        said = kari.types(*PUT_THROUGH)
        assert said[:3] == [
            "Viderekoblet til Frisklivssentral. Ny person: presenter deg.",
            "Lagret.",
            "På linjen: Sentralbord, så Servicetorg, så Frisklivssentral",
        ]

    def test_the_way_on_the_card(self, kari: Listener) -> None:
        said = kari.types(*PUT_THROUGH, "/legg", "1", "")
        assert "Veien: Sentralbord, så Servicetorg, så Frisklivssentral" in said

    def test_a_definition(self, asking: Listener) -> None:
        """The question is not said again."""
        said = asking.types("/def")
        assert [line.split()[0] for line in said] == ["Definisjon:"]

    def test_what_changes_nothing(self, database: Database) -> None:
        """Nobody is left wondering whether it was heard."""
        kari = Listener(database)
        kari.types("Kari Lie", "")
        assert kari.types("/ned") == [
            "Det gjør ingenting her. Skriv / for å høre hva du kan gjøre."
        ]

    def test_what_can_be_done(self, asking: Listener) -> None:
        said = asking.types("/")
        assert any(line.startswith("/viderekoble eller /f5: Viderekobling") for line in said)
        assert not [line for line in said if line.startswith(("/f1", "/f7", "/←", "/ctrl+r"))]

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("/dunder", "Det finnes ingen /dunder her. Skriv / for å høre hva som finnes."),
            ("/h", "/h kan være /hopp til, /hvem."),
        ],
    )
    def test_a_command_that_is_none(self, asking: Listener, typed: str, said: str) -> None:
        assert asking.types(typed) == [said]


class TestEverythingOfACall:
    """What is done besides answering, with the words at the foot of the screen."""

    def test_to_not_know(self, asking: Listener, database: Database) -> None:
        asking.types("??")
        assert Key("has_offers") in stored(database)

    def test_a_remark(self, asking: Listener, database: Database) -> None:
        """Then the question goes on where it was."""
        said = asking.types("/merknad", "Nølte lenge")
        assert said[0] == "Lagret."
        assert "Merknad: Nølte lenge" in said
        kept = kept_of(database, HALDEN)
        assert kept is not None
        assert kept.entries[-1].remark == "Nølte lenge"

    def test_who_answered(self, kari: Listener) -> None:
        """Field by field; what is filled in is said with whoever is on the line."""
        assert kari.types("/hvem")[0].startswith("Hvem er på linjen?")
        assert kari.types("1")[0].startswith("Hvem er dette?")
        assert "Navn, Berit" in kari.types("Berit")
        assert "På linjen: Sentralbord (Berit)" in kari.types("/esc")

    def test_an_answer_is_undone(self, asking: Listener, database: Database) -> None:
        asking.types("3")
        said = asking.types("/angre")
        assert said[0].startswith("Angret svaret")
        assert Key("has_offers") not in stored(database)

    def test_a_check(self, asking: Listener) -> None:
        """What does not fit, the ways on, and a reason."""
        said = asking.types("1", "1", "3", "1", "1", "1")
        assert said[1].startswith("Advarsel: ")
        assert "2 Svaret stemmer: skriv hvorfor" in said
        assert asking.types("2")[0] == "Hvorfor stemmer det? Enter lagrer."
        assert asking.types("Det er slik")[0] == "Lagret."

    def test_an_appointment(self, kari: Listener, database: Database) -> None:
        """The time as it was understood, before it is saved."""
        kari.types("", "2")
        said = kari.types("i morgen 10:30")
        assert said[0].startswith("✓ tirsdag 3. mars kl. 10.30")
        kari.types("Ringer i lunsjen")
        one = file_of(database, HALDEN).appointment
        assert one is not None
        assert one.note == "Ringer i lunsjen"

    def test_what_is_missing_before_the_end(self, asking: Listener) -> None:
        """It is said, and one line goes there."""
        said = asking.types("3", "5", "/pgdn", "3")
        assert said[0].startswith("Obs: Før du avslutter samtalen")
        assert any(line.startswith("Merket: Hva er grunnen") for line in said)
        assert "Hva er grunnen til at det ikke er planer?" in asking.types("")

    def test_a_question_is_sought(self, asking: Listener) -> None:
        """The first hit is marked; an empty line goes there."""
        said = asking.types("/hopp", "stilling")
        assert [line for line in said if line.startswith("Merket: ")] == [
            "Merket: Hvilken stilling har du?, leder"
        ]
        assert "Hvilken stilling har du?" in asking.types("")


class TestTheCase:
    """It is held as on the screen, and put down at the end."""

    def test_nobody_else_can_take_it(self, kari: Listener, database: Database) -> None:
        other = Listener(database, "test@annen")
        said = other.types("Ola")
        assert said[0].startswith("Obs: Saken er i bruk hos Kari Lie")
        assert other.talk.is_over
        assert other.talk.was_refused

    def test_it_is_held_while_nobody_types(self, kari: Listener, database: Database) -> None:
        """The lease runs for an hour; it is made longer in the middle of it."""
        for _ in range(3):
            kari.wait(timedelta(minutes=45))
            kari.minds()
        holder = file_of(database, HALDEN).holder
        assert holder is not None
        assert holder.until > NOON + timedelta(minutes=135)

    def test_it_is_said_at_once_when_it_is_lost(self, kari: Listener, database: Database) -> None:
        """Somebody else has taken it, while the machine slept."""
        kari.wait(timedelta(hours=2))
        other = Listener(database, "test@annen")
        other.wait(timedelta(hours=2))
        other.types("Ola")
        assert kari.minds()[0].startswith("Feil: Saken er tatt over")
        assert kari.minds() == []

    def test_a_promised_call_is_said_when_it_is_due(
        self, kari: Listener, database: Database
    ) -> None:
        """Once ten minutes before, and once when its minute has come, though nobody types."""
        kari.types("", "2", "12.30", "", "/esc")
        again = Listener(database, case_id=case_id_of("0104"))
        again.types("", "69 21 60 00")
        again.wait(timedelta(minutes=21))
        assert again.minds() == ["kl. 12.30 Halden om 9 minutter"]
        again.wait(timedelta(minutes=1))
        assert again.minds() == []
        again.wait(timedelta(minutes=9))
        assert again.minds() == ["NÅ: avtale kl. 12.30 med Halden (Østfold)"]

    def test_it_is_put_down_after_the_call(self, kari: Listener, database: Database) -> None:
        kari.types("/legg", "1", "")
        assert not kari.talk.is_over
        kari.types("/esc")
        assert kari.talk.is_over
        assert file_of(database, HALDEN).holder is None
        assert kari.ends() == ["Saken er lagt fra deg. Alt er lagret."]

    def test_they_ring_us(self, database: Database) -> None:
        """The call begins with Enter, whoever we would ring."""
        kari = Listener(database, rings=True)
        said = kari.types("Kari Lie", "")
        assert "Halden (Østfold), oppringning 1" in said
        assert file_of(database, HALDEN).attempts[0].phone == ""

    def test_no_more_lines_in_the_middle_of_a_call(
        self, asking: Listener, database: Database
    ) -> None:
        """Nothing is lost, and the screen goes on from there."""
        assert asking.ends()[-1].startswith("Avsluttet midt i en oppringning.")
        again = Keyboard(database)
        again.keys("1")
        assert again.at == "has_offers"

    def test_or_goes_on_line_by_line(self, asking: Listener, database: Database) -> None:
        asking.ends()
        again = Listener(database)
        assert again.heard[1] == "Du var midt i en sak:"
        assert "B. Avklaring" in again.types("1")

    def test_what_cannot_be_saved_is_said_and_tried_again(
        self, asking: Listener, database: Database
    ) -> None:
        """Once, and when it is stored after all."""
        faulty = Faulty(database)
        asking.talk._database = faulty  # type: ignore[assignment]
        faulty.problem = Busy()
        said = asking.types("3")
        assert said[0].startswith("IKKE LAGRET: ")
        assert asking.types("5") == ["Linjen venter: Det forrige er ikke lagret ennå."]
        asking.wait(timedelta(seconds=2))
        assert asking.minds() == []
        faulty.problem = None
        asking.wait(timedelta(seconds=2))
        assert asking.minds()[0] == "Lagret."
        assert Key("has_offers") in stored(database)

    def test_what_was_not_saved_is_heard_at_the_next_start(
        self, asking: Listener, database: Database
    ) -> None:
        """The lines end while an outcome is on its way: it is told, and stored once."""
        faulty = Faulty(database)
        asking.talk._database = faulty  # type: ignore[assignment]
        asking.types("/legg", "4", "1")
        faulty.problem = Busy()
        asking.types("Prøv Åse")
        asking.ends()
        last = "Avsluttet. Det siste er ikke lagret ennå. Det tilbys neste gang du starter."
        assert asking.heard[-1] == last
        again = Listener(database, now=asking.now)
        assert "Slutten på en oppringning, Halden (Østfold)" in again.heard
        assert "Prøv Åse" in again.heard
        again.types("1")
        (call,) = file_of(database, HALDEN).attempts
        assert (call.outcome, call.note) == (Outcome.voicemail, "Prøv Åse")
        assert Listener(database, now=again.now).heard.count("Prøv Åse") == 0
