"""The main screens, each reached by the keys that a person would press.

The pictures of them are in `pictures/`; `python -m tests.interviewer.scenes` draws them anew.
"""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from db.cases import load_register
from db.engine import open_database
from interviewer.draw.bars import Surroundings
from interviewer.draw.prompter import Advice, Prompt, Shown
from interviewer.places import DATABASE_VARIABLE
from interviewer.practice.season import play
from interviewer.screens.picture import draw
from interviewer.screens.publishing.state import Publishing
from interviewer.services.publishing import Machine
from interviewer.terminal.player import Player

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 40))


class Pictured(Player):
    """Somebody who may practise, with what stands beside the screen then."""

    prompt: Prompt | None = None


Scene = Callable[[Pictured], None]


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


# ── A coordinator's ──────────────────────────────────────────────────────────────────────────────


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


IN_SEASON = frozenset({list_in_season, own_quality})
"""Played by an interviewer on the same season."""

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

SCENES: tuple[Scene, ...] = (
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
    *DESK,
)


@contextmanager
def played(scene: Scene, season: Path) -> Iterator[Pictured]:
    """The scene, played on a database of its own: a copy of the season where it needs one."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        path, desk = Path(folder) / "scene.sqlite", scene in DESK
        environment.setenv(DATABASE_VARIABLE, str(path))  # the usual one: no picture names it
        begun = desk or scene in IN_SEASON
        path.write_bytes(season.read_bytes() if begun else _new_file())
        database = open_database(path, create=False)
        chance = random.Random(scene.__name__)
        start = datetime(2015, 3, 17, 9, 30, tzinfo=UTC)
        player = Pictured(
            database,
            start,
            lambda: UUID(int=chance.getrandbits(128), version=4),
            reviewing=desk,
        )
        scene(player)
        yield player
        database.close()


def all_played() -> Iterator[tuple[Scene, Pictured]]:
    """Every scene, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        season = Path(folder) / "season.sqlite"
        play_season(season)
        for scene in SCENES:
            with played(scene, season) as player:
                yield scene, player


@cache
def _new_file() -> bytes:
    """A database with all cases, where nothing has happened."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.sqlite"
        with closing(open_database(path, create=True, durable=False)) as database:
            load_register(database)
        return path.read_bytes()


def play_season(path: Path) -> None:
    """A database with enough of a season in it that some cases wait for a coordinator."""
    with closing(open_database(path, create=True, durable=False)) as database:
        play(database, 20, 2015)


def around(
    player: Pictured, columns: int, rows: int, *, practice: bool = False, in_ascii: bool = False
) -> Surroundings:
    """What the real screen would tell the picture."""
    return Surroundings(
        columns,
        rows,
        player.now,
        ran=player.ran,
        practice=practice or player.prompt is not None,
        prompt=player.prompt,
        in_ascii=in_ascii,
    )


def picture(
    player: Pictured, columns: int, rows: int, *, practice: bool = False, in_ascii: bool = False
) -> str:
    """The screen as text."""
    surroundings = around(player, columns, rows, practice=practice, in_ascii=in_ascii)
    lines = draw(player.screen, surroundings)
    assert len(lines) == rows
    assert all(line.cell_len <= columns for line in lines)
    assert not any(line.style for line in lines)  # which what stands behind would inherit
    return "".join(line.plain.rstrip() + "\n" for line in lines)


def picture_file(scene: Scene, columns: int, rows: int) -> Path:
    """Where the picture lies."""
    return PICTURES / f"{scene.__name__}-{columns}x{rows}.txt"


def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    for scene, player in all_played():
        for columns, rows in SIZES:
            file = picture_file(scene, columns, rows)
            file.write_text(picture(player, columns, rows), encoding="utf-8")


if __name__ == "__main__":
    main()
