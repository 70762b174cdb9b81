"""What somebody said to a coordinator, after the interview, about being on the public list."""

from dataclasses import dataclass
from datetime import date

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class ConsentHow(Choice):
    """How it reached the coordinator."""

    phone = Text("på telefon", en="by telephone")
    email = Text("på e-post", en="by e-mail")
    letter = Text("i brev", en="by letter")
    meeting = Text("i et møte", nn="i eit møte", en="in a meeting")


@dataclass(frozen=True, slots=True)
class Consent:
    """Who said it, on which day and how; and which contact details may stand there.

    Those are all there are: what the interview says is not added to them.
    """

    given_by: str
    given_on: date
    how: ConsentHow
    contact: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """What may stand there: a name, a number, an e-mail address and a web address."""
        return self.contact, self.phone, self.email, self.url

    @property
    def can_be_reached(self) -> bool:
        """Whether there is a way to reach them, as whoever is listed must have."""
        return bool(self.phone or self.email or self.url)
