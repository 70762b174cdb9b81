"""Somebody to be reached: which department, and the fields that say who it is."""

from interviewer.controls.contact_form import ContactPanel
from interviewer.draw import theme
from interviewer.draw.asking import draw_fields
from interviewer.draw.columns import Option
from interviewer.draw.page import Page
from interviewer.engine.contact_changes import FIELDS
from interviewer.words import WORDS
from schemas.calls.departments import Department
from schemas.calls.whereabouts import Usual
from schemas.questionnaire.answers import code_keys


def department_options(body: Page, room: int, departments: type[Department], known: Usual) -> None:
    """All departments, each with how often the right person sat there."""
    options = [Option(with_count(one, known)) for one in departments]
    body.options(options, room - len(body.lines), code_keys(tuple(departments)))


def with_count(department: Department, known: Usual) -> str:
    """A department, with how often the right person sat there."""
    count = known.of(department)
    return f"{department.label} ·{count}" if count else str(department.label)


def draw_contact(body: Page, panel: ContactPanel) -> None:
    """The fields, one below the other."""
    body.say(f"{WORDS.contact_title} {panel.contact.place}", theme.STRONG).blank()
    draw_fields(body, FIELDS.values(), panel.lines, panel.at)
    body.blank().say(str(WORDS.contact_help), theme.QUIET)
