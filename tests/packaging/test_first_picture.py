"""The first picture waits for nothing that it does not need: counted, so that it cannot creep back.

Every library that is loaded before it is time in which somebody looks at an empty terminal.
"""

import json
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.cases import load_register
from db.open_database import open_database
from db.people import sit_down

CHECKOUT = Path(__file__).parents[2]

LOAD = """
import json, sys
import interviewer.__main__, interviewer.before_command, interviewer.places
import interviewer.terminal.run, interviewer.terminal.app
from datetime import UTC, datetime
from interviewer.screens.opening.state import Opening
Opening("kari@pc").begin(datetime(2015, 3, 2, 11, tzinfo=UTC))
first = sorted(sys.modules)
from pathlib import Path
from interviewer.draw.bars import Surroundings
from interviewer.screens.call_list import first as first_list
from interviewer.screens.destinations import ToList
from interviewer.services.first_look import look, start_of
start = start_of(look(Path(sys.argv[1]), "kari@pc", None))
now = datetime(2015, 3, 2, 11, tzinfo=UTC)
shown = first_list.arrived(ToList(start.who, start.found, now))
assert "Halden" in "".join(map(str, first_list.drawn(shown, Surroundings(80, 24, now))))
print(json.dumps([first, sorted(sys.modules)]))
"""
"""What `ringerunde` has loaded when it paints, and when the list is there; the database's libraries
come behind both."""

PRACTISE = """
import json, sys
from datetime import UTC, datetime
from interviewer.before_command import survey_named
from interviewer.commands import practice

def run(opens, **named):
    from interviewer.draw.bars import Surroundings
    from interviewer.screens.opening.state import Opening
    from interviewer.screens.picture import draw
    from interviewer.terminal import app
    from interviewer.terminal.routing import arrived
    now = datetime(2015, 3, 2, 11, tzinfo=UTC)
    asked = arrived(Opening("kari@pc", nobody=True).begin(now).screen)
    assert "Hvem er du?" in "".join(map(str, draw(asked, Surroundings(80, 24, now))))
    print(json.dumps(sorted(sys.modules)))
    return 0

practice.run, practice.require_terminal = run, lambda: None
practice.practise(None, survey_named("municipal-services-2015"), ui=True, interviews=None, seed=1)
"""
"""What `ringerunde demo` has loaded behind its command when it asks who is calling."""

OURS = {"interviewer", "db", "schemas"}
FEW = 63
"""Modules of our own: the loop and its host, keys, mouse and words, how a picture is framed and
inked, how a window ends, and how a shell quotes."""

FEW_TO_PRACTISE = 97
"""With the question who is calling, and the survey whose units are counted."""

FEW_WITH_THE_LIST = 174
"""With the list: its screen, the rules of calling, the frame, and the services' front."""

LATER = (
    "schemas.questionnaire.questions",
    "schemas.questionnaire.conditions",
    "schemas.review.report",
    "schemas.surveys.practice",
)
"""What is fetched with the parts of a survey, while one looks at the list."""

SCREEN = {"textual", "rich", "platformdirs", "typing_extensions", "pygments", "markdown_it", "attr"}
"""What Textual brings with it; older Rich looks for attrs, too."""

BY_PYTHON = {"sitecustomize", "usercustomize"}
"""What Python loads by itself where somebody, or a distribution, has put it."""

ZONES = {"tzdata"} if sys.platform == "win32" else set[str]()
"""Windows has no time zones of its own."""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """The modules that are there when the first picture is, and when the first list is."""
    file = tmp_path_factory.mktemp("first") / "ringerunde.sqlite"
    with closing(open_database(file, create=True, durable=False)) as database:
        load_register(database)
        sit_down(database, uuid4(), "Kari", "kari@pc", datetime(2015, 3, 2, 10, tzinfo=UTC))
    picture, listed = map(set, _told(LOAD, file))
    return picture, listed


def _told(program: str, *named: Path) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-c", program, *named],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout)
    return told


@pytest.fixture
def loaded(both: tuple[set[str], set[str]]) -> set[str]:
    """The modules that are there when the first picture is."""
    return both[0]


@pytest.mark.slow
class TestBeforeTheFirstPicture:
    def test_no_library_but_the_screens(self, loaded: set[str]) -> None:
        """Neither the commands' nor the database's, nor what reads a telephone number."""
        roots = {name.split(".")[0] for name in loaded if not name.startswith("_")}
        assert roots - set(sys.stdlib_module_names) - OURS - SCREEN - ZONES - BY_PYTHON == set()

    def test_few_of_our_own(self, loaded: set[str]) -> None:
        """No questionnaire, no state of the program but the one that is shown."""
        ours = {name for name in loaded if name.split(".")[0] in OURS}
        assert len(ours) <= FEW, sorted(ours)
        assert not {one for one in ours if one.startswith("schemas.questionnaire")}


@pytest.mark.slow
def test_the_first_list_needs_no_library_of_the_database(both: tuple[set[str], set[str]]) -> None:
    """It is read in plain SQL; nor does it need the other screens, or what is asked in them."""
    late = {"pydantic", "sqlalchemy", "sqlmodel", "alembic", "db.tables"}
    assert not (late | {"interviewer.screens.router"}) & both[1]
    assert not {one for one in both[1] if one.startswith(LATER)}


@pytest.mark.slow
def test_the_first_list_needs_few_of_our_own(both: tuple[set[str], set[str]]) -> None:
    """Calls and units, and the list itself."""
    ours = {name for name in both[1] if name.split(".")[0] in OURS}
    assert len(ours) <= FEW_WITH_THE_LIST, sorted(ours)


@pytest.mark.slow
def test_to_practise_is_asked_for_a_name_before_any_of_it_is_loaded() -> None:
    """The libraries of the database, and the database itself, come while one types it."""
    loaded = set(_told(PRACTISE))
    assert not {"pydantic", "sqlalchemy", "interviewer.services", "db.database"} & loaded
    ours = {name for name in loaded if name.split(".")[0] in OURS}
    assert len(ours) <= FEW_TO_PRACTISE, sorted(ours)
