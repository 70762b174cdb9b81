"""What kind of place a file lies in: where others write, locks and syncs are only promises."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

NETWORK: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "9p"),
        *("drvfs", "vboxsf", "ceph", "lustre", "glusterfs", "sshfs", "rclone", "gvfsd-fuse"),
        *("vmhgfs-fuse", "s3fs", "onedriver", "google-drive-ocamlfuse"),
    }
)
"""File systems behind a network or of another machine, as Linux and macOS call them."""

SYNCHRONISED: Final = re.compile(
    "(onedrive|dropbox|google ?drive|icloud|nextcloud|owncloud|box sync|pcloud|proton drive).*"
    "|box|mega|cloudstorage|mobile documents|my drive|min disk"
)
"""How the folders of programs are called that put back older files."""

SPACE: Final = "\\040"
"""How a space in the name of a place is written there."""

REMOTE: Final = 4
"""What Windows calls a mapped letter."""


def unsafe(path: PurePath, mounts: str | None = None) -> str | None:
    """Why a database should not lie there; None where nothing speaks against it."""
    for part in path.parts:
        if SYNCHRONISED.fullmatch(part.casefold()):
            return f"Mappen «{part}» synkroniseres, og kan legge eldre filer tilbake."
    if _is_shared(path) or _is_mapped(path):
        return "Den ligger på en nettverksstasjon, der låser ikke er til å stole på."
    kind = _file_system(path, _mounts() if mounts is None else mounts)
    return (
        f"Den ligger på en nettverksdisk ({kind})."
        if kind.removeprefix("fuse.") in NETWORK
        else None
    )


def _is_shared(path: PurePath) -> bool:
    """Whether Windows finds it on another machine; a long path of this one begins so, too."""
    drive = PureWindowsPath(path).drive
    return drive.startswith("\\\\") and not re.fullmatch(r"\\\\[?.]\\\w:", drive)


def _is_mapped(path: PurePath) -> bool:
    if os.name != "nt":
        return False
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    return bool(kernel.GetDriveTypeW(f"{path.drive}\\") == REMOTE)


def _mounts() -> str:
    """What is mounted where, as Linux writes it down."""
    try:
        if sys.platform == "darwin":
            import subprocess  # nobody else needs it to start

            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
            return as_on_linux(told.stdout)
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def as_on_linux(told: str) -> str:
    """The lines of macOS, which has no such file: `//k@s/d on /Volumes/d (smbfs, nodev)`."""
    found = re.findall(r"^(.+) on (/.*) \(([^,)]+)[^()]*\)$", told, re.MULTILINE)
    return "".join(f"- {place.replace(' ', SPACE)} {kind}\n" for _, place, kind in found)


def _file_system(path: PurePath, mounts: str) -> str:
    """The kind of the mount that is nearest above the path; of two at one place, the later one."""
    found = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    kinds = {PurePosixPath(_unescaped(place)): kind for place, kind in found}
    above = [place for place in kinds if path.is_relative_to(place)]
    return kinds[max(above, key=lambda place: len(place.parts))] if above else ""


def _unescaped(place: str) -> str:
    """A space, a tab, a line break and a backslash stand there as numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)
