"""A questionnaire as it once was: its codebook's JSON, read back into the classes it came from.

What was collected with an older version is shown, reviewed and exported by that version: so a
codebook says everything that is needed to make the questionnaire again, and `codebook` of what is
made here gives the same JSON.
"""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED, Choice, Missing, code_list
from schemas.questionnaire.checks import Check
from schemas.questionnaire.condition_data import Names, from_data
from schemas.questionnaire.conditions import Condition, Derived
from schemas.questionnaire.declaring import DeclarationProblem
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Definition, Question
from schemas.questionnaire.sections import ENTRY, Roster, Section
from schemas.questionnaire.types import QuestionType
from schemas.questionnaire.types import from_data as type_from_data

Data = Mapping[str, Any]


def rebuilt(
    codebook: Data,
    preloads: Mapping[str, type[Choice]] | None = None,
    like: type[Questionnaire] | None = None,
) -> type[Questionnaire]:
    """The questionnaire of a codebook as JSON; `preloads` are the codes that facts can have.

    A question that can be answered just as in `like` has its codes, so that both mean the same, and
    the items of a roster are called what they are called there.
    Raises `DeclarationProblem` where the parts of the codebook do not fit together.
    """
    return _Builder(codebook, preloads or {}, like).questionnaire()


class _Builder:
    """Section by section, as conditions look back at what has been built."""

    def __init__(
        self,
        codebook: Data,
        preloads: Mapping[str, type[Choice]],
        like: type[Questionnaire] | None,
    ) -> None:
        self._book = codebook
        self._like: Mapping[str, Question] = like.by_id if like else {}
        self._nouns = {name: one.noun for name, one in like.rosters.items()} if like else {}
        self._questions: dict[str, Question] = {}
        self._derived: dict[str, Derived] = {}
        self._names = Names(self._questions, preloads, self._derived)
        self._definitions = {
            one["id"]: Definition(one["id"], _text(one["term"]), _text(one["text"]))
            for one in codebook["definitions"]
        }

    def questionnaire(self) -> type[Questionnaire]:
        sections = {one["name"]: self._section(one) for one in self._book["sections"]}
        self._derive()
        fields = {name: _field_of(section) for name, section in sections.items()}
        head = {
            "name": self._book["name"],
            "version": self._book["version"],
            "heading": _text(self._book["title"]),
            "definitions": tuple(self._definitions.values()),
            "derived": tuple(self._derived[one["name"]] for one in self._book["derived"]),
        }
        made = create_model(
            "Rebuilt", __base__=Questionnaire, __cls_kwargs__=head, **cast(Any, fields)
        )
        return cast(type[Questionnaire], made)

    # ── Sections ─────────────────────────────────────────────────────────────────────────────────

    def _section(self, data: Data) -> type[Section]:
        self._derive()
        questions = [one for one in data["questions"] if one["id"] != data["name"]]
        fields = {one["id"]: self._question(one) for one in questions}
        head = {
            "heading": _text(data["heading"]),
            "when": from_data(data["when"], self._names),
            "aloud": data["aloud"],
        }
        base: type[Section] = Section
        if data["repeated"]:
            base = Roster
            (more,) = (one for one in data["questions"] if one["id"] == data["name"])
            head |= {
                "more": _text(more["text"]),
                "at_most": data["repeated"],
                "noun": self._nouns.get(data["name"], ENTRY),
            }
        name = (data["item"] or data["name"]).title().replace("_", "")
        made = cast(
            type[Section],
            create_model(name, __base__=base, __cls_kwargs__=head, **cast(Any, fields)),
        )
        if issubclass(made, Roster):
            made.more.id = data["name"]
            self._questions[data["name"]] = made.more
        made.checks = tuple(map(self._check, data["checks"]))
        return made

    def _check(self, data: Data) -> Check:
        when = from_data(data["when"], self._names)
        return Check(
            data["id"], data["hard"], self._names.question(data["on"]), when, _text(data["text"])
        )

    # ── Questions ────────────────────────────────────────────────────────────────────────────────

    def _question(self, data: Data) -> tuple[Any, FieldInfo]:
        type_ = self._type(data)
        question = Question(
            _text(data["text"]),
            instruction=_text(data["instruction"]) if data["instruction"] else None,
            definitions=tuple(self._definitions[id] for id in data["definitions"]),
            must=data["must"],
            may_not_know="dont_know" in data["missing"],
            may_be_empty=data["empty_allowed"],
            when=from_data(data["when"], self._names),
            personal=data["personal"],
            private=data["private"],
            since=data["since"],
            until=data["until"],
            id=data["id"],
            annotation=type_.annotation | Missing | None,
        )
        question.type = type_
        self._questions[question.id] = question
        declared = cast(FieldInfo, Field(default=NOT_ASKED))
        declared.metadata.append(question)
        return question.annotation, declared

    def _type(self, data: Data) -> QuestionType:
        read = type_from_data(data)
        like = self._like.get(data["id"])
        return like.type if like and like.type.to_data() == read.to_data() else read

    # ── Derived values ───────────────────────────────────────────────────────────────────────────

    def _derive(self) -> None:
        """Those whose questions are all known by now."""
        for data in self._book["derived"]:
            if data["name"] not in self._derived and (cases := self._cases(data)) is not None:
                self._derived[data["name"]] = Derived(data["name"], cases)

    def _cases(self, data: Data) -> tuple[tuple[Condition, Choice], ...] | None:
        codes = {code.name: code for code in code_list("Codes", data["codes"])}
        try:
            return tuple(
                (from_data(case["when"], self._names), codes[case["code"]])
                for case in data["cases"]
            )
        except DeclarationProblem:
            return None


def _text(data: Mapping[str, str | None]) -> Text:
    return Text(**cast(Any, data))


def _field_of(section: type[Section]) -> tuple[Any, Any]:
    """A section that the route leaves out may be left out."""
    if issubclass(section, Roster):
        return tuple[section, ...], ()  # type: ignore[valid-type]
    return section, Field(default_factory=section)
