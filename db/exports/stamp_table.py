"""The table that tells what the others were made of: one row."""

from typing import Final

from db.exports.fields import MOMENT, YES_NO, Field
from db.stamp import DataStamp
from schemas.language.text import INVENTED, Text

THE_STAMP: Final = Text(
    "hva dataene er laget av: program, undersøkelse, skjema, tid og database",
    nn="kva dataa er laga av: program, undersøking, skjema, tid og database",
    en="what the data were made of: program, survey, questionnaire, time and database",
)

STAMP_FIELDS: Final[tuple[Field[DataStamp], ...]] = (
    Field("program", Text("Ringerunde", nn="Ringerunde", en="Ringerunde"), lambda one: one.program),
    Field("survey", Text("Undersøkelsen", nn="Undersøkinga", en="Survey"), lambda one: one.survey),
    Field(
        "questionnaire",
        Text("Skjema og versjon", nn="Skjema og versjon", en="Questionnaire and version"),
        lambda one: one.questionnaire,
    ),
    Field(
        "fingerprint",
        Text("Skjemaets fingeravtrykk", nn="Fingeravtrykket til skjemaet", en="Fingerprint"),
        lambda one: one.fingerprint,
    ),
    Field(
        "as_of",
        Text("Data til og med (UTC)", nn="Data til og med (UTC)", en="Data as of (UTC)"),
        lambda one: one.as_of,
        MOMENT,
    ),
    Field(
        "log_head",
        Text(
            "Databasens siste endring i loggen, for «ringerunde check --head»",
            nn="Siste endring av databasen i loggen, for «ringerunde check --head»",
            en="The database's last change in the log, for «ringerunde check --head»",
        ),
        lambda one: str(one.head) if one.head else None,
    ),
    Field("practice", INVENTED, lambda one: one.practice, YES_NO),
)
