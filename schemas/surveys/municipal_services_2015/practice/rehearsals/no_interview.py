"""Calls that come to no interview: whoever does not know, does not want to, or wants a letter."""

from typing import Final

from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.practice.rehearsals.common import (
    gives_number,
    switchboard,
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

_DESK: Final = Voice(
    name="Servicetorget",
    department=Office.service_desk,
    otherwise=gives_number(
        "«Servicetorget. Mestring? Da er det nok frisklivssentralen. Der er det Anne Eksempelrud "
        "som svarer, på 20 28 91 23. Jeg får ikke satt deg over herfra.»",
        PutOn(
            department=Office.healthy_life_centre,
            how=RedirectHow.number_given,
            person="Anne Eksempelrud",
            phone="20 28 91 23",
        ),
        Reply(
            "«Lykke til. Ha det!»",
            rings_off=RingsOff(),
            why="Du har fått et nummer, så samtalen er over.",
        ),
        why="Et nummer er et spor: Noter det mens hun sier det. Da ringer du dit neste gang.",
    ),
)
_BUSY: Final = Voice(
    name="Anne Eksempelrud",
    department=Office.healthy_life_centre,
    says=replies(
        intro=Reply("«Frisklivssentralen, det er Anne.» Hun hører på deg.", ""),
        consent=Reply(
            "«Jeg har en gruppe på vei inn døra. Kan du ringe neste arbeidsdag klokka ti?»",
            "later",
            "Det passer ikke nå. Avtal et tidspunkt, og si det tilbake til henne.",
            rings_off=RingsOff(when="neste arbeidsdag kl 10"),
        ),
    ),
    otherwise=Reply(
        "«Du, jeg må gå nå. Neste arbeidsdag klokka ti?»",
        rings_off=RingsOff(outcome=Outcome.appointment, when="neste arbeidsdag kl 10"),
    ),
)

SWITCHBOARD: Final = Rehearsal(
    title="Sentralbordet vet ikke",
    learn="å bli satt over, få et nummer, ringe det, og gjøre en avtale.",
    calls=(
        RehearsedCall(
            voices=(
                switchboard(
                    "«{unit} kommune, god dag! … Læring og mestring? Nei, det vet jeg ikke hvem "
                    "har. Jeg kan sette deg over til servicetorget.»",
                    Office.service_desk,
                    why="Si bare hvem du er og hva du leter etter. Hun vet ikke selv: Noter veien "
                    "før neste svarer.",
                ),
                _DESK,
            )
        ),
        RehearsedCall(voices=(_BUSY,)),
    ),
)

_REFUSES: Final = Voice(
    name="Leif Narrevåg, kommunalsjef",
    department=Office.health_and_care,
    says=replies(
        intro=Reply("«Narrevåg. Ja, hva gjelder det?»", ""),
        consent=Reply(
            "«Nei, vet du hva. Vi får tre slike undersøkelser i uka. Ikke nå. Du får heller prøve "
            "en annen gang.»",
            "no",
            "Et nei er et nei: Takk for at han svarte. Han sa «en annen gang», så avslaget er ikke "
            "endelig, og årsaken hører hjemme i notatet.",
            rings_off=RingsOff(outcome=Outcome.refusal_soft, note="For mange undersøkelser"),
        ),
    ),
    otherwise=Reply(
        "«Nei, jeg har ikke tid til dette.»", rings_off=RingsOff(outcome=Outcome.refusal_soft)
    ),
)

REFUSAL: Final = Rehearsal(
    title="Et avslag",
    learn="å ta et nei for et nei, og notere hva slags nei det er.",
    calls=(
        RehearsedCall(
            voices=(
                switchboard(
                    "«{unit} kommune. Helse? Da setter jeg deg over til kommunalsjefen.»",
                    Office.health_and_care,
                    why="Kommunalsjefen er ledelsen i helse og omsorg.",
                ),
                _REFUSES,
            )
        ),
    ),
)

_WRITES: Final = Voice(
    name="Guri Luftslottet",
    department=Office.coordinating_unit,
    says=replies(
        intro=Reply("«Koordinerende enhet, Guri.» Hun hører på deg.", ""),
        consent=Reply(
            "«Jeg svarer helst ikke på sparket. Kan du ikke sende spørsmålene på e-post? Til "
            "guri@kommunen.example.»",
            why="Det er verken ja eller nei. Brevet lages av seg selv. Du limer det inn i en "
            "e-post, og ringer igjen om tre dager.",
            rings_off=RingsOff(outcome=Outcome.asked_in_writing, note="guri@kommunen.example"),
        ),
    ),
    otherwise=Reply(
        "«Send det på e-post, du.»", rings_off=RingsOff(outcome=Outcome.asked_in_writing)
    ),
)

IN_WRITING: Final = Rehearsal(
    title="«Send det skriftlig»",
    learn="å gi dem spørsmålene på e-post, og likevel få snakke med dem.",
    calls=(
        RehearsedCall(
            voices=(
                switchboard(
                    "«{unit} kommune. Det kan være koordinerende enhet. Et øyeblikk.»",
                    Office.coordinating_unit,
                    why="Hun tror det er der: Du får se.",
                ),
                _WRITES,
            )
        ),
    ),
)
