"""Reads a published page as a machine does: its figures, tables, headings and colours."""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from lxml import html  # type: ignore[import-untyped]  # has no types

BAR: Final = re.compile(r"^(.*): ([\d\u00a0]+)(?: \((\d+) %\))?(?:, .*)?$")


DIGIT: Final = re.compile(r"\d")
LONGEST: Final = 350
"""How long the longest bar is drawn."""

Rows: TypeAlias = list[tuple[str, ...]]


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

    def table(self, id: str) -> dict[str, list[str]]:
        """The rows of a table by what stands first in them."""
        rows = self.all(f"//table[@id='{id}']/tbody/tr")
        return {words(row[0]): [words(cell) for cell in row[1:]] for row in rows}

    # ── All its numbers ──

    def blocks(self) -> dict[str, Rows]:
        """Everything with a number in it, in rows of words.

        Figures and tables by their id; large facts and sentences by the id of their chapter.
        """
        found: dict[str, Rows] = {}
        for one in self.all("//main//figure | //main//table"):
            found[one.get("id")] = _figure(one) if one.tag == "figure" else _table(one)
        for chapter in self.all("//main/section"):
            name = chapter.get("aria-labelledby")
            facts: Rows = [tuple(map(plain, fact)) for fact in chapter.xpath(".//dl/div")]
            said: Rows = [(plain(one),) for one in chapter.xpath("./p") if DIGIT.search(plain(one))]
            found |= {
                f"{name}: {what}": rows for what, rows in (("tall", facts), ("tekst", said)) if rows
            }
        return found

    def described(self, figure: str) -> str:
        """What the description of a figure says."""
        return plain(self.all(f"//*[@id='{figure}']//*[name()='desc']")[0])

    def loose(self) -> list[str]:
        """What has a number in it and is not part of a block: headings, and what tells the date."""
        inside = "ancestor::td or ancestor::dl or ancestor::tbody or ancestor::blockquote"
        words = self.all(f"//body//text()[not({inside} or ancestor::style)]")
        return [plain(one) for one in words if DIGIT.search(one) and _is_loose(one.getparent())]

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


def plain(found: Any) -> str:
    """The same of an element or a text, with spaces that may break a line."""
    return " ".join((found if isinstance(found, str) else words(found)).split())


def _is_loose(element: Any) -> bool:
    """Whether a text stands in none of the elements that blocks are read from."""
    chapter = element.getparent() is not None and element.getparent().tag == "section"
    in_figure = any(one.tag == "figure" for one in element.iterancestors())
    read = element.tag in {"desc", "text"} or (element.tag == "p" and (chapter or in_figure))
    return not read


def _table(table: Any) -> Rows:
    """The rows, each behind the kind of the part that it is in: sum, apart or nothing."""
    parts = ((part.get("class") or "", row) for part in table.findall("tbody") for row in part)
    return [(kind, *map(plain, row)) for kind, row in parts]


def _figure(figure: Any) -> Rows:
    """The bars or tiles as they are drawn, and the note."""
    (svg,) = figure.xpath(".//*[name()='svg']")
    notes = [("note", plain(one)) for one in figure.findall("p")]
    return [*_tiles(svg), *_bars(svg), *notes]


def _tiles(svg: Any) -> Iterator[tuple[str, ...]]:
    """Name, share, the numbers that it was made of, and how dark it is."""
    for tile in svg.xpath("./*[name()='rect'][following-sibling::*[1][contains(@class, 'name')]]"):
        name, share, numbers = (plain(one) for one in tile.xpath("./following-sibling::*")[:3])
        yield name, share, numbers, tile.get("class").removeprefix("tile level")


def _bars(svg: Any) -> Iterator[tuple[str, ...]]:
    """Label, number, what the description says of its parts, and how long each part is drawn."""
    told = plain(svg.xpath("./*[name()='desc']")[0])
    label, lengths = "", list[str]()
    for one in svg:
        match one.get("class"):
            case "label":
                label = f"{label} {plain(one)}".strip()
            case "bar" | "second" if label:
                lengths.append(f"{float(one.get('width')) / LONGEST:.2f}")
            case "number":
                parts = re.search(rf"{re.escape(f'{label}: {plain(one)}')}([^.]*)\.", told)
                yield label, plain(one), parts[1] if parts else "", *lengths
                label, lengths = "", []


def _number(found: str | None) -> int | None:
    return None if found is None else int(found)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> Iterator[float]:
    return (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
