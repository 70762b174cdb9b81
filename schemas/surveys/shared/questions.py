"""The questions that every telephone interview of ours has in common, each declared once.

A survey's questionnaire is still read from top to bottom: it names the question and its codes, and
takes what it asks, and how, from here.

    respondent_name: Answer[ShortText] = common.respondent_name(when=CAN_ANSWER)

What a survey asks in words of its own it hands over.
"""

from typing import Any, Final

from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import Check, hard
from schemas.questionnaire.conditions import Condition
from schemas.questionnaire.questions import ask, given
from schemas.surveys.shared.code_lists import Consent, Publish, RightPerson

CONFIRM: Final = "Forhåndsutfylt når det er kjent. Les opp og få det bekreftet."
WORD_FOR_WORD: Final = "Skriv sitatet så ordrett som mulig."

# ── Who is on the line ───────────────────────────────────────────────────────────────────────────


def consent() -> Any:
    """Whether it suits them to be asked now."""
    return ask("Passer det at jeg stiller deg noen spørsmål nå?", must=True)


def right_person(words: str, *, consent: Answer[Consent]) -> Any:
    """Whether this is the one to ask: only asked of those whom it suits."""
    return ask(words, must=True, when=given(consent).is_(Consent.yes))


def can_answer(right_person: Answer[RightPerson]) -> Condition:
    """The one on the line is the right person, or answers in their place."""
    return given(right_person).is_(RightPerson.yes, RightPerson.proxy)


def respondent_name(*, when: Condition) -> Any:
    """Who answers."""
    return ask("Hva er navnet ditt?", must=True, when=when, personal=True, known_as="person")


def respondent_role(*, when: Condition) -> Any:
    """The respondent's position."""
    return ask("Hvilken stilling har du?", when=when, known_as="role")


def respondent_unit(words: str, *, when: Condition) -> Any:
    """In which department the respondent works: the codes are the survey's departments."""
    return ask(words, when=when, known_as="department")


def respondent_phone(*, when: Condition) -> Any:
    """The respondent's own number."""
    return ask(
        "Hvilket direkte telefonnummer har du?",
        instruct=CONFIRM,
        when=when,
        personal=True,
        known_as="phone",
    )


def respondent_email(*, when: Condition) -> Any:
    """The respondent's own address."""
    return ask(
        "Hvilken e-postadresse har du?",
        instruct=CONFIRM,
        when=when,
        personal=True,
        known_as="email",
    )


# ── What may be published, and the end ───────────────────────────────────────────────────────────


def publish(words: str, *, when: Condition) -> Any:
    """Whether they may be listed."""
    return ask(words, must=True, when=when)


def may_publish(publish: Answer[Publish]) -> Condition:
    """They agree to be listed, perhaps once they have seen the text."""
    return given(publish).is_(Publish.yes, Publish.after_check)


def public_contact_name(*, when: Condition) -> Any:
    """Who may be named as the contact person."""
    return ask("Hvem kan stå der som kontaktperson?", when=when)


def public_phone(*, when: Condition) -> Any:
    """Which number may be published."""
    return ask("Hvilket telefonnummer kan stå der?", when=when)


def public_email(*, when: Condition) -> Any:
    """Which e-mail address may be published."""
    return ask("Hvilken e-postadresse kan stå der?", when=when)


def public_url(*, when: Condition) -> Any:
    """Which web address may be published."""
    return ask("Hvilken nettadresse kan stå der?", when=when)


def nothing_to_publish(phone: Answer[str], email: Answer[str], url: Answer[str]) -> Check:
    """Whoever is listed can be reached in one way at least."""
    has_one = given(phone).has_value | given(email).has_value | given(url).has_value
    return hard(
        "nothing_to_publish",
        on=url,
        when=given(url).answered & ~has_one,
        says="Oppgi minst ett av disse: telefonnummer, e-postadresse eller nettadresse.",
    )


def follow_up() -> Any:
    """What they would like from us."""
    return ask("Ønsker dere noe fra oss?")


def final_remarks() -> Any:
    """Whatever they want to add."""
    return ask("Er det noe du vil legge til?")


def thanks() -> Any:
    """The last that is said."""
    return ask("Tusen takk for hjelpen!")


# ── After the call ───────────────────────────────────────────────────────────────────────────────


def respondent_certainty() -> Any:
    """How sure the respondent seemed to the interviewer."""
    return ask("Hvor sikker virket respondenten?", must=True)


def private_note() -> Any:
    """What only the coordinator is to read."""
    return ask("Notat til koordinator (eksporteres aldri sammen med svarene).", private=True)
