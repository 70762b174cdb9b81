"""The tables of the calling: one row for each call attempt, redirect and contact point."""

from __future__ import annotations

from typing import Final

from db.exports.export_tables import AT, QUESTION
from db.exports.fields import (
    INTERVIEWER,
    ITEM,
    MOMENT,
    WHOLE,
    YES_NO,
    Field,
    behind,
    coded,
    person,
    unit,
)
from db.exports.record_sources import DeedUndone
from db.exports.sources import CallRow, Contact, Referral
from db.plain_sql import StoredMoment, moment, stored_moment
from schemas.calls.call_codes import DeedKind, Knowledge, RedirectHow
from schemas.calls.call_ends import end_of_call
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.frame.frame import Frame
from schemas.language.text import Text

EACH_CALL: Final = Text(
    "én rad per oppringning, uansett hva den ble til",
    nn="éi rad per oppringing, kva ho enn vart til",
    en="one row per call attempt, whatever came of it",
)
EACH_REDIRECT: Final = Text(
    "én rad per viderekobling: hvem som sendte oss til hvem, hva de sa og visste",
    nn="éi rad per vidarekopling: kven som sende oss til kven, kva dei sa og visste",
    en="one row per redirect: who sent us to whom, what they said and knew",
)
EACH_CONTACT: Final = Text(
    "én rad per kontaktpunkt", nn="éi rad per kontaktpunkt", en="one row per contact point"
)
EACH_UNDONE: Final = Text(
    "én rad per gang noe ble angret: hva det var, hvem som angret det, og når",
    nn="éi rad per gong noko vart angra: kva det var, kven som angra det, og når",
    en="one row per time something was undone: what it was, who undid it, and when",
)

CALL_NO: Final = Text("Oppringningens nummer", nn="Nummeret til oppringinga", en="Call number")
CALL_ID: Final = Text("Oppringningens id", nn="Id-en til oppringinga", en="Id of the call")
CONTACT_ID: Final = Text(
    "Kontaktpunktets id", nn="Id-en til kontaktpunktet", en="Id of the contact point"
)
DEPARTMENT: Final = Text("Type avdeling", nn="Type avdeling", en="Type of department")
DEPARTMENT_NAME: Final = Text("Avdelingens navn", nn="Namnet på avdelinga", en="Department name")
PERSON: Final = Text("Person", nn="Person", en="Person")
PHONE: Final = Text("Telefonnummer", nn="Telefonnummer", en="Telephone number")
OUTCOME: Final = Text("Utfall", nn="Utfall", en="Outcome")
HOW: Final = Text("Hvordan vi ble sendt videre", nn="Korleis vi vart sende vidare", en="How")
ENDED: Final = Text("Avsluttet (UTC)", nn="Avslutta (UTC)", en="Ended (UTC)")
SECONDS: Final = Text("Varighet i sekunder", nn="Varigheit i sekund", en="Length in seconds")
UNDONE_BY: Final = Text("Angret av", nn="Angra av", en="Undone by")
AAPOR: Final = Text("AAPOR-kode", nn="AAPOR-kode", en="AAPOR code")


def call_fields(frame: Frame, departments: type[Department]) -> tuple[Field[CallRow], ...]:
    """The columns of a call."""
    return (
        *unit(frame, lambda call: call.unit_id),
        Field("call_no", CALL_NO, lambda call: call.number, WHOLE),
        Field("call_id", CALL_ID, lambda call: call.id, is_id=True),
        Field("contact_id", CONTACT_ID, lambda call: call.contact_id, is_id=True),
        coded("department", DEPARTMENT, lambda call: call.department, departments),
        Field("department_name", DEPARTMENT_NAME, lambda call: call.department_name),
        Field("person", PERSON, lambda call: call.person, personal=True),
        Field("phone", PHONE, lambda call: call.phone, personal=True, is_phone=True),
        *person(
            "interviewer",
            INTERVIEWER,
            lambda call: call.interviewer,
            lambda call: call.interviewer_name,
        ),
        Field(
            "started_at",
            Text("Begynt (UTC)", nn="Byrja (UTC)", en="Started (UTC)"),
            lambda call: call.started_at,
            MOMENT,
            is_stored=True,
        ),
        Field(
            "ended_at",
            ENDED,
            _over_at,
            MOMENT,
            is_stored=True,
        ),
        Field(
            "end_unknown",
            Text("Slutten er ukjent", nn="Slutten er ukjend", en="End unknown"),
            lambda call: call.end_unknown,
            YES_NO,
        ),
        Field(
            "seconds",
            SECONDS,
            lambda call: call.seconds,
            WHOLE,
        ),
        coded("outcome", OUTCOME, lambda call: call.outcome, Outcome),
        Field("aapor", AAPOR, lambda call: Outcome[call.outcome].aapor if call.outcome else None),
        # What an interviewer noted after a call is mostly about whom to ask for.
        Field("note", Text("Notat", nn="Notat", en="Note"), lambda call: call.note, personal=True),
    )


def redirect_fields(frame: Frame, departments: type[Department]) -> tuple[Field[Referral], ...]:
    """The columns of a redirect."""
    return (
        *unit(frame, lambda leg: leg.unit_id),
        Field("call_no", CALL_NO, lambda leg: leg.call_no, WHOLE),
        Field("call_id", CALL_ID, lambda leg: leg.call_id, is_id=True),
        Field(
            "redirect_no",
            Text(
                "Viderekoblingens nummer i saken",
                nn="Nummeret til vidarekoplinga i saka",
                en="Redirect number in the case",
            ),
            lambda leg: leg.number,
            WHOLE,
        ),
        Field(
            "redirect_id",
            Text("Viderekoblingens id", nn="Id-en til vidarekoplinga", en="Id of the redirect"),
            lambda leg: leg.id,
            is_id=True,
        ),
        Field("at", AT, lambda leg: leg.at, MOMENT, is_stored=True),
        coded(
            "how",
            HOW,
            lambda leg: leg.how,
            RedirectHow,
        ),
        Field("from_id", _from(CONTACT_ID), lambda leg: leg.from_id, is_id=True),
        coded("from_department", _from(DEPARTMENT), lambda leg: leg.from_department, departments),
        Field("from_department_name", _from(DEPARTMENT_NAME), lambda leg: leg.from_department_name),
        Field("from_person", _from(PERSON), lambda leg: leg.from_person, personal=True),
        coded("from_knew", _from(KNOWS), lambda leg: leg.from_knew, Knowledge),
        Field("to_id", _to(CONTACT_ID), lambda leg: leg.to_id, is_id=True),
        coded("to_department", _to(DEPARTMENT), lambda leg: leg.to_department, departments),
        Field("to_department_name", _to(DEPARTMENT_NAME), lambda leg: leg.to_department_name),
        Field("to_person", _to(PERSON), lambda leg: leg.to_person, personal=True),
        Field("to_phone", _to(PHONE), lambda leg: leg.to_phone, personal=True, is_phone=True),
        Field(
            "said", Text("Hva de sa", nn="Kva dei sa", en="What they said"), lambda leg: leg.said
        ),
    )


KNOWS: Final = Text("Hva de visste", nn="Kva dei visste", en="What they knew")


def _from(label: Text) -> Text:
    return behind(Text("Fra", nn="Frå", en="From"), label)


def _to(label: Text) -> Text:
    return behind(Text("Til", en="To"), label)


def contact_fields(frame: Frame, departments: type[Department]) -> tuple[Field[Contact], ...]:
    """The columns of a contact point."""
    return (
        *unit(frame, lambda point: point.unit_id),
        Field("contact_id", CONTACT_ID, lambda point: point.id, is_id=True),
        coded("department", DEPARTMENT, lambda point: point.department, departments),
        Field("department_name", DEPARTMENT_NAME, lambda point: point.department_name),
        Field("person", PERSON, lambda point: point.person),
        Field("role", Text("Stilling", nn="Stilling", en="Role"), lambda point: point.role),
        Field("phone", PHONE, lambda point: point.phone, is_phone=True),
        Field("email", Text("E-post", nn="E-post", en="E-mail"), lambda point: point.email),
        Field(
            "source",
            Text("Hvem som fortalte det", nn="Kven som fortalde det", en="Who told us"),
            lambda point: point.source,
        ),
        coded("knows", KNOWS, lambda point: point.knows, Knowledge),
        Field(
            "created_at",
            Text("Opprettet (UTC)", nn="Oppretta (UTC)", en="Created (UTC)"),
            lambda point: point.created_at,
            MOMENT,
            is_stored=True,
        ),
    )


def undone_fields(frame: Frame) -> tuple[Field[DeedUndone], ...]:
    """The columns of what was undone; the answers before and after are in the paradata."""
    return (
        *unit(frame, lambda one: one.unit_id),
        Field(
            "undone_no",
            Text("Nummer i saken", nn="Nummer i saka", en="Number in the case"),
            lambda one: one.number,
            WHOLE,
        ),
        Field("at", AT, lambda one: one.at, MOMENT, is_stored=True),
        *person("undone_by", UNDONE_BY, lambda one: one.by, lambda one: one.by_name),
        coded(
            "undone",
            Text("Hva som ble angret", nn="Kva som vart angra", en="What was undone"),
            lambda one: one.kind,
            DeedKind,
        ),
        Field(
            "undone_id",
            Text(
                "Id-en til det som ble angret",
                nn="Id-en til det som vart angra",
                en="Id of what was undone",
            ),
            lambda one: one.deed_id,
            is_id=True,
        ),
        Field("call_no", CALL_NO, lambda one: one.call_no, WHOLE),
        Field("question", QUESTION, lambda one: one.question),
        Field("item", ITEM, lambda one: one.item, WHOLE),
        coded("how", HOW, lambda one: one.how, RedirectHow),
        coded("outcome", OUTCOME, lambda one: one.outcome, Outcome),
        Field("ended_at", ENDED, _over_at, MOMENT, is_stored=True),
        Field("seconds", SECONDS, lambda one: one.seconds, WHOLE),
    )


def _over_at(call: CallRow | DeedUndone) -> StoredMoment | None:
    """When a call was over, read anew only where the clock on the wall was set back in it."""
    began, ended = call.started_at, call.ended_at
    if began is None or ended is None or ended >= began:
        return ended
    over = end_of_call(moment(began), moment(ended), call.seconds)
    return None if over is None else StoredMoment(stored_moment(over))
