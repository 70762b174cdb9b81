"""The interview as a pure state machine, put through whatever people may say, in any order."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.engine.conversation import Conversation
from interviewer.engine.entries.entry import GivenAnswer
from interviewer.engine.entries.written import UnitsOf
from interviewer.engine.text_field import TextField
from interviewer.services.news import Said
from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, Items
from schemas.questionnaire.document import Unfinished, answers_of, document, read_document
from schemas.questionnaire.walk import Confirmed, Firing, Key, Step, route
from schemas.surveys.municipal_services_2015.code_lists import Consent, HasOffers, RightPerson
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sections.offers import Offer
from tests.support.conversations import FACTS, coded, plain
from tests.support.municipalities import FRAME

FRESH = Conversation(PhaseTwo, FACTS, FRAME, UUID(int=1))

# ── Whoever says anything ────────────────────────────────────────────────────────────────────────

Doing = tuple[str, int]
"""What is done next, and a number for which of the ways it can be done."""

VERBS = (
    *("say",) * 8,
    *("back", "forward", "jump", "missing", "empty", "note", "confirm"),
    *("more", "all", "remove", "new_person", "language"),
)
doings = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 60)), max_size=50)


@dataclass
class Talk:
    """A conversation, and the history that a database would hold of it."""

    now: Conversation = field(default_factory=FRESH.to_first_open)
    history: list[Said] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)

    def do(self, verb: str, which: int) -> None:
        """One thing, if it can be done here; a refusal changes nothing."""
        before = self.now
        try:
            getattr(self, f"_{verb}")(which)
        except AnswerProblem:
            assert self.now is before

    def give(self, value: Any) -> None:
        """An answer to the question at hand."""
        self.now, said = self.now.give(value)
        self.history += [said] if said else []

    def _say(self, which: int) -> None:
        if self.now.step is not None:
            choices = values(self.now.step)
            self.give(choices[which % len(choices)])

    def _missing(self, which: int) -> None:
        if self.now.step is not None:
            ways = self.now.step.question.missing_allowed or (DONT_KNOW,)
            self.give(ways[which % len(ways)])

    def _empty(self, which: int) -> None:
        if self.now.step is not None:
            self.give(None)

    def _back(self, which: int) -> None:
        self.now = self.now.back()

    def _forward(self, which: int) -> None:
        self.now = self.now.forward()

    def _jump(self, which: int) -> None:
        steps = self.now.walked.steps
        self.now = self.now.jump(steps[which % len(steps)].key)

    def _note(self, which: int) -> None:
        if self.now.at is not None:
            self.now, said = self.now.note(self.now.at, f"merknad {which}")
            self.history.append(said)

    def _confirm(self, which: int) -> None:
        soft = [fired for fired in self.now.open_checks if not fired.check.hard]
        if soft:
            self.now, confirmed = self.now.confirm(soft[which % len(soft)], "det stemmer")
            self.confirmed.append(confirmed)

    def _more(self, which: int) -> None:
        self._at_the_end_of_the_offers(lambda items: items.added(self._entry().fresh))

    def _all(self, which: int) -> None:
        self._at_the_end_of_the_offers(lambda items: replace(items, complete=True))

    def _at_the_end_of_the_offers(self, answer: Any) -> None:
        if Key(Offer.more.id) in self.now.walked.places:
            self.now = self.now.jump(Key(Offer.more.id))
            self.give(answer(self._entry().items))

    def _remove(self, which: int) -> None:
        if Key(Offer.more.id) in self.now.walked.places:
            self.now = self.now.jump(Key(Offer.more.id))
            items = self._entry().items.items
            self.now, said = self.now.take_out(items[which % len(items)])
            self.history.append(said)

    def _entry(self) -> Any:
        return self.now.entry

    def _new_person(self, which: int) -> None:
        self.now, said = self.now.new_person()
        self.history += said

    def _language(self, which: int) -> None:
        self.now = self.now.in_next_language()

    def finish(self) -> None:
        """Answer what is open, confirm what may be confirmed, correct what must be."""
        while not self.now.finished:
            self.now = self.now.to_first_open()
            if self.now.step is not None:
                self.give(unlike(self.now.step))
            elif (fired := self.now.open_checks[0]).check.hard:
                self.now = self.now.jump(fired.step.key)
                self.give(cure(fired))
            else:
                self._confirm(0)


def values(step: Step) -> list[Any]:
    """Some answers that the question takes, and for numbers those at the edges."""
    asked = step.question
    if asked.type.name == "single":
        return list(asked.codes)
    if asked.type.name == "multi":
        return [(code,) for code in asked.codes] + [asked.codes[:2], asked.codes[-3:-1]]
    if asked.type.name == "units":
        return [("0101",), ("0104",), ("0104", "0105")[: asked.at_most]]
    if asked.type.name in {"integer", "year"}:
        low, high = asked.type.limits(FACTS)
        return [low, high, low + 1, low - 1]
    if asked.type.name == "decimal":
        return [Decimal(0), Decimal("0.5"), Decimal(11), Decimal("1e9")]
    if asked.type.name == "text":
        return ["Noe", "noe ", "Noe annet", "x" * 201, "a\nb"]
    return [plain(asked)]


def unlike(step: Step) -> Any:
    """An answer to go on with; two offers never have the same name."""
    if step.question.type.name == "roster":
        return Items(FRESH_ITEMS, True)
    return f"Nr. {step.item}" if step.question is Offer.questions[0] else plain(step.question)


FRESH_ITEMS = (1,)

CURES = {
    "no_other_partner": ("0104",),
    "host_is_not_a_partner": DONT_KNOW,
    "fte_above_staff": DONT_KNOW,
    "participants_without_courses": DONT_KNOW,
    "nothing_to_publish": "https://halden.no",
}


def cure(fired: Firing) -> Any:
    """What resolves a check that cannot be confirmed."""
    return CURES.get(fired.check.id, f"Et eget navn {fired.step.item}")


def said(**answers: Any) -> Conversation:
    """A conversation in which this has been answered, question by question."""
    now = FRESH.to_first_open()
    for id, value in answers.items():
        now = now.jump(Key(id))
        now, _ = now.give(coded(id, value))
    return now


# ── What always holds ────────────────────────────────────────────────────────────────────────────


class TestAnySequence:
    """Answers, Vet ikke, backs, forwards, jumps, changes, offers in and out, another person."""

    @given(doings)
    def test_is_whole_or_names_what_is_missing(self, doings: list[Doing]) -> None:
        """Pydantic takes the document, or `Unfinished` names a question or check on the route."""
        talk = Talk()
        for verb, which in doings:
            talk.do(verb, which)
        now = talk.now
        if now.finished:
            whole = document(PhaseTwo, now.answers, FACTS, now.confirmed)
            assert read_document(PhaseTwo, whole.model_dump(mode="json")) == whole
            return
        with pytest.raises(Unfinished) as missing:
            document(PhaseTwo, now.answers, FACTS, now.confirmed)
        unanswered, checks = missing.value.unanswered, missing.value.checks
        assert unanswered or checks
        assert {step.key for step in unanswered} <= now.walked.places.keys()
        assert (unanswered, checks) == (now.walked.unanswered, now.open_checks)

    @given(doings)
    @settings(max_examples=60)
    def test_can_be_finished(self, doings: list[Doing]) -> None:
        """Whatever was said, answering the rest and resolving the checks gives a document.

        It holds exactly the answers on the route, offers numbered in order, and can be read back.
        """
        talk = Talk()
        for verb, which in doings:
            talk.do(verb, which)
        talk.finish()
        now = talk.now
        whole = document(PhaseTwo, now.answers, FACTS, now.confirmed)
        assert read_document(PhaseTwo, whole.model_dump(mode="json")) == whole
        assert answers_of(whole) == numbered(now)

    @given(doings)
    def test_is_in_its_history(self, doings: list[Doing]) -> None:
        """What was returned to be stored, played back in order, is the same conversation.

        Also where at each answer only the checks that are about it are looked at again.
        """
        talk = Talk()
        for verb, which in doings:
            talk.do(verb, which)
            assert talk.now.walked.firing == route(PhaseTwo, talk.now.answers, FACTS).firing
        heard = FRESH
        for one in talk.history:
            heard = heard.hearing(one)
        assert heard.walked.steps == talk.now.walked.steps
        assert [*heard.walked.view.answers.items()] == [*talk.now.walked.view.answers.items()]
        assert heard.walked.view.items == talk.now.walked.view.items
        assert heard.walked.unanswered == talk.now.walked.unanswered
        assert heard.walked.firing == talk.now.walked.firing
        assert set(heard.walked.aside) == set(talk.now.walked.aside)
        assert standing(heard.answers) == standing(talk.now.answers)
        assert told(heard.remarks) == told(talk.now.remarks)
        assert tuple(talk.confirmed) == talk.now.confirmed

    @given(doings, st.integers(0, 200), st.integers(0, 60))
    def test_what_falls_off_comes_back(self, doings: list[Doing], place: int, which: int) -> None:
        """An answer changed and changed back: everything stands on the route as it did before."""
        talk = Talk()
        for verb, number in doings:
            talk.do(verb, number)
        before = talk.now
        step = before.walked.steps[place % len(before.walked.steps)]
        old = before.walked.answer(step)
        if old == NOT_ASKED or step.question.type.name == "roster":
            return
        talk.now = before.jump(step.key)
        talk.do("say", which)
        changed = talk.now
        assert not set(changed.walked.aside) & changed.walked.view.answers.keys()
        talk.now = changed.jump(step.key)
        talk.give(old)
        assert talk.now.walked.view.answers == before.walked.view.answers
        assert set(talk.now.walked.aside) == set(before.walked.aside)

    @given(doings)
    def test_there_is_always_a_place(self, doings: list[Doing]) -> None:
        """The interview is at a question on the route, which has an entry, or at the end."""
        talk = Talk()
        for verb, which in doings:
            talk.do(verb, which)
            assert (talk.now.at is None) == (talk.now.step is None) == (talk.now.entry is None)


def numbered(now: Conversation) -> dict[Key, Any]:
    """The answers on the route, with offers numbered 1, 2, 3 …, as in a document."""
    items = now.walked.view.items.get(Offer, ())
    place = {item: number for number, item in enumerate(items, start=1)}
    answers = {Key(k.question, k.item and place[k.item]): v for k, v in on_route(now).items()}
    if items:
        answers[Key(Offer.more.id)] = Items(tuple(place.values()), True)
    return answers


def on_route(now: Conversation) -> dict[Key, Any]:
    """The answers that count."""
    return dict(now.walked.view.answers)


def standing(answers: Any) -> dict[Key, Any]:
    """The answers that have been given and not taken back."""
    return {key: value for key, value in answers.items() if value != NOT_ASKED}


def told(remarks: Any) -> dict[Key, str]:
    """The remarks that say something."""
    return {key: remark for key, remark in remarks.items() if remark}


# ── Piece by piece ───────────────────────────────────────────────────────────────────────────────


class TestAnswering:
    """An answer is checked, remembered if it is new, and leads to the next open question."""

    def test_the_next_question(self) -> None:
        """What is answered already is passed over."""
        now = said(intro="read", consent="yes")
        assert now.at == Key("right_person")
        now, _ = now.jump(Key("intro")).give("read")
        assert now.at == Key("right_person")

    def test_the_same_answer_again(self) -> None:
        """Nothing new is remembered, and the interview goes on."""
        now, new = said(intro="read", consent="yes").back().give(Consent.yes)
        assert new is None
        assert now.at == Key("right_person")

    def test_what_was_typed_and_left(self) -> None:
        """Text left half typed stands there on the way back."""
        now = said(intro="read", consent="yes", right_person="yes")
        entry = now.entry
        assert entry is not None
        half = entry.paste("Kari L")
        assert half is not None
        again = now.typing(half).back().forward()
        assert again.entry is not None
        assert again.entry.typed == "Kari L"


class TestOffTheRoute:
    """A changed answer sets aside what no longer belongs, and brings it back."""

    def test_set_aside(self) -> None:
        """No offers after all: their year does not count, and is not forgotten."""
        now = said(intro="read", consent="yes", right_person="yes", has_offers="yes")
        now, _ = now.jump(Key("offers_since")).give(2011)
        less, _ = now.jump(Key("has_offers")).give(HasOffers.no)
        assert less.walked.aside == (Key("offers_since"),)
        assert Key("offers_since") not in less.walked.view.answers
        back, _ = less.jump(Key("has_offers")).give(HasOffers.yes)
        assert back.walked.view.answers[Key("offers_since")] == 2011
        assert back.walked.aside == ()


class TestAnotherPerson:
    """Somebody else on the line is asked the introduction anew; the rest waits."""

    def test_introduction(self) -> None:
        """The answers below are set aside until the new one has said that it suits."""
        now = said(intro="read", consent="yes", right_person="yes", has_offers="yes")
        new, undone = now.new_person()
        assert new.at == Key("intro")
        assert {one.key.question for one in undone} == {"intro", "consent", "right_person"}
        assert Key("has_offers") in new.walked.aside
        for value in ("read", Consent.yes, RightPerson.proxy):
            new, _ = new.give(value)
        assert new.walked.view.answers[Key("has_offers")] is HasOffers.yes


class TestOffers:
    """The roster: one more, all of them, one out."""

    WITH_TWO = said(intro="read", consent="yes", right_person="yes", has_offers="yes")

    def two(self) -> Conversation:
        """Two offers, A and B; the interview stands at "Har dere flere tilbud?"."""
        now = self.WITH_TWO.jump(Key("offer_name", 1))
        now, _ = now.give("A")
        now, _ = now.jump(Key("offers")).give(Items((1, 2)))
        now, _ = now.give("B")
        return now.jump(Key("offers"))

    def test_one_more(self) -> None:
        """A new offer starts with its name."""
        now, _ = self.two().give(Items((1, 2, 3)))
        assert now.at == Key("offer_name", 3)

    def test_where_one_is(self) -> None:
        """An offer goes by its number until it has a name, and by both after that."""
        now, _ = self.two().give(Items((1, 2, 3)))
        for key, heading in (("3", "Tilbud 3"), ("1", "Tilbud 1: A")):
            now = now.jump(Key("offer_name", int(key)))
            assert now.step is not None
            assert now.whereabouts(now.step) == ("D. Tilbudene", heading)

    def test_one_out(self) -> None:
        """The others stay; what was said of it leaves the interview but not the history."""
        now, gone = self.two().take_out(1)
        assert gone == Said(Key("offers"), Items((2,)), "")
        assert now.at == Key("offers")
        assert now.answers[Key("offer_name", 1)] == "A"
        assert Key("offer_name", 1) not in now.walked.places

    def test_the_last_one_out(self) -> None:
        """There is always one to ask about, and it is a new one."""
        now, _ = self.two().take_out(1)
        now, _ = now.take_out(2)
        assert now.at == Key("offer_name", 3)

    def test_the_list_is_never_old(self) -> None:
        """With a line marked, an offer is taken out: what the keys mean goes with the list."""
        marked = self.two()
        entry: Any = marked.entry
        now, _ = marked.typing(replace(entry, lit=0)).take_out(1)
        after: Any = now.entry
        assert after.items == Items((2,))
        assert after.names == ("B",)
        assert after.lit in (None, 0)


class TestTheHost:
    """Where several share a service, one of them is its host: they are offered before others."""

    def test_the_partners_come_first(self) -> None:
        entry = UnitsOf(FRAME, True, likely=("0104", FACTS.unit_id))
        assert [one.id for one in entry.found] == ["0104", FACTS.unit_id]
        assert entry.having(TextField.of("m")).found[0].id == "0104"

    def test_one_outside_of_the_sample(self) -> None:
        """There is no row to choose: where it goes instead is told."""
        sample = Frame(FRAME.design, [FRAME["0104"]])
        with pytest.raises(AnswerProblem) as told:
            UnitsOf(sample, True).having(TextField.of("Rakkestad")).done()
        assert told.value.sentence == (
            "«Rakkestad» er ikke i registeret. Søk på navnet, eller skriv en merknad (F4)."
        )

    def test_each_is_offered_once(self) -> None:
        """Also the one we speak with, where it was named among those that share."""
        shared = {"coordination": "centre", "cooperation": "intermunicipal"}
        named = {"partner_units": ("0104", FACTS.unit_id)}
        now = said(consent="yes", right_person="yes", has_offers="yes", **shared, **named)
        entry: Any = now.jump(Key("host_unit")).entry
        assert entry.likely == ("0104", FACTS.unit_id)

    def test_none_is_taken_before_it_is_marked(self) -> None:
        entry = UnitsOf(FRAME, True, likely=("0104", FACTS.unit_id))
        assert entry.done() == GivenAnswer(())
        assert entry.moved(1).done() == GivenAnswer(("0104",))
