"""Reads a published page as a machine does: its figures, tables, headings and colours."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import html  # type: ignore[import-untyped]  # has no types

BAR: Final = re.compile(r"^(.*): ([\d\u00a0]+)(?: \((\d+) %\))?(?:, .*)?$")


class Page:
    """One page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree: Any = html.document_fromstring(source)

    def all(self, path: str) -> list[Any]:
        """Elements, by XPath."""
        found: list[Any] = self.tree.xpath(path)
        return found

    def one(self, id: str) -> Any:
        """The element with an id."""
        (found,) = self.all(f"//*[@id='{id}']")
        return found

    def says(self, path: str) -> str:
        """The text of the only such element, its spaces made single."""
        (found,) = self.all(path)
        return words(found)

    @property
    def style(self) -> str:
        """The style sheet."""
        (found,) = self.all("//style")
        return str(found.text)

    # ── What it shows ──

    def figure(self, id: str) -> dict[str, int]:
        """The numbers of a figure as its description has them."""
        return {label: count for label, count, _ in self.bars(id)}

    def bars(self, id: str) -> list[tuple[str, int, int | None]]:
        """Label, number and per cent of every bar, from the description."""
        told = self.says(f"//*[@id='{id}']//*[name()='desc']")
        found = filter(None, map(BAR.match, re.split(r"(?<=\))\.(?: |$)|(?<=\d)\. ?(?=\S)", told)))
        return [(one[1], int(one[2].replace("\u00a0", "")), _number(one[3])) for one in found]

    def drawn(self, id: str) -> list[str]:
        """The numbers that are written beside the bars."""
        path = f"//*[@id='{id}']//*[name()='text'][@class='number']"
        return [words(one) for one in self.all(path)]

    def table(self, id: str) -> dict[str, list[str]]:
        """The rows of a table by what stands first in them."""
        rows = self.all(f"//table[@id='{id}']/tbody/tr")
        return {words(row[0]): [words(cell) for cell in row[1:]] for row in rows}

    # ── Colours ──

    @property
    def colours(self) -> dict[str, str]:
        """The colours by their names in the style sheet."""
        return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", self.style))

    def contrast(self, one: str, other: str) -> float:
        """How far apart two named colours are, by WCAG."""
        dark, light = sorted(map(_luminance, (self.colours[one], self.colours[other])))
        return (light + 0.05) / (dark + 0.05)


def words(element: Any) -> str:
    """All text in an element, its spaces made single."""
    return " ".join(re.split(r"[ \n]+", "".join(element.itertext()))).strip()


def _number(found: str | None) -> int | None:
    return None if found is None else int(found)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> Iterator[float]:
    return (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
