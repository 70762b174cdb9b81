"""How a call attempt ends, and how a case does: one table, from which every screen and rate reads.

The codes are AAPOR's final disposition codes for telephone surveys, as text. A star marks a local
extension: AAPOR has no codes for searching within an organisation. Where the standard has none at
all, the code is empty.
"""

from dataclasses import dataclass
from enum import Enum

from schemas.language.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    aapor: str
    label: Text
    next_step: str
    rest_minutes: int = 0
    rest_days: int = 0
    final: bool = False
    reached: bool = False
    coordinator_only: bool = False


class Outcome(Enum):
    """The outcomes, in the order in which people choose among them. The name is the slug."""

    no_answer = _Row(
        aapor="3.13",
        label=Text("Ikke svar", nn="Ikkje svar", en="No answer"),
        next_step="Prøv igjen om {rest}, i en del av dagen som ikke er prøvd.",
        rest_minutes=180,
    )
    busy = _Row(
        aapor="3.12",
        label=Text("Opptatt", nn="Oppteke", en="Busy"),
        next_step="Prøv igjen om {rest}, høyst tre ganger om dagen.",
        rest_minutes=15,
    )
    long_queue = _Row(
        aapor="3.13*",
        label=Text("Lang telefonkø, la på", nn="Lang telefonkø, la på", en="Long queue, hung up"),
        next_step="Prøv igjen om {rest}.",
        rest_minutes=60,
    )
    voicemail = _Row(
        aapor="2.222",
        label=Text("Telefonsvarer", nn="Telefonsvarar", en="Answering machine"),
        next_step="Prøv igjen neste halve dag.",
    )
    message_left = _Row(
        aapor="2.221",
        label=Text("Beskjed lagt igjen", nn="Beskjed lagd igjen", en="Message left"),
        next_step="Prøv igjen neste halve dag.",
    )
    technical = _Row(
        aapor="3.16",
        label=Text("Teknisk feil", en="Technical problem"),
        next_step="Prøv igjen om {rest}.",
        rest_minutes=30,
    )
    number_dead = _Row(
        aapor="4.32*",
        label=Text(
            "Nummeret er ikke i bruk", nn="Nummeret er ikkje i bruk", en="Number not in use"
        ),
        next_step="Prøv neste nummer eller leid; finnes ingen, trenger saken et nummer.",
    )
    redirected = _Row(
        aapor="2.36*",
        label=Text("Henvist videre", nn="Vist vidare", en="Referred on"),
        next_step="Ring den nye leiden nå.",
    )
    lost_in_transfer = _Row(
        aapor="2.35*",
        label=Text(
            "Falt ut under overføring", nn="Fall ut under overføring", en="Lost in transfer"
        ),
        next_step="Prøv igjen om {rest}.",
        rest_minutes=5,
    )
    wrong_department = _Row(
        aapor="3.21*",
        label=Text(
            "Feil avdeling, vet ikke hvem",
            nn="Feil avdeling, veit ikkje kven",
            en="Wrong department, does not know who",
        ),
        next_step="Gå tilbake til en leid som ikke er prøvd; finnes ingen, til koordinator.",
    )
    unavailable = _Row(
        aapor="2.21",
        label=Text(
            "Rett person er ikke til stede",
            nn="Rett person er ikkje til stades",
            en="The right person is not there",
        ),
        next_step="Prøv igjen på oppgitt dato, ellers om {rest}.",
        rest_days=1,
    )
    appointment = _Row(
        aapor="2.35",
        label=Text("Avtale", en="Appointment"),
        next_step="Ring på avtalt tid; uten tid om {rest}.",
        rest_days=1,
        reached=True,
    )
    asked_in_writing = _Row(
        aapor="2.36",
        label=Text(
            "Ønsker spørsmålene skriftlig",
            nn="Ønskjer spørsmåla skriftleg",
            en="Wants the questions in writing",
        ),
        next_step="Send spørsmålene på e-post, og ring igjen om {rest}.",
        rest_days=3,
        reached=True,
    )
    break_off = _Row(
        aapor="2.12",
        label=Text("Avbrutt intervju", nn="Avbrote intervju", en="Interview broken off"),
        next_step="Fortsett intervjuet om {rest}.",
        rest_days=1,
        reached=True,
    )
    refusal_gatekeeper = _Row(
        aapor="2.111",
        label=Text(
            "Avslag i førstelinjen", nn="Avslag i førstelinja", en="Refused by the front line"
        ),
        next_step="Prøv en annen leid, ellers igjen om {rest}.",
        rest_days=5,
    )
    refusal_soft = _Row(
        aapor="2.112",
        label=Text(
            "Avslag, kan spørres igjen", nn="Avslag, kan spørjast igjen", en="Refused, may be asked"
        ),
        next_step="Vent {rest}; koordinator avgjør.",
        rest_days=5,
        reached=True,
    )
    refusal_hard = _Row(
        aapor="2.112",
        label=Text(
            "Ønsker ikke å delta", nn="Ønskjer ikkje å delta", en="Does not wish to take part"
        ),
        next_step="Ring aldri igjen, uansett hva som ellers blir registrert.",
        final=True,
        reached=True,
    )
    unable = _Row(
        aapor="2.32",
        label=Text(
            "Kan ikke (språk, sykdom)",
            nn="Kan ikkje (språk, sjukdom)",
            en="Unable (language, illness)",
        ),
        next_step="Prøv en annen leid.",
    )
    to_coordinator = _Row(
        aapor="2.34",
        label=Text("Til koordinator", en="To the coordinator"),
        next_step="Koordinator tar saken videre.",
    )
    partial = _Row(
        aapor="1.2",
        label=Text(
            "Delvis intervju, kjernen er utfylt",
            nn="Delvis intervju, kjernen er fylt ut",
            en="Partial interview, the core is answered",
        ),
        next_step="Fortsett intervjuet om {rest}.",
        rest_days=1,
        reached=True,
    )
    complete = _Row(
        aapor="1.1",
        label=Text("Fullført intervju", en="Interview completed"),
        next_step="Koordinator ser gjennom intervjuet.",
        final=True,
        reached=True,
    )
    no_service = _Row(
        aapor="1.1*",
        label=Text(
            "Fullført kortintervju, ingen tjeneste",
            nn="Fullført kortintervju, inga teneste",
            en="Short interview completed, no service",
        ),
        next_step="Koordinator ser gjennom intervjuet.",
        final=True,
        reached=True,
    )
    covered = _Row(
        aapor="",
        label=Text(
            "Del av en annen enhets tjeneste",
            nn="Del av tenesta til ei anna eining",
            en="Part of another unit's service",
        ),
        next_step="Ingen flere oppringninger; den andre enhetens intervju gjelder.",
        final=True,
        coordinator_only=True,
    )
    not_found_after_search = _Row(
        aapor="",
        label=Text(
            "Ikke funnet etter leting", nn="Ikkje funnen etter leiting", en="Not found after search"
        ),
        next_step="Ingen flere oppringninger.",
        final=True,
        coordinator_only=True,
    )
    out_of_frame = _Row(
        aapor="",
        label=Text("Utenfor utvalget", nn="Utanfor utvalet", en="Outside the sample"),
        next_step="Ingen flere oppringninger.",
        final=True,
        coordinator_only=True,
    )
    withdrawn = _Row(
        aapor="",
        label=Text(
            "Trukket av respondenten", nn="Trekt av respondenten", en="Withdrawn by respondent"
        ),
        next_step="Ring aldri igjen; svarene er slettet.",
        final=True,
        coordinator_only=True,
    )
    given_up = _Row(
        aapor="",
        label=Text("Oppgitt", nn="Gitt opp", en="Given up"),
        next_step="Ingen flere oppringninger.",
        final=True,
        coordinator_only=True,
    )

    @property
    def aapor(self) -> str:
        """The AAPOR code, always text: `2.10` is not 2.1. Empty where the standard has none."""
        return self.value.aapor

    @property
    def label(self) -> Text:
        """What the outcome is called on screen."""
        return self.value.label

    @property
    def next_step(self) -> str:
        """What happens to the case then, for the interviewer to read: with the rule's number."""
        return self.value.next_step.format(rest=self._rest)

    @property
    def rest_minutes(self) -> int:
        """So many minutes the number rests by default; 0 where minutes do not count."""
        return self.value.rest_minutes

    @property
    def rest_days(self) -> int:
        """So many working days the case rests by default; 0 where days do not count."""
        return self.value.rest_days

    @property
    def _rest(self) -> str:
        hours, minutes = divmod(self.rest_minutes, 60)
        if self.rest_days:
            return f"{self.rest_days} virkedag{'er' if self.rest_days > 1 else ''}"
        return f"{hours} time{'r' if hours > 1 else ''}" if hours else f"{minutes} minutter"

    @property
    def final(self) -> bool:
        """Whether the case ends with it; otherwise somebody calls again."""
        return self.value.final

    @property
    def reached(self) -> bool:
        """Whether it tells that somebody who could answer was on the line."""
        return self.value.reached

    @property
    def coordinator_only(self) -> bool:
        """Whether only a coordinator sets it, on a case; never an interviewer, on a call."""
        return self.value.coordinator_only
