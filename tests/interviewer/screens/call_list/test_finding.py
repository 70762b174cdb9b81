"""Finding a case: by place, person, department or number; also when somebody rings back."""

from dataclasses import replace

import pytest

from db.calls import add_contact
from db.database import Database
from db.leases import take_case
from db.remembered import Contacts
from interviewer.controls.screen import Copy, Telephone
from interviewer.engine.text_field import TextField
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.filters import filters
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.services.listing import HITS, listing
from schemas.calls.settings import Settings
from schemas.frame.search import SHELF
from tests.db.world import NOON, World
from tests.support.keyboard import HALDEN, Keyboard
from tests.support.municipalities import FRAME


@pytest.fixture
def known(kari: Keyboard) -> Keyboard:
    """Halden's switchboard and a person with a number there, and back at the list."""
    kari.keys("enter", "enter")
    kari.type("69 17 45 00")
    kari.keys("enter", "f5", "e", "2")
    kari.type("Åse Sørlie")
    kari.keys("enter")
    kari.type("918 22 334")
    kari.keys("escape", "f9", "enter", "enter", "escape")
    assert isinstance(kari.screen, CallList)
    return kari


def found(kari: Keyboard) -> list[str]:
    """The places that are listed."""
    assert isinstance(kari.screen, CallList)
    return [line.case.unit.label for line in kari.screen.lines]


class TestTyping:
    """A few letters are enough, with or without the special ones, and a slip does no harm."""

    @pytest.mark.parametrize(
        ("typed", "place"),
        [
            ("vaaler", "Våler (Østfold)"),
            ("karasjok", "Karasjok (Finnmark)"),
            ("Kárášjohka", "Karasjok (Finnmark)"),
            ("trmosø", "Tromsø (Troms)"),
            ("0301", ""),
            ("bø tele", "Bø (Telemark)"),
        ],
    )
    def test_places(self, kari: Keyboard, typed: str, place: str) -> None:
        kari.type(typed)
        assert not place or found(kari)[0] == place

    @pytest.mark.parametrize("typed", ["åse s", "sørlie", "sorlie", "69 17", "691745", "918 22"])
    def test_people_and_numbers(self, known: Keyboard, typed: str) -> None:
        known.type(typed)
        assert found(known)[0] == "Halden (Østfold)"

    @pytest.mark.parametrize("typed", ["+47 918 22 334", "004791822334", "4791822334", "9182 2334"])
    def test_a_number_as_a_telephone_shows_it(self, known: Keyboard, typed: str) -> None:
        """With its country, or in other groups than ours."""
        known.type(typed)
        assert found(known) == ["Halden (Østfold)"]

    @pytest.mark.parametrize("typed", ["918 22 335", "+47 918 22 335", "2010"])
    def test_another_number_is_nobody_s(self, known: Keyboard, typed: str) -> None:
        """A number is not misspelt: those that look like it are somebody else's."""
        known.type(typed)
        assert "Ingen" in known.picture()

    def test_in_what_was_made_before(self, known: Keyboard, database: Database) -> None:
        """The list is read every few seconds: what cases are found by is made anew where one can
        reach others than before."""
        assert isinstance(known.screen, CallList)
        before, who = listing(database, Settings()), known.screen.who
        assert len(before.find("sørlie")) == 1
        lease = take_case(database, HALDEN, who.id, NOON)
        after = listing(database, Settings())
        assert after.cases is not before.cases
        assert after.shelves is before.shelves
        add_contact(database, lease, World(database, who, lease).contact(person="Per Sørlien"))
        latest = listing(database, Settings())
        assert len(latest.hits("sørlie")) == 2
        assert latest.shelves == replace(latest, names={}).shelves
        assert len(before.hits("sørlie")) == 1
        assert replace(before).shelves == before.shelves

    def test_it_is_made_ready_a_little_at_a_time(self, kari: Keyboard) -> None:
        """While nobody types; whoever does not wait so long is shown what is ready, if that is
        enough, and all of it where it is not."""
        assert isinstance(kari.screen, CallList)
        before, after = (replace(kari.screen.listing, names={}) for _ in "12")
        assert sum(1 for _ in iter(after.get_ready, False)) == -(-442 // SHELF)
        assert before.find("s") == after.find("s")
        assert not before.is_ready
        assert before.find("moss") == after.find("moss")
        assert before.is_ready

    def test_what_is_listed_early_is_made_whole(self, kari: Keyboard) -> None:
        """One that fits better may not have been ready yet: it comes as soon as it is."""
        assert isinstance(kari.screen, CallList)
        early = replace(kari.screen, listing=replace(kari.screen.listing, names={}), seen={})
        early = replace(early, line=TextField.of("s"))
        assert len(early.lines) == HITS
        for _ in iter(early.get_ready, False):
            pass
        assert list(early.ids) == list(early.listing.find("s"))

    def test_a_list_of_before_gives_nothing_to_a_newer_one(
        self, known: Keyboard, database: Database
    ) -> None:
        """Though both are made ready in turns, and what is made for the one serves the other."""
        read = listing(database, Settings())
        last, any_of_them = read.cases.case_id(441), next(iter(read.contacts.values()))[0]
        before, after = (
            replace(read, contacts=read.contacts.after({last: (any_of_them._replace(person=one),)}))
            for one in ("Per Sand", "Pål Sand")
        )
        assert read.shelves
        assert after.get_ready()
        assert before.get_ready()
        assert after.shelves == replace(after, names={}).shelves
        assert before.shelves == replace(before, names={}).shelves

    def test_one_in_a_department_that_nobody_knows(
        self, known: Keyboard, database: Database
    ) -> None:
        """As another program may have put it into the file: nobody has to open its case."""
        read = listing(database, Settings())
        strange = {
            case_id: tuple(one._replace(department="?") for one in some)
            for case_id, some in read.contacts.items()
        }
        there = replace(read, contacts=Contacts(strange), names={})
        assert there.find("sørlie") == read.find("sørlie") != ()

    def test_nothing(self, kari: Keyboard) -> None:
        kari.type("zzzzzzz")
        assert "Ingen" in kari.picture()
        kari.keys("enter")
        assert isinstance(kari.screen, CallList)

    def test_escape_clears(self, kari: Keyboard) -> None:
        kari.type("moss")
        kari.keys("escape")
        assert len(found(kari)) == 442


class TestCounts:
    """The line at the top tells how many cases lack a number."""

    def test_a_new_register(self, kari: Keyboard) -> None:
        """Nobody can be rung before there is a number."""
        assert "0 av 442 ferdige · 442 mangler nummer" in kari.picture()


class TestFilters:
    """F6 and one key: who waits, who lacks a number, a county."""

    def test_a_county(self, kari: Keyboard) -> None:
        labels = [one.label for one in filters(FRAME)]
        key = "123456789abcdefghijklmnopqrstuvwxyz"[labels.index("Finnmark")]
        kari.keys("f6", key)
        assert len(found(kari)) == 19
        assert all("Finnmark" in place for place in found(kari))

    def test_who_lacks_a_number(self, known: Keyboard) -> None:
        labels = [one.label for one in filters(FRAME)]
        key = "123456789abcdefghijklmnopqrstuvwxyz"[labels.index("Mangler nummer")]
        known.keys("f6", key)
        assert len(found(known)) == 441

    def test_what_is_typed_is_sought_in_all_cases(self, kari: Keyboard) -> None:
        """The list does not say that it shows a county, while it shows another."""
        kari.keys("f6", "e")
        assert "viser: Oslo" in kari.picture()
        kari.type("stange")
        assert found(kari)[0] == "Stange (Hedmark)"
        assert "viser: Oslo" not in kari.picture()

    def test_its_keys_are_told(self, kari: Keyboard) -> None:
        """At the foot and behind F1: those of the list do nothing there."""
        kari.keys("f6")
        assert kari.picture().splitlines()[-1].strip() == "F1 Hjelp  Esc Lukk"
        kari.keys("f1")
        assert "Velg hvilke saker listen viser." in kari.picture()
        assert "Åpne saken" not in kari.picture()
        kari.keys("escape", "enter")
        assert "Vis …" not in kari.picture()

    def test_the_new_lead_is_on_top_with_its_reason(self, known: Keyboard) -> None:
        assert found(known)[0] == "Halden (Østfold)"
        assert "Nytt spor: Frisklivssentral (Åse Sørlie)" in known.picture()


class TestSomebodyRingsBack:
    """Ctrl+R from anywhere: who is it? Enter opens the case where it stopped."""

    def test_by_number(self, known: Keyboard) -> None:
        known.keys("ctrl+r")
        known.type("918 22 334")
        known.keys("enter")
        assert isinstance(known.screen, Card)
        assert known.file(HALDEN).rang_back_at is not None
        known.keys("enter")
        assert isinstance(known.screen, Call)
        assert "Frisklivssentral (Åse Sørlie)" in known.picture().splitlines()[1]

    def test_whose_number_nobody_knows(self, on_line: Keyboard) -> None:
        """Whoever is on the phone need not be dialled: the card says with whom the call begins."""
        on_line.keys("f5", "e", "3", *"Siv", "escape", "f9", "enter", "enter", "escape")
        on_line.keys("ctrl+r", *"siv", "enter")
        assert "Enter begynner samtalen med Frisklivssentral (Siv)" in on_line.picture()
        words = " ".join(on_line.picture().split())
        assert "Er det Frisklivssentral (Siv), holder det med Enter." in words
        assert "Enter Begynn" in words
        on_line.keys("enter")
        assert on_line.call.on_line is not None
        assert on_line.call.on_line.person == "Siv"

    def test_who_promised_to(self, on_line: Keyboard) -> None:
        """Found by the place: the call begins with the one who was to ring, not the switchboard."""
        on_line.keys("f5", "e", "3", *"Siv", "escape", "f9", "enter", "enter", "escape")
        on_line.keys("ctrl+r", *"halden", "enter")
        assert "Enter begynner samtalen med Frisklivssentral (Siv)" in on_line.picture()

    def test_from_a_case_card(self, known: Keyboard) -> None:
        known.type("moss")
        known.keys("enter", "ctrl+r")
        assert isinstance(known.screen, CallList)
        known.type("åse sør")
        known.keys("enter")
        assert isinstance(known.screen, Card)
        assert known.screen.unit.name == "Halden"

    def test_not_while_somebody_is_on_the_line(self, on_line: Keyboard) -> None:
        on_line.keys("ctrl+r")
        assert isinstance(on_line.screen, Call)
        assert "Legg på med F9 først" in on_line.picture()


class TestTheNumber:
    """Large on the screen; to the clipboard or the telephone program with one key."""

    def test_large(self, known: Keyboard) -> None:
        known.keys("enter")
        assert "╷" in known.picture()

    def test_copied(self, known: Keyboard) -> None:
        known.keys("enter", "ctrl+y")
        assert known.handed == [Copy("+4791822334")]

    def test_handed_over(self, known: Keyboard) -> None:
        known.keys("enter", "ctrl+t")
        assert known.handed == [Telephone("+4791822334")]


class TestWhoHasIt:
    """A case is in one place: whoever opens it has it, and others are told."""

    def test_held_by_another(self, on_line: Keyboard, database: Database) -> None:
        ola = Keyboard(database, seat="ola@pc", seed=7).sits_down("Ola")
        ola.type("halden")
        assert "Hos Kari til" in ola.picture()
        ola.keys("enter")
        assert isinstance(ola.screen, CallList)
        assert "CASE-HELD" in ola.picture()


class TestHelp:
    """F1 in the call list: what the signs are, and the rules that the list follows."""

    def test_says_the_rules_as_they_are_set(self, kari: Keyboard) -> None:
        kari.keys("f1")
        shown = " ".join(kari.picture(120, 40).split())
        assert "☎ kan ringes nå" in shown
        assert all(rule in shown for rule in Settings().rules())
