"""What a coordinator comes to, each by the keys that one would press."""

import tempfile
from dataclasses import replace
from pathlib import Path

from interviewer.screens.publishing.state import Publishing
from interviewer.services.publishing import Machine
from interviewer.terminal.player import Player
from tests.interviewer.scenes.scene import Scene


def queue(berit: Player) -> None:
    """Finished interviews, each with why it is to be looked at."""
    berit.type("Berit")
    berit.keys("enter")


def review(berit: Player) -> None:
    """One interview: what made the class, and what can be decided."""
    queue(berit)
    berit.keys("down", "enter")


def review_help(berit: Player) -> None:
    """What the keys do there."""
    review(berit)
    berit.keys("f1")


def ask_again(berit: Player) -> None:
    """Back to the interviewer: which question?"""
    review(berit)
    berit.keys("3")
    berit.type("årsverk")


def withdrawing(berit: Player) -> None:
    """What is erased and what is kept, before the name is typed that does it."""
    review(berit)
    berit.keys("8")


def shared_services(berit: Player) -> None:
    """What one interview settles."""
    queue(berit)
    berit.keys("f5")


def cases(berit: Player) -> None:
    """The cases that wait for a coordinator."""
    queue(berit)
    berit.keys("f4")


def one_case(berit: Player) -> None:
    """One of them, and what can be decided about it."""
    cases(berit)
    berit.keys("enter")


def giving_up(berit: Player) -> None:
    """Why?"""
    one_case(berit)
    berit.keys("4")
    berit.type("Ingen der vet hvem det kan være")


def given_up(berit: Player) -> None:
    """It is said what was decided, and the next one is marked."""
    giving_up(berit)
    berit.keys("enter")


def any_case(berit: Player) -> None:
    """Any case, by what is typed: where it is, and why."""
    cases(berit)
    berit.type("våler")


def figures_and_files(berit: Player) -> None:
    """What can be taken out, on a machine where everything is installed."""
    queue(berit)
    berit.keys("f9")
    assert isinstance(berit.screen, Publishing)
    machine = Machine("~/Documents/ringerunde", {})
    berit.loop.screen = replace(berit.screen, machine=machine)


def claim_against_finding(berit: Player) -> None:
    """The number that people ask for, and the table."""
    figures_and_files(berit)
    berit.keys("1")


def units_behind(berit: Player) -> None:
    """Further down: the units behind every number."""
    claim_against_finding(berit)
    berit.keys(*["pagedown"] * 5)


def ordering(berit: Player) -> None:
    """Where, and what is to be in it; contacts say what they mean."""
    figures_and_files(berit)
    berit.keys("6", "tab", "tab", "tab", " ")


def previewing(berit: Player) -> None:
    """What would be published: nobody has looked at anything yet."""
    figures_and_files(berit)
    berit.keys("2", "f2")


def persons_named(berit: Player) -> None:
    """Somebody is named in an answer: one is asked before anything is written."""
    review(berit)
    berit.keys("7", "f6")
    berit.type("legge til")
    berit.keys("enter")
    for _ in ("which opens the interview again", "and this is the answer"):
        berit.type("Anne på 69 17 45 00 vet mer")
        berit.keys("enter", "enter")
    berit.keys("f9", "6")
    berit.paste(str(Path(tempfile.gettempdir()) / "never-written"))  # one key, however long
    berit.keys("enter")


def quality(berit: Player) -> None:
    """What sets the work of interviewers apart; of few interviews it says so."""
    queue(berit)
    berit.keys("f8")


def quality_of_one(berit: Player) -> None:
    """One of them, measure by measure, with the rule for the marked one."""
    quality(berit)
    berit.keys("enter", *["down"] * 8)


def behind_a_measure(berit: Player) -> None:
    """The interviews behind a measure, which open from here."""
    quality_of_one(berit)
    berit.keys("enter")


def coding(berit: Player) -> None:
    """What was answered freely, with what is left of each question."""
    queue(berit)
    berit.keys("f7")


def coding_an_answer(berit: Player) -> None:
    """One answer, with codes that were made for the ones before, and what is suggested."""
    coding(berit)
    berit.keys(*["down"] * 20, "up", "enter")
    for label in ("Samarbeid med sykehuset", "Økonomi", "Avstand og reisevei"):
        berit.keys("f2")
        berit.type(label)
        berit.keys("enter", "enter")


def sharing_out(berit: Player) -> None:
    """Who rings what, when what nobody had has been shared evenly."""
    cases(berit)
    berit.keys("f7", "f6", "enter")


def to_one_of_them(berit: Player) -> None:
    """Where one of them is to have cases: what is free there, and what is hers."""
    cases(berit)
    berit.keys("f7", "enter", "down", "enter")


def giving_a_case(berit: Player) -> None:
    """A case by hand, with a note that both sides see."""
    one_case(berit)
    berit.keys("f8")
    berit.type("Ring før ferien")
    berit.keys("enter", "f7")


DESK: tuple[Scene, ...] = (
    queue,
    review,
    review_help,
    ask_again,
    withdrawing,
    shared_services,
    cases,
    one_case,
    giving_up,
    given_up,
    any_case,
    figures_and_files,
    claim_against_finding,
    units_behind,
    ordering,
    previewing,
    persons_named,
    quality,
    quality_of_one,
    behind_a_measure,
    sharing_out,
    to_one_of_them,
    giving_a_case,
    coding,
    coding_an_answer,
)
"""Played by a coordinator, on a practice season."""
