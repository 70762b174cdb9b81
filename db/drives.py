"""What kind of place a file lies in: where others write, locks and syncs are only promises."""

from __future__ import annotations

import os
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "davfs", "fuse.sshfs", "fuse.rclone"}
)
"""File systems behind a network, as Linux calls them."""

SYNCHRONISED: Final = ("onedrive", "dropbox", "google drive", "icloud", "nextcloud", "box sync")
"""How the folders of programs are called that put back older files."""

REMOTE: Final = 4
"""What Windows calls a mapped letter."""


def unsafe(path: PurePath, mounts: str | None = None) -> str | None:
    """Why a database should not lie there; None where nothing speaks against it."""
    for part in path.parts:
        if part.casefold().startswith(SYNCHRONISED):
            return f"Mappen «{part}» synkroniseres, og kan legge eldre filer tilbake."
    if PureWindowsPath(path).drive.startswith("\\\\") or _is_mapped(path):
        return "Den ligger på en nettverksstasjon, der låser ikke er til å stole på."
    kind = _file_system(path, _mounts() if mounts is None else mounts)
    return f"Den ligger på en nettverksdisk ({kind})." if kind in NETWORK else None


def _is_mapped(path: PurePath) -> bool:
    if os.name != "nt":
        return False
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    return bool(kernel.GetDriveTypeW(f"{path.drive}\\") == REMOTE)


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _file_system(path: PurePath, mounts: str) -> str:
    """The kind of the mount that is nearest above the path."""
    found = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    above = [
        (Path(place.replace("\\040", " ")), kind)
        for place, kind in found
        if path.is_relative_to(place.replace("\\040", " "))
    ]
    return max(above, key=lambda one: len(one[0].parts))[1] if above else ""
