"""What a survey consists of.  One object names every part; nothing else knows a survey by name."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from schemas.frame.design import FrameDesign, Noun, put_nouns
from schemas.language import Explained
from schemas.language.text import Text
from schemas.surveys.part import LiesIn, SurveyPart

if TYPE_CHECKING:  # what the parts are is loaded with them
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from schemas.calls.departments import Department
    from schemas.calls.letter import LetterDesign
    from schemas.calls.outcomes import Outcome
    from schemas.calls.parts import Parts
    from schemas.codebook.changes import Release
    from schemas.questionnaire.answers import Choice
    from schemas.questionnaire.questionnaire import Questionnaire
    from schemas.review.classes import Class
    from schemas.review.classify import ClassRules
    from schemas.review.earlier_phase import EarlierPhase
    from schemas.review.overview_lines import OverviewParts
    from schemas.review.report.design import ReportDesign
    from schemas.review.sharing_parts import SharingParts
    from schemas.review.sought import TellingQuestions
    from schemas.surveys.practice import PracticeScript


class SurveyFault(Explained, ValueError):
    """Parts of a survey that do not fit together: each of `sentences` names one of them."""

    code = "U-DELER"

    def __init__(self, survey: str, sentences: tuple[str, ...]) -> None:
        what = f"Undersøkelsen {survey} henger ikke sammen."
        super().__init__(" ".join((what, *sentences)))
        self.add_note(self.code)  # so that a traceback has it, too
        self.sentences = sentences


class EarlierName(NamedTuple):
    """What an earlier phase is called: in commands about it, `import phase-one`, and in sentences.

    The first list says so where nobody can be rung yet; what else there is of it comes later.
    """

    command: str
    phase: Text


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Survey:
    """One survey: `name` is what databases, files and the command line call it.

    `parts` says which questions play which part, and `departments` are where people are reached;
    `classification` is what the interviews are taken to show, and `sought` what the survey looks
    for in every unit.  `releases` are the versions that the questionnaire has had, the last of them
    today's, and `codebooks` the folder with the codebook of each as JSON: there is none before
    anything has been collected.  `report` are the chapters of the report, and `overview` what a
    line of the public list says, where there is one.  `earlier` is what the units claimed before,
    where there was an earlier phase, which has its `earlier_name`, and `sharing` the questions that
    tell of services that several units have together, where there are such.  `practice` is whom one
    practises with, and `letter` what is sent to those who want to see the questions first.
    `starting_codes` are what answers in people's own words can be put under from the first day, by
    question: coordinators make more, rename and join them.  With `interviewers_take`, interviewers
    may give themselves cases on a server, too; else only coordinators give them.
    A part given as what it `LiesIn` is fetched when it is first asked for.
    Raises `SurveyFault` where a part names a question or code that the questionnaire has not, as
    soon as both are there.
    """

    name: str
    title: Text
    year: int
    frame: FrameDesign
    questionnaire: SurveyPart[type[Questionnaire]] = SurveyPart()
    parts: SurveyPart[Parts] = SurveyPart()
    departments: type[Department]
    classification: SurveyPart[ClassRules] = SurveyPart()
    releases: SurveyPart[tuple[Release, ...]] = SurveyPart()
    practice: SurveyPart[PracticeScript] = SurveyPart()
    letter: SurveyPart[LetterDesign] = SurveyPart()
    sought: Noun
    report: SurveyPart[ReportDesign] = SurveyPart()
    overview: SurveyPart[OverviewParts | None] = SurveyPart(default=None)
    earlier: SurveyPart[EarlierPhase | None] = SurveyPart(default=None)
    earlier_name: EarlierName | None = None
    sharing: SurveyPart[SharingParts | None] = SurveyPart(default=None)
    codebooks: SurveyPart[Traversable | None] = SurveyPart(default=None)
    interviewers_take: bool = False
    starting_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Survey {self.name}>"

    def __post_init__(self) -> None:
        self.require_fit()

    def require_fit(self) -> None:
        """Raises `SurveyFault` where parts that are there already do not fit together."""
        if faults := tuple(self._faults()):
            raise SurveyFault(self.name, faults)

    def fetch_all(self) -> Survey:
        """The survey with all its parts there, so that nobody waits for one; they fit together."""
        for one in fields(self):
            getattr(self, one.name)
        return self

    def has(self, part: Literal["overview", "earlier", "sharing"]) -> bool:
        """Whether the survey has such a part; it is not fetched for that."""
        return vars(self)[part] is not None

    @property
    def preloads(self) -> Mapping[str, type[Choice]]:
        """The codes of what is known before the first question."""
        return {"claim": self.earlier.claims} if self.earlier else {}

    @property
    def classes(self) -> type[Class]:
        """The classes that units are put in."""
        return self.classification.classes

    @property
    def explained(self) -> frozenset[str]:
        """The checks that have their reason where the claim of an earlier phase is shown."""
        return self.earlier.checks if self.earlier else frozenset()

    @cached_property
    def outcomes(self) -> frozenset[Outcome]:
        """What a case can come to here: not what comes of a part that the survey has not."""
        from schemas.calls.outcome_rows import ComesOf
        from schemas.calls.outcomes import Outcome

        having_none = self.parts.says_none.outcome if self.parts.says_none else None
        here = {
            ComesOf.calling: True,
            ComesOf.sharing: self.has("sharing"),
        }
        return frozenset(one for one in Outcome if here.get(one.row.comes_of, one is having_none))

    @cached_property
    def telling(self) -> TellingQuestions:
        """The questions whose answers tell who somebody is, and those answered in free text."""
        from schemas.review.sought import TellingQuestions

        asked = self.questionnaire.by_id.values()
        return TellingQuestions(
            self.personal,
            frozenset(one.id for one in asked if one.type.is_free_text),
            names=frozenset(one.id for one in asked if one.known_as == "person"),
            unnamed=frozenset(one.id for one in asked if one.known_as == "role" or one.private),
        )

    @cached_property
    def personal(self) -> frozenset[str]:
        """The questions whose answers tell who somebody is: they are stored apart."""
        asked = self.questionnaire.by_id.values()
        return self.shown.union(one.id for one in asked if one.personal or one.private)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The questions whose answers the public list may show."""
        return frozenset(self.parts.publishing.shown if self.parts.publishing else ())

    @property
    def asks_to_be_listed(self) -> bool:
        """Whether there is a public list, and they are asked whether they want to be on it."""
        return self.has("overview") and self.parts.publishing is not None

    def put(self, words: Text) -> Text:
        """`words` with what units, groups and what is sought are called: {a_unit}, {soughts} …"""
        return put_nouns(words, unit=self.frame.unit, group=self.frame.group, sought=self.sought)

    def _is_there(self, part: str) -> bool:
        return not isinstance(vars(self)[part], LiesIn)

    def _with_a_part(self) -> Iterator[str]:
        yield from self.starting_codes
        if self._is_there("letter"):
            yield from self.letter.asks
        if self._is_there("report"):
            yield from self.report.quoted
        for name in ("parts", "classification", "sharing", "overview"):
            if self._is_there(name) and (part := getattr(self, name)):
                yield from part.questions()

    def _kept_with_reasons(self) -> Iterator[str]:
        """Whoever confirms a check gives a reason, and the answers it was given for lie beside."""
        from schemas.questionnaire.condition_values import about

        for check in self.questionnaire.checks():
            looked_at = set() if check.hard else {one.id for one in about(check.when)}
            for question in sorted(looked_at & self.personal):
                yield (
                    f"Advarselen {check.id} kan bekreftes, og ser på {question}, som sier hvem "
                    "noen er: gjør den til en feil."
                )

    def _faults(self) -> Iterator[str]:
        if not self._is_there("questionnaire"):
            return
        asked = self.questionnaire.by_id
        for question in dict.fromkeys(self._with_a_part()):
            if question not in asked:
                yield f"Skjemaet har ikke noe spørsmål som heter {question}."
        for question, code in self.parts.codes() if self._is_there("parts") else ():
            if question in asked and code.name not in {one.name for one in asked[question].codes}:
                yield f"{question} har ikke noen kode som heter {code.name}."
        if self._is_there("parts"):
            yield from self._kept_with_reasons()
        if self._is_there("earlier") and self.earlier and self.earlier_name is None:
            yield "Den tidligere fasen heter ikke noe: sett earlier_name."
        if self._is_there("releases") and self.releases[-1].version != self.questionnaire.version:
            yield f"Siste versjon i releases er ikke skjemaets, {self.questionnaire.version}."
