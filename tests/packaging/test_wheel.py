"""What is shipped works where the checkout is not."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.installation import CHECKOUT, build_wheel, install, run

ROOMS = ("interviewer", "schemas", "db")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the program and nothing else."""
    return install(wheel, tmp_path_factory.mktemp("elsewhere"))


class TestTheWheel:
    """One file holds the three rooms, whole."""

    def test_nothing_is_left_behind(self, wheel: Path) -> None:
        """Every file of the rooms is in it: code, data, migrations, styles."""
        rooms = [file for room in ROOMS for file in (CHECKOUT / room).rglob("*") if file.is_file()]
        kept = {str(file.relative_to(CHECKOUT).as_posix()) for file in rooms}
        assert {name for name in kept if "__pycache__" not in name} <= set(_names(wheel))

    def test_what_is_easily_forgotten(self, wheel: Path) -> None:
        """The register of municipalities, the migrations, and the licence."""
        names = "\n".join(_names(wheel))
        assert "schemas/surveys/municipal_services_2015/register/register-2014.csv" in names
        assert "db/migrations/versions/0001" in names
        assert ".dist-info/licenses/LICENSE" in names

    def test_nothing_else_is_installed(self, wheel: Path) -> None:
        """No tests, no settings: only the rooms lie at the top."""
        top = {name.partition("/")[0] for name in _names(wheel)}
        assert {name for name in top if not name.endswith(".dist-info")} == set(ROOMS)


class TestTheInstalledProgram:
    """Installed from the wheel, it runs from any folder."""

    def test_the_rooms_lie_side_by_side(self, commands: Path, tmp_path: Path) -> None:
        """Other packages bear the same names; these three come from one place, not the checkout."""
        say = f"import {', '.join(ROOMS)}; print({', '.join(f'{r}.__file__' for r in ROOMS)})"
        files = run(commands / "python", "-c", say, cwd=tmp_path).split()
        places = {Path(file).parents[1] for file in files}
        assert len(places) == 1
        assert commands.parent in places.pop().parents

    @pytest.mark.parametrize("command", ["--help", "codebook"])
    def test_a_command_answers(self, commands: Path, tmp_path: Path, command: str) -> None:
        """The help and the codebook need no database, no terminal and no checkout."""
        assert run(commands / "ringerunde", command, cwd=tmp_path).strip()

    def test_it_makes_a_database_and_exports_it(self, commands: Path, tmp_path: Path) -> None:
        """Register, invented people and questionnaire have come along, before anybody is rung."""
        ringerunde, place = commands / "ringerunde", ("--database", "practice.sqlite")
        run(ringerunde, "demo", "--no-ui", *place, "--interviews", "0", cwd=tmp_path)
        assert "interviews.csv: 0 rader" in run(
            ringerunde, *place, "export", "csv", "--out", "out", cwd=tmp_path
        )


def _names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()
