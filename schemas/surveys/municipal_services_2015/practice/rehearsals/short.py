"""Short interviews, where there is nothing to tell of: over in three minutes."""

from typing import Final

from schemas.calls.call_codes import RedirectHow
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.practice.rehearsals.common import (
    THANKS,
    gives_number,
)
from schemas.surveys.rehearsal import (
    PutOn,
    Rehearsal,
    RehearsedCall,
    Reply,
    RingsOff,
    Voice,
    replies,
)

_AFTERWARDS: Final = {
    "fit": Reply("", "not_relevant", "De har ingen tilbud, så det er ingenting å bedømme."),
    "respondent_certainty": Reply("", "certain", "Svarene kom uten nøling."),
    "private_note": Reply("", "", "Bare det koordinatoren må vite. Det kan stå tomt."),
}

_NOBODY_THERE: Final = Reply("«Nei, det vet jeg ikke.»", "dont_know")

_PUBLIC_HEALTH: Final = Voice(
    name="Tone Påfunnvik, folkehelsekoordinator",
    department=Office.public_health,
    says=replies(
        intro=Reply(
            "«Folkehelse, det er Tone.» Hun hører på deg.", "", "Ny person: Les alt på nytt."
        ),
        consent=Reply("«Ja, hvis det går fort.»", "yes"),
        right_person=Reply(
            "«Det er vel jeg som kjenner best til det, ja.»",
            "yes",
            "Endelig framme. Veien hit står øverst, og den neste som ringer, slipper å lete.",
        ),
        respondent_name=Reply("«Tone Påfunnvik.»", "Tone Påfunnvik"),
        respondent_role=Reply("«Folkehelsekoordinator.»", "folkehelsekoordinator"),
        respondent_unit=Reply("«Jeg sitter for meg selv, med folkehelse.»", "public_health"),
        respondent_phone=Reply("«20 28 91 40.»", "20 28 91 40"),
        respondent_email=Reply("«Bruk telefonen, du.»", "", "Det kan stå tomt."),
        definition_read=Reply(
            "«Det er greit. Det er altså mer enn et foredrag.»",
            "yes",
            "Les definisjonen som står der, ord for ord: Alle skal svare på det samme.",
        ),
        has_offers=Reply(
            "«Nei, slikt har vi ikke. Vi har turgrupper, men det er jo noe annet.»",
            "no",
            "Hun har hørt definisjonen og svarer på den. Du tolker ikke for henne.",
        ),
        plans=Reply("«Nei, ikke foreløpig.»", "no"),
        no_service_reason=Reply(
            "«Vi er for få til å fylle grupper. Og så er det penger, da.»",
            ("small_population", "economy"),
            "To grunner: Merk begge før du går videre.",
        ),
        knows_other_unit=Reply("«Ikke som jeg vet.»", "no"),
        contact_again=Reply("«Ja, gjerne det.»", "yes"),
        follow_up=Reply("«Et nyhetsbrev hadde vært fint.»", ("newsletter",)),
        final_remarks=Reply("«Nei, det var alt.»", ""),
        thanks=THANKS,
    ),
    otherwise=_NOBODY_THERE,
)
_HOME_CARE: Final = Voice(
    name="Hjemmetjenesten",
    department=Office.home_care,
    otherwise=Reply(
        "«Nei, dette er hjemmesykepleien. Her har du kommet helt feil! Men prøv "
        "folkehelsekoordinatoren. Jeg setter deg over.»",
        put_on=PutOn(department=Office.public_health),
        why="Feil avdeling er ikke et nei. Noter hvor hun sender deg, så blir veien kortere neste "
        "gang.",
    ),
)

_NAMED: Final = Voice(
    department=None,
    otherwise=Reply(
        "«Jo da, jeg sto visst på det skjemaet. Men det er ikke jeg som kan dette. Det må være "
        "hjemmetjenesten. Jeg setter deg over.»",
        put_on=PutOn(department=Office.home_care),
        why="Den rådmannen oppga, ringes først, men er ikke alltid rett person.",
    ),
)

WRONG_DEPARTMENT: Final = Rehearsal(
    title="Feil avdeling",
    learn="å gå videre fra feil avdeling, et kort intervju, og hva fase én oppga.",
    claim=ExecutiveClaim.service,
    differs=Reply(
        "«Har rådmannen oppgitt at vi har en tjeneste? Da mente han nok turgruppene!»",
        "misunderstood",
        "Det rådmannen oppga, vises først nå, så det ikke farger svarene. Spør hvorfor, og velg "
        "grunnen.",
    ),
    calls=(
        RehearsedCall(
            voices=(
                _NAMED,
                _HOME_CARE,
                _PUBLIC_HEALTH,
            )
        ),
    ),
    afterwards=_AFTERWARDS,
)

_ABSENT: Final = Voice(
    name="Sentralbordet",
    department=Office.switchboard,
    otherwise=gives_number(
        "«{unit} kommune. Det er Siv Latsomdal på frisklivssentralen, men hun er i møte. Jeg ber "
        "henne ringe deg!»",
        PutOn(
            department=Office.healthy_life_centre,
            how=RedirectHow.they_call_back,
            person="Siv Latsomdal",
        ),
        Reply(
            "«Det er bra. Ha det!»",
            rings_off=RingsOff(),
            why="De ringer tilbake, så du ringer ingen nå.",
        ),
        why="De ringer tilbake: Noter hvem det er, så finner du saken når telefonen ringer.",
    ),
)
_RINGS_BACK: Final = Voice(
    name="Siv Latsomdal, frisklivssentralen",
    department=Office.healthy_life_centre,
    says=replies(
        intro=Reply("«Ja, jeg fikk beskjed om å ringe deg.»", ""),
        consent=Reply("«Ja da, jeg har ti minutter.»", "yes"),
        right_person=Reply(
            "«Lederen er i permisjon, men jeg kan svare for henne.»",
            "proxy",
            "Hun svarer for en annen: stedfortreder.",
        ),
        respondent_name=Reply("«Siv Latsomdal.»", "Siv Latsomdal", "Navnet er kjent: Enter."),
        respondent_role=Reply("«Fysioterapeut.»", "fysioterapeut"),
        respondent_unit=Reply("«Frisklivssentralen.»", "healthy_life_centre"),
        respondent_phone=Reply("«20 28 91 55, direkte.»", "20 28 91 55"),
        respondent_email=Reply("«Det trenger du vel ikke.»", ""),
        definition_read=Reply(
            "«Hm. Regnes Bra mat-kurset vårt med, da?»",
            "unsure",
            "Hun er usikker: Da vises neste definisjon, som du også leser.",
        ),
        has_offers=Reply(
            "«Nei, da har vi bare livsstilskurs. Ikke slik du leste.»",
            "no",
            "Livsstilskurs alene regnes ikke med, og det sa hun selv.",
        ),
        plans=Reply(
            "«Det må du spørre helsesjefen om.»",
            "dont_know",
            "«Vet ikke» er et svar, og noe annet enn et nei.",
        ),
        knows_other_unit=Reply("«Nei, det tror jeg ikke.»", "no"),
        contact_again=Reply("«Ja, men helst på e-post.»", "email"),
        follow_up=Reply("«Nei takk, vi får nok post.»", ("none",)),
        final_remarks=Reply("«Nei.»", ""),
        thanks=THANKS,
    ),
    otherwise=_NOBODY_THERE,
)

RING_BACK: Final = Rehearsal(
    title="«Vi ringer tilbake»",
    learn="å finne saken igjen når noen ringer, og et intervju med en stedfortreder.",
    calls=(
        RehearsedCall(voices=(_ABSENT,)),
        RehearsedCall(
            person="Siv Latsomdal",
            rings="Telefonen ringer: «Hei, det er Siv Latsomdal i {unit} kommune. Du hadde ringt?»",
            voices=(_RINGS_BACK,),
        ),
    ),
    afterwards={
        **_AFTERWARDS,
        "respondent_certainty": Reply("", "somewhat", "Hun måtte vise til andre et par ganger."),
    },
)
