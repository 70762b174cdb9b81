"""Phase one: read in as often as one likes, shown beside what this round finds."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from db.calls import update_contact
from db.cases import case_id_of, open_case
from db.claim_forms import claim_forms
from db.claims import explain_difference, reveal_claim
from db.database import Database
from db.import_plans import apply_claim_forms, apply_contacts, preview_claim_forms, preview_contacts
from db.interviews import complete
from db.problems import InterviewClosed, LeaseLost, NotFound
from db.records import Changes, ImportCount, Reveal
from schemas.calls.contact_rows import ContactLine
from schemas.review.claim_forms import ClaimForm
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    FORM,
    ORGANISATION,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
)
from tests.db.world import HALDEN, NOON, World, later
from tests.support.claim_forms import claim_form

HALDENS = claim_form(
    "0101",
    answered_on=date(2014, 11, 3),
    offers=ClaimedOffers.ja,
    organisation=ClaimedOrganisation.senter,
    partners=("0104", "0105"),
    contact_person="Kari Lie",
    contact_role="leder",
    contact_department="Frisklivssentralen",
    contact_phone="+4769174500",
    comment="Spør [helse] først – åpent til 15",
)
AREMARKS = claim_form("0118", date(2014, 11, 4), ClaimedOffers.nei, plans=ClaimedPlans.planer)
MOSS = claim_form("0104", comment="kjent gjennom Halden")
FORMS = (HALDENS, AREMARKS, MOSS)

MOSS_CASE = case_id_of("0104")

KARI = ContactLine(
    "0101",
    Office.healthy_life_centre,
    "Frisklivssentralen",
    "Kari Lie",
    "leder",
    "+4769174500",
    "",
    "Nettsiden",
)
DESK = ContactLine(
    "0104", Office.service_desk, "", "", "", "+4769248000", "post@moss.example", "Nettsiden"
)


@pytest.fixture
def register(db: Database, with_cases: None) -> Database:
    """A database with its cases."""
    return db


def stored(form: ClaimForm) -> ClaimForm:
    """A form as it is kept: whom to call is a contact point, and no part of it."""
    return replace(
        form,
        contact_person="",
        contact_role="",
        contact_department="",
        contact_phone="",
        contact_email="",
    )


class TestTheForms:
    def test_are_stored_with_whom_to_call(self, register: Database) -> None:
        """What was ticked and written, and the person that was named, among those to call."""
        changes = apply_claim_forms(register, FORMS, NOON)
        assert changes.forms == ImportCount(new=("0101", "0118", "0104"))
        assert changes.contacts == ImportCount(new=("0101",))
        case = open_case(register, HALDEN)
        assert case.form == stored(HALDENS)
        (kari,) = case.contacts
        assert (kari.person, kari.phone, kari.source) == ("Kari Lie", "+4769174500", FORM.source)
        assert kari.department is Office.healthy_life_centre

    def test_come_back_for_the_figures(self, register: Database) -> None:
        """All of them, by unit."""
        apply_claim_forms(register, FORMS, NOON)
        assert claim_forms(register) == [stored(HALDENS), MOSS, AREMARKS]

    def test_the_claim_follows_from_the_form(self, register: Database) -> None:
        """Nobody stores it; where the form does not tell, there is none."""
        apply_claim_forms(register, FORMS, NOON)
        claims = [open_case(register, case_id_of(form.unit_id)).claim for form in FORMS]
        assert claims == [ExecutiveClaim.service, ExecutiveClaim.none, None]

    def test_the_same_file_twice_changes_nothing(self, register: Database) -> None:
        """Not a form, not a contact, not a time."""
        apply_claim_forms(register, FORMS, NOON)
        before = open_case(register, HALDEN)
        again = apply_claim_forms(register, FORMS, later(60))
        assert not again.anything
        assert again.forms.unchanged == ("0101", "0118", "0104")
        assert open_case(register, HALDEN) == before

    def test_a_corrected_file_changes_what_was_corrected(self, register: Database) -> None:
        """The unit that was corrected, and no other."""
        apply_claim_forms(register, FORMS, NOON)
        said = {**HALDENS.answers, ORGANISATION: ClaimedOrganisation.ikke_felles}
        corrected = replace(HALDENS, answers=said)
        changes = apply_claim_forms(register, (corrected, AREMARKS, MOSS), NOON)
        assert changes.forms == ImportCount(changed=("0101",), unchanged=("0118", "0104"))
        assert open_case(register, HALDEN).claim is ExecutiveClaim.offers_only

    def test_a_preview_tells_the_same_and_stores_nothing(self, register: Database) -> None:
        """Because it is the same plan, only not carried out."""
        seen = preview_claim_forms(register, FORMS)
        assert open_case(register, HALDEN).form is None
        assert seen == apply_claim_forms(register, FORMS, NOON)
        assert preview_claim_forms(register, FORMS) == apply_claim_forms(register, FORMS, NOON)

    def test_are_stored_all_or_none(self, register: Database) -> None:
        """A unit that does not exist stops the whole file."""
        for strange in (replace(MOSS, unit_id="9999"), replace(MOSS, partners=("9999",))):
            with pytest.raises(NotFound, match="saken"):
                apply_claim_forms(register, (HALDENS, strange), NOON)
        assert claim_forms(register) == []
        assert open_case(register, HALDEN).contacts == ()

    def test_an_empty_file_is_no_change(self, register: Database) -> None:
        """Nothing told, nothing done."""
        assert apply_claim_forms(register, (), NOON) == Changes()


class TestWhoMayBeCovered:
    def covered_by(self, db: Database, unit: str) -> tuple[str, ...]:
        """Whose service may be this unit's too."""
        return open_case(db, case_id_of(unit)).covered_by

    def test_partners_of_whoever_has_offers(self, register: Database) -> None:
        """And not the one that has them."""
        changes = apply_claim_forms(register, FORMS, NOON)
        assert changes.covered == ImportCount(new=("0104", "0105"))
        assert [self.covered_by(register, unit) for unit in ("0101", "0104", "0105")] == [
            (),
            ("0101",),
            ("0101",),
        ]

    def test_a_unit_that_only_others_told_of(self, register: Database) -> None:
        """It did not answer itself, or said no: then its partners may cover it."""
        told = replace(MOSS, partners=("0101",))
        said_no = replace(AREMARKS, partners=("0101", "0118"))
        apply_claim_forms(register, (told, said_no), NOON)
        assert self.covered_by(register, "0104") == self.covered_by(register, "0118") == ("0101",)
        assert self.covered_by(register, "0101") == ()

    def test_follows_the_forms_as_they_change(self, register: Database) -> None:
        """What no form says any more is taken back; what another one still says stays."""
        apply_claim_forms(register, (HALDENS, replace(MOSS, partners=("0101",))), NOON)
        changes = apply_claim_forms(register, (replace(HALDENS, partners=("0106",)),), NOON)
        assert changes.covered == ImportCount(new=("0106",), unchanged=("0104",), gone=("0105",))
        assert self.covered_by(register, "0105") == ()


class TestContacts:
    def test_are_stored_in_the_order_of_the_file(self, register: Database) -> None:
        """However many come in one moment."""
        numbers = [f"+476917450{nth}" for nth in range(9)]
        apply_contacts(register, [replace(KARI, phone=number) for number in numbers], NOON)
        assert [one.phone for one in open_case(register, HALDEN).contacts] == numbers

    def test_the_same_file_twice_changes_nothing(self, register: Database) -> None:
        """The second time everything is known; so it is when the words are only spaced anew."""
        assert apply_contacts(register, (KARI, DESK), NOON).contacts.new == ("0101", "0104")
        spaced = replace(KARI, person=" kari  LIE ")
        again = apply_contacts(register, (spaced, DESK), later(5))
        assert again.contacts == ImportCount(unchanged=("0101", "0104"))
        assert len(open_case(register, HALDEN).contacts) == 1

    def test_whoever_is_known_from_elsewhere_is_not_doubled(self, register: Database) -> None:
        """Phase one has named her already: another list adds nobody."""
        apply_claim_forms(register, FORMS, NOON)
        assert not apply_contacts(register, (KARI,), NOON).anything

    def test_a_person_twice_in_one_file_is_one(self, register: Database) -> None:
        """As if the file had said it once."""
        assert apply_contacts(register, (KARI, KARI), NOON).contacts.new == ("0101",)

    def test_corrections_by_hand_stand(self, world: World) -> None:
        """Whatever an interviewer has put right, an old file does not undo."""
        apply_contacts(world.db, (KARI,), NOON)
        (kari,) = open_case(world.db, HALDEN).contacts
        corrected = replace(kari, phone="+4769174599")
        update_contact(world.db, world.lease, corrected)
        assert not apply_contacts(world.db, (KARI,), later(5)).anything
        assert open_case(world.db, HALDEN).contacts == (corrected,)

    def test_a_corrected_list_replaces_what_it_said(self, register: Database) -> None:
        """The wrong number is no longer offered; the preview shows it beside the new one."""
        apply_contacts(register, (KARI, DESK), NOON)
        corrected = (KARI, replace(DESK, phone="+4769248001"))
        seen = preview_contacts(register, corrected)
        assert seen.contacts == ImportCount(changed=("0104",), unchanged=("0101",))
        (correction,) = seen.corrections
        assert (correction.before.phone, correction.after.phone) == ("+4769248000", "+4769248001")
        assert apply_contacts(register, corrected, later(5)) == seen
        assert [one.phone for one in open_case(register, MOSS_CASE).contacts] == ["+4769248001"]
        assert not apply_contacts(register, corrected, later(9)).anything

    @pytest.mark.parametrize(
        "said",
        [
            {"email": "kari@halden.example"},
            {"role": "daglig leder"},
            {"department": Office.coordinating_unit, "department_name": ""},
            {"phone": "+4769174501", "source": "Liste  1"},
            {"phone": "+4769174501", "person": "Lie, Kari"},
            {"phone": "+4769174501", "person": "Kari Anne Lie"},
            {"phone": "+4769174501", "department_name": "Frisklivssentralen i Halden"},
            {"phone": "+4769174501", "department_name": ""},
        ],
    )
    def test_whatever_it_says_else_of_her_is_corrected(
        self, register: Database, said: dict[str, Any]
    ) -> None:
        """However it spells her name, her department's, and its own this time."""
        listed = replace(KARI, source="liste 1")
        apply_contacts(register, (listed,), NOON)
        changes = apply_contacts(register, (replace(listed, **said),), later(5))
        assert changes.contacts == ImportCount(changed=("0101",))
        (kari,) = open_case(register, HALDEN).contacts
        shown = {name: getattr(kari, name) for name in said if name not in {"person", "source"}}
        assert shown == {name: value or getattr(KARI, name) for name, value in said.items()
                         if name in shown}  # fmt: skip
        assert kari.person in {"Kari Lie", "Kari Anne Lie"}

    def test_a_switchboard_under_another_form_of_its_name(self, register: Database) -> None:
        """«Sentralbord» is corrected by «Sentralbordet»; a second centre corrects no other."""
        apply_contacts(register, (DESK,), NOON)
        again = replace(DESK, department_name="Sentralbordet", phone="+4769248001")
        assert apply_contacts(register, (again,), later(5)).contacts.changed == ("0104",)
        one = replace(KARI, person="", department_name="Frisklivssentralen i Halden")
        apply_contacts(register, (one,), later(6))
        other = replace(one, department_name="Frisklivssentralen på Tistedal", phone="+4769174501")
        assert apply_contacts(register, (other,), later(7)).contacts.new == ("0101",)

    def test_a_department_whose_name_is_a_dash(self, register: Database) -> None:
        """Somebody has left nothing out and said nothing: it is as good as no name."""
        apply_contacts(register, (replace(DESK, department_name="–"),), NOON)
        again = replace(DESK, phone="+4769248001")
        assert apply_contacts(register, (again,), later(5)).contacts.changed == ("0104",)

    def test_another_list_corrects_nothing(self, register: Database) -> None:
        """Who is right, the caller hears: both numbers are offered."""
        apply_contacts(register, (DESK,), NOON)
        other = replace(DESK, phone="+4769248001", source="Telefonkatalogen")
        assert apply_contacts(register, (other,), later(5)).contacts.new == ("0104",)
        assert len(open_case(register, MOSS_CASE).contacts) == 2

    def test_of_two_numbers_nobody_knows_which_is_corrected(self, register: Database) -> None:
        """Where the list names a place twice, a third number is one more."""
        apply_contacts(register, (DESK, replace(DESK, phone="+4769248002")), NOON)
        third = replace(DESK, phone="+4769248003")
        assert apply_contacts(register, (third,), later(5)).contacts.new == ("0104",)

    def test_one_of_two_numbers_is_corrected_where_the_other_stands(
        self, register: Database
    ) -> None:
        """Then it is plain which is meant."""
        apply_contacts(register, (DESK, replace(DESK, phone="+4769248002")), NOON)
        again = (DESK, replace(DESK, phone="+4769248003"))
        assert apply_contacts(register, again, later(5)).contacts.changed == ("0104",)
        found = [one.phone for one in open_case(register, MOSS_CASE).contacts]
        assert found == ["+4769248000", "+4769248003"]

    def test_one_number_is_one_contact_point(self, register: Database) -> None:
        """However her name and department are spelt, in whatever list."""
        lines = (
            replace(KARI, role="", email=""),
            replace(KARI, department_name="Frisklivssentralen i Halden", source="Liste 2"),
            replace(KARI, person="Kari  Lie", email="kari@halden.example", source="Liste 3"),
        )
        assert apply_contacts(register, lines, NOON).contacts.new == ("0101",)
        (kari,) = open_case(register, HALDEN).contacts
        assert (kari.person, kari.role, kari.email) == ("Kari Lie", "leder", "kari@halden.example")

    def test_what_a_list_knows_besides_is_filled_in(self, register: Database) -> None:
        """A number without a name gets it; nothing that is noted is written over."""
        apply_contacts(register, (replace(KARI, person="", role=""),), NOON)
        told = replace(KARI, source="Liste 2", department_name="Annet navn")
        assert apply_contacts(register, (told,), later(5)).contacts.changed == ("0101",)
        (kari,) = open_case(register, HALDEN).contacts
        assert (kari.person, kari.department_name) == ("Kari Lie", "Frisklivssentralen")

    def test_the_switchboards_number_is_that_of_many(self, register: Database) -> None:
        """Two persons behind one number are two; so are two departments."""
        others = (
            replace(KARI, person="Ola Dahl"),
            replace(KARI, person="", department=Office.switchboard, department_name=""),
        )
        assert len(apply_contacts(register, (KARI, *others), NOON).contacts.new) == 3

    def test_a_preview_tells_the_same_and_stores_nothing(self, register: Database) -> None:
        """New at first, known afterwards."""
        seen = preview_contacts(register, (KARI, DESK))
        assert open_case(register, HALDEN).contacts == ()
        assert seen == apply_contacts(register, (KARI, DESK), NOON)
        assert not preview_contacts(register, (KARI, DESK)).anything

    def test_are_stored_all_or_none(self, register: Database) -> None:
        """A unit that does not exist stops the whole file."""
        with pytest.raises(NotFound):
            apply_contacts(register, (KARI, replace(DESK, unit_id="9999")), NOON)
        assert open_case(register, HALDEN).contacts == ()


class TestTheClaim:
    def shown(self, world: World) -> Reveal:
        """An interview is under way, and the claim is shown."""
        shown = Reveal(uuid4(), world.interview().id, "service", world.now(), world.aase.id)
        return reveal_claim(world.db, world.lease, shown)

    def test_is_logged_when_it_is_shown(self, world: World) -> None:
        """When, to whom, and what it said then, whatever is read in later."""
        shown = self.shown(world)
        assert open_case(world.db, HALDEN).reveal == shown

    def test_is_shown_once(self, world: World) -> None:
        """The first time stands, for a second one could not influence anything any more."""
        shown = self.shown(world)
        again = replace(shown, id=uuid4(), shown_at=later(50))
        assert reveal_claim(world.db, world.lease, again) == shown
        assert open_case(world.db, HALDEN).reveal == shown

    def test_a_difference_has_a_reason(self, world: World) -> None:
        """Chosen at the time, and changed while the interview is open."""
        shown = self.shown(world)
        for reason in ("misunderstood", "single_offer"):
            explain_difference(
                world.db, world.lease, shown.interview_id, reason, "bare kurs", later(9)
            )
        told = replace(shown, reason="single_offer", note="bare kurs", at=later(9))
        assert open_case(world.db, HALDEN).reveal == told

    def test_what_was_not_shown_has_no_reason(self, world: World) -> None:
        """A reason without a claim beside it would mean nothing."""
        interview = world.interview()
        with pytest.raises(NotFound, match="påstanden"):
            explain_difference(world.db, world.lease, interview.id, "single_offer", "", later(9))

    def test_belongs_to_an_open_interview_of_ours(self, world: World) -> None:
        """Not to a finished one, nor to a case that somebody else has taken."""
        shown = self.shown(world)
        explained = (shown.interview_id, "single_offer", "", later(9))
        complete(world.db, world.lease, uuid4(), shown.interview_id, {}, {}, NOON)
        with pytest.raises(InterviewClosed):
            explain_difference(world.db, world.lease, *explained)
        world.take(world.person("Bo"), later(100))
        with pytest.raises(LeaseLost):
            explain_difference(world.db, world.lease, *explained)
