"""Every sentence that says why something typed cannot be taken, wherever it stands."""

import pkgutil
from importlib import import_module
from typing import Final

import schemas
from interviewer.engine.entries import listed, written
from schemas.language.messages import Message


def _messages() -> dict[str, Message]:
    names = (one.name for one in pkgutil.walk_packages(schemas.__path__, "schemas."))
    modules = [listed, written, *map(import_module, names)]
    said = [one for module in modules for one in vars(module).values() if isinstance(one, Message)]
    found = {one.code: one for one in said}
    clashing = [one.code for one in said if found[one.code] is not one]
    assert not clashing, f"two sentences with one code: {clashing}"
    return found


MESSAGES: Final = _messages()
"""The sentences by their codes."""
