"""What an interviewer comes to, each by the keys that one would press."""

from interviewer.draw.prompter import Advice, Prompt, Shown
from interviewer.terminal.player import Player
from tests.interviewer.scenes.scene import Pictured, Scene


def who_is_calling(player: Player) -> None:
    """The only question before the first call."""
    player.type("Kari Li")


def somebody_else(player: Player) -> None:
    """Another takes the seat: who is known, and a new name that is asked once more."""
    call_list(player)
    player.keys("ctrl+p")
    player.type("Ola Nordmann")
    player.keys("enter", "enter", "ctrl+p")
    player.type("Kar")
    player.keys("enter")


def call_list(player: Player) -> None:
    """All units, the first one marked."""
    player.type("Kari Lie")
    player.keys("enter")


def searching(player: Player) -> None:
    """A name that two municipalities share."""
    call_list(player)
    player.type("våler")


def case_card(player: Player) -> None:
    """A case after a call that ended with a number for somebody else."""
    searching(player)
    player.keys("enter", "enter")
    player.type("69 28 91 00")
    player.keys("enter", "f5", "b", "1", "f5", "e", "2")
    player.type("Anne Berg")
    player.keys("enter")
    player.type("69 28 91 23")
    player.keys("escape", "f9", "enter")
    player.type("Anne er der til kl. 14")
    player.keys("enter")


def ring_again(player: Player) -> None:
    """After a call, an Enter too many: what speaks against ringing again, and no call."""
    reading_aloud(player)
    player.keys("f9", "1", "enter", "enter")


def whom_to_ring(player: Player) -> None:
    """The switchboard's number is asked for, once."""
    searching(player)
    player.keys("enter", "enter")
    player.type("69 28")


def reading_aloud(player: Player) -> None:
    """On the line: the introduction."""
    whom_to_ring(player)
    player.type(" 91 00")
    player.keys("enter")


def practising(player: Pictured) -> None:
    """The same, with somebody at the other end who says something, and advice beside it."""
    reading_aloud(player)
    player.prompt = Prompt(
        "Øvelse 1 av 7: Sentralbordet vet ikke",
        "«Våler kommune, god dag! … Læring og mestring? Nei, det vet jeg ikke hvem har. Jeg kan "
        "sette deg over til servicetorget.»",
        "Sentralbordet",
        Advice((), "F5, 2 Servicetorg, 1 Satt over"),
        "Si bare hvem du er og hva du leter etter. Hun vet ikke selv: Noter veien.",
        shown=Shown.advice,
    )


def sent_on(player: Player) -> None:
    """A redirect: the departments."""
    reading_aloud(player)
    player.keys("f5")


def sent_on_how(player: Player) -> None:
    """A redirect: how."""
    sent_on(player)
    player.keys("b")


def found(player: Player) -> None:
    """The right person, two departments on, and the definitions read."""
    sent_on(player)
    player.keys("b", "1", "f5", "e", "1", "enter", "1", "1")
    player.type("Anne Berg")
    player.keys("enter", "enter", "enter", "enter", "enter", "1")


def question(player: Player) -> None:
    """The question that decides, with its definition open."""
    found(player)
    player.keys("f2")


def several(player: Player) -> None:
    """A question with several answers, one marked."""
    found(player)
    player.keys("1", *"11111")
    player.type("2010")
    player.keys("enter", "1")
    player.type("Frisk i Våler")
    player.keys("enter", "2", "5")


def check(player: Player) -> None:
    """A check that fires: more full-time equivalents than people."""
    several(player)
    player.keys("enter", "1", "f7", "f7", "1", "3", "enter", "4", "enter")


def missing_answer(player: Player) -> None:
    """Vet ikke where it cannot be."""
    found(player)
    player.keys("1", *"11111", "f7", "1", "f7")


def roster(player: Player) -> None:
    """Two offers, and whether there are more."""
    check(player)
    player.keys("1", "1", "backspace", "2", "enter")
    player.keys("1", "enter", "1", "1", "enter", "1", "enter")
    for name in ("Leve med kols", "Mestring av smerte"):
        player.type(name)
        player.keys("enter", "1", "5", "enter", "3", "1", "1", "2", "enter", "2", "enter")
        player.type("18")
        player.keys("enter")
        if name == "Leve med kols":
            player.keys("1")


def overview(player: Player) -> None:
    """Everything on the route, and where to jump."""
    roster(player)
    player.keys("f6")


def hanging_up(player: Player) -> None:
    """How did the call end?"""
    roster(player)
    player.keys("f9")


def help_page(player: Player) -> None:
    """What the keys do."""
    reading_aloud(player)
    player.keys("f1")


def everything_by_name(player: Player) -> None:
    """What can be done here, and what is found by typing."""
    found(player)
    player.keys("ctrl+f")
    player.type("le")


def list_in_season(player: Player) -> None:
    """The call list after some days: groups, and the marked case beside it."""
    call_list(player)
    player.keys("down")
    player.mind()


def own_quality(player: Player) -> None:
    """One's own figures, held against nobody: there are too few others."""
    call_list(player)
    player.keys("ctrl+p")
    player.type("Ida Øvingstad")
    player.keys("enter", "f2")


CALLING: tuple[Scene, ...] = (
    who_is_calling,
    somebody_else,
    call_list,
    searching,
    whom_to_ring,
    case_card,
    reading_aloud,
    practising,
    ring_again,
    sent_on,
    sent_on_how,
    question,
    several,
    missing_answer,
    check,
    roster,
    overview,
    hanging_up,
    help_page,
    everything_by_name,
    list_in_season,
    own_quality,
)

IN_SEASON = frozenset({list_in_season, own_quality})
"""Played by an interviewer on the same season."""
