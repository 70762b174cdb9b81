"""A leader who likes to talk: the answer is somewhere in it."""

from typing import Final

from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.practice.rehearsals.common import THANKS, switchboard
from schemas.surveys.rehearsal import Rehearsal, RehearsedCall, Reply, Voice, replies

_LEADER: Final = Voice(
    name="Berit Skrønholt, helse- og omsorgssjef",
    department=Office.health_and_care,
    says=replies(
        intro=Reply("«Skrønholt! Nei, så hyggelig at noen ringer.»", ""),
        consent=Reply(
            "«Jeg har alltid tid til en prat! Vi har nettopp flyttet, og du skulle ha sett …»",
            "yes",
            "Hun har sagt ja. Les neste spørsmål så snart hun puster.",
        ),
        right_person=Reply(
            "«Det blir meg, ja. Odd, som var her før meg, hadde hjertet i dette, han.»",
            "yes",
        ),
        respondent_name=Reply("«Berit Skrønholt, med ø.»", "Berit Skrønholt"),
        respondent_role=Reply(
            "«Helse- og omsorgssjef. Egentlig er jeg sykepleier, men det er lenge siden!»",
            "helse- og omsorgssjef",
        ),
        respondent_unit=Reply("«Jeg leder hele helse og omsorg, stakkars meg.»", "health_and_care"),
        respondent_phone=Reply(
            "«Du får mobilen, den har jeg alltid på: 20 28 91 10.»", "20 28 91 10"
        ),
        respondent_email=Reply("«Nei, e-posten min er et kapittel for seg.»", ""),
        definition_read=Reply("«Sidestilt samarbeid, ja. Det har jeg sagt i alle år!»", "yes"),
        has_offers=Reply(
            "«Vi hadde en gruppe i kjelleren på helsehuset, men den gikk inn. Nå planlegger vi noe "
            "nytt. Så nei, akkurat i dag har vi ikke noe.»",
            "planned",
            "Svaret er det som gjelder i dag. Historien hører hjemme i en merknad.",
            remark="Hadde en gruppe på helsehuset, lagt ned.",
        ),
        plans=Reply(
            "«Vi er godt i gang! Arbeidsgruppa har hatt fire møter, og Odd stikker innom …»",
            "well_under_way",
            "Godt i gang er ikke vedtatt.",
        ),
        plan_when=Reply("«Til neste år, håper jeg. Da er det penger.»", "{next_year}"),
        plan_form=Reply("«En koordinator. Et helt senter blir for stort for oss.»", "coordinator"),
        plan_cooperation=Reply(
            "«Bare oss. Vi spurte naboen, men de ville ikke, og det er en lang historie …»",
            "municipal",
        ),
        knows_other_unit=Reply("«Nei, det ville jeg ha visst.»", "no"),
        challenges=Reply(
            "«Penger, penger og penger! Og så får vi ikke tak i fagfolk.»",
            ("economy", "staff"),
        ),
        challenges_text=Reply(
            "«Du kan skrive at vi får det til når noen brenner for det.»",
            "Vi får det til når noen brenner for det.",
            "Et sitat skrives så ordrett du rekker.",
        ),
        benefits=Reply(
            "«Folk slipper å reise til sykehuset, og de får det bedre.»",
            ("fewer_hospital", "quality_of_life"),
        ),
        benefits_text=Reply("«Nei, nå har jeg vel sagt nok!»", ""),
        publish=Reply("«Ja, men jeg vil se teksten først.»", "after_check"),
        public_contact_name=Reply("«Sett meg.»", "Berit Skrønholt"),
        public_phone=Reply("«Mobilen.»", "20 28 91 10"),
        public_email=Reply("«Nei, ikke e-posten.»", "", "Ett sted å nå dem er nok."),
        public_url=Reply("«Den nettsiden er fra forrige århundre.»", ""),
        contact_again=Reply("«Ja, ring gjerne i morgen også!»", "yes"),
        follow_up=Reply("«Veiledning! Kom hit, så lager jeg kaffe.»", ("guidance",)),
        final_remarks=Reply(
            "«Bare hils Odd hvis du treffer ham.»", "", "Det er ikke noe svar: La det stå tomt."
        ),
        thanks=THANKS,
    ),
    otherwise=Reply("«Vet du, det aner jeg ikke!»", "dont_know"),
)

TALKATIVE: Final = Rehearsal(
    title="Den pratsomme lederen",
    learn="å finne svaret i praten, og komme høflig videre.",
    calls=(
        RehearsedCall(
            voices=(
                switchboard(
                    "«{unit} kommune. Da må du snakke med Berit. Hun har alltid tid!»",
                    Office.health_and_care,
                    why="Berit er helse- og omsorgssjef.",
                ),
                _LEADER,
            )
        ),
    ),
    afterwards={
        "fit": Reply("", "not_relevant", "De har ingen tilbud ennå."),
        "respondent_certainty": Reply("", "certain", "Hun visste hva hun snakket om."),
        "private_note": Reply("", "", "Bare det koordinatoren må vite."),
    },
)
