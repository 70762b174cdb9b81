"""A disk on which there is no room."""

from pathlib import Path


def fill(file: Path) -> None:
    """Write until the disk is full."""
    with file.open("wb", buffering=0) as ballast:
        try:
            while ballast.write(b"x" * 4096):
                pass
        except OSError:
            return


def leave(file: Path, room: int) -> None:
    """Give back so many bytes of a disk that was filled."""
    with file.open("r+b") as ballast:
        ballast.truncate(file.stat().st_size - room)
