"""Why a typed time cannot be taken, and what to write instead: a code and a sentence for each."""

from collections.abc import Mapping
from typing import Final

from schemas.language import Explained
from schemas.language.text import filled

EXAMPLES: Final = ("i morgen 10:30", "tirs 14")
_FOR_EXAMPLE: Final = "Skriv for eksempel «{0}» eller «{1}»."


class MomentProblem(Explained):
    """A time that cannot be taken: a stable `code`, a sentence, two texts to write instead.

    `rest` is what is understood of it, where something else is not, and `meant` what the whole
    would be with its words spelt right, in one or two ways.  `str()` is the code alone, because
    what people typed must not end up in logs.
    """

    def __init__(
        self, code: str, instead: tuple[str, str] = EXAMPLES, *, rest: str = "",
        meant: tuple[str, ...] = (),
        **context: object,
    ) -> None:  # fmt: skip
        super().__init__(code)
        self.code = code
        self.instead = instead
        self.rest = rest
        self.meant = meant
        self._context = context

    @property
    def sentence(self) -> str:
        """What is wrong, and what to write."""
        words = {name: _shortened(str(value)) for name, value in self._context.items()}
        return f"{filled(MESSAGES[self.code], **words)} {_FOR_EXAMPLE.format(*self.instead)}"

    def proposing(self, instead: tuple[str, str]) -> "MomentProblem":
        """This problem, proposing other texts to write."""
        problem = MomentProblem(self.code, instead, rest=self.rest)
        problem._context = self._context
        return problem


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


MESSAGES: Final[Mapping[str, str]] = {
    "M-EMPTY": "Når?",
    "M-LONG": "Det er for langt til å være et tidspunkt.",
    "M-UNKNOWN": "«{typed}» er ikke et tidspunkt.",
    "M-WORDS": "Forstår ikke «{words}» i tidspunktet.",
    "M-SPAN": "«{typed}» er ikke ett tidspunkt.",
    "M-VAGUE": "«{typed}» sier ikke hvor mange.",
    "M-WHEN": "«{typed}» sier ikke når.",
    "M-MANY": "Det står to ting om {what}: «{first}» og «{second}».",
    "M-TWO-WAYS": "«{typed}» kan leses på to måter.",
    "M-TIME": "Når på dagen?",
    "M-DAY": "Hvilken dag i uken?",
    "M-CLOCK": "«{typed}» er ikke et klokkeslett.",
    "M-DATE": "Datoen «{typed}» finnes ikke.",
    "M-WEEK": "Uke {number} finnes ikke i {year}.",
    "M-WEEKDAY": "{date} er en {right}, ikke en {wrong}.",
    "M-PART": "«{part}» og kl. {clock} passer ikke sammen.",
    "M-BEGUN": "Det er «{part}» allerede. Når?",
    "M-PAST": "{when} er passert.",
    "M-FAR": "Det er mer enn tre år til.",
    "M-GAP": "{date} finnes ikke kl. {clock}: Klokken stilles fra 02.00 til 03.00 den natten.",
    "M-SEASON": "Det er ikke {season} {when}.",
}
