"""Rules that let one ring whatever the clock says, for programs that read the real one."""

from datetime import time

from interviewer.places import made_folder, settings_file
from schemas.calls.settings import Settings
from schemas.calls.workdays import WEEKDAYS, CallWindow

ALWAYS = CallWindow(
    days=WEEKDAYS, opens=time(0), closes=time(23, 59), pause=None, afternoon_from=time(12)
)


def ring_at_any_hour() -> None:
    """Write them into the settings of this home; on public holidays nobody rings all the same."""
    made_folder()
    settings_file().write_text(Settings(call_window=ALWAYS).to_toml(), encoding="utf-8")


if __name__ == "__main__":
    ring_at_any_hour()
