"""Rules that let one ring whatever the clock says, for programs that read the real one."""

from interviewer.places import made_folder, settings_file
from schemas.calls.settings import Settings


def ring_at_any_hour() -> None:
    """Write them into the settings of this home; on public holidays nobody rings all the same."""
    made_folder()
    settings_file().write_text(Settings().at_any_hour().to_toml(), encoding="utf-8")


if __name__ == "__main__":
    ring_at_any_hour()
