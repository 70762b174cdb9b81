"""What the program is made of, and under which licence each part may be used.

    uv run python -m tests.packaging.licences      writes .github/LICENCES.md anew

Only what is installed with the program and its extras: tools of the engineers stay with them.
"""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[2] / ".github" / "LICENCES.md"
EXTRAS: Final = ("postgresql", "spss", "parquet")

HEAD: Final = """# Licences

Ringerunde itself is under the MIT licence. It is installed with these packages, and with those of an extra where that is asked for;
the versions are the ones that the tests run with. `uv run python -m tests.packaging.licences` writes this list.

| package | version | licence | comes with |
|---|---|---|---|
"""  # noqa: E501 - as it stands in the file

_NAME: Final = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extra>\w+)\])?")
_ASKED: Final = re.compile(r"extra == ['\"]([\w-]+)['\"]")

Wanted = tuple[str, str]
"""A package, and the extra of it that is asked for, if any."""


def listed() -> str:
    """The whole file."""
    found: dict[Wanted, tuple[Distribution, str]] = {}
    for extra in ("", *EXTRAS):
        for wanted in _wanted(distribution("ringerunde"), extra):
            _take(wanted, extra or "the program", found)
    first = {name: found[name, extra] for name, extra in reversed(found)}
    return HEAD + "".join(_row(*first[name]) for name in sorted(first))


def _take(wanted: Wanted, why: str, found: dict[Wanted, tuple[Distribution, str]]) -> None:
    """One that several need may be needed with an extra by only one of them."""
    name, extra = wanted
    if wanted in found:
        return
    try:
        one = distribution(name)
    except PackageNotFoundError:  # of another system
        return
    found[wanted] = one, why
    for asked in {"", extra}:
        for other in _wanted(one, asked):
            _take(other, why, found)


def _wanted(one: Distribution, extra: str) -> Iterator[Wanted]:
    """What it requires: by itself, or for one of its extras."""
    for line in one.requires or ():
        requirement, _, marker = line.partition(";")
        asked = _ASKED.search(marker)
        if (asked[1] if asked else "") == extra and (named := _NAME.match(requirement)):
            yield re.sub(r"[-_.]+", "-", named["name"]).lower(), named["extra"] or ""


def _row(one: Distribution, why: str) -> str:
    told = one.metadata
    classifiers = (line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or ())
    licences = [line for line in classifiers if "Licen" in line]
    licence = told["License-Expression"] or ", ".join(licences) or (told["License"] or "?")
    return f"| {told['Name']} | {one.version} | {licence.splitlines()[0]} | {why} |\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(listed(), encoding="utf-8")
