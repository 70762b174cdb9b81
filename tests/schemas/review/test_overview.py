"""The public list: who is on it, what is shown, shared services once, and what is new."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from schemas.language.text import Text
from schemas.review import overview as lists
from schemas.review.overview_changes import News, What, changes, from_data, to_data
from schemas.review.overview_lines import LeftOut, NotListed, Overview, OverviewEntry, WhyNot
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.overview import OVERVIEW
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sharing import SHARING
from tests.support.municipalities import FRAME

AT = datetime(2015, 2, 9, 8, tzinfo=UTC)

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
    reviewed: bool = True,
    **decided: Any,
) -> ReviewedInterview:
    """A finished interview that a coordinator has looked at."""
    document = {
        "introduction": {"respondent_name": "Ola Halden Dunk", "respondent_phone": "+4790000001"},
        "screening": {"coordination": "centre"},
        "organisation": {"service_name": name, **(organisation or {})},
        "closing": {"publish": publish, **CONTACT},
        "assessment": {"private_note": "Hemmelig"},
    }
    decided["reviewed"] = reviewed
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

    @pytest.mark.parametrize("klass", [Class.offers_only, Class.borderline])
    def test_offers_and_the_borderland_where_a_coordinator_says_so(self, klass: Class) -> None:
        assert only(found(klass=klass, included=True)).klass is klass

    @pytest.mark.parametrize(
        ("decided", "why"),
        [
            ({"excluded": True}, WhyNot.excluded),
            ({"publish": "no"}, WhyNot.refused),
            ({"publish": None}, WhyNot.not_asked),
            ({"publish": {"missing": "not_asked"}}, WhyNot.not_asked),
            ({"reviewed": False}, WhyNot.unreviewed),
            ({"klass": Class.offers_only}, WhyNot.undecided),
            ({"klass": Class.borderline}, WhyNot.undecided),
            ({"publish": "after_check"}, WhyNot.text_not_seen),
            ({"klass": Class.planning, "belongs_to": NARVIK}, WhyNot.with_another),
        ],
    )
    def test_everybody_else_is_told_of_with_the_reason(
        self, decided: dict[str, Any], why: WhyNot
    ) -> None:
        """What somebody has to do first waits; the rest is settled."""
        listed = overview([found(**decided)])
        assert (listed.entries, listed.beside) == ((), (NotListed(HALDEN, why),))
        assert listed.kept_back(why) == (HALDEN,)

    def test_classes_that_are_never_listed_are_not_told_of(self) -> None:
        assert overview([found(klass=Class.none)]).beside == ()


class TestAskedAgain:
    """The list never loses a line because a question was asked once more."""

    def test_what_was_reviewed_stands_until_the_new_answers_have_been(self) -> None:
        """And whoever writes the list is told that there is something newer."""
        before = found(name="Gammelt navn")
        listed = overview([found(name="Nytt navn", reviewed=False, before=before)])
        assert [one.name for one in listed.entries] == ["Gammelt navn"]
        assert (listed.older, listed.beside) == ((HALDEN,), ())

    @pytest.mark.parametrize(
        "now", [{"publish": "no"}, {"klass": Class.none}, {"klass": Class.planning}]
    )
    def test_but_not_against_what_they_say_now(self, now: dict[str, Any]) -> None:
        """They want it no more, or have it no more: that counts at once."""
        assert overview([found(**now, reviewed=False, before=found())]).entries == ()

    def test_a_text_that_was_seen_need_not_be_seen_again_if_it_reads_the_same(self) -> None:
        seen = found(publish="after_check", released=True)
        assert overview([found(publish="after_check", before=seen)]).entries
        other = overview([found(publish="after_check", name="Nytt", before=seen)])
        assert other.kept_back(WhyNot.text_not_seen) == (HALDEN,)


class TestWhatIsShown:
    def test_the_public_contact_and_nothing_else_of_persons(self) -> None:
        told = str(to_data(only(found())))
        assert all(value in told for value in CONTACT.values())
        assert "Ola" not in told
        assert "+4790000001" not in told
        assert "Hemmelig" not in told

    def test_nothing_before_they_have_seen_the_text(self) -> None:
        """Not even its name; all of it when they have."""
        assert overview([found(publish="after_check")]).entries == ()
        entry = only(found(publish="after_check", released=True))
        assert (entry.name, entry.contact) == ("Mestringssenteret", "Kari Lie")

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
        """The host and a member were interviewed and speak of the same; the third was confirmed."""
        listed = overview(
            [
                shared(NARVIK, BALLANGEN, TYSFJORD, name="Verten", covered=frozenset({TYSFJORD})),
                shared(BALLANGEN, NARVIK, TYSFJORD),
            ]
        )
        (entry,) = listed.entries
        assert (entry.unit_id, entry.name) == (NARVIK, "Verten")
        assert [unit.id for unit in listed.shared_by(entry)] == [BALLANGEN, NARVIK, TYSFJORD]
        assert listed.kept_back(WhyNot.with_another) == (BALLANGEN,)

    def test_name_nobody_by_the_word_of_one_alone(self) -> None:
        """Neither members nor a host: the coordinator is told that they wait to be confirmed."""
        listed = overview([shared(BALLANGEN, NARVIK, TYSFJORD)])
        (entry,) = listed.entries
        assert (entry.place, entry.members) == (BALLANGEN, (BALLANGEN,))
        assert listed.wholes == {BALLANGEN}
        out = {(one.unit_id, str(one.why)) for one in listed.left_out}
        assert out == {
            (unit, "Ikke bekreftet av koordinatoren ennå") for unit in (NARVIK, TYSFJORD)
        }

    def test_stand_with_their_host_where_only_a_member_was_interviewed(self) -> None:
        entry = only(shared(BALLANGEN, NARVIK, covered=frozenset({NARVIK})))
        assert (entry.unit_id, entry.place) == (BALLANGEN, NARVIK)

    def test_of_several_members_the_first_speaks(self) -> None:
        both = shared(TYSFJORD, NARVIK, BALLANGEN), shared(BALLANGEN, NARVIK, TYSFJORD)
        assert only(*both).unit_id == TYSFJORD

    def test_the_host_decides_whether_it_is_published(self) -> None:
        listed = overview([shared(NARVIK, BALLANGEN, publish="no"), shared(BALLANGEN, NARVIK)])
        assert listed.entries == ()
        assert listed.beside == (
            NotListed(NARVIK, WhyNot.refused), NotListed(BALLANGEN, WhyNot.with_another),
        )  # fmt: skip

    def test_nobody_is_named_who_has_said_no(self) -> None:
        """Their own interview is about the same service."""
        listed = overview([shared(NARVIK, BALLANGEN), shared(BALLANGEN, NARVIK, publish="no")])
        assert [one.members for one in listed.entries] == [(NARVIK,)]

    def test_an_interview_that_nobody_has_looked_at_confirms_nothing(self) -> None:
        both = shared(NARVIK, BALLANGEN), shared(BALLANGEN, NARVIK, reviewed=False)
        listed = overview(both)
        assert [one.members for one in listed.entries] == [(NARVIK,)]
        assert listed.kept_back(WhyNot.unreviewed) == (BALLANGEN,)

    def test_two_services_stay_two(self) -> None:
        """Ballangen does not say that it shares anything with Narvik."""
        assert len(overview([shared(NARVIK, BALLANGEN), found(BALLANGEN)]).entries) == 2

    def test_members_are_those_that_a_coordinator_confirmed(self) -> None:
        entry = only(shared(NARVIK, BALLANGEN, covered=frozenset({TYSFJORD})))
        assert set(entry.members) == {NARVIK, TYSFJORD}
        assert only(shared(NARVIK, BALLANGEN, apart=frozenset({BALLANGEN}))).members == (NARVIK,)

    def test_no_member_that_something_speaks_against(self) -> None:
        """It is neither listed nor counted, and the coordinator is told why."""
        no = Text("Enhetens eget intervju sier nei")
        listed = overview([shared(NARVIK, BALLANGEN, disputed={BALLANGEN: no})])
        assert listed.entries[0].members == (NARVIK,)
        assert listed.wholes == {NARVIK}
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
        assert listed.kept_back(WhyNot.with_another) == (BALLANGEN,)

    def test_municipalities_are_counted_once(self) -> None:
        """Oslo's districts are one municipality; there are 428 in all."""
        confirmed = shared(NARVIK, BALLANGEN, covered=frozenset({BALLANGEN}))
        both = [found(GRORUD), found("030111"), confirmed]
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

    def test_is_added_up_over_several_lists(self) -> None:
        """What came and went again is no news, and of what is gone there is only the number."""
        lists = (
            self.BEFORE,
            overview([found(name="Ett"), found(NARVIK), found(TYSFJORD), found("0118")]).entries,
            overview([found(NARVIK, name="To"), found(TYSFJORD, name="Tre")]).entries,
        )
        news = News(AT)
        for before, now in pairwise(lists):
            news = news.then(changes(before, now))
        assert news == News(AT, (TYSFJORD,), {NARVIK: ("name",)}, gone=("", ""))
        assert News.from_data(news.to_data()) == news
        assert {one.entry.unit_id for one in news.changes(lists[-1])} == {TYSFJORD, NARVIK}

    def test_taken_out_and_put_back_is_no_news(self) -> None:
        """To whoever knows it again; what a list of an earlier day counted is only counted."""
        out = overview([found(NARVIK)]).entries
        news = News(AT).then(changes(self.BEFORE, out), str.upper)
        assert len(news.gone) == len(self.BEFORE) - 1
        assert news.then(changes(out, self.BEFORE), str.upper) == News(AT)
        told = {"at": AT.isoformat(), "added": [], "changed": {}, "gone": 2}
        assert len(News.from_data(told).then(changes(out, self.BEFORE), str.upper).gone) == 2

    def test_is_remembered_as_data(self) -> None:
        for entry in self.BEFORE:
            assert from_data(to_data(entry), Class) == entry
            assert from_data({**to_data(entry), "waits": False}, Class) == entry  # as once was
        with pytest.raises(TypeError):
            from_data({**to_data(self.BEFORE[0]), "more": 1}, Class)


def test_a_found_interview_without_a_class_is_nowhere() -> None:
    """One that was completed before there were classes."""
    assert overview([replace(found(), klass=None)]).entries == ()
