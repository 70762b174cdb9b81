"""Why a questionnaire cannot be asked: said when its class is made, before anybody rings."""

from collections.abc import Mapping
from typing import Final

from schemas.language import Explained


class _Sentence(str):
    """One that knows its code, also behind `str()`."""

    code: str

    def __str__(self) -> str:
        return self


class DeclarationProblem(Explained, TypeError):
    """A questionnaire that contradicts itself: a stable `code` and a sentence that says where.

    From Python 3.12 on a list of codes makes what is raised in it anew, from its `str()` alone.
    """

    def __init__(self, code: str, /, **context: object) -> None:
        if isinstance(code, _Sentence):
            said = code
        else:
            said = _Sentence(MESSAGES[code].format(**context))
            said.code = code
        super().__init__(said)
        self.code = said.code
        self.add_note(self.code)  # so that a traceback has it, too


def look_up_types(declared: type) -> None:
    """Look up each name in the annotations of a class; raises `NameError` in the line it is in.

    From Python 3.14 on a class body leaves them unread, and pydantic passes by what is not there.
    """
    getattr(declared, "__annotations__")  # noqa: B009 - reading it is what evaluates it


MESSAGES: Final[Mapping[str, str]] = {
    "Q-NAME": "«{name}» er ikke et spørsmål. Bruk navnet på et spørsmål som står lenger oppe.",
    "Q-LATER": "{where} ser på «{question}», som først stilles etterpå. Flytt «{question}» opp, "
    "eller still vilkåret lenger nede.",
    "Q-UNKNOWN": "{where} ser på «{question}», som ikke er med i spørreskjemaet. Ta spørsmålet "
    "med, eller rett navnet.",
    "Q-CODE": "{where} ser etter «{code}» i svaret på «{question}», som aldri kan være det. Velg "
    "blant: {codes}.",
    "Q-ID": "To spørsmål heter «{question}», i {first} og i {second}. Gi det ene et annet navn.",
    "Q-LABEL": "Kodelisten {codes} har to koder som heter «{label}». Gi den ene en annen tekst.",
    "Q-OTHER": "«{question}» har koden other, men ingen {question}_other etter seg. Legg til "
    "{question}_other = other({question}).",
    "Q-NO-OTHER": "«{where}» skal åpnes av koden other i «{question}», som ikke har den. Legg til "
    "koden, eller bruk ask().",
    "Q-TYPE": "«{question}» har svar av typen {type}, som det ikke finnes noen spørsmålstype for. "
    "Bruk en fra schemas.questionnaire.types.",
    "Q-LIMIT": "«{question}» er av typen {type}, som ikke kan begrenses med between eller at_most. "
    "Ta begrensningen bort.",
    "Q-CHECK": "Kontrollen «{check}» vises på «{question}», som ikke er med i spørreskjemaet. "
    "Vis den på et annet spørsmål.",
    "Q-CHECK-ID": "To kontroller heter «{check}». Gi den ene et annet navn.",
}
