"""The address of a server: how it is told from a file, read, and shown without its password."""

from __future__ import annotations

import re
from urllib.parse import quote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.problems import UnknownAddress

_MISTYPED = re.compile(r"postgres(ql)?(\+\w+)?:(?!//)|[^/\\]*:[^/\\]+@")


def is_address(place: str) -> bool:
    """Whether it names a server, not a file; UnknownAddress where it was to, and lacks something.

    There may be a password in it, so it must not be told of as a file that is not there.
    """
    if _MISTYPED.match(place):
        raise UnknownAddress()
    return "://" in place


_WITH_PASSWORD = re.compile(
    r"(?P<kind>[\w+]+://[^:/]*:)(?P<password>.*?)"
    r"(?P<rest>@(\[[^]]*]|[^@/:?]*)(:\d+)?(/[^@?]*)?(\?\w+=.*)?)",
    re.DOTALL,
)
"""A password ends at the `@` behind which there is a host: there may be others in it."""


def parsed(place: str) -> URL:
    """The address; signs in a password that mean something in addresses are read as its own.

    Raises UnknownAddress.
    """
    found = _WITH_PASSWORD.fullmatch(place)
    if found:
        place = f"{found['kind']}{quote(found['password'], safe='%')}{found['rest']}"
        if "@" in found["rest"][1:]:  # one cannot tell, and half of it would be shown as the host
            raise UnknownAddress()
    try:
        return make_url(place)
    except (ArgumentError, ValueError):
        raise UnknownAddress() from None


def address_shown(place: str) -> str:
    """A server's address without the password in it; raises UnknownAddress."""
    return without_password(parsed(place))


def host_and_database(address: URL) -> str:
    """Host and database for messages: never the user, never the password."""
    return f"{address.host or 'denne maskinen'}/{address.database or ''}"


def without_password(address: URL) -> str:
    """The address for a command that is printed, to be typed again."""
    open_part = address.difference_update_query(["password"])
    return open_part._replace(password=None).render_as_string()
