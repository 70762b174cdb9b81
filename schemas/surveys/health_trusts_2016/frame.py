"""The units: 20 health trusts and 5 private hospitals, by regional health authority."""

import re
from typing import Final

from schemas.frame.design import FrameDesign, Noun, RegisterColumns
from schemas.frame.units import Group, UnitKind
from schemas.language.text import Text

FRAME: Final = FrameDesign(
    package="schemas.surveys.health_trusts_2016",
    file="register/health-trusts-2016.csv",
    universe=Text(
        "Helseforetak og private sykehus",
        nn="Helseføretak og private sjukehus",
        en="Health trusts and private hospitals",
    ),
    columns=RegisterColumns(
        group="rhf",
        other_names=("short_name",),
        more=("short_name", "main_town"),
        around=("main_town",),
        shown=("main_town",),
    ),
    kinds=(
        UnitKind("trust", Text("helseforetak", nn="helseføretak", en="health trust")),
        UnitKind("private", Text("privat sykehus", nn="privat sjukehus", en="private hospital")),
    ),
    groups=(
        Group("sor_ost", "Helse Sør-Øst RHF", beside=False),
        Group("vest", "Helse Vest RHF", beside=False),
        Group("midt", "Helse Midt-Norge RHF", beside=False),
        Group("nord", "Helse Nord RHF", beside=False),
    ),
    unit=Noun(
        one=Text("helseforetak", nn="helseføretak", en="health trust"),
        a=Text("et helseforetak", nn="eit helseføretak", en="a health trust"),
        many=Text("helseforetak", nn="helseføretak", en="health trusts"),
        the=Text("helseforetaket", nn="helseføretaket", en="the health trust"),
        all=Text("helseforetakene", nn="helseføretaka", en="the health trusts"),
    ),
    group=Noun(
        one=Text("RHF", en="health region"),
        a=Text("et RHF", nn="eit RHF", en="a health region"),
        many=Text("RHF", en="health regions"),
        the=Text("RHF-et", en="the health region"),
        all=Text("RHF-ene", nn="RHF-a", en="the health regions"),
    ),
    group_column="rhf",
    placeholder="foretak",
    id_form=re.compile("[A-ZÆØÅ][A-ZÆØÅ0-9-]{0,15}"),
    id_words=Text("en forkortelse i store bokstaver, for eksempel AHUS"),
    around_names=frozenset({"hf", "sykehus", "sjukehus", "sykehuset", "helseforetak"}),
)
