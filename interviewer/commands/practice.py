"""Practising: a database of invented people, thrown away afterwards or kept where one says."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Final

from interviewer.failures import Trouble
from interviewer.terminal.run import require_terminal, run
from schemas.frame.register import register
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from db.database import Database
    from interviewer.controls.screen import Screen
    from interviewer.draw.prompter import Prompt
    from interviewer.practice.rehearsing import Prompter
    from interviewer.practice.season import Played
    from schemas.surveys.survey import Survey


def practise(
    database: str | None, survey: "Survey", *, ui: bool, interviews: int | None, seed: int
) -> int:
    """Make a practice database and, with `ui`, open the call list on it; the exit status."""
    interviews = _possible(survey, interviews)
    if ui:
        require_terminal()
    with _file(database, ui=ui) as path:
        if ui:
            return _show(path, survey, interviews, seed)
        _say(f"Lager øvelsesdata med {how_many(interviews, 'intervju', 'intervjuer')} …")
        _say(_summary(_filled(path, survey, interviews, seed), path))
        return 0


def practise_plainly(
    database: str | None, survey: "Survey", *, interviews: int | None, seed: int
) -> int:
    """The conversations to practise on, one after the other, line by line; the exit status."""
    from db.open_database import open_database
    from interviewer.commands.plain_practice import rehearse

    if not survey.practice.rehearsals:
        raise Trouble("S-DEMO-PLAIN", "Undersøkelsen har ingen øvelser å gå gjennom.")
    with _file(database, ui=True) as path:
        _say("Lager øvelsesdata …")
        known = _possible(survey, interviews)
        _filled(path, survey, known, seed, begins=_begins(known))
        with closing(open_database(path, create=False, survey=survey)) as opened:
            return rehearse(opened)


USUAL: Final = 12
"""So many interviews show every scenario once."""


def _possible(survey: "Survey", interviews: int | None) -> int:
    """How many interviews there are to be; there is one with each unit at most."""
    units = len(register(survey.frame))
    if interviews is None:
        return min(USUAL, units)
    if interviews > units:
        sample = how_many(units, "enhet", "enheter")
        raise Trouble(
            "S-DEMO-UNITS", f"Undersøkelsen har {sample}. Oppgi høyst --interviews {units}."
        )
    return interviews


def _show(path: Path, survey: "Survey", interviews: int, seed: int) -> int:
    """The first screen at once; the data are made while somebody reads it, and types a name."""
    whole, prompter = False, _LateArrival()

    def make(database: "Database", leaving: Event) -> None:
        nonlocal whole
        from interviewer.practice.coordinator import decide_some
        from interviewer.practice.season import play

        play(database, interviews, seed, leaving, begins=_begins(interviews))
        if not leaving.is_set():
            decide_some(database, seed)
            prompter.meet(database)
        whole = not leaving.is_set()

    def opened() -> "Database":
        from db.open_database import open_database

        database = open_database(path, create=True, survey=survey, practice=True, durable=False)
        prompter.begin(survey)
        return database

    try:
        return run(opened, practice=True, meanwhile=make, prompter=prompter)
    finally:
        if not whole:
            _remove(path)


class _LateArrival:
    """Whom one practises with: loaded behind the first picture, which must not wait for it."""

    def __init__(self) -> None:
        self._prompter: Prompter | None = None

    def begin(self, survey: "Survey") -> None:
        """There is something to say beside the screen."""
        from interviewer.practice.rehearsing import Prompter

        self._prompter = Prompter(survey)

    def meet(self, database: "Database") -> None:
        """The practice data are there."""
        if self._prompter is not None:
            self._prompter.meet(database)

    def __call__(self, screen: "Screen") -> "Prompt | None":
        """What stands beside this screen."""
        return self._prompter(screen) if self._prompter else None


def _begins(interviews: int) -> datetime:
    """When the first call was made, so that the last one was not long ago: three ring."""
    from interviewer.practice.office_hours import OFFICES

    return OFFICES.next_open(datetime.now(UTC) - timedelta(days=4 + interviews // 20))


@contextmanager
def _file(database: str | None, *, ui: bool) -> Iterator[Path]:
    """Where the practice database goes: a folder that is gone afterwards, unless named."""
    if database is not None:
        yield _unused(database)
    elif ui:
        # Windows may still hold the file for a moment; what is left then is invented anyway.
        with TemporaryDirectory(prefix="ringerunde-", ignore_cleanup_errors=True) as folder:
            yield Path(folder) / "øvelse.sqlite"
    else:
        raise Trouble(
            "S-DEMO-PLACE", "Oppgi --database STI. Uten ringeliste blir databasen ellers kastet."
        )


def _unused(database: str) -> Path:
    """A file that is not there yet: invented people are never mixed into anything."""
    from db.addresses import is_address

    if is_address(database):
        raise Trouble("S-DEMO-FILE", "Øvelsesdatabasen må være en fil. Oppgi en filbane.")
    path = Path(database).expanduser().absolute()
    if path.exists():
        raise Trouble(
            "S-DEMO-EXISTS",
            f"{path} finnes fra før. Øvelsesdata blandes aldri med noe annet. Oppgi en ny filbane.",
        )
    return path


def _remove(path: Path) -> None:
    """Half a season would look like a whole one."""
    for left in (path, path.with_name(f"{path.name}-journal")):
        left.unlink(missing_ok=True)


def _filled(
    path: Path, survey: "Survey", interviews: int, seed: int, begins: datetime | None = None
) -> "Played":
    """All of it or nothing."""
    from db.open_database import open_database
    from interviewer.practice.coordinator import decide_some
    from interviewer.practice.season import play

    database = open_database(path, create=True, survey=survey, practice=True, durable=False)
    try:
        played = play(database, interviews, seed, begins=begins)
        decide_some(database, seed)
    except BaseException:
        database.close()
        _remove(path)
        raise
    database.close()
    return played


def _summary(played: "Played", kept: Path) -> str:
    return (
        f"Øvelsesdata i {kept}: fullførte intervjuer {played.finished}, saker underveis "
        f"{played.unfinished}, oppringninger {played.calls}, viderekoblinger {played.redirects}."
    )


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
