"""The public list: who is on it, what is shown, shared services once, and what is new."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from schemas.language.text import Text
from schemas.review import overview as lists
from schemas.review.overview_changes import What, as_data, changes, from_data
from schemas.review.overview_lines import LeftOut, Overview, OverviewEntry
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.overview import OVERVIEW
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sharing import SHARING
from tests.support.municipalities import FRAME

NARVIK, BALLANGEN, TYSFJORD, HALDEN, GRORUD = "1805", "1854", "1850", "0101", "030110"

CONTACT = {
    "public_contact_name": "Kari Lie",
    "public_phone": "+4769174500",
    "public_email": "kari@halden.example",
    "public_url": "https://halden.example/mestring",
}


def found(
    unit: str = HALDEN,
    klass: Class = Class.service,
    publish: Any = "yes",
    name: str = "Mestringssenteret",
    organisation: dict[str, Any] | None = None,
    **decided: Any,
) -> ReviewedInterview:
    """A finished interview."""
    document = {
        "introduction": {"respondent_name": "Ola Halden Dunk", "respondent_phone": "+4790000001"},
        "screening": {"coordination": "centre"},
        "organisation": {"service_name": name, **(organisation or {})},
        "closing": {"publish": publish, **CONTACT},
        "assessment": {"private_note": "Hemmelig"},
    }
    return ReviewedInterview(unit, document, klass, PhaseTwo, PARTS, SHARING, **decided)


def shared(unit: str, *others: str, host: str = NARVIK, **more: Any) -> ReviewedInterview:
    """An interview about a service that several share."""
    organisation = {"partner_units": list(others), "host_unit": [host]}
    return found(unit, organisation=organisation, **more)


def overview(several: Iterable[ReviewedInterview]) -> Overview:
    """The list of these."""
    return lists.overview(several, OVERVIEW, FRAME)


def only(*several: ReviewedInterview) -> OverviewEntry:
    (entry,) = overview(several).entries
    return entry


class TestWhoIsOnIt:
    @pytest.mark.parametrize("klass", Class)
    def test_services_and_those_who_plan_one(self, klass: Class) -> None:
        """Nobody has decided anything: the borderland and single offers are not there."""
        listed = overview([found(klass=klass)]).entries
        assert bool(listed) == (klass in {Class.service, Class.planning})

    def test_offers_where_a_coordinator_says_so(self) -> None:
        assert only(found(klass=Class.offers_only, included=True)).klass is Class.offers_only

    def test_nothing_that_is_kept_off(self) -> None:
        listed = overview([found(excluded=True)])
        assert (listed.entries, listed.excluded) == ((), (HALDEN,))

    def test_nobody_who_said_no(self) -> None:
        listed = overview([found(publish="no")])
        assert (listed.entries, listed.refused) == ((), (HALDEN,))

    @pytest.mark.parametrize("publish", [None, {"missing": "not_asked"}])
    def test_nobody_who_was_not_asked(self, publish: Any) -> None:
        """A coordinator can make a service of the borderland, but not give its permission."""
        listed = overview([found(publish=publish, reviewed=True)])
        assert (listed.entries, listed.not_asked) == ((), (HALDEN,))

    def test_says_what_nobody_has_looked_at(self) -> None:
        listed = overview([found(), found(NARVIK, reviewed=True)])
        assert listed.unreviewed == (HALDEN,)


class TestWhatIsShown:
    def test_the_public_contact_and_nothing_else_of_persons(self) -> None:
        told = str(as_data(only(found())))
        assert all(value in told for value in CONTACT.values())
        assert "Ola" not in told
        assert "+4790000001" not in told
        assert "Hemmelig" not in told

    def test_no_contact_before_they_have_seen_the_text(self) -> None:
        entry = only(found(publish="after_check"))
        assert entry.waits
        assert (entry.contact, entry.phone, entry.email, entry.url) == ("", "", "", "")
        assert entry.name == "Mestringssenteret"

    def test_everything_when_it_is_released(self) -> None:
        entry = only(found(publish="after_check", released=True))
        assert not entry.waits
        assert entry.contact == "Kari Lie"

    @pytest.mark.parametrize("name", ["Olas kurs", "Kurs, ring 901 23 456", "Kurs (a@b.no)"])
    def test_no_name_of_a_service_with_a_person_in_it(self, name: str) -> None:
        listed = overview([found(name=name)])
        assert (listed.entries[0].name, listed.nameless) == ("", (HALDEN,))
        assert listed.entries[0].title == "Lærings- og mestringstjeneste"

    def test_people_are_called_after_places(self) -> None:
        """The respondent's name is Halden, and so is the town's."""
        assert only(found(name="Halden frisklivssentral")).name == "Halden frisklivssentral"


class TestSharedServices:
    def test_stand_there_once_with_all_members(self) -> None:
        """The host and a member were interviewed, and speak of the same."""
        listed = overview(
            [
                shared(NARVIK, BALLANGEN, TYSFJORD, name="Vertens navn"),
                shared(BALLANGEN, NARVIK, TYSFJORD),
            ]
        )
        (entry,) = listed.entries
        assert (entry.unit_id, entry.name) == (NARVIK, "Vertens navn")
        assert [unit.id for unit in listed.shared_by(entry)] == [BALLANGEN, NARVIK, TYSFJORD]

    def test_stand_with_their_host_where_only_a_member_was_interviewed(self) -> None:
        entry = only(shared(BALLANGEN, NARVIK))
        assert (entry.unit_id, entry.place) == (BALLANGEN, NARVIK)

    def test_of_several_members_the_first_speaks(self) -> None:
        both = shared(TYSFJORD, NARVIK, BALLANGEN), shared(BALLANGEN, NARVIK, TYSFJORD)
        assert only(*both).unit_id == TYSFJORD

    def test_the_host_decides_whether_it_is_published(self) -> None:
        listed = overview([shared(NARVIK, BALLANGEN, publish="no"), shared(BALLANGEN, NARVIK)])
        assert (listed.entries, listed.refused) == ((), (NARVIK,))

    def test_two_services_stay_two(self) -> None:
        """Ballangen does not say that it shares anything with Narvik."""
        assert len(overview([shared(NARVIK, BALLANGEN), found(BALLANGEN)]).entries) == 2

    def test_members_are_those_that_a_coordinator_confirmed(self) -> None:
        entry = only(shared(NARVIK, BALLANGEN, covered=frozenset({TYSFJORD})))
        assert set(entry.members) == {NARVIK, BALLANGEN, TYSFJORD}
        assert only(shared(NARVIK, BALLANGEN, apart=frozenset({BALLANGEN}))).members == (NARVIK,)

    def test_no_member_that_something_speaks_against(self) -> None:
        """It is neither listed nor counted, and the coordinator is told why."""
        no = Text("Enhetens eget intervju sier nei")
        listed = overview([shared(NARVIK, BALLANGEN, TYSFJORD, disputed={BALLANGEN: no})])
        assert listed.entries[0].members == (NARVIK, TYSFJORD)
        assert listed.wholes == {NARVIK, TYSFJORD}
        assert listed.left_out == (LeftOut(BALLANGEN, NARVIK, no),)

    def test_unless_a_coordinator_has_confirmed_it(self) -> None:
        no, confirmed = Text("Nei"), frozenset({BALLANGEN})
        listed = overview([shared(NARVIK, BALLANGEN, disputed={BALLANGEN: no}, covered=confirmed)])
        assert listed.entries[0].members == (NARVIK, BALLANGEN)
        assert listed.left_out == ()

    def test_nor_a_host_that_knows_nothing_of_it(self) -> None:
        """Then the service stands with whoever told of it."""
        entry = only(shared(BALLANGEN, NARVIK, disputed={NARVIK: Text("Nei")}))
        assert (entry.place, entry.members) == (BALLANGEN, (BALLANGEN,))

    def test_who_was_kept_apart_is_told_of(self) -> None:
        listed = overview([shared(NARVIK, BALLANGEN, apart=frozenset({BALLANGEN}))])
        (out,) = listed.left_out
        assert (out.unit_id, str(out.why)) == (
            BALLANGEN, "En koordinator har sagt at den ikke er med",
        )  # fmt: skip

    def test_a_part_of_another_s_service_has_no_line_of_its_own(self) -> None:
        """It plans one, says its interview; but a coordinator has found that it shares one."""
        listed = overview(
            [
                shared(NARVIK, covered=frozenset({BALLANGEN})),
                found(BALLANGEN, klass=Class.planning, belongs_to=NARVIK),
            ]
        )
        assert [one.unit_id for one in listed.entries] == [NARVIK]
        assert listed.covered == (BALLANGEN,)

    def test_municipalities_are_counted_once(self) -> None:
        """Oslo's districts are one municipality; there are 428 in all."""
        both = [found(GRORUD), found("030111"), shared(NARVIK, BALLANGEN)]
        assert len(overview(both).wholes) == 3
        assert len(FRAME.wholes) == 428


class TestTheOrder:
    def test_is_by_county_and_then_by_name(self) -> None:
        """Ås comes after Vestby, as in every Norwegian list."""
        listed = overview([found(unit) for unit in (NARVIK, "0214", "0211", "0101", "0118")])
        names = [listed.unit(entry).name for entry in listed.entries]
        assert names == ["Aremark", "Halden", "Vestby", "Ås", "Narvik"]


class TestWhatIsNew:
    BEFORE = overview([found(), found(NARVIK), found("0214")]).entries

    def test_nothing(self) -> None:
        assert changes(self.BEFORE, self.BEFORE) == ()

    def test_what_came_what_went_and_what_says_something_else(self) -> None:
        now = overview([found(), found(NARVIK, name="Nytt navn"), found(TYSFJORD)]).entries
        new = {
            (one.what, one.entry.unit_id, *map(str, one.in_)) for one in changes(self.BEFORE, now)
        }
        assert new == {
            (What.added, TYSFJORD),
            (What.changed, NARVIK, "navn"),
            (What.gone, "0214"),
        }

    def test_a_release_is_a_change(self) -> None:
        before = overview([found(publish="after_check")]).entries
        now = overview([found(publish="after_check", released=True)]).entries
        (change,) = changes(before, now)
        fields = ["godkjenning", "kontaktperson", "telefon", "e-post", "nettsted"]
        assert [str(one) for one in change.in_] == fields

    def test_is_remembered_as_data(self) -> None:
        for entry in self.BEFORE:
            assert from_data(as_data(entry), Class) == entry
        with pytest.raises(TypeError):
            from_data({**as_data(self.BEFORE[0]), "more": 1}, Class)


def test_a_found_interview_without_a_class_is_nowhere() -> None:
    """One that was completed before there were classes."""
    assert overview([replace(found(), klass=None)]).entries == ()
