"""The text of the settings file, in whatever letters it was saved."""

import codecs
from contextlib import suppress
from typing import Final

from interviewer.failures import Trouble
from interviewer.places import settings_file

MOST: Final = 1_000_000
"""Bytes; every setting with its meaning is a few thousand."""


def settings_text() -> str:
    """What stands in it; empty where there is none. Raises OSError, UnicodeDecodeError, Trouble."""
    from schemas.language.clean import clean  # who only asks for a word in it need not wait

    return clean(saved_text())


def saved_text() -> str:
    """The same, letter by letter as somebody has saved it."""
    file = settings_file()
    try:
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise Trouble(
                "S-SETTINGS", f"{file} er ikke en vanlig fil. Flytt den, og start på nytt."
            )
        with file.open("rb") as opened:
            content = opened.read(MOST + 1)
    except (FileNotFoundError, NotADirectoryError):
        _refuse_dead_link()
        _refuse_hidden_ending()
        return ""
    text = _decoded(content)
    if len(content) > MOST or "\0" in text:  # zeros: what a power cut may leave of a file
        raise Trouble(
            "S-SETTINGS",
            f"{file} er ingen innstillingsfil, eller er skadet. Flytt den, og start på nytt.",
        )
    return text


def _refuse_dead_link() -> None:
    """Somebody keeps the settings elsewhere, and that is not there just now."""
    if (file := settings_file()).is_symlink():
        raise Trouble(
            "S-SETTINGS",
            f"{file} er en lenke til noe som ikke finnes. Rett lenken, eller fjern den.",
        )


def _refuse_hidden_ending() -> None:
    """An editor on Windows adds an ending of its own, which the file manager does not show."""
    found = settings_file().with_name(f"{settings_file().name}.txt")
    if found.is_file():
        words = f"{found} leses ikke. Kall filen {settings_file().name}, uten .txt."
        raise Trouble("S-SETTINGS", words)


def _decoded(content: bytes) -> str:
    """The file as text: in UTF-8, or as PowerShell (UTF-16) and cmd (Windows-1252) write it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _unmixed(content.decode("utf-16"))
    if content[1:2] == b"\0":  # the same without its mark
        return content.decode("utf-16-le")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _unmixed(text: str) -> str:
    """PowerShell takes what we print for letters of the console: it is taken back."""
    with suppress(UnicodeError):
        return text.encode("cp850").decode("utf-8-sig")
    return text
