"""Texts that have broken programs, typed into the interview, drawn, and exported."""

import random
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from db.cases import load_register
from db.database import Database
from db.exports.csv import write_csv
from db.exports.json import write_json
from db.exports.xlsx import write_xlsx
from db.open_database import open_database
from tests.faults.fault import Fault, Found
from tests.support.hostile import HOSTILE
from tests.support.keyboard import TO_THE_NAME, Keyboard

KEYS = ("enter", "esc", "tab", "f5", "f12", "f8", "f1", "up", "down", "1", "2", "ctrl+z")
"""Pressed in between, wherever one is by then."""


def everywhere(times: int, folder: Path) -> Found:
    """Pasted wherever one comes with a few keys; the screen is drawn after each."""
    crashed = 0
    for number, text in enumerate(islice(cycle(HOSTILE), times)):
        file = folder / f"hostile-{number}.db"
        with closing(open_database(file, create=True, durable=False)) as db:
            load_register(db)
            try:
                _pasted(db, text)
                _exported(db, folder / f"out-{number}")
            except Exception:
                crashed += 1
        file.unlink()
    return Found(times, times, crashed=crashed)


def _pasted(db: Database, text: str) -> None:
    kari = Keyboard(db).sits_down().dials()
    kari.keys(*TO_THE_NAME)
    for _ in range(12):
        kari.paste(text)
        kari.picture()
        kari.keys(random.choice(KEYS))
        kari.picture()


def _exported(db: Database, folder: Path) -> None:
    folder.mkdir()
    write_csv(db, folder)
    write_json(db, folder)
    write_xlsx(db, folder / "alt.xlsx")


FAULTS = (Fault("hostile texts in fields, screens and exports", everywhere, 25, 250),)
