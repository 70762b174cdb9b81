"""The text of the settings file, in whatever letters it was saved."""

import codecs

from interviewer.failures import Trouble
from interviewer.places import settings_file


def settings_text() -> str:
    """What stands in it; empty where there is none. Raises OSError, UnicodeDecodeError, Trouble."""
    file = settings_file()
    try:
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise Trouble(
                "S-SETTINGS", f"{file} er ikke en vanlig fil. Flytt den, og start på nytt."
            )
        return _decoded(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _decoded(content: bytes) -> str:
    """The file as text: in UTF-8, or as PowerShell (UTF-16) and cmd (Windows-1252) write it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
