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
    "0716": ("Ramnes", "Våle"),  # 2002
    "1160": ("Ølen",),  # 2006
    "1505": ("Frei",),  # 2008
    "1576": ("Tustna",),  # 2006
    "1736": ("Snåasen",),
    "1739": ("Raarvihken",),
    "1756": ("Mosvik",),  # 2012
    "1804": ("Skjerstad",),  # 2005
    "1849": ("Hábmera",),
    "1850": ("Divtasvuona",),
    "1903": ("Bjarkøy",),  # 2013
    "1920": ("Loabága",),
    "1939": ("Omasvuona",),
    "1940": ("Gáivuona", "Kaivuono"),
    "1942": ("Ráisa", "Raisi"),
    "2011": ("Guovdageainnu",),
    "2020": ("Porsáŋggu",),
    "2021": ("Kárášjoga",),
    "2025": ("Deanu", "Deanu-Tana"),
    "2027": ("Unjárgga",),
}
"""What became part of them, with the year, and Sámi names as they stand before «suohkan».

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
            "0301 er hele Oslo. Undersøkelsen gjelder bydelene: skriv nummeret med seks sifre."
        )
    },
    around_names=frozenset(
        {"kommune", "kommunen", "bydel", "bydelen", "i", "fylke", "suohkan", "gielda", "tjielte"}
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
