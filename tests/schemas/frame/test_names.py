"""Names in full: which unit is meant, however people, the post and the register write it."""

import pytest

from schemas.frame.names import bare, is_called, units_named
from schemas.frame.register import register
from schemas.surveys.health_trusts_2016.frame import FRAME as TRUSTS
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME


def named(words: str) -> list[str]:
    """The names of the units that are meant."""
    return [unit.name for unit in units_named(words, FRAME)]


class TestOneUnit:
    """In how many ways one unit can be named in full, and no other meant."""

    @pytest.mark.parametrize(
        "typed",
        [
            "0426", "Våler", "VÅLER (Hedmark)", "våler hedmark", "0426 Våler (Hedmark)",
            "Våler kommune", "Våler i Hedmark", "Hedmark, Våler", "Våler kommune i Hedmark fylke",
        ],
    )  # fmt: skip
    def test_number_name_and_county(self, typed: str) -> None:
        """In any order, with the words around them."""
        assert is_called(typed, FRAME["0426"], DESIGN)

    @pytest.mark.parametrize(
        "typed", ["", " ", "426", "Vål", "Våler (Østfold)", "0137", "Hedmark", "kommune", "Våler x"]
    )
    def test_nothing_less_and_nobody_else(self, typed: str) -> None:
        """Half a name, the county alone, another unit's number."""
        assert not is_called(typed, FRAME["0426"], DESIGN)


class TestAllUnits:
    """Who is meant among all of them."""

    @pytest.mark.parametrize(
        ("words", "meant"),
        [
            ("Halden kommune", ["Halden"]),
            ("Kárášjohka - Karasjok", ["Karasjok"]),
            ("Guovdageaidnu-Kautokeino", ["Kautokeino"]),
            ("Snåase / Snåsa", ["Snåsa"]),
            ("Divtasvuodna – Tysfjord", ["Tysfjord"]),
            ("Unjárga Nesseby", ["Nesseby"]),
            ("Gáivuotna - Kåfjord - Kaivuono", ["Kåfjord"]),
            ("Omasvuotna - Storfjord - Omasvuono", ["Storfjord"]),
            ("Unjárgga gielda", ["Nesseby"]),
            ("Bydel Alna", ["Alna"]),
            ("Oslo, bydel Alna", ["Alna"]),
            ("Bjarkøy kommune", ["Harstad"]),
            ("Halden komm., Østfold fylkeskommune", ["Halden"]),
            ("Voss herad", ["Voss"]),
            ("Evje & Hornnes", ["Evje og Hornnes"]),
            ("Harstad - Hárstták", ["Harstad"]),
            ("Tromsö – Romsa – Tromssa", ["Tromsø"]),
            ("Fauske-Fuossko", ["Fauske"]),
            ("Kristiansand S", ["Kristiansand"]),
            ("Nes på Romerike", ["Nes"]),
            ("Onsøy", ["Fredrikstad"]),
            ("Bø", ["Bø", "Bø"]),
            ("Bø i Telemark", ["Bø"]),
            ("Aurskog Høland", ["Aurskog-Høland"]),
            ("0101", ["Halden"]),
            ("101", ["Halden"]),
            ("30105", ["Frogner"]),
            ("Langtvekk", []),
        ],
    )
    def test_who_is_meant(self, words: str, meant: list[str]) -> None:
        """By every part of what was written; several where the name has several."""
        assert named(words) == meant

    def test_another_survey_has_its_own_words_around(self) -> None:
        """A trust is found without what all of them are called."""
        trusts = register(TRUSTS)
        for words in ("ahus", "Sykehuset Østfold", "Østfold HF", "sykehuset østfold hf"):
            assert len(units_named(words, trusts)) == 1

    def test_what_is_only_words_around_a_name(self) -> None:
        """Stays what it is, or it would mean everybody."""
        assert bare("kommune", DESIGN.around_names) == "kommune"
