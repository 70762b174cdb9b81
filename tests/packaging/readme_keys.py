"""The keys of every screen, for the README: `uv run python -m tests.packaging.readme_keys`.

They come from the table beside each screen, in the words of the first survey.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from interviewer.controls.actions import EVERYWHERE, FIND_UNTOLD, IN_A_TEXT, QUIT_UNTOLD, KeyTable
from interviewer.screens.call import panel_keys
from interviewer.screens.card import keys as card_keys
from interviewer.screens.router import SCREENS
from schemas.surveys.registry import FIRST, survey_called

README: Final = Path(__file__).parents[2] / "README.md"
BEGINS, ENDS = "<!-- keys -->\n", "<!-- end of keys -->\n"

DEPARTMENTS: Final = survey_called(FIRST).departments
TABLES: Final = (
    EVERYWHERE,
    *(one.keys for one in SCREENS.values()),
    *card_keys.told_of_panels(DEPARTMENTS),
    *panel_keys.told_of_panels(DEPARTMENTS),
    IN_A_TEXT,
)
SHARED: Final = {*EVERYWHERE.rows, *IN_A_TEXT.rows, FIND_UNTOLD, QUIT_UNTOLD}
"""What is told once, and not on every screen again."""


def told(table: KeyTable[Any]) -> Iterator[str]:
    """A table in the README's lines."""
    put = survey_called(FIRST).put
    yield f"\n| {put(table.title)} | |\n|---|---|\n"
    for row in table.rows:
        once = row not in SHARED or table in {EVERYWHERE, IN_A_TEXT}
        if row.help is not None and once:
            yield f"| {_keys(row.shown)} | {put(row.help)} |\n"


def _keys(shown: str) -> str:
    return " ".join(key if key == "eller" else f"`{key}`" for key in shown.split())


def section() -> str:
    """What stands between the two marks."""
    return "".join(line for table in TABLES for line in told(table)) + "\n"


def main() -> None:
    """Write it."""
    before, _, rest = README.read_text("utf-8").partition(BEGINS)
    behind = rest.partition(ENDS)[2]
    README.write_text(f"{before}{BEGINS}{section()}{ENDS}{behind}", "utf-8")


if __name__ == "__main__":
    main()
