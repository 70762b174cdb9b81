"""A conversation with an invented health trust to practise on."""

from typing import Final

from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.rehearsal import (
    MORE,
    PutOn,
    Rehearsal,
    RehearsedCall,
    Reply,
    Voice,
    replies,
)

_SWITCHBOARD: Final = Voice(
    name="Sentralbordet",
    department=TrustDepartment.switchboard,
    otherwise=Reply(
        "«{unit}, god dag! … Opplæring av pasienter? Det vet jeg ikke. Jeg setter deg over til "
        "pasientservice.»",
        put_on=PutOn(department=TrustDepartment.patient_service),
        why="Si bare hvem du er og hva du leter etter. Hun vet ikke selv: Noter veien før "
        "neste svarer.",
    ),
)
_SERVICE: Final = Voice(
    name="Pasientservice",
    department=TrustDepartment.patient_service,
    otherwise=Reply(
        "«Pasientservice. Nei, timer har vi, men kurs er det lærings- og mestringssenteret som "
        "har. Et øyeblikk.»",
        put_on=PutOn(department=TrustDepartment.lm_centre),
        why="Feil sted er ikke et nei: Bli med videre.",
    ),
)
_BEGUN: Final = replies(
    intro=Reply("«Lærings- og mestringssenteret, det er Grete.» Hun hører på deg.", ""),
    consent=Reply("«Ja, hvis det ikke tar hele dagen.»", "yes"),
    right_person=Reply("«Ja, jeg leder det.»", "yes"),
    respondent_name=Reply("«Grete Eksempelrud.»", "Grete Eksempelrud"),
    respondent_role=Reply("«Leder.»", "leder"),
    respondent_unit=Reply("«Her, på senteret.»", "lm_centre"),
    respondent_phone=Reply("«20 44 10 22.»", "20 44 10 22"),
    respondent_email=Reply("«Telefonen er best.»", "", "Det kan stå tomt."),
    organised=Reply(
        "«Vi har to sentre, ett her og ett for barn og unge.»",
        "centres",
        "Hun sier «sentre»: Hvert av dem får sine egne spørsmål.",
    ),
    centre_name=(
        Reply(
            "«Det her heter bare Lærings- og mestringssenteret.»", "Lærings- og mestringssenteret"
        ),
        Reply("«LMS barn og unge.»", "LMS barn og unge"),
    ),
    centre_place=(
        Reply("«På hovedsykehuset.»", "Hovedsykehuset"),
        Reply("«Ved poliklinikken.»", "Poliklinikken"),
    ),
    centre_since=(Reply("«I 1998.»", "1998"), Reply("«2009, tror jeg.»", "2009")),
    centre_staff=(Reply("«Fire.»", "4"), Reply("«Bare én.»", "1")),
    centre_fte=(
        Reply("«Tre og et halvt årsverk.»", "3,5", "Komma som desimaltegn."),
        Reply("«En halv stilling.»", "0,5"),
    ),
    centre_role=(
        Reply("«Vi lærer opp andre i pedagogikk.»", ("pedagogy",)),
        Reply("«De holder kursene selv.»", ("runs",)),
    ),
    centre_belongs=(
        Reply("«I staben til direktøren.»", "staff_unit"),
        Reply("«I barneklinikken.»", "clinic"),
    ),
    centre=(Reply("«Ja, det for barn og unge.»", MORE), Reply("«Nei, det var alle.»", "")),
)
_DIRECTED: Final = replies(
    led_by_management=Reply("«De har nok å gjøre med annet. I liten grad.»", "little"),
    in_strategy=Reply("«Vi er nevnt, på side 34.»", "mentioned"),
    decides_groups=Reply(
        "«Vi på senteret, sammen med klinikkledelsen.»",
        ("centre_staff", "clinic_leaders"),
        "To svar: Merk begge, så Enter.",
    ),
    decides_text=Reply(
        "«Den som roper høyest, får tilbud.»",
        "Den som roper høyest, får tilbud.",
        "Et sitat skrives så ordrett du rekker.",
    ),
    own_budget=Reply("«Vi er en del av et større.»", "part"),
    reports_activity=Reply("«Bare internt.»", "yes_internal"),
    offer_groups=Reply("«Diabetes, kols og kreft.»", ("diabetes", "copd", "cancer")),
    offers_last_year=Reply("«Tjue kurs.»", "20"),
    participants_last_year=Reply("«To hundre og femti.»", "250"),
    user_involvement=Reply("«Med i alt sammen.»", ("planning", "delivery", "evaluation")),
    dropped=Reply("«Nei, ingen.»", "no"),
    municipalities=Reply("«Seks.»", "6"),
    municipal_forms=Reply("«Vi er i et nettverk.»", ("network",)),
    municipal_agreement=Reply("«I den generelle avtalen.»", "yes_general"),
    regional_support=Reply("«Av og til.»", "sometimes"),
    trains_municipalities=Reply("«Når de spør.»", "on_request"),
)
_CLOSED: Final = replies(
    challenges=Reply("«Altfor få stillinger.»", ("positions",)),
    future=Reply("«Det blir vel som nå.»", "same"),
    future_text=Reply("«Nei, det holder.»", ""),
    publish=Reply("«Ja, gjerne.»", "yes"),
    public_contact_name=Reply("«Sett opp meg.»", "Grete Eksempelrud"),
    public_phone=Reply("«Det samme nummeret.»", "20 44 10 22"),
    public_email=Reply("«Ikke e-post.»", "", "Ett sted å nå dem er nok."),
    public_url=Reply("«Den er under arbeid.»", ""),
    follow_up=Reply("«Nyhetsbrevet, takk.»", ("newsletter",)),
    final_remarks=Reply("«Nei.»", ""),
    thanks=Reply(
        "«Bare hyggelig. Ha det!»",
        "",
        "Les takken, og legg på røret. Programmet avslutter oppringningen etterpå.",
    ),
)

REHEARSALS: Final = (
    Rehearsal(
        title="Et foretak med to sentre",
        learn="å finne fram fra sentralbordet, og et helt intervju med flere sentre.",
        calls=(
            RehearsedCall(
                voices=(
                    _SWITCHBOARD,
                    _SERVICE,
                    Voice(
                        name="Grete Eksempelrud, leder",
                        department=TrustDepartment.lm_centre,
                        says={**_BEGUN, **_DIRECTED, **_CLOSED},
                        otherwise=Reply("«Det vet jeg ikke.»", "dont_know"),
                    ),
                )
            ),
        ),
        afterwards={
            "respondent_certainty": Reply("", "certain", "Hun kjente tallene sine."),
            "knows_all_centres": Reply("", "yes", "Hun kjente begge."),
            "private_note": Reply("", "", "Bare det koordinatoren må vite."),
        },
    ),
)
