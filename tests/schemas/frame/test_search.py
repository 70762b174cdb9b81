"""Search: people type half a name, without accents, with a typing error, and mean a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.frame.fold import fold
from schemas.frame.frame import Frame
from schemas.frame.names import units_named
from schemas.frame.register import register
from schemas.frame.search import SHELF, Searchable, find_units, rank, searchable, shelved
from schemas.frame.units import Unit
from schemas.surveys.health_trusts_2016.frame import FRAME as TRUSTS
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME


def labels(query: str, limit: int = 5) -> list[str]:
    """What the search shows for `query`."""
    return [unit.label for unit in find_units(query, FRAME, limit)]


class TestFolding:
    """Two spellings that mean the same place are the same text once folded."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("BODØ", "bodo"),
            ("Bodø", "Bodoe"),
            ("Ås", "AAS"),
            ("Ås", "as"),
            ("Bærum", "baerum"),
            ("Kárášjohka", "karasjohka"),
            ("Unjárga", "unjarga"),
            ("Gáivuotna", "Gaivuotna"),
            ("đŋŧčšž", "dntcsz"),
            ("Nord-Odal", "nord  odal"),
            ("St. Hanshaugen", "st hanshaugen"),
            ("A\N{COMBINING RING ABOVE}s", "Ås"),
        ],
    )
    def test_spellings(self, one: str, other: str) -> None:
        assert fold(one) == fold(other)

    @given(st.text("aAåÅæÆøØoeEéüđŋŧ .-_/1"))
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)


class TestOrder:
    """The name itself, then names beginning so, then words, then the county, then anywhere."""

    def test_the_whole_name_comes_first(self) -> None:
        assert labels("os", 2) == ["Os (Hedmark)", "Os (Hordaland)"]
        assert "Osen (Sør-Trøndelag)" in labels("os", 10)

    def test_a_name_comes_before_a_county(self) -> None:
        assert labels("troms", 2) == ["Tromsø (Troms)", "Harstad (Troms)"]

    def test_a_word_within_the_name(self) -> None:
        assert labels("odal") == [
            "Nord-Odal (Hedmark)",
            "Sør-Odal (Hedmark)",
            "Modalen (Hordaland)",
        ]

    def test_the_county_tells_two_of_a_name_apart(self) -> None:
        assert labels("våler hed") == ["Våler (Hedmark)"]
        assert labels("hedmark våler") == ["Våler (Hedmark)"]

    def test_a_word_in_full_counts_more_than_a_beginning(self) -> None:
        assert labels("bø nordland") == ["Bø (Nordland)", "Bodø (Nordland)"]

    def test_a_county_gives_its_units(self) -> None:
        assert labels("finnmark", 99) == [u.label for u in FRAME if u.group.name == "Finnmark"]

    def test_the_districts_of_oslo(self) -> None:
        assert len(labels("oslo", 99)) == len(labels("bydel", 99)) == 15
        assert labels("bydel alna") == labels("alna") == ["Bydel Alna (Oslo)"]

    def test_an_id(self) -> None:
        assert labels("0101", 1) == ["Halden (Østfold)"]

    @pytest.mark.parametrize("typed", ["2010", "1368", "1999"])
    def test_another_id_is_no_misspelling(self, typed: str) -> None:
        """A year that is typed a question too late is no municipality."""
        assert labels(typed) == []

    def test_the_sami_name(self) -> None:
        assert labels("deatnu") == ["Tana (Finnmark)"]
        assert labels("gaivuotna") == ["Kåfjord (Troms)"]

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("Halden kommune", "Halden"),
            ("moss kommune", "Moss"),
            ("hå kommune", "Hå"),
            ("Rygge kommune", "Rygge"),
            ("Karasjok kommune", "Karasjok"),
            ("Kárášjohka - Karasjok", "Karasjok"),
            ("karasjok karasjohka", "Karasjok"),
            ("Kárášjoga gielda", "Karasjok"),
            ("Snåase tjïelte", "Snåsa"),
            ("Davvenjárga", "Nordkapp"),
            ("kommunen våler i hedmark", "Våler"),
            ("Trmosø kommune", "Tromsø"),
            ("Mosvik", "Inderøy"),
        ],
    )
    def test_as_people_and_the_post_write_it(self, typed: str, meant: str) -> None:
        assert find_units(typed, FRAME, 1)[0].name == meant

    def test_a_former_name_is_behind_a_name_that_begins_so(self) -> None:
        assert labels("våle", 3) == ["Våler (Østfold)", "Våler (Hedmark)", "Re (Vestfold)"]

    def test_nothing_typed_gives_everything_in_order(self) -> None:
        assert find_units("", FRAME, 442) == FRAME.units
        assert find_units(" - ", FRAME, 442) == FRAME.units


class TestTypingErrors:
    """Only when nothing fits does the search guess what was meant."""

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("trmosø", "Tromsø (Troms)"),
            ("kautokieno", "Kautokeino (Finnmark)"),
            ("frederikst", "Fredrikstad (Østfold)"),
            ("trondhjem", "Trondheim (Sør-Trøndelag)"),
            ("kristianssand", "Kristiansand (Vest-Agder)"),
            ("barum", "Bærum (Akershus)"),
            ("nordodal", "Nord-Odal (Hedmark)"),
        ],
    )
    def test_it_finds_what_was_meant(self, typed: str, meant: str) -> None:
        assert labels(typed)[0] == meant

    def test_it_does_not_guess_beside_a_hit(self) -> None:
        assert labels("sande", 99) == [
            "Sande (Vestfold)",
            "Sande (Møre og Romsdal)",
            "Sandefjord (Vestfold)",
        ]

    def test_it_gives_up_on_nonsense(self) -> None:
        assert labels("zzzq") == []

    def test_a_unit_is_found_once_though_two_of_its_names_fit(self) -> None:
        assert labels("karasjokk") == ["Karasjok (Finnmark)"]


class TestEveryUnit:
    """Whatever unit is meant, typing it finds it."""

    @given(st.sampled_from(FRAME.units))
    def test_its_name_puts_it_first_but_for_its_namesakes(self, meant: Unit) -> None:
        first = find_units(meant.name, FRAME, 2)
        assert meant in first
        assert {unit.name for unit in first[: first.index(meant)]} <= {meant.name}

    @given(st.sampled_from(FRAME.units))
    def test_its_label_puts_it_first(self, meant: Unit) -> None:
        assert find_units(meant.label, FRAME, 1) == (meant,)

    @given(st.sampled_from(FRAME.units), st.data())
    def test_every_beginning_of_its_name_finds_it(self, meant: Unit, data: st.DataObject) -> None:
        typed = meant.name[: data.draw(st.integers(1, len(meant.name)))]
        assert meant in find_units(typed, FRAME, 442)

    @given(st.text(max_size=30), st.integers(1, 30))
    def test_no_typing_at_all_upsets_it(self, typed: str, limit: int) -> None:
        found = find_units(typed, FRAME, limit)
        assert len(found) <= limit
        assert len({unit.id for unit in found}) == len(found)


class TestManyThings:
    """Of many, the first are found without a look at all; they are those that fit best."""

    @given(st.sampled_from(["s", "sk", "skole", "no", "a 1", "e", "ostre", "12", "zz"]))
    def test_a_few_are_the_first_of_all(self, typed: str) -> None:
        """As many as there are cannot be found that way: all are looked at."""
        things = tuple(searchable(unit, unit, FRAME.design) for unit in FRAME)
        shelves = tuple(shelved(things * 3))
        assert rank(typed, shelves, 40) == rank(typed, shelves, 10_000)[:40]

    def test_things_stand_on_several_shelves_in_their_order(self) -> None:
        things = [Searchable.of(nth, [f"Moss {nth}"]) for nth in range(SHELF + 2)]
        assert len(shelves := tuple(shelved(things))) == 2
        assert rank("moss", shelves, SHELF + 2) == tuple(range(SHELF + 2))
        assert rank(f"moss {SHELF + 1}", shelves, 1) == (SHELF + 1,)


class TestOtherThings:
    """The search is not about units: anything with names can be searched."""

    def test_people_by_name_and_what_stands_around_them(self) -> None:
        kari = Searchable.of("Kari", ["Kari Lie"], around=["Frisklivssentral"])
        ola = Searchable.of("Ola", ["Ola Friis"])
        assert rank("fri", tuple(shelved([kari, ola])), 9) == ("Ola", "Kari")

    def test_a_thing_without_a_name_is_found_by_its_surroundings(self) -> None:
        nameless = Searchable.of("somebody", [""], around=["Servicetorg"])
        assert rank("service", tuple(shelved([nameless])), 9) == ("somebody",)
        assert rank("sørvis", tuple(shelved([nameless])), 9) == ()

    def test_a_sample_may_be_a_part_of_the_register(self) -> None:
        assert find_units("os", Frame(DESIGN, [FRAME["1243"]])) == (FRAME["1243"],)

    def test_a_unit_is_found_by_its_town(self) -> None:
        """After those that are called that."""
        found = [unit.id for unit in find_units("bergen", register(TRUSTS))]
        assert found == ["HBE", "HDS"]
        assert [one.id for one in units_named("ahus", register(TRUSTS))] == ["AHUS"]

    def test_a_unit_is_found_by_its_group_though_that_stands_nowhere_beside_it(self) -> None:
        """No two trusts have one name: the name alone says which it is."""
        found = find_units("midt norge", register(TRUSTS))
        assert [unit.label for unit in found] == [
            "Helse Møre og Romsdal HF", "Helse Nord-Trøndelag HF", "St. Olavs hospital HF",
        ]  # fmt: skip
