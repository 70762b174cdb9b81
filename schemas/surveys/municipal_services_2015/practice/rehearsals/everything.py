"""A service that has everything: a whole interview, from the first question to the last."""

from typing import Final

from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.practice.rehearsals.common import THANKS, switchboard
from schemas.surveys.rehearsal import MORE, Rehearsal, RehearsedCall, Reply, Voice, replies

_CLARIFIED: Final = replies(
    intro=Reply("«Lærings- og mestringssenteret, Inger.» Hun hører på deg.", ""),
    consent=Reply("«Ja, nå passer det fint.»", "yes"),
    right_person=Reply("«Ja, jeg leder senteret.»", "yes"),
    respondent_name=Reply("«Inger Fantasimo.»", "Inger Fantasimo"),
    respondent_role=Reply("«Leder.»", "leder"),
    respondent_unit=Reply("«Lærings- og mestringssenteret.»", "lm_centre"),
    respondent_phone=Reply("«20 28 91 77.»", "20 28 91 77"),
    respondent_email=Reply(
        "«inger.fantasimo@senteret.example.»", "inger.fantasimo@senteret.example"
    ),
    definition_read=Reply("«Ja, slik bruker vi det også.»", "yes"),
    has_offers=Reply("«Ja, det har vi.»", "yes"),
    criterion_group=Reply("«Ja, alltid i grupper.»", "yes"),
    criterion_long_term=Reply("«Ja, det er dem de er for.»", "yes"),
    criterion_planned=Reply("«Ja, erfarne brukere er med fra starten.»", "yes"),
    criterion_delivered=Reply(
        "«De fleste av dem. Hjerteskolen holder fagfolkene alene.»",
        "some",
        "Spør du «alle?», får du vite at det er noen av dem.",
    ),
    criterion_evaluated=Reply("«Ja, alle sammen.»", "yes"),
    offers_since=Reply("«Vi begynte så smått i 2010.»", "2010", "Omtrent er godt nok: Skriv året."),
    coordination=Reply("«Alt er samlet i senteret.»", "centre", "F2 leser hva en tjeneste er."),
)
_ORGANISED: Final = replies(
    service_name=Reply("«Lærings- og mestringssenteret.»", "Lærings- og mestringssenteret"),
    hosted_in=Reply(
        "«Vi er et eget senter, på helsehuset.»",
        ("own_centre", "health_house"),
        "Det er to svar i det hun sier.",
    ),
    cooperation=Reply("«Bare kommunen vår.»", "municipal"),
    service_since=Reply("«Senteret åpnet i 2012.»", "2012"),
    service_since_month=Reply("«Det husker jeg ikke.»", "dont_know", "«Vet ikke» er et svar: F7."),
    stage=Reply("«I vanlig drift.»", "operating"),
    staff=Reply("«Vi er tre.»", "3"),
    fte=Reply(
        "«Fire og et halvt årsverk.»",
        "4,5",
        "Skriv det hun sier. Programmet sier fra hvis det ikke kan stemme.",
        again=Reply(
            "«Å, unnskyld! To og et halvt.»",
            "2,5",
            "En feil må rettes: Les den opp, så retter hun den selv.",
        ),
    ),
    funding=Reply(
        "«Kommunens eget budsjett, og litt prosjektmidler.»", ("ordinary_budget", "project")
    ),
    funding_secure=Reply("«Ja, vi er fast.»", "yes"),
    plan_anchored=Reply("«I helse- og omsorgsplanen.»", ("health_plan",)),
    access=Reply(
        "«De ringer selv, eller fastlegen henviser.»", ("self", "gp"), "Merk begge, så Enter."
    ),
)
_OFFERED: Final = replies(
    offer_name=(
        Reply("«Startkurs diabetes.»", "Startkurs diabetes", "Ett tilbud om gangen."),
        Reply("«Hverdagskraft, det er på tvers.»", "Hverdagskraft"),
    ),
    offer_scope=(
        Reply("«Bare diabetes.»", "one"),
        Reply("«På tvers: å leve med langvarig sykdom.»", "across"),
    ),
    offer_targets=(
        Reply("«Diabetes, som sagt.»", ("diabetes",)),
        Reply("«Mest smerte og utmattelse.»", ("pain", "fatigue")),
    ),
    offer_relatives=(
        Reply("«Ja, sammen med deltakerne.»", "together"),
        Reply("«Nei, der er de ikke med.»", "no"),
    ),
    offer_kind=(
        Reply("«Et lærings- og mestringskurs.»", "lm", "Spør bare hvis det ikke er klart."),
        Reply("«Det samme.»", "lm"),
    ),
    offer_user_involvement=(
        Reply("«I planlegging og evaluering.»", ("planning", "evaluation")),
        Reply("«I alt.»", ("planning", "delivery", "evaluation")),
    ),
    offer_courses=(Reply("«Fire i fjor.»", "4"), Reply("«To.»", "2")),
    offer_participants=(
        Reply("«Rundt førti til sammen.»", "40", "Et anslag er bedre enn ingenting."),
        Reply("«Seksten.»", "16"),
    ),
    offers=(Reply("«Ja, ett til.»", MORE), Reply("«Nei, det var alle.»", "")),
)
_TOGETHER: Final = replies(
    user_recruitment=Reply(
        "«Fra brukerorganisasjonene, og tidligere deltakere.»",
        ("organisations", "former_participants"),
    ),
    user_paid=Reply("«Ja, de får honorar.»", "yes"),
    pedagogy_training=Reply("«To av tre har.»", "some"),
    pedagogy_by=Reply("«Det var helseforetaket som holdt kurset.»", ("health_trust",)),
    health_trust_contact=Reply("«Ja.»", "yes"),
    health_trust_name=Reply("«LMS på sykehuset.»", "LMS på sykehuset"),
    health_trust_forms=Reply("«Vi er i et nettverk sammen.»", ("network",)),
    health_trust_agreement=Reply("«I den generelle samarbeidsavtalen.»", "yes_general"),
    task_division=Reply("«Sånn passe. Delvis.»", "partly"),
    other_partners=Reply("«Fastlegene og frivilligsentralen.»", ("gps", "volunteers")),
    challenges=Reply("«Lokalene er for små.»", ("premises",)),
    challenges_text=Reply("«Vi låner et møterom om kvelden.»", "Vi låner et møterom om kvelden."),
    benefits=Reply("«Det er lett å komme til oss.»", ("low_threshold",)),
    benefits_text=Reply("«Nei, det var vel det.»", ""),
)
_CLOSED: Final = replies(
    publish=Reply("«Ja, gjerne.»", "yes"),
    public_contact_name=Reply("«Sett opp meg.»", "Inger Fantasimo"),
    public_phone=Reply("«Samme nummer, 20 28 91 77.»", "20 28 91 77"),
    public_email=Reply("«Helst ikke.»", ""),
    public_url=Reply("«Det er ikke noen egen side.»", ""),
    contact_again=Reply("«Ja.»", "yes"),
    follow_up=Reply("«Kurs i helsepedagogikk til hun siste.»", ("course",)),
    final_remarks=Reply("«Fint at noen spør.»", "", "Hyggelig, men ikke noe å notere."),
    thanks=THANKS,
)

EVERYTHING: Final = Rehearsal(
    title="En tjeneste som har alt",
    learn="å gjøre et helt intervju, med flere tilbud.",
    calls=(
        RehearsedCall(
            voices=(
                switchboard(
                    "«{unit} kommune. Ja, lærings- og mestringssenteret! Jeg setter deg over.»",
                    Office.lm_centre,
                    why="Noen ganger vet sentralbordet det.",
                ),
                Voice(
                    name="Inger Fantasimo, leder",
                    department=Office.lm_centre,
                    says={**_CLARIFIED, **_ORGANISED, **_OFFERED, **_TOGETHER, **_CLOSED},
                    otherwise=Reply("«Det vet jeg ikke.»", "dont_know"),
                ),
            )
        ),
    ),
    afterwards={
        "fit": Reply("", "clear", "Alle kjennetegnene er til stede."),
        "respondent_certainty": Reply("", "certain", "Hun kjente tallene sine."),
        "private_note": Reply("", "", "Bare det koordinatoren må vite."),
    },
)
