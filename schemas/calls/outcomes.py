"""How a call attempt ends, and how a case does: one table, from which every screen and rate reads.

The codes are AAPOR's final disposition codes for telephone surveys, as text. A star marks a local
extension: AAPOR has no codes for searching within an organisation. Where the standard has none at
all, the code is empty.

An outcome is one row, and no rule asks which outcome it is: what follows from one is read from its
row. So whoever adds one writes a row (and a migration, for the database knows the names).
"""

from typing import Final

from schemas.calls.outcome_rows import (
    Category,
    ComesOf,
    InterviewPart,
    Look,
    OnTheLine,
    OutcomeRow,
    OutcomeTable,
    WhenAsked,
    by_key,
    call,
    decided,
)
from schemas.calls.rests import HalfDay, Minutes, NoRest, OtherPart, Whose, WorkingDays
from schemas.language.text import Text

NOTE: Final = Text("Notat (kan stå tomt). Enter legger på.")
WHY: Final = Text("Årsak")
ANOTHER_NUMBER: Final = "Prøv neste nummer eller spor. Finnes ingen, må saken få et nummer."
REVIEW: Final = "Koordinatoren ser gjennom intervjuet."
NO_MORE_CALLS: Final = "Ingen flere oppringninger."


class Outcome(OutcomeTable):
    """The outcomes, in the order in which people choose among them. The name is the slug."""

    # fmt: off
    no_answer = call(
        aapor="3.13", category=Category.unknown_contact, key="1",
        label=Text("Ikke svar", nn="Ikkje svar", en="No answer"),
        line=OnTheLine.nobody_there, rest=OtherPart(Whose.number, minutes=180),
        coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    busy = call(
        aapor="3.12", category=Category.unknown_contact, key="2",
        label=Text("Opptatt", nn="Oppteke", en="Busy"),
        line=OnTheLine.not_through, rest=Minutes(Whose.number, minutes=15, times_a_day=3),
        coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    long_queue = call(
        aapor="3.13*", category=Category.unknown_contact, key="3",
        label=Text("Lang telefonkø, la på", nn="Lang telefonkø, la på", en="Long queue, hung up"),
        line=OnTheLine.not_through, rest=Minutes(Whose.number, minutes=60), coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    voicemail = call(
        aapor="2.222", category=Category.non_contact, key="4",
        label=Text("Telefonsvarer", nn="Telefonsvarar", en="Answering machine"),
        line=OnTheLine.nobody_there, rest=HalfDay(Whose.number), coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    message_left = call(
        aapor="2.221", category=Category.non_contact, key="5",
        label=Text("Beskjed lagt igjen", nn="Beskjed lagd igjen", en="Message left"),
        line=OnTheLine.nobody_there, rest=HalfDay(Whose.number), coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    technical = call(
        aapor="3.16", category=Category.unknown_contact, key="6",
        label=Text("Teknisk feil", en="Technical problem"),
        line=OnTheLine.not_through, rest=Minutes(Whose.number, minutes=30), coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    # A dead number is no dead unit.
    number_dead = call(
        aapor="4.32*", category=Category.unknown_contact, key="7",
        label=Text(
            "Nummeret er ikke i bruk", nn="Nummeret er ikkje i bruk", en="Number not in use"
        ),
        line=OnTheLine.wrong_number, rest=NoRest(), coordinator=Look.never,
        then=ANOTHER_NUMBER,
        when=WhenAsked.not_at_all, note=NOTE,
    )
    wrong_number = call(
        aapor="3.1*", category=Category.unknown_contact, key="l",
        label=Text(
            "Feil nummer (en privatperson, et annet sted)",
            nn="Feil nummer (ein privatperson, ein annan stad)",
            en="Wrong number (a private person, another place)",
        ),
        line=OnTheLine.wrong_number, rest=NoRest(), coordinator=Look.never,
        then=ANOTHER_NUMBER,
        when=WhenAsked.not_at_all, note=NOTE,
    )
    redirected = call(
        aapor="2.36*", category=Category.other, key="8",
        label=Text("Sendt videre", nn="Sendt vidare", en="Passed on"),
        line=OnTheLine.sent_on, rest=NoRest(), coordinator=Look.never,
        then="Følg det nye sporet nå.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    lost_in_transfer = call(
        aapor="2.35*", category=Category.other, key="9",
        label=Text(
            "Brutt under viderekobling",
            nn="Brote under vidarekopling",
            en="Cut off while being put through",
        ),
        line=OnTheLine.cut_off, rest=Minutes(Whose.number, minutes=5), coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    wrong_department = call(
        aapor="3.21*", category=Category.unknown_other, key="a",
        label=Text(
            "Feil avdeling, vet ikke hvem",
            nn="Feil avdeling, veit ikkje kven",
            en="Wrong department, does not know who",
        ),
        line=OnTheLine.dead_end, rest=NoRest(), coordinator=Look.without_lead,
        then="Gå tilbake til et spor som ikke er prøvd. Finnes ingen, går saken til koordinatoren.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    unavailable = call(
        aapor="2.21", category=Category.non_contact, key="b",
        label=Text(
            "Rett person er ikke til stede",
            nn="Rett person er ikkje til stades",
            en="Right person not available",
        ),
        line=OnTheLine.found, rest=WorkingDays(Whose.case, days=1), coordinator=Look.never,
        then="Prøv igjen på oppgitt dato, ellers {rest}.",
        when=WhenAsked.may_be_said, note=NOTE,
    )
    # An appointment that is made decides itself; without one, somebody must ask for it.
    appointment = call(
        aapor="2.35", category=Category.other, key="c",
        label=Text("Avtale", en="Appointment"),
        line=OnTheLine.reached, rest=WorkingDays(Whose.case, days=1), coordinator=Look.never,
        then="Ring til avtalt tid. Er ingen tid avtalt, ring {rest}.",
        when=WhenAsked.must_be_said,
        note=Text("Med hvem, og noe å huske? (kan stå tomt) Enter legger på."),
    )
    asked_in_writing = call(
        aapor="2.36", category=Category.other, key="d",
        label=Text(
            "Ønsker spørsmålene skriftlig",
            nn="Ønskjer spørsmåla skriftleg",
            en="Wants the questions in writing",
        ),
        line=OnTheLine.reached, rest=WorkingDays(Whose.case, days=3), coordinator=Look.never,
        then="Send spørsmålene på e-post, og ring igjen {rest}.",
        when=WhenAsked.after_a_letter, note=Text("E-postadressen de vil ha spørsmålene på"),
    )
    break_off = OutcomeRow(
        aapor="2.12", category=Category.refusal, key="e",
        label=Text("Avbrutt intervju", nn="Avbrote intervju", en="Interview broken off"),
        final=False, strength=0, interview=InterviewPart.begun,
        line=OnTheLine.reached, rest=WorkingDays(Whose.case, days=1), coordinator=Look.never,
        then="Fortsett intervjuet {rest}.",
        when=WhenAsked.may_be_said, note=Text("Hvorfor ble intervjuet avbrutt?"),
    )
    refusal_gatekeeper = call(
        aapor="2.111", category=Category.refusal, key="f",
        label=Text(
            "Avslag fra den som tok telefonen",
            nn="Avslag frå den som tok telefonen",
            en="Refused by whoever answered",
        ),
        line=OnTheLine.turned_away, rest=WorkingDays(Whose.case_without_lead, days=5),
        coordinator=Look.never,
        then="Prøv et annet spor, ellers igjen {rest}.",
        when=WhenAsked.not_at_all, note=WHY,
    )
    refusal_soft = call(
        aapor="2.112", category=Category.refusal, key="g",
        label=Text(
            "Avslag, kan spørres igjen",
            nn="Avslag, kan spørjast igjen",
            en="Refused, may be asked again",
        ),
        line=OnTheLine.reached, rest=WorkingDays(Whose.case, days=5), coordinator=Look.after_rest,
        then="Koordinatoren avgjør om de skal spørres igjen, tidligst {rest}.",
        when=WhenAsked.not_at_all, note=WHY,
    )
    refusal_hard = OutcomeRow(
        aapor="2.112", category=Category.refusal, key="h",
        label=Text(
            "Ønsker ikke å delta", nn="Ønskjer ikkje å delta", en="Does not wish to take part"
        ),
        final=True, strength=8, interview=InterviewPart.none,
        line=OnTheLine.refused, rest=NoRest(), coordinator=Look.never,
        then="Ring aldri igjen, uansett hva som ellers blir registrert.",
        when=WhenAsked.not_at_all, note=WHY,
    )
    unable = call(
        aapor="2.32", category=Category.other, key="i",
        label=Text(
            "Kan ikke delta (språk, sykdom)",
            nn="Kan ikkje delta (språk, sjukdom)",
            en="Unable to take part (language, illness)",
        ),
        line=OnTheLine.turned_away, rest=NoRest(), coordinator=Look.without_lead,
        then="Prøv et annet spor.",
        when=WhenAsked.not_at_all, note=NOTE,
    )
    to_coordinator = call(
        aapor="2.34", category=Category.other, key="j",
        label=Text("Til koordinator", en="To the coordinator"),
        line=OnTheLine.nothing_told, rest=NoRest(), coordinator=Look.at_once,
        then="Koordinatoren tar saken videre.",
        when=WhenAsked.not_at_all, note=Text("Hva skal koordinatoren se på?"),
    )
    # Whoever had to stop is not rung in the same minute.
    partial = OutcomeRow(
        aapor="1.2", category=Category.partial, key="k",
        label=Text(
            "Delvis intervju, det viktigste er besvart",
            nn="Delvis intervju, det viktigste er svart på",
            en="Partial interview, the core is answered",
        ),
        final=False, strength=4, interview=InterviewPart.core,
        line=OnTheLine.reached, rest=WorkingDays(Whose.case, days=1), coordinator=Look.never,
        then="Fortsett intervjuet {rest}.",
        when=WhenAsked.may_be_said, note=NOTE,
    )
    complete = OutcomeRow(
        aapor="1.1", category=Category.interview, key=None,
        label=Text("Fullført intervju", en="Interview completed"),
        final=True, strength=7, interview=InterviewPart.whole,
        line=OnTheLine.reached, rest=NoRest(), coordinator=Look.never,
        then=REVIEW,
        when=WhenAsked.not_at_all, note=NOTE,
    )
    # A whole interview, and what it says is: we have nothing.
    no_service = OutcomeRow(
        aapor="1.1*", category=Category.not_eligible, key=None,
        label=Text(
            "Fullført kortintervju, ingen tjeneste",
            nn="Fullført kortintervju, inga teneste",
            en="Short interview completed, no service",
        ),
        final=True, strength=5, interview=InterviewPart.whole,
        line=OnTheLine.reached, rest=NoRest(), coordinator=Look.never,
        then=REVIEW,
        when=WhenAsked.not_at_all, note=NOTE, comes_of=ComesOf.having_none,
    )
    # What units share counts once, where it was interviewed.
    covered = decided(
        Text(
            "Dekket av en annen enhet", nn="Dekt av ei anna eining", en="Covered by another unit"
        ),
        category=Category.not_eligible, strength=6, comes_of=ComesOf.sharing,
        then="Ingen flere oppringninger. Den andre enhetens intervju gjelder.",
    )
    # A coordinator may close a search that came to nothing, never one that came to an interview.
    not_found_after_search = decided(
        Text(
            "Ikke funnet etter leting",
            nn="Ikkje funnen etter leiting",
            en="Not found after search",
        ),
        category=Category.unknown_other, strength=2,
        then=NO_MORE_CALLS,
    )
    out_of_frame = decided(
        Text("Utenfor utvalget", nn="Utanfor utvalet", en="Outside the sample"),
        category=Category.not_eligible, strength=3,
        then=NO_MORE_CALLS,
    )
    withdrawn = decided(
        Text("Respondenten har trukket seg", nn="Respondenten har trekt seg", en="Withdrawn"),
        category=Category.refusal, strength=9,
        then="Ring aldri igjen. Svarene er slettet.",
    )
    given_up = decided(
        Text("Gitt opp", nn="Gitt opp", en="Given up"),
        category=Category.unknown_other, strength=1,
        then=NO_MORE_CALLS,
    )
    # fmt: on


BY_KEY: Final = by_key(Outcome)
"""The outcomes that an interviewer ends a call with, in their order, by the key of each."""
