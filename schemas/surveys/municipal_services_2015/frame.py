"""The units: 427 municipalities and, in place of Oslo, its 15 districts, by county."""

import csv
import re
from importlib.resources import files
from typing import Final

from schemas.frame.design import FrameDesign, Noun, RegisterColumns, Size, TileMap
from schemas.frame.units import Group, UnitKind
from schemas.language.text import Text

PLACE: Final = "schemas.surveys.municipal_services_2015"

OSLO: Final = "0301"
"""The municipality that the districts are parts of."""


_COUNTIES: Final = tuple(
    csv.DictReader(
        (files(PLACE) / "register" / "counties-2014.csv").read_text(encoding="utf-8").splitlines()
    )
)

_ALSO_CALLED: Final = {
    "0101": ("Fredrikshald",),
    "0105": ("Skjeberg", "Tune", "Varteig"),  # 1992
    "0106": ("Borge", "Onsøy", "Kråkerøy", "Rolvsøy"),  # 1994
    "0236": ("Nes på Romerike",),
    "030104": ("Sankt Hanshaugen",),
    "0426": ("Våler i Solør",),
    "0430": ("Storelvdal",),
    "0441": ("Os i Østerdalen",),
    "0616": ("Nes i Hallingdal",),
    "0701": ("Borre",),  # 2003
    "0704": ("Sem",),  # 1988
    "0709": ("Stavern", "Hedrum", "Tjølling", "Brunlanes"),  # 1988
    "0716": ("Ramnes", "Våle"),  # 2002
    "0906": ("Moland", "Øyestad", "Hisøy", "Tromøy"),  # 1992
    "1001": ("Kristiansand S",),
    "1160": ("Ølen",),  # 2006
    "1201": ("Laksevåg", "Fana", "Arna", "Åsane"),  # 1972
    "1505": ("Frei", "Kristiansund N"),  # 2008
    "1514": ("Sande på Sunnmøre",),
    "1515": ("Herøy på Sunnmøre",),
    "1576": ("Tustna",),  # 2006
    "1601": ("Tråante", "Troandin", "Trondhjem"),
    "1640": ("Rosse",),
    "1644": ("Ålen", "Haltdalen"),  # 1972
    "1703": ("Nåavmesjenjaelmie",),
    "1711": ("Moåreke",),
    "1719": ("Levangke",),
    "1740": ("Nååmesjevuemie",),
    "1742": ("Kråanghke",),
    "1756": ("Mosvik",),  # 2012
    "1804": ("Skjerstad", "Bådåddjo", "Bådåddjå", "Budejju"),  # 2005
    "1805": ("Ankenes", "Narviika"),  # 1974
    "1818": ("Herøy på Helgeland",),
    "1824": ("Vaapste",),
    "1826": ("Aarborte",),
    "1833": ("Raane", "Ruovat"),
    "1839": ("Báidár", "Bájddar"),
    "1840": ("Sálát", "Sálat"),
    "1841": ("Fuossko", "Fuoisku"),
    "1845": ("Fuolldá",),
    "1849": ("Hápmir",),
    "1850": ("Divtasvuona", "Divttasvuotna"),
    "1852": ("Dielddanuorri",),
    "1853": ("Evenášši",),
    "1854": ("Bálát",),
    "1865": ("Voagat",),
    "1867": ("Bø i Vesterålen", "Bievát"),
    "1870": ("Suortá",),
    "1871": ("Andasuolo",),
    "1902": ("Romsa", "Romssa", "Tromsa", "Tromssa"),
    "1903": ("Bjarkøy", "Hárstták", "Hársttáid"),  # 2013
    "1911": ("Giehtavuoatna",),
    "1913": ("Skánit",),
    "1919": ("Rivtták",),
    "1920": ("Loabága", "Loabát", "Lavagis"),
    "1922": ("Beardu",),
    "1923": ("Siellak",),
    "1924": ("Málatvuopmi",),
    "1931": ("Leaŋgaviika",),
    "1933": ("Báhccavuotna",),
    "1936": ("Gálsá",),
    "1938": ("Ivgu",),
    "1940": ("Gáivuona", "Kaivuono", "Kaivuonon"),
    "1941": ("Skiervá",),
    "1942": ("Ráisa", "Raisi"),
    "1943": ("Návuotna",),
    "2002": ("Várggát",),
    "2003": ("Čáhcesuolu", "Čáhcesuolo", "Vesisaari"),
    "2004": ("Hámmerfeasta", "Hámmárfeasta", "Sørøysund"),  # 1992
    "2011": ("Guovdageainnu",),
    "2012": ("Áltá", "Álaheadju", "Alattio"),
    "2014": ("Láhppi",),
    "2015": ("Ákŋoluokta",),
    "2017": ("Ráhkkerávju",),
    "2018": ("Muosát",),
    "2019": ("Davvenjárga",),
    "2020": ("Porsáŋgu", "Porsáŋggu"),
    "2021": ("Kárášjoga",),
    "2022": ("Davvesiida",),
    "2023": ("Gáŋgaviika",),
    "2024": ("Bearalváhki",),
    "2025": ("Deanu",),
    "2027": ("Unjárgga",),
    "2028": ("Báhcavuotna",),
    "2030": ("Mátta-Várjjat",),
}
"""What became part of them, with the year; Sámi and Kven names, also before «suohkan»; and what
tells those of one name apart. Where each is from stands in `register/README.md`.

Municipalities that merged before the survey: a file or a caller may still have the old name.
"""


FRAME: Final = FrameDesign(
    package=PLACE,
    file="register/register-2014.csv",
    source=Text(
        "Register over kommuner og bydeler: Statistisk sentralbyrå.",
        nn="Register over kommunar og bydelar: Statistisk sentralbyrå.",
        en="Register of municipalities and districts: Statistics Norway.",
    ),
    universe=Text(
        "Kommuner, og bydeler i Oslo",
        nn="Kommunar, og bydelar i Oslo",
        en="Municipalities, and districts of Oslo",
    ),
    columns=RegisterColumns(
        group="county_no",
        group_name="county",
        size="population_2015",
        other_names=("alt_name",),
        more=("health_trust", "rhf"),
        shown=("health_trust",),
    ),
    kinds=(
        UnitKind("municipality", Text("kommune", en="municipality"), in_full="{name} kommune"),
        UnitKind(
            "district",
            Text("bydel", en="district"),
            called="Bydel {name}",
            in_full="Bydel {name}",
            part_of=OSLO,
        ),
    ),
    groups=tuple(Group(row["county_no"], row["name"]) for row in _COUNTIES),
    unit=Noun(
        one=Text("kommune", en="municipality"),
        a=Text("en kommune", nn="ein kommune", en="a municipality"),
        many=Text("kommuner", nn="kommunar", en="municipalities"),
        the=Text("kommunen", en="the municipality"),
        all=Text("kommunene", nn="kommunane", en="the municipalities"),
    ),
    group=Noun(
        one=Text("fylke", en="county"),
        a=Text("et fylke", nn="eit fylke", en="a county"),
        many=Text("fylker", nn="fylke", en="counties"),
        the=Text("fylket", en="the county"),
        all=Text("fylkene", nn="fylka", en="the counties"),
    ),
    group_column="county",
    placeholder="kommune",
    id_form=re.compile("[0-9]{4}|[0-9]{6}"),
    id_words=Text("fire sifre (kommune) eller seks (bydel)"),
    instead={
        OSLO: Text(
            "0301 er hele Oslo. Undersøkelsen gjelder bydelene: Skriv nummeret med seks sifre."
        )
    },
    around_names=frozenset(
        {
            "kommune",
            "kommunen",
            "kommunes",
            "komm",
            "bykommune",
            "herad",
            "heradet",
            "bydel",
            "bydelen",
            "i",
            "og",
            "fylke",
            "fylkeskommune",
            "suohkan",
            "gielda",
            "tjielte",
        }
    ),
    also_called=_ALSO_CALLED,
    size=Size(
        counted=Text("innbyggere", nn="innbyggjarar", en="inhabitants"), steps=(5_000, 20_000)
    ),
    map=TileMap(
        columns=5,
        rows=9,
        tiles={row["county_no"]: (int(row["tile_col"]), int(row["tile_row"])) for row in _COUNTIES},
    ),
)
