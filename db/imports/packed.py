"""Excel files are packed. They are unpacked here, within limits, before anybody looks inside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from db.imports.problems import ImportProblem

PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MOST_MB: Final = 50
"""Unpacked. A sheet with 20 000 contacts is about 10 MB."""

MOST_MEMBERS: Final = 1000
PIECE: Final = 65_536
METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The others unpack without a limit on the way."""

READ: Final = re.compile(r"\[Content_Types\]\.xml|_rels/.*|docProps/.*|xl/.*\.(?:xml|rels)")
"""Pictures, macros and the like are never looked at."""

UNSAFE: Final = re.compile(rb"<!DOCTYPE|<!ENTITY|\x00", re.IGNORECASE)
"""Entities can multiply without end; with a NUL it is UTF-16, where they could hide."""


def is_packed(content: bytes) -> bool:
    """Whether it is a zip file, which every .xlsx is."""
    return content.startswith(PACKED)


def repacked(path: Path, content: bytes) -> io.BytesIO:
    """The parts of an Excel file that are read, so small and plain as they claim to be.

    Raises ImportProblem.
    """
    fresh = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(fresh, "w") as plain:
            _refuse(path, packed)
            _copy(path, packed, plain)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise ImportProblem("IMPORT-XLSX", path) from None
    return fresh


def _refuse(path: Path, packed: zipfile.ZipFile) -> None:
    members = packed.infolist()
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= {member.filename for member in members}:
        raise ImportProblem("IMPORT-NOT-SHEET", path)
    if any(member.flag_bits & 1 for member in members):
        raise ImportProblem("IMPORT-XLS", path)  # the parts have a password
    if len(members) > MOST_MEMBERS:
        raise ImportProblem("IMPORT-XLSX-UNSAFE", path)


def _copy(path: Path, packed: zipfile.ZipFile, plain: zipfile.ZipFile) -> None:
    room = MOST_MB * 1_000_000
    copied: set[str] = set()
    for member in packed.infolist():
        if not READ.fullmatch(member.filename):
            continue
        if member.compress_type not in METHODS or member.filename in copied:
            raise ImportProblem("IMPORT-XLSX-UNSAFE", path)
        part = _unpacked(path, packed, member, room)
        if UNSAFE.search(part):
            raise ImportProblem("IMPORT-XLSX-UNSAFE", path)
        room -= len(part)
        copied.add(member.filename)
        plain.writestr(member.filename, part)


def _unpacked(path: Path, packed: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """What a part really is, however small it says that it is."""
    found = bytearray()
    with packed.open(member) as part:
        while piece := part.read(PIECE):
            found += piece
            if len(found) > room:
                raise ImportProblem("IMPORT-BOMB", path, most=MOST_MB)
    return bytes(found)
